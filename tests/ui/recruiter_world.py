# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the recruiter's program share: a server with the sample company, the program
signed in or not, and what they look for in its window."""

import json
import os
import re
import secrets
import urllib.request

from support import hands
from support.interview import Interview
from support.programs import Program, built
from support.waiting import wait_until, wait_until_or_not

LIN = ('lin.yating@heronreed.example', 'reed-lantern-42')
SHEN = ('shen.jianing@heronreed.example', 'willow-bridge-58')
DIGITS = '01234567'
WIDTH, HEIGHT = 1280, 900
JOIN_ROOM = re.compile('^_?Join Interview')
JOIN_NOW = re.compile('^_?Join Now')
SIGN_IN = re.compile('^Sign In')
MAKE = re.compile('^_?Make Interview')


class World(Interview):
    """An interview of which the recruiter's side has a window."""

    def program(self, *arguments, profile):
        program = Program(self.desktop,
                          [built('recruiter-app'), '--profile', profile, '--test-source',
                           *arguments],
                          log=os.path.join(self.folder, f'{profile}.log'))
        hands.place(program.x_window(program.wait('frame')), 0, 0, WIDTH, HEIGHT)
        return program

    def signed_in(self, account, profile):
        """The program on the page of the rooms, signed in by password."""
        program = self.program(profile=profile)
        sign_in(program, self.server.address, *account)
        program.wait('list item', re.compile('Chen Siyuan|陈思远|Rajiv Menon'))
        return program

    def redeem(self, code):
        """Uses an invitation as the candidate's program does; returns the person's name."""
        return self.ask('POST', 'invitations/redeem', {'code': code})['person']['display_name']

    def shorten_room(self, account, candidate):
        """Changes the next room of a candidate without a window, as a colleague does."""
        email, password = account
        token = self.ask('POST', 'sessions', {'email': email, 'password': password})['token']
        rooms = self.ask('GET', 'rooms', token=token)['items']
        room = next(room for room in reversed(rooms)
                    if candidate in room['candidate']['display_name'])
        self.ask('PUT', f'rooms/{room["id"]}/schedule', {
            'revision': room['revision'], 'starts_at': room['starts_at'], 'duration_minutes': 15,
            'time_zone': 'Asia/Shanghai',
            'recruiter_ids': [who['person_id'] for who in room['recruiters']]}, token=token)

    def ask(self, method, path, body=None, token=None):
        """Asks the server as a program does; returns the answer."""
        request = urllib.request.Request(f'http://{self.server.address}/api/v1/{path}',
                                         method=method)
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header('Content-Type', 'application/json')
        if token is not None:
            request.add_header('Authorization', f'Bearer {token}')
            key = ''.join(secrets.choice(DIGITS) for _ in range(26))
            request.add_header('Idempotency-Key', key)
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.loads(answer.read())


def fill(program, title, text):
    """Writes into the entry with this title."""
    program.wait('text', title).write(text)


def sign_in(program, address, email, password):
    fill_sign_in(program, address, email, password)
    push(program, SIGN_IN)


def fill_sign_in(program, address, email, password):
    program.wait('text', 'Server')
    fill(program, 'Server', f'{address}?tls=no')
    fill(program, 'E-mail', email)
    fill(program, 'Password', password)


def push(program, name, role='push button', patience=40):
    """Clicks a button as soon as it can be clicked."""
    button = program.wait(role, name, patience=patience)
    wait_until(lambda: button.enabled, f'{button} to be sensitive', patience)
    button.click()
    return button


def choose_room(program, candidate):
    """Chooses the row of a candidate in the list; waits for the page of that room. Rows move when a
    room changes, and who aims at one may hit another: then again."""
    def chosen():
        program.wait('list item', re.compile(candidate)).click()
        return wait_until_or_not(lambda: program.find('heading', re.compile(candidate)))

    wait_until(chosen, f'the page of {candidate}')
