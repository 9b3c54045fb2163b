#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The staffing in the recruiter's program: order, tasks, what changed, and an appeal."""

import contextlib
import os
import re
import sqlite3
import tempfile
import unittest

from recruiter_world import HEIGHT, LIN, SHEN, WIDTH, World, push
from support import hands
from support.desktop import Desktop
from support.rest import Rest
from support.waiting import wait_until


def text(pattern):
    return re.compile(pattern, re.DOTALL)


class Staffing(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desktop = cls.enterClassContext(Desktop(size=(WIDTH, HEIGHT)))

    def setUp(self):
        """Each test has a company of its own: what one makes of its recruiters stays there."""
        self.world = World(self.desktop, self.enterContext(tempfile.TemporaryDirectory()))
        self.world.start_server()
        self.addCleanup(self.world.server.stop)
        self.hr = Rest(self.world.server.address).sign_in(*SHEN)

    def state_of(self, name):
        return next(entry['state'] for entry in self.hr.call('GET', '/staffing')['recruiters']
                    if name in entry['display_name'])

    def test_ratings_turn_the_order_while_it_is_looked_at(self):
        program = self.world.signed_in(LIN, 'staffing')
        self.addCleanup(program.stop)
        hands.press('ctrl+t')
        program.wait('label', text(r'^1\. 林雅婷'), showing=False)
        program.wait('label', text('Chen Siyuan|陈思远'), showing=False)
        self.assertIsNone(program.find('label', text('place'), showing=False))
        policy = self.hr.call('GET', '/staffing/policy')
        policy.update(minimum_ratings=3, threshold_percent=60)
        self.hr.call('PUT', '/staffing/policy', policy)
        for _ in range(4):
            self.hr.rate('林雅婷', 1, 'Spoke over me')
        program.wait('label', text(r'^3\. 林雅婷'), showing=False)
        program.wait('label', text('Down from place 1'), showing=False)
        program.wait('label', text('^Withdrawal proposed$'), showing=False)

        # What has been seen is not new at the next look.
        hands.press('alt+Left')
        hands.press('ctrl+t')
        program.wait('label', text(r'^3\. 林雅婷'), showing=False)
        self.assertIsNone(program.find('label', text('Down from place'), showing=False))

        push(program, text('^_?Appeal…'))
        program.wait('text', 'Reason').write('The line was bad that day.')
        # A program that is killed has lost nothing of what was written.
        wait_until(lambda: self.kept_appeals('staffing'), 'the draft')
        program.kill()
        program = self.world.program(profile='staffing')
        self.addCleanup(program.stop)
        program.wait('list item', text('Chen Siyuan|陈思远'))
        hands.press('ctrl+t')
        push(program, text('^_?Appeal…'))
        wait_until(lambda: program.wait('text', 'Reason').text == 'The line was bad that day.',
                   'what was written')
        push(program, text('^_?Send'))
        program.wait('label', text('objected to'), showing=False)
        self.assertEqual(self.state_of('林雅婷'), 'contested')
        wait_until(lambda: program.find('push button', text('^_?Appeal…')) is None,
                   'the button to go')
        wait_until(lambda: not self.kept_appeals('staffing'), 'the draft to go')

    def kept_appeals(self, profile):
        for folder, _, names in os.walk(self.desktop.folder):
            if profile in folder and 'spool.db' in names:
                path = os.path.join(folder, 'spool.db')
                with contextlib.closing(sqlite3.connect(f'file:{path}?mode=ro', uri=True)) as store:
                    return store.execute("SELECT text FROM draft WHERE place = 'appeal'").fetchall()
        raise AssertionError('no store')

    def open_settings(self, program, page):
        program.find(name='Main Menu').click()
        program.wait(name='HR Settings', role='menu item').click()
        row = program.wait('list item', page, showing=False)
        # High enough for all its pages: what lies below the fold cannot be clicked.
        hands.place(program.x_window(row.window()), 0, 0, 720, HEIGHT)
        row.click()

    def test_hr_decides_and_reads_the_record(self):
        policy = self.hr.call('GET', '/staffing/policy')
        policy.update(minimum_ratings=3, threshold_percent=60)
        self.hr.call('PUT', '/staffing/policy', policy)
        for _ in range(4):
            self.hr.rate('Marcus', 1, 'Did not listen')
        program = self.world.signed_in(SHEN, 'decides')
        self.addCleanup(program.stop)
        self.open_settings(program, 'Recruiters and Decisions')
        row = program.wait('list item', text('Marcus'), showing=False)
        wait_until(lambda: row.find('push button', text('^_?Withdraw…')), 'the choice').click()
        program.wait('text', 'Reason').write('We spoke with Marcus on Monday.')
        push(program, text('^_?Withdraw Withdraw$|^_?Withdraw$'))
        wait_until(lambda: self.state_of('Marcus') == 'withdrawn', 'the decision')
        self.assertFalse([task for task in self.hr.call('GET', '/staffing')['tasks']
                          if 'Marcus' in task.get('recruiter_name', '')])
        program.wait('push button', 'Back').click()
        program.wait('list item', 'Record of Changes', showing=False).click()
        program.wait('label', text('^Withdrawal confirmed: Marcus'), showing=False)
        program.wait('label', text('We spoke with Marcus on Monday'), showing=False)

    def test_hr_sees_the_plan_before_saving_the_policy(self):
        program = self.world.signed_in(SHEN, 'policy')
        self.addCleanup(program.stop)
        self.open_settings(program, 'Staffing Policy')
        before = self.hr.call('GET', '/staffing/policy')
        program.wait('list item', text('^1. '), showing=False)
        self.set_number(program, 'Lowest score', 100)
        program.wait('label', text('5.0 of 5'), showing=False)
        self.set_number(program, 'Fewest ratings', 3)
        program.wait('label', text('Withdrawal proposed'), showing=False)
        self.assertEqual(self.hr.call('GET', '/staffing/policy'), before)

    def set_number(self, program, title, value):
        number = program.wait('spin button', title, showing=False)
        number.accessible.get_value_iface().set_current_value(value)

    def test_hr_writes_the_form(self):
        program = self.world.signed_in(SHEN, 'form')
        self.addCleanup(program.stop)
        self.open_settings(program, 'Rating Form')
        program.wait('label', 'Aspect 4', showing=False)
        program.wait('push button', text('Add Aspect'), showing=False).do()
        program.wait('label', 'Aspect 5', showing=False)
        entries = program.find_all('text', 'English', showing=False)
        entries[-1].write('Listened well')
        # A program that is killed has lost nothing of what was written.
        wait_until(lambda: self.kept_draft('form'), 'the draft')
        program.kill()
        program = self.world.program(profile='form')
        self.addCleanup(program.stop)
        program.wait('list item', text('Rajiv Menon'))
        self.open_settings(program, 'Rating Form')
        program.wait('label', 'Aspect 5', showing=False)
        program.wait('push button', text('^_?Save'), showing=False).do()
        wait_until(lambda: 'Listened well' in str(self.hr.call('GET', '/rating-form')['aspects']),
                   'the form to be saved')

    def kept_draft(self, profile):
        for folder, _, names in os.walk(self.desktop.folder):
            if profile in folder and 'rating-form-draft.json' in names:
                with open(os.path.join(folder, 'rating-form-draft.json'), encoding='utf-8') as file:
                    return 'Listened well' in file.read()
        return False


if __name__ == '__main__':
    unittest.main(verbosity=2)
