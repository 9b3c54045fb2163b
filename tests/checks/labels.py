# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every control has a name for those who do not see it."""

import re
from xml.etree import ElementTree

from c_text import code_of, line_of
from tree import is_product

BUTTONS = {'GtkButton', 'GtkToggleButton', 'GtkMenuButton', 'AdwSplitButton', 'GtkLinkButton'}
# Controls that say nothing by themselves.
MUTE = {'GtkScale', 'GtkSpinButton', 'GtkEntry', 'GtkPasswordEntry', 'GtkSearchEntry',
        'GtkTextView', 'GtkDropDown', 'GtkComboBox', 'GtkLevelBar', 'GtkProgressBar', 'GtkPicture',
        'GtkSwitch'}
ROWS = {'AdwActionRow', 'AdwExpanderRow', 'AdwPreferencesRow'}
FROM_ICON = re.compile(r'\b(gtk_button_new_from_icon_name|gtk_menu_button_new|'
                       r'gtk_scale_new_with_range)[ \t]*\(')
NAMED = re.compile(r'GTK_ACCESSIBLE_(PROPERTY_LABEL|RELATION_LABELLED_BY)')


def properties(node):
    return {child.get('name'): (child.text or '').strip()
            for child in node.findall('property') if len(child) == 0}


def has_text(node):
    """Whether a text is shown inside the control."""
    if properties(node).get('label'):
        return True
    for inner in node.iter('object'):
        if inner is not node and inner.get('class') in ('GtkLabel', 'AdwButtonContent'):
            if inner.get('id') or properties(inner).get('label'):
                return True
    return False


def gets_text(node):
    """Whether the program puts a text into the button later: it has a mnemonic and no picture."""
    values = properties(node)
    return values.get('use-underline', '').lower() in ('true', 'yes', '1') and (
        'icon-name' not in values)


def is_named(node):
    """Whether the control has an accessible label, its own or another widget's."""
    for block in node.findall('accessibility'):
        for entry in block:
            if entry.get('name') in ('label', 'labelled-by') and (entry.text or '').strip():
                return True
    return False


def is_decoration(node):
    """Whether a picture or bar says that it is nothing but decoration."""
    return properties(node).get('accessible-role') in ('presentation', 'none')


def in_row(node, parents):
    while node in parents:
        node = parents[node]
        if node.tag in ('object', 'template') and (
                node.get('class') in ROWS or node.get('parent') in ROWS):
            return True
    return False


def find_in_ui(path, text):
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as error:
        yield f'{path}: {error}'
        return
    parents = {child: parent for parent in root.iter() for child in parent}
    for node in root.iter('object'):
        kind = node.get('class')
        name = node.get('id') or kind
        if is_named(node) or is_decoration(node):
            continue
        if kind in BUTTONS and not has_text(node) and not gets_text(node):
            yield f'{path}: {name} shows no text and has no accessible label'
        elif kind in MUTE and not in_row(node, parents):
            yield f'{path}: {name} has no accessible label'


def find(tree):
    for path, text in tree.texts('.ui'):
        if '<interface' in text:
            yield from find_in_ui(path, text)
    for path, text in tree.texts('.c'):
        if not is_product(path):
            continue
        code = code_of(text)
        made = list(FROM_ICON.finditer(code))
        if len(made) > len(NAMED.findall(code)):
            line = line_of(code, made[0].start())
            yield f'{path}:{line}: {made[0].group(1)}: not each one gets an accessible label'


def ui(inside):
    return {'libinterview/ui/a.ui': f'<interface>{inside}</interface>'}


ICON = '<property name="icon-name">call-stop-symbolic</property>'
LABEL = '<accessibility><property name="label">Hang up</property></accessibility>'
GOOD = [
    ui(f'<object class="GtkButton">{ICON}{LABEL}</object>'),
    ui('<object class="GtkButton"><property name="label">Hang up</property></object>'),
    ui('<object class="GtkButton"><property name="use-underline">True</property></object>'),
    ui('<object class="AdwActionRow"><child><object class="GtkSwitch"/></child></object>'),
]
BAD = [
    ui(f'<object class="GtkButton">{ICON}</object>'),
    ui(f'<object class="GtkMenuButton">{ICON}</object>'),
    ui(f'<object class="GtkButton">{ICON}<accessibility/></object>'),
    ui('<object class="GtkScale"/>'),
    {'interviewer-app/a.c': 'b = gtk_button_new_from_icon_name ("x");\n'},
]
