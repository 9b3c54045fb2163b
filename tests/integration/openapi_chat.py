# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What people write to each other, for the test of the description."""

import secrets

BASE32 = '0123456789abcdefghjkmnpqrstvwxyz'


def new_id():
    return ''.join(secrets.choice(BASE32) for _ in range(25)) + '0'


def ask_for_help(cast):
    """Who is stuck asks; HR answers, the panel neither hears nor sees of it."""
    admin, candidate, room_id = cast.admin, cast.candidate, cast.room_id
    stuck = {'place': 'devices', 'no_camera': True, 'no_microphone': False, 'bad_network': False}
    candidate.call('help', room_id)
    candidate.call('help-chat-send', room_id, new_id(), body={'text': 'Too early'})
    for body in (stuck, stuck, dict(stuck, place='lobby'), dict(stuck, place='kitchen')):
        candidate.call('help-ask', room_id, body=body)
    for who in (admin, candidate, cast.recruiter):
        message = new_id()
        for text in ('Is it plugged in?', 'Is it plugged in?', 'Another text', ''):
            who.call('help-chat-send', room_id, message, body={'text': text})
        who.call('help-chat', room_id)
        who.call('help', room_id)
        who.call('help-list')
    _, page = admin.call('help-list')
    cast.problems.expect([one['place'] for one in page['items']] == ['lobby'],
                         'help-list: the call for help is missing')
    cast.recruiter.call('help-close', room_id)
    candidate.call('help-close', room_id)
    candidate.call('help-close', new_id())


def chat(cast):
    for who in (cast.recruiter, cast.candidate):
        for name in ('chat', 'panel-chat'):
            message = new_id()
            for text in ('Good morning', 'Good morning', 'Another text', ''):
                who.call(name + '-send', cast.room_id, message, body={'text': text})
            who.call(name, cast.room_id)
            who.call(name, new_id())
    _, page = cast.recruiter.call('chat', cast.room_id, query='?limit=1')
    _, page = cast.recruiter.call('chat', cast.room_id, query='?cursor=' + page['next_cursor'])
    cast.problems.expect(len(page['items']) == 1, 'chat: the second page has no second message')
    cast.recruiter.call('chat', cast.room_id, query='?from=2090-01-01T00:00:00Z')
