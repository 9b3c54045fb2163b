#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The main pages in each language, in windows of 360 pixels: no text is cut off.

    test-pages.py [--all]

Writes screenshots into build/pages/; with --all also of the dark style and of wide windows, and
then it judges nothing: a window that was wide keeps what it folded away beside it."""

import gettext
import os
import re
import subprocess
import sys
import tempfile
import unittest

from support import hands
from support import interview as room
from support.desktop import Desktop
from support.interview import Interview
from support.programs import build_folder, built
from support.waiting import wait_until, wait_until_or_not
from watched_program import Watched

LANGUAGES = ('en', 'zh_CN')
NARROW, WIDE, HEIGHT = 360, 1280, 800
SIZES = {'narrow': NARROW, 'wide': WIDE}
SCHEMES = ('light', 'dark')
# Each program has its own part of the screen, so that no window covers another one.
PLACES = {'candidate': ('interviewer-app', 'Candidate', 0),
          'recruiter': ('recruiter-app', 'Recruiter', WIDE + 20)}
CANDIDATE_NAME = re.compile('陈思远|Chen Siyuan')
EVERYTHING = '--all' in sys.argv


class Tour:
    """Goes through one interview in one language and style; looks at each page on the way."""

    def __init__(self, desktop, folder, language, scheme):
        self.desktop = desktop
        self.language = language
        self.scheme = scheme
        self.pictures = os.path.join(build_folder(), 'pages')
        self.complaints = []
        self.world = Interview(desktop, folder, language=language)
        self.catalogue = gettext.translation('interview', os.path.join(build_folder(), 'po'),
                                             [language], fallback=language == 'en')
        os.makedirs(self.pictures, exist_ok=True)

    def text(self, source, context=None):
        """What the program shows for a source text."""
        found = (self.catalogue.pgettext(context, source) if context
                 else self.catalogue.gettext(source))
        return re.sub(r'\(_\w\)|_', '', found) if self.language == 'en' else found.replace('_', '')

    def filled(self, source):
        """The same as a pattern, for a text into which something is filled in."""
        return re.compile('^' + re.escape(self.text(source)).replace('%s', '.*') + '$')

    def open(self, who, *arguments):
        name, _, x = PLACES[who]
        program = Watched(self.desktop,
                          [built(name), '--profile', self.profile(), '--test-source', *arguments],
                          log=os.path.join(self.world.folder, f'{who}.log'),
                          language=self.language)
        program.resize(None, x, WIDE, HEIGHT, self.scheme)
        return program

    def profile(self):
        return f'pages-{self.language}-{self.scheme}'.replace('_', '-')

    def dress(self):
        for _, name, _ in PLACES.values():
            subprocess.run(['gsettings', 'set',
                            'io.github.interview.Program:/io/github/interview/'
                            f'{name}/profiles/{self.profile()}/', 'color-scheme', self.scheme],
                           env=self.desktop.environment, check=True)

    def visit(self, who, program, page, title=None):
        """Looks at the page that is shown; `title` is that of a dialog. What is cut off in one
        place has to stand whole in another, as titles do."""
        for size, width in SIZES.items() if EVERYTHING else [('narrow', NARROW)]:
            if title is not None and width == WIDE:
                continue
            window = self.look_at(program, PLACES[who][2], width, title)
            program.shoot(window, os.path.join(
                self.pictures, f'{page}-{self.language}-{self.scheme}-{size}.png'))
            if not EVERYTHING:
                self.complaints += [f'{page}: {complaint}' for complaint in window.complaints()]

    def look_at(self, program, x, width, title):
        """The window in this width. A page that is about to slide in lies still outside of it:
        what is wrong is looked at until it is right, or stays wrong."""
        seen = []

        def is_good():
            seen[:] = [program.resize(title, x, width, HEIGHT, self.scheme)]
            return EVERYTHING or not list(seen[0].complaints())
        wait_until_or_not(is_good, patience=5)
        return seen[0]

    def run(self):
        self.world.start_server()
        self.dress()
        candidate = self.come_in()
        recruiter = self.plan()
        self.meet(candidate, recruiter)
        self.part(candidate, recruiter)
        candidate.stop()
        recruiter.stop()
        self.world.server.stop()

    def come_in(self):
        candidate = self.open('candidate')
        candidate.see(self.text('Join Your Interview'))
        self.visit('candidate', candidate, '1-join')
        with open(os.path.join(self.world.sign_in, 'candidate.sign-in'), encoding='utf-8') as file:
            link = file.read().strip()
        # The window manager gives the keyboard to a window that is clicked on, but not at once.
        hands.raise_window(candidate.x_window())
        candidate.click_on(self.text('Invitation link or code'))
        hands.type_text(link)
        candidate.click_on(self.text('_Continue'))
        candidate.see(self.filled('Welcome, %s'))
        self.visit('candidate', candidate, '2-devices')
        return candidate

    def plan(self):
        recruiter = self.open('recruiter', '--sign-in-file',
                              os.path.join(self.world.sign_in, 'recruiter.sign-in'))
        # The sign-in file leads to the devices; the list of rooms is two steps back.
        recruiter.see(self.text('_Join Now'))
        self.visit('recruiter', recruiter, '3-devices')
        for _ in range(2):
            hands.raise_window(recruiter.x_window())
            hands.press('alt+Left')
        recruiter.see(self.text('Today'))
        self.visit('recruiter', recruiter, '3-rooms')
        hands.press('ctrl+n')
        recruiter.see(self.text('_Make Interview'))
        self.visit('recruiter', recruiter, '4-new-room')
        hands.raise_window(recruiter.x_window())
        hands.press('alt+Left')
        recruiter.see_gone(self.text('_Make Interview'))
        # Where list and room are not beside each other, a click leads from one to the other.
        recruiter.resize(None, PLACES['recruiter'][2], NARROW, HEIGHT, self.scheme)
        recruiter.click_to_see(CANDIDATE_NAME, self.text('_Join Interview'))
        self.visit('recruiter', recruiter, '5-room')
        return recruiter

    def meet(self, candidate, recruiter):
        candidate.click_on(self.text('_Join the Interview'))
        candidate.see(self.text('You are in the lobby'))
        self.visit('candidate', candidate, '6-lobby')
        recruiter.click_on(self.text('_Join Interview'))
        recruiter.click_on(self.text('_Join Now'))
        recruiter.see_gone(self.text('_Join Now'))
        recruiter.see(self.filled('%s is waiting in the lobby'))
        self.visit('recruiter', recruiter, '6-admit')
        self.admit(recruiter)
        for program in (candidate, recruiter):
            program.see_gone(self.text('Connecting…'))
        for who, program, keys, heading in (('candidate', candidate, '12', 'About'),
                                            ('recruiter', recruiter, '45', 'Experience')):
            hands.raise_window(program.x_window())
            hands.press(f'ctrl+{keys[0]}')
            program.see(self.text(heading))
            self.visit(who, program, f'7-call-{who}')
            hands.raise_window(program.x_window())
            hands.press(f'ctrl+{keys[1]}')
            program.see(self.text('What is asked most comes first. Tick what you have asked.'))
            self.visit(who, program, f'8-questions-{who}')

    def admit(self, recruiter):
        """Once more if the bar was just made anew under the pointer."""
        def attempt():
            recruiter.click_on(self.text('_Admit'))
            return wait_until_or_not(lambda: recruiter.find_label(self.text('_Admit')) is None)
        wait_until(attempt, 'the candidate to be let in')

    def part(self, candidate, recruiter):
        hands.raise_window(recruiter.x_window())
        hands.press('ctrl+shift+h')
        recruiter.click_on(self.text('_End Interview'))
        recruiter.see(self.text('The Interview Is Over'))
        self.visit('recruiter', recruiter, '9-ended-recruiter')
        candidate.see(self.filled('How was the interview with %s?'))
        self.visit('candidate', candidate, '9-rating', self.text('Rate the Interview'))
        candidate.click_on(self.text('_Later', 'rating'))
        candidate.see(self.text('Thank You'))
        self.visit('candidate', candidate, '9-ended-candidate')


class Pages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desktop = cls.enterClassContext(Desktop(size=(2 * WIDE + 40, HEIGHT + 40)))

    def test_no_text_is_cut_off(self):
        for scheme in SCHEMES if EVERYTHING else SCHEMES[:1]:
            for language in LANGUAGES:
                with self.subTest(f'{language}, {scheme}'), tempfile.TemporaryDirectory() as folder:
                    tour = Tour(self.desktop, folder, language, scheme)
                    tour.run()
                    self.assertEqual(tour.complaints, [])


if __name__ == '__main__':
    unittest.main(verbosity=2, argv=[each for each in sys.argv if each != '--all'])
