# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A company that sends mail: its server, and the people who cause messages."""

from support.lone_server import LoneServer
from support.waiting import wait_until


class World:
    """A server whose mail goes to a post office; HR admin and recruiter are signed in."""

    def __init__(self, folder, office):
        self.office = office
        self.server = LoneServer(
            folder, f'[delivery]\ncertificates={office.certificate}\n').start()
        self.admin = self.server.program('admin')
        self.recruiter = self.server.program('recruiter')
        self.set_up()
        self.number = 0

    def set_up(self, **more):
        """What recruiters are told is left out where nothing else is said."""
        settings = self.admin.call('GET', '/notice-settings')
        settings.update(self.office.settings(), **{'panel_silent': True, **more})
        return self.admin.call('PUT', '/notice-settings', settings)

    def new_room(self, **more):
        self.number += 1
        person = self.recruiter.call('POST', '/candidates', {
            'display_name': f'候选人 {self.number}',
            'email': f'candidate{self.number}@mail.example'})
        position = self.recruiter.call('GET', '/positions')['items'][0]
        return self.recruiter.call('POST', '/rooms', {
            'candidate_id': person['id'], 'position_id': position['id'], 'interactive': True,
            'starts_at': '2035-03-01T01:30:00Z', 'duration_minutes': 45, **more})

    def log(self, channel='mail', kinds=('invitation', 'update', 'cancellation')):
        return [d for d in self.admin.call('GET', '/deliveries')['items']
                if d['channel'] == channel and d['kind'] in kinds]

    def wait_settled(self, count):
        def settled():
            log = self.log()
            done = [d for d in log if d['state'] not in ('queued', 'sending')]
            return log if len(done) >= count else None
        return wait_until(settled, f'{count} deliveries to settle')
