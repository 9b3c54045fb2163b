#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A candidate and a recruiter write to each other, each in their own program."""

import re
import tempfile
import unittest

from support import hands
from support import interview as room
from support.desktop import Desktop
from support.interview import Interview
from support.waiting import wait_until

CHAT = 'Chat'
EVERYONE = re.compile('^Everyone')
PANEL_ONLY = re.compile('^Panel only')
PLACE = re.compile('^Write ')
NOT_SENT = 'Not sent yet'
QUESTIONS = room.PANELS['recruiter'][1]
OWN_QUESTION = 'Which book have you given away last?'
SECRET = 'ask about the gap of 2019'
LONG = '您好！' * 40 + 'Donaudampfschifffahrtsgesellschaftskapitaen' * 5


class Chat:
    """The chat of one program; what is looked for lies inside its panel."""

    def __init__(self, program):
        self.program = program

    def open(self):
        hands.raise_window(self.program.x_window())
        if self.panel is None:
            hands.press('ctrl+6')
        wait_until(lambda: self.panel, 'the chat to open')
        return self

    @property
    def panel(self):
        return room.find_panel(self.program, CHAT)

    @property
    def control(self):
        """The name of its control, which tells what is new."""
        found = room.find_control(self.program, re.compile('^Chat'))
        return found.name if found else None

    @property
    def place(self):
        """Where one writes."""
        return self.wait('text', PLACE)

    def say(self, text):
        """Types and sends by Enter."""
        hands.raise_window(self.program.x_window())
        self.place.click()
        hands.type_text(text)
        hands.press('Return')

    def paste(self, text):
        """Puts in what no keyboard here can type, and sends it."""
        hands.raise_window(self.program.x_window())
        self.place.click()
        self.place.write(text)
        hands.press('Return')

    def wait(self, role, name):
        return wait_until(lambda: self.panel and self.panel.find(role, name), f'{role} {name!r}')

    def wait_message(self, text):
        return self.wait('list item', re.compile(re.escape(text)))

    def has_message(self, text):
        return self.panel.find('list item', re.compile(re.escape(text)), showing=False) is not None


class TwoPrograms(unittest.TestCase):
    def setUp(self):
        folder = self.enterContext(tempfile.TemporaryDirectory())
        desktop = self.enterContext(Desktop(size=(1680, 1000)))
        self.interview = Interview(desktop, folder)
        self.interview.start_server()
        for who in ('candidate', 'recruiter'):
            self.interview.open(who)
        self.interview.place_side_by_side()
        for who in ('candidate', 'recruiter'):
            self.interview.join(who)
        self.interview.admit()
        for who in ('candidate', 'recruiter'):
            getattr(self.interview, who).wait(name='InterviewCallControls')

    def tearDown(self):
        for who in ('candidate', 'recruiter'):
            getattr(self.interview, who).stop()
        self.interview.server.stop()

    def test_chat(self):
        candidate, recruiter = Chat(self.interview.candidate), Chat(self.interview.recruiter)
        self.they_write_to_each_other(candidate, recruiter)
        self.the_panel_is_among_itself(candidate, recruiter)
        self.a_long_message_stays_inside(candidate, recruiter)
        self.a_question_goes_to_the_chat(candidate, recruiter)
        self.what_is_written_while_away_waits(candidate, recruiter)
        self.the_candidate_comes_again(recruiter)

    def they_write_to_each_other(self, candidate, recruiter):
        candidate.open().say('Good morning')
        candidate.wait_message('Good morning')
        wait_until(lambda: recruiter.control == 'Chat, 1 new', 'the control to tell of a message')
        recruiter.open().wait_message('Good morning')
        wait_until(lambda: recruiter.control == 'Chat', 'the control to tell of nothing')
        recruiter.say('Welcome to the interview')
        candidate.wait_message('Welcome to the interview')

    def the_panel_is_among_itself(self, candidate, recruiter):
        recruiter.wait('label', 'Everyone reads this, the candidate too.')
        # What is being written to everyone stays there.
        hands.raise_window(recruiter.program.x_window())
        recruiter.place.click()
        hands.type_text('for everyone')
        recruiter.wait(room.BUTTON, PANEL_ONLY).click()
        recruiter.wait('label', 'Only the panel reads this. The candidate never sees it.')
        self.assertEqual(recruiter.wait('text', 'Write to the panel only').text, '')
        recruiter.say(SECRET)
        recruiter.wait_message(SECRET)
        recruiter.wait(room.BUTTON, EVERYONE).click()
        self.assertEqual(recruiter.wait('text', 'Write to everyone').text, 'for everyone')
        recruiter.say(' only')
        candidate.wait_message('for everyone only')
        self.assertFalse(candidate.has_message(SECRET))
        with self.interview.database() as database:
            rows = database.execute('SELECT scope, text FROM chat_message').fetchall()
        self.assertIn(('panel', SECRET), rows)
        self.assertIn(('room', 'for everyone only'), rows)

    def a_long_message_stays_inside(self, candidate, recruiter):
        candidate.paste(LONG)
        for chat in (candidate, recruiter):
            row = chat.wait_message('您好')
            left, _, width, _ = chat.panel.area()
            for node in row.walk():
                x, _, wide, _ = node.area()
                self.assertGreaterEqual(x, left, node)
                self.assertLessEqual(x + wide, left + width + 1, node)

    def a_question_goes_to_the_chat(self, candidate, recruiter):
        program = recruiter.program
        hands.raise_window(program.x_window())
        panel = room.open_panel(program, QUESTIONS)
        panel.find(room.BUTTON, 'Interview Kit').click()
        wait_until(lambda: panel.find('label', re.compile('^What your company has prepared')),
                   'the kit')
        panel.find(room.BUTTON, 'Asked Most').click()
        entry = wait_until(lambda: panel.find('text', 'Question in your own words'), 'the entry')
        entry.click()
        hands.type_text(OWN_QUESTION)
        hands.press('Return')
        wait_until(lambda: panel.find('label', OWN_QUESTION), 'the question in the list')
        wait_until(self.is_noted, 'the question in the store')
        name = re.compile('^Send to everyone in the chat: ' + re.escape(OWN_QUESTION))
        wait_until(lambda: panel.find(room.BUTTON, name), 'its button').click()
        candidate.wait_message(OWN_QUESTION)
        room.close_panel(program, QUESTIONS, 'button', None)

    def is_noted(self):
        with self.interview.database() as database:
            return database.execute(
                'SELECT 1 FROM asked JOIN question_text USING (question_id) WHERE text = ?',
                (OWN_QUESTION,)).fetchall()

    def what_is_written_while_away_waits(self, candidate, recruiter):
        self.interview.server.kill()
        candidate.say('I am here')
        candidate.wait('label', NOT_SENT)
        self.interview.server.restart()
        recruiter.wait_message('I am here')
        wait_until(lambda: candidate.panel.find('label', NOT_SENT) is None, 'it to be sent')

    def the_candidate_comes_again(self, recruiter):
        self.interview.candidate.stop()
        recruiter.say('Are you back?')
        self.interview.open('candidate').wait(name='InterviewCallControls')
        again = Chat(self.interview.candidate).open()
        for text in ('Good morning', 'Welcome to the interview', 'I am here', 'Are you back?'):
            again.wait_message(text)
        self.assertFalse(again.has_message(SECRET))


if __name__ == '__main__':
    unittest.main(verbosity=2)
