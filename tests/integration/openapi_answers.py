# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What candidates answer to invitations, against the document."""

import time

from openapi_chat import new_id


def answer(cast, room, code):
    """The candidate answers in a browser."""
    nobody, problems = cast.nobody, cast.problems
    nobody.call('invitation-page', code)
    form = {'answer': 'proposed', 'seen': '2051251200', 'note': 'After work, please'}
    for wrong in (dict(form, seen='7'), form, dict(form, date='2020-01-01', time='09:00'),
                  dict(form, answer='perhaps')):
        nobody.call('invitation-answer', code, body=wrong)
    nobody.call('invitation-answer', new_id(), body=form)
    soon = time.strftime('%Y-%m-%d', time.gmtime(time.time() + 9 * 86400))
    status, page = nobody.call('invitation-answer', code, body=dict(form, date=soon, time='09:30'))
    problems.expect(status == 200 and soon.split('-')[0] in page.decode(), 'invitation-answer')
    _, now = cast.recruiter.call('room', room['id'])
    problems.expect(now['reply']['proposed_at'][:16] == f'{soon}T09:30', 'room: no proposal')


def reply(cast, room):
    """The candidate answers in the program to an interview that they may enter already."""
    nobody, recruiter, problems = cast.nobody, cast.recruiter, cast.problems
    soon = time.strftime('%Y-%m-%dT%H:%M:00Z', time.gmtime(time.time() + 20 * 60))
    _, made = recruiter.call('room-create', body={
        'candidate_id': room['candidate']['person_id'], 'position_id': room['position_id'],
        'starts_at': soon, 'duration_minutes': 30, 'interactive': True})
    room_id = made['room']['id']
    body = {'starts_at': made['room']['starts_at'], 'answer': 'declined', 'note': 'Ill'}
    recruiter.call('room-reply', room_id, body=body)
    cast.candidate.call('room-reply', room_id, body=body)
    _, session = nobody.call('redeem', body={'code': made['invitation']['code']})
    nobody.token = session['token']
    for wrong in ({'starts_at': '2001-01-01T00:00:00Z'}, {'note': ''}, {'answer': 'proposed'}):
        status, _ = nobody.call('room-reply', room_id, body=dict(body, **wrong))
        problems.expect(status in (400, 409), f'room-reply: {wrong} was taken')
    status, now = nobody.call('room-reply', room_id, body=body)
    problems.expect(status == 200 and now['reply']['note'] == 'Ill', 'room-reply: not taken')
    nobody.token = None
    recruiter.call('room-cancel', room_id)
