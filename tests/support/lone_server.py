# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A server without a desktop, which can be killed and started again."""

import os
import re
import subprocess

from .programs import build_folder, built
from .rest import Rest


class LoneServer:
    """interview-server with the sample company on the loopback."""

    def __init__(self, folder, settings=''):
        self.folder = folder
        self.data = os.path.join(folder, 'data')
        self.config = os.path.join(folder, 'server.conf')
        self.log = os.path.join(folder, 'server.log')
        self.process = None
        self.address = None
        with open(self.config, 'w', encoding='utf-8') as file:
            file.write('[server]\n' + settings)
        subprocess.run([built('interview-server'), 'sample', '--data', self.data, '--sample',
                        os.path.join(build_folder(), 'data', 'sample'), '--sign-in',
                        self.path('sign-in'), '--server', '127.0.0.1:8700?tls=no'],
                       check=True, capture_output=True)

    def path(self, name):
        return os.path.join(self.folder, name)

    def start(self):
        with open(self.log, 'ab') as log:
            self.process = subprocess.Popen(
                [built('interview-server'), '--config', self.config, '--data', self.data,
                 '--listen', self.address or '127.0.0.1:0', '--shards', '2'],
                stdout=subprocess.PIPE, stderr=log, text=True)
        line = self.process.stdout.readline()
        if not line.startswith('listening on '):
            raise AssertionError(f'the server said {line!r}: {self.read_log()}')
        self.address = line.removeprefix('listening on http://').strip()
        return self

    def read_log(self):
        with open(self.log, encoding='utf-8', errors='replace') as log:
            return log.read()[-4000:]

    def kill(self):
        """As by kill -9; does nothing when it has ended."""
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def stop(self):
        self.process.terminate()
        status = self.process.wait(60)
        self.process.stdout.close()
        return status

    def code(self, who):
        with open(self.path(f'sign-in/{who}.sign-in'), encoding='ascii') as file:
            return re.search(r'/([0-9a-z]{26})\?', file.read()).group(1)

    def program(self, who):
        """The candidate, the recruiter or the HR admin of the sample, signed in."""
        program = Rest(self.address)
        program.redeem(self.code(who))
        return program
