# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every symbolic icon that is named comes with the programs or with the icons of the desktop, which
lose some from release to release."""

import os
import re

NAMED = re.compile(r'["\'>]((?:[a-z0-9]+-)+symbolic)["\'<]')
OWN = re.compile(r'([a-z0-9-]+-symbolic)\.svg$')
DESKTOP = '/usr/share/icons/Adwaita'


def icons_of_desktop():
    return {file.rpartition('.')[0] for _, _, files in os.walk(DESKTOP) for file in files}


def find(tree):
    known = icons_of_desktop()
    known |= {match[1] for path in tree.files if (match := OWN.search(path))}
    for ending in ('.c', '.ui', '.h'):
        for path, text in tree.texts(ending):
            for name in NAMED.findall(text):
                if name not in known:
                    yield f'{path}: no icon {name} in {DESKTOP}'


GOOD = [{'a.c': 'x ("list-add-symbolic")'},
        {'a.ui': '<p>interview-x-symbolic</p>', 'icons/interview-x-symbolic.svg': ''}]
BAD = [{'a.c': 'x ("list-ad-symbolic")'}, {'a.ui': '<p>interview-x-symbolic</p>'}]
