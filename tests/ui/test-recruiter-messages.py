#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""An HR admin sets up mail, writes a template, tries it, and reads in the log what became of it."""

import os
import re
import tempfile
import unittest

from recruiter_world import HEIGHT, LIN, SHEN, WIDTH, World, choose_room, push
from support.desktop import Desktop
from support.interview import free_port
from support.post_office import PASSWORD, USER, PostOffice
from support.waiting import wait_until

SAVE = re.compile('Save$')


def write(program, title, text):
    """Writes into an entry that may have to be scrolled to."""
    program.wait('text', title, showing=False).write(text)


def press(program, name):
    """Presses a button that may have to be scrolled to, as soon as it can be pressed."""
    button = program.wait('push button', name, showing=False)
    wait_until(lambda: button.enabled, f'{button} to be sensitive')
    button.do()


class Messages(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.office = cls.enterClassContext(
            PostOffice(cls.enterClassContext(tempfile.TemporaryDirectory())))
        cls.desktop = cls.enterClassContext(Desktop(size=(WIDTH, HEIGHT)))
        cls.world = World(cls.desktop, cls.folder)
        config = os.path.join(cls.folder, 'server.conf')
        with open(config, 'w', encoding='utf-8') as file:
            file.write(f'[delivery]\ncertificates={cls.office.certificate}\n')
        cls.world.server.address = f'127.0.0.1:{free_port()}'
        cls.world.server.fill(cls.world.sign_in)
        cls.world.server.start(cls.world.server.address, ('--config', config))

    @classmethod
    def tearDownClass(cls):
        cls.world.server.stop()

    def open_settings(self, profile):
        program = self.world.signed_in(SHEN, profile)
        self.addCleanup(program.stop)
        program.find(name='Main Menu').click()
        program.wait(name='HR Settings', role='menu item').click()
        push(program, 'Messages', 'page tab')
        return program

    def test_mail_is_set_up_tried_and_logged(self):
        program = self.open_settings('sending')
        program.wait(name='Mail and text messages').click()
        write(program, 'Phone', '+86 571 5550 0100')
        write(program, 'Mail server, as mail.example.com', '127.0.0.1')
        write(program, 'Account', USER)
        write(program, re.compile('^Password'), PASSWORD)
        write(program, 'Sender’s address', 'jobs@heronreed.example')
        port = program.wait('spin button', re.compile('^Port of the mail server'), showing=False)
        port.set_value(self.office.port)
        press(program, SAVE)
        program.wait(name='Delivery log')

        program.wait(name='Contact details').click()
        subject = program.wait('text', 'Subject', showing=False)
        subject.write('Reach {{nonsense}}')
        press(program, re.compile('Preview$'))
        program.wait('alert', re.compile('double braces is not known'), showing=False)
        subject.write('Reach us: {{company}}')
        press(program, re.compile('Preview$'))
        program.wait('label', re.compile('Reach us: Heronreed'), showing=False)
        press(program, re.compile('Test on Me$'))
        program.wait('alert', re.compile('on its way to shen.jianing'), showing=False)
        wait_until(lambda: 'Reach us: Heronreed Robotics' in
                   [mail['Subject'] for mail in self.office.fetch()], 'the example')
        press(program, SAVE)
        wait_until(lambda: not program.find('push button', SAVE, showing=False).enabled,
                   'the template to be saved')
        push(program, 'Back')
        program.wait('label', 'The company’s own words', showing=False)

        program.wait(name='Delivery log').click()
        program.wait('label', re.compile('Test'), showing=False)
        wait_until(lambda: program.find('label', 'Sent', showing=False), 'it to be sent')

    def test_an_uncertain_message_goes_again_when_somebody_says_so(self):
        self.office.handler.at_rcpt = lambda address: '550 5.1.1 no such user'
        self.addCleanup(setattr, self.office.handler, 'at_rcpt', lambda address: None)
        admin = self.world.ask('POST', 'sessions', dict(zip(('email', 'password'), SHEN)))['token']
        settings = self.world.ask('GET', 'notice-settings', token=admin)
        settings.update(self.office.settings())
        self.world.ask('PUT', 'notice-settings', settings, admin)
        template = next(t for t in self.world.ask('GET', 'notice-templates', token=admin)['items']
                        if t['kind'] == 'reminder')
        self.world.ask('POST', 'notice-templates/test', template, admin)
        program = self.open_settings('log')
        program.wait(name='Delivery log').click()
        row = program.wait('label', 'Failed', showing=False)
        row.click()
        program.wait('label', re.compile('no such user'), showing=False)
        self.office.handler.at_rcpt = lambda address: None
        press(program, re.compile('Send Again$'))
        program.wait('label', re.compile('沈佳宁 Shen Jianing\nSent again'), showing=False)

    def test_the_candidate_is_told_when_to_begin(self):
        program = self.world.signed_in(LIN, 'onboarding')
        self.addCleanup(program.stop)
        token = self.world.ask('POST', 'sessions', dict(zip(('email', 'password'), LIN)))['token']
        room = next(r for r in self.world.ask('GET', 'rooms', token=token)['items']
                    if r['state'] == 'scheduled' and '陈思远' in r['candidate']['display_name'])
        choose_room(program, '陈思远')
        self.world.ask('POST', f"rooms/{room['id']}/end", token=token)
        push(program, re.compile('Send Onboarding Reminder'))
        write(program, 'Place', 'Head office')
        write(program, 'What to Bring', 'Identity card')
        push(program, re.compile('Send$'))
        program.wait('alert', re.compile('candidate finds it in their program'), showing=False)


if __name__ == '__main__':
    unittest.main(verbosity=2)
