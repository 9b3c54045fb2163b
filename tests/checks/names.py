# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Files are called after what is in them, lie where they belong, and know no machine."""

import re

from c_text import code_of, line_of
from tree import is_product

VAGUE = re.compile(r'(^|[-_/])(utils?|helpers?|misc|common|stuff|tools)\.[ch]$')
DEFINE = re.compile(r'^[ \t]*(?:G_DEFINE_(?!ENUM|FLAGS|BOXED|POINTER)\w*(?:TYPE|INTERFACE)\w*|'
                    r'INTERVIEW_DEFINE_RECORD)[ \t]*'
                    r'\([ \t\n]*(\w+)', re.MULTILINE)
OTHER_NAME = re.compile(r'^Interview(Interview)')
MACHINE = re.compile(r'(?<![\w$}/.:])/(work|root|Users|home/\w+|var/tmp)(/|\b)')
TOP = {'meson.build', 'interviewer-app', 'recruiter-app', 'libinterview', 'data', 'po', 'tests',
       'README.md', 'LICENSES', 'CONTRIBUTING.md', 'demo', 'check'}


def kebab(name):
    """InterviewPeerLink -> peer-link."""
    bare = re.sub(r'^(Interview|Candidate|Recruiter)(?=[A-Z])', '', name)
    return re.sub(r'(?<=[a-z0-9])(?=[A-Z])', '-', bare).lower()


def find(tree):
    for path in sorted(tree.files):
        top = path.split('/')[0]
        if top not in TOP and not top.startswith('.'):
            yield f'{path}: does not belong at the top of the project'
        if VAGUE.search(path):
            yield f'{path}: name the file after the noun that is in it'
    for path, text in tree.texts('.c', '.h'):
        if not is_product(path):
            continue
        if '_' in path.rsplit('/', 1)[-1]:
            yield f'{path}: file names take dashes'
        types = [match.group(1) for match in DEFINE.finditer(code_of(text))
                 if path.endswith('.c')]
        if len(types) > 1:
            yield f'{path}: one type to a file, here are {", ".join(types)}'
        for name in types:
            folder, stem = path[:-2].split('/')[-2:]
            if kebab(name) not in (stem, f'{folder}-{stem}'):
                yield f'{path}: {name} belongs into {kebab(name)}.c'
            if OTHER_NAME.match(name):
                yield f'{path}: {name}: say it once'
    for path, text in tree.texts():
        if path == 'tests/checks/names.py' or path.startswith('LICENSES/'):
            continue
        for match in MACHINE.finditer(text):
            line = line_of(text, match.start())
            yield f'{path}:{line}: “{match.group()}” is a path of one machine'


GOOD = [
    {'libinterview/core/peer-link.c': 'G_DEFINE_TYPE (InterviewPeerLink, a, G_TYPE_OBJECT)\n'},
    {'libinterview/core/link.c': 'G_DEFINE_TYPE (InterviewCoreLink, a, G_TYPE_OBJECT)\n'},
    {'libinterview/core/room.c': 'G_DEFINE_ENUM_TYPE (InterviewMode, a)\n'
                                 'G_DEFINE_TYPE (InterviewRoom, a, G_TYPE_OBJECT)\n'},
    {'README.md': 'Files lie in `~/.local/share` and `/usr/share`.\n', '.gitignore': ''},
]
BAD = [
    {'libinterview/core/string-utils.c': ''},
    {'libinterview/core/peer_link.c': ''},
    {'libinterview/core/link.c': 'G_DEFINE_TYPE (InterviewPeerLink, a, G_TYPE_OBJECT)\n'},
    {'libinterview/core/a.c': 'G_DEFINE_TYPE (A, a, G_TYPE_OBJECT)\nG_DEFINE_TYPE (B, b, A)\n'},
    {'libinterview/core/a.c': 'INTERVIEW_DEFINE_RECORD (InterviewRoom, interview_room)\n'},
    {'notes.txt': ''},
    {'data/a.conf': 'folder=/home/somebody/data\n'},
    {'demo': 'cd /Users/somebody/interview\n'},
]
