# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Reads C just well enough to tell code from comments and strings."""

import re

TOKEN = re.compile(r'''
    (?P<comment>/\*.*?\*/|//[^\n]*)
  | (?P<string>"(?:\\.|[^"\\\n])*")
  | (?P<character>'(?:\\.|[^'\\\n])*')
''', re.VERBOSE | re.DOTALL)


def blank(text):
    return re.sub(r'[^\n]', ' ', text)


def code_of(text):
    """The text with comments and the contents of strings blanked out; lines stay where they are."""
    def replace(match):
        if match.group('comment'):
            return blank(match.group())
        return match.group()[0] + blank(match.group()[1:-1]) + match.group()[-1]
    return TOKEN.sub(replace, text)


def code_with_strings(text):
    """The text with only the comments blanked out."""
    return TOKEN.sub(lambda match: blank(match.group()) if match.group('comment')
                     else match.group(), text)


def line_of(text, position):
    return text.count('\n', 0, position) + 1


def strings_of(text):
    """(line, content) of each string; strings that follow each other are one."""
    found = []
    end = None
    for match in TOKEN.finditer(text):
        if not match.group('string'):
            continue
        content = match.group()[1:-1]
        if end is not None and not text[end:match.start()].strip():
            found[-1] = (found[-1][0], found[-1][1] + content)
        else:
            found.append((line_of(text, match.start()), content))
        end = match.end()
    return found


def functions_of(text):
    """(line, number of lines) of each body: from a brace in the first column to its partner."""
    start = None
    for number, line in enumerate(code_of(text).split('\n'), 1):
        if line.rstrip() == '{':
            start = number
        elif line.startswith('}') and start is not None:
            if line.rstrip() == '}':
                yield start, number - start + 1
            start = None
