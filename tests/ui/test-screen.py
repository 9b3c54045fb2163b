#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A recruiter shares the screen and the candidate sees it; stopped, shared again, and taken over by
the candidate. The desktop has a colour of its own below the windows, by which it is known again."""

import re
import subprocess
import sys
import tempfile
import unittest

from support import hands
from support import interview as room
from support import screen
from support.desktop import Desktop
from support.interview import Interview
from support.waiting import wait_until

SIZE = (1600, 900)
STRIP = 120
SCREEN = re.compile('^Screen of ')
MARK = 'You are sharing your screen'
STOP = 'Stop Sharing'
SHARE = 'Share Screen'
RED, GREEN = (200, 30, 40), (20, 160, 60)


class ScreenTest(unittest.TestCase):

    @classmethod
    def setUpClass(cls):
        cls.place = tempfile.TemporaryDirectory(prefix='interviewer-screen-')
        cls.addClassCleanup(cls.place.cleanup)
        cls.desktop = Desktop(size=SIZE).__enter__()
        cls.addClassCleanup(cls.desktop.close)
        cls.interview = Interview(cls.desktop, cls.place.name)
        cls.interview.start_server()
        for index, who in enumerate(('candidate', 'recruiter')):
            program = cls.interview.open(who)
            program.wait('push button', room.JOIN)
            hands.place(program.x_window(), index * SIZE[0] // 2, 0, SIZE[0] // 2,
                        SIZE[1] - STRIP)
        cls.candidate, cls.recruiter = cls.interview.candidate, cls.interview.recruiter
        cls.interview.join('candidate')
        cls.candidate.wait(name='You are in the lobby')
        cls.interview.join('recruiter')
        cls.interview.admit()
        for program in (cls.candidate, cls.recruiter):
            program.wait(name=room.OTHER)

    def paint(self, colour):
        """Paints the desktop below the windows; `display` fails even when it did."""
        subprocess.run(['display', '-window', 'root', '-size', f'{SIZE[0]}x{SIZE[1]}',
                        'xc:rgb({},{},{})'.format(*colour)], check=False,
                       env=self.desktop.environment)
        self.assertEqual(tuple(screen.grab().pixels[-3:]), colour)

    def shows(self, program, colour):
        """Whether the shared screen in the program's window has the colour of the desktop at its
        lower edge."""
        node = program.find(name=SCREEN)
        if node is None:
            return False
        x, y, width, height = node.area_in_window()
        shown = min(height, width * SIZE[1] / SIZE[0])
        row = y + (height + shown) / 2 - shown * STRIP / SIZE[1] / 2
        picture = room.picture_of(program)
        at = (int(row) * picture.width + int(x + width / 2)) * 3
        return all(abs(have - want) < 24
                   for have, want in zip(picture.pixels[at:at + 3], colour))

    def share(self, program):
        hands.raise_window(program.x_window())
        program.wait('push button', SHARE).click()
        program.wait('label', 'Share Your Screen?')
        program.wait('push button', re.compile('^_Share')).click()
        program.wait(name=MARK)

    def test_1_the_candidate_sees_what_the_recruiter_shares(self):
        self.paint(RED)
        self.share(self.recruiter)
        self.candidate.wait(name=SCREEN)
        wait_until(lambda: self.shows(self.candidate, RED), 'the desktop in the shared screen')
        self.paint(GREEN)
        wait_until(lambda: self.shows(self.candidate, GREEN), 'the desktop to change')
        room.see_moving(self.candidate, room.OTHER)
        self.assertIsNone(self.recruiter.find(name=SCREEN))

    def test_2_stopped_and_shared_again(self):
        self.recruiter.wait('push button', STOP).click()
        wait_until(lambda: self.candidate.find(name=SCREEN) is None, 'the screen to go')
        wait_until(lambda: self.recruiter.find(name=MARK) is None, 'the mark to go')
        self.paint(RED)
        self.share(self.recruiter)
        wait_until(lambda: self.shows(self.candidate, RED), 'the screen again')

    def test_3_somebody_else_takes_over(self):
        self.share(self.candidate)
        wait_until(lambda: self.shows(self.recruiter, RED), 'the screen of the candidate')
        self.recruiter.wait(name=re.compile('shares their screen now'))
        self.assertIsNone(self.recruiter.find(name=MARK))
        wait_until(lambda: self.candidate.find(name=SCREEN) is None, 'the first screen to go')

    def test_4_ended_by_the_keyboard(self):
        hands.raise_window(self.candidate.x_window())
        hands.press('ctrl+shift+s')
        wait_until(lambda: self.recruiter.find(name=SCREEN) is None, 'the screen to go')
        wait_until(lambda: self.candidate.find(name=MARK) is None, 'the mark to go')

    def test_5_in_a_narrow_window(self):
        self.share(self.recruiter)
        hands.place(self.candidate.x_window(), 0, 0, 360, SIZE[1] - STRIP)
        wait_until(lambda: self.shows(self.candidate, RED), 'the screen in a narrow window')
        room.see_moving(self.candidate, room.OTHER)
        self.recruiter.wait('push button', STOP).click()


if __name__ == '__main__':
    unittest.main(verbosity=2, failfast=True, argv=sys.argv)
