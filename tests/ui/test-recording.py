#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recording with consent in both programs' windows: asked, refused, agreed, taken back; and what
lies on the disk meanwhile."""

import os
import re
import tempfile
import unittest

from support import hands, recording
from support import interview as room
from support.desktop import Desktop
from support.waiting import wait_until

KEY = 'ctrl+shift+r'


class Recording(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.desktop = cls.enterClassContext(Desktop(size=(1680, 1000)))
        cls.interview = room.Interview(cls.desktop, cls.folder)
        cls.interview.start_server()
        cls.addClassCleanup(cls.interview.server.stop)
        for who in ('candidate', 'recruiter'):
            cls.interview.open(who)
        cls.interview.place_side_by_side()
        for who in ('candidate', 'recruiter'):
            cls.interview.join(who)
        cls.interview.admit()
        for program in (cls.interview.candidate, cls.interview.recruiter):
            program.wait(name=room.OTHER)

    @classmethod
    def tearDownClass(cls):
        for program in (cls.interview.candidate, cls.interview.recruiter):
            program.stop()

    def setUp(self):
        self.candidate = self.interview.candidate
        self.recruiter = self.interview.recruiter
        self.known = self.media()
        for program in (self.candidate, self.recruiter):
            recording.says(program, recording.RECORD)

    def media(self):
        return recording.media(self.folder, self.desktop.folder)

    def grow(self):
        """Waits for a recording that is not known yet to grow; returns its path."""
        def look():
            new = [path for path, size in self.media().items()
                   if path not in self.known and size > 20000]
            return new[0] if new else None
        path = wait_until(look, 'a recording on the disk')
        self.known[path] = None
        return path

    def test_refused_then_agreed_then_taken_back(self):
        self.assertEqual(self.media().keys(), self.known.keys())
        recording.ask(self.recruiter)
        recording.answer(self.candidate, recording.REFUSE)
        for program in (self.candidate, self.recruiter):
            recording.says(program, recording.RECORD)
            program.wait(name=re.compile('does not agree. The interview goes on'), showing=False)
        self.assertEqual(self.media().keys(), self.known.keys())
        room.see_moving(self.recruiter, room.OTHER)

        recording.ask(self.recruiter)
        recording.answer(self.candidate, recording.AGREE)
        for program in (self.candidate, self.recruiter):
            recording.says(program, recording.RUNNING)
        path = self.grow()

        recording.choose(self.candidate, recording.WITHDRAW)
        for program in (self.candidate, self.recruiter):
            recording.says(program, recording.RECORD)
            program.wait(name=re.compile('took their agreement back'), showing=False)
        wait_until(lambda: path not in self.media(), 'the recording to be deleted')
        room.see_moving(self.candidate, room.OTHER)

    def test_the_candidate_asks_by_the_keyboard_and_the_recruiter_stops_it(self):
        hands.raise_window(self.candidate.x_window())
        hands.press(KEY)
        self.candidate.wait('push button', recording.ASK).click()
        recording.answer(self.recruiter, recording.AGREE)
        for program in (self.candidate, self.recruiter):
            recording.says(program, recording.RUNNING)
        path = self.grow()
        # Long enough to be looked at.
        wait_until(lambda: os.path.getsize(path) > 400000, 'some seconds of it')
        recording.choose(self.recruiter, recording.STOP)
        for program in (self.candidate, self.recruiter):
            recording.says(program, recording.RECORD)
        self.assertTrue(path.endswith('.webm'))
        self.assertEqual(self.media().keys(), self.known.keys())
        self.look_at(self.candidate, path)

    def look_at(self, program, path):
        """Plays the recording and deletes it, in the window for that."""
        program.wait(re.compile('button'), re.compile('^Main Menu|^Menu')).click()
        program.wait('menu item', re.compile('Recordings$')).click()
        window = program.wait('frame', 'Recordings')
        row = wait_until(lambda: window.find('list item', re.compile('陈思远')), 'the recording')
        row.click()
        wait_until(lambda: window.find('push button', 'Play'), 'the way to play it').click()
        wait_until(lambda: window.find('push button', 'Pause'), 'the recording to play')
        wait_until(lambda: window.find('label', re.compile('^0:0[1-9] of ')),
                   'the first second to go by')
        wait_until(lambda: window.find('push button', re.compile('Save As')), 'the way to save')
        window.find('push button', 'Back to the recordings').click()
        wait_until(lambda: window.find('push button', 'Delete the Recording'), 'the list').click()
        program.wait('push button', re.compile('Delete$')).click()
        program.wait(name='No Recordings')
        wait_until(lambda: path not in self.media(), 'the file to be gone')
        window.find('push button', 'Close').click()
        program.wait_gone('frame', 'Recordings')

    def test_a_killed_program_comes_back_and_records_further(self):
        recording.ask(self.recruiter)
        recording.answer(self.candidate, recording.AGREE)
        recording.says(self.recruiter, recording.RUNNING)
        first = self.grow()
        self.recruiter.kill()
        self.recruiter = self.interview.open('recruiter')
        recording.says(self.recruiter, recording.RUNNING)
        second = self.grow()
        self.assertNotEqual(first, second)
        recording.says(self.candidate, recording.RUNNING)
        recording.choose(self.recruiter, recording.STOP)
        recording.says(self.candidate, recording.RECORD)

    def test_withdrawn_after_the_interview(self):
        recording.ask(self.recruiter)
        recording.answer(self.candidate, recording.AGREE)
        recording.says(self.recruiter, recording.RUNNING)
        path = self.grow()
        hands.raise_window(self.recruiter.x_window())
        hands.press('ctrl+shift+h')
        self.recruiter.wait('push button', re.compile('End Interview$')).click()
        self.candidate.wait('push button', re.compile('Later$')).click()
        self.candidate.wait('push button', re.compile('Withdraw My Agreement to Be')).click()
        wait_until(lambda: path not in self.media(), f'{path} to be deleted')
        self.candidate.wait_gone('push button', re.compile('Withdraw My Agreement to Be'))


if __name__ == '__main__':
    unittest.main(verbosity=2)
