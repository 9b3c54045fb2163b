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
import tempfile
import time
import unittest

from candidate_world import JOIN, Partner, World, see_both
from support import interview as room
from support.desktop import Desktop
from support.programs import Program, built
from support.waiting import stays, wait_until

CUT_SECONDS = 10
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


class NetworkTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory(prefix='interviewer-network-')
        cls.addClassCleanup(cls.place.cleanup)
        lay_cable()
        cls.addClassCleanup(ip, 'netns', 'delete', NAME)
        cls.desktop = Desktop(size=(1280, 800)).__enter__()
        cls.addClassCleanup(cls.desktop.close)
        cls.world = World(cls.desktop, cls.place.name)
        cls.world.start_server(host=SERVER)
        cls.partner = Partner(cls.world, cls.world.room_of('陈思远'))
        cls.world.remember_form('docked', profile='cut')
        cls.candidate = Program(
            cls.desktop,
            ['ip', 'netns', 'exec', NAME, built('interviewer-app'), '--profile', 'cut',
             '--test-source', '--insecure', '--sign-in-file',
             cls.world.sign_in_file('candidate')],
            log=os.path.join(cls.place.name, 'candidate.log'))

    def test_cut(self):
        program = self.candidate
        program.wait('push button', JOIN).click()
        self.partner.tell('join')
        see_both(program)
        room.open_panel(program, 'Company')
        ip('link', 'set', OUTSIDE, 'down')
        began = time.monotonic()
        program.wait(name=re.compile('Reconnecting|network is away|was lost'))
        stays(lambda: room.find_panel(program, 'Company') is not None, 'the open panel',
              max(0, CUT_SECONDS - (time.monotonic() - began)))
        ip('link', 'set', OUTSIDE, 'up')
        see_both(program, patience=90)
        wait_until(lambda: room.find_panel(program, 'Company'), 'the panel')
        self.partner.wait('in-call')


if __name__ == '__main__':
    unittest.main(verbosity=2, argv=sys.argv)
