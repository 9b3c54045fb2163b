# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Figures of one side of a call: what was on its screen, and what its processes took."""

import bisect
import os
import subprocess
import threading
import time

TICKS = os.sysconf('SC_CLK_TCK')
# A picture that stands this long is a freeze: three intervals at 30 a second, or one and 150 ms,
# whichever is more, as in W3C's statistics of WebRTC.
FREEZE_MS = 1000 / 30 + 150


class Watcher:
    """Sees each new picture on a screen."""

    def __init__(self, program, environment):
        self.pictures = []
        self.process = subprocess.Popen([program], env=environment, stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE, text=True)
        self.reader = threading.Thread(target=self.read, daemon=True)
        self.reader.start()

    def read(self):
        for line in self.process.stdout:
            seen, code = line.split()
            self.pictures.append((float(seen), int(code)))

    def first_since(self, code):
        """When the first picture was seen that was taken after a time."""
        return next((seen for seen, taken in list(self.pictures) if taken >= code), None)

    def between(self, begin, end):
        return [picture for picture in list(self.pictures) if begin <= picture[0] < end]

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.reader.join()
        self.process.stdout.close()


def tree(pid):
    """The processes of a program and of those that it started."""
    children = {}
    for name in os.listdir('/proc'):
        if name.isdigit():
            try:
                with open(f'/proc/{name}/stat', encoding='utf-8', errors='replace') as stat:
                    fields = stat.read().rpartition(')')[2].split()
            except OSError:
                continue
            children.setdefault(int(fields[1]), []).append(int(name))
    found = [pid]
    for one in found:
        found += children.get(one, [])
    return found


def cpu_seconds(pid):
    total = 0
    for one in tree(pid):
        try:
            with open(f'/proc/{one}/stat', encoding='utf-8', errors='replace') as stat:
                fields = stat.read().rpartition(')')[2].split()
        except OSError:
            continue
        total += int(fields[11]) + int(fields[12])
    return total / TICKS


def memory_mib(pid):
    """What it takes of the machine: what it shares with others counts in part (PSS)."""
    total = 0
    for one in tree(pid):
        try:
            with open(f'/proc/{one}/smaps_rollup', encoding='ascii') as lines:
                total += sum(int(line.split()[1]) for line in lines if line.startswith('Pss:'))
        except OSError:
            continue
    return total / 1024


def percentile(values, share):
    values = sorted(values)
    return values[min(int(len(values) * share), len(values) - 1)] if values else None


def freezes(pictures, begin, end):
    """How often and how many milliseconds the picture stood within a time, its ends included."""
    seen = [begin, *(when for when, _ in pictures), end]
    gaps = [after - before for before, after in zip(seen, seen[1:])]
    frozen = [gap for gap in gaps if gap > FREEZE_MS]
    return len(frozen), sum(frozen)


def of_screen(watcher, begin, end):
    """What was to be seen between two times in milliseconds."""
    pictures = watcher.between(begin, end)
    ages = [seen - taken for seen, taken in pictures]
    count, stood = freezes(pictures, begin, end)
    return {
        'latency_p50_ms': percentile(ages, 0.5),
        'latency_p95_ms': percentile(ages, 0.95),
        'frames_per_s': len(pictures) / (end - begin) * 1000,
        'freezes_per_min': count / (end - begin) * 60_000,
        'frozen_percent': stood / (end - begin) * 100,
    }


def recovered(watcher, since, until, per_second=24):
    """Milliseconds after a time until a second of fluent pictures begins; None if it does not."""
    seen = [when for when, _ in watcher.between(since, until)]
    for index, when in enumerate(seen):
        if bisect.bisect_left(seen, when + 1000) - index >= per_second and when + 1000 <= until:
            return when - since
    return None


def now_ms():
    return time.time() * 1000
