# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Nothing grows too long: files, headers, functions, lines."""

import ast

from c_text import functions_of

FILE_LINES = 600
HEADER_LINES = 150
FUNCTION_LINES = 80
COLUMNS = 100
SOURCES = ('.c', '.h', '.py', '.sh', '.sql', '.ui', '.css', 'meson.build')
NARROW = ('.c', '.h', '.py', '.sh', '.sql', 'meson.build', 'demo', 'check', '.ci/run')


def python_functions_of(text):
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)):
            yield node.lineno, node.end_lineno - node.lineno + 1


def find(tree):
    for path, text in tree.texts(*SOURCES):
        limit = HEADER_LINES if path.endswith('.h') else FILE_LINES
        lines = len(text.splitlines())
        if lines > limit:
            yield f'{path}: {lines} lines, at most {limit}'
    for path, text in tree.texts('.c', '.py'):
        functions = functions_of(text) if path.endswith('.c') else python_functions_of(text)
        for line, length in functions:
            if length > FUNCTION_LINES:
                yield f'{path}:{line}: a function of {length} lines, at most {FUNCTION_LINES}'
    for path, text in tree.texts(*NARROW):
        for number, line in enumerate(text.splitlines(), 1):
            if len(line) > COLUMNS:
                yield f'{path}:{number}: {len(line)} columns, at most {COLUMNS}'
            if line != line.rstrip():
                yield f'{path}:{number}: blanks at the end of the line'
            if '\t' in line:
                yield f'{path}:{number}: a tabulator'


GOOD = [
    {'a.c': 'void\nf (void)\n{\n' + '  g ();\n' * 78 + '}\n', 'a.h': '\n' * 150},
    {'a.c': 'static const int n[] =\n{\n' + '  1,\n' * 100 + '};\n'},
]
BAD = [
    {'a.c': '\n' * 601},
    {'a.h': '\n' * 151},
    {'a.py': '\n' * 601},
    {'a.c': 'void\nf (void)\n{\n' + '  g ();\n' * 79 + '}\n'},
    {'a.py': 'def f():\n' + '    g()\n' * 80},
    {'a.c': '/* ' + 'x' * 95 + ' */\n'},
    {'a.c': 'int a; \n'},
    {'a.c': '\tint a;\n'},
]
