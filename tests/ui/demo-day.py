#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through a day of a company with nobody there: demo-day.py FOLDER.

Two recruiters and HR, five candidates: a call for help, a panel interview, a recording that is
refused and one that is agreed to, ratings that turn the order of the recruiters round and withdraw
one of them, contact details and an onboarding reminder by mail.

Writes numbered screenshots and summary.json into FOLDER; ends with 1 if any step failed."""

import os
import re
import sys
import tempfile

from recruiter_world import JOIN_NOW, JOIN_ROOM, LIN, SHEN, World, choose_room, push
from support import hands, recording
from support import interview as room
from support.desktop import end
from support.interview import free_port
from support.post_office import PostOffice
from support.rest import Rest
from support.waiting import wait_until
from tour import conduct

MARCUS = ('marcus.oyelaran@heronreed.example', 'quiet-harbour-17')
CHEN = '陈思远'
WIDTH, HEIGHT = 840, 1000
PHONE = '+86 571 5550 0100'
LATER_CANDIDATES = 4
GROWN = 20000
ANSWER = 'Is another program using your camera?'


def text(pattern):
    return re.compile(pattern, re.DOTALL)


class Day:
    def __init__(self, desktop, place, office):
        self.desktop = desktop
        self.office = office
        self.world = World(desktop, place)
        self.hr = None
        self.candidate = self.lin = self.marcus = self.admin = None
        self.order = []
        self.room_id = None

    def open_company(self):
        """The server, and what HR has decided before: mail, and who is withdrawn when."""
        server = self.world.server
        config = os.path.join(self.world.folder, 'server.conf')
        with open(config, 'w', encoding='utf-8') as file:
            file.write(f'[delivery]\ncertificates={self.office.certificate}\n')
        server.address = f'127.0.0.1:{free_port()}'
        server.fill(self.world.sign_in)
        server.start(server.address, ('--config', config))
        self.hr = Rest(server.address).sign_in(*SHEN)
        settings = self.hr.call('GET', '/notice-settings')
        settings.update(self.office.settings(), contact_phone=PHONE)
        self.hr.call('PUT', '/notice-settings', settings)
        policy = self.hr.call('GET', '/staffing/policy')
        policy.update(minimum_ratings=3, threshold_percent=60, withdrawal='automatic')
        self.hr.call('PUT', '/staffing/policy', policy)
        self.order = self.list_order()
        return {'order': self.order}

    def list_order(self):
        """The names of those who interview, the best first."""
        entries = [entry for entry in self.hr.call('GET', '/staffing')['recruiters']
                   if entry['place'] > 0]
        return [entry['display_name'] for entry in sorted(entries, key=lambda e: e['place'])]

    def state_of(self, name):
        return next(entry['state'] for entry in self.hr.call('GET', '/staffing')['recruiters']
                    if name in entry['display_name'])

    def make_panel(self):
        """Both recruiters interview the first candidate."""
        planned = next(each for each in self.hr.call('GET', '/rooms')['items']
                       if CHEN in each['candidate']['display_name']
                       and each['state'] == 'scheduled')
        self.room_id = planned['id']
        self.hr.call('PUT', f"/rooms/{planned['id']}/schedule", {
            'revision': planned['revision'], 'starts_at': planned['starts_at'],
            'duration_minutes': planned['duration_minutes'],
            'recruiter_ids': [self.hr.find_recruiter('林雅婷'), self.hr.find_recruiter('Marcus')]})
        return {'panel': [who['display_name'] for who in self.get_room()['recruiters']]}

    def get_room(self):
        return self.hr.call('GET', f'/rooms/{self.room_id}')

    def open_programs(self):
        self.admin = self.world.signed_in(SHEN, 'hr')
        self.lin = self.world.recruiter = self.world.signed_in(LIN, 'lin')
        self.marcus = self.world.signed_in(MARCUS, 'marcus')
        self.candidate = self.world.open('candidate')
        for program, column in ((self.candidate, 0), (self.admin, 1), (self.lin, 1),
                                (self.marcus, 2)):
            hands.place(program.x_window(), column * WIDTH, 0, WIDTH, HEIGHT)

    def bring(self, program):
        hands.raise_window(program.x_window())

    def ask_for_help(self):
        self.bring(self.admin)
        self.bring(self.candidate)
        push(self.candidate, text('^_?Help$'))
        self.candidate.wait('label', 'HR has been told')
        push(self.admin, text('needs help'))
        self.admin.wait('list item', text('Stuck at the check')).click()
        place = self.admin.wait('text', 'Write a message')
        place.click()
        hands.type_text(ANSWER)
        hands.press('Return')
        self.candidate.wait('list item', re.compile(re.escape(ANSWER)))

    def help_by_video(self):
        push(self.admin, text('Step into the Lobby'))
        push(self.candidate, text('Answer by Video'))
        seen = {who: room.see_moving(program, room.OTHER)
                for who, program in (('hr', self.admin), ('candidate', self.candidate))}
        return {f'{who}_sees_ms': times for who, times in seen.items()}

    def end_help(self):
        push(self.admin, text('Leave Video Call'))
        self.candidate.wait_gone(name=room.OTHER)
        push(self.candidate, text('All Right Now'))
        self.admin.wait('label', 'No more help is needed')
        window = self.admin.wait('frame', 'Help for Candidates')
        window.wait('push button', 'Close').click()
        return {'room': self.get_room()['state']}

    def come_together(self):
        self.world.join('candidate')
        self.candidate.wait('label', 'You are in the lobby')
        for program in (self.lin, self.marcus):
            self.bring(program)
            choose_room(program, CHEN)
            push(program, JOIN_ROOM)
            push(program, JOIN_NOW)
            program.wait(name=text('is waiting in the lobby'))
        self.bring(self.lin)
        self.world.admit()

    def everybody(self):
        return (self.candidate, self.lin, self.marcus)

    def see_each_other(self):
        names = {'candidate': CHEN, 'lin': '林雅婷', 'marcus': 'Marcus'}
        seen = {}
        for who, program in zip(names, self.everybody()):
            for other, name in names.items():
                if other != who:
                    seen[f'{who}_sees_{other}_ms'] = room.see_moving(
                        program, re.compile(f'^Video of .*{name}'))
        return seen

    def recordings(self):
        return recording.media(self.world.folder, self.desktop.folder)

    def refuse_recording(self):
        recording.ask(self.lin)
        recording.answer(self.candidate, recording.REFUSE)
        for program in self.everybody():
            recording.says(program, recording.RECORD)
        if self.recordings():
            raise AssertionError(f'recorded without consent: {self.recordings()}')
        return {'ledger': self.read_ledger()}

    def read_ledger(self):
        return [f"{entry['person']['display_name']}: {entry['decision']}"
                for entry in reversed(self.hr.call('GET', '/consents')['items'])]

    def record(self):
        recording.ask(self.lin)
        recording.answer(self.marcus, recording.AGREE)
        recording.answer(self.candidate, recording.AGREE)
        for program in self.everybody():
            recording.says(program, recording.RUNNING)
        size = wait_until(lambda: max(self.recordings().values(), default=0) > GROWN and
                          max(self.recordings().values()), 'the recording to grow')
        return {'bytes': size, 'ledger': self.read_ledger()}

    def stop_recording(self):
        recording.choose(self.lin, recording.STOP)
        for program in self.everybody():
            recording.says(program, recording.RECORD)
        if len(self.recordings()) != 1:
            raise AssertionError(f'the disk holds {self.recordings()}')

    def wait_for_mail(self, kind):
        """The mail of this kind to the first candidate, read back from the mailbox."""
        def look():
            sent = [each['id'] for each in self.hr.call('GET', '/deliveries')['items']
                    if each['kind'] == kind and CHEN in each['person_name']
                    and (each['channel'], each['state']) == ('mail', 'sent')]
            return [mail for mail in self.office.fetch()
                    if any(id_ in mail['Message-ID'] for id_ in sent)]
        mail, = wait_until(look, f'a mail about {kind}')
        return {'subject': mail['Subject'], 'to': mail['To'],
                'parts': [part.get_content_type() for part in mail.walk()]}

    def send_contact(self):
        self.bring(self.candidate)
        hands.press('ctrl+3')
        push(self.candidate, text('Send Me the Contact Details'))
        self.candidate.wait('status bar', text('kept under “Messages”'), showing=False)
        return self.wait_for_mail('contact')

    def hang_up(self):
        self.bring(self.lin)
        room.press_control(self.lin, 'Hang up',
                           lambda: self.lin.find('push button', text('End Interview$')),
                           'the question').click()
        self.candidate.wait(name=text('^How was the interview with'))
        self.marcus.wait('label', 'The Interview Is Over')

    def rate(self):
        """Both recruiters, one after the other."""
        for name, stars in (('林雅婷', '5 stars'), ('Marcus', '1 star')):
            self.candidate.wait(name=text(f'^How was the interview with.*{name}'))
            self.candidate.wait(name=stars).click()
            push(self.candidate, text('Send$'))
        self.candidate.wait_gone(name=text('^How was the interview with'))
        return {'ratings': wait_until(lambda: self.new_ratings(2), 'both ratings')}

    def new_ratings(self, count):
        rows = [row[1:3] for row in self.world.ratings()[:count]]
        return rows if sorted(stars for _, stars in rows) == [1, 5] else None

    def turn_order(self):
        self.bring(self.lin)
        push(self.lin, text('^_?Interviews'))
        hands.press('ctrl+t')
        self.lin.wait('label', text(r'^1\. '), showing=False)
        for number in range(LATER_CANDIDATES):
            self.hr.rate('Marcus', 1, f'Spoke over me ({number + 1})')
            self.hr.rate('林雅婷', 3)
            self.hr.rate('巴雅尔', 5)
        wait_until(lambda: self.state_of('Marcus') == 'withdrawn', 'the withdrawal')
        self.lin.wait('label', text('Down from place 1'), showing=False)
        order = self.list_order()
        if order[0] == self.order[0]:
            raise AssertionError(f'{order[0]} is still the first')
        return {'before': self.order, 'after': order, 'marcus': self.state_of('Marcus')}

    def send_onboarding(self):
        self.bring(self.lin)
        hands.press('alt+Left')
        choose_room(self.lin, CHEN)
        push(self.lin, text('Send Onboarding Reminder'))
        for title, value in (('Place', 'Head office'), ('What to Bring', 'Identity card')):
            self.lin.wait('text', title, showing=False).write(value)
        push(self.lin, text('Send$'))
        self.lin.wait('alert', text('candidate finds it in their program'), showing=False)
        found = self.wait_for_mail('onboarding')
        if 'text/calendar' not in found['parts']:
            raise AssertionError(f'no appointment in {found}')
        return found

    def read_messages(self):
        self.bring(self.candidate)
        self.candidate.wait('push button', text('^Messages')).click()
        self.candidate.wait('label', text('Head office'), showing=False)
        self.candidate.wait('label', re.compile(re.escape(PHONE)), showing=False)

    def read_record(self):
        self.bring(self.admin)
        self.admin.find(name='Main Menu').click()
        self.admin.wait(name='HR Settings', role='menu item').click()
        row = self.admin.wait('list item', 'Record of Changes', showing=False)
        hands.place(self.admin.x_window(row.window()), WIDTH, 0, WIDTH, HEIGHT)
        row.click()
        self.admin.wait('label', text('Marcus'), showing=False)

    def finish(self):
        states = {who: end(program.process) for who, program in
                  (('candidate', self.candidate), ('lin', self.lin), ('marcus', self.marcus),
                   ('hr', self.admin), ('server', self.world.server))}
        if any(states.values()):
            raise AssertionError(f'did not end cleanly: {states}')
        return states


def run_day(tour, day):
    tour.step('the company opens', day.open_company)
    tour.step('a panel of two', day.make_panel)
    tour.step('four programs', day.open_programs)
    tour.step('a candidate asks for help', day.ask_for_help)
    tour.step('HR helps by video', day.help_by_video)
    tour.step('no more help is needed', day.end_help)
    tour.step('panel and candidate meet', day.come_together)
    tour.step('all pictures move', day.see_each_other)
    tour.step('a recording is refused', day.refuse_recording)
    tour.step('a recording runs', day.record)
    tour.step('the recording ends', day.stop_recording)
    tour.step('contact details', day.send_contact, needed=False)
    tour.step('the interview ends', day.hang_up)
    tour.step('both recruiters are rated', day.rate)
    tour.step('the order turns round', day.turn_order, needed=False)
    tour.step('onboarding reminder', day.send_onboarding, needed=False)
    tour.step('the candidate reads it', day.read_messages, needed=False)
    tour.step('HR reads the record', day.read_record, needed=False)
    tour.step('everything ends', day.finish)


def run(tour, desktop, place):
    with tempfile.TemporaryDirectory(prefix='interview-mail-') as folder, \
            PostOffice(folder) as office:
        run_day(tour, Day(desktop, place, office))


if __name__ == '__main__':
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(conduct(run, os.path.abspath(sys.argv[1]), size=(3 * WIDTH, HEIGHT)))
