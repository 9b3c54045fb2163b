# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""interview-server as the one who runs it meets it: its commands, what it refuses, how it stops."""

import json
import os
import re
import signal
import sqlite3
import subprocess
import sys
import tempfile
import urllib.request

# sysexits.h: somebody has to do something first, so the service is not started again.
EX_CONFIG = 78
PASSWORD = 'long enough to be a secret'


class Server:
    def __init__(self, program, folder):
        self.program = program
        self.data = os.path.join(folder, 'data')
        self.store = os.path.join(self.data, 'interview.db')

    def refuses(self, *arguments, word, status=1):
        """Ends with an error that says the word, and says it in one line."""
        done = subprocess.run([self.program, '--data', self.data, *arguments],
                              capture_output=True, text=True, timeout=60, check=False)
        errors = [line for line in done.stderr.splitlines()
                  if line.startswith('interview-server: ')]
        assert done.returncode == status and len(errors) == 1, (arguments, done)
        assert word in errors[0], (word, errors[0])

    def serve(self, work, *arguments, log=None):
        """Runs it for as long as the work takes, and has it stop by SIGTERM."""
        with subprocess.Popen([self.program, '--data', self.data, '--listen', '127.0.0.1:0',
                               *arguments],
                              stdout=subprocess.PIPE, stderr=log, text=True) as process:
            try:
                work(re.fullmatch('listening on (http://.*)\n', process.stdout.readline())[1])
            finally:
                process.send_signal(signal.SIGTERM)
            assert process.wait(timeout=60) == 0


def sign_in(uri):
    body = json.dumps({'email': 'ada@example.com', 'password': PASSWORD}).encode()
    request = urllib.request.Request(uri + '/api/v1/sessions', body,
                                     {'Content-Type': 'application/json'})
    with urllib.request.urlopen(request) as answer:
        assert answer.status == 201
        assert json.load(answer)['token']


def check_log(server, folder):
    """One JSON object a line, with what a machine looks for; nothing that lets anybody in."""
    with open(os.path.join(folder, 'log'), 'w+', encoding='utf-8') as log:
        server.serve(sign_in, '--log-format', 'json', log=log)
        log.seek(0)
        text = log.read()
    entries = [json.loads(line) for line in text.splitlines()]
    request = next(entry for entry in entries if entry.get('route') == 'sign-in')
    assert request['status'] == '201' and request['level'] == 'info', request
    assert re.fullmatch(r'\d{4}-\d\d-\d\dT[\d:.]+Z', request['time']), request
    assert any('Stopping' in entry['message'] for entry in entries), text
    assert PASSWORD not in text and 'ada@' not in text, text


def check_store(server):
    with open(server.store, 'rb') as file:
        good = file.read()

    connection = sqlite3.connect(server.store)
    connection.execute('PRAGMA user_version = 9999')
    connection.commit()
    connection.close()
    with open(server.store, 'rb') as file:
        newer = file.read()
    server.refuses('--listen', '127.0.0.1:0', word='newer')
    with open(server.store, 'rb') as file:
        assert file.read() == newer

    with open(server.store, 'wb') as file:
        file.write(good[:8192] + b'\xa5' * 16384 + good[24576:])
    server.refuses('--listen', '127.0.0.1:0', word='damaged')

    with open(server.store, 'wb') as file:
        file.write(good)
    server.serve(sign_in)


def main(program):
    help_text = subprocess.run([program, '--help'], capture_output=True, text=True,
                               check=True).stdout
    for word in ('init', 'sample', '--config', '--tls-certificate', '--insecure', '127.0.0.1:8700'):
        assert word in help_text, word

    with tempfile.TemporaryDirectory() as folder:
        server = Server(program, folder)
        server.refuses('--listen', '127.0.0.1:0', word='no company', status=EX_CONFIG)
        assert not os.path.exists(server.data), 'a server without a company made a store'
        password = os.path.join(folder, 'password')
        with open(password, 'w', encoding='utf-8') as file:
            file.write('short\n')
        init = ('init', '--company', 'Example', '--name', 'Ada', '--email', 'ada@example.com',
                '--password-file', password)
        server.refuses(*init, word='at least')
        server.refuses('--listen', '127.0.0.1:0', word='no company', status=EX_CONFIG)
        with open(password, 'w', encoding='utf-8') as file:
            file.write(PASSWORD + '\n')
        server.refuses(*init[:-3], 'no address', *init[-2:], word='e-mail')
        subprocess.run([program, '--data', server.data, *init], check=True)
        server.refuses(*init, word='already')
        server.serve(sign_in)

        server.refuses('frob', word='--help')
        server.refuses('--frob', word='--frob')
        server.refuses('--listen', '0.0.0.0:0', word='--insecure')
        settings = os.path.join(folder, 'settings')
        with open(settings, 'w', encoding='utf-8') as file:
            file.write('[server]\nlisten=127.0.0.1:0\nlisen=127.0.0.1:0\n')
        server.refuses('--config', settings, word='lisen')
        check_log(server, folder)
        check_store(server)


main(sys.argv[1])
