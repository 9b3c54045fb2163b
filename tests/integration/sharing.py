#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A recording is sent in parts to a server that is killed on the way, and opened by its link.

What must hold whatever happens: the file arrives as it was or not at all, a part is never taken
twice, a link opens nothing before its file is whole and nothing after it was withdrawn, and what
was withdrawn is not on the disk any more."""

import hashlib
import http.client
import json
import os
import random
import sys
import tempfile
import threading
import urllib.error
import urllib.request

from support.lone_server import LoneServer
from support.rest import Rest, new_id
from support.waiting import wait_until
from visitor import Visitor

SIZE = 5 * 1024 * 1024 + 123
PART = 128 * 1024
KILLS = 12
KILL_SECONDS = 0.03


class World:
    def __init__(self, folder, chance):
        self.chance = chance
        self.server = LoneServer(folder).start()
        self.recruiter = self.server.program('recruiter')
        self.candidate = Rest(self.server.address)
        self.room_id = self.candidate.redeem(self.server.code('candidate'))['room_id']
        self.admin = self.server.program('admin')
        self.content = chance.randbytes(SIZE)
        self.digest = hashlib.sha256(self.content).hexdigest()

    def record(self):
        """Both agree, and the recruiter's program records for a moment."""
        text = self.recruiter.call('GET', '/consent-text')
        agreed = {'text_version': text['version'], 'language': text['language']}
        seen = self.recruiter.call('GET', f'/rooms/{self.room_id}')['entrance']
        self.recruiter.call('PUT', f'/rooms/{self.room_id}/entrance',
                            {'seen': seen, 'entrance': 'admitted'})
        visitors = [Visitor(f'http://{self.server.address}', who.token, new_id(), self.room_id)
                    for who in (self.recruiter, self.candidate)]
        path = f'/rooms/{self.room_id}/recordings'

        def asked():
            try:
                return self.recruiter.call('POST', path, dict(agreed, scope='hiring'))
            except urllib.error.HTTPError as error:
                assert error.code == 403, error
                return None
        recording = wait_until(asked, 'a way to ask')
        self.candidate.call('PUT', f"{path}/{recording['id']}/consent",
                            dict(agreed, decision='given'))
        wait_until(lambda: self.recruiter.call('GET', f'/rooms/{self.room_id}/recording')['state']
                   == 'running', 'the recording to run')
        self.recruiter.call('POST', f"{path}/{recording['id']}/stop")
        for visitor in visitors:
            visitor.close()
        return recording['id']

    def share(self, recording_id):
        return self.recruiter.call(
            'POST', f'/rooms/{self.room_id}/recordings/{recording_id}/shares',
            {'size': SIZE, 'sha256': self.digest, 'days': 7})

    def withdraw_consent(self, recording_id):
        text = self.candidate.call('GET', f'/rooms/{self.room_id}/recording')['text']
        self.candidate.call('PUT', f'/rooms/{self.room_id}/recordings/{recording_id}/consent', {
            'decision': 'withdrawn', 'text_version': text['version'],
            'language': text['language']})

    def send_part(self, share_id, start, data):
        request = urllib.request.Request(
            f'http://{self.server.address}/api/v1/shares/{share_id}/content', method='PUT',
            data=data, headers={
                'Authorization': f'Bearer {self.recruiter.token}',
                'Content-Type': 'application/octet-stream',
                'Content-Range': f'bytes {start}-{start + len(data) - 1}/{SIZE}'})
        with urllib.request.urlopen(request, timeout=20) as answer:
            return json.loads(answer.read())

    def open(self, link, more='', headers=None):
        """Where the server listens now, whatever the link says of it."""
        path = link[link.index('/shared/'):]
        request = urllib.request.Request(f'http://{self.server.address}{path}{more}',
                                         headers=headers or {})
        with urllib.request.urlopen(request, timeout=60) as answer:
            return answer.status, answer.headers, answer.read()

    def refuses(self, link, more=''):
        try:
            self.open(link, more)
        except urllib.error.HTTPError as error:
            return error.code == 404
        return False

    def stored(self):
        """The files of uploads on the server's disk."""
        return sorted(os.listdir(os.path.join(self.server.data, 'uploads')))

    def keep_alive(self):
        if self.server.process.poll() is not None:
            self.server.start()


def send_through_kills(world, share_id, content):
    """Goes on wherever the server says, as the program does; nothing but the answer counts."""
    kills = 0
    while True:
        world.keep_alive()
        try:
            share = world.recruiter.call('GET', f'/shares/{share_id}')
            start = share['uploaded']
            if start == SIZE:
                return kills
            killer = None
            # As many as there are left to do, when few parts are left.
            parts = -(-(SIZE - start) // PART)
            if kills < KILLS and world.chance.random() < max(0.35, (KILLS - kills) / parts):
                killer = threading.Timer(world.chance.uniform(0, KILL_SECONDS), world.server.kill)
                killer.start()
                kills += 1
            try:
                answer = world.send_part(share_id, start, content[start:start + PART])
                assert answer['uploaded'] == min(start + PART, SIZE), answer
            finally:
                if killer:
                    killer.join()
        except urllib.error.HTTPError as error:
            assert error.code == 503, (error.code, error.read())
        except (OSError, http.client.HTTPException):
            pass


def expect_refused(code, word, call, *arguments):
    try:
        call(*arguments)
    except urllib.error.HTTPError as error:
        problem = json.loads(error.read())
        assert (error.code, problem['code']) == (code, word), (error.code, problem)
        return
    raise AssertionError(f'was not refused with {word}')


def check_upload(world, recording_id):
    share = world.share(recording_id)
    link, share_id = share['link'], share['id']
    expect_refused(409, 'out-of-order', world.send_part, share_id, PART, world.content[:PART])
    kills = send_through_kills(world, share_id, world.content)
    assert kills == KILLS, kills
    expect_refused(409, 'out-of-order', world.send_part, share_id, 0, world.content[:PART])
    assert world.refuses(link) and world.refuses(link, '/recording'), 'opens before it is checked'
    world.recruiter.call('POST', f'/shares/{share_id}/finish')
    return share_id, link


def check_reading(world, link):
    status, headers, data = world.open(link, '/recording')
    assert data == world.content, 'another file came'
    assert headers['Content-Type'] == 'video/webm', headers['Content-Type']
    assert headers['Cache-Control'] == 'no-store', headers['Cache-Control']
    first, last = world.chance.randrange(SIZE // 2), SIZE - 7
    for asked, start, end in ((f'{first}-{last}', first, last + 1), (f'{first}-', first, SIZE),
                              ('-99', SIZE - 99, SIZE), (f'9-{SIZE * 2}', 9, SIZE)):
        status, headers, data = world.open(link, '/recording', {'Range': f'bytes={asked}'})
        assert status == 206 and data == world.content[start:end], asked
        assert headers['Content-Range'] == f'bytes {start}-{end - 1}/{SIZE}', headers
    for language, words in (('zh-CN,zh', '面试录像'), ('en', 'Recording of an Interview')):
        _, headers, page = world.open(link, headers={'Accept-Language': language})
        assert words in page.decode(), page
        assert "default-src 'none'" in headers['Content-Security-Policy'], headers
        assert headers['Referrer-Policy'] == 'no-referrer', headers
    share = world.admin.call('GET', '/shares')['items'][0]
    assert (share['opened'], share['state'], 'link' in share) == (2, 'ready', False), share


def check_reader_who_leaves(world, link):
    """Somebody who stops reading in the middle costs nothing that is missed afterwards."""
    path = link[link.index('/shared/'):]
    for _ in range(20):
        connection = http.client.HTTPConnection(world.server.address, timeout=20)
        connection.request('GET', f'{path}/recording')
        assert len(connection.getresponse().read(1000)) == 1000
        connection.close()
    assert world.open(link, '/recording')[2] == world.content


def check_damage(world, recording_id):
    """What came is not what was said: no link opens it, and a new share begins anew."""
    share = world.share(recording_id)
    damaged = bytearray(world.content)
    damaged[SIZE // 2] ^= 1
    send_through_kills(world, share['id'], bytes(damaged))
    expect_refused(400, 'invalid-request', world.recruiter.call, 'POST',
                   f"/shares/{share['id']}/finish")
    assert world.refuses(share['link'], '/recording')
    world.recruiter.call('DELETE', f"/shares/{share['id']}")
    expect_refused(409, 'conflict', world.send_part, share['id'], SIZE - 1, b'x')
    wait_until(lambda: share['id'] not in world.stored(), 'the damaged file to be deleted')


def check_end(world, recording_id, share_id, link):
    assert world.stored() == [share_id], world.stored()
    world.withdraw_consent(recording_id)
    assert world.refuses(link) and world.refuses(link, '/recording'), 'opens after the withdrawal'
    # Killed before it came to deleting, the server does it when it is back.
    world.server.kill()
    world.server.start()
    assert world.refuses(link, '/recording')
    wait_until(lambda: not world.stored(), 'the file to be deleted')
    assert world.admin.call('GET', '/shares')['items'][-1]['state'] == 'withdrawn'
    kinds = [entry['kind'] for entry in world.admin.call('GET', '/audit')['items']]
    assert kinds.count('recording-shared') == 1 and kinds.count('share-withdrawn') == 2, kinds


def main():
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else random.randrange(1 << 30)
    print(f'seed {seed}', flush=True)
    with tempfile.TemporaryDirectory(prefix='interview-sharing-') as folder:
        world = World(folder, random.Random(seed))
        try:
            recording_id = world.record()
            share_id, link = check_upload(world, recording_id)
            check_reading(world, link)
            check_reader_who_leaves(world, link)
            check_damage(world, recording_id)
            check_end(world, recording_id, share_id, link)
        finally:
            world.keep_alive()
            status = world.server.stop()
    assert status == 0, status


if __name__ == '__main__':
    main()
