# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sharing a recording by a link, for the test of the description."""

import hashlib

from openapi_chat import new_id

CONTENT = bytes(range(256)) * 40


def share(cast, recording):
    recruiter, problems = cast.recruiter, cast.problems
    where = (cast.room_id, recording['id'])
    request = {'size': len(CONTENT), 'sha256': hashlib.sha256(CONTENT).hexdigest(), 'days': 3}
    for who in (cast.candidate, cast.admin, cast.nobody):
        who.call('share-create', *where, body=request)
    recruiter.call('share-create', cast.room_id, new_id(), body=request)
    recruiter.call('share-create', *where, body=dict(request, sha256='z' * 64))
    recruiter.call('share-create', *where, body=dict(request, size=2**36))
    _, made = recruiter.call('share-create', *where, body=request)
    token = made['link'].rsplit('/', 1)[1]
    send(cast, made['id'])
    status, _ = cast.nobody.call('shared-page', token)
    problems.expect(status == 404, 'shared-page: opens before it is whole')
    cast.candidate.call('share-finish', made['id'])
    _, ready = recruiter.call('share-finish', made['id'])
    problems.expect(ready['state'] == 'ready', 'share-finish: it is not ready')
    look(cast, made['id'], token)
    set_policy(cast, token)
    for who in (cast.candidate, cast.nobody, cast.admin):
        who.call('share-withdraw', made['id'])
    recruiter.call('share-withdraw', new_id())
    status, _ = cast.nobody.call('shared-recording', token)
    problems.expect(status == 404, 'shared-recording: opens after it was withdrawn')
    _, page = cast.admin.call('audit', query='?limit=10')
    for kind in ('recording-shared', 'share-withdrawn', 'sharing-changed'):
        problems.expect(kind in [entry['kind'] for entry in page['items']],
                        f'audit: no entry {kind}')


def send(cast, share_id):
    def part(start, end, who=cast.recruiter, size=len(CONTENT)):
        status, value = who.call('share-write', share_id, body=CONTENT[start:end], headers={
            'Content-Range': f'bytes {start}-{end - 1}/{size}'})
        return status, value

    cast.recruiter.call('share-write', share_id, body=CONTENT)
    cast.recruiter.call('share-finish', share_id)
    part(0, 10, cast.admin)
    part(0, 10, size=len(CONTENT) + 1)
    part(0, 5000)
    status, problem = part(0, 5000)
    cast.problems.expect((status, problem['code']) == (409, 'out-of-order'),
                         'share-write: the same part was taken twice')
    _, value = cast.recruiter.call('share', share_id)
    part(value['uploaded'], len(CONTENT))


def look(cast, share_id, token):
    nobody = cast.nobody
    for who in (cast.recruiter, cast.admin, cast.candidate, nobody):
        who.call('share', share_id)
        who.call('shares')
    _, page = nobody.call('shared-page', token, headers={'Accept-Language': 'zh-CN'})
    cast.problems.expect('面试录像'.encode() in page, 'shared-page: is not in Chinese')
    nobody.call('shared-page', new_id())
    _, data = nobody.call('shared-recording', token)
    cast.problems.expect(data == CONTENT, 'shared-recording: another file')
    for first, last, status in ((1, 9, 206), (20000, 20001, 416)):
        got, _ = nobody.call('shared-recording', token,
                             headers={'Range': f'bytes={first}-{last}'})
        cast.problems.expect(got == status, f'shared-recording: {got} is not {status}')


def set_policy(cast, token):
    admin = cast.admin
    _, policy = admin.call('sharing-policy')
    cast.candidate.call('sharing-policy')
    cast.nobody.call('sharing-policy')
    cast.recruiter.call('sharing-policy-replace', body=policy)
    _, off = admin.call('sharing-policy-replace', body=dict(policy, allowed=False))
    admin.call('sharing-policy-replace', body=policy)
    status, _ = cast.nobody.call('shared-page', token)
    cast.problems.expect(status == 404, 'shared-page: opens while sharing is off')
    admin.call('sharing-policy-replace', body=dict(off, allowed=True))
