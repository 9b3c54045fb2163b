#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The server has no resume: the recruiter asks for it, and the candidate is asked to agree."""

import re
import tempfile
import unittest

from candidate_world import World
from support import hands
from support import interview as room
from support.desktop import Desktop
from support.waiting import wait_until

RESUME = room.PANELS['recruiter'][0]
HEADLINE = 'Welder with ten years at sea'


class Resume(unittest.TestCase):
    def test_a_resume_is_shared_for_one_interview(self):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        world = World(self.enterContext(Desktop(size=(1680, 1000))), folder)
        world.start_server()
        self.addCleanup(world.server.stop)
        world.change('DELETE FROM resume')
        for who in ('candidate', 'recruiter'):
            self.addCleanup(world.open(who).stop)
        world.place_side_by_side()
        for who in ('candidate', 'recruiter'):
            world.join(who)
        world.admit()
        for who in ('candidate', 'recruiter'):
            getattr(world, who).wait(name='InterviewCallControls')

        hands.raise_window(world.recruiter.x_window())
        panel = room.open_panel(world.recruiter, RESUME)
        ask = wait_until(lambda: panel.find('push button', 'Ask the Candidate for It'), 'asking')
        ask.click()
        wait_until(lambda: panel.find('label', re.compile('^The other side was asked')), 'the word')
        dialog = world.candidate.wait(name=re.compile('asks for your resume'), showing=False)
        self.assertIn('Yating', dialog.name)
        entry = world.candidate.wait('text', 'What you are, in one line')
        entry.write(HEADLINE)
        world.candidate.wait('push button', re.compile('^_?Share( Share)?$')).click()
        wait_until(lambda: panel.find('label', HEADLINE), 'the headline in the panel')
        self.assertEqual(world.query('SELECT count(*) FROM resume'), [(0,)])
        self.assertEqual(world.query("SELECT state, kept FROM disclosure WHERE kind = 'resume'"),
                         [('given', 0)])


if __name__ == '__main__':
    unittest.main(verbosity=2)
