# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Desktop files and metainfo are what the desktops expect."""

import tempfile

from tree import run_tool



def find(tree):
    folder = tree.folder()
    for path, text in tree.texts('.desktop.in', under='data/'):
        with tempfile.NamedTemporaryFile('w', suffix='.desktop', encoding='utf-8') as copy:
            copy.write(text)
            copy.flush()
            yield from run_tool(['desktop-file-validate', copy.name], folder)
        if 'Icon=' + path.split('/')[-1].replace('.desktop.in', '') not in text:
            yield f'{path}: the icon has another name than the program'
    for path, text in tree.texts('.metainfo.xml.in', under='data/'):
        yield from run_tool(['appstreamcli', 'validate', '--no-net', '--no-color', path], folder)
        if path.replace('.metainfo.xml.in', '.desktop.in') not in tree.files:
            yield f'{path}: no desktop file goes with it'


DESKTOP = '[Desktop Entry]\nType=Application\nName=A\nExec=a\nIcon=a\nCategories=Network;\n'
GOOD = [{'data/a.desktop.in': DESKTOP}]
BAD = [
    {'data/a.desktop.in': DESKTOP.replace('Type=Application\n', '')},
    {'data/a.desktop.in': DESKTOP.replace('Icon=a', 'Icon=b')},
    {'data/a.desktop.in': DESKTOP, 'data/a.metainfo.xml.in': '<component><id>a</id></component>'},
]
