#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A recruiter goes into a room: the panels, the switch that hides them, and out again."""

import re
import tempfile
import unittest

from recruiter_world import (HEIGHT, JOIN_NOW, JOIN_ROOM, LIN, WIDTH, World, choose_room, push)
from support import hands
from support import interview as room
from support.desktop import Desktop
from support.waiting import wait_until

RESUME, QUESTIONS = room.PANELS['recruiter']
HANG_UP = 'ctrl+shift+h'


class Call(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.desktop = cls.enterClassContext(Desktop(size=(WIDTH, HEIGHT)))
        cls.world = World(cls.desktop, cls.folder.name)
        cls.world.start_server()

    @classmethod
    def tearDownClass(cls):
        cls.world.server.stop()
        cls.folder.cleanup()

    def enter(self, program, candidate):
        choose_room(program, candidate)
        push(program, JOIN_ROOM)
        push(program, JOIN_NOW)
        program.wait('label', re.compile('^Waiting for'))

    def test_panels_open_over_the_call_and_a_question_is_ticked(self):
        program = self.world.signed_in(LIN, 'panels')
        self.addCleanup(program.stop)
        self.enter(program, 'Rajiv Menon')
        room.see_moving(program, room.OWN)
        room.open_panel(program, RESUME)
        program.wait('label', 'Principal engineer, motion', showing=False)
        room.open_panel(program, QUESTIONS)
        tick = program.wait('check box', re.compile('Asked'))
        tick.click()
        wait_until(lambda: self.ticked(), 'the tick in the store')
        hands.press(HANG_UP)
        program.wait('label', 'You Left the Interview')
        push(program, re.compile('Go Back In'))
        program.wait('label', re.compile('^Waiting for'))
        program.wait('check box', re.compile('Asked'))

    def ticked(self):
        with self.world.database() as database:
            return database.execute(
                "SELECT 1 FROM asked JOIN room ON room.id = asked.room_id "
                "WHERE room.state != 'ended'").fetchall()

    def test_a_program_that_was_killed_comes_back_into_the_call(self):
        program = self.world.signed_in(LIN, 'killed')
        self.enter(program, 'Rajiv Menon')
        program.kill()
        program = self.world.program(profile='killed')
        self.addCleanup(program.stop)
        program.wait('label', re.compile('^Waiting for'))
        room.see_moving(program, room.OWN)
        self.world.server.stop()
        program.wait(name=re.compile('reconnect'))
        self.world.server.restart()
        program.wait('label', re.compile('^Waiting for'))

    def test_with_the_features_off_for_the_room_there_are_no_panels(self):
        program = self.world.signed_in(LIN, 'switch')
        self.addCleanup(program.stop)
        choose_room(program, 'Maximiliana')
        switch = program.wait('check box', re.compile('^Interactive features'))
        self.assertTrue(switch.checked)
        switch.click()
        program.wait(name=re.compile('this interview is plain video'), showing=False)
        self.enter(program, 'Maximiliana')
        room.show_controls(program)
        program.wait('push button', re.compile('Hang Up|Hang up'))
        self.assertIsNone(program.find(re.compile('button'), RESUME))
        self.assertIsNone(program.find(re.compile('button'), QUESTIONS))
        hands.press(HANG_UP)
        program.wait('label', 'You Left the Interview')


if __name__ == '__main__':
    unittest.main(verbosity=2)
