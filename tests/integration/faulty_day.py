# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A day on which the server dies, answers get lost and lines break, at moments that a seed says."""

import http.client
import random
import threading
import urllib.error

from support.rest import Rest, moment, new_id
from support.waiting import wait_until
from visitor import Visitor

# So often in a step does each of them happen.
KILLED_MEANWHILE, ANSWER_LOST, NEVER_SENT, LINE_CUT = 0.08, 0.1, 0.05, 0.15
MAIL_INTERRUPTED = 0.15
# The server is killed so long after a request was begun, at most.
KILL_SECONDS = 0.02


class Refused(Exception):
    """The server has decided, and says so."""

    def __init__(self, status, what):
        super().__init__(f'{what}: {status}')
        self.status = status


class FaultyDay:
    def __init__(self, world, chance):
        self.world = world
        self.chance = chance
        # Another thread's, so that it does not disturb the order of this one.
        self.mail_chance = random.Random(chance.random())
        self.faults = dict.fromkeys(('killed', 'lost', 'never-sent', 'cut', 'mail'), 0)
        self.lucky = False
        self.lock = threading.Lock()
        world.office.handler.at_rcpt = world.office.handler.at_data = self.interrupt_mail

    def happens(self, kind, probability, chance=None):
        if self.lucky or (chance or self.chance).random() >= probability:
            return False
        self.faults[kind] += 1
        return True

    def kill(self):
        with self.lock:
            if self.world.server.process.poll() is None:
                self.world.server.kill()

    def interrupt_mail(self, value):
        """Called by the mail server's thread, between two of its lines."""
        if self.happens('mail', MAIL_INTERRUPTED, self.mail_chance):
            self.kill()

    def revive(self):
        with self.lock:
            if self.world.server.process.poll() is not None:
                self.world.server.start()

    def attempt(self, person, method, path, body, key):
        if self.happens('never-sent', NEVER_SENT):
            raise ConnectionError('never sent')
        killer = None
        if self.happens('killed', KILLED_MEANWHILE):
            killer = threading.Timer(self.chance.uniform(0, KILL_SECONDS), self.kill)
            killer.start()
        try:
            answer = person.call(method, path, body, key)
        finally:
            if killer:
                killer.join()
        if self.happens('lost', ANSWER_LOST):
            raise ConnectionError('the answer was lost')
        return answer

    def call(self, person, method, path, body=None):
        """Goes on until the server has answered, as the programs do: with the same key."""
        key = new_id()

        def answered():
            self.revive()
            try:
                return [self.attempt(person, method, path, body, key)]
            except urllib.error.HTTPError as error:
                if error.code not in (429, 503):
                    raise Refused(error.code, f'{method} {path} {error.read()[:300]}') from error
            except (OSError, http.client.HTTPException):
                pass
            return None
        return wait_until(answered, f'an answer to {method} {path}')[0]

    def finish(self):
        """Nothing goes wrong any more."""
        self.lucky = True
        self.revive()


class Person:
    """Somebody in a room, whose line breaks now and then."""

    def __init__(self, day, program):
        self.day = day
        self.program = program
        self.visitor = None
        self.instance = new_id()
        self.room_id = None
        self.heard = []

    def call(self, method, path, body=None):
        if self.visitor and self.day.happens('cut', LINE_CUT):
            self.hang_up(cut=True)
            self.be_in(self.room_id)
        return self.day.call(self.program, method, path, body)

    def hang_up(self, cut=False):
        if self.visitor:
            try:
                self.visitor.catch_up()
            except OSError:
                pass
            self.heard += self.visitor.heard
            if cut:
                self.visitor.cut()
            else:
                self.visitor.close()
        self.visitor = None

    def be_in(self, room_id):
        """In the room, by a new line."""
        self.room_id = room_id
        self.hang_up()

        def joined():
            self.day.revive()
            try:
                return Visitor(f'http://{self.program.address}', self.program.token,
                               self.instance, room_id)
            except OSError:
                return None
        self.visitor = wait_until(joined, 'a way into the room')


class Interview:
    """One interview as steps; between two of them anything may happen, and other interviews do."""

    def __init__(self, day, number):
        self.day = day
        self.number = number
        self.recruiter = Person(day, day.world.recruiter)
        self.candidate = Person(day, Rest(day.world.server.address))
        self.said = {'chat': [], 'panel-chat': []}
        self.decisions = []
        self.comment = None
        self.room_id = None
        self.recording_id = None

    def steps(self):
        yield from self.meet()
        talk = [lambda: self.say('chat', self.candidate), lambda: self.say('chat', self.recruiter),
                lambda: self.say('panel-chat', self.recruiter),
                lambda: self.say('panel-chat', self.recruiter), self.ask_home]
        self.day.chance.shuffle(talk)
        for step in talk[:3]:
            yield step()
        yield from self.record()
        for step in talk[3:]:
            yield step()
        yield from self.part()

    def meet(self):
        chance = self.day.chance
        name = f'候选人 {self.number}'
        person = self.recruiter.call('POST', '/candidates', {
            'display_name': name, 'email': f'faults{self.number}@mail.example'})
        positions = self.recruiter.call('GET', '/positions')['items']
        created = self.recruiter.call('POST', '/rooms', {
            'candidate_id': person['id'], 'position_id': chance.choice(positions)['id'],
            'starts_at': moment(), 'duration_minutes': 45, 'interactive': True})
        self.room_id = created['room']['id']
        yield
        session = self.candidate.call('POST', '/invitations/redeem',
                                      {'code': created['invitation']['code']})
        self.candidate.program.token = session['token']
        yield
        self.gather()
        yield
        self.recruiter.call('PUT', f'/rooms/{self.room_id}/entrance',
                            {'seen': 'lobby', 'entrance': 'admitted'})
        yield

    def gather(self):
        for person in (self.recruiter, self.candidate):
            person.be_in(self.room_id)

    def say(self, where, person):
        text = f'{self.number}-{where}-{len(self.said[where])}'
        person.call('PUT', f'/rooms/{self.room_id}/{where}/{new_id()}', {'text': text})
        self.said[where].append(text)

    def ask_home(self):
        self.candidate.call('POST', f'/rooms/{self.room_id}/contact')

    def ask_to_record(self):
        """Who asks has to be there; a server that has just come back does not know it yet."""
        text = self.recruiter.call('GET', '/consent-text')
        request = {'scope': 'hiring', 'text_version': text['version'],
                   'language': text['language']}

        def asked():
            self.gather()
            try:
                return self.recruiter.call('POST', f'/rooms/{self.room_id}/recordings', request)
            except Refused as refused:
                if refused.status != 403:
                    raise
                return None
        self.recording_id = wait_until(asked, 'a way to ask')['id']
        self.decisions.append('given')

    def decide(self, decision):
        text = self.candidate.call('GET', f'/rooms/{self.room_id}/recording')['text']
        self.candidate.call('PUT', f'/rooms/{self.room_id}/recordings/{self.recording_id}/consent',
                            {'decision': decision, 'text_version': text['version'],
                             'language': text['language']})
        self.decisions.append(decision)

    def record(self):
        self.ask_to_record()
        yield self.check_consent()
        self.decide(self.day.chance.choice(['given', 'given', 'refused']))
        yield self.check_consent()
        if self.decisions[-1] == 'given' and self.day.chance.random() < 0.6:
            self.decide('withdrawn')
            yield self.check_consent()

    def check_consent(self):
        """It runs only while both have agreed; after a no it never does."""
        state = self.recruiter.call('GET', f'/rooms/{self.room_id}/recording')['state']
        assert state != 'running' or self.decisions == ['given', 'given'], \
            (state, self.decisions)

    def part(self):
        form = self.candidate.call('GET', f'/rooms/{self.room_id}/rating-form')
        if self.day.chance.random() < 0.5:
            # Nobody can come back to an interview that has ended.
            for person in (self.recruiter, self.candidate):
                person.hang_up()
            self.recruiter.call('POST', f'/rooms/{self.room_id}/end')
            yield
        self.rate(form)
        yield self.check_consent()
        for person in (self.recruiter, self.candidate):
            person.hang_up()

    def rate(self, form):
        self.comment = f'said of interview {self.number}'
        rating = {'id': new_id(), 'room_id': self.room_id,
                  'recruiter_id': form['recruiters'][0]['person_id'],
                  'stars': self.day.chance.randint(1, 5), 'comment': self.comment,
                  'answered_at': moment(), 'delivery_token': form['delivery_token']}
        self.candidate.call('PUT', f"/ratings/{rating['id']}", rating)
