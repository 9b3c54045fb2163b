#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the server does not have is asked of the other side: the recruiter asks for the resume, the
candidate for the profile of the company. Who is asked agrees or does not, and who asks reads which
of both it was."""

import re
import tempfile
import unittest

from candidate_world import World
from support import hands
from support import interview as room
from support.desktop import Desktop
from support.waiting import wait_until

RESUME, COMPANY = room.PANELS['recruiter'][0], room.PANELS['candidate'][0]
HEADLINE = 'Welder with ten years at sea'
PROFILE = 'We build robots that swim'
SHARE, REFUSE = re.compile('^_?Share( Share)?$'), re.compile('^_?Do Not Share')
REFUSED = re.compile('^The other side would rather not share this here')
NO_PROFILE = ("UPDATE company_text SET tagline = NULL, about = NULL, hiring_for = '[]', "
              "facts = '[]', links = '[]'")


class Disclosure(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desktop = cls.enterClassContext(Desktop(size=(1680, 1000)))

    def setUp(self):
        """Each test has an interview of its own: a thing is asked once in a room."""
        self.world = World(self.desktop, self.enterContext(tempfile.TemporaryDirectory()))
        self.world.start_server()
        self.addCleanup(self.world.server.stop)
        self.world.change('DELETE FROM resume')
        self.world.change('DELETE FROM company_picture')
        self.world.change(NO_PROFILE)
        for who in ('candidate', 'recruiter'):
            self.open(who)
        self.world.place_side_by_side()
        for who in ('candidate', 'recruiter'):
            self.world.join(who)
        self.world.admit()
        for who in ('candidate', 'recruiter'):
            getattr(self.world, who).wait(name='InterviewCallControls')

    def open(self, who):
        name = self.id().rsplit('.', maxsplit=1)[-1]
        self.addCleanup(self.world.open(who, '--profile', name.replace('_', '-')[5:25]).stop)

    def open_panel(self, program, title):
        hands.raise_window(program.x_window())
        return room.open_panel(program, title)

    def ask(self, program, title, button):
        panel = self.open_panel(program, title)
        wait_until(lambda: panel.find('push button', button), 'asking').click()
        wait_until(lambda: panel.find('label', re.compile('^The other side was asked')), 'the word')
        return panel

    def ask_candidate(self):
        panel = self.ask(self.world.recruiter, RESUME, 'Ask the Candidate for It')
        dialog = self.world.candidate.wait(name=re.compile('asks for your resume'), showing=False)
        self.assertIn('Yating', dialog.name)
        hands.raise_window(self.world.candidate.x_window())
        return panel

    def ask_company(self):
        panel = self.ask(self.world.candidate, COMPANY, 'Ask the Company for It')
        dialog = self.world.recruiter.wait(name=re.compile('would like to read about the company'),
                                           showing=False)
        self.assertIn('陈思远', dialog.name)
        hands.raise_window(self.world.recruiter.x_window())
        return panel

    def states(self):
        return dict(self.world.query('SELECT kind, state FROM disclosure'))

    def test_a_resume_is_shared_for_one_interview(self):
        panel = self.ask_candidate()
        self.world.candidate.wait('text', 'What you are, in one line').write(HEADLINE)
        self.world.candidate.wait('push button', SHARE).click()
        wait_until(lambda: panel.find('label', HEADLINE), 'the headline in the panel')
        self.assertEqual(self.world.query('SELECT count(*) FROM resume'), [(0,)])
        self.assertEqual(self.world.query('SELECT kind, state, kept FROM disclosure'),
                         [('resume', 'given', 0)])

    def test_a_profile_is_shared_for_one_interview(self):
        panel = self.ask_company()
        self.world.recruiter.wait('text', 'The company in one line').write(PROFILE)
        self.world.recruiter.wait('text', 'Hiring for, with commas').write('divers, 焊工')
        self.assertIsNone(self.world.recruiter.find('check box', re.compile('may keep it')))
        self.world.recruiter.wait('push button', SHARE).click()
        for text in (PROFILE, 'divers', '焊工'):
            wait_until(lambda text=text: panel.find('label', re.compile(text), showing=False),
                       f'{text!r} in the panel')
        self.assertEqual(self.world.query('SELECT DISTINCT tagline FROM company_text'), [(None,)])
        self.assertEqual(self.states(), {'company': 'given'})

    def test_neither_side_wants_to(self):
        resume = self.ask_candidate()
        self.world.candidate.wait('push button', REFUSE).click()
        wait_until(lambda: resume.find('label', REFUSED), 'the refusal of the resume')
        self.assertIsNone(resume.find('push button', 'Ask the Candidate for It'))

        company = self.ask_company()
        self.world.recruiter.wait('push button', REFUSE).click()
        wait_until(lambda: company.find('label', REFUSED), 'the refusal of the profile')
        self.assertIsNone(company.find('push button', 'Ask the Company for It'))
        self.assertEqual(self.states(), {'resume': 'refused', 'company': 'refused'})

        # Nobody is asked until they give in, not by a program that was started again either.
        self.world.recruiter.kill()
        self.open('recruiter')
        self.world.recruiter.wait(name='InterviewCallControls')
        resume = self.open_panel(self.world.recruiter, RESUME)
        wait_until(lambda: resume.find('label', REFUSED), 'the refusal, still')
        self.assertIsNone(resume.find('push button', 'Ask the Candidate for It'))
        for program in (self.world.candidate, self.world.recruiter):
            self.assertIsNone(program.find('push button', REFUSE))


if __name__ == '__main__':
    unittest.main(verbosity=2)
