# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Mail to a server that speaks TLS from its first byte: it goes encrypted and with login, and who
has a certificate that nobody vouches for, or takes no password, gets nothing. Why a mail waits can
be read in the log, and it goes when that is mended."""

import contextlib
import os
import shutil
import sqlite3
import sys
import tempfile

from delivery_world import World
from support.post_office import PostOffice, make_certificate
from support.waiting import wait_until


def test_sent(world):
    world.new_room()
    delivery = world.wait_settled(1)[0]
    assert delivery['state'] == 'sent', delivery
    mail, = world.office.fetch()
    assert mail['Message-ID'] == f"<{delivery['id']}@heronreed.example>", mail['Message-ID']
    assert world.office.handler.plain_sessions == 0
    assert world.office.handler.logins == [('jobs', True)]


def wait_tried(world, reason):
    """A new invitation was tried and waits for that reason."""
    world.new_room()

    def tried():
        delivery = world.log()[0]
        return delivery if delivery['attempts'] > 0 else None

    delivery = wait_until(tried, 'an attempt')
    assert delivery['state'] == 'queued', delivery
    assert delivery['steps'][-1]['reason'] == reason, delivery
    assert delivery['steps'][-1]['detail'], delivery
    return delivery


def let_go(world, delivery):
    """The time of its next attempt has come."""
    before = len(world.office.fetch())
    with contextlib.closing(sqlite3.connect(world.server.path('data/interview.db'), timeout=10)) \
            as store, store:
        store.execute('UPDATE delivery SET due_at = 0 WHERE id = ?', (delivery['id'],))
    wait_until(lambda: world.log()[0]['state'] == 'sent', 'it to go')
    assert len(world.office.fetch()) == before + 1


def present(office, folder):
    """The mail server shows the certificate of this folder from now on."""
    office.close()
    for name in ('cert.pem', 'key.pem'):
        shutil.copy(os.path.join(folder, name), os.path.join(office.shown, name))
    office.open()


def test_wrong_certificate(world, folder, **names):
    """Not even the name of the user is said to a server that may be another."""
    office = world.office
    other = tempfile.mkdtemp(dir=folder)
    make_certificate(other, **names)
    if names:
        # Somebody who is trusted, and is not whom the mail is for.
        with open(os.path.join(other, 'cert.pem'), encoding='ascii') as file, \
                open(office.certificate, 'a', encoding='ascii') as trusted:
            trusted.write(file.read())
    said = len(office.handler.logins)
    present(office, other)
    delivery = wait_tried(world, 'certificate')
    assert len(office.handler.logins) == said, office.handler.logins
    present(office, office.folder)
    let_go(world, delivery)


def test_wrong_name(world, folder):
    test_wrong_certificate(world, folder, name='mail.example', address='192.0.2.1')


def test_login_refused(world, folder):
    world.set_up(smtp_password='not the password')
    said = len(world.office.handler.logins)
    delivery = wait_tried(world, 'login')
    assert ('jobs', False) in world.office.handler.logins[said:]
    world.set_up()
    let_go(world, delivery)


def main():
    with tempfile.TemporaryDirectory(prefix='interview-mail-') as folder, \
            tempfile.TemporaryDirectory(prefix='interview-implicit-tls-') as data, \
            PostOffice(folder, security='tls') as office:
        world = World(data, office)
        try:
            test_sent(world)
            for test in (test_wrong_certificate, test_wrong_name, test_login_refused):
                print(test.__name__, flush=True)
                test(world, folder)
            assert world.server.stop() == 0
        except BaseException:
            print(world.server.read_log(), file=sys.stderr)
            raise
        finally:
            world.server.kill()
    return 0


if __name__ == '__main__':
    sys.exit(main())
