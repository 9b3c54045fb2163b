#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""HR writes what people read before they are recorded: what is wrong is said and not saved, what is
right is a new version, in both languages, and the next who reads it before an answer reads that."""

import json
import re
import tempfile
import unittest
import urllib.request

from recruiter_world import HEIGHT, SHEN, WIDTH, World
from support import hands, recording
from support import interview as room
from support.desktop import Desktop
from support.rest import Rest
from support.waiting import wait_until

ENGLISH = 'We record for the hiring team alone.'
CHINESE = '录像仅供招聘团队查看。'
SAVE = re.compile('^_?Save')
LANGUAGES = {'en': 'English', 'zh-CN': '简体中文'}


class ConsentText(unittest.TestCase):
    def setUp(self):
        self.desktop = self.enterContext(Desktop(size=(WIDTH, HEIGHT)))
        self.world = World(self.desktop, self.enterContext(tempfile.TemporaryDirectory()))
        self.world.start_server()
        self.addCleanup(self.world.server.stop)
        self.hr = Rest(self.world.server.address).sign_in(*SHEN)
        self.program = self.world.signed_in(SHEN, 'consent')
        self.addCleanup(self.program.stop)

    def open_page(self):
        self.program.find(name='Main Menu').click()
        self.program.wait(name='HR Settings', role='menu item').click()
        row = self.program.wait('list item', 'Consent to Recording', showing=False)
        hands.place(self.program.x_window(row.window()), 0, 0, 720, HEIGHT)
        row.click()
        self.program.wait('label', 'Version 1 of the text', showing=False)

    def write(self, **texts):
        for language, text in texts.items():
            name = LANGUAGES[language.replace('_', '-')]
            self.program.wait('text', name, showing=False).write(text)

    def save(self):
        button = self.program.wait('push button', SAVE, showing=False)
        wait_until(lambda: button.enabled, 'saving to be possible')
        button.do()

    def saved(self):
        edition = self.hr.call('GET', '/consent-edition')
        return edition['version'], {text['language']: text['text'] for text in edition['texts']}

    def read_as(self, language):
        """What somebody who reads this language is shown before they answer."""
        request = urllib.request.Request(
            f'http://{self.world.server.address}/api/v1/consent-text',
            headers={'Authorization': f'Bearer {self.hr.token}', 'Accept-Language': language})
        with urllib.request.urlopen(request, timeout=20) as answer:
            text = json.loads(answer.read())
        return text['version'], text['text']

    def meet(self):
        for who in ('candidate', 'recruiter'):
            self.addCleanup(self.world.open(who).stop)
        self.world.place_side_by_side()
        for who in ('candidate', 'recruiter'):
            self.world.join(who)
        self.world.admit()
        self.world.candidate.wait(name=room.OTHER)

    def test_a_new_version(self):
        before = self.saved()
        self.open_page()
        self.write(en='', zh_CN='')
        self.save()
        self.program.wait('alert', 'Write the text in at least one language.', showing=False)
        self.write(en='a' * 8001)
        self.save()
        self.program.wait('alert', 'A text is too long. Shorten it to a page or two.',
                          showing=False)
        self.assertEqual(self.saved(), before)

        self.write(en=ENGLISH, zh_CN=CHINESE)
        self.save()
        self.program.wait('label', 'Version 2 of the text', showing=False)
        self.assertEqual(self.saved(), (2, {'en': ENGLISH, 'zh-CN': CHINESE}))
        self.assertIsNone(self.program.find('alert', re.compile('^A text is too long')))
        self.assertEqual(self.read_as('en'), (2, ENGLISH))
        self.assertEqual(self.read_as('zh-CN'), (2, CHINESE))

        self.meet()
        recording.ask(self.world.recruiter)
        self.world.candidate.wait(name=re.compile('Asks to Record$'))
        self.world.candidate.wait(name=re.compile('Version 2 of the text'))
        self.world.candidate.wait('label', re.compile(re.escape(ENGLISH)))


if __name__ == '__main__':
    unittest.main(verbosity=2)
