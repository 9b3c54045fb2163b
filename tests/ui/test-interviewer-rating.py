#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The candidate's rating in a real window: offered at the end, put off and found again, given while
the server is away, kept over kill -9, delivered once."""

import re
import sys
import unittest

from candidate_world import JOIN, CandidateTest, see_both
from support import hands
from support import interview as room
from support.session_manager import SessionManager
from support.waiting import wait_until

COMMENT = 'Friendly, and precise. 很好。'


class RatingTest(CandidateTest):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.session = SessionManager(cls.desktop)
        cls.addClassCleanup(cls.session.close)
        cls.open_room()

    def ratings(self):
        return self.world.query('SELECT stars, comment FROM rating WHERE room_id = ?',
                                self.room_id)

    def test_1_offered_at_the_end(self):
        program = self.candidate
        join = program.wait('push button', JOIN)
        self.assertFalse(self.session.keeps_awake())
        join.click()
        self.partner.tell('join')
        see_both(program)
        wait_until(self.session.keeps_awake, 'the screen to be kept on')
        self.fill_the_screen(program)
        self.mute(program)
        self.rate_during_the_call(program)
        self.partner.tell('end')
        wait_until(lambda: not self.session.keeps_awake(), 'the screen to be let go')
        program.wait(name=re.compile('^How was the interview with'))

    def rate_during_the_call(self, program):
        """The way to it is in the menu; putting it off takes nothing away at the end."""
        program.find(name='Main Menu').click()
        program.wait(name=re.compile('Rate the Interview'), role='menu item').click()
        program.wait(name=re.compile('^How was the interview with'))
        program.wait(name=re.compile('agree on one'), showing=False)
        program.wait('push button', re.compile('Later')).click()
        program.wait_gone(name=re.compile('^How was the interview with'))
        room.see_moving(program, room.OTHER)

    def fill_the_screen(self, program):
        hands.press('F11')
        wait_until(lambda: hands.geometry(program.x_window())[2:] == self.size, 'the full screen')
        room.see_moving(program, room.OTHER)
        hands.press('F11')
        wait_until(lambda: hands.geometry(program.x_window())[2:] != self.size, 'the window')

    def mute(self, program):
        hands.press('ctrl+m')
        room.show_controls(program)
        button = wait_until(lambda: room.find_control(program, 'Volume and devices'), 'the volume')
        button.click()
        mute = button.wait(name='Mute the sound', showing=False)
        self.assertTrue(mute.checked)
        button.wait('slider', 'Volume', showing=False).set_value(0.4)
        wait_until(lambda: not mute.checked, 'the sound to be on again')
        hands.press('Escape')

    def test_2_later_keeps_a_way(self):
        program = self.candidate
        program.wait('push button', re.compile('Later')).click()
        program.wait_gone(name=re.compile('^How was the interview with'))
        program.wait('push button', re.compile('^Rate the Interview'))

    def test_3_found_again_after_a_new_start(self):
        self.assertEqual(self.candidate.stop(), 0)
        type(self).candidate = self.world.program()
        self.candidate.wait('label', 'Thank You')
        self.candidate.wait(name=re.compile('^How was the interview with'))

    def test_4_kept_while_the_server_is_away(self):
        program = self.candidate
        self.world.server.kill()
        program.wait(name='4 stars').click()
        program.wait(name='Comment').write(COMMENT)
        program.wait('push button', re.compile('Send$')).click()
        program.wait('label', re.compile('^Your rating is kept on this computer'))
        program.kill()
        self.assertEqual(self.ratings(), [])

    def test_5_delivered_once_when_it_is_back(self):
        self.world.server.restart()
        type(self).candidate = self.world.program()
        wait_until(self.ratings, 'the rating in the store')
        self.candidate.wait('label', 'Thank You')
        self.assertEqual(self.candidate.stop(), 0)
        self.assertEqual(self.ratings(), [(4, COMMENT)])


if __name__ == '__main__':
    unittest.main(verbosity=2, failfast=True, argv=sys.argv)
