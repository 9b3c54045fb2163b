# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop for one test: X server, session bus, window manager, and folders of its own."""

import glob
import os
import select
import shutil
import signal
import subprocess
import tempfile

START_SECONDS = 30
BUS_SETTINGS = '''<busconfig>
  <type>session</type>
  <listen>unix:path={folder}/bus</listen>
  <servicedir>{services}</servicedir>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
'''


class Desktop:
    """Use it in a with statement. `environment` is what programs on this desktop are started with.

    With accessible=True this process itself talks to the desktop's accessibility bus, so there can
    be only one such desktop in the life of a process. `services` are names of D-Bus services, with
    *, that are started on demand.
    """

    def __init__(self, size=(1280, 800), accessible=True, language=None, services=()):
        self.size = size
        self.services = ('org.a11y.*', *services)
        self.accessible = accessible
        self.folder = tempfile.mkdtemp(prefix='interview-desktop-')
        self.processes = []
        self.environment = self._folders(dict(os.environ))
        if accessible:
            for name in ('GTK_A11Y', 'NO_AT_BRIDGE', 'GSETTINGS_BACKEND'):
                self.environment.pop(name, None)
            # Settings are kept in a file, so that a program that is started again finds them.
            self.environment['GSETTINGS_BACKEND'] = 'keyfile'
        self.environment['LC_ALL'] = 'C.UTF-8'
        if language:
            # LANGUAGE has a say only when the locale is not C.
            self.environment.update(language_environment(language))
        self.environment.setdefault('GSK_RENDERER', 'cairo')
        self.environment['GDK_BACKEND'] = 'x11'

    def _folders(self, environment):
        for variable, name in (('HOME', 'home'), ('XDG_CONFIG_HOME', 'config'),
                               ('XDG_DATA_HOME', 'data'), ('XDG_CACHE_HOME', 'cache'),
                               ('XDG_STATE_HOME', 'state'), ('XDG_RUNTIME_DIR', 'run')):
            path = os.path.join(self.folder, name)
            os.makedirs(path, mode=0o700)
            environment[variable] = path
        for variable in ('WAYLAND_DISPLAY', 'DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'LANGUAGE',
                         'AT_SPI_BUS_ADDRESS', 'XAUTHORITY'):
            environment.pop(variable, None)
        return environment

    def __enter__(self):
        try:
            self.start_display()
            self._start_bus()
            self.start(['openbox', '--sm-disable'], quiet=True)
            if self.accessible:
                self._join()
        except BaseException:
            self.close()
            raise
        return self

    def __exit__(self, *exception):
        self.close()

    def start(self, command, quiet=False, environment=None, **options):
        """Starts a program that is ended with the desktop."""
        if quiet:
            options.setdefault('stdout', subprocess.DEVNULL)
            options.setdefault('stderr', subprocess.DEVNULL)
        process = subprocess.Popen(command, env=environment or self.environment, **options)
        self.processes.append(process)
        return process

    def start_display(self):
        reader, writer = os.pipe()
        width, height = self.size
        self.start(['Xvfb', '-displayfd', str(writer), '-screen', '0', f'{width}x{height}x24',
                    '-nolisten', 'tcp', '-noreset'], quiet=True, pass_fds=[writer])
        os.close(writer)
        self.environment['DISPLAY'] = ':' + read_line(reader, 'the X server')
        os.close(reader)

    def _start_bus(self):
        """Of what is installed only the accessibility service and what the test asks for is started
        on demand: a keyring, say, would ask for a password on some machines and not on others."""
        services = os.path.join(self.folder, 'services')
        os.makedirs(services)
        for name in self.services:
            for path in glob.glob(f'/usr/share/dbus-1/services/{name}.service'):
                shutil.copy(path, services)
        settings = os.path.join(self.folder, 'bus.conf')
        with open(settings, 'w', encoding='utf-8') as stream:
            stream.write(BUS_SETTINGS.format(folder=self.folder, services=services))
        bus = self.start(['dbus-daemon', f'--config-file={settings}', '--nofork',
                          '--print-address=1'],
                         stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.environment['DBUS_SESSION_BUS_ADDRESS'] = read_line(bus.stdout.fileno(), 'the bus')

    def _join(self):
        """Makes this process a guest of the desktop: the accessibility client lives in it."""
        for name in ('DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'HOME',
                     'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME'):
            os.environ[name] = self.environment[name]
        os.environ.pop('GTK_A11Y', None)

    def close(self):
        for process in reversed(self.processes):
            end(process)
        self.processes = []
        shutil.rmtree(self.folder, ignore_errors=True)


def language_environment(language):
    """What makes a program speak `language`, for example zh_CN, without a locale of that name."""
    if language in (None, 'en', 'C'):
        return {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en'}
    return {'LC_ALL': 'C.UTF-8', 'LANGUAGE': language}


def read_line(descriptor, what):
    """Reads one line; fails when it does not come."""
    line = b''
    while not line.endswith(b'\n'):
        ready, _, _ = select.select([descriptor], [], [], START_SECONDS)
        byte = os.read(descriptor, 1) if ready else b''
        if not byte:
            raise RuntimeError(f'{what} did not start')
        line += byte
    return line.decode().strip()


def end(process, patience=10):
    """Asks a process to end, insists after `patience` seconds; returns its exit status."""
    if process.poll() is None:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(patience)
        except subprocess.TimeoutExpired:
            process.kill()
    if process.stdout and not process.stdout.closed and process.poll() is not None:
        process.stdout.close()
    return process.wait()
