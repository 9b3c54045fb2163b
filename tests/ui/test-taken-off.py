#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A recruiter is taken off the panel in the middle of a call: their program says so and lets go, a
colleague and the candidate go on with each other and see them leave."""

import re
import tempfile
import unittest

from recruiter_world import JOIN_NOW, JOIN_ROOM, SHEN, World, choose_room, push, sign_in
from support import hands
from support import interview as room
from support.desktop import Desktop
from support.programs import Program, built
from support.rest import Rest
from support.waiting import stays, wait_until

MARCUS = ('marcus.oyelaran@heronreed.example', 'quiet-harbour-17')
LIN_SEEN = re.compile('^Video of .*Lin Yating')
MARCUS_SEEN = re.compile('^Video of .*Marcus')


class TakenOff(unittest.TestCase):
    def setUp(self):
        self.desktop = self.enterContext(Desktop(size=(1680, 1000)))
        self.world = World(self.desktop, self.enterContext(tempfile.TemporaryDirectory()))
        self.world.start_server()
        self.addCleanup(self.world.server.stop)
        self.hr = Rest(self.world.server.address).sign_in(*SHEN)
        rooms = self.hr.call('GET', '/rooms')['items']
        self.room_id = next(entry['id'] for entry in rooms
                            if '陈思远' in entry['candidate']['display_name']
                            and entry['state'] == 'scheduled')
        self.panel = {name: self.hr.find_recruiter(name) for name in ('林雅婷', 'Marcus')}
        self.set_panel('林雅婷', 'Marcus')

    def set_panel(self, *names):
        entry = self.hr.call('GET', f'/rooms/{self.room_id}')
        self.hr.call('PUT', f'/rooms/{self.room_id}/schedule', {
            'revision': entry['revision'], 'starts_at': entry['starts_at'],
            'duration_minutes': entry['duration_minutes'], 'time_zone': 'Asia/Shanghai',
            'recruiter_ids': [self.panel[name] for name in names]})

    def enter(self, who):
        self.addCleanup(self.world.open(who).stop)

    def open_colleague(self):
        colleague = Program(self.desktop, [built('recruiter-app'), '--profile', 'marcus',
                                           '--test-source'], log=self.world.folder + '/marcus.log')
        self.addCleanup(colleague.stop)
        sign_in(colleague, self.world.server.address, *MARCUS)
        choose_room(colleague, '陈思远')
        push(colleague, JOIN_ROOM)
        push(colleague, JOIN_NOW)
        return colleague

    def test_the_others_go_on(self):
        for who in ('candidate', 'recruiter'):
            self.enter(who)
        self.world.place_side_by_side()
        for who in ('candidate', 'recruiter'):
            self.world.join(who)
        self.world.admit()
        candidate, recruiter = self.world.candidate, self.world.recruiter
        candidate.wait(name=LIN_SEEN)
        colleague = self.open_colleague()
        candidate.wait(name=MARCUS_SEEN)
        recruiter.wait(name=MARCUS_SEEN)

        self.set_panel('Marcus')
        recruiter.wait('label', 'You Do Not Take Part Any More')
        recruiter.wait('label', re.compile('^Somebody of your company has changed'))
        self.assertIsNone(recruiter.find('push button', re.compile('Go Back In')))
        for program in (candidate, colleague):
            wait_until(lambda program=program: program.find(name=LIN_SEEN) is None,
                       'the picture of who was taken off to go')
        self.assertIsNone(candidate.find('label', 'The Interview Is Over'))
        hands.raise_window(candidate.x_window())
        room.see_moving(candidate, MARCUS_SEEN)

        # Put on again by somebody who was asked to: there is a way back in.
        self.set_panel('林雅婷', 'Marcus')
        push(recruiter, re.compile('Go Back In'))
        candidate.wait(name=LIN_SEEN)
        stays(lambda: colleague.find(name=LIN_SEEN), 'the three of them together',
              until=room.moves_on(colleague, LIN_SEEN, 2000))


if __name__ == '__main__':
    unittest.main(verbosity=2)
