#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Adds up what meson logged: tally.py [--broken N] LOG.json..."""

import json
import os
import re
import sys

GOOD = ('OK', 'EXPECTEDFAIL')
SKIPPED_PART = re.compile(r'^ok \d+ (\S+).*# SKIP', re.MULTILINE)


def all_is_here():
    """On Debian 12 as root nothing may be skipped; elsewhere something may really be missing."""
    try:
        with open('/etc/os-release', encoding='utf-8') as stream:
            system = dict(line.rstrip().replace('"', '').split('=', 1)
                          for line in stream if '=' in line)
    except OSError:
        return False
    return os.geteuid() == 0 and (system.get('ID'), system.get('VERSION_ID')) == ('debian', '12')


def results_of(path):
    if not os.path.exists(path):
        return
    with open(path, encoding='utf-8') as stream:
        for line in stream:
            entry = json.loads(line)
            yield entry['name'], entry['result']
            for part in SKIPPED_PART.findall(entry.get('stdout') or ''):
                yield f'{entry["name"]} {part}', 'SKIP'


def main(arguments):
    passed = failed = 0
    if arguments[:1] == ['--broken']:
        failed = int(arguments[1])
        arguments = arguments[2:]
        if failed:
            print(f'failed: {failed} folder(s) could not be built')
    for path in arguments:
        if not os.path.exists(path):
            failed += 1
            print(f'failed: {path} was not written')
        for name, result in results_of(path):
            if result in GOOD:
                passed += 1
            elif result == 'SKIP' and not all_is_here():
                print(f'skipped: {name}')
            else:
                failed += 1
                print(f'failed: {name} ({result})')
    print(f'{passed} passed, {failed} failed')
    return 1 if failed or not passed else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
