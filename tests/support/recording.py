# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sign of recording in a call: asking, answering, stopping; and what lies on the disk."""

import os
import re

from .waiting import wait_until, wait_until_or_not

RECORD, RUNNING, WAITING = 'Record', 'Recording', 'Not recording yet'
AGREE, REFUSE = 'Agree', 'Do Not Record'
STOP, WITHDRAW = 'Stop Recording', 'Withdraw My Agreement'
SIGN = 'InterviewRecordingSign'
ASK = re.compile('Ask to Record$')
EBML = b'\x1a\x45\xdf\xa3'


def says(program, word):
    """Waits until the sign says it in words, to everybody who can read or has it read out."""
    wait_until(lambda: program.wait(name=SIGN).find('push button', word), f'{word!r} on the sign')


def open_choice(within, button, name):
    """A click while a menu or a dialog still closes comes to nothing."""
    button.click()
    return wait_until_or_not(lambda: within.find('push button', name), patience=10)


def sensitive_sign(program):
    button = program.wait(name=SIGN).find('push button')
    wait_until(lambda: button.enabled, 'the sign to be sensitive')
    return button


def choose(program, choice):
    """Chooses in the menu of the sign, while it is recorded."""
    sign, button = program.wait(name=SIGN), sensitive_sign(program)
    wait_until(lambda: open_choice(sign, button, re.compile(choice + '$')),
               f'the choice {choice!r}').click()


def ask(program):
    button = sensitive_sign(program)
    wait_until(lambda: open_choice(program, button, ASK), 'the question')
    program.wait('push button', ASK).click()
    says(program, WAITING)


def answer(program, decision):
    program.wait(name=re.compile('Asks to Record$'))
    program.wait(name=re.compile('Version 1 of the text'))
    program.wait('push button', re.compile(decision + '$')).click()


def media(*folders):
    """Every file of a recording below the folders, whatever it is called, and its size."""
    found = {}
    for top in folders:
        for folder, _, names in os.walk(top):
            for name in names:
                path = os.path.join(folder, name)
                try:
                    with open(path, 'rb') as stream:
                        if stream.read(4) == EBML:
                            found[path] = os.path.getsize(path)
                except OSError:
                    pass
    return found
