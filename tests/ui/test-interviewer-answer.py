#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A candidate answers the invitation in their window: proposes another time, also when the server
is away at first, and sees that it was taken; the recruiter takes it in theirs. What the candidate
has written is there again when their program was killed."""

import contextlib
import glob
import os
import re
import sqlite3
import tempfile
import time
import unittest

from recruiter_world import LIN, SHEN, World, choose_room, push
from support import hands
from support.desktop import Desktop
from support.programs import Program, built
from support.waiting import wait_until

CANDIDATE = '陈思远'
NOTE = '下午更方便，谢谢。'
PROPOSE = re.compile('^Propose Another Time')
AWAY = re.compile('cannot be reached|takes too long')
SOON = 25 * 60


class Answer(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = cls.enterClassContext(tempfile.TemporaryDirectory())
        cls.desktop = cls.enterClassContext(Desktop(size=(1700, 900)))
        cls.world = World(cls.desktop, cls.folder)
        cls.world.start_server()
        cls.addClassCleanup(cls.world.server.stop)

    def put_ahead(self):
        """The candidate's interview begins soon, so that they may come in and can still answer."""
        token = self.world.ask('POST', 'sessions', dict(zip(('email', 'password'), SHEN)))['token']
        room = next(room for room in self.world.ask('GET', 'rooms', token=token)['items']
                    if CANDIDATE in room['candidate']['display_name']
                    and room['state'] == 'scheduled')
        self.world.ask('PUT', f'rooms/{room["id"]}/schedule', {
            'revision': room['revision'], 'duration_minutes': room['duration_minutes'],
            'starts_at': time.strftime('%Y-%m-%dT%H:%M:00Z', time.gmtime(time.time() + SOON)),
            'recruiter_ids': [who['person_id'] for who in room['recruiters']]}, token)

    def candidate(self):
        program = Program(self.desktop,
                          [built('interviewer-app'), '--profile', 'answer', '--test-source',
                           '--sign-in-file',
                           os.path.join(self.world.sign_in, 'candidate.sign-in')],
                          log=os.path.join(self.folder, 'candidate.log'))
        hands.place(program.x_window(program.wait('frame')), 1290, 0, 400, 880)
        self.addCleanup(program.stop)
        return program

    def wait_kept(self, *notes):
        def kept():
            found = []
            for path in glob.glob(os.path.join(self.desktop.folder, 'data', '**', 'spool.db'),
                                  recursive=True):
                with contextlib.closing(sqlite3.connect(f'file:{path}?mode=ro', uri=True)) as store:
                    found += store.execute('SELECT text FROM draft').fetchall()
            return found == [(note,) for note in notes]

        wait_until(kept, f'{notes} to be kept')

    def test_a_proposed_time_is_taken(self):
        self.put_ahead()
        candidate = self.candidate()
        recruiter = self.world.signed_in(LIN, 'answer')
        self.addCleanup(recruiter.stop)
        candidate.wait('label', 'Will you come?', showing=False)
        candidate.wait('push button', PROPOSE, showing=False).do()
        candidate.wait('text', 'Note (optional)', showing=False).write(NOTE)
        self.wait_kept(NOTE)
        candidate.kill()
        candidate = self.candidate()
        candidate.wait('push button', PROPOSE, showing=False).do()
        note = candidate.wait('text', 'Note (optional)', showing=False)
        wait_until(lambda: note.text == NOTE, 'the note to be there again')

        self.world.server.kill()
        candidate.wait('push button', 'Send Answer', showing=False).do()
        candidate.wait(name=AWAY, showing=False)
        send = candidate.wait('push button', 'Send Answer', showing=False)
        wait_until(lambda: send.enabled, 'the form to be there again')
        self.assertEqual(candidate.find('text', 'Note (optional)', showing=False).text, NOTE)
        self.world.server.restart()
        send.do()
        candidate.wait('label', re.compile('^You propose: Tomorrow'), showing=False)
        self.wait_kept()

        choose_room(recruiter, CANDIDATE)
        recruiter.wait('label', re.compile('^Proposes Tomorrow.*' + NOTE, re.DOTALL),
                       showing=False)
        push(recruiter, 'Use This Time')
        candidate.wait('label', 'You have accepted', showing=False)
        candidate.wait('label', re.compile('^You are early'), showing=False)
        candidate.wait('push button', re.compile('^Decline'), showing=False).do()
        candidate.wait('push button', 'Send Answer', showing=False).do()
        recruiter.wait('label', 'Declined', showing=False)


if __name__ == '__main__':
    unittest.main(verbosity=2)
