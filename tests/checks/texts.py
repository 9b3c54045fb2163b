# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text that people read can be translated, and every file with such texts is listed."""

import re
from xml.etree import ElementTree

from c_text import code_of, line_of
from tree import is_product

MARKED = re.compile(r'(?<![\w.])(_|N_|C_|NC_|Q_|ngettext|gettext|g_dgettext|g_dngettext|'
                    r'g_dpgettext2)[ \t]*\([ \t\n]*"')
TEXT_PROPERTIES = {'label', 'title', 'subtitle', 'description', 'tooltip-text', 'placeholder-text',
                   'body', 'heading', 'text', 'secondary-text', 'section-name'}
SHOWN_BY = re.compile(
    r'\b(gtk_label_new|gtk_label_set_(?:text|label)|gtk_button_new_with_(?:label|mnemonic)|'
    r'gtk_widget_set_tooltip_text|adw_status_page_set_(?:title|description)|'
    r'adw_preferences_row_set_title|adw_action_row_set_subtitle|adw_toast_new|'
    r'adw_message_dialog_new|gtk_window_set_title|gtk_button_set_label)[ \t]*\(([^;]*?)"([^"]*)"')
HAS_WORD = re.compile(r'[A-Za-z]{2}')


def listed(tree):
    lines = tree.files.get('po/POTFILES', '').splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


def has_texts(path, text):
    if path.endswith(('.c', '.h')):
        # The strings themselves are blanked out, their quotes stay.
        return bool(MARKED.search(code_of(text)))
    if path.endswith('.gschema.xml'):
        return False
    return path.endswith(('.ui', '.desktop.in', '.metainfo.xml.in')) and (
        not path.endswith('.ui') or 'translatable="yes"' in text)


def unmarked(path, text):
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield f'{path}: {error}'
        return
    for node in root.iter():
        if node.tag not in ('property', 'attribute') or not (node.text or '').strip():
            continue
        if node.get('name') in TEXT_PROPERTIES and HAS_WORD.search(node.text) and node.get(
                'translatable') is None:
            yield f'{path}: “{node.text.strip()}” is not marked as translatable'


def unmarked_in_c(path, text):
    for match in SHOWN_BY.finditer(text):
        before, content = match.group(2), match.group(3)
        if HAS_WORD.search(content) and not re.search(r'\w[ \t]*\([ \t\n]*$', before):
            line = line_of(text, match.start())
            yield f'{path}:{line}: “{content}” is shown without being translated'


def find(tree):
    names = listed(tree)
    for name in names:
        if name not in tree.files:
            yield f'po/POTFILES: {name} is nowhere'
    if names != sorted(names):
        yield 'po/POTFILES: keep the names in order'
    for path, text in tree.texts('.c', '.h', '.ui', '.desktop.in', '.metainfo.xml.in'):
        if not is_product(path) and not path.startswith('data/'):
            continue
        if has_texts(path, text) and path not in names:
            yield f'po/POTFILES: {path} is missing'
        if path.endswith('.ui'):
            yield from unmarked(path, text)
        elif path.endswith('.c'):
            yield from unmarked_in_c(path, text)


MARKED_C = 'x = _("Hang up");\n'
GOOD = [
    {'po/POTFILES': 'libinterview/ui/a.c\n', 'libinterview/ui/a.c': MARKED_C},
    {'po/POTFILES': '', 'libinterview/ui/a.c': 'gtk_label_new ("");\n/* _("no") */\n'},
]
BAD = [
    {'po/POTFILES': '', 'libinterview/ui/a.c': MARKED_C},
    {'po/POTFILES': '', 'libinterview/ui/a.c': 'n = ngettext ("one", "two", n);\n'},
    {'po/POTFILES': 'libinterview/ui/b.c\n'},
    {'po/POTFILES': '', 'libinterview/ui/a.ui':
     '<interface><property name="label" translatable="yes">Hang up</property></interface>'},
    {'po/POTFILES': '', 'libinterview/ui/a.ui':
     '<interface><property name="label">Hang up</property></interface>'},
    {'po/POTFILES': '', 'libinterview/ui/a.c': 'gtk_label_new ("Hang up");\n'},
]
