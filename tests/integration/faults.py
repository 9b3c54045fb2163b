#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Interviews side by side while the server is killed, answers get lost, lines break and mail is
interrupted, in an order that a seed decides. What must hold whatever happens:

- no rating is lost or there twice,
- no message of the chat is lost or there twice, and none of the panel reaches the candidate,
- nothing is recorded without both having agreed, and the ledger holds each decision once,
- no mail comes twice, and one that did not come is known to be uncertain.

The seed is printed; `faults.py SEED` has the same interleaving and the same faults again, though
at which instruction a kill hits is up to the machine."""

import random
import sys
import tempfile

from delivery_world import World
from faulty_day import FaultyDay, Interview
from invariants import check_chat, check_ledger, check_mail, check_ratings
from support.post_office import PostOffice

SEED_RANGE = 1 << 30
INTERVIEWS = 3


def live(day, interviews):
    """Goes on with one of those that are under way, until none is."""
    going = [interview.steps() for interview in interviews]
    while going:
        one = day.chance.choice(going)
        try:
            next(one)
        except StopIteration:
            going.remove(one)


def test(world, chance):
    day = FaultyDay(world, chance)
    interviews = [Interview(day, number + 1) for number in range(INTERVIEWS)]
    live(day, interviews)
    day.finish()
    print('faults', day.faults, flush=True)
    check_ratings(day, interviews)
    for interview in interviews:
        check_chat(day, interview)
    check_ledger(day, interviews)
    check_mail(day, interviews)


def main():
    seed = int(sys.argv[1]) if len(sys.argv) > 1 else random.randrange(SEED_RANGE)
    print('seed', seed, flush=True)
    with tempfile.TemporaryDirectory(prefix='interview-mail-') as folder, \
            tempfile.TemporaryDirectory(prefix='interview-faults-') as data, \
            PostOffice(folder) as office:
        world = World(data, office)
        try:
            world.set_up(contact_phone='+86 571 5550 0100')
            test(world, random.Random(seed))
            assert world.server.stop() == 0
        except BaseException:
            print(world.server.read_log(), file=sys.stderr)
            raise
        finally:
            world.server.kill()
    return 0


if __name__ == '__main__':
    sys.exit(main())
