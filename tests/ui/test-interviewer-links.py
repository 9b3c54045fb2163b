#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Ways into the candidate's program: links and codes that do not work say why and what to do, those
that do lead to the lobby, from the window, the command line and a second launch."""

import re
import subprocess
import sys
import time
import unittest

from candidate_world import CONTINUE, JOIN, CandidateTest
from support.interview import free_port
from support.programs import built
from support.waiting import wait_until

UNKNOWN = '0123456789abcdefghjkmnpqrs'
HOUR = 3600 * 1_000_000


class LinksTest(CandidateTest):

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.token = cls.world.staff_token()
        cls.program = cls.world.program()

    def type_in(self, text):
        self.program.wait('text', 'Invitation link or code').write(text)

    def expect(self, text, message):
        """Tries a link or code and reads the message about it."""
        self.type_in(text)
        self.program.wait('push button', CONTINUE).click()
        return self.program.wait('label', re.compile(message)).name

    def link_to(self, candidate):
        return self.world.invitation_link(self.token, self.world.room_of(candidate))

    def test_1_neither_link_nor_code(self):
        self.expect('hello', '^This is not an invitation')
        self.expect('interview://', '^This is not an invitation')
        self.expect('interview://a b/' + UNKNOWN, '^This is not an invitation')

    def test_2_a_code_needs_a_server(self):
        self.expect(UNKNOWN, '^A code also needs the name of the server')
        server = self.program.wait('text', 'Server')
        server.write('no server')
        self.program.wait('push button', CONTINUE).click()
        self.program.wait('label', re.compile('^This is not the name of a server'))
        server.write(f'{self.world.server.address}?tls=no')
        self.program.wait('push button', CONTINUE).click()
        self.program.wait('label', re.compile('^There is no invitation with this code'))

    def test_3_nobody_answers(self):
        self.expect(f'interview://127.0.0.1:{free_port()}/{UNKNOWN}?tls=no', 'cannot be reached')

    def test_3_the_server_speaks_without_encryption(self):
        self.expect(f'interview://{self.world.server.address}/{UNKNOWN}', 'add “\\?tls=no”')

    def test_3_the_sign_in_file_is_not_there(self):
        missing = self.world.sign_in_file('nobody')
        program = self.world.program('--sign-in-file', missing, profile='nobody', log='nobody.log')
        program.wait('label', re.compile('^The sign-in file .* is not there'))
        self.assertEqual(program.stop(), 0)

    def test_4_no_encryption_to_another_machine(self):
        self.expect(f'interview://192.0.2.1/{UNKNOWN}?tls=no', 'without encryption')

    def test_5_too_early_says_when(self):
        room_id = self.world.room_of('Maximiliana')
        link = self.world.invitation_link(self.token, room_id)
        opens_at = self.world.call('GET', f'/api/v1/rooms/{room_id}', self.token)['opens_at']
        moment = time.strptime(opens_at[:16] + 'UTC', '%Y-%m-%dT%H:%M%Z')
        clock = time.strftime('%H:%M', moment)
        self.assertIn(clock, self.expect(link, '^It is too early'))

    def test_6_withdrawn(self):
        room_id = self.world.room_of('Rajiv')
        link = self.world.invitation_link(self.token, room_id)
        self.world.call('DELETE', f'/api/v1/rooms/{room_id}/invitation', self.token)
        self.expect(link, 'was withdrawn')

    def test_7_expired(self):
        room_id = self.world.room_of('Amelia')
        link = self.world.invitation_link(self.token, room_id)
        self.world.change('UPDATE invitation SET not_before = not_before - ?, '
                          'expires_at = created_at - ? WHERE room_id = ? AND state = ?',
                          HOUR, HOUR, room_id, 'active')
        self.expect(link, 'has expired')

    def test_8_a_second_launch_hands_its_link_over(self):
        link = self.link_to('Amelia')
        subprocess.run([built('interviewer-app'), '--profile', 'test', link], check=True,
                       env=self.desktop.environment, timeout=60)
        self.program.wait('label', re.compile('^Welcome, Amelia'))
        self.assertTrue(wait_until(lambda: self.program.find('push button', JOIN), 'the lobby'))

    def test_9_another_computer_takes_over(self):
        link = self.link_to('Amelia')
        other = self.world.program(link, profile='other', log='other.log')
        other.wait('label', re.compile('^Welcome, Amelia'))
        third = self.world.program(link, profile='third', log='third.log')
        third.wait('label', re.compile('^Welcome, Amelia'))
        other.wait('label', 'You Signed In Elsewhere')
        self.assertEqual(other.stop(), 0)
        self.assertEqual(third.stop(), 0)


if __name__ == '__main__':
    unittest.main(verbosity=2, argv=sys.argv)
