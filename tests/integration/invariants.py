# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must hold of interviews whatever happened on their way."""

from faulty_day import Refused
from support.waiting import wait_until

MAIL_KINDS = ('invitation', 'update', 'cancellation', 'contact')


def get_all(day, person, path):
    """All pages of a list."""
    items, cursor = [], ''
    while cursor is not None:
        page = day.call(person, 'GET', path + (f'?cursor={cursor}' if cursor else ''))
        items += page['items']
        cursor = page.get('next_cursor')
    return items


def check_ratings(day, interviews):
    staff = day.call(day.world.admin, 'GET', '/staffing')['recruiters']
    comments = [rating.get('comment') for person in staff for rating in
                get_all(day, day.world.admin, f"/recruiters/{person['recruiter_id']}/ratings")]
    for interview in interviews:
        assert comments.count(interview.comment) == 1, (interview.comment, comments)


def check_chat(day, interview):
    for where, said in interview.said.items():
        there = [message['text'] for message in get_all(
            day, interview.recruiter.program, f'/rooms/{interview.room_id}/{where}')]
        assert sorted(there) == sorted(said), (there, said)
    try:
        interview.candidate.call('GET', f'/rooms/{interview.room_id}/panel-chat')
        raise AssertionError('the candidate can read what the panel says')
    except Refused as refused:
        assert refused.status == 403, refused
    heard = str(interview.candidate.heard)
    assert 'panel-message' not in heard and 'panel-chat' not in heard, heard
    assert "'presence'" in heard


def check_ledger(day, interviews):
    ledger = get_all(day, day.world.admin, '/consents')
    for interview in interviews:
        entries = [entry['decision'] for entry in ledger
                   if entry['recording_id'] == interview.recording_id]
        assert entries[::-1] == interview.decisions, (entries, interview.decisions)


def check_mail(day, interviews):
    names = {f'候选人 {interview.number}' for interview in interviews}

    def settled():
        log = [delivery for delivery in get_all(day, day.world.admin, '/deliveries')
               if delivery['channel'] == 'mail' and delivery['kind'] in MAIL_KINDS
               and delivery['person_name'] in names]
        done = all(delivery['state'] not in ('queued', 'sending') for delivery in log)
        return log if done else None

    log = wait_until(settled, 'all mail to go')
    assert len(log) == 2 * len(interviews), log
    came = [mail['Message-ID'] for mail in day.world.office.fetch()]
    for delivery in log:
        times = came.count(f"<{delivery['id']}@heronreed.example>")
        # An interview that has ended takes back an invitation that has not gone yet.
        expected = {'sent': (1,), 'uncertain': (0, 1)}
        if delivery['kind'] == 'invitation':
            expected['withdrawn'] = (0,)
        assert times in expected.get(delivery['state'], ()), (times, delivery)
