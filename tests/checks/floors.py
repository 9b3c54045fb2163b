# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A floor includes only the floors below it; the server's own layers hold as well."""

import os
import re

from c_text import code_of, code_with_strings, line_of, strings_of

BELOW = {
    'core': set(),
    'sqlite': {'core'},
    'client': {'core', 'sqlite'},
    'media': {'core'},
    'ui': {'core', 'media'},
    'program': {'core', 'sqlite', 'client', 'media', 'ui'},
    'server': {'core', 'sqlite'},
}
APP_MAY = {'core', 'client', 'media', 'ui', 'program'}
APPS = ('interviewer-app', 'recruiter-app')

# Which floors may know a library at all.
LIBRARIES = {
    'gtk/': {'ui', 'program', *APPS},
    'gdk/': {'ui', 'program', *APPS},
    'adwaita.h': {'ui', 'program', *APPS},
    'gst/': {'media', 'ui'},
    'libsoup/': {'client', 'server'},
    'libsecret/': {'client'},
    'sqlite3.h': {'sqlite'},
    'sodium.h': {'server'},
    'curl/': {'server'},
    'gmime/': {'server'},
    'libical/': {'server'},
}

# Inside the server: handlers -> services -> store; blobs beside the store. Files at the top of the
# folder tie all of it together.
SERVER_LAYERS = {
    'store': {'store'},
    'blobs': {'blobs'},
    'services': {'services', 'store', 'blobs'},
    'delivery': {'delivery', 'services', 'store'},
    'handlers': {'handlers', 'services', 'store', 'blobs', ''},
    'sample': {'sample', 'services', 'store', 'blobs', ''},
    '': {'store', 'blobs', 'services', 'delivery', 'handlers', 'sample', ''},
}
SQL = re.compile(r'^\s*(SELECT|INSERT|UPDATE|DELETE|CREATE|ALTER|DROP|PRAGMA|BEGIN|COMMIT)\b[^:]')
INCLUDE = re.compile(r'^[ \t]*#[ \t]*include[ \t]+([<"])([^>"]+)[>"]', re.MULTILINE)
GENERATED = re.compile(r'(^|-)(resources|enums|marshal)\.h$|^config\.h$')


def floor_of(path):
    parts = path.split('/')
    return parts[1] if parts[0] == 'libinterview' else parts[0]


def resolve(tree, path, name):
    for candidate in (os.path.join('libinterview', name),
                      os.path.normpath(os.path.join(os.path.dirname(path), name))):
        if candidate in tree.files:
            return candidate
    return None


def may_include(floor, other):
    if floor == other:
        return True
    if floor in APPS:
        return other in APP_MAY
    return other in BELOW.get(floor, set())


def layer_of(path):
    parts = path.split('/')
    return parts[2] if len(parts) > 3 else ''


def check_include(tree, path, kind, name):
    floor = floor_of(path)
    if kind == '<':
        for start, floors in LIBRARIES.items():
            if name.startswith(start) and floor not in floors:
                return f'<{name}> is not for the floor {floor}'
        return None
    target = resolve(tree, path, name)
    if target is None:
        return None if GENERATED.search(os.path.basename(name)) else f'"{name}" is nowhere'
    if not may_include(floor, floor_of(target)):
        return f'{floor} must not include {floor_of(target)} ("{name}")'
    if floor == 'server' and floor_of(target) == 'server':
        mine, theirs = layer_of(path), layer_of(target)
        if theirs not in SERVER_LAYERS.get(mine, {mine}):
            return f'server/{mine} must not include server/{theirs} ("{name}")'
    return None


def check_server(path, text):
    layer = layer_of(path)
    code = code_of(text)
    if layer not in ('', 'handlers') and re.search(r'\bSoup\w+|\bsoup_\w+|libsoup/', code):
        yield f'{path}: only the handlers and the top of server/ know libsoup'
    if layer in ('handlers', 'services'):
        for line, content in strings_of(text):
            if SQL.match(content):
                yield f'{path}:{line}: SQL belongs into server/store'
        if '"sqlite/' in code_with_strings(text):
            yield f'{path}: the database is known to server/store alone'


def find(tree):
    for path, text in tree.texts('.c', '.h'):
        if not path.startswith(('libinterview/',) + tuple(app + '/' for app in APPS)):
            continue
        for match in INCLUDE.finditer(code_with_strings(text)):
            complaint = check_include(tree, path, *match.groups())
            if complaint:
                yield f'{path}:{line_of(text, match.start())}: {complaint}'
        if path.startswith('libinterview/server/'):
            yield from check_server(path, text)
    for path, text in tree.texts('meson.build'):
        if 'interview_server_dep' in text and not path.startswith(
                ('libinterview/server/', 'tests/')):
            yield f'{path}: only interview-server and tests link the server'


CORE = {'libinterview/core/id.h': '', 'libinterview/ui/view.h': '', 'libinterview/client/api.h': '',
        'libinterview/server/hub.h': '', 'libinterview/server/services/room.h': '',
        'libinterview/sqlite/connection.h': '', 'recruiter-app/window.h': ''}
GOOD = [
    {**CORE, 'libinterview/ui/view.c': '#include "ui/view.h"\n#include "core/id.h"\n'},
    {**CORE, 'interviewer-app/main.c': '#include "client/api.h"\n#include "app-resources.h"\n'},
]
BAD = [
    {**CORE, 'libinterview/core/id.c': '#include "ui/view.h"\n'},
    {**CORE, 'libinterview/core/id.c': '#include "../ui/view.h"\n'},
    {**CORE, 'libinterview/core/id.c': '#include <gtk/gtk.h>\n'},
    {**CORE, 'libinterview/client/api.c': '#include "ui/view.h"\n'},
    {**CORE, 'libinterview/client/api.c': '#include "server/hub.h"\n'},
    {**CORE, 'libinterview/client/api.c': '#include "client/no-such-file.h"\n'},
    {**CORE, 'interviewer-app/main.c': '#include "../recruiter-app/window.h"\n'},
    {**CORE, 'interviewer-app/main.c': '#include "server/hub.h"\n'},
    {**CORE, 'interviewer-app/meson.build': 'dependencies: interview_server_dep\n'},
    {**CORE, 'libinterview/server/services/room.c': 'SoupServerMessage *message;\n'},
    {**CORE, 'libinterview/server/services/room.c': 'f ("SELECT id FROM room");\n'},
    {**CORE, 'libinterview/server/handlers/room.c': '#include "sqlite/connection.h"\n'},
    {**CORE, 'libinterview/server/store/room.c': '#include "server/services/room.h"\n'},
]
