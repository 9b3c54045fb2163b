# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""C is laid out by clang-format."""

from tree import run_tool

BATCH = 50


def find(tree):
    paths = [path for path, _ in tree.texts('.c', '.h')]
    folder = tree.folder()
    for start in range(0, len(paths), BATCH):
        for line in run_tool(['clang-format', '--dry-run', '-Werror', '--style=file']
                             + paths[start:start + BATCH], folder):
            if ': error:' in line or not line.startswith((' ', '\t')):
                yield line


STYLE = 'BasedOnStyle: GNU\nColumnLimit: 100\n'
GOOD = [{'.clang-format': STYLE, 'a.c': 'int a;\n'}]
BAD = [{'.clang-format': STYLE, 'a.c': 'int   a ;\n'}]
