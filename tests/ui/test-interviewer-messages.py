#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The candidate has the contact details sent, during the interview and after it, and keeps every
message: also without the server."""

import os
import re
import unittest

from candidate_world import JOIN, CandidateTest, Partner
from support import hands
from support import interview as room
from support.waiting import wait_until

SEND = re.compile('Send Me the Contact Details$')


class MessagesTest(CandidateTest):

    def set_up_contact(self):
        token = self.world.staff_token()
        settings = self.world.call('GET', '/api/v1/notice-settings', token)
        settings['contact_phone'] = '+86 571 5550 0100'
        self.world.call('PUT', '/api/v1/notice-settings', token, settings)

    def test_the_details_are_sent_and_kept(self):
        room_id = self.world.room_of('陈思远')
        partner = Partner(self.world, room_id)
        program = self.world.program('--sign-in-file', self.world.sign_in_file('candidate'))
        self.addCleanup(lambda: program.process.poll() is None and program.stop())
        program.wait('push button', JOIN).click()
        partner.tell('join')
        room.see_moving(program, room.OTHER)
        hands.press('ctrl+3')
        press = program.wait('push button', SEND)
        press.click()
        program.wait('status bar', re.compile('has not entered its contact details'),
                     showing=False)
        self.set_up_contact()
        wait_until(lambda: press.enabled, 'the button to be sensitive')
        press.click()
        program.wait('status bar', re.compile('kept under “Messages”'), showing=False)
        partner.tell('end')
        program.wait(name=re.compile('^How was the interview with'))
        program.wait('push button', re.compile('Later')).click()
        program.wait('push button', SEND, showing=False)

        folder = os.path.join(self.desktop.environment['XDG_DATA_HOME'])
        wait_until(lambda: self.kept(folder), 'the message to be kept')
        program.stop()
        self.world.server.stop()
        program = self.world.program()
        self.addCleanup(program.stop)
        program.wait('push button', 'Messages').click()
        program.wait('label', re.compile('\\+86 571 5550 0100'), showing=False)

    def kept(self, folder):
        return [name for _, _, names in os.walk(folder) for name in names
                if name.endswith('.json') and len(name) == 26 + len('.json')]


if __name__ == '__main__':
    unittest.main(verbosity=2)
