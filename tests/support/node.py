# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Eyes: what assistive technology sees of a program, and what can be done with it."""

import re

from . import hands
from .waiting import PATIENCE, wait_until, wait_until_or_not

WINDOWS = ('frame', 'dialog', 'window', 'alert')
# Without a name of its own a widget is called after its type.
POPOVER = re.compile(r'Popover(Menu)?$|PanelFormMenu$')
_atspi = None


def atspi():
    """The accessibility client; loaded only after the desktop is there."""
    global _atspi
    if _atspi is None:
        import gi
        gi.require_version('Atspi', '2.0')
        from gi.repository import Atspi
        Atspi.init()
        _atspi = Atspi
    return _atspi


def matches(text, wanted):
    """A text equals a string, or is found by a compiled pattern."""
    if wanted is None:
        return True
    if isinstance(wanted, re.Pattern):
        return bool(wanted.search(text or ''))
    return (text or '') == wanted


class Node:
    """One accessible object."""

    def __init__(self, accessible, program):
        self.accessible = accessible
        self.program = program

    def _ask(self, question, default):
        """Objects may vanish while they are looked at."""
        try:
            answer = question()
        except Exception as error:
            if type(error).__module__.startswith('gi') or 'GLib' in type(error).__name__:
                return default
            raise
        return default if answer is None else answer

    @property
    def role(self):
        return self._ask(self.accessible.get_role_name, '')

    @property
    def name(self):
        return self._ask(self.accessible.get_name, '')

    @property
    def description(self):
        return self._ask(self.accessible.get_description, '')

    def has_state(self, name):
        states = self._ask(self.accessible.get_state_set, None)
        return bool(states) and states.contains(getattr(atspi().StateType, name.upper()))

    def lacks_state(self, name):
        """Whether it says that it is visible and not so. A program that is too busy to answer has
        said nothing yet."""
        states = self._ask(self.accessible.get_state_set, None)
        kinds = atspi().StateType
        return bool(states) and states.contains(kinds.VISIBLE) and not states.contains(
            getattr(kinds, name.upper()))

    @property
    def showing(self):
        """Whether it can be seen. GTK 4.8 sets the state "showing" on windows alone, so that for
        all else its place inside the window decides."""
        if not self.has_state('visible'):
            return False
        if self.role in WINDOWS:
            return self.has_state('showing')
        x, y, width, height = self.extents()
        if width <= 0 or height <= 0 or x + width <= 0 or y + height <= 0:
            return False
        _, _, window_width, window_height = self.window().extents()
        return window_width <= 0 or (x < window_width and y < window_height)

    @property
    def enabled(self):
        return self.has_state('sensitive') or self.has_state('enabled')

    @property
    def checked(self):
        return self.has_state('checked') or self.has_state('pressed')

    @property
    def children(self):
        count = self._ask(self.accessible.get_child_count, 0)
        for index in range(count):
            child = self._ask(lambda i=index: self.accessible.get_child_at_index(i), None)
            if child is not None:
                yield Node(child, self.program)

    @property
    def parent(self):
        parent = self._ask(self.accessible.get_parent, None)
        return Node(parent, self.program) if parent is not None else None

    @property
    def text(self):
        """The text of an entry or a text view."""
        def ask():
            interface = self.accessible.get_text_iface()
            if interface is None:
                return None
            count = interface.get_character_count()
            return interface.get_text(0, count)
        return self._ask(ask, '')

    @property
    def value(self):
        return self._ask(lambda: self.accessible.get_value_iface().get_current_value(), None)

    def set_value(self, value):
        self._ask(lambda: self.accessible.get_value_iface().set_current_value(value), False)

    def extents(self):
        """x, y, width, height inside its window."""
        def ask():
            component = self.accessible.get_component_iface()
            if component is None:
                return None
            box = component.get_extents(atspi().CoordType.WINDOW)
            return box.x, box.y, box.width, box.height
        return self._ask(ask, (0, 0, 0, 0))

    def walk(self):
        yield self
        for child in self.children:
            yield from child.walk()

    def find_all(self, role=None, name=None, showing=True):
        return [node for node in self.walk() if node.matches(role, name, showing)]

    def matches(self, role, name, showing):
        """Asks as little as it can: each question goes through the bus."""
        return ((name is None or matches(self.name, name))
                and (role is None or matches(self.role, role))
                and (not showing or self.showing))

    def find(self, role=None, name=None, showing=True):
        for node in self.walk():
            if node.matches(role, name, showing):
                return node
        return None

    def wait(self, role=None, name=None, showing=True, patience=PATIENCE):
        """Waits for a node and returns it; when it does not come, tells what is there."""
        try:
            return wait_until(lambda: self.find(role, name, showing), 'a node', patience)
        except AssertionError:
            raise AssertionError(f'no {role or "node"} called {name!r} after {patience} s in\n'
                                 + self.describe()) from None

    def wait_gone(self, role=None, name=None, patience=PATIENCE):
        wait_until(lambda: self.find(role, name) is None, f'{role} {name!r} to go', patience)

    def window(self):
        """The node of the window or dialog that this node is in."""
        node = self
        while True:
            parent = node.parent
            if parent is None or parent.role in ('application', 'desktop frame', ''):
                return node
            node = parent

    def area(self):
        """x, y, width, height on the screen."""
        x, y, width, height = self.area_in_window()
        left, top, _, _ = hands.geometry(self.program.x_window(self.window()))
        return left + x, top + y, width, height

    def area_in_window(self):
        """x, y, width, height inside the X window. GTK counts from inside the window's border,
        which is equally wide on all sides."""
        x, y, width, height = self.extents()
        window = self.window()
        _, _, inner_width, inner_height = window.extents()
        _, _, outer_width, outer_height = hands.geometry(self.program.x_window(window))
        if 0 < inner_width <= outer_width and 0 < inner_height <= outer_height:
            x += (outer_width - inner_width) / 2
            y += (outer_height - inner_height) / 2
        return x, y, width, height

    def centre(self):
        x, y, width, height = self.area()
        return x + width / 2, y + height / 2

    def in_popover(self):
        node = self
        while node is not None and node.role not in WINDOWS:
            if POPOVER.search(node.name):
                return True
            node = node.parent
        return False

    def click(self):
        """Clicks with the pointer, as a person does. What lies in a popover is activated instead:
        GTK 4.8 does not tell where that is on the screen."""
        if self.in_popover():
            self.do()
        else:
            self.wait_at_rest()
            hands.click_at(*self.centre())

    def wait_at_rest(self):
        """What slides in would have gone on when the pointer comes to where it was."""
        seen = []

        def at_rest():
            seen.append(self.extents())
            return len(seen) > 1 and seen[-1] == seen[-2]
        wait_until_or_not(at_rest, patience=5)

    def do(self, action=None):
        """Does its action, as assistive technology does."""
        interface = self.accessible.get_action_iface()
        if interface is None or interface.get_n_actions() == 0:
            raise AssertionError(f'{self} has no action')
        names = [interface.get_action_name(i) for i in range(interface.get_n_actions())]
        interface.do_action(names.index(action) if action else 0)

    def write(self, text):
        """Replaces the text of an entry."""
        target = next((node for node in self.walk()
                       if 'EditableText' in (node._ask(node.accessible.get_interfaces, []) or [])),
                      None)
        if target is None:
            raise AssertionError(f'{self} takes no text')
        target.accessible.get_editable_text_iface().set_text_contents(text)

    def describe(self, depth=0):
        state = '' if self.showing else ' (hidden)'
        lines = ['  ' * depth + f'{self.role} {self.name!r}{state}']
        for child in self.children:
            lines.append(child.describe(depth + 1))
        return '\n'.join(lines)

    def __str__(self):
        return f'{self.role} {self.name!r}'
