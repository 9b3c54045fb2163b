# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Waiting: the one place of the tests that polls, because windows are seen from outside."""

import time

PATIENCE = 60
STEP = 0.05


def wait_until(is_done, what, patience=PATIENCE):
    """Asks until the answer is true and returns it; fails when patience is over."""
    end = time.monotonic() + patience
    while True:
        answer = is_done()
        if answer:
            return answer
        if time.monotonic() > end:
            raise AssertionError(f'waited {patience} s in vain for {what}')
        time.sleep(STEP)


def wait_until_or_not(is_done, patience=3):
    """Asks until the answer is true; says whether that came true."""
    try:
        return wait_until(is_done, 'it', patience)
    except AssertionError:
        return False


def stays(is_true, what, until):
    """Fails if something that should go on being true is not, until and when `until` is true."""
    def look():
        over = until()
        if not is_true():
            raise AssertionError(f'{what} did not last')
        return over
    wait_until(look, f'the time in which {what} should last')
