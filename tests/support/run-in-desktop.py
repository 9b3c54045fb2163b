#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Runs a program on a desktop of its own: run-in-desktop.py [--size WxH] PROGRAM [ARGUMENT...]"""

import os
import subprocess
import sys

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), '..'))
sys.dont_write_bytecode = True

from support.desktop import Desktop  # noqa: E402


def main(arguments):
    size = (1280, 800)
    if arguments[:1] == ['--size']:
        size = tuple(int(part) for part in arguments[1].split('x'))
        arguments = arguments[2:]
    if not arguments:
        print(__doc__, file=sys.stderr)
        return 2
    with Desktop(size=size, accessible=False) as desktop:
        code = subprocess.call(arguments, env=desktop.environment)
    return 128 - code if code < 0 else code


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
