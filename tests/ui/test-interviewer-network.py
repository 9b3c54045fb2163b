#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The candidate's network is cut for ten seconds under a call: the candidate's program lives in a
network of its own, whose only cable is pulled. Picture and sound come back without a click and the
open panel stays. Needs root for the network namespace."""

import os
import re
import subprocess
import sys
import unittest

from candidate_world import JOIN, CandidateTest, Partner, see_both
from support import interview as room
from support.programs import Program, built
from support.waiting import stays, wait_until

CUT_MILLISECONDS = 10000
NAME = f'iv{os.getpid()}'
OUTSIDE, INSIDE = f'{NAME}o', f'{NAME}i'
SERVER = '10.99.17.1'


def ip(*arguments):
    subprocess.run(['ip', *arguments], check=True)


def lay_cable():
    ip('netns', 'add', NAME)
    ip('link', 'add', OUTSIDE, 'type', 'veth', 'peer', 'name', INSIDE, 'netns', NAME)
    ip('address', 'add', f'{SERVER}/30', 'dev', OUTSIDE)
    ip('-n', NAME, 'address', 'add', '10.99.17.2/30', 'dev', INSIDE)
    ip('link', 'set', OUTSIDE, 'up')
    ip('-n', NAME, 'link', 'set', INSIDE, 'up')
    ip('-n', NAME, 'link', 'set', 'lo', 'up')


class NetworkTest(CandidateTest):
    host = SERVER

    @classmethod
    def setUpClass(cls):
        lay_cable()
        cls.addClassCleanup(ip, 'netns', 'delete', NAME)
        super().setUpClass()
        cls.partner = Partner(cls.world, cls.world.room_of('陈思远'))
        cls.world.remember_form('docked', profile='cut')
        cls.candidate = Program(
            cls.desktop,
            ['ip', 'netns', 'exec', NAME, built('interviewer-app'), '--profile', 'cut',
             '--test-source', '--insecure', '--sign-in-file',
             cls.world.sign_in_file('candidate')],
            log=os.path.join(cls.folder, 'candidate.log'))

    def test_cut(self):
        program = self.candidate
        program.wait('push button', JOIN).click()
        self.partner.tell('join')
        see_both(program)
        room.open_panel(program, 'Company')
        is_over = room.moves_on(program, room.OWN, CUT_MILLISECONDS)
        ip('link', 'set', OUTSIDE, 'down')
        program.wait(name=re.compile('Reconnecting|network is away|was lost'))
        stays(lambda: room.find_panel(program, 'Company') is not None, 'the open panel',
              until=is_over)
        ip('link', 'set', OUTSIDE, 'up')
        see_both(program, patience=90)
        wait_until(lambda: room.find_panel(program, 'Company'), 'the panel')
        self.partner.wait('in-call')


if __name__ == '__main__':
    unittest.main(verbosity=2, argv=sys.argv)
