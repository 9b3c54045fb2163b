# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One end of a call made by the product, in a process of its own."""

import json
import queue
import subprocess
import threading

from .waiting import PATIENCE


class CallEnd:
    def __init__(self, program, own, peer, arguments=(), prefix=(), environment=None):
        self.on_signal = lambda signal: None
        self.reports = queue.Queue()
        self.ready = threading.Event()
        self.lock = threading.Lock()
        self.process = subprocess.Popen([*prefix, program, f'--own={own}', f'--peer={peer}',
                                         *arguments], env=environment, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()
        if not self.ready.wait(PATIENCE):
            raise AssertionError('the end of the call does not come up')

    @property
    def pid(self):
        return self.process.pid

    def read(self):
        for line in self.process.stdout:
            message = json.loads(line)
            if 'ready' in message:
                self.ready.set()
            elif 'report' in message:
                self.reports.put(message['report'])
            else:
                self.on_signal(message)
        self.reports.put(None)

    def say(self, message):
        with self.lock:
            self.process.stdin.write(json.dumps(message).encode() + b'\n')
            self.process.stdin.flush()

    def start(self):
        self.say({'do': 'start'})

    def hear(self, signal):
        self.say(signal)

    def enable(self, kind, enabled):
        self.say({'do': 'enable' if enabled else 'disable', 'what': kind})

    def report(self):
        self.say({'do': 'report'})
        report = self.reports.get(timeout=PATIENCE)
        if report is None:
            raise AssertionError('the end of the call has ended')
        return report

    def lines(self):
        """How many the picture of the other end has now."""
        return self.report().get('decoded_lines', 0)

    def close(self):
        """Hangs up; fails if it did not end well."""
        self.process.stdin.close()
        status = self.process.wait(PATIENCE)
        self.reader.join(PATIENCE)
        self.process.stdout.close()
        if status != 0:
            raise AssertionError(f'the end of the call ended with {status}')
