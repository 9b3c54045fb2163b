#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The candidate looks how the connection is, and saves the log, which says nothing of persons."""

import os
import re
import socket
import sys
import unittest

from candidate_world import CandidateTest, see_both
from support import hands
from support.waiting import wait_until, wait_until_or_not

CONNECTION = re.compile('button')
NUMBERS = re.compile(r'(?s)There and back: \d+ ms.*You send: .*You receive: .*Sound: .*Way: direct')
ADDRESS = re.compile(r'\d+\.\d+\.\d+\.\d+|[0-9a-f]{1,4}:[0-9a-f:]{3,}')


class ConnectionTest(CandidateTest):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.open_room()
        cls.join()

    def find_save(self):
        return self.candidate.find('push button', re.compile('Save Log'))

    def try_to_open(self):
        if self.find_save() is None:
            self.candidate.wait(CONNECTION, 'Connection').click()
        return wait_until_or_not(self.find_save)

    def open_panel(self):
        """GTK 4.8 can tell a popover that was closed by a key of a motion that it asked for before,
        and gives it the next click, too, unless the pointer has gone on: then again."""
        wait_until(self.try_to_open, 'the panel of the connection')

    def test_1_nobody_is_there(self):
        self.candidate.wait(name='You are in the lobby')
        self.open_panel()
        self.candidate.wait('label', 'Nobody else is in the call yet.')

    def test_2_in_words_and_numbers(self):
        hands.press('Escape')
        self.partner.tell('join')
        see_both(self.candidate)
        self.open_panel()
        self.candidate.wait('label', 'The connection is good.')
        self.candidate.wait('label', NUMBERS)

    def test_3_the_other_side_is_gone(self):
        self.partner.tell('leave')
        self.candidate.wait('label', 'Nobody else is in the call yet.')
        self.partner.tell('join')
        self.candidate.wait('label', 'The connection is good.')

    def test_4_the_log_is_saved_and_says_nothing_of_persons(self):
        path = os.path.join(self.desktop.environment['HOME'], 'interview-call.txt')
        self.open_panel()
        self.candidate.wait('push button', re.compile('Save Log')).click()
        self.candidate.wait(name='Save the Log')
        self.candidate.wait('push button', re.compile('^_Save Save')).wait_at_rest()
        hands.press('Return')
        wait_until(lambda: os.path.exists(path) and os.path.getsize(path) > 0, 'the log')
        self.candidate.wait(name='The log was saved.')
        with open(path, encoding='utf-8') as stream:
            log = stream.read()
        self.assertRegex(log, r'^Interview \d')
        self.assertRegex(log, r'other 1  connected way=direct rtt=\d+ms send: carries=\d+')
        self.assertIsNone(ADDRESS.search(log))
        self.assertEqual(os.stat(path).st_mode & 0o077, 0)
        personal = [name for row in self.world.query('SELECT display_name FROM person')
                    for name in [row[0], *row[0].split()]]
        personal += [socket.gethostname(), self.room_id, 'Heronreed']
        for name in personal:
            self.assertIsNone(re.search(rf'\b{re.escape(name)}\b', log), name)


if __name__ == '__main__':
    unittest.main(verbosity=2, failfast=True, argv=sys.argv)
