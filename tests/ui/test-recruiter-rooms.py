#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A recruiter signs in, reads a resume, makes a room, hands its link on."""

import os
import re
import subprocess
import tempfile
import unittest
import urllib.error
import urllib.request

from recruiter_world import (HEIGHT, LIN, MAKE, SHEN, SIGN_IN, WIDTH, World, choose_room, fill,
                             fill_sign_in, push)
from support import hands, screen
from support.desktop import Desktop
from support.interview import free_port
from support.waiting import wait_until, wait_until_or_not

SAVE = re.compile('Save$')
# Turns of the wheel from the top of a room's page to its end.
WHEEL = 8
UP, DOWN = 4, 5
CODE = re.compile(r'^interview://[^/]+/([0-9a-hjkmnp-z]{26})')


class Rooms(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.desktop = cls.enterClassContext(Desktop(size=(WIDTH, HEIGHT)))
        cls.world = World(cls.desktop, cls.folder.name)
        cls.world.start_server()

    @classmethod
    def tearDownClass(cls):
        cls.world.server.stop()
        cls.folder.cleanup()

    def test_a_wrong_password_is_told_and_the_right_one_opens_the_rooms(self):
        program = self.world.program(profile='password')
        self.addCleanup(program.stop)
        # Where no server is, the password stays for the next try.
        fill_sign_in(program, f'127.0.0.1:{free_port()}', LIN[0], 'not-my-password')
        push(program, SIGN_IN)
        program.wait('alert', re.compile('cannot be reached'), showing=False)
        # The address as the server prints it.
        fill(program, 'Server', f'http://{self.world.server.address}')
        push(program, SIGN_IN)
        message = program.wait('alert', re.compile('password', re.IGNORECASE), showing=False)
        self.assertNotRegex(message.name, r'40[0-9]|HTTP|errno')
        fill(program, 'Password', LIN[1])
        push(program, SIGN_IN)
        program.wait('list item', re.compile('Rajiv Menon'))
        self.assertIsNone(program.find('alert', showing=False))

    def test_a_sign_in_is_kept_and_ends_with_signing_out(self):
        program = self.world.signed_in(LIN, 'kept')
        program.stop()
        program = self.world.program(profile='kept')
        self.addCleanup(program.stop)
        program.wait('list item', re.compile('Rajiv Menon'))
        program.find(name='Main Menu').click()
        program.wait(name='Sign Out', role='menu item').click()
        program.wait('push button', SIGN_IN)
        program.stop()
        program = self.world.program(profile='kept')
        self.addCleanup(program.stop)
        program.wait('push button', SIGN_IN)

    def test_a_resume_can_be_read_before_the_call(self):
        program = self.world.signed_in(LIN, 'resume')
        self.addCleanup(program.stop)
        choose_room(program, 'Rajiv Menon')
        program.wait('label', 'Principal engineer, motion', showing=False)
        choose_room(program, 'Maximiliana')
        program.wait('label', 'Senior control engineer, soft handling', showing=False)
        self.assertIsNone(program.find('label', 'Principal engineer, motion', showing=False))

    def test_a_new_room_gives_a_link_that_works_until_it_is_withdrawn(self):
        program = self.world.signed_in(LIN, 'new')
        self.addCleanup(program.stop)
        hands.press('ctrl+n')
        program.wait('check box', re.compile('^New candidate')).click()
        fill(program, 'Name', 'Zoë Ångström')
        push(program, MAKE)
        program.wait('list item', re.compile('Zoë Ångström'))
        where = self.read_qr_code(program)
        push(program, 'Copy Link')
        program.wait(name='Link copied')
        code = CODE.search(self.pasted(program)).group(1)
        self.assertEqual(self.world.redeem(code), 'Zoë Ångström')
        self.scroll(where, DOWN)
        push(program, re.compile('Withdraw Invitation'))
        push(program, re.compile('^_?Withdraw(?! Inv)'))
        program.wait(name=re.compile('The invitation is withdrawn'))
        with self.assertRaises(urllib.error.HTTPError) as refused:
            self.world.redeem(code)
        self.assertIn(refused.exception.code, (403, 404, 409, 410))

    def read_qr_code(self, program):
        """What a telephone finds on the screen is the page of the invitation."""
        row = program.wait('list item', re.compile('^QR Code'))
        where = row.centre()
        row.click()
        program.wait('image', 'QR code of the invitation')
        self.scroll(where, DOWN)
        picture = os.path.join(self.folder.name, 'screen.png')

        def found():
            screen.grab().save(picture)
            read = subprocess.run(['zbarimg', '--quiet', '--raw', picture], check=False,
                                  capture_output=True, text=True).stdout
            return re.fullmatch(r'http://[^/]+/invitation/[0-9a-z]{26}\n', read)
        page = wait_until(found, 'the code to be read')[0].strip()
        with urllib.request.urlopen(page, timeout=20) as answer:
            self.assertIn('Your Interview', answer.read().decode())
        self.scroll(where, UP)
        return where

    @staticmethod
    def scroll(where, direction):
        """To the end of a page, or to its top, with the wheel."""
        for _ in range(WHEEL):
            hands.click_at(*where, button=direction)

    def test_time_and_panel_of_a_room_are_changed_and_it_is_called_off(self):
        program = self.world.signed_in(SHEN, 'schedule')
        self.addCleanup(program.stop)
        choose_room(program, '何小满')
        push(program, re.compile('Change Time or Panel'))
        program.wait('spin button', 'Hour').set_value(23)
        program.wait('spin button', 'Minute').set_value(45)
        push(program, 'Remove 巴雅尔 Bayar')
        self.assertFalse(program.wait('push button', SAVE).enabled)
        for name in ('Marcus Oyelaran', '林雅婷 Lin Yating'):
            wait_until(lambda: self.search(program), 'the search').write(name[:4])
            program.wait('list item', name, showing=False)
            hands.press('Return')
            program.wait('push button', f'Remove {name}')
        self.world.shorten_room(SHEN, '何小满')
        push(program, SAVE)
        program.wait('alert', re.compile('Somebody else has changed'), showing=False)
        push(program, SAVE)
        program.wait('label', re.compile('23:4[0-9]–'), showing=False)
        program.wait('label', 'Marcus Oyelaran, 林雅婷 Lin Yating', showing=False)
        push(program, re.compile('Cancel Interview…$'))
        push(program, re.compile('Cancel Interview$'))
        program.wait('label', 'Cancelled', showing=False)
        program.wait('list item', re.compile('何小满.*Cancelled'))

    @staticmethod
    def search(program):
        """Opens the list of recruiters; a click on what is still closing comes to nothing."""
        def look():
            return program.find('entry', 'Search for a recruiter', showing=False)
        program.find(re.compile('button'), 'Add Recruiter').click()
        return wait_until_or_not(look)

    def pasted(self, program):
        """What the clipboard holds, pasted into an entry as a person would."""
        hands.press('ctrl+n')
        program.wait('check box', re.compile('^New candidate')).click()
        entry = program.wait('text', 'Name')
        entry.click()
        hands.press('ctrl+v')

        def look():
            texts = [node.text for node in entry.walk()]
            return next((text for text in texts if text and '://' in text), None)
        text = wait_until(look, 'the link in the entry')
        hands.press('alt+Left')
        program.wait('push button', 'Copy Link')
        return text

    def test_the_hr_admin_sees_all_rooms_and_the_scores(self):
        program = self.world.signed_in(SHEN, 'admin')
        self.addCleanup(program.stop)
        program.wait('list item', re.compile('何小满'))
        program.find(name='Main Menu').click()
        program.wait(name='HR Settings', role='menu item').click()
        program.wait('check box', re.compile('Interactive features of the company'))
        program.wait('list item', 'Recruiters and Decisions', showing=False).click()
        program.wait('label', re.compile('林雅婷'), showing=False)


if __name__ == '__main__':
    unittest.main(verbosity=2)
