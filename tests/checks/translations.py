# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The translations are complete: nothing fuzzy, nothing missing, nothing left in English."""

import ast
import os
import re
import tempfile

from tree import run_tool

XGETTEXT = ['xgettext', '--from-code=UTF-8', '--add-comments', '--keyword=_', '--keyword=N_',
            '--keyword=C_:1c,2', '--keyword=NC_:1c,2', '--keyword=g_dcgettext:2',
            '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3', '--package-name=interview',
            '--files-from=po/POTFILES', '--directory=.']
# Names that are the same in every language.
NAMES = 'tests/checks/same-in-every-language.txt'
# What printf() and g_date_time_format() fill in is no word of any language.
FILLED_IN = re.compile(r'%-?[A-Za-z]')


def unquote(text):
    return ''.join(ast.literal_eval(part) for part in re.findall(r'"(?:\\.|[^"\\])*"', text))


def entries_of(text):
    """(source, translations, flags) of each entry that is not obsolete."""
    for block in re.split(r'\n\s*\n', text):
        lines = [line for line in block.splitlines() if not line.startswith('#~')]
        flags = ' '.join(line for line in lines if line.startswith('#,'))
        body = '\n'.join(line for line in lines if not line.startswith('#'))
        parts = re.findall(r'^(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)\s((?:".*"\s*)+)',
                           body, re.MULTILINE)
        fields = {key: unquote(value) for key, value in parts}
        if 'msgid' in fields:
            yield (fields['msgid'],
                   [value for key, value in fields.items() if key.startswith('msgstr')], flags)


def has_words(source):
    return re.search('[A-Za-z]', FILLED_IN.sub('', source))


def check_entries(path, text, names):
    for source, translations, flags in entries_of(text):
        if not source:
            continue
        if 'fuzzy' in flags:
            yield f'{path}: “{source}” is fuzzy'
        if not translations or not all(translations):
            yield f'{path}: “{source}” is not translated'
        elif source in translations and source not in names and has_words(source):
            yield f'{path}: “{source}” is the same as its source'


def check_complete(path, folder):
    with tempfile.TemporaryDirectory() as place:
        template = os.path.join(place, 'interview.pot')
        complaints = run_tool(XGETTEXT + ['--output=' + template], folder)
        if complaints or not os.path.exists(template):
            return complaints
        return run_tool(['msgcmp', path, template], folder)


def find(tree):
    folder = tree.folder()
    names = [line for line in tree.files.get(NAMES, '').splitlines() if not line.startswith('#')]
    languages = [line.strip() for line in tree.files.get('po/LINGUAS', '').splitlines()
                 if line.strip() and not line.startswith('#')]
    for language in languages:
        path = f'po/{language}.po'
        if path not in tree.files:
            yield f'{path} is missing'
            continue
        yield from run_tool(['msgfmt', '--check', '--output-file=/dev/null', path], folder)
        yield from check_entries(path, tree.files[path], names)
        yield from check_complete(path, folder)


HEAD = '''msgid ""
msgstr ""
"Project-Id-Version: a\\n"
"Report-Msgid-Bugs-To: a\\n"
"POT-Creation-Date: 2026-01-01 00:00+0000\\n"
"PO-Revision-Date: 2026-01-01 00:00+0000\\n"
"Last-Translator: a\\n"
"Language-Team: a\\n"
"Language: zh_CN\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=UTF-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: nplurals=1; plural=0;\\n"

'''


def sample(entry, code='x = _("Hang up");\n'):
    return {'po/LINGUAS': 'zh_CN\n', 'po/POTFILES': 'a.c\n', 'a.c': code,
            'po/zh_CN.po': HEAD + entry}


DONE = 'msgid "Hang up"\nmsgstr "挂断"\n'
GOOD = [sample(DONE), sample('msgid "%H:%M"\nmsgstr "%H:%M"\n', 'x = _("%H:%M");\n')]
BAD = [
    sample('#, fuzzy\n' + DONE),
    sample('msgid "Hang up"\nmsgstr ""\n'),
    sample('msgid "Hang up"\nmsgstr "Hang up"\n'),
    sample(DONE, 'x = _("Hang up"); y = _("Call");\n'),
    sample('#, c-format\nmsgid "Hang up %s"\nmsgstr "挂断 %d"\n', 'x = _("Hang up %s");\n'),
    {'po/LINGUAS': 'zh_CN\n'},
]
