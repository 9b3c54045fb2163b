#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A recording is shared by a link, written about, opened without a sign-in, and taken back by who
shared it and by HR."""

import os
import re
import tempfile
import unittest
import urllib.error
import urllib.parse
import urllib.request

from recruiter_world import SHEN, World
from support import hands, recording
from support.desktop import Desktop
from support.waiting import wait_until

PORTAL = 'org.freedesktop.*portal*'
MAIL_PROGRAM = '''[Desktop Entry]
Type=Application
Name=Mail
Exec={folder}/write-down %u
MimeType=x-scheme-handler/mailto;
'''


class Sharing(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.desktop = cls.enterClassContext(Desktop(size=(1680, 1000), services=(PORTAL,)))
        cls.install_mail_program()
        cls.world = World(cls.desktop, cls.folder)
        cls.world.start_server()
        cls.addClassCleanup(cls.world.server.stop)
        for who in ('candidate', 'recruiter'):
            cls.world.open(who)
        cls.world.place_side_by_side()
        for who in ('candidate', 'recruiter'):
            cls.world.join(who)
        cls.world.admit()
        cls.recruiter, cls.candidate = cls.world.recruiter, cls.world.candidate
        cls.path = cls.record()

    @classmethod
    def tearDownClass(cls):
        for program in (cls.recruiter, cls.candidate):
            program.stop()

    @classmethod
    def install_mail_program(cls):
        """One that writes down what it was asked to write."""
        script = os.path.join(cls.folder, 'write-down')
        with open(script, 'w', encoding='utf-8') as file:
            file.write(f'#!/bin/sh\nprintf "%s\\n" "$1" >> {cls.folder}/letters\n')
        os.chmod(script, 0o700)
        applications = os.path.join(cls.desktop.environment['XDG_DATA_HOME'], 'applications')
        os.makedirs(applications)
        with open(os.path.join(applications, 'mail.desktop'), 'w', encoding='utf-8') as file:
            file.write(MAIL_PROGRAM.format(folder=cls.folder))
        config = cls.desktop.environment['XDG_CONFIG_HOME']
        with open(os.path.join(config, 'mimeapps.list'), 'w', encoding='utf-8') as file:
            file.write('[Default Applications]\nx-scheme-handler/mailto=mail.desktop\n')

    @classmethod
    def record(cls):
        """A few seconds of the interview, to which both agreed; returns the file."""
        recording.ask(cls.recruiter)
        recording.answer(cls.candidate, recording.AGREE)
        recording.says(cls.recruiter, recording.RUNNING)

        def long_enough():
            found = recording.media(cls.folder, cls.desktop.folder)
            return next((path for path, size in found.items() if size > 600000), None)
        path = wait_until(long_enough, 'some seconds of it')
        recording.choose(cls.recruiter, recording.STOP)
        recording.says(cls.recruiter, recording.RECORD)
        hands.raise_window(cls.recruiter.x_window())
        hands.press('ctrl+shift+h')
        cls.recruiter.wait('push button', re.compile('End Interview$')).click()
        cls.recruiter.wait('push button', re.compile('Interviews$')).click()
        cls.candidate.wait('push button', re.compile('Later$')).click()
        return path

    def open_recordings(self, program):
        hands.raise_window(program.x_window())
        program.wait(re.compile('button'), re.compile('^Main Menu|^Menu')).click()
        program.wait('menu item', re.compile('Recordings$')).click()
        return program.wait('frame', 'Recordings')

    def begin(self):
        """The window in which the recording is shared."""
        window = self.open_recordings(self.recruiter)
        wait_until(lambda: window.find('list item', re.compile('陈思远')), 'the recording').click()
        wait_until(lambda: window.find('push button', re.compile('hare…$')), 'the way').click()
        return window, self.recruiter.wait('frame', 'Share the Recording')

    def create_link(self, sharing):
        button = wait_until(lambda: sharing.find('push button', re.compile('Create Link$')),
                            'the way to create a link')
        button.click()
        entry = wait_until(lambda: sharing.find('text', 'Link to the recording'), 'the link')
        return wait_until(lambda: entry.text, 'the link to be there')

    def withdraw(self, sharing):
        sharing.find('push button', re.compile('Withdraw Link$')).click()
        wait_until(lambda: sharing.find('label', 'The last link was withdrawn.'), 'the end of it')

    def load(self, link, headers=None):
        with urllib.request.urlopen(urllib.request.Request(link, headers=headers or {}),
                                    timeout=30) as answer:
            return answer.read()

    def assert_gone(self, link):
        with self.assertRaises(urllib.error.HTTPError) as caught:
            self.load(link)
        self.assertEqual(caught.exception.code, 404)
        caught.exception.close()

    def close(self, *windows):
        for window in windows:
            name = window.name
            window.find('push button', 'Close').click()
            self.recruiter.wait_gone('frame', name)

    def test_1_it_is_shared_written_about_and_withdrawn(self):
        window, sharing = self.begin()
        link = self.create_link(sharing)
        self.assertIn('面试录像', self.load(link, {'Accept-Language': 'zh-CN'}).decode())
        with open(self.path, 'rb') as file:
            self.assertEqual(self.load(link + '/recording'), file.read())

        sharing.find('push button', re.compile('E-Mail…$')).click()
        letters = os.path.join(self.folder, 'letters')
        wait_until(lambda: os.path.exists(letters), 'the letter')
        with open(letters, encoding='utf-8') as file:
            letter = urllib.parse.unquote(file.read())
        self.assertIn(link, letter)
        self.assertIn('陈思远', letter)

        self.withdraw(sharing)
        self.assert_gone(link)
        self.close(sharing, window)

    def test_2_hr_sees_it_and_takes_it_back(self):
        window, sharing = self.begin()
        link = self.create_link(sharing)
        self.load(link)
        self.close(sharing, window)

        admin = self.world.signed_in(SHEN, 'shen')
        self.addCleanup(admin.stop)
        admin.find(name='Main Menu').click()
        admin.wait(name='HR Settings', role='menu item').click()
        admin.wait(name='Shared Recordings').click()
        admin.wait(name=re.compile('opened 1 time'), showing=False)
        admin.wait('push button', 'Withdraw').click()
        admin.wait_gone('push button', 'Withdraw')
        self.assert_gone(link)

        window = self.open_recordings(self.recruiter)
        wait_until(lambda: window.find('label', 'Shared by a Link', showing=False),
                   'what was shared')
        self.assertIsNone(window.find('push button', 'Withdraw'))
        self.close(window)

    def test_3_the_candidate_learns_of_it(self):
        window, sharing = self.begin()
        link = self.create_link(sharing)
        shown = self.open_recordings(self.candidate)
        wait_until(lambda: shown.find('label', 'Shared by a Link', showing=False), 'the share')
        self.assertIsNone(shown.find('push button', 'Withdraw'))
        shown.find('push button', 'Close').click()
        self.withdraw(sharing)
        self.assert_gone(link)
        self.close(sharing, window)


if __name__ == '__main__':
    unittest.main(verbosity=2)
