# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One interview in real windows: server, candidate and recruiter on one desktop."""

import os
import re
import socket
import sqlite3
import time

from . import hands, screen, timecode
from .programs import Program, Server, built
from .waiting import wait_until, wait_until_or_not

OWN = re.compile(r'^Your own video')
OTHER = re.compile(r'^Video of ')
JOIN = re.compile(r'Join( Now| the Interview)?$')
ADMIT = re.compile('Admit$')
CLOSE = 'Close the panel'
BUTTON = re.compile('button')
FORM_CONTROL = re.compile(r'^How the panel is shown')
FORMS = {'overlay': 'Over the Video', 'docked': 'Beside the Video', 'below': 'Below the Video',
         'card': 'As a Card'}
WAYS = ('button', 'escape', 'control', 'swipe')
PANELS = {'candidate': ('Company', 'Questions to Ask'),
          'recruiter': ('Resume', 'Recommended Questions')}


def free_port():
    with socket.create_server(('127.0.0.1', 0)) as probe:
        return probe.getsockname()[1]


class Interview:
    """Files go below `folder`; what the programs say goes into logs there."""

    def __init__(self, desktop, folder, language=None):
        self.desktop = desktop
        self.folder = folder
        self.language = language
        self.store = os.path.join(folder, 'store')
        self.sign_in = os.path.join(folder, 'sign-in')
        os.makedirs(self.store, mode=0o700, exist_ok=True)
        self.server = Server(desktop, self.store, log=os.path.join(folder, 'server.log'))
        self.candidate = None
        self.recruiter = None

    def start_server(self):
        """Fills in the sample company and serves it."""
        self.server.address = f'127.0.0.1:{free_port()}'
        self.server.fill(self.sign_in)
        self.server.restart()

    def open(self, who, *arguments):
        """Opens the candidate's or the recruiter's program, signed in by file or as before."""
        name = {'candidate': 'interviewer-app', 'recruiter': 'recruiter-app'}[who]
        command = [built(name), '--profile', 'demo', '--test-source', *arguments]
        file = os.path.join(self.sign_in, f'{who}.sign-in')
        if os.path.exists(file):
            command += ['--sign-in-file', file]
        program = Program(self.desktop, command, log=os.path.join(self.folder, f'{who}.log'),
                          language=self.language)
        setattr(self, who, program)
        return program

    def place_side_by_side(self):
        width, height = self.desktop.size
        for index, program in enumerate((self.candidate, self.recruiter)):
            window = program.x_window()
            hands.place(window, index * (width // 2), 0, width // 2, height)

    def join(self, who):
        """Goes into the room from the page with the devices."""
        button = getattr(self, who).wait('push button', JOIN)
        wait_until(lambda: button.enabled, f'{button} to be sensitive')
        button.click()

    def admit(self):
        """Lets the candidate out of the lobby, with one click; with another one if the bar went
        away under it, as it does when the connection is lost and comes back."""
        before = self.count_admitted()

        def attempt():
            button = self.recruiter.find('push button', ADMIT)
            if button is None or not button.enabled:
                return False
            button.click()
            return wait_until_or_not(lambda: self.count_admitted() > before, patience=10)
        wait_until(attempt, 'the candidate to be admitted')

    def count_admitted(self):
        with self.database() as database:
            return database.execute(
                "SELECT count(*) FROM room WHERE entrance = 'admitted'").fetchone()[0]

    def database(self):
        """The server's store, opened for reading alone."""
        for name in sorted(os.listdir(self.store)):
            path = os.path.join(self.store, name)
            if os.path.isfile(path):
                with open(path, 'rb') as stream:
                    if stream.read(15) == b'SQLite format 3':
                        return sqlite3.connect(f'file:{path}?mode=ro', uri=True)
        raise AssertionError(f'no store in {self.store}')

    def ratings(self):
        """room, recruiter, stars and comment of the ratings that came in after the sample's."""
        with self.database() as database:
            return database.execute(
                'SELECT room.state, person.display_name, rating.stars, rating.comment '
                'FROM rating JOIN room ON room.id = rating.room_id '
                'JOIN person ON person.id = rating.recruiter_id '
                'ORDER BY rating.received_at DESC').fetchall()


def picture_of(program):
    return screen.grab(program.x_window())


def read_time(program, which):
    """The time code that a video of the program shows now, or None. GTK 4.8 does not tell assistive
    technology that a page of a stack is no longer shown, so that more than one place is tried."""
    areas = [(program.x_window(node.window()), node.area_in_window())
             for node in program.find_all(name=which)]
    now = time.time() * 1000
    pictures = {window: screen.grab(window) for window in {window for window, _ in areas}}
    for window, area in areas:
        value = timecode.read(pictures[window], area, now)
        if value is not None:
            return value
    return None


def see_moving(program, which, patience=60):
    """Reads two times from a video, the second later than the first; returns both."""
    first = wait_until(lambda: read_time(program, which),
                       f'a time code in {which.pattern!r}', patience)
    second = wait_until(lambda: later(read_time(program, which), first),
                        f'{which.pattern!r} to move on from {first}', patience)
    return first, second


def moves_on(program, which, milliseconds=1):
    """Something that asks whether a video has moved on by so much since now. Once it has, the
    program has also answered to whatever it was told before."""
    first = wait_until(lambda: read_time(program, which), f'a time code in {which.pattern!r}')
    return lambda: later(read_time(program, which), first + milliseconds - 1)


def later(value, first):
    return value if value is not None and value > first else None


def inside_call(program, kind):
    """A part of the call by the name of its type, looked up once: it lasts as long as the call."""
    kept = getattr(program, 'call_parts', None)
    if kept is None:
        kept = program.call_parts = {}
    if kind not in kept:
        kept[kind] = program.wait(name=kind)
    return kept[kind]


def show_controls(program):
    """The row of controls shows itself while the pointer moves over the window."""
    x, y, width, height = hands.geometry(program.x_window())
    hands.move_to(x + width // 2, y + height - 160)
    hands.move_to(x + width // 2 + 9, y + height - 150)


def find_control(program, title):
    return inside_call(program, 'InterviewCallControls').find(BUTTON, title)


def find_panel(program, title):
    """The panel with this title, if it is open: a child of what gives room to video and panels."""
    for node in inside_call(program, 'InterviewPanelHost').children:
        if node.name == title and node.showing:
            return node
    return None


def wait_for_control(program, title):
    show_controls(program)
    return wait_until(lambda: find_control(program, title), f'the control {title!r}')


def press_control(program, title, find, what):
    """Presses a control and waits for what comes of it. The row of controls moves when panels come
    and go: who missed a control that moved away meanwhile presses it where it is now."""
    control = wait_for_control(program, title)
    place = control.extents()
    control.click()
    wait_until(lambda: find() or control.extents() != place, what)
    if not wait_until_or_not(find, patience=10) and is_off(control):
        control.click()
    return wait_until(find, what)


def is_off(control):
    """Whether a toggle says so; one that says nothing may have heard the press."""
    return control.lacks_state('checked') and control.lacks_state('pressed')


def open_panel(program, title):
    if find_panel(program, title) is None:
        press_control(program, title, lambda: find_panel(program, title), f'the panel {title!r}')
    return wait_until(lambda: find_panel(program, title), f'the panel {title!r}')


def set_form(program, title, form):
    """Chooses how a panel is shown from its own menu; Escape closes the menu, not the panel."""
    panel = open_panel(program, title)
    control = wait_until(lambda: panel.find(BUTTON, FORM_CONTROL), 'the menu of forms')
    control.click()
    choice = wait_until(lambda: panel.find(BUTTON, FORMS[form]), f'the choice {FORMS[form]!r}')
    if not choice.checked:
        choice.click()
    wait_until(lambda: leave_menu(control), 'the menu of forms to close')
    return open_panel(program, title)


def leave_menu(control):
    """Whether the menu of a button is closed; presses Escape when it is not. The next press beside
    one that is still open would do nothing but close it."""
    if control.has_state('expanded'):
        hands.press('Escape')
    return wait_until_or_not(lambda: control.lacks_state('expanded'))


def close_panel(program, title, way, form):
    """Closes a panel; once more if the first try came to nothing, as a person would. Returns how
    often it was tried."""
    for tries in (1, 2):
        if find_panel(program, title) is not None:
            try_to_close(program, title, way, form)
        if wait_until_or_not(lambda: find_panel(program, title) is None, patience=10):
            return tries
    raise AssertionError(f'{title!r} as {form} was not closed by {way}')


def try_to_close(program, title, way, form):
    panel = find_panel(program, title)
    if way == 'button':
        panel.find('push button', CLOSE).click()
    elif way == 'escape':
        hands.press('Escape')
    elif way == 'control':
        wait_for_control(program, title).click()
    elif way == 'outside':
        x, y, _, height = panel.area()
        left = hands.geometry(program.x_window())[0]
        hands.click_at((left + x) / 2, y + height / 2)
    elif way == 'swipe':
        x, y, width, height = panel.area()
        start = (x + width / 3, y + 22)
        if form == 'below':
            hands.drag(start, (start[0] + 5, start[1] + min(height * 0.6, 220)))
        else:
            hands.drag(start, (start[0] + 260, start[1] + 5))


def ways_of(form):
    return WAYS + (('outside',) if form == 'card' else ())
