# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The programs under test: the server, and programs with windows."""

import os
import re
import subprocess
import tempfile

from . import hands
from .desktop import end, read_line
from .node import Node, atspi
from .waiting import wait_until, wait_until_or_not

# GStreamer 1.22.0 walks over a table of rtpsession while a new source is put into it, and once in
# many calls GLib complains; the walk ends there and nothing is lost. Mended upstream in 1.22.4.
KNOWN = "'version == hash_table->version'"


def build_folder():
    """Where the programs were built: INTERVIEW_BUILD, or build/ beside tests/."""
    top = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    return os.environ.get('INTERVIEW_BUILD') or os.path.join(top, 'build')


def built(name):
    """The path of a program in the build folder."""
    for folder in ('interviewer-app', 'recruiter-app', 'libinterview/server', ''):
        path = os.path.join(build_folder(), folder, name)
        if os.path.isfile(path) and os.access(path, os.X_OK):
            return path
    raise FileNotFoundError(f'{name} is not built in {build_folder()}')


class Server:
    """interview-server on a free port of the loopback, its data in `folder`."""

    def __init__(self, desktop, folder, log=None):
        self.desktop = desktop
        self.folder = folder
        self.log = log
        self.process = None
        self.address = None

    def run(self, *arguments):
        """Runs one of the server's commands to its end."""
        return subprocess.run([built('interview-server'), *arguments], check=True, text=True,
                              env=self.desktop.environment, capture_output=True).stdout

    def start(self, listen='127.0.0.1:0', options=()):
        log = open(self.log, 'ab') if self.log else subprocess.DEVNULL
        self.process = self.desktop.start(
            [built('interview-server'), 'run', '--data', self.folder, '--listen', listen, *options],
            stdout=subprocess.PIPE, stderr=log)
        line = read_line(self.process.stdout.fileno(), 'the server')
        match = re.search(r'listening on (https?)://(\S+:\d+)', line)
        if not match:
            raise RuntimeError(f'the server said: {line}')
        self.address = match.group(2)
        return self

    @property
    def port(self):
        return int(self.address.rsplit(':', 1)[1])

    def fill(self, sign_in_folder):
        """Fills in the sample company and writes the sign-in files for this server."""
        os.makedirs(sign_in_folder, mode=0o700, exist_ok=True)
        return self.run('sample', '--data', self.folder, '--sign-in', sign_in_folder,
                        '--server', f'{self.address}?tls=no',
                        '--sample', os.path.join(build_folder(), 'data', 'sample'))

    def stop(self):
        return end(self.process, patience=30)

    def kill(self):
        self.process.kill()
        self.process.wait()

    def restart(self):
        """Comes back on the port that it had."""
        return self.start(self.address)


def area_of(geometry):
    return geometry[2] * geometry[3]


class Program(Node):
    """A running program with windows; as a node it is the root of all that it shows."""

    def __init__(self, desktop, command, log=None, language=None, variables=None):
        environment = dict(desktop.environment)
        environment.update(variables or {})
        # A critical ends no program here: what it said is looked through when it is stopped.
        environment.pop('G_DEBUG', None)
        if language:
            environment.update({'LANGUAGE': language})
        self.log = log or tempfile.mkstemp(prefix='program-', suffix='.log', dir=desktop.folder)[1]
        self.log_start = os.path.getsize(self.log) if os.path.exists(self.log) else 0
        with open(self.log, 'ab') as output:
            self.process = desktop.start(command, stdout=output, stderr=output,
                                         environment=environment)
        super().__init__(self._find(), self)

    def _find(self):
        def look():
            if self.process.poll() is not None:
                raise AssertionError(f'the program ended with status {self.process.returncode}')
            desktop = atspi().get_desktop(0)
            for index in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(index)
                if child is not None and child.get_process_id() == self.process.pid:
                    # What is remembered here would be old when the window changes.
                    child.set_cache_mask(atspi().Cache.NONE)
                    return child
            return None
        return wait_until(look, 'the program to appear to assistive technology')

    def x_window(self, node=None):
        """The X window of a node's window; without a node, the largest one."""
        return self.largest_window(node.name if node is not None else None)

    def largest_window(self, title=None):
        """The X window with this title, or any. Menus and hints have windows of their own, which
        are smaller and may have the title of that to which they belong."""
        # Assistive technology knows a window a moment before the display shows it; until then what
        # lies in it would be taken for a place in another one.
        found = title and wait_until_or_not(lambda: hands.windows_of(self.process.pid, title))
        found = found or wait_until(lambda: hands.windows_of(self.process.pid),
                                    'a window of the program')
        return max(found, key=lambda window: area_of(hands.geometry(window)))

    def complaints(self):
        """The criticals that the program has printed so far, without that which is known."""
        with open(self.log, encoding='utf-8', errors='replace') as log:
            log.seek(self.log_start)
            return [line.strip() for line in log if 'CRITICAL' in line and KNOWN not in line]

    def stop(self):
        code = end(self.process)
        if self.complaints():
            raise AssertionError('\n'.join(self.complaints()))
        return code

    def kill(self):
        self.process.kill()
        self.process.wait()
