#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Holds the tree against one rule: run.py RULE FOLDER, or shows that the rule works: run.py RULE
--self-test. A rule is a module with find(tree), which yields complaints, and with samples: trees
that are GOOD and trees that are BAD in one way each."""

import importlib
import os
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from tree import Tree  # noqa: E402


def self_test(rule):
    failures = 0
    for sample in rule.GOOD:
        for complaint in rule.find(Tree(sample)):
            print(f'complains about a good tree: {complaint}: {sample}')
            failures += 1
    for sample in rule.BAD:
        if not list(rule.find(Tree(sample))):
            print(f'does not see what is wrong with {sample}')
            failures += 1
    print(f'{len(rule.GOOD)} good and {len(rule.BAD)} bad samples, {failures} judged wrongly')
    return 1 if failures or not rule.BAD else 0


def main(arguments):
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    rule = importlib.import_module(arguments[0].replace('-', '_'))
    if arguments[1] == '--self-test':
        return self_test(rule)
    complaints = list(rule.find(Tree.from_folder(os.path.abspath(arguments[1]))))
    for complaint in complaints:
        print(complaint)
    return 1 if complaints else 0


if __name__ == '__main__':
    sys.exit(main(sys.argv[1:]))
