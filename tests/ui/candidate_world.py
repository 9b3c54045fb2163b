# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the tests of the candidate's program share: a server with the sample company, links for its
rooms, the program itself, and a recruiter without a window."""

import json
import os
import re
import sqlite3
import subprocess
import tempfile
import threading
import unittest
import urllib.request
import uuid

from support import interview as room
from support.desktop import Desktop
from support.interview import Interview
from support.programs import Program, built
from support.waiting import wait_until

JOIN = re.compile('^Join the Interview')
CONTINUE = re.compile('^Continue')


class Partner:
    """ui-partner, driven by lines."""

    def __init__(self, world, room_id):
        environment = dict(world.desktop.environment)
        # rtpsession of GStreamer 1.22 complains when a source times out while another one appears,
        # as here where the other side is killed and comes back; the candidate is what is tested.
        environment.pop('G_DEBUG', None)
        self.lines = []
        self.process = world.desktop.start(
            [built('tests/ui/ui-partner'), os.path.join(world.sign_in, 'recruiter.sign-in'),
             room_id],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, environment=environment)
        threading.Thread(target=self._read, daemon=True).start()
        self.wait('ready')

    def _read(self):
        for line in self.process.stdout:
            self.lines.append(line.strip())

    def wait(self, line, patience=40):
        """Waits until the last line is the given one."""
        wait_until(lambda: self.lines[-1:] == [line], f'{line!r} from the partner, it said '
                   f'{self.lines}', patience)

    def tell(self, line):
        self.process.stdin.write(line + '\n')
        self.process.stdin.flush()

    def kill(self):
        self.process.kill()
        self.process.wait()


class World(Interview):
    """An interview of which the candidate's side has a window."""

    def start_server(self, host='127.0.0.1'):
        """Fills in the sample company and serves it; other hosts than this one without TLS."""
        if host == '127.0.0.1':
            super().start_server()
            return
        self.server.address = f'{host}:{room.free_port()}'
        self.server.fill(self.sign_in)
        self.server.start(self.server.address, options=('--insecure',))

    def program(self, *arguments, profile='test', language=None, log='candidate.log'):
        return Program(self.desktop,
                       [built('interviewer-app'), '--profile', profile, '--test-source',
                        *arguments],
                       log=os.path.join(self.folder, log), language=language)

    def remember_form(self, form, profile='test'):
        """Has both panels shown in a form, as if it was chosen the last time."""
        folder = os.path.join(self.desktop.environment['XDG_CONFIG_HOME'], 'glib-2.0', 'settings')
        os.makedirs(folder, mode=0o700, exist_ok=True)
        base = f'io/github/interview/Candidate/profiles/{profile}/panels'
        with open(os.path.join(folder, 'keyfile'), 'a', encoding='utf-8') as stream:
            for panel in ('company', 'questions'):
                stream.write(f"[{base}/{panel}]\nform='{form}'\n")

    def sign_in_file(self, who):
        return os.path.join(self.sign_in, f'{who}.sign-in')

    def query(self, sql, *values):
        with self.database() as database:
            return database.execute(sql, values).fetchall()

    def change(self, sql, *values):
        """Writes into the store beside the server, for what only time would bring."""
        path = next(os.path.join(self.store, name) for name in os.listdir(self.store)
                    if name.endswith('.db'))
        with sqlite3.connect(path, timeout=10) as database:
            database.execute(sql, values)

    def room_of(self, candidate, state='scheduled'):
        """The room of a candidate, by a part of their name."""
        rows = self.query('SELECT room.id FROM room JOIN application ON '
                          'application.id = room.application_id JOIN person ON '
                          'person.id = application.candidate_id WHERE person.display_name LIKE ? '
                          'AND room.state = ? ORDER BY room.starts_at', f'%{candidate}%', state)
        return rows[0][0]

    def call(self, method, path, token=None, body=None):
        """One request of the REST interface; returns what the answer holds."""
        request = urllib.request.Request(
            f'http://{self.server.address}{path}', method=method,
            data=json.dumps(body).encode() if body is not None else None)
        request.add_header('Content-Type', 'application/json')
        request.add_header('Idempotency-Key', uuid.uuid4().hex[:26].translate(
            str.maketrans('ilou', '1100')))
        if token:
            request.add_header('Authorization', f'Bearer {token}')
        with urllib.request.urlopen(request, timeout=20) as answer:
            content = answer.read()
        return json.loads(content) if content else None

    def staff_token(self):
        """Signs the HR admin in by the file that the sample company comes with."""
        with open(self.sign_in_file('admin'), encoding='utf-8') as stream:
            code = re.search(r'//[^/]+/([^?\s]+)', stream.read()).group(1)
        return self.call('POST', '/api/v1/invitations/redeem', body={'code': code})['token']

    def invitation_link(self, token, room_id):
        """A fresh link to a room."""
        return self.call('POST', f'/api/v1/rooms/{room_id}/invitation', token)['link']


class CandidateTest(unittest.TestCase):
    """A desktop with a server, for all tests of a class."""
    size = (1280, 800)
    host = '127.0.0.1'

    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.desktop = cls.enterClassContext(Desktop(size=cls.size))
        cls.world = World(cls.desktop, cls.folder)
        cls.world.start_server(cls.host)

    @classmethod
    def open_room(cls):
        """A recruiter without a window in the room, and the candidate's program."""
        cls.room_id = cls.world.room_of('陈思远')
        cls.partner = Partner(cls.world, cls.room_id)
        cls.candidate = cls.world.program('--sign-in-file', cls.world.sign_in_file('candidate'))

    @classmethod
    def join(cls):
        button = cls.candidate.wait('push button', JOIN)
        wait_until(lambda: button.enabled, 'joining to be possible')
        button.click()


def see_both(program, patience=60):
    """Both pictures in the candidate's window move."""
    room.see_moving(program, room.OWN, patience)
    room.see_moving(program, room.OTHER, patience)
