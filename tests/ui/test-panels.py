#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Panels over the video: every form, every way of closing, the keyboard, and what is remembered."""

import re
import unittest

from support import hands, screen
from support.desktop import Desktop
from support.programs import Program, build_folder
from support.waiting import stays, wait_until, wait_until_or_not

GALLERY = build_folder() + '/tests/ui/ui-gallery'
FORMS = ('Over the Video', 'Beside the Video', 'Below the Video', 'As a Card')
TALLEST = 1000


def inside(area, x, y):
    left, top, width, height = area
    return left <= x < left + width and top <= y < top + height


def overlap(one, other):
    """Pixels that two rectangles share."""
    width = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    height = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    return max(width, 0) * max(height, 0)


def wait_clear(node, others):
    """Waits until a node lies above or below others whose columns it shares."""
    def in_their_way():
        left, _, width, _ = node.extents()
        return any(overlap((left, 0, width, TALLEST), other.extents()) for other in others)

    def is_clear():
        return not any(overlap(node.extents(), other.extents()) for other in others)
    wait_until(in_their_way, f'{node} in the column of another one')
    wait_until(is_clear, f'{node} to be clear of the others')


class Panel:
    """A panel of the gallery. What is looked for lies near to something that is known, because
    looking through a whole program takes long."""

    def __init__(self, program, host, title):
        self.program = program
        self.host = host
        self.title = title
        self.control = program.wait('push button', title)

    @property
    def node(self):
        return next((node for node in self.host.children if node.name == self.title), None)

    def part(self, name):
        """Something in the header."""
        header = wait_until(lambda: self.node and next(self.node.children, None), 'a header')
        return wait_until(lambda: next((node for node in header.children if node.name == name),
                                       None), name)

    @property
    def menu(self):
        return self.part('How the panel is shown')

    @property
    def menu_button(self):
        return wait_until(lambda: next(self.menu.children, None), 'the button of the menu')

    @property
    def close_button(self):
        return self.part('Close the panel')

    @property
    def is_open(self):
        return self.node is not None and self.node.has_state('visible')

    def stands(self):
        return self.is_open and self.control.checked

    def wait_open(self):
        wait_until(self.stands, f'{self.title} to open')
        return self

    def wait_closed(self):
        wait_until(lambda: not self.is_open and not self.control.checked,
                   f'{self.title} to close')

    def close_by_key(self):
        """A menu that still closes takes the key for itself."""
        def attempt():
            hands.press('Escape')
            return wait_until_or_not(lambda: not self.is_open)
        wait_until(attempt, f'{self.title} to close')
        self.wait_closed()

    def open(self):
        """Opens it by its control, if it is not open. The control moves when a panel below the
        video goes, so that the first click may come to where it was."""
        wait_until(self.try_to_open, f'{self.title} to open')
        return self.wait_open()

    def try_to_open(self):
        if not self.is_open:
            self.control.click()
        return wait_until_or_not(lambda: self.is_open)

    def choose(self, form):
        """Opens the panel in a form, through its menu."""
        self.open()
        # A menu of something that has no size yet has no place on any monitor.
        self.area()
        self.menu_button.do()
        wait_until(lambda: self.menu_button.checked, 'the menu to open')
        button = self.menu.wait('push button', form, showing=False)
        button.do()
        wait_until(lambda: button.checked, f'the form {form} to be chosen')
        self.menu_button.do()
        wait_until(lambda: not self.menu_button.checked, 'the menu to close')
        return self.wait_open()

    def area(self):
        """Where it is, once it has stopped changing."""
        last = []

        def settled():
            last.append(self.node.area())
            return len(last) > 2 and last[-1][2] > 1 and last[-1] == last[-2] == last[-3]
        wait_until(settled, 'the panel to lie still')
        return last[-1]


class Call:
    """The gallery's call, with two panels."""

    def __init__(self, *arguments):
        self.program = Program(DESKTOP, [GALLERY, *arguments])
        host = self.program.wait(name='InterviewPanelHost')
        self.company = Panel(self.program, host, 'Company')
        self.questions = Panel(self.program, host, 'Questions')
        self.video = self.program.wait(name='Video of Ada Lindqvist, microphone off')

    def answers(self):
        """Something that asks whether the program has answered to a key, and with it to whatever
        was done before."""
        button = self.program.wait('push button', 'Microphone')
        wanted = not button.checked
        hands.press('ctrl+d')
        return lambda: button.checked == wanted


DESKTOP = None


def setUpModule():
    global DESKTOP
    DESKTOP = Desktop(size=(1280, 800))
    DESKTOP.__enter__()
    unittest.addModuleCleanup(DESKTOP.close)


class Forms(unittest.TestCase):
    """Where a panel lies and each way of closing it, in each form."""

    @classmethod
    def setUpClass(cls):
        cls.call = Call('--width', '900', '--height', '640')
        cls.addClassCleanup(cls.call.program.stop)
        cls.panel = cls.call.company

    def open_and_close(self):
        """The button in the header, Escape, and the control again."""
        self.panel.close_button.click()
        self.panel.wait_closed()
        self.panel.open()
        self.panel.close_by_key()
        self.panel.open()
        self.panel.control.click()
        self.panel.wait_closed()

    def swipe(self, dx, dy):
        """A short drag springs back, a long one closes."""
        x, y, width, _ = self.panel.open().area()
        start = (x + width // 2 - 40, y + 22)
        hands.drag(start, (start[0] + dx // 8, start[1] + dy // 8))
        stays(self.panel.stands, 'a panel that was hardly moved', until=self.call.answers())
        hands.drag(start, (start[0] + dx, start[1] + dy))
        self.panel.wait_closed()

    def click_beside(self, closes):
        area, video = self.panel.open().area(), self.call.video.area()
        self.assertFalse(inside(area, video[0] + 20, video[1] + 20))
        hands.click_at(video[0] + 20, video[1] + 20)
        if closes:
            self.panel.wait_closed()
        else:
            stays(self.panel.stands, 'the panel', until=self.call.answers())

    def shared_with_video(self):
        return overlap(self.panel.area(), self.call.video.area())

    def test_over(self):
        self.panel.choose('Over the Video')
        self.assertGreater(self.shared_with_video(), 10000)
        self.open_and_close()
        self.swipe(300, 0)
        self.click_beside(closes=False)

    def test_beside(self):
        self.panel.choose('Beside the Video')
        self.assertEqual(self.shared_with_video(), 0)
        self.open_and_close()
        self.swipe(300, 0)
        self.click_beside(closes=False)

    def test_below(self):
        self.panel.choose('Below the Video')
        self.assertEqual(self.shared_with_video(), 0)
        self.open_and_close()
        self.swipe(0, 250)
        self.click_beside(closes=False)

    def test_card(self):
        self.panel.choose('As a Card')
        self.assertGreater(self.shared_with_video(), 10000)
        self.open_and_close()
        self.swipe(0, 250)
        self.click_beside(closes=True)


class Keyboard(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.call = Call()
        cls.addClassCleanup(cls.call.program.stop)

    def test_goes_in_and_comes_back(self):
        panel = self.call.questions.choose('Beside the Video')
        panel.close_by_key()
        hands.press('ctrl+2')
        panel.wait_open()
        entry = panel.node.wait('text', 'Question in your own words')
        wait_until(lambda: entry.has_state('focused'), 'the keyboard to be in the panel')
        # Past the button beside it and the one that sends the question to the chat.
        hands.press('Tab', 'Tab', 'Tab')
        tick = panel.node.wait('check box', re.compile('normal day'))
        wait_until(lambda: tick.has_state('focused'), 'the keyboard to be on the first question')
        hands.press('space')
        wait_until(lambda: tick.checked, 'the tick to be there')
        self.call.program.wait('label', 'asked')
        panel.close_by_key()
        wait_until(lambda: panel.control.has_state('focused'),
                   'the keyboard to be back on the control')
        hands.press('space')
        panel.wait_open()

    def test_devices(self):
        for name, key in (('Microphone', 'ctrl+d'), ('Camera', 'ctrl+e')):
            button = self.call.program.wait('push button', name)
            self.assertTrue(button.checked)
            hands.press(key)
            wait_until(lambda: not button.checked, f'{name} to be off')
            button.click()
            wait_until(lambda: button.checked, f'{name} to be on')
        hands.press('ctrl+shift+h')
        self.call.program.wait('label', 'hung up')


class Opacity(unittest.TestCase):
    def test_slider_acts_at_once(self):
        call = Call('--width', '900', '--height', '640')
        self.addCleanup(call.program.stop)
        x, y, _, height = call.company.choose('Over the Video').area()
        # Beside the contents, and away from the menu, which stays open.
        edge = (x + 4, y + height - 150, 5, 60)
        call.company.menu_button.do()
        slider = call.company.menu.wait('slider', 'Opacity of the background', showing=False)

        def brightness():
            picture = screen.grab().crop(*edge)
            return sum(picture.pixels) / len(picture.pixels)

        slider.set_value(1)
        wait_until(lambda: brightness() < 40, 'the background to be dark')
        slider.set_value(0.4)
        wait_until(lambda: brightness() > 70, 'the video to shine through')


class Remembered(unittest.TestCase):
    def test_form_and_open(self):
        call = Call()
        call.company.choose('Below the Video')
        call.questions.choose('Below the Video')
        call.program.stop()
        call = Call()
        self.addCleanup(call.program.stop)
        company = call.company.wait_open().area()
        questions = call.questions.wait_open().area()
        self.assertEqual(overlap(company, questions), 0)
        self.assertAlmostEqual(company[1], questions[1], delta=2)
        self.assertGreaterEqual(company[1], call.video.area()[1] + 100)


class Three(unittest.TestCase):
    """Three others: the lowest is in the middle, over the controls."""

    def test_name_is_clear_of_controls(self):
        # Whatever is remembered, cards do not move the videos.
        program = Program(DESKTOP, [GALLERY, '--panel', '--width', '900', '--height', '620',
                                    '--open', 'company=card,questions=card'])
        self.addCleanup(program.stop)
        name = program.wait('label', 'Marcus Oyelaran')
        controls = [program.wait('push button', title)
                    for title in ('Microphone', 'Company', 'Hang up')]
        wait_clear(name, controls)


class Narrow(unittest.TestCase):
    """At 360 pixels nothing is wider than the window."""

    def test_fits(self):
        for form in ('docked', 'overlay', 'card'):
            with self.subTest(form):
                program = Program(DESKTOP, [GALLERY, '--width', '360', '--height', '640', '--open',
                                            f'company={form},questions={form}'])
                try:
                    program.wait('push button', 'Hang up')
                    wide = program.wait('frame').extents()[2]
                    self.assertLessEqual(hands.geometry(program.x_window())[2], 360)
                    for node in program.find_all('push button') + program.find_all('check box'):
                        x, _, width, _ = node.extents()
                        if not node.in_popover():
                            self.assertGreaterEqual(x, 0, str(node))
                            self.assertLessEqual(x + width, wide, str(node))
                finally:
                    program.stop()

    def test_banner_is_clear_of_signs(self):
        program = Program(DESKTOP, [GALLERY, '--width', '360', '--height', '640', '--situation',
                                    'reconnecting', '--open', 'company=card,questions=card'])
        self.addCleanup(program.stop)
        banner = program.wait(name=re.compile('Reconnecting'))
        signs = [program.wait('push button', 'Record'), program.wait(name='Connection'),
                 program.wait('push button', 'Share Screen')]
        wait_clear(banner, signs)


if __name__ == '__main__':
    unittest.main(verbosity=2)
