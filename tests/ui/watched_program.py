# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A program that tells what its labels show and whether they are cut off: label-watch.c in it."""

import os
import re
import signal
from collections import namedtuple

from support import hands, screen
from support.programs import Program, built
from support.waiting import wait_until, wait_until_or_not

# Pixels; the borders of a window are narrower on both sides together.
BORDERS = 100

WATCH = 'tests/ui/liblabel-watch.so'

Label = namedtuple('Label', 'text x y width height shown window')


class Window:
    """One window in a report: its title, its width, the least width it takes, light or
    dark, and its labels."""

    def __init__(self, title, width, minimum, scheme):
        self.title = title
        self.width = int(width)
        self.minimum = int(minimum)
        self.scheme = scheme
        self.labels = []

    def signature(self):
        return self.width, [label[:-1] for label in self.labels]

    def complaints(self):
        """What is cut off in this window and does not stand whole in another place of it."""
        whole = {label.text for label in self.labels if label.shown == 'whole'}
        if self.minimum > self.width:
            yield f'the window {self.title!r} needs {self.minimum} pixels, it has {self.width}'
        for label in self.labels:
            if label.text not in whole:
                yield f'{label.text!r} is {label.shown} ({label.width} pixels)'


def parse(report):
    windows = []
    for line in report.splitlines():
        kind, *fields = line.split('\t')
        if kind == 'window':
            windows.append(Window(unescape(fields[0]), *fields[1:]))
        else:
            place = [int(number) for number in fields[1:5]]
            windows[-1].labels.append(Label(unescape(fields[0]), *place, fields[5], windows[-1]))
    return windows


def unescape(text):
    """Undoes g_strescape(): bytes in octal, and a few letters."""
    names = {'n': b'\n', 't': b'\t', 'r': b'\r', 'b': b'\b', 'f': b'\f', 'v': b'\v'}
    content = re.sub(rb'\\([0-7]{3}|.)', lambda match: bytes([int(match[1], 8)])
                     if len(match[1]) == 3 else names.get(match[1].decode(), match[1]),
                     text.encode())
    return content.decode(errors='replace')


class Watched(Program):
    """Waits and clicks by the texts that are on the screen."""

    def __init__(self, desktop, command, log, language=None):
        self.runtime = desktop.environment['XDG_RUNTIME_DIR']
        self.reports = 0
        self.log = log
        super().__init__(desktop, command, log, language, {'LD_PRELOAD': built(WATCH)})

    def look(self):
        """What the windows show now."""
        self.reports += 1
        path = os.path.join(self.runtime, f'labels-{self.process.pid}.{self.reports}')
        self.process.send_signal(signal.SIGUSR1)
        wait_until(lambda: os.path.exists(path) or self.has_ended(), 'a report of the labels')
        with open(path, encoding='utf-8') as stream:
            report = stream.read()
        os.unlink(path)
        return parse(report)

    def has_ended(self):
        if self.process.poll() is not None:
            raise AssertionError(f'the program ended with status {self.process.returncode}: '
                                 + self.last_words())
        return False

    def last_words(self):
        with open(self.log, encoding='utf-8', errors='replace') as stream:
            return stream.read()[-2000:]

    def find_label(self, text):
        for window in self.look():
            for label in window.labels:
                if label.text == text or (isinstance(text, re.Pattern)
                                          and text.search(label.text)):
                    return label
        return None

    def see(self, text):
        """Waits for a label with this text, or one that a pattern finds."""
        def describe():
            return [label.text for window in self.look() for label in window.labels]
        try:
            return wait_until(lambda: self.find_label(text), text)
        except AssertionError:
            raise AssertionError(f'{text!r} is not among {describe()}') from None

    def see_gone(self, text):
        wait_until(lambda: self.find_label(text) is None, f'{text!r} to go')

    def at_rest(self, text):
        first, second = self.find_label(text), self.find_label(text)
        return first and second and first[:-1] == second[:-1] and second

    def click_on(self, text):
        """Clicks on a label, or on the button that it names, as soon as it does not move."""
        self.see(text)
        label = wait_until(lambda: self.at_rest(text), f'{text!r} to be at rest')
        x, y, outer, _ = hands.geometry(self.x_window_of(label.window))
        border = max(0, outer - label.window.width) / 2
        hands.click_at(x + border + label.x + label.width / 2,
                       y + border + label.y + label.height / 2)

    def click_to_see(self, text, next_text):
        """Clicks until it leads on: a page that still slides in takes no click."""
        def attempt():
            self.click_on(text)
            return wait_until_or_not(lambda: self.find_label(next_text))
        wait_until(attempt, f'{text!r} to lead to {next_text!r}')

    def x_window_of(self, window):
        return self.largest_window(window.title)

    def resize(self, title, x, width, height, scheme):
        """Gives the window with this title, or the main one, a width inside its border; waits until
        it is in the given style and the labels stay where they are. Returns what it then shows."""
        def find():
            return next((each for each in self.look() if title in (None, each.title)), None)
        def measure():
            """The X window and its borders, when program and display agree about its size."""
            window = wait_until(find, f'the window {title!r}')
            number = self.x_window_of(window)
            border = hands.geometry(number)[2] - window.width
            return (number, border) if 0 <= border < BORDERS else None
        number, border = wait_until(measure, 'the size of the window to be known')
        hands.place(number, x, 0, width + border, height)

        def settled():
            first, second = find(), find()
            return (first and second and (first.width, first.scheme) == (width, scheme)
                    and first.signature() == second.signature() and second)
        try:
            return wait_until(settled, 'the width', patience=15)
        except AssertionError:
            now = find()
            raise AssertionError(f'the window should be {width} pixels wide, {scheme} and at rest; '
                                 f'it is {now.width}, {now.scheme}: {now.signature()[1]}') from None

    def shoot(self, window, path):
        number = self.x_window_of(window)
        hands.raise_window(number)
        screen.grab(number).save(path)
