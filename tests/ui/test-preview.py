#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One's own picture in the device check ends where its place ends, without a dark line."""

import unittest

from support import screen
from support.desktop import Desktop
from support.programs import Program, build_folder
from support.waiting import wait_until

GALLERY = build_folder() + '/tests/ui/ui-gallery'
# Of these, the height that belongs to the width is whole for none.
WIDTHS = (357, 360, 374)
BEYOND = 8


class Preview(unittest.TestCase):
    """The wall behind the person is bright, and so is the page below."""

    @classmethod
    def setUpClass(cls):
        cls.desktop = cls.enterClassContext(Desktop(size=(500, 900)))

    def check(self, program):
        x, y, width, height = program.wait(name='Your own video').area()

        def is_bright():
            picture = screen.grab()
            inside = picture.grey(x + width * .9, y + height * .3)
            down = [picture.grey(x + width * .2, row)
                    for row in range(int(y + height / 2), int(y + height + BEYOND))]
            right = [picture.grey(column, y + height * .3)
                     for column in range(int(x + width * .9), int(x + width + BEYOND))]
            return (inside > 150 and max(down) > inside + 20 and max(right) > inside + 20
                    and min(down + right) >= inside - 8)
        wait_until(is_bright, 'a picture without a line beside it')

    def test_no_line(self):
        for width in WIDTHS:
            with self.subTest(width=width):
                program = Program(self.desktop, [GALLERY, '--page', 'check', '--width', str(width),
                                                 '--height', '760'])
                try:
                    self.check(program)
                finally:
                    program.stop()


if __name__ == '__main__':
    unittest.main(verbosity=2)
