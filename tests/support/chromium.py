# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Debian's Chromium, driven by its DevTools protocol over a pair of pipes.

Messages are JSON, each ended by a zero byte; the browser reads them from descriptor 3 and writes to
descriptor 4. Nothing listens on a port, and the browser is told to leave the network alone."""

import fcntl
import itertools
import json
import os
import queue
import subprocess
import threading

from .waiting import PATIENCE

PROGRAM = '/usr/lib/chromium/chromium'
PAGE = os.path.join(os.path.dirname(os.path.abspath(__file__)), 'caller.html')
QUIET = (
    '--no-first-run', '--no-default-browser-check', '--disable-background-networking',
    '--disable-component-update', '--disable-sync', '--disable-quic', '--disable-pings',
    '--disable-domain-reliability', '--disable-client-side-phishing-detection',
    '--disable-extensions', '--metrics-recording-only', '--no-service-autorun',
    '--password-store=basic', '--dns-prefetch-disable',
    '--disable-features=WebRtcHideLocalIpsWithMdns,MediaRouter,OptimizationHints,Translate',
)
CALL = (
    '--autoplay-policy=no-user-gesture-required', '--use-fake-ui-for-media-stream',
    '--use-fake-device-for-media-stream', '--disable-gpu',
)


def high_pipe():
    """A pipe whose ends are none of the descriptors that the browser's will get."""
    ends = os.pipe()
    high = [fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 10) for end in ends]
    for end in ends:
        os.close(end)
    return high


class Chromium:
    """One browser with one page, in a profile of its own."""

    def __init__(self, folder, arguments=(), prefix=(), environment=None):
        """`prefix` is a command that runs it, as one that enters a network namespace."""
        self.on_told = lambda text: None
        self.numbers = itertools.count(1)
        self.answers = {}
        self.lock = threading.Lock()
        self.session = None
        to_read, self.to_write = high_pipe()
        self.to_hear, to_answer = high_pipe()
        profile = os.path.join(folder, 'chromium')
        self.log = open(os.path.join(folder, 'chromium.log'), 'wb')
        # As root, and in most containers, its own sandbox cannot be set up.
        command = [*prefix, 'bash', '-c', f'exec "$@" 3<&{to_read} 4>&{to_answer}', 'bash',
                   PROGRAM,
                   '--remote-debugging-pipe', '--no-sandbox', f'--user-data-dir={profile}',
                   *QUIET, *CALL, *arguments, 'about:blank']
        self.process = subprocess.Popen(command, pass_fds=(to_read, to_answer), env=environment,
                                        stdin=subprocess.DEVNULL, stdout=self.log,
                                        stderr=self.log)
        os.close(to_read)
        os.close(to_answer)
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()
        self.attach()

    def read(self):
        rest = b''
        while True:
            part = os.read(self.to_hear, 1 << 16)
            if not part:
                break
            *messages, rest = (rest + part).split(b'\0')
            for message in messages:
                self.take(json.loads(message))
        for waiting in list(self.answers.values()):
            waiting.put({'error': {'message': 'the browser has ended'}})

    def take(self, message):
        if 'id' in message:
            waiting = self.answers.pop(message['id'], None)
            if waiting is not None:
                waiting.put(message)
        elif message.get('method') == 'Runtime.bindingCalled':
            self.on_told(message['params']['payload'])

    def post(self, method, parameters, waiting=None):
        message = {'id': next(self.numbers), 'method': method, 'params': parameters}
        if self.session is not None:
            message['sessionId'] = self.session
        with self.lock:
            if waiting is not None:
                self.answers[message['id']] = waiting
            os.write(self.to_write, json.dumps(message).encode() + b'\0')

    def call(self, method, **parameters):
        """Asks, waits for the answer and returns it."""
        waiting = queue.Queue()
        self.post(method, parameters, waiting)
        try:
            answer = waiting.get(timeout=PATIENCE)
        except queue.Empty:
            raise AssertionError(f'Chromium did not answer to {method}') from None
        if 'error' in answer:
            raise AssertionError(f'{method}: {answer["error"]["message"]}')
        return answer['result']

    def attach(self):
        targets = self.call('Target.getTargets')['targetInfos']
        page = next(target for target in targets if target['type'] == 'page')
        self.session = self.call('Target.attachToTarget', targetId=page['targetId'],
                                 flatten=True)['sessionId']
        self.call('Runtime.enable')
        self.call('Runtime.addBinding', name='tell')

    def show(self, path):
        """Loads a page and waits until its script ran."""
        self.call('Page.enable')
        self.call('Page.navigate', url=f'file://{path}')
        self.evaluate('new Promise(done => document.readyState === "complete" ? done() : '
                      'addEventListener("load", () => done()))')

    def evaluate(self, expression):
        """The value of an expression in the page, or of what it promises."""
        answer = self.call('Runtime.evaluate', expression=expression, awaitPromise=True,
                           returnByValue=True)
        if 'exceptionDetails' in answer:
            details = answer['exceptionDetails']
            raise AssertionError(details.get('exception', details).get('description', details))
        return answer['result'].get('value')

    def run(self, expression):
        """The same without waiting for it."""
        self.post('Runtime.evaluate', {'expression': expression})

    def close(self):
        try:
            self.session = None
            self.call('Browser.close')
        except (AssertionError, OSError):
            self.process.kill()
        self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        os.close(self.to_write)
        os.close(self.to_hear)
        self.log.close()


class Caller:
    """The page as one end of a call."""

    def __init__(self, folder, own, peer, bitrate, arguments=(), prefix=(), environment=None):
        self.on_signal = lambda signal: None
        self.browser = Chromium(folder, arguments, prefix, environment)
        self.browser.on_told = lambda text: self.on_signal(json.loads(text))
        self.browser.show(PAGE)
        settings = {'room': own, 'own': own, 'peer': peer, 'bitrate': bitrate}
        self.browser.evaluate(f'open({json.dumps(settings)})')

    @property
    def pid(self):
        return self.browser.process.pid

    def start(self):
        self.browser.run('start()')

    def watch(self):
        """Has the page read the clock in the pictures that it shows, which costs time."""
        self.browser.evaluate('watch()')

    def hear(self, signal):
        self.browser.run(f'hear({json.dumps(signal)})')

    def enable(self, kind, enabled):
        self.browser.evaluate(f'enable({json.dumps(kind)}, {json.dumps(enabled)})')

    def report(self):
        return self.browser.evaluate('report()')

    def lines(self):
        """How many the picture of the other end has now."""
        return self.report().get('inbound', {}).get('frameHeight', 0)

    def close(self):
        self.browser.close()
