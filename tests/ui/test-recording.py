#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Recording with consent in both programs' windows: asked, refused, agreed, taken back; and what
lies on the disk meanwhile."""

import os
import re
import tempfile
import unittest

from support import hands
from support import interview as room
from support.desktop import Desktop
from support.waiting import wait_until, wait_until_or_not

RECORD, RUNNING, ASKED, WAITING = 'Record', 'Recording', 'Asked to record', 'Not recording yet'
SIGN = 'InterviewRecordingSign'
EBML = b'\x1a\x45\xdf\xa3'
ASK = re.compile('Ask to Record$')
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
            self.says(program, RECORD)

    def sign(self, program):
        return program.wait(name=SIGN)

    def says(self, program, word):
        """Waits until the sign says it in words, to everybody who can read or has it read out."""
        wait_until(lambda: self.sign(program).find('push button', word), f'{word!r} on the sign')

    def press(self, program, choice=None):
        sign = self.sign(program)
        button = sign.find('push button')
        wait_until(lambda: button.enabled, 'the sign to be sensitive')
        if choice is None:
            button.click()
            return
        wait_until(lambda: self.open_choice(sign, button, re.compile(choice + '$')),
                   f'the choice {choice!r}').click()

    @staticmethod
    def open_choice(within, button, name):
        """A click while a menu or a dialog still closes comes to nothing."""
        button.click()
        return wait_until_or_not(lambda: within.find('push button', name), patience=10)

    def ask(self, program):
        button = self.sign(program).find('push button')
        wait_until(lambda: button.enabled, 'the sign to be sensitive')
        wait_until(lambda: self.open_choice(program, button, ASK), 'the question')
        program.wait('push button', ASK).click()
        self.says(program, WAITING)

    def answer(self, program, answer):
        program.wait(name=re.compile('Asks to Record$'))
        program.wait(name=re.compile('Version 1 of the text'))
        program.wait('push button', re.compile(answer + '$')).click()

    def media(self):
        """Every file of a recording on this desktop's disk, whatever it is called, and its size."""
        found = {}
        for top in (self.folder, self.desktop.folder):
            for folder, _, names in os.walk(top):
                for name in names:
                    path = os.path.join(folder, name)
                    try:
                        with open(path, 'rb') as stream:
                            if stream.read(4) == EBML:
                                found[path] = os.path.getsize(path)
                    except OSError:
                        pass
        return found

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
        self.ask(self.recruiter)
        self.answer(self.candidate, 'Do Not Record')
        for program in (self.candidate, self.recruiter):
            self.says(program, RECORD)
            program.wait(name=re.compile('does not agree. The interview goes on'), showing=False)
        self.assertEqual(self.media().keys(), self.known.keys())
        room.see_moving(self.recruiter, room.OTHER)

        self.ask(self.recruiter)
        self.answer(self.candidate, 'Agree')
        for program in (self.candidate, self.recruiter):
            self.says(program, RUNNING)
        path = self.grow()

        self.press(self.candidate, 'Withdraw My Agreement')
        for program in (self.candidate, self.recruiter):
            self.says(program, RECORD)
            program.wait(name=re.compile('took their agreement back'), showing=False)
        wait_until(lambda: path not in self.media(), 'the recording to be deleted')
        room.see_moving(self.candidate, room.OTHER)

    def test_the_candidate_asks_by_the_keyboard_and_the_recruiter_stops_it(self):
        hands.raise_window(self.candidate.x_window())
        hands.press(KEY)
        self.candidate.wait('push button', ASK).click()
        self.answer(self.recruiter, 'Agree')
        for program in (self.candidate, self.recruiter):
            self.says(program, RUNNING)
        path = self.grow()
        # Long enough to be looked at.
        wait_until(lambda: os.path.getsize(path) > 400000, 'some seconds of it')
        self.press(self.recruiter, 'Stop Recording')
        for program in (self.candidate, self.recruiter):
            self.says(program, RECORD)
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
        self.ask(self.recruiter)
        self.answer(self.candidate, 'Agree')
        self.says(self.recruiter, RUNNING)
        first = self.grow()
        self.recruiter.kill()
        self.recruiter = self.interview.open('recruiter')
        self.says(self.recruiter, RUNNING)
        second = self.grow()
        self.assertNotEqual(first, second)
        self.says(self.candidate, RUNNING)
        self.press(self.recruiter, 'Stop Recording')
        self.says(self.candidate, RECORD)

    def test_withdrawn_after_the_interview(self):
        self.ask(self.recruiter)
        self.answer(self.candidate, 'Agree')
        self.says(self.recruiter, RUNNING)
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
