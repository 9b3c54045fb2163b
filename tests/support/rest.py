# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Programs without windows, by REST: people who sign in, make rooms, and say what they think."""

import json
import secrets
import time
import urllib.request

BASE32 = '0123456789abcdefghjkmnpqrstvwxyz'


def new_id():
    return ''.join(secrets.choice(BASE32) for _ in range(25)) + '0'


def moment(seconds_from_now=0):
    return time.strftime('%Y-%m-%dT%H:%M:%SZ', time.gmtime(time.time() + seconds_from_now))


class Rest:
    """Somebody's requests; errors of the server are urllib.error.HTTPError."""

    def __init__(self, address, token=None):
        self.address = address
        self.token = token

    def call(self, method, path, body=None, key=None):
        """The key is that of an earlier attempt at the same thing."""
        request = urllib.request.Request(f'http://{self.address}/api/v1{path}', method=method)
        if self.token:
            request.add_header('Authorization', f'Bearer {self.token}')
        if method != 'GET':
            request.add_header('Idempotency-Key', key or new_id())
        if body is not None:
            request.data = json.dumps(body).encode()
            request.add_header('Content-Type', 'application/json')
        with urllib.request.urlopen(request, timeout=20) as answer:
            data = answer.read()
        return json.loads(data) if data else None

    def sign_in(self, email, password):
        self.token = self.call('POST', '/sessions', {'email': email, 'password': password})['token']
        return self

    def redeem(self, code):
        session = self.call('POST', '/invitations/redeem', {'code': code})
        self.token = session['token']
        return session

    def find_recruiter(self, name):
        """The identifier of the recruiter whose name has this in it."""
        return next(entry['recruiter_id'] for entry in self.call('GET', '/staffing')['recruiters']
                    if name in entry['display_name'])

    def make_room(self, candidate, recruiter_ids, position=0, starts_in=0):
        """A new candidate's room; returns it with the invitation."""
        person = self.call('POST', '/candidates', {'display_name': candidate})
        positions = self.call('GET', '/positions')['items']
        return self.call('POST', '/rooms', {
            'candidate_id': person['id'], 'position_id': positions[position]['id'],
            'recruiter_ids': recruiter_ids, 'starts_at': moment(starts_in),
            'duration_minutes': 30, 'interactive': True})

    def rate(self, recruiter, stars, comment=None):
        """A new candidate meets a recruiter and says what they think."""
        recruiter_id = self.find_recruiter(recruiter)
        created = self.make_room('Candidate', [recruiter_id])
        candidate = Rest(self.address)
        candidate.redeem(created['invitation']['code'])
        form = candidate.call('GET', f"/rooms/{created['room']['id']}/rating-form")
        rating = {'id': new_id(), 'room_id': created['room']['id'], 'recruiter_id': recruiter_id,
                  'stars': stars, 'answered_at': moment(),
                  'delivery_token': form['delivery_token']}
        if comment:
            rating['comment'] = comment
        candidate.call('PUT', f"/ratings/{rating['id']}", rating)
        self.call('POST', f"/rooms/{created['room']['id']}/end")
