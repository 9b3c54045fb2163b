#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A candidate answers an invitation: by the link of the mail, on a page that any browser opens."""

import re
import subprocess
import tempfile
import urllib.error
import urllib.parse
import urllib.request

import icalendar
from delivery_world import World
from support.post_office import PostOffice
from support.waiting import wait_until

START = '2035-07-02T01:30:00Z'
PROPOSED = '2035-07-04T07:15:00Z'
SEEN = re.compile(r'name="seen" value="(\d+)"')


class Invitation:
    """A new candidate's invitation as they see it."""

    def __init__(self, world):
        self.world = world
        self.room_id = world.new_room(starts_at=START)['room']['id']
        self.address = f'candidate{world.number}@mail.example'
        text = self.wait_for_mails(1)[-1].get_body(('plain',)).get_content()
        self.path = re.search(r'https?://[^\s/]+(/invitation/[0-9a-z]{26})', text).group(1)

    def wait_for_mails(self, count):
        def there():
            mails = [m for m in self.world.office.fetch()
                     if m['To'].addresses[0].addr_spec == self.address]
            return mails if len(mails) >= count else None
        return wait_until(there, f'{count} mails to {self.address}')

    def request(self, form=None, language='en'):
        data = urllib.parse.urlencode(form).encode() if form else None
        request = urllib.request.Request(f'http://{self.world.server.address}{self.path}', data,
                                         headers={'Accept-Language': language})
        try:
            with urllib.request.urlopen(request, timeout=20) as answer:
                return answer.status, answer.read().decode()
        except urllib.error.HTTPError as error:
            return error.code, error.read().decode()

    def seen(self):
        return SEEN.search(self.request()[1]).group(1)

    def answer(self, answer, **fields):
        return self.request(dict(fields, answer=answer, seen=fields.get('seen', self.seen())))

    def room(self, who=None):
        return (who or self.world.recruiter).call('GET', f'/rooms/{self.room_id}')

    def move(self, starts_at):
        room = self.room()
        self.world.recruiter.call('PUT', f'/rooms/{self.room_id}/schedule', {
            'revision': room['revision'], 'starts_at': starts_at, 'duration_minutes': 45,
            'recruiter_ids': [r['person_id'] for r in room['recruiters']]})


def attendee(mail):
    text = next(p for p in mail.walk() if p.get_content_type() == 'text/calendar').get_content()
    event, = icalendar.Calendar.from_ical(text).walk('VEVENT')
    return event['ATTENDEE'].params


def check_qr_code(invitation):
    """A telephone that reads the picture of the mail finds the page."""
    mail = invitation.wait_for_mails(1)[0]
    related, = [p for p in mail.walk() if p.get_content_type() == 'multipart/related']
    html, picture = related.get_payload()
    assert related.get_param('type') == html.get_content_type() == 'text/html'
    name = picture['Content-ID'].strip('<>')
    assert f'src="cid:{name}" alt="QR code' in html.get_content(), html.get_content()
    assert picture.get_content_disposition() == 'inline'
    with tempfile.NamedTemporaryFile(suffix='.png') as file:
        file.write(picture.get_content())
        file.flush()
        found = subprocess.run(['zbarimg', '--quiet', '--raw', file.name], check=True,
                               capture_output=True, text=True).stdout.strip()
    assert found.endswith(invitation.path) and found.startswith('http'), found
    assert found in mail.get_body(('plain',)).get_content()


def check_page(invitation):
    status, page = invitation.request()
    assert status == 200 and 'Monday 2 July 2035' in page and '03:30' in page, page
    assert 'Europe/Berlin' in page and '<script' not in page
    status, page = invitation.request(language='zh-CN')
    assert status == 200 and '您的面试' in page and '接受' in page, page


def check_answers(invitation):
    status, page = invitation.answer('accepted')
    assert status == 200 and 'You have accepted' in page, page
    assert invitation.room()['reply']['answer'] == 'accepted'
    status, page = invitation.answer('declined', note='  Another offer <b>\n')
    assert status == 200 and 'You have declined' in page and '&lt;b&gt;' in page, page
    reply = invitation.room(invitation.world.admin)['reply']
    assert (reply['answer'], reply['note']) == ('declined', 'Another offer <b>'), reply


def check_wrong_times(invitation):
    """What was typed is there again, and nothing else was written down."""
    for date, time in (('2020-01-01', '09:00'), ('2035-07-02', '03:30'), ('2099-01-01', '09:00'),
                       ('', ''), ('2035-02-30', '09:00'), ('2035-07-04', '9')):
        status, page = invitation.answer('proposed', date=date, time=time, note='Kept <i>')
        assert status == 400 and 'Choose a day' in page, (status, page)
        assert 'Kept &lt;i&gt;' in page and f'value="{date}"' in page, page
    assert invitation.room()['reply']['answer'] == 'declined'


def check_proposal(invitation):
    status, page = invitation.answer('proposed', date='2035-07-04', time='09:15', note='Am Abend')
    assert status == 200 and 'You have proposed Wednesday 4 July 2035, 09:15' in page, page
    assert invitation.room()['reply']['proposed_at'][:19] == PROPOSED[:19]
    before = invitation.seen()
    invitation.move(PROPOSED)
    reply = invitation.room()['reply']
    assert reply['answer'] == 'accepted' and 'proposed_at' not in reply, reply
    mail = invitation.wait_for_mails(2)[-1]
    assert attendee(mail)['PARTSTAT'] == 'ACCEPTED' and 'RSVP' not in attendee(mail)
    status, page = invitation.answer('declined', seen=before)
    assert status == 409 and 'was moved meanwhile' in page, (status, page)


def check_end(invitation):
    """Moved elsewhere, the candidate is asked again; called off, there is nothing to answer."""
    invitation.move(START)
    assert 'reply' not in invitation.room()
    mail = invitation.wait_for_mails(3)[-1]
    assert attendee(mail)['PARTSTAT'] == 'NEEDS-ACTION' and attendee(mail)['RSVP'] == 'TRUE'
    seen = invitation.seen()
    invitation.world.server.kill()
    invitation.world.server.start()
    assert invitation.answer('accepted', seen=seen)[0] == 200
    invitation.world.recruiter.call('POST', f'/rooms/{invitation.room_id}/cancel')
    status, page = invitation.request({'answer': 'accepted', 'seen': seen})
    assert status in (404, 409) and '<form' not in page, (status, page)
    assert invitation.room()['reply']['answer'] == 'accepted'


def check_strangers(invitation):
    path, invitation.path = invitation.path, '/invitation/' + '0' * 26
    for form in (None, {'answer': 'accepted', 'seen': '1'}):
        status, page = invitation.request(form)
        assert status == 404 and 'There Is No Such Invitation' in page, (status, page)
    invitation.path = path
    for form in ({'answer': 'maybe', 'seen': '1'}, {'seen': '1'}, {'answer': 'accepted'},
                 {'answer': 'accepted', 'seen': '1', 'room_id': 'x'}):
        status, page = invitation.request(form)
        assert status == 400 and 'invalid-request' in page, (status, page)
    status, page = invitation.request({'answer': 'declined', 'seen': '1', 'note': 'x' * 501})
    assert status in (400, 413), (status, page)


def main():
    with tempfile.TemporaryDirectory(prefix='interview-mail-') as folder, \
            tempfile.TemporaryDirectory(prefix='interview-answers-') as data, \
            PostOffice(folder) as office:
        world = World(data, office)
        try:
            world.set_up(time_zone='Europe/Berlin')
            invitation = Invitation(world)
            for check in (check_qr_code, check_page, check_strangers, check_answers,
                          check_wrong_times, check_proposal, check_end):
                print(check.__name__, flush=True)
                check(invitation)
            assert world.server.stop() == 0
        except BaseException:
            print(world.server.read_log(), flush=True)
            raise


if __name__ == '__main__':
    main()
