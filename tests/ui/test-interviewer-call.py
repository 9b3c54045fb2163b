#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The candidate's call in a real window: joining, panels over a restart of the server, the other
side lost, left and back, and the program itself killed and started again."""

import re
import sys
import unittest

from candidate_world import CandidateTest, Partner, see_both
from support import hands
from support import interview as room
from support.waiting import stays, wait_until


class CallTest(CandidateTest):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world.remember_form('below')
        cls.open_room()

    def test_1_lobby_and_join(self):
        lobby = self.candidate
        lobby.wait('label', re.compile('^Welcome, 陈思远'))
        lobby.wait('label', 'Heronreed Robotics')
        room.see_moving(lobby, room.OWN)
        self.join()
        lobby.wait(name='You are in the lobby')
        self.partner.tell('join')
        see_both(lobby)
        self.partner.wait('in-call')

    def is_on(self):
        """Whether the button says that it turns the microphone off."""
        return 'off' in self.candidate.find('push button', 'Microphone').description

    def wait_on(self, on):
        wait_until(lambda: self.is_on() == on, f'the microphone to be {"on" if on else "off"}')

    def test_2_the_microphone_is_on_while_a_key_is_held(self):
        hands.raise_window(self.candidate.x_window())
        self.wait_on(True)
        hands.press('ctrl+d')
        self.wait_on(False)
        hands.hold('F9')
        self.addCleanup(hands.let_go, 'F9')
        self.wait_on(True)
        hands.let_go('F9')
        self.wait_on(False)

        # Another window takes the keyboard, and this one does not hear that the key is let go.
        hands.hold('F9')
        self.wait_on(True)
        hands.press('ctrl+question')
        self.wait_on(False)
        hands.let_go('F9')
        hands.press('Escape')

        hands.raise_window(self.candidate.x_window())
        hands.press('ctrl+d')
        self.wait_on(True)
        hands.hold('F9')
        hands.let_go('F9')
        stays(self.is_on, 'a microphone that is on',
              until=room.moves_on(self.candidate, room.OWN, 500))

    def test_2_sound_only_closes_the_camera(self):
        program = self.candidate
        program.find('push button', 'Volume and devices').click()
        box = program.wait('check box', 'Sound only', showing=False)
        wait_until(lambda: hands.press('Tab') or box.has_state('FOCUSED'), 'the box to be reached')
        hands.press('space')
        wait_until(lambda: box.checked, 'the box to be ticked')
        camera = program.find('push button', 'Camera', showing=False)
        wait_until(lambda: 'Turn the camera on' in camera.description, 'the camera to close')
        wait_until(lambda: room.read_time(program, room.OTHER) is None, 'the picture to go')
        hands.press('Escape')
        hands.press('ctrl+e')
        wait_until(lambda: not box.checked, 'pictures to be wanted again')
        see_both(program)

    def test_3_panels_stay_over_a_restart_of_the_server(self):
        program = self.candidate
        room.open_panel(program, 'Company')
        program.wait('label', re.compile('Heronreed Robotics'))
        room.open_panel(program, 'Questions to Ask')
        self.world.server.kill()
        question = program.wait('check box')
        question.click()
        wait_until(lambda: question.checked, 'the tick to show')
        see_both(program)
        self.world.server.restart()
        wait_until(lambda: self.world.query(
            'SELECT 1 FROM asked WHERE room_id = ?', self.room_id), 'the tick in the store')
        self.assertIsNotNone(room.find_panel(program, 'Company'))
        self.assertIsNotNone(room.find_panel(program, 'Questions to Ask'))
        see_both(program)

    def test_4_the_other_side_is_lost_and_comes_back(self):
        program = self.candidate
        self.partner.kill()
        program.wait('label', re.compile('^The connection to .* was lost'))
        type(self).partner = Partner(self.world, self.room_id)
        self.partner.tell('join')
        see_both(program)

    def test_5_the_other_side_is_lost_while_the_server_is_away(self):
        program = self.candidate
        self.world.server.kill()
        self.partner.kill()
        self.world.server.restart()
        program.wait('label', re.compile('^The connection to .* was lost'))
        type(self).partner = Partner(self.world, self.room_id)
        self.partner.tell('join')
        see_both(program)

    def test_6_the_other_side_leaves_and_comes_back(self):
        program = self.candidate
        self.partner.tell('leave')
        program.wait('label', re.compile(' left the interview$'))
        self.partner.tell('join')
        see_both(program)

    def test_7_killed_and_started_again(self):
        self.candidate.kill()
        self.partner.wait('reconnecting')
        type(self).candidate = self.world.program()
        see_both(self.candidate)
        self.partner.wait('in-call')

    def test_8_leaving_asks_and_coming_back_works(self):
        program = self.candidate
        room.show_controls(program)
        program.wait(re.compile('button'), 'Hang up').click()
        program.wait('push button', re.compile('Leave')).click()
        again = program.wait('push button', re.compile('Join Again'))
        self.partner.wait('waiting')
        again.click()
        see_both(program)

    def test_9a_switched_off_features_hide_the_panels(self):
        program = self.candidate
        token = self.world.staff_token()
        current = self.world.call('GET', f'/api/v1/rooms/{self.room_id}', token)
        room.open_panel(program, 'Company')
        self.world.call('PATCH', f'/api/v1/rooms/{self.room_id}', token,
                        {'revision': current['revision'], 'interactive': False})
        wait_until(lambda: room.find_panel(program, 'Company') is None, 'the panel to hide')
        room.show_controls(program)
        self.assertIsNone(room.find_control(program, 'Company'))
        see_both(program)

    def test_9b_the_end(self):
        self.partner.tell('end')
        self.candidate.wait('label', 'Thank You')
        self.assertIsNone(self.candidate.find('push button', re.compile('Join Again')))
        self.assertEqual(self.candidate.stop(), 0)


if __name__ == '__main__':
    unittest.main(verbosity=2, failfast=True, argv=sys.argv)
