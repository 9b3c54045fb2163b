# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Desktop files and metainfo are what the desktops expect."""

import os
import tempfile

from tree import run_tool


def find(tree):
    folder = tree.folder()
    for path, text in tree.texts('.desktop.in', under='data/'):
        # The name is part of what is validated.
        with tempfile.TemporaryDirectory(prefix='interview-check-') as place:
            copy = os.path.join(place, os.path.basename(path).removesuffix('.in'))
            with open(copy, 'w', encoding='utf-8') as file:
                file.write(text)
            yield from run_tool(['desktop-file-validate', copy], folder)
        if 'Icon=' + path.split('/')[-1].replace('.desktop.in', '') not in text:
            yield f'{path}: the icon has another name than the program'
        yield from find_service(tree, path, text)
    for path, text in tree.texts('.metainfo.xml.in', under='data/'):
        yield from run_tool(['appstreamcli', 'validate', '--no-net', '--no-color', path], folder)
        if path.replace('.metainfo.xml.in', '.desktop.in') not in tree.files:
            yield f'{path}: no desktop file goes with it'


def find_service(tree, path, text):
    """The bus starts a program by the name of its desktop file."""
    name = path.split('/')[-1].replace('.desktop.in', '')
    service = tree.files.get(f'data/dbus/{name}.service.in')
    if 'DBusActivatable=true' not in text.splitlines():
        yield f'{path}: the desktop cannot start it over the bus'
    elif service is None:
        yield f'{path}: no service file goes with it'
    elif f'Name={name}' not in service.splitlines() or '--gapplication-service' not in service:
        yield f'{path}: its service file starts another program'


DESKTOP = ('[Desktop Entry]\nType=Application\nName=A\nExec=a\nIcon=a.b\nCategories=Network;\n'
           'DBusActivatable=true\n')
SERVICE = '[D-BUS Service]\nName=a.b\nExec=/bin/a --gapplication-service\n'
FILES = {'data/a.b.desktop.in': DESKTOP, 'data/dbus/a.b.service.in': SERVICE}
GOOD = [FILES]
BAD = [
    {**FILES, 'data/a.b.desktop.in': DESKTOP.replace('Type=Application\n', '')},
    {**FILES, 'data/a.b.desktop.in': DESKTOP.replace('Icon=a.b', 'Icon=b')},
    {**FILES, 'data/a.b.desktop.in': DESKTOP.replace('DBusActivatable=true\n', '')},
    {'data/a.b.desktop.in': DESKTOP},
    {**FILES, 'data/dbus/a.b.service.in': SERVICE.replace('a.b', 'a.c')},
    {**FILES, 'data/dbus/a.b.service.in': SERVICE.replace(' --gapplication-service', '')},
    {**FILES, 'data/a.b.metainfo.xml.in': '<component><id>a</id></component>'},
]
