#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The hands and eyes of the other tests work: they drive a window whose behaviour is known."""

import os
import sys
import unittest

from support import hands, screen, timecode
from support.desktop import Desktop
from support.programs import Program
from support.waiting import wait_until, wait_until_or_not

HERE = os.path.dirname(os.path.abspath(__file__))
NOW = 1_790_000_000_123


def picture_of(rows):
    return screen.Picture(len(rows[0]), len(rows),
                          bytes(value for row in rows for value in row for _ in range(3)))


def canvas(rows, left, top, width, height):
    """A picture in the middle of something else."""
    whole = [[200] * width for _ in range(height)]
    for y, row in enumerate(rows):
        if 0 <= top + y < height:
            for x, value in enumerate(row):
                if 0 <= left + x < width:
                    whole[top + y][left + x] = value
    return picture_of(whole)


class TimeCode(unittest.TestCase):
    def test_sizes(self):
        for width in (1280, 853, 640, 320, 213, 160):
            height = width * 9 // 16
            rows = timecode.draw(NOW, width, height)
            found = timecode.read(canvas(rows, 11, 7, width + 30, height + 20),
                                  (11, 7, width, height), NOW + 500)
            self.assertEqual(found, NOW, f'{width} wide')

    def test_mirrored(self):
        rows = timecode.draw(NOW, 320, 180, mirrored=True)
        self.assertEqual(timecode.read(picture_of(rows), (0, 0, 320, 180), NOW), NOW)

    def test_fitted_and_misplaced(self):
        rows = timecode.draw(NOW, 640, 360)
        tall = canvas(rows, 0, 120, 640, 600)
        self.assertEqual(timecode.read(tall, (0, 0, 640, 600), NOW), NOW)
        self.assertEqual(timecode.read(tall, (1, 119, 640, 362), NOW), NOW)

    def test_rounded_corner(self):
        rows = timecode.draw(NOW, 240, 135)
        for y in range(12):
            for x in range(12 - y):
                rows[y][x] = 200
        found = timecode.read(picture_of(rows), (0, 0, 240, 135), NOW)
        self.assertLess(abs(found - NOW), 1 << timecode.MAY_BE_HIDDEN)

    def test_nothing_there(self):
        grey = picture_of([[128] * 320 for _ in range(180)])
        self.assertIsNone(timecode.read(grey, (0, 0, 320, 180), NOW))
        old = picture_of(timecode.draw(NOW - 3_600_000, 320, 180))
        self.assertIsNone(timecode.read(old, (0, 0, 320, 180), NOW))


class Window(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desktop = Desktop(size=(1000, 700))
        cls.desktop.__enter__()
        cls.addClassCleanup(cls.desktop.close)
        cls.program = Program(cls.desktop, [sys.executable, os.path.join(HERE, 'sample-window.py')])

    def test_1_place(self):
        window = self.program.x_window()
        self.program.wait('push button', 'Say')
        hands.place(window, 300, 50, 500, 600)
        self.assertEqual(hands.geometry(window), (300, 50, 500, 600))

    def test_2_type_and_click(self):
        entry = self.program.wait(name='Name')
        entry.click()
        hands.type_text('zoe')
        self.program.wait(name='Say').click()
        self.program.wait('label', 'Hello zoe')
        entry.write('Zoë 山田')
        self.program.wait(name='Say').do()
        self.program.wait('label', 'Hello Zoë 山田')

    def test_3_toggle(self):
        toggle = self.program.wait(name='Panel')
        self.assertFalse(toggle.checked)
        toggle.click()
        self.program.wait(name='Panel')
        wait_until(lambda: toggle.checked, 'the control to be on')

    def test_4_popover(self):
        self.program.wait(name='More').click()
        self.program.wait(name='Inside').click()
        self.program.wait('label', 'was inside')
        hands.press('Escape')
        self.program.wait_gone(name='Inside')

    def test_5_dialog(self):
        ask = self.program.wait(name='Ask')

        def attempt():
            # A popover that still closes takes the click for itself.
            ask.click()
            return wait_until_or_not(lambda: self.program.find(name='Yes'))
        wait_until(attempt, 'the dialog').click()
        self.program.wait('label', 'answer yes')
        self.program.wait_gone('dialog')

    def test_6_swipe(self):
        x, y = self.program.wait(name='Area').centre()
        hands.drag((x + 80, y), (x - 80, y))
        self.program.wait('label', 'left')

    def test_7_picture(self):
        window = self.program.x_window()
        picture = screen.grab(window)
        self.assertEqual((picture.width, picture.height), hands.geometry(window)[2:])
        self.assertLess(picture.difference(screen.grab(window)), 2)
        toggle = self.program.wait(name='Panel').area()
        self.assertGreater(toggle[2], 100)


if __name__ == '__main__':
    unittest.main(verbosity=2)
