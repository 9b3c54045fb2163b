# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Steps on a desktop with nobody there: each leaves a numbered screenshot and an entry in
summary.json."""

import glob
import json
import os
import re
import shutil
import signal
import sys
import tempfile
import time
import traceback

from support import screen
from support.desktop import Desktop


def describe(error):
    """An error in words; that of a server's answer with what it says."""
    said = error.read().decode(errors='replace') if hasattr(error, 'read') else ''
    return f'{error} {said}'[:4000]


class Tour:
    """Runs the steps one after the other and remembers how they went."""

    def __init__(self, folder):
        self.folder = folder
        self.steps = []
        self.pictures = 0

    def step(self, name, action, needed=True):
        """Runs one step. Without what is `needed` the rest cannot go on."""
        began = time.monotonic()
        entry = {'step': name, 'ok': True}
        try:
            entry.update(action() or {})
        except Exception as error:
            entry.update(ok=False, error=describe(error))
            traceback.print_exc()
        entry['seconds'] = round(time.monotonic() - began, 1)
        entry['screenshot'] = self.shoot(name)
        self.steps.append(entry)
        print(f'      {"ok    " if entry["ok"] else "FAILED"} {name} ({entry["seconds"]} s)',
              flush=True)
        if needed and not entry['ok']:
            raise SystemExit(1)

    def shoot(self, name):
        self.pictures += 1
        file = f'{self.pictures:02}-{re.sub("[^a-z0-9]+", "-", name.lower()).strip("-")}.png'
        screen.grab().save(os.path.join(self.folder, file))
        return file

    def write_summary(self):
        done = bool(self.steps) and all(entry['ok'] for entry in self.steps)
        with open(os.path.join(self.folder, 'summary.json'), 'w', encoding='utf-8') as stream:
            json.dump({'ok': done, 'steps': self.steps}, stream, indent=2, ensure_ascii=False)
            stream.write('\n')
        return done


def on_terminate(_number, _frame):
    sys.exit(128 + signal.SIGTERM)


def conduct(run, folder, size):
    """Calls run(tour, desktop, place), where `place` is a folder for what the programs write; their
    logs are kept beside the pictures. Returns what the process ends with."""
    # So that what was started is ended.
    signal.signal(signal.SIGTERM, on_terminate)
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(folder)
    tour = Tour(folder)
    with tempfile.TemporaryDirectory(prefix='interview-demo-') as place, \
            Desktop(size=size) as desktop:
        try:
            run(tour, desktop, place)
        except SystemExit:
            pass
        finally:
            done = tour.write_summary()
            for log in glob.glob(os.path.join(place, '*.log')):
                shutil.copy(log, folder)
    print(f'      {"All went well" if done else "Something failed"}: {folder}/summary.json')
    return 0 if done else 1
