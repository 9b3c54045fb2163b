#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What somebody was writing in the chat is there again when their program was killed, each at its
place; what was sent is not, nor anything of a room that is over."""

import contextlib
import glob
import os
import re
import sqlite3
import tempfile
import unittest

from candidate_world import World
from support import hands
from support import interview as room
from support.desktop import Desktop
from support.waiting import wait_until

CHAT = 'Chat'
PLACE = re.compile('^Write ')
HALF = 'I would like to add'
SECRET = 'ask about the gap'


class Drafts(unittest.TestCase):
    def setUp(self):
        self.desktop = self.enterContext(Desktop(size=(1680, 1000)))
        self.interview = World(self.desktop, self.enterContext(tempfile.TemporaryDirectory()))
        self.interview.start_server()
        for who in ('candidate', 'recruiter'):
            self.interview.open(who)
        self.interview.place_side_by_side()
        for who in ('candidate', 'recruiter'):
            self.interview.join(who)
        self.interview.admit()
        for who in ('candidate', 'recruiter'):
            self.program(who).wait(name='InterviewCallControls')

    def tearDown(self):
        for who in ('candidate', 'recruiter'):
            self.program(who).stop()
        self.interview.server.stop()

    def program(self, who):
        return getattr(self.interview, who)

    def kept(self):
        """The drafts in the stores of both programs."""
        found = []
        for path in glob.glob(os.path.join(self.desktop.folder, 'data', '**', 'spool.db'),
                              recursive=True):
            with contextlib.closing(sqlite3.connect(f'file:{path}?mode=ro', uri=True)) as store:
                found += store.execute('SELECT place, text FROM draft').fetchall()
        return sorted(found)

    def wait_kept(self, *drafts):
        wait_until(lambda: self.kept() == sorted(drafts), f'{drafts} to be kept')

    def open_chat(self, who):
        program = self.program(who)
        hands.raise_window(program.x_window())
        if room.find_panel(program, CHAT) is None:
            hands.press('ctrl+6')
        return wait_until(lambda: room.find_panel(program, CHAT), 'the chat to open')

    def place(self, who, name=PLACE):
        return wait_until(lambda: self.open_chat(who).find('text', name), 'where one writes')

    def write(self, who, text):
        self.place(who).click()
        hands.type_text(text)

    def switch(self, who, name):
        wait_until(lambda: self.open_chat(who).find(room.BUTTON, name), f'{name!r}').click()

    def come_again(self, who):
        self.program(who).kill()
        self.interview.open(who).wait(name='InterviewCallControls')

    def test_chat(self):
        self.write('candidate', HALF)
        self.write('recruiter', 'for all')
        self.switch('recruiter', re.compile('^Panel only'))
        self.write('recruiter', SECRET)
        self.wait_kept(('chat', HALF), ('chat', 'for all'), ('panel', SECRET))

        self.come_again('recruiter')
        wait_until(lambda: self.place('recruiter').text == 'for all', 'the words for all')
        self.switch('recruiter', re.compile('^Panel only'))
        place = self.place('recruiter', 'Write to the panel only')
        wait_until(lambda: place.text == SECRET, 'the words for the panel')

        self.come_again('candidate')
        wait_until(lambda: self.place('candidate').text == HALF, 'the candidate’s words')
        self.write('candidate', ' this')
        hands.press('Return')
        self.wait_kept(('chat', 'for all'), ('panel', SECRET))
        self.come_again('candidate')
        self.assertEqual(self.place('candidate').text, '')

        self.end_room()
        self.wait_kept()

    def end_room(self):
        room_id, = self.interview.query("SELECT id FROM room WHERE state = 'live'")[0]
        self.interview.call('POST', f'/api/v1/rooms/{room_id}/end',
                            self.interview.staff_token())


if __name__ == '__main__':
    unittest.main(verbosity=2)
