#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""One interview from its appointment to what follows it. Right after each of its steps the server
is killed and started again, and knows what it had answered: every step in the order of life, the
same each time. At the end what must hold of every interview holds of this one."""

import random
import sys
import tempfile

from delivery_world import World
from faulty_day import FaultyDay, Interview
from invariants import check_chat, check_ledger, check_mail, check_ratings
from support.post_office import PostOffice
from support.rest import moment
from support.waiting import wait_until

ONBOARDING = {'starts_at': '2035-08-01T01:00:00Z', 'time_zone': 'Asia/Shanghai',
              'place': '杭州总部', 'bring': '身份证'}
THRESHOLD = 55


class Life(Interview):
    """`steps` are pairs: what happens, and how one sees afterwards that it has happened."""

    def __init__(self, day):
        super().__init__(day, 1)
        self.code = None
        self.form = None
        self.admin = day.world.admin
        self.steps = (
            (self.schedule, lambda: self.room()['state'] == 'scheduled'),
            (self.follow_invitation, lambda: self.own_room()['id'] == self.room_id),
            (self.arrive, lambda: self.room()['entrance'] == 'lobby'),
            (self.admit, lambda: self.room()['entrance'] == 'admitted'),
            (self.talk, lambda: self.room()['state'] in ('live', 'interrupted')),
            (self.chat, lambda: check_chat(self.day, self) is None),
            (self.ask_to_record, lambda: self.recording() == 'asking'),
            (self.consent, lambda: self.decisions == ['given', 'given']),
            (self.begin_recording, lambda: self.recording() == 'running'),
            (self.end_recording, lambda: self.recording() == 'stopped'),
            (self.hang_up, lambda: self.room()['state'] == 'ended'),
            (self.say_what_they_think, lambda: check_ratings(self.day, [self]) is None),
            (self.change_staffing, lambda: self.policy()['threshold_percent'] == THRESHOLD),
            (self.follow_up, self.is_followed_up),
        )

    def room(self):
        return self.day.call(self.recruiter.program, 'GET', f'/rooms/{self.room_id}')

    def own_room(self):
        return self.day.call(self.candidate.program, 'GET', f'/rooms/{self.room_id}')

    def recording(self):
        return self.day.call(self.recruiter.program, 'GET',
                             f'/rooms/{self.room_id}/recording')['state']

    def policy(self):
        return self.day.call(self.admin, 'GET', '/staffing/policy')

    def schedule(self):
        person = self.recruiter.call('POST', '/candidates', {
            'display_name': '候选人 1', 'email': 'faults1@mail.example'})
        position = self.recruiter.call('GET', '/positions')['items'][0]
        created = self.recruiter.call('POST', '/rooms', {
            'candidate_id': person['id'], 'position_id': position['id'],
            'starts_at': moment(), 'duration_minutes': 45, 'interactive': True})
        self.room_id = created['room']['id']
        self.code = created['invitation']['code']

    def follow_invitation(self):
        session = self.candidate.call('POST', '/invitations/redeem', {'code': self.code})
        self.candidate.program.token = session['token']

    def arrive(self):
        self.candidate.be_in(self.room_id)

    def admit(self):
        self.recruiter.call('PUT', f'/rooms/{self.room_id}/entrance',
                            {'seen': 'lobby', 'entrance': 'admitted'})

    def talk(self):
        """Both are in the call, and come back to it by themselves."""
        self.gather()
        wait_until(lambda: self.room()['state'] == 'live', 'the interview to be live')

    def chat(self):
        self.talk()
        for where, person in (('chat', self.candidate), ('chat', self.recruiter),
                              ('panel-chat', self.recruiter)):
            self.say(where, person)

    def consent(self):
        self.gather()
        self.decide('given')

    def begin_recording(self):
        """It runs as soon as everybody who agreed is there."""
        self.gather()
        wait_until(lambda: self.recording() == 'running', 'the recording to run')

    def end_recording(self):
        self.gather()
        self.recruiter.call('POST', f'/rooms/{self.room_id}/recordings/{self.recording_id}/stop')

    def hang_up(self):
        self.form = self.candidate.call('GET', f'/rooms/{self.room_id}/rating-form')
        for person in (self.recruiter, self.candidate):
            person.hang_up()
        self.recruiter.call('POST', f'/rooms/{self.room_id}/end')

    def say_what_they_think(self):
        self.rate(self.form)

    def change_staffing(self):
        self.day.call(self.admin, 'PUT', '/staffing/policy',
                      dict(self.policy(), threshold_percent=THRESHOLD))

    def follow_up(self):
        self.ask_home()
        self.recruiter.call('POST', f'/rooms/{self.room_id}/onboarding', ONBOARDING)

    def is_followed_up(self):
        kept = self.day.call(self.candidate.program, 'GET', '/notices')['items']
        kinds = [notice['kind'] for notice in kept]
        return kinds.count('onboarding') == kinds.count('contact') == 1


def check_nothing_more(life):
    """Killing it has neither begun the recording again nor opened the room."""
    assert life.recording() == 'stopped', life.recording()
    assert life.room()['state'] == 'ended', life.room()


def test(world):
    day = FaultyDay(world, random.Random(0))
    day.finish()
    life = Life(day)
    for step, has_happened in life.steps:
        print(step.__name__, flush=True)
        step()
        day.kill()
        day.revive()
        assert has_happened(), step.__name__
    check_nothing_more(life)
    check_ratings(day, [life])
    check_chat(day, life)
    check_ledger(day, [life])
    check_mail(day, [life])


def main():
    with tempfile.TemporaryDirectory(prefix='interview-mail-') as folder, \
            tempfile.TemporaryDirectory(prefix='interview-steps-') as data, \
            PostOffice(folder) as office:
        world = World(data, office)
        try:
            world.set_up(contact_phone='+86 571 5550 0100')
            test(world)
            assert world.server.stop() == 0
        except BaseException:
            print(world.server.read_log(), file=sys.stderr)
            raise
        finally:
            world.server.kill()
    return 0


if __name__ == '__main__':
    sys.exit(main())
