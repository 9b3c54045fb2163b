#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A candidate who is stuck asks HR for help; HR answers by chat and steps in by video."""

import re
import tempfile
import unittest

from recruiter_world import HEIGHT, SHEN, World, push
from support import hands
from support import interview as room
from support.desktop import Desktop

ANSWER = 'Is your camera plugged in?'
WORDS = 'My camera stays dark'


class Help(unittest.TestCase):
    def test_help(self):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        desktop = self.enterContext(Desktop(size=(1680, 1000)))
        world = World(desktop, folder)
        world.start_server()
        self.addCleanup(world.server.stop)
        admin = world.signed_in(SHEN, 'hr')
        self.addCleanup(admin.stop)
        candidate = world.open('candidate')
        self.addCleanup(candidate.stop)
        hands.place(candidate.x_window(), 1280, 0, 400, HEIGHT)
        room.see_moving(candidate, room.OWN)
        push(candidate, re.compile('^_?Help$'))
        candidate.wait('label', 'HR has been told')
        push(admin, re.compile('needs help'))
        admin.wait('list item', re.compile('Stuck at the check')).click()
        admin.wait('push button', re.compile('Step into the Lobby'))
        self.say(candidate, WORDS)
        admin.wait('list item', re.compile(WORDS))
        self.say(admin, ANSWER)
        candidate.wait('list item', re.compile(re.escape(ANSWER)))
        candidate.wait('label', 'HR is helping you')
        push(admin, re.compile('Step into the Lobby'))
        push(candidate, re.compile('Answer by Video'))
        for program in (admin, candidate):
            room.see_moving(program, room.OTHER)
        push(admin, re.compile('Leave Video Call'))
        candidate.wait_gone(name=room.OTHER)
        # The page behind has the picture again that the call had.
        room.see_moving(candidate, room.OWN)
        push(candidate, re.compile('All Right Now'))
        admin.wait('label', 'No more help is needed')

    @staticmethod
    def say(program, text):
        place = program.wait('text', 'Write a message')
        hands.raise_window(program.x_window(place.window()))
        place.click()
        hands.type_text(text)
        hands.press('Return')


if __name__ == '__main__':
    unittest.main(verbosity=2)
