# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Calls and words that have no place in the product or in its tests."""

import re

from c_text import code_of, line_of, strings_of
from tree import is_product

# Name of a call -> what to do instead.
CALLS = {
    'strcpy': 'g_strlcpy or GString', 'strncpy': 'g_strlcpy or GString',
    'strcat': 'GString', 'strncat': 'GString', 'stpcpy': 'GString',
    'sprintf': 'g_strdup_printf', 'vsprintf': 'g_strdup_vprintf', 'gets': 'GDataInputStream',
    'strtok': 'g_strsplit', 'atoi': 'g_ascii_string_to_signed', 'atol': 'g_ascii_string_to_signed',
    'alloca': 'g_malloc', 'g_alloca': 'g_malloc', 'rand': 'g_random_int',
    'tmpnam': 'g_file_open_tmp', 'mktemp': 'g_file_open_tmp',
    'system': 'GSubprocess', 'popen': 'GSubprocess', 'g_spawn_command_line_sync': 'GSubprocess',
    'g_spawn_command_line_async': 'GSubprocess', 'fork': 'GSubprocess',
    'g_usleep': 'an event', 'usleep': 'an event', 'sleep': 'an event', 'nanosleep': 'an event',
    'gtk_dialog_run': 'an answer signal', 'gtk_main': 'GApplication',
    'g_getenv': 'an option or a setting', 'getenv': 'an option or a setting',
    'g_setenv': 'an argument', 'setenv': 'an argument', 'putenv': 'an argument',
    'localtime': 'GDateTime', 'gmtime': 'GDateTime', 'ctime': 'GDateTime',
}
WAITS = ('g_usleep', 'usleep', 'sleep', 'nanosleep')
LOOPS = ('g_main_loop_run', 'g_main_context_iteration', 'gst_bus_timed_pop', 'gst_bus_poll')
WORDS = re.compile(r'\b(TODO|FIXME|' + 'X' * 3 + r'|HACK|KLUDGE|WIP|[Ss]tub(s|bed)?|'
                   r'[Nn]ot (yet )?implemented|[Uu]nimplemented|[Ff]or now)\b')
TEST_SWITCH = re.compile(r'^[ \t]*#[ \t]*if.*\b\w*(TESTING|UNIT_TEST|FOR_TEST)\w*', re.MULTILINE)
SINGLETON = re.compile(r'\b(interview|candidate|recruiter)_\w*_get_default[ \t]*\(')
# A pragma cannot take parameters.
SQL = re.compile(r'^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|ATTACH|VACUUM)\b')
PRINTF = re.compile(r'%[-+ #0-9.*]*(?:ll|l|z|h)?[sdiuxfgc]|%"')
# What the desktop sets for every program may be asked for.
SYSTEM_VARIABLE = re.compile(r'g_getenv \("(DBUS|XDG|DISPLAY|WAYLAND|LANG)')
CALL = re.compile(r'\b([A-Za-z_]\w*)[ \t]*\(')


def check_calls(path, text):
    code = code_of(text)
    own_loop = 'g_main_context_push_thread_default' in code
    for match in CALL.finditer(code):
        name = match.group(1)
        line = line_of(code, match.start())
        if name in CALLS and not SYSTEM_VARIABLE.match(text, match.start()):
            yield f'{path}:{line}: {name} is not used here; take {CALLS[name]}'
        elif name in LOOPS and not own_loop and not path.endswith('/main.c'):
            yield f'{path}:{line}: {name}: only main and a thread of its own run a loop'
    for match in TEST_SWITCH.finditer(code):
        yield f'{path}:{line_of(code, match.start())}: nothing is compiled for tests only'
    for match in SINGLETON.finditer(code):
        yield f'{path}:{line_of(code, match.start())}: no singletons: hand it down'


def check_waits(path, text):
    if path.endswith('.py'):
        # Polling lives in one place, tests/support; everything else waits through it.
        if not path.startswith(('tests/support/', 'tests/bench/', 'tests/checks/')):
            for match in re.finditer(r'\btime\.sleep\b', text):
                yield f'{path}:{line_of(text, match.start())}: wait for the event, not for a time'
        return
    code = code_of(text)
    for match in CALL.finditer(code):
        if match.group(1) in WAITS and not path.startswith('tests/bench/'):
            yield f'{path}:{line_of(code, match.start())}: wait for the event, not for a time'


def check_sql(path, text):
    for line, content in strings_of(text):
        if SQL.match(content) and PRINTF.search(content):
            yield f'{path}:{line}: SQL takes bound parameters, not printf'


def find(tree):
    for path, text in tree.texts('.c', '.h'):
        if is_product(path):
            yield from check_calls(path, text)
            yield from check_sql(path, text)
    for path, text in tree.texts('.c', '.py', under='tests/'):
        yield from check_waits(path, text)
    for path, text in tree.texts('.c', '.h', '.py', '.ui', '.sql', '.sh', '.css', 'meson.build',
                                 '.yaml', '.conf', 'demo', 'check'):
        if path.startswith('tests/checks/'):
            continue
        for match in WORDS.finditer(text):
            yield f'{path}:{line_of(text, match.start())}: “{match.group(1)}”: finish it'


GOOD = [
    {'libinterview/a.c': '/* strcpy (a, b) is bad */ f ("sprintf (%s)"); g_strlcpy (a, b, 3);\n'},
    {'interviewer-app/main.c': 'g_main_loop_run (loop);\n'},
    {'libinterview/a.c': 'g_main_context_push_thread_default (c);\ng_main_loop_run (loop);\n'},
    {'libinterview/a.c': 'run ("SELECT name FROM room WHERE id = $1");\n'},
    {'tests/support/a.py': 'time.sleep(0.1)\n'},
    {'libinterview/a.c': 'g_getenv ("DBUS_SESSION_BUS_ADDRESS");\n'},
]
BAD = [{'libinterview/a.c': f'  {name} (a, b);\n'} for name in CALLS] + [
    {'libinterview/a.c': 'g_main_loop_run (loop);\n'},
    {'libinterview/a.c': 'g_getenv ("INTERVIEW_TESTS");\n'},
    {'libinterview/a.c': '#ifdef TESTING\n#endif\n'},
    {'libinterview/a.c': 'interview_hub_get_default ();\n'},
    {'libinterview/a.c': 'f ("SELECT name FROM room WHERE id = \'%s\'", id);\n'},
    {'libinterview/a.c': 'f ("SELECT name "\n"FROM room LIMIT %d", n);\n'},
    {'libinterview/a.c': '/* TODO: the rest */\n'},
    {'tests/unit/a.c': 'g_usleep (1000);\n'},
    {'tests/ui/a.py': 'time.sleep(1)\n'},
]
