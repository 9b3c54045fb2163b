# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Messages leave through a real mail server and are read back from a real mailbox; the server is
killed on the way, and nothing is lost, doubled or sent again blindly."""

import os
import random
import sys
import tempfile

from delivery_world import World
from support.post_office import PostOffice
from support.waiting import wait_until

SEED_RANGE = 1 << 30


def ids(mails):
    return sorted(mail['Message-ID'] for mail in mails)


def test_sent(world):
    """One mail for one person, encrypted and with login, in several parts."""
    made = world.new_room()
    delivery = world.wait_settled(1)[0]
    assert delivery['state'] == 'sent', delivery
    mail, = world.office.fetch()
    assert mail['To'].addresses[0].addr_spec == 'candidate1@mail.example', mail['To']
    assert mail['To'].addresses[0].display_name == '候选人 1'
    assert mail['From'].addresses[0].display_name == '苇鹭招聘'
    assert mail['Message-ID'] == f"<{delivery['id']}@heronreed.example>", mail['Message-ID']
    assert mail['Subject'] == delivery['subject']
    types = [part.get_content_type() for part in mail.walk()]
    assert types == ['multipart/mixed', 'multipart/alternative', 'text/plain',
                     'multipart/related', 'text/html', 'image/png',
                     'text/calendar', 'text/calendar'], types
    link = made['invitation']['link']
    assert link in mail.get_body(('plain',)).get_content()
    assert f'<a href="{link.replace("&", "&amp;")}">' in mail.get_body(('html',)).get_content()
    assert world.office.handler.plain_sessions == 0
    assert set(world.office.handler.logins) == {('jobs', True)}


def test_secrets(world):
    """Neither what messages say nor the password can be read in a copy of the store."""
    world.new_room()
    world.wait_settled(2)
    body = world.office.fetch()[0].get_body(('plain',)).get_content()
    sentence = next(line for line in body.splitlines() if 'invites you' in line).encode()
    password = world.office.settings()['smtp_password'].encode()
    for name in ('interview.db', 'interview.db-wal'):
        with open(world.server.path(f'data/{name}'), 'rb') as file:
            content = file.read()
        assert sentence not in content and password not in content, name
    assert 'smtp_password' not in world.admin.call('GET', '/notice-settings')
    for name in os.listdir(world.server.data):
        mode = os.stat(os.path.join(world.server.data, name)).st_mode
        assert mode & 0o077 == 0, f'{name} can be read by others'


def test_unreachable(world):
    """Without a mail server messages wait, also over a restart, and then they go."""
    world.office.close()
    world.new_room()

    def tried():
        delivery = world.log()[0]
        return delivery if delivery['attempts'] > 0 else None

    delivery = wait_until(tried, 'an attempt')
    assert delivery['state'] == 'queued', delivery
    assert delivery['steps'][-1]['reason'] == 'unreachable', delivery
    assert delivery['due_at'] > delivery['steps'][-1]['at']
    world.server.kill()
    world.office.open()
    world.server.start()
    assert world.log()[0]['state'] == 'queued'


def test_refused(world):
    """What the other side says for good is final and can be read; a person may try again."""
    before = len(world.office.fetch())
    world.office.handler.at_rcpt = lambda address: '550 5.1.1 no such user'
    world.new_room()

    def failed():
        delivery = world.log()[0]
        return delivery if delivery['state'] == 'failed' else None

    delivery = wait_until(failed, 'the delivery to fail')
    assert delivery['steps'][-1]['detail'].endswith('5.1.1 no such user'), delivery
    assert delivery['steps'][-1]['reason'] == 'refused'
    world.office.handler.at_rcpt = lambda address: None
    again = world.admin.call('POST', f"/deliveries/{delivery['id']}/resend")
    assert again['steps'][-1]['person_name'].startswith('沈佳宁'), again
    wait_until(lambda: world.log()[0]['state'] == 'sent', 'it to go')
    assert len(world.office.fetch()) == before + 1


def test_killed_before_answer(world):
    """The mail server has the mail, and the server dies before it knows: nobody sends it again but
    a person, and then it is recognizable as the same."""
    before = ids(world.office.fetch())

    def kill(content):
        world.office.handler.at_data = lambda value: None
        world.server.kill()

    world.office.handler.at_data = kill
    world.new_room()
    world.server.process.wait(60)
    world.server.start()
    delivery = world.log()[0]
    assert delivery['state'] == 'uncertain', delivery
    assert delivery['steps'][-1]['reason'] == 'restarted'
    # A later message has gone, so that the worker has looked at all that is due.
    world.new_room()
    wait_until(lambda: world.log()[0]['state'] == 'sent', 'the next one to go')
    new = [i for i in ids(world.office.fetch()) if i not in before]
    assert len(new) == 2 and len(set(new)) == 2, new
    world.admin.call('POST', f"/deliveries/{delivery['id']}/resend")
    wait_until(lambda: world.log()[1]['state'] == 'sent', 'the uncertain one to go again')
    new = [i for i in ids(world.office.fetch()) if i not in before]
    assert len(new) == 3 and len(set(new)) == 2, new


def test_killed_before_message(world):
    """Killed before the message was begun: it goes by itself, once."""
    before = ids(world.office.fetch())

    def kill(address):
        world.office.handler.at_rcpt = lambda value: None
        world.server.kill()
        return '451 4.3.0 nobody is there any more'

    world.office.handler.at_rcpt = kill
    world.new_room()
    world.server.process.wait(60)
    world.server.start()
    wait_until(lambda: world.log()[0]['state'] == 'sent', 'it to go')
    new = [i for i in ids(world.office.fetch()) if i not in before]
    assert len(new) == 1, new


def test_killed_anywhere(world, seed, rounds=6):
    """Killed at random moments: each message comes once, or is uncertain and came once or never."""
    print('seed', seed)
    chance = random.Random(seed)
    before = ids(world.office.fetch())
    known = len(world.log())

    def kill_sometimes(value):
        if chance.random() < 0.3:
            world.server.kill()

    world.office.handler.at_rcpt = world.office.handler.at_data = kill_sometimes
    made = 0
    while made < rounds:
        try:
            world.new_room()
            made += 1
        except OSError:
            world.server.process.wait(60)
            world.server.start()
    world.office.handler.at_rcpt = world.office.handler.at_data = lambda value: None
    if world.server.process.poll() is not None:
        world.server.start()
    log = world.wait_settled(known + made)[:-known]
    new = [i for i in ids(world.office.fetch()) if i not in before]
    assert len(new) == len(set(new)), 'a message came twice'
    for delivery in log:
        came = f"<{delivery['id']}@heronreed.example>" in new
        assert delivery['state'] in ('sent', 'uncertain'), delivery
        assert came or delivery['state'] == 'uncertain', f'lost: {delivery}'


def main():
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else random.randrange(SEED_RANGE)
    with tempfile.TemporaryDirectory(prefix='interview-mail-') as folder, \
            tempfile.TemporaryDirectory(prefix='interview-delivery-') as data, \
            PostOffice(folder) as office:
        world = World(data, office)
        try:
            for test in (test_sent, test_secrets, test_refused, test_killed_before_answer,
                         test_killed_before_message):
                print(test.__name__, flush=True)
                test(world)
            print(test_killed_anywhere.__name__, flush=True)
            test_killed_anywhere(world, seed)
            print(test_unreachable.__name__, flush=True)
            test_unreachable(world)
            assert world.server.stop() == 0
        except BaseException:
            print(world.server.read_log(), file=sys.stderr)
            raise
        finally:
            world.server.kill()
    return 0


if __name__ == '__main__':
    sys.exit(main())
