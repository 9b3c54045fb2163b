#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real devices in the candidate's window: chosen, remembered, unplugged and plugged in again."""

import re
import tempfile
import unittest

from candidate_world import JOIN, Partner, World
from support import hands
from support import interview as room
from support.desktop import Desktop
from support.plugs import Plugs
from support.programs import Program, built
from support.waiting import wait_until


class DeviceTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory(prefix='interviewer-devices-')
        cls.addClassCleanup(cls.place.cleanup)
        cls.desktop = cls.enterClassContext(Desktop(size=(1280, 800)))
        cls.plugs = Plugs(cls.desktop)
        cls.plugs.plug_speaker('Room')
        cls.plugs.plug_microphone('Desk', 'Room')
        cls.plugs.plug_camera('Webcam')
        cls.world = World(cls.desktop, cls.place.name)
        cls.world.start_server()
        cls.partner = Partner(cls.world, cls.world.room_of('陈思远'))

    def start(self, *arguments):
        program = Program(self.desktop, [built('interviewer-app'), '--profile', 'test', *arguments],
                          log=f'{self.place.name}/candidate.log')
        self.addCleanup(program.kill)
        program.wait('label', re.compile('^Welcome, 陈思远'))
        return program

    def used(self, program, kind):
        """The name of the device that the row of a kind shows."""
        # The page of the lobby and the corner of a call have one each, which show the same.
        names = {label.name for row in program.find_all('combo box', kind, showing=False)
                 for label in row.find_all('label', showing=False)} - {kind}
        return names.pop() if len(names) == 1 else None

    def wait_used(self, program, kind, name):
        wait_until(lambda: self.used(program, kind) == name, f'{name} to be the {kind}')

    def test_1_a_choice_is_remembered(self):
        program = self.start('--sign-in-file', self.world.sign_in_file('candidate'))
        self.wait_used(program, 'Camera', 'Webcam')
        self.wait_used(program, 'Microphone', 'Desk')
        self.wait_used(program, 'Speaker', 'Room')

        self.plugs.plug_microphone('Headset', 'Room')
        row = program.find('combo box', 'Microphone')
        wait_until(lambda: row.find_all('image')[1:], 'the arrow of a choice')
        row.click()
        hands.press('End')
        hands.press('Return')
        self.wait_used(program, 'Microphone', 'Headset')
        program.stop()

        # It is not there when the program starts, and another one takes its place meanwhile.
        self.plugs.pull('Headset')
        program = self.start()
        self.wait_used(program, 'Microphone', 'Desk')
        self.plugs.plug_microphone('Headset', 'Room')
        self.wait_used(program, 'Microphone', 'Headset')
        program.stop()

    def test_2_what_is_unplugged_in_a_call_comes_back(self):
        program = self.start()
        button = program.wait('push button', JOIN)
        wait_until(lambda: button.enabled, 'joining to be possible')
        self.wait_used(program, 'Microphone', 'Headset')
        button.click()
        program.wait(name='You are in the lobby')
        self.partner.tell('join')
        room.see_moving(program, room.OTHER)
        self.partner.wait('in-call')

        self.plugs.pull('Headset')
        program.wait(name='“Headset” was unplugged. “Desk” is used now.')
        self.plugs.plug_microphone('Headset', 'Room')
        program.wait(name='“Headset” is used now.')

        self.plugs.pull('Webcam')
        program.wait(name=re.compile('^“Webcam” was unplugged. The others do not see you'))
        camera = program.find('push button', 'Camera')
        wait_until(lambda: camera.description.startswith('No camera was found'),
                   'the button of the camera to say so')
        room.see_moving(program, room.OTHER)
        self.plugs.plug_camera('Webcam')
        program.wait(name='“Webcam” is used now.')
        wait_until(lambda: camera.description.startswith('Turn the camera off'),
                   'nothing to be wrong')
        self.partner.wait('in-call')

        # Another one is chosen without leaving the call.
        program.find('push button', 'Volume and devices').click()
        row = wait_until(lambda: next((row for row in program.find_all('combo box', 'Microphone',
                                                                      showing=False)
                                       if row.in_popover()), None), 'the list of devices')
        for _ in range(8):
            if row.has_state('focused'):
                break
            hands.press('Tab')
        hands.press('Return')
        hands.press('Home')
        hands.press('Return')
        self.wait_used(program, 'Microphone', 'Desk')
        room.see_moving(program, room.OTHER)
        self.partner.wait('in-call')
        program.stop()


if __name__ == '__main__':
    unittest.main()
