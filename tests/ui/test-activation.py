#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A desktop starts the programs over its bus: the service files that are installed name them, and a
program that was started so opens its window and takes a link."""

import configparser
import os
import re
import shlex
import subprocess
import unittest

from support.desktop import Desktop
from support.node import Node, atspi
from support.programs import build_folder, built
from support.waiting import wait_until

PROGRAMS = {'io.github.interview.Candidate': 'interviewer-app',
            'io.github.interview.Recruiter': 'recruiter-app'}


def read(path):
    parser = configparser.RawConfigParser(strict=False)
    parser.optionxform = str
    with open(path, encoding='utf-8') as file:
        parser.read_file(file)
    return parser


def installed(name):
    """A desktop or service file as the build makes it."""
    return os.path.join(build_folder(), 'data', name)


class Activation(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desktop = Desktop(size=(1280, 800)).__enter__()
        cls.addClassCleanup(cls.desktop.close)
        for name in PROGRAMS:
            cls.offer(name)
        cls.ask_bus('ReloadConfig')

    @classmethod
    def offer(cls, name):
        """Puts a service file where the bus looks, with the program that was built."""
        service = read(installed(f'{name}.service'))['D-BUS Service']
        program, *arguments = shlex.split(service['Exec'])
        assert os.path.isabs(program) and os.path.basename(program) == PROGRAMS[name], service
        command = shlex.join([built(PROGRAMS[name]), *arguments])
        path = os.path.join(cls.desktop.folder, 'services', f'{name}.service')
        with open(path, 'w', encoding='utf-8') as file:
            file.write(f"[D-BUS Service]\nName={service['Name']}\nExec={command}\n")

    @classmethod
    def ask_bus(cls, method, *arguments):
        """Asks the bus itself; returns what it says, None when it refuses."""
        answer = subprocess.run(
            ['gdbus', 'call', '--session', '--dest', 'org.freedesktop.DBus', '--object-path',
             '/org/freedesktop/DBus', '--method', f'org.freedesktop.DBus.{method}', *arguments],
            env=cls.desktop.environment, capture_output=True, text=True, check=False)
        return answer.stdout if answer.returncode == 0 else None

    def process_of(self, name):
        answer = self.ask_bus('GetConnectionUnixProcessID', name)
        return int(re.search(r'uint32 (\d+)', answer).group(1)) if answer else None

    def window_of(self, name):
        """What the program shows, as soon as it does."""
        def look():
            process = self.process_of(name)
            desktop = atspi().get_desktop(0)
            for index in range(desktop.get_child_count()):
                child = desktop.get_child_at_index(index)
                if child is not None and child.get_process_id() == process:
                    child.set_cache_mask(atspi().Cache.NONE)
                    return Node(child, None)
            return None
        return wait_until(look, f'{name} to show itself')

    def launch(self, name, *links):
        subprocess.run(['gapplication', 'launch', name, *links], check=True, timeout=60,
                       env=self.desktop.environment)

    def test_desktop_files(self):
        for name in PROGRAMS:
            entry = read(installed(f'{name}.desktop'))['Desktop Entry']
            self.assertEqual(entry['DBusActivatable'], 'true')
            service = read(installed(f'{name}.service'))['D-BUS Service']
            self.assertEqual(service['Name'], name)

    def test_candidate(self):
        name = 'io.github.interview.Candidate'
        self.assertIsNone(self.process_of(name))
        self.launch(name)
        window = self.window_of(name)
        wait_until(lambda: window.find('text', 'Invitation link or code'), 'the way in')
        process = self.process_of(name)
        self.launch(name, 'interview://a.example/too-short')
        wait_until(lambda: window.find('label', re.compile('^This is not an invitation')),
                   'what is wrong with the link')
        self.assertEqual(self.process_of(name), process)

    def test_recruiter(self):
        name = 'io.github.interview.Recruiter'
        self.launch(name)
        window = self.window_of(name)
        wait_until(lambda: window.find('text', 'E-mail'), 'the page to sign in')


if __name__ == '__main__':
    unittest.main(verbosity=2)
