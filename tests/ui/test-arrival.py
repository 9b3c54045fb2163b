#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The desktop tells a recruiter whose window is closed that the candidate has arrived or answered;
a click opens the room. Starting with the desktop is the person's choice."""

import json
import os
import re
import subprocess
import sys
import tempfile
import time
import unittest
import urllib.parse
import urllib.request

from recruiter_world import JOIN_NOW, LIN, SHEN, World, push
from support import hands
from support.desktop import Desktop
from support.programs import Program, built
from support.waiting import wait_until, wait_until_or_not

HERE = os.path.dirname(os.path.abspath(__file__))
CANDIDATE = '陈思远'
DAY = 24 * 60 * 60


class StandIn:
    """The desktop's notification service."""

    def __init__(self, desktop, *arguments):
        self.process = desktop.start(
            [sys.executable, os.path.join(HERE, 'notification-stand-in.py'), *arguments],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.wait('ready')

    def wait(self, fact, words=''):
        """The next thing it says that has this fact with these words in it."""
        while True:
            line = self.process.stdout.readline()
            if not line:
                raise AssertionError(f'the notification service ended before {fact!r}')
            said = json.loads(line)
            if fact in said and words in str(said[fact]):
                return said

    def arrival(self):
        """The notice that the candidate is there. Both programs speak to one desktop: what the
        candidate's own program shows may come before it and after it."""
        return self.wait('title', CANDIDATE)

    def click(self, notice, action):
        self.process.stdin.write(json.dumps({'notice': notice, 'action': action}) + '\n')
        self.process.stdin.flush()

    def stop(self):
        self.process.terminate()
        self.process.wait()


class Arrival(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.desktop = cls.enterClassContext(Desktop(size=(1280, 900)))

    def setUp(self):
        self.folder = self.enterContext(tempfile.TemporaryDirectory())
        self.profile = self._testMethodName[-8:].strip('_').replace('_', '-')
        self.world = World(self.desktop, self.folder)
        self.world.start_server()
        self.addCleanup(self.world.server.stop)

    def stand_in(self, *arguments):
        service = StandIn(self.desktop, *arguments)
        self.addCleanup(service.stop)
        return service

    def go_to_background(self):
        """Signs in, makes the choice in the preferences, and closes the window."""
        program = self.world.signed_in(LIN, self.profile)
        self.addCleanup(program.stop)
        hands.press('ctrl+comma')
        program.wait('check box', re.compile('^Tell me while')).click()
        switch = program.wait('check box', re.compile('^Start with'))
        path = os.path.join(self.desktop.environment['XDG_CONFIG_HOME'], 'autostart')
        wait_until(lambda: switch.enabled, 'the choice to be possible')
        switch.click()
        wait_until(lambda: os.path.isdir(path) and os.listdir(path), 'the autostart file')
        with open(os.path.join(path, os.listdir(path)[0]), encoding='utf-8') as file:
            self.assertRegex(file.read(),
                             rf'Exec=.*--profile {self.profile} --gapplication-service')
        switch.click()
        wait_until(lambda: not os.listdir(path), 'the autostart file to go')
        hands.press('Escape')
        program.wait_gone('check box', re.compile('^Start with'))
        hands.press('ctrl+w')
        program.wait_gone('frame')
        self.assertIsNone(program.process.poll())
        return program

    def invite(self, name):
        """A colleague makes a room for next week with Lin on its panel; returns its code."""
        token = self.world.ask('POST', 'sessions', dict(zip(('email', 'password'), SHEN)))['token']
        recruiters = self.world.ask('GET', 'recruiters', token=token)['items']
        person = self.world.ask('POST', 'candidates', {'display_name': name}, token)
        start = time.strftime('%Y-%m-%dT09:00:00Z', time.gmtime(time.time() + 7 * DAY))
        return self.world.ask('POST', 'rooms', {
            'candidate_id': person['id'], 'starts_at': start, 'duration_minutes': 45,
            'position_id': self.world.ask('GET', 'positions', token=token)['items'][0]['id'],
            'recruiter_ids': [next(one['person_id'] for one in recruiters
                                   if 'Lin Yating' in one['display_name'])],
            'interactive': True}, token)['invitation']['code']

    def answer(self, code, **fields):
        """Sends the form of the invitation's page, as a browser does."""
        page = f'http://{self.world.server.address}/invitation/{code}'
        with urllib.request.urlopen(page, timeout=20) as answer:
            fields['seen'] = re.search(r'name="seen" value="(\d+)"', answer.read().decode())[1]
        with urllib.request.urlopen(page, urllib.parse.urlencode(fields).encode(),
                                    timeout=20) as answer:
            answer.read()

    def test_an_answer_is_told_and_the_proposed_time_taken(self):
        service = self.stand_in()
        program = self.world.signed_in(LIN, self.profile)
        self.addCleanup(program.stop)
        code = self.invite('阿依古丽')
        day = time.strftime('%Y-%m-%d', time.gmtime(time.time() + 8 * DAY))
        self.answer(code, answer='proposed', date=day, time='14:30', note='下午更方便')
        notice = service.wait('title', '阿依古丽')
        self.assertIn('Proposes another time', notice['title'])
        service.click(notice['notice'], 'default')
        program.wait('label', re.compile('14:30'), showing=False)
        program.wait('label', re.compile('下午更方便'), showing=False)
        program.wait('push button', 'Use This Time').click()
        program.wait('label', re.compile('^Accepted\n下午更方便'), showing=False)
        self.assertIsNone(program.find('push button', 'Use This Time'))
        self.answer(code, answer='declined', note='有事')
        service.wait('title', 'Declined')
        program.wait('label', re.compile('^Declined\n有事'), showing=False)

    def let_candidate_in(self):
        candidate = Program(self.desktop,
                            [built('interviewer-app'), '--profile', f'candidate-{self.profile}',
                             '--test-source', '--sign-in-file',
                             os.path.join(self.world.sign_in, 'candidate.sign-in')],
                            log=os.path.join(self.folder, 'candidate.log'))
        self.addCleanup(candidate.stop)
        button = candidate.wait('push button', re.compile('^Join the Interview'))
        wait_until(lambda: button.enabled, 'joining to be possible')
        button.click()
        candidate.wait('label', 'You are in the lobby')

    def click_to_see_room(self, service, notice, action, program):
        """The stand-in says what it shows before the program knows that it is shown."""
        def attempt():
            service.click(notice, action)
            return wait_until_or_not(lambda: program.find('push button', JOIN_NOW), patience=20)
        wait_until(attempt, 'the room to open')
        program.wait(name=re.compile(CANDIDATE))
        push(program, JOIN_NOW)
        program.wait(name=re.compile('is waiting in the lobby'))

    def test_a_click_opens_the_room(self):
        service = self.stand_in()
        program = self.go_to_background()
        self.let_candidate_in()
        said = service.arrival()
        self.assertIn('default', said['actions'])
        self.click_to_see_room(service, said['notice'], 'default', program)

    def test_without_that_service_it_goes_another_way(self):
        service = self.stand_in('gtk')
        program = self.go_to_background()
        self.let_candidate_in()
        said = service.arrival()
        self.assertEqual(said['actions'], ['app.open-room'])
        self.click_to_see_room(service, said['notice'], 'open-room', program)

    def test_the_desktop_starts_it_without_a_window(self):
        service = self.stand_in()
        program = self.go_to_background()
        program.stop()
        started = self.desktop.start(
            [built('recruiter-app'), '--profile', self.profile, '--gapplication-service'])
        self.addCleanup(started.wait)
        self.addCleanup(started.terminate)
        self.let_candidate_in()
        service.arrival()
        self.assertIsNone(started.poll())


if __name__ == '__main__':
    unittest.main(verbosity=2)
