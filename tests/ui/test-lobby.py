#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The lobby in both programs' windows: admitted, sent back, denied with a reason."""

import re
import tempfile
import unittest

from support import interview as room
from support.desktop import Desktop
from support.interview import Interview
from support.waiting import wait_until, wait_until_or_not

IN_ROOM = re.compile('^In the room: ')
REASON = 'We have moved your interview to Friday, please see your mail.'


class Lobby(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.addClassCleanup(cls.folder.cleanup)
        cls.desktop = cls.enterClassContext(Desktop(size=(1600, 800)))

    def test_the_door_of_a_room(self):
        interview = Interview(self.desktop, self.folder.name)
        interview.start_server()
        interview.open('candidate')
        interview.open('recruiter')
        interview.place_side_by_side()
        candidate, recruiter = interview.candidate, interview.recruiter
        self.addCleanup(candidate.stop)
        self.addCleanup(recruiter.stop)
        self.addCleanup(interview.server.stop)

        interview.join('recruiter')
        recruiter.wait('label', re.compile('^Waiting for'))
        # Enter pressed once more than needed pushes no control of the call.
        wait_until(lambda: any(node.has_state('focused') for node in
                               recruiter.find_all(name='Interview')), 'the focus on the call')
        interview.join('candidate')
        candidate.wait('label', 'You are in the lobby')
        recruiter.wait(name=re.compile('is waiting in the lobby'))
        self.assertIsNone(candidate.find(name=room.OTHER))
        self.assertIsNone(candidate.find('label', IN_ROOM))
        recruiter.wait('label', IN_ROOM)

        interview.server.kill()
        interview.server.restart()
        interview.admit()
        for program in (candidate, recruiter):
            room.see_moving(program, room.OTHER)

        self.from_menu(recruiter, 'Send Candidate Back to the Lobby')
        candidate.wait('label', 'You are in the lobby')
        recruiter.wait(name=re.compile('is waiting in the lobby'))
        wait_until(lambda: candidate.find(name=room.OTHER) is None, 'the picture to go')

        deny = wait_until(lambda: self.ask_to_deny(recruiter), 'the question for a reason')
        self.assertFalse(deny.enabled)
        recruiter.wait('text', 'Reason, for the candidate').write(REASON)
        wait_until(lambda: deny.enabled, 'the reason to be taken')
        deny.click()
        candidate.wait('label', re.compile(re.escape(REASON)))
        self.assertFalse(candidate.find('push button', room.JOIN).enabled)

    @staticmethod
    def ask_to_deny(program):
        """A click while the menu still closes comes to nothing."""
        program.find('push button', re.compile('Deny')).click()
        return wait_until_or_not(
            lambda: program.find('push button', re.compile('Do Not Let In$')))

    @staticmethod
    def from_menu(program, item):
        program.find(re.compile('button'), 'Candidate').click()
        program.wait('menu item', re.compile(item), showing=False).do()


if __name__ == '__main__':
    unittest.main(verbosity=2)
