#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Goes through a whole interview with nobody there: demo-interview.py FOLDER.

Writes numbered screenshots and summary.json into FOLDER; ends with 1 if any step failed."""

import os
import re
import sys

from support import hands
from support import interview as room
from support.desktop import end
from support.waiting import wait_until
from tour import conduct

STARS = 4
COMMENT = 'Clear questions, and time for mine. 谢谢！'


def open_programs(interview):
    interview.open('candidate')
    interview.open('recruiter')
    interview.place_side_by_side()


def check_devices(interview):
    seen = {}
    for who in ('candidate', 'recruiter'):
        program = getattr(interview, who)
        program.wait('push button', room.JOIN)
        seen[f'{who}_preview_ms'] = room.see_moving(program, room.OWN)
    return seen


def wait_for_other(interview):
    interview.join('candidate')
    interview.candidate.wait(name='You are in the lobby')


def meet(interview):
    interview.join('recruiter')
    interview.admit()
    for program in (interview.candidate, interview.recruiter):
        program.wait(name=room.OTHER)


def see_pictures(interview):
    seen = {}
    for who in ('candidate', 'recruiter'):
        program = getattr(interview, who)
        for name, which in (('remote', room.OTHER), ('self', room.OWN)):
            seen[f'{who}_{name}_ms'] = room.see_moving(program, which)
    return seen


def go_through_panel(interview, who, title, form):
    program = getattr(interview, who)
    hands.raise_window(program.x_window())
    room.set_form(program, title, form)
    tries = {}
    for way in room.ways_of(form):
        room.open_panel(program, title)
        tries[way] = room.close_panel(program, title, way, form)
    room.open_panel(program, title)
    return {'closed_by': tries}


def close_open_panel(interview, who, title):
    program = getattr(interview, who)
    if room.find_panel(program, title) is not None:
        room.close_panel(program, title, 'button', None)


def show_two_panels(interview):
    for who, titles in room.PANELS.items():
        program = getattr(interview, who)
        hands.raise_window(program.x_window())
        for title in titles:
            room.set_form(program, title, 'below')
        for title in titles:
            room.open_panel(program, title)
    return see_pictures(interview)


def hang_up(interview):
    program = interview.recruiter
    hands.raise_window(program.x_window())
    # The other side is still there, so the program asks.
    room.press_control(program, 'Hang up',
                       lambda: program.find('push button', re.compile('End|Hang Up')),
                       'the question').click()
    interview.candidate.wait(name=re.compile('^How was the interview with'))


def rate(interview):
    program = interview.candidate
    dialog = program.wait('frame', 'Rate the Interview')
    program.wait(name=f'{STARS} stars').click()
    program.wait(name='Comment').write(COMMENT)
    program.wait('push button', re.compile('Send$')).click()
    wait_until(lambda: not dialog.showing, 'the rating to be sent')


def check_store(interview):
    def look():
        return [row for row in interview.ratings() if row[3] == COMMENT]
    rows = wait_until(look, 'the rating in the store')
    if len(rows) != 1 or rows[0][2] != STARS:
        raise AssertionError(f'the store holds {rows}')
    return {'room': rows[0][0], 'recruiter': rows[0][1], 'stars': rows[0][2]}


def finish(interview):
    states = {who: end(process) for who, process in
              (('candidate', interview.candidate.process),
               ('recruiter', interview.recruiter.process),
               ('server', interview.server.process))}
    if any(states.values()):
        raise AssertionError(f'did not end cleanly: {states}')
    return states


def run(tour, desktop, place):
    interview = room.Interview(desktop, place)
    tour.step('server and sample company', interview.start_server)
    tour.step('both programs', lambda: open_programs(interview))
    tour.step('device check', lambda: check_devices(interview))
    tour.step('candidate waits', lambda: wait_for_other(interview))
    tour.step('recruiter joins', lambda: meet(interview))
    tour.step('pictures move', lambda: see_pictures(interview))
    for who, titles in room.PANELS.items():
        for title in titles:
            for form in room.FORMS:
                tour.step(f'{who} {title} {form}', needed=False,
                          action=lambda: go_through_panel(interview, who, title, form))
            tour.step(f'{who} {title} closed', needed=False,
                      action=lambda: close_open_panel(interview, who, title))
    tour.step('two panels below', lambda: show_two_panels(interview), needed=False)
    tour.step('hang up', lambda: hang_up(interview))
    tour.step('rating', lambda: rate(interview))
    tour.step('rating is in the store', lambda: check_store(interview))
    tour.step('both ended', lambda: None)
    tour.step('everything ends', lambda: finish(interview))


if __name__ == '__main__':
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        sys.exit(2)
    sys.exit(conduct(run, os.path.abspath(sys.argv[1]), size=(1680, 1000)))
