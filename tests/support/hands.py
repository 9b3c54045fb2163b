# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Hands: pointer and keys through xdotool, and the windows of the display."""

import re
import subprocess

from .waiting import wait_until

DRAG_STEPS = 12


def xdotool(*arguments):
    done = subprocess.run(['xdotool', *[str(part) for part in arguments]], capture_output=True,
                          text=True, check=False)
    return done.stdout.strip()


def click_at(x, y, button=1):
    """Requests come in order; --sync would wait in vain where the pointer is already."""
    xdotool('mousemove', int(x), int(y), 'click', button)


def move_to(x, y):
    xdotool('mousemove', int(x), int(y))


def drag(start, finish, seconds=0.3):
    """Presses at one place, moves in small steps to another, and lets go: a swipe."""
    (x0, y0), (x1, y1) = start, finish
    command = ['mousemove', int(x0), int(y0), 'mousedown', 1]
    for step in range(1, DRAG_STEPS + 1):
        share = step / DRAG_STEPS
        command += ['sleep', f'{seconds / DRAG_STEPS:.3f}', 'mousemove',
                    int(x0 + (x1 - x0) * share), int(y0 + (y1 - y0) * share)]
    xdotool(*command, 'mouseup', 1)


def press(*keys):
    """Keys as X calls them, for example press('ctrl+m') or press('Escape')."""
    xdotool('key', '--clearmodifiers', *keys)


def hold(key):
    """Presses a key without letting it go."""
    xdotool('keydown', key)


def let_go(key):
    xdotool('keyup', key)


def type_text(text):
    xdotool('type', '--clearmodifiers', '--delay', 12, text)


def windows_of(pid, title=None):
    """The visible windows of a process, as X numbers."""
    arguments = ['search', '--all', '--onlyvisible', '--pid', pid]
    if title is not None:
        arguments += ['--name', f'^{re.escape(title)}$']
    return [int(line) for line in xdotool(*arguments).split()]


def geometry(window):
    """x, y, width and height of a window on the screen."""
    found = dict(re.findall(r'(X|Y|WIDTH|HEIGHT)=(-?\d+)',
                            xdotool('getwindowgeometry', '--shell', window)))
    return tuple(int(found.get(key, 0)) for key in ('X', 'Y', 'WIDTH', 'HEIGHT'))


def place(window, x, y, width, height):
    """Moves and sizes a window and waits until it is so."""
    xdotool('windowsize', window, width, height)
    xdotool('windowmove', window, x, y)
    wait_until(lambda: abs(geometry(window)[0] - x) < 8 and abs(geometry(window)[2] - width) < 8,
               f'window {window} to be {width}x{height} at {x},{y}; it is {geometry(window)}',
               patience=10)


def raise_window(window):
    xdotool('windowactivate', '--sync', window)
