# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""openapi.yaml says what the server is: no more routes, fields and statuses, and no fewer.

Compares it with what server-describe prints of the program's own tables, then runs a server with
the sample company, asks for everything and checks every answer against the schemas.
"""

import json
import os
import re
import sqlite3
import subprocess
import sys
import tempfile
import urllib.parse
import urllib.request

import yaml

from openapi_answers import answer, reply
from openapi_chat import ask_for_help, chat, new_id
from openapi_sharing import share
from openapi_tables import Problems, compare_messages, compare_records, compare_routes
from openapi_validator import Validator
from refusing_mail_server import RefusingMailServer
from support.waiting import wait_until
from visitor import Visitor

class Server:
    """A running server with the sample company."""

    def __init__(self, program, sample, folder):
        self.folder = folder
        data, sign_in = os.path.join(folder, 'data'), os.path.join(folder, 'sign-in')
        subprocess.run([program, 'sample', '--data', data, '--sample', sample, '--sign-in',
                        sign_in, '--server', '127.0.0.1:8700?tls=no'], check=True)
        self.process = subprocess.Popen(
            [program, '--data', data, '--listen', '127.0.0.1:0', '--shards', '2',
             '--log-level', 'warning'], stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().removeprefix('listening on ').strip()

    def code(self, who):
        with open(os.path.join(self.folder, 'sign-in', who + '.sign-in'), encoding='ascii') as f:
            return re.search(r'/([0-9a-z]{26})\?', f.read()).group(1)

    def stop(self):
        self.process.terminate()
        return self.process.wait()


class Program:
    """Asks for things by the operations of the document and checks what comes."""

    def __init__(self, server, document, problems, seen):
        self.server, self.problems, self.seen, self.token = server, problems, seen, None
        self.validator = Validator(document)
        self.operations = {
            operation['operationId']: (path, method.upper(), operation)
            for path, item in document['paths'].items()
            for method, operation in item.items() if method != 'parameters'}

    def call(self, name, *ids, body=None, query='', headers=None, key=None):
        path, method, operation = self.operations[name]
        for value in ids:
            path = re.sub(r'\{\w+\}', value, path, count=1)
        request = urllib.request.Request(self.server.address + path + query, method=method)
        if self.token:
            request.add_header('Authorization', 'Bearer ' + self.token)
        if any(p['$ref'].endswith('IdempotencyKey') for p in operation.get('parameters', [])):
            request.add_header('Idempotency-Key', key or new_id())
        for header, value in (headers or {}).items():
            request.add_header(header, value)
        if isinstance(body, bytes):
            request.data = body
            request.add_header('Content-Type', 'application/octet-stream')
        elif name == 'invitation-answer':
            request.data = urllib.parse.urlencode(body).encode()
            request.add_header('Content-Type', 'application/x-www-form-urlencoded')
        elif body is not None:
            request.data = json.dumps(body).encode()
            request.add_header('Content-Type', 'application/json')
        try:
            answer = urllib.request.urlopen(request, timeout=30)
        except urllib.error.HTTPError as error:
            answer = error
        with answer:
            return self.check(name, operation, answer.status, answer.headers, answer.read())

    def check(self, name, operation, status, headers, data):
        self.seen.setdefault(name, set()).add(status)
        responses = {int(s): r for s, r in operation['responses'].items()}
        if status not in responses:
            self.problems.append(f'{name}: status {status} is not described: {data[:300]!r}')
            return status, None
        response = responses[status]
        media = headers.get('Content-Type', '').split(';')[0]
        if '$ref' in response:
            self.problems.expect(media == 'application/problem+json', f'{name}: {media}')
            schema = {'$ref': '#/components/schemas/Problem'}
        elif 'application/json' in response.get('content', {}):
            self.problems.expect(media == 'application/json', f'{name}: {media}')
            schema = response['content']['application/json']['schema']
        else:
            self.problems.expect('content' in response or not data, f'{name}: bytes came')
            return status, data
        value = json.loads(data)
        self.problems.extend(self.validator.check(schema, value, f'{name} {status}'))
        return status, value

    def redeem(self, code):
        _, session = self.call('redeem', body={'code': code})
        self.token = session['token']
        return session


class Cast:
    """Who takes part, each with a program of their own."""

    def __init__(self, server, document, problems):
        self.seen = {}
        self.folder = server.folder
        self.problems = problems

        def program():
            return Program(server, document, problems, self.seen)

        self.nobody, self.staff = program(), program()
        self.recruiter, self.candidate, self.admin = program(), program(), program()
        self.room_id = None


def come_in(cast, server):
    cast.nobody.call('health')
    cast.nobody.call('sign-in', body={'email': 'nobody@example.com', 'password': 'wrong'})
    cast.nobody.call('sign-in', body={'email': 1})
    cast.nobody.call('redeem', body={'code': new_id()})
    cast.recruiter.redeem(server.code('recruiter'))
    cast.room_id = cast.candidate.redeem(server.code('candidate'))['room_id']
    cast.admin.redeem(server.code('admin'))
    cast.nobody.call('redeem', body={'code': server.code('admin')})


def look_around(cast):
    recruiter, candidate, admin = cast.recruiter, cast.candidate, cast.admin
    for who in (recruiter, candidate, admin, cast.nobody):
        for name in ('session', 'company', 'positions', 'candidates', 'recruiters', 'rooms',
                     'scores'):
            who.call(name)
        for name in ('room', 'resume', 'questions', 'rating-form'):
            who.call(name, cast.room_id)
            who.call(name, new_id())
    recruiter.call('rooms', query='?limit=2&from=2020-01-01T00:00:00Z&to=2090-01-01T00:00:00Z')
    recruiter.call('rooms', query='?limit=0')
    _, page = recruiter.call('rooms', query='?limit=1')
    recruiter.call('rooms', query='?cursor=' + page['next_cursor'])

    _, company = admin.call('company', headers={'Accept-Language': 'zh-CN'})
    admin.call('company-switch', body={'revision': company['revision'], 'interactive': True})
    admin.call('company-switch', body={'revision': company['revision'], 'interactive': True})
    recruiter.call('company-switch', body={'revision': 1, 'interactive': True})
    logo = company['logo_blob_id']
    candidate.call('blob', logo)
    candidate.call('blob', logo, headers={'Range': 'bytes=0-9'})
    _, resume = candidate.call('resume', cast.room_id)
    candidate.call('blob', resume['original_blob_id'])
    candidate.call('blob', new_id())
    cast.nobody.call('events')
    recruiter.call('events')


def set_up_messages(cast, port):
    """What an HR admin sets about messages."""
    admin = cast.admin
    for who in (cast.recruiter, cast.candidate, cast.nobody):
        who.call('notice-settings')
        who.call('deliveries')
    _, settings = admin.call('notice-settings')
    settings.update(smtp_host='127.0.0.1', sender_address='jobs@heronreed.example',
                    smtp_port=port, smtp_user='jobs', smtp_password='a password')
    _, kept = admin.call('notice-settings-replace', body=settings)
    cast.problems.expect('smtp_password' not in kept and kept['smtp_password_set'],
                         'notice-settings: gives out a password')
    admin.call('notice-settings-replace', body=settings)
    status, _ = admin.call('notice-settings-replace', body=dict(kept, smtp_host='elsewhere.test'))
    cast.problems.expect(status == 400, 'notice-settings-replace: the password moved elsewhere')


def try_templates(cast):
    """The company's own words: looked at, tried, taken back."""
    admin = cast.admin
    for who in (cast.recruiter, cast.nobody):
        who.call('notice-templates')
    _, templates = admin.call('notice-templates')
    template = dict(next(t for t in templates['items'] if t['kind'] == 'contact'),
                    custom=True, body='{{company}} <b>')
    _, preview = admin.call('notice-preview', body=template)
    cast.problems.expect('&lt;b&gt;' in preview['html'], 'notice-preview: HTML is not escaped')
    admin.call('notice-preview', body=dict(template, body='{{nonsense}}'))
    admin.call('notice-test', body=template)
    _, kept = admin.call('notice-template-replace', body=template)
    admin.call('notice-template-replace', body=template)
    admin.call('notice-template-replace', body=dict(kept, custom=False))


def send_farewell(cast):
    """What a candidate takes home; they find it among their messages."""
    admin, candidate, room_id = cast.admin, cast.candidate, cast.room_id
    candidate.call('time-zone', body={'time_zone': 'Europe/Berlin'})
    candidate.call('time-zone', body={'time_zone': 'Nowhere'})
    candidate.call('contact-send', room_id)
    _, settings = admin.call('notice-settings')
    admin.call('notice-settings-replace', body=dict(settings, contact_phone='+86 571 5550 0100'))
    for expected in (201, 429):
        status, _ = candidate.call('contact-send', room_id)
        cast.problems.expect(status == expected, f'contact-send: {status} is not {expected}')
    cast.recruiter.call('contact-send', room_id)
    onboarding = {'starts_at': '2035-02-01T01:00:00Z', 'time_zone': 'Asia/Shanghai',
                  'place': 'Head office', 'bring': 'Identity card'}
    cast.recruiter.call('onboarding-send', room_id, body=onboarding)
    cast.recruiter.call('onboarding-send', room_id, body=dict(onboarding, time_zone='Nowhere'))
    candidate.call('onboarding-send', room_id, body=onboarding)

    def both():
        _, page = candidate.call('notices')
        kinds = {notice['kind'] for notice in page['items']}
        return kinds >= {'contact', 'onboarding'}

    wait_until(both, 'the messages to come')
    _, page = candidate.call('notices', query='?limit=1')
    candidate.call('notices', query='?cursor=' + page['next_cursor'])
    cast.nobody.call('notices')


def look_into_log(cast):
    """The invitation of the new room was refused for good; a person lets it go again."""
    def failed():
        _, log = cast.admin.call('deliveries', query='?limit=50')
        return next((d for d in log['items'] if d['state'] == 'failed'), None)

    delivery = wait_until(failed, 'a delivery to fail')
    cast.admin.call('delivery-resend', new_id())
    cast.recruiter.call('delivery-resend', delivery['id'])
    _, again = cast.admin.call('delivery-resend', delivery['id'])
    cast.problems.expect(again['state'] == 'queued', 'delivery-resend: is not queued')
    cast.problems.expect(again['steps'][-1].get('person_name') == '沈佳宁 Shen Jianing',
                         'delivery-resend: nobody is named')
    _, page = cast.admin.call('deliveries', query='?limit=1')
    cast.admin.call('deliveries', query='?cursor=' + page['next_cursor'])


def make_room(cast):
    """Makes a candidate and a room once, whatever is repeated; returns the answer."""
    recruiter, problems = cast.recruiter, cast.problems
    new_candidate = {'display_name': 'Test Person', 'email': 'test@mail.example'}
    _, person = recruiter.call('candidate-create', body=new_candidate)
    recruiter.call('candidate-create', body={'display_name': ''})
    _, positions = recruiter.call('positions')
    room = {'candidate_id': person['id'], 'position_id': positions['items'][0]['id'],
            'starts_at': '2035-01-01T08:00:00Z', 'duration_minutes': 30, 'interactive': True}
    key = new_id()
    _, first = recruiter.call('room-create', body=room, key=key)
    _, again = recruiter.call('room-create', body=room, key=key)
    problems.expect(first == again, 'room-create: the same key made two rooms')
    status, _ = recruiter.call('room-create', body=dict(room, duration_minutes=45), key=key)
    problems.expect(status == 422, 'room-create: the key was taken for another request')
    cast.candidate.call('room-create', body=room)
    return first


def change_room(cast, first):
    nobody, recruiter, problems = cast.nobody, cast.recruiter, cast.problems
    made = first['room']
    status, _ = nobody.call('redeem', body={'code': first['invitation']['code']})
    problems.expect(status == 403, 'redeem: came in years early')
    _, renewed = recruiter.call('invitation-renew', made['id'])
    nobody.call('redeem', body={'code': first['invitation']['code']})
    answer(cast, made, renewed['code'])
    reply(cast, made)
    recruiter.call('invitation-revoke', made['id'])
    nobody.call('invitation-page', renewed['code'])
    status, _ = nobody.call('redeem', body={'code': renewed['code']})
    problems.expect(status == 410, 'redeem: a revoked invitation')
    recruiter.call('room-switch', made['id'],
                   body={'revision': made['revision'] + 50, 'interactive': False})
    _, now = recruiter.call('room', made['id'])
    recruiter.call('room-switch', made['id'],
                   body={'revision': now['revision'], 'interactive': False})
    reschedule(cast, made['id'])
    cast.candidate.call('room-switch', cast.room_id, body={'revision': 1, 'interactive': False})


def reschedule(cast, room_id):
    recruiter, problems = cast.recruiter, cast.problems
    _, colleagues = recruiter.call('recruiters', query='?limit=2')
    _, now = recruiter.call('room', room_id)
    schedule = {'revision': now['revision'], 'starts_at': '2035-01-02T08:00:00Z',
                'duration_minutes': 60, 'time_zone': 'Asia/Shanghai',
                'recruiter_ids': [who['person_id'] for who in colleagues['items']]}
    _, moved = cast.admin.call('room-schedule', room_id, body=schedule)
    problems.expect(moved['starts_at'][:13] == '2035-01-02T08', 'room-schedule: not moved')
    problems.expect(len(moved['recruiters']) == 2, 'room-schedule: another panel')
    status, _ = cast.admin.call('room-schedule', room_id, body=schedule)
    problems.expect(status == 409, 'room-schedule: an old revision was taken')
    cast.admin.call('room-schedule', room_id, body=dict(schedule, time_zone='../zone'))
    cast.candidate.call('room-schedule', cast.room_id, body=schedule)
    cast.candidate.call('room-cancel', cast.room_id)
    status, cancelled = cast.admin.call('room-cancel', room_id)
    problems.expect(cancelled['state'] == 'cancelled', 'room-cancel: it goes on')
    cast.admin.call('room-schedule', room_id,
                    body=dict(schedule, revision=cancelled['revision']))


def open_the_door(cast):
    recruiter, candidate, problems = cast.recruiter, cast.candidate, cast.problems
    candidate.call('room-entrance', cast.room_id, body={'seen': 'lobby', 'entrance': 'admitted'})
    recruiter.call('room-entrance', cast.room_id, body={'seen': 'lobby', 'entrance': 'denied'})
    deny = {'seen': 'lobby', 'entrance': 'denied', 'reason': 'Wrong day'}
    _, denied = recruiter.call('room-entrance', cast.room_id, body=deny)
    problems.expect(denied['denial_reason'] == 'Wrong day', 'room-entrance: no reason')
    status, _ = recruiter.call('room-entrance', cast.room_id,
                               body={'seen': 'lobby', 'entrance': 'admitted'})
    problems.expect(status == 409, 'room-entrance: overtaken and not told')
    for entrance in ('admitted', 'lobby', 'admitted'):
        seen = recruiter.call('room', cast.room_id)[1]['entrance']
        recruiter.call('room-entrance', cast.room_id, body={'seen': seen, 'entrance': entrance})


def hold_interview(cast):
    recruiter, candidate, room_id = cast.recruiter, cast.candidate, cast.room_id
    _, questions = recruiter.call('questions', room_id)
    question = questions['items'][0]['id']
    recruiter.call('question-asked', room_id, question, body={'asked': True})
    recruiter.call('question-asked', room_id, new_id(), body={'asked': True})
    for text in ('Who waters the plants?', ''):
        candidate.call('question-type', room_id, new_id(), body={'text': text})
    chat(cast)
    disclose(cast)
    ask_for_help(cast)
    record(cast)
    candidate.call('room-end', room_id)
    candidate.call('invitation-renew', room_id)
    candidate.call('invitation-revoke', room_id)
    recruiter.call('room-end', room_id)


def record(cast):
    recruiter, candidate, room_id = cast.recruiter, cast.candidate, cast.room_id
    decision = {'decision': 'given', 'text_version': 1, 'language': 'en'}
    _, text = candidate.call('consent-text')
    request = {'scope': 'hiring', 'text_version': text['version'], 'language': text['language']}
    recruiter.call('recording', room_id)
    for who in (recruiter, candidate, cast.admin):
        who.call('recordings', room_id)
        who.call('recordings', new_id())
    recruiter.call('recording-ask', room_id, body=request)
    visitors = [Visitor(who.server.address, who.token, new_id(), room_id)
                for who in (recruiter, candidate)]
    while recruiter.call('recording-ask', room_id, body=request)[0] == 403:
        pass
    recruiter.call('recording-ask', room_id, body=request)
    _, recording = candidate.call('recording', room_id)
    for who in (candidate, cast.admin):
        who.call('recording-decide', room_id, recording['id'], body=decision)
    candidate.call('recording-decide', room_id, new_id(), body=decision)
    candidate.call('recording-decide', room_id, recording['id'],
                   body=dict(decision, decision='refused', text_version=9))
    while cast.problems == [] and recruiter.call('recording', room_id)[1]['state'] != 'running':
        pass
    for who in (candidate, cast.admin, recruiter):
        who.call('recording-stop', room_id, recording['id'])
    for visitor in visitors:
        visitor.close()
    share(cast, recording)
    write_consent(cast)


def write_consent(cast):
    for who in (cast.candidate, cast.admin):
        who.call('consents', query='?limit=1')
        who.call('consent-edition')
        for version in (1, 1):
            who.call('consent-edition-change', body={'version': version, 'texts': [
                {'version': version, 'language': 'en', 'text': 'May we record this?'}]})
    _, page = cast.admin.call('consents', query='?limit=1')
    _, page = cast.admin.call('consents', query='?limit=1&cursor=' + page['next_cursor'])
    cast.problems.expect(len(page['items']) == 1, 'consents: the second page has no line')


def disclose(cast):
    room_id, given = cast.room_id, {'headline': 'Welder', 'text': 'Ten years', 'items': ['TIG']}
    cast.recruiter.call('resume-ask', room_id)
    data = os.path.join(cast.folder, 'data')
    name = next(name for name in os.listdir(data) if name.endswith('.db'))
    with sqlite3.connect(os.path.join(data, name), timeout=20) as store:
        store.executescript('DELETE FROM resume;'
                            'UPDATE company_text SET about = NULL, tagline = NULL')
    for who, other, name in ((cast.recruiter, cast.candidate, 'resume'),
                             (cast.candidate, cast.recruiter, 'profile')):
        other.call(f'{name}-answer', room_id, body={'agreed': False, 'keep': False})
        who.call(f'{name}-ask', room_id)
        other.call(f'{name}-ask', room_id)
        who.call(f'{name}-answer', room_id, body={'agreed': False, 'keep': False})
        for body in ({'agreed': True, 'keep': False}, {'agreed': False, 'keep': False},
                     {'agreed': True, 'keep': False, 'contents': given}):
            other.call(f'{name}-answer', room_id, body=body)
        who.call('disclosures', room_id)


def rate(cast):
    nobody, room_id = cast.nobody, cast.room_id
    _, form = cast.candidate.call('rating-form', room_id)
    rating = {'id': new_id(), 'room_id': room_id, 'stars': 4,
              'recruiter_id': form['recruiters'][0]['person_id'],
              'answered_at': '2026-01-01T00:00:00Z', 'delivery_token': form['delivery_token']}
    for expected in (201, 200):
        status, _ = nobody.call('rating', rating['id'], body=rating)
        cast.problems.expect(status == expected, f'rating: {status} is not {expected}')
    nobody.call('rating', rating['id'], body=dict(rating, stars=1))
    nobody.call('rating', rating['id'], body=dict(rating, delivery_token='x' * 52))


def set_policy(cast):
    admin, recruiter, problems = cast.admin, cast.recruiter, cast.problems
    _, before = admin.call('staffing')
    _, policy = recruiter.call('staffing-policy')
    wish = dict(policy, order='evenly', half_life_days=90, capacity=2, choice=True,
                time_zone='Asia/Shanghai')
    _, preview = admin.call('staffing-preview', body=dict(wish, capacity=1))
    problems.expect(preview['tasks'] and admin.call('staffing-policy')[1] == policy,
                    'staffing-preview: changed the policy')
    admin.call('staffing-preview', body=dict(wish, time_zone='Moon/Crater'))
    admin.call('staffing-policy-replace', body=wish)
    status, _ = admin.call('staffing-policy-replace', body=wish)
    problems.expect(status == 409, 'staffing-policy-replace: an old revision was taken')
    stranger = {'recruiter_id': new_id(), 'position_ids': [new_id()]}
    admin.call('staffing-policy-replace', body=dict(wish, revision=1, skills=[stranger]))
    recruiter.call('staffing-policy-replace', body=wish)
    recruiter.call('staffing')
    cast.candidate.call('staffing')
    return before['recruiters']


def choose(cast):
    candidate, room_id = cast.candidate, cast.room_id
    _, policy = cast.admin.call('staffing-policy')
    cast.admin.call('staffing-policy-replace', body=dict(policy, choice=True, capacity=9))
    _, choice = candidate.call('room-choice', room_id)
    candidate.call('room-choice', new_id())
    cast.problems.expect(choice['may_choose'], 'room-choice: there is no choice')
    for recruiter in choice['recruiters'] * 2:
        candidate.call('room-choose', room_id, body={'recruiter_id': recruiter['recruiter_id']})
    candidate.call('room-choose', room_id, body={'recruiter_id': new_id()})
    cast.recruiter.call('room-choice', room_id)
    _, session = cast.recruiter.call('session')
    candidate.call('room-choose', room_id, body={'recruiter_id': session['person']['id']})


def set_form(cast):
    admin, problems = cast.admin, cast.problems
    _, form = admin.call('rating-draft')
    aspects = form['aspects'][1:] + [{'labels': [{'language': 'en', 'text': 'Coffee'}]}]
    status, now = admin.call('rating-draft-replace',
                             body=dict(form, minimum=4, aspects=aspects))
    problems.expect(status == 200 and now['aspects'][-1]['labels'] == aspects[-1]['labels'],
                    'rating-draft-replace: the new aspect is missing')
    status, _ = admin.call('rating-draft-replace', body=form)
    problems.expect(status == 409, 'rating-draft-replace: an old revision was taken')
    twice = [aspects[0], aspects[0]]
    admin.call('rating-draft-replace', body=dict(now, aspects=twice))
    cast.recruiter.call('rating-draft')
    cast.recruiter.call('rating-draft-replace', body=now)


def judge(cast, recruiters):
    """Withdraws the qualification of the recruiter by a policy that nobody meets, and so on."""
    admin, recruiter, problems = cast.admin, cast.recruiter, cast.problems
    _, session = recruiter.call('session')
    own = session['person']['id']
    other = next(r['recruiter_id'] for r in recruiters if r['recruiter_id'] != own)
    recruiter.call('received-ratings', own)
    recruiter.call('received-ratings', other)
    admin.call('received-ratings', other)
    admin.call('received-ratings', new_id())
    _, policy = admin.call('staffing-policy')
    admin.call('staffing-policy-replace',
               body=dict(policy, minimum_ratings=3, threshold_percent=100))

    def find():
        _, staffing = recruiter.call('staffing')
        return next(r for r in staffing['recruiters'] if r['recruiter_id'] == own)

    problems.expect(find()['state'] == 'proposed', 'staffing: no withdrawal was proposed')
    recruiter.call('standing-appeal', other, body={'revision': 1, 'reason': 'no'})
    recruiter.call('standing-appeal', own, body={'revision': find()['revision'] + 1,
                                                 'reason': 'Late'})
    recruiter.call('standing-appeal', own, body={'revision': find()['revision'],
                                                 'reason': 'Please listen to a recording.'})
    decision = {'revision': find()['revision'], 'decision': 'reject', 'reason': 'We listened.'}
    recruiter.call('standing-decide', own, body=decision)
    admin.call('standing-decide', new_id(), body=decision)
    admin.call('standing-decide', own, body=decision)
    admin.call('standing-decide', own, body=decision)
    problems.expect(find()['state'] == 'reinstated', 'standing-decide: not reinstated')
    _, page = admin.call('audit', query='?limit=3')
    admin.call('audit', query='?cursor=' + page['next_cursor'])
    admin.call('audit', query='?limit=0')
    recruiter.call('audit')
    kinds = [e['kind'] for e in admin.call('audit')[1]['items']]
    for kind in ('policy-changed', 'withdrawal-proposed', 'appealed', 'withdrawal-rejected',
                 'order-changed'):
        problems.expect(kind in kinds, f'audit: no entry {kind}')


def sign_in_as_staff(cast):
    staff = cast.staff
    _, session = staff.call('sign-in', body={'email': 'marcus.oyelaran@heronreed.example',
                                             'password': 'quiet-harbour-17'})
    staff.token = session['token']
    staff.call('password', body={'current': 'wrong', 'replacement': 'a longer one 1'})
    staff.call('password', body={'current': 'quiet-harbour-17', 'replacement': 'a longer one 1'})
    cast.candidate.call('password', body={'current': 'wrong', 'replacement': 'a longer one 1'})
    staff.call('sign-out')
    staff.call('sign-out')


def go_through(server, document, problems):
    """A whole interview by REST: every operation succeeds and fails at least once."""
    cast = Cast(server, document, problems)
    come_in(cast, server)
    look_around(cast)
    with RefusingMailServer() as mail:
        set_up_messages(cast, mail.port)
        made = make_room(cast)
        look_into_log(cast)
        try_templates(cast)
        mail.shutdown()
    change_room(cast, made)
    choose(cast)
    open_the_door(cast)
    hold_interview(cast)
    send_farewell(cast)
    rate(cast)
    recruiters = set_policy(cast)
    judge(cast, recruiters)
    set_form(cast)
    sign_in_as_staff(cast)
    return cast.seen


def main(description, program, sample, path):
    problems = Problems()
    with open(path, encoding='utf-8') as file:
        document = yaml.safe_load(file)
    facts = json.loads(subprocess.run([description], check=True, capture_output=True).stdout)
    schemas = document['components']['schemas']
    compare_records(problems, facts['records'], schemas)
    compare_routes(problems, facts['routes'], document)
    compare_messages(problems, facts, schemas)

    with tempfile.TemporaryDirectory(prefix='interview-openapi-') as folder:
        server = Server(program, sample, folder)
        try:
            seen = go_through(server, document, problems)
        finally:
            problems.expect(server.stop() == 0, 'the server did not stop cleanly')
    for name in facts['routes']:
        statuses = seen.get(name, set())
        problems.expect(name == 'events' or any(s < 300 for s in statuses),
                        f'{name}: never worked, only {sorted(statuses)}')
    for problem in problems:
        print(problem, file=sys.stderr)
    return 1 if problems else 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
