# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a candidate is told: appointments that another calendar library reads, the way home, and
text messages by both providers."""

import datetime
import sys
import tempfile
import zoneinfo

import icalendar
from delivery_world import World
from support import sms_gateway
from support.post_office import PostOffice
from support.waiting import wait_until

START = '2035-07-02T01:30:00Z'
LATER = '2035-07-03T06:00:00Z'


def moment(text):
    return datetime.datetime.fromisoformat(text.replace('Z', '+00:00'))


def wait_for_mail(world, count):
    """The mails of a new candidate, oldest first; each has come once."""
    def there():
        address = f'candidate{world.number}@mail.example'
        mails = [m for m in world.office.fetch() if m['To'].addresses[0].addr_spec == address]
        return mails if len(mails) >= count else None
    mails = wait_until(there, f'{count} mails')
    assert len(mails) == count, [m['Subject'] for m in mails]
    return mails


def read_calendar(mail):
    """The appointment of a mail; where it is there twice, both say the same."""
    parts = [p for p in mail.walk() if p.get_content_type() == 'text/calendar']
    texts = {p.get_content() for p in parts}
    assert len(texts) == 1
    text = texts.pop()
    calendar = icalendar.Calendar.from_ical(text)
    assert {p.get_param('method') for p in parts} == {calendar['METHOD']}
    assert parts[-1].get_filename() == 'invitation.ics'
    assert parts[-1].get_content_disposition() == 'attachment'
    event, = calendar.walk('VEVENT')
    assert not event.errors and not calendar.errors, (event.errors, calendar.errors)
    return calendar, event


def check_event(calendar, event, method, sequence, start, zone):
    assert (calendar['METHOD'], event['SEQUENCE']) == (method, sequence), event
    assert event['DTSTART'].dt == moment(start), event['DTSTART']
    assert event['DTEND'].dt - event['DTSTART'].dt == datetime.timedelta(minutes=45)
    described, = calendar.walk('VTIMEZONE')
    assert described['TZID'] == zone == event['DTSTART'].params['TZID'], described
    # The rules that are sent along say the same as the time zone database.
    local = event['DTSTART'].dt.replace(tzinfo=None)
    assert described.to_tz().utcoffset(local) == zoneinfo.ZoneInfo(zone).utcoffset(local)


def test_calendar(world):
    """Invitation, update and cancellation are one appointment, whose number rises."""
    world.set_up(time_zone='Europe/Berlin', contact_phone='+86 571 5550 0100')
    room = world.new_room(starts_at=START)['room']
    mail, = wait_for_mail(world, 1)
    calendar, event = read_calendar(mail)
    check_event(calendar, event, 'REQUEST', 0, START, 'Europe/Berlin')
    assert event['ORGANIZER'] == 'mailto:jobs@heronreed.example'
    assert event['ATTENDEE'] == f'mailto:candidate{world.number}@mail.example'
    assert event['ATTENDEE'].params['RSVP'] == 'TRUE'
    assert '03:30 (Europe/Berlin, UTC+02:00)' in mail.get_body(('plain',)).get_content()
    assert 'Phone: +86 571 5550 0100' in mail.get_body(('plain',)).get_content()
    uid = event['UID']

    room = world.recruiter.call('GET', f"/rooms/{room['id']}")
    schedule = {'revision': room['revision'], 'starts_at': LATER, 'duration_minutes': 45,
                'recruiter_ids': [r['person_id'] for r in room['recruiters']]}
    world.recruiter.call('PUT', f"/rooms/{room['id']}/schedule", schedule)
    mail = wait_for_mail(world, 2)[-1]
    calendar, event = read_calendar(mail)
    check_event(calendar, event, 'REQUEST', 1, LATER, 'Europe/Berlin')
    assert event['UID'] == uid and mail['Subject'].startswith('Changed: ')
    # The way in is in every message, though the store has only the hash of its code.
    assert 'interview://' in mail.get_body(('plain',)).get_content()

    world.recruiter.call('POST', f"/rooms/{room['id']}/cancel")
    mail = wait_for_mail(world, 3)[-1]
    calendar, event = read_calendar(mail)
    check_event(calendar, event, 'CANCEL', 2, LATER, 'Europe/Berlin')
    assert event['UID'] == uid and event['STATUS'] == 'CANCELLED'


def panel_mails(world, address, count):
    """What a recruiter got, oldest first; each has come once."""
    def there():
        mails = [m for m in world.office.fetch() if m['To'].addresses[0].addr_spec == address]
        return mails if len(mails) >= count else None
    mails = wait_until(there, f'{count} mails to {address}')
    assert len(mails) == count, [m['Subject'] for m in mails]
    return mails


def set_panel(world, room_id, recruiters, starts_at):
    room = world.recruiter.call('GET', f'/rooms/{room_id}')
    world.admin.call('PUT', f'/rooms/{room_id}/schedule', {
        'revision': room['revision'], 'starts_at': starts_at, 'duration_minutes': 45,
        'recruiter_ids': recruiters})


def test_panel(world):
    """Each recruiter has the interview in their own calendar for as long as they hold it, and
    learns of the candidate what they are called."""
    world.set_up(time_zone='Europe/Berlin', reminder_minutes=90, panel_silent=False)
    lin, marcus = (world.recruiter.find_recruiter(name) for name in ('Lin Yating', 'Marcus'))
    first, second = 'lin.yating@heronreed.example', 'marcus.oyelaran@heronreed.example'
    room_id = world.new_room(starts_at=START, recruiter_ids=[lin])['room']['id']
    mail, = panel_mails(world, first, 1)
    calendar, event = read_calendar(mail)
    check_event(calendar, event, 'REQUEST', 0, START, 'Europe/Berlin')
    assert event['ATTENDEE'] == f'mailto:{first}'
    assert f'候选人 {world.number}' in mail['Subject'], mail['Subject']
    for part in mail.walk():
        text = '' if part.is_multipart() else part.get_content()
        assert 'interview://' not in text and '/invitation/' not in text, text
        assert f'candidate{world.number}@' not in text, text

    set_panel(world, room_id, [lin, marcus], LATER)
    calendar, event = read_calendar(panel_mails(world, first, 2)[-1])
    check_event(calendar, event, 'REQUEST', 1, LATER, 'Europe/Berlin')
    check_event(*read_calendar(panel_mails(world, second, 1)[-1]), 'REQUEST', 0, LATER,
                'Europe/Berlin')
    set_panel(world, room_id, [marcus], LATER)
    calendar, cancelled = read_calendar(panel_mails(world, first, 3)[-1])
    check_event(calendar, cancelled, 'CANCEL', 2, LATER, 'Europe/Berlin')
    assert cancelled['UID'] == event['UID'] == f'{room_id}@interview'
    reminders = [d for d in world.log(kinds=('panel-reminder',)) if d['state'] == 'queued']
    assert [d['recipient'] for d in reminders] == [second], reminders
    world.admin.call('POST', f'/rooms/{room_id}/cancel')
    check_event(*read_calendar(panel_mails(world, second, 2)[-1]), 'CANCEL', 1, LATER,
                'Europe/Berlin')
    panel_mails(world, first, 3)
    assert not [d for d in world.log(kinds=('panel-reminder',)) if d['state'] == 'queued']

    world.set_up(panel_silent=True)
    world.new_room(starts_at=START, recruiter_ids=[lin])
    wait_for_mail(world, 1)
    panel_mails(world, first, 3)


def test_reminder(world):
    """A reminder waits for its time, moves with the room, and goes with it."""
    world.set_up(time_zone='Europe/Berlin', reminder_minutes=90)
    room = world.new_room(starts_at=START)['room']
    ahead = datetime.timedelta(minutes=90)

    def reminders(state):
        return [d for d in world.log(kinds=('reminder',))
                if d['state'] == state and d['person_name'] == f'候选人 {world.number}']

    reminder, = reminders('queued')
    assert moment(START) - moment(reminder['due_at']) == ahead
    room = world.recruiter.call('GET', f"/rooms/{room['id']}")
    world.recruiter.call('PUT', f"/rooms/{room['id']}/schedule", {
        'revision': room['revision'], 'starts_at': LATER, 'duration_minutes': 45,
        'recruiter_ids': [r['person_id'] for r in room['recruiters']]})
    reminder, = reminders('queued')
    assert moment(LATER) - moment(reminder['due_at']) == ahead
    assert len(reminders('withdrawn')) == 1
    world.recruiter.call('POST', f"/rooms/{room['id']}/cancel")
    assert not reminders('queued') and len(reminders('withdrawn')) == 2


def test_farewell(world):
    """Contact details on the candidate's wish, and when to begin; both are kept for them."""
    world.set_up(contact_address='文一西路 1 号\n杭州', contact_phone='+86 571 5550 0100')
    candidate = world.server.program('candidate')
    candidate.call('PUT', '/session/time-zone', {'time_zone': 'America/New_York'})
    room_id = candidate.call('GET', '/session')['room_id']
    sent = candidate.call('POST', f'/rooms/{room_id}/contact')
    assert sent['sent_to'] == ['chen.siyuan@mail.example'], sent

    def mails(kind):
        return [m for m in world.office.fetch() if kind in m['Subject']]

    mail, = wait_until(lambda: mails('联系方式'), 'the contact details')
    assert '文一西路 1 号\n杭州' in mail.get_body(('plain',)).get_content()
    assert '文一西路 1 号<br>\n杭州' in mail.get_body(('html',)).get_content()

    world.recruiter.call('POST', f'/rooms/{room_id}/end')
    onboarding = {'starts_at': '2035-08-01T01:00:00Z', 'time_zone': 'Asia/Shanghai',
                  'place': '杭州总部', 'bring': '身份证\n银行卡'}
    for sequence in (0, 1):
        world.recruiter.call('POST', f'/rooms/{room_id}/onboarding', onboarding)
        mail = wait_until(lambda: mails('入职提醒')[sequence:], 'the onboarding reminder')[0]
        calendar, event = read_calendar(mail)
        assert (calendar['METHOD'], event['SEQUENCE']) == ('PUBLISH', sequence)
        assert event['DTSTART'].dt == moment(onboarding['starts_at'])
        # Not the interview's, in whose place it would be put.
        assert event['UID'] == f'onboarding-{room_id}@interview'
        assert event['DTSTART'].params['TZID'].endswith('Asia/Shanghai')
        assert event['LOCATION'] == '杭州总部'
        text = mail.get_body(('plain',)).get_content()
        assert '2035年8月1日（周三）' in text and '09:00（Asia/Shanghai, UTC+08:00）' in text
        assert '身份证\n银行卡' in text

    kept = candidate.call('GET', '/notices')['items']
    assert [n['kind'] for n in kept] == ['onboarding', 'onboarding', 'contact'], kept
    assert 'BEGIN:VCALENDAR' in kept[0]['calendar'] and '杭州总部' in kept[0]['text']


def new_phone_room(world, phone):
    person = world.recruiter.call('POST', '/candidates', {'display_name': '何 小满',
                                                          'phone': phone})
    position = world.recruiter.call('GET', '/positions')['items'][0]
    world.recruiter.call('POST', '/rooms', {
        'candidate_id': person['id'], 'position_id': position['id'], 'interactive': True,
        'starts_at': START, 'duration_minutes': 45})

    def settled():
        sms = world.log(channel='sms')[0]
        waits = sms['state'] == 'queued' and not sms['attempts']
        return None if waits or sms['state'] == 'sending' else sms

    return wait_until(settled, 'a text message')


def test_twilio(world, gateway):
    world.set_up(sms_provider='twilio', sms_address=gateway.address, sms_sender='+15557122661',
                 sms_account=sms_gateway.TWILIO_ACCOUNT, sms_secret=sms_gateway.TWILIO_TOKEN)
    sms = new_phone_room(world, '+86 138 0055 0101')
    assert sms['state'] == 'sent' and sms['steps'][-1]['detail'].startswith('SM'), sms
    provider, number, text = gateway.sent.pop()
    assert (provider, number) == ('twilio', '+8613800550101')
    assert 'Monday 2 July 2035' in text, text
    gateway.fault = (400, {'code': 21211, 'message': "The 'To' number is not valid", 'status': 400})
    sms = new_phone_room(world, '+86 138 0055 0102')
    assert (sms['state'], sms['steps'][-1]['reason']) == ('failed', 'address'), sms
    gateway.fault = (429, {'code': 20429, 'message': 'Too many requests', 'status': 429})
    sms = new_phone_room(world, '+86 138 0055 0103')
    assert (sms['state'], sms['steps'][-1]['reason']) == ('queued', 'busy'), sms
    gateway.fault = (500, {})
    sms = new_phone_room(world, '+86 138 0055 0104')
    assert (sms['state'], sms['steps'][-1]['reason']) == ('uncertain', 'no-answer'), sms
    gateway.fault = None
    world.set_up(sms_secret='wrong', sms_provider='twilio', sms_address=gateway.address,
                 sms_sender='+15557122661', sms_account=sms_gateway.TWILIO_ACCOUNT)
    sms = new_phone_room(world, '+86 138 0055 0105')
    assert (sms['state'], sms['steps'][-1]['reason']) == ('queued', 'login'), sms
    assert not gateway.sent


def test_aliyun(world, gateway):
    world.set_up(sms_provider='aliyun', sms_address=gateway.address + '/', sms_sender='苇鹭机器人',
                 sms_account=sms_gateway.ALIYUN_KEY, sms_secret=sms_gateway.ALIYUN_SECRET,
                 sms_templates=[{'kind': 'invitation', 'code': 'SMS_71390007'}])
    sms = new_phone_room(world, '+86 138 0055 0106')
    assert sms['state'] == 'sent' and sms['steps'][-1]['detail'] == '900000000000000000^0', sms
    provider, number, (signature, code, values) = gateway.sent.pop()
    assert (provider, number, signature, code) == ('aliyun', '13800550106', '苇鹭机器人',
                                                   'SMS_71390007')
    assert values['name'] == '何 小满' and values['time'] == '03:30', values
    new_phone_room(world, '+852 5550 0107')
    assert gateway.sent.pop()[1] == '85255500107'
    gateway.fault = (200, {'Code': 'isv.BUSINESS_LIMIT_CONTROL', 'Message': '触发流控'})
    sms = new_phone_room(world, '+86 138 0055 0108')
    assert (sms['state'], sms['steps'][-1]['reason']) == ('queued', 'busy'), sms
    gateway.fault = (200, {'Code': 'isv.MOBILE_NUMBER_ILLEGAL', 'Message': '号码有误'})
    sms = new_phone_room(world, '+86 138 0055 0109')
    assert (sms['state'], sms['steps'][-1]['reason']) == ('failed', 'address'), sms
    gateway.fault = None


def main():
    with tempfile.TemporaryDirectory(prefix='interview-mail-') as folder, \
            tempfile.TemporaryDirectory(prefix='interview-follow-up-') as data, \
            PostOffice(folder) as office:
        gateway = sms_gateway.SmsGateway(office.certificate)
        world = World(data, office)
        try:
            for test in (test_calendar, test_panel, test_reminder, test_farewell):
                print(test.__name__, flush=True)
                test(world)
            for test in (test_twilio, test_aliyun):
                print(test.__name__, flush=True)
                test(world, gateway)
            assert world.server.stop() == 0
        except BaseException:
            print(world.server.read_log(), file=sys.stderr)
            raise
        finally:
            world.server.kill()
            gateway.close()
    return 0


if __name__ == '__main__':
    sys.exit(main())
