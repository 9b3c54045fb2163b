#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The candidate sees in the lobby who interviews and what others think of them, chooses among the
free ones, and is told kindly when somebody was faster."""

import re
import tempfile
import unittest

from candidate_world import World
from recruiter_world import SHEN
from support.desktop import Desktop
from support.rest import Rest
from support.waiting import wait_until


class Choice(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.desktop = cls.enterClassContext(Desktop(size=(1280, 900)))
        cls.world = World(cls.desktop, cls.folder)
        cls.world.start_server()
        cls.addClassCleanup(cls.world.server.stop)
        cls.hr = Rest(cls.world.server.address).sign_in(*SHEN)

    def choose_elsewhere(self, candidate, room_id, recruiter_id):
        candidate.call('PUT', f'/rooms/{room_id}/recruiter', {'recruiter_id': recruiter_id})

    def row(self, program, name):
        def look():
            group = program.find('list', 'Who Interviews You', showing=False)
            return group and group.find('list item', re.compile(name), showing=False)
        return wait_until(look, f'{name} in the list')

    def button(self, program, name):
        row = self.row(program, name)
        return wait_until(lambda: row.find(re.compile('radio button|check box'), showing=False),
                          f'the choice of {name}')

    def test_a_candidate_chooses_and_may_be_too_late(self):
        policy = self.hr.call('GET', '/staffing/policy')
        policy.update(choice=True, capacity=9)
        self.hr.call('PUT', '/staffing/policy', policy)
        room_id = self.world.room_of('陈思远')
        program = self.world.program('--sign-in-file', self.world.sign_in_file('candidate'))
        self.addCleanup(program.stop)
        self.row(program, '林雅婷').wait('label', re.compile(r'^4\.\d of 5, from 3 ratings'),
                                         showing=False)
        self.row(program, '巴雅尔').wait('label', 'Not enough ratings yet', showing=False)
        self.assertTrue(self.button(program, '林雅婷').checked)

        # Somebody else takes the one who is free, and this window does not know it yet.
        other_room = self.world.room_of('Amelia')
        other = Rest(self.world.server.address)
        other.redeem(self.hr.call('POST', f'/rooms/{other_room}/invitation')['code'])
        bayar, marcus = self.hr.find_recruiter('巴雅尔'), self.hr.find_recruiter('Marcus')
        self.choose_elsewhere(other, other_room, bayar)
        self.button(program, '巴雅尔').click()
        program.wait(name=re.compile('^Somebody else has just chosen this recruiter'),
                     showing=False)
        self.row(program, 'Marcus')
        self.assertTrue(self.button(program, '林雅婷').checked)

        self.button(program, 'Marcus').click()
        wait_until(lambda: self.recruiters_of(room_id) == [marcus], 'the choice to be made')
        wait_until(lambda: self.button(program, 'Marcus').checked, 'the choice to be shown')
        self.assertIsNone(program.find(name=re.compile('^Somebody else has just'),
                                       showing=True))

    def recruiters_of(self, room_id):
        return [row[0] for row in self.world.query(
            'SELECT recruiter_id FROM assignment WHERE room_id = ?', room_id)]


if __name__ == '__main__':
    unittest.main(verbosity=2)
