# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every file says whose it is and under which licence, and the texts of the licences are there."""

import fnmatch
import re

GPL = 'GPL-3.0-or-later'
LGPL = 'LGPL-2.1-or-later'
CC0 = 'CC0-1.0'
HOLDER = 'SPDX-FileCopyrightText: The Interview authors'
# Drawings, lists and samples may be free of any condition.
FREE_ENDINGS = ('.svg', '.json', '.xml.in', '.in', '.css', '.supp', 'packages/debian', 'LINGUAS',
                'POTFILES', '.gitignore', '.clang-format', '.conf', '.yaml', '.txt')
# Kinds that hold no comments; .reuse/dep5 speaks for them.
SILENT = ('.json', '.png', '.jpg', '.pdf', '.webm', '.mkv', '.ogg', '.db', '.bin')
DEP5 = '.reuse/dep5'
IDENTIFIER = re.compile('SPDX-License-Identifier' + r':[ \t]*([\w.+-]+)')


def expected(path):
    return LGPL if path.startswith('libinterview/') else GPL


def head_of(text):
    return '\n'.join(text.splitlines()[:12]) if text else ''


def covered_by_dep5(tree):
    """The patterns of .reuse/dep5 whose paragraph names the holder and a licence."""
    patterns = []
    for paragraph in tree.files.get(DEP5, '').split('\n\n'):
        files = re.search(r'^Files:(.*(?:\n[ \t].*)*)', paragraph, re.MULTILINE)
        if files and 'The Interview authors' in paragraph and 'License: ' in paragraph:
            patterns += files.group(1).split()
    return patterns


def check_licence(tree, path, licence):
    if licence == expected(path):
        return None
    if licence == CC0 and (path.endswith(FREE_ENDINGS) or tree.files[path] is None):
        return None
    return f'{path}: {licence}, should be {expected(path)}'


def find(tree):
    patterns = covered_by_dep5(tree)
    named = {GPL, LGPL}
    for path in sorted(tree.files):
        if path.startswith('LICENSES/') or path == DEP5:
            continue
        head = head_of(tree.files[path])
        match = IDENTIFIER.search(head)
        if match and HOLDER in head:
            named.add(match.group(1))
            complaint = check_licence(tree, path, match.group(1))
            if complaint:
                yield complaint
        elif not (path.endswith(SILENT) or '/corpus/' in path) or not any(
                fnmatch.fnmatchcase(path, pattern) for pattern in patterns):
            yield f'{path}: no SPDX lines'
    for name in sorted(named):
        if not tree.files.get(f'LICENSES/{name}.txt'):
            yield f'LICENSES/{name}.txt is missing'


TEXTS = {f'LICENSES/{name}.txt': 'text' for name in (GPL, LGPL, CC0)}


def head(licence, holder='The Interview authors'):
    return f'/* SPDX-FileCopyrightText: {holder}\n * {"SPDX"}-License-Identifier: {licence} */\n'


GOOD = [
    {**TEXTS, 'libinterview/a.c': head(LGPL), 'interviewer-app/b.c': head(GPL),
     'data/x.svg': head(CC0)},
    {**TEXTS, 'data/a.png': None,
     DEP5: 'Files: data/*.png\nCopyright: The Interview authors\nLicense: CC0-1.0\n'},
]
BAD = [
    {**TEXTS, 'libinterview/a.c': 'int a;\n'},
    {**TEXTS, 'libinterview/a.c': head(GPL)},
    {**TEXTS, 'interviewer-app/a.c': head(LGPL)},
    {**TEXTS, 'interviewer-app/a.c': head(CC0)},
    {**TEXTS, 'interviewer-app/a.c': head(GPL, 'Somebody Else')},
    {**TEXTS, 'data/a.png': None},
    {'interviewer-app/a.c': head(GPL)},
]
