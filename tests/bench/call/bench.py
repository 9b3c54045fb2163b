# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A call of this product beside one of Chromium, over the same ways, in the same run.

Each product calls itself between two network namespaces with a cable between them. Both show the
same pictures at the same size and under the same cap, painted to a real window that fills a screen
of its own; the clock in the pictures is read off the screen from outside. A call is set up several
times, for a packet that is lost then may cost a second or nothing: the set-up is the middle one of
them; the last is watched. Prints a table and writes call.json. With BENCH_CALL=quick in the
environment one size and two ways are measured for a moment; BENCH_CALL can also name sizes and
ways, as in "640x360 clean".
"""

import contextlib
import dataclasses
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time

from support.call_end import CallEnd
from support.chromium import PROGRAM, Caller
from support.desktop import Desktop
from support.waiting import wait_until_or_not

from cable import Cable, refusal
from figures import Watcher, cpu_seconds, memory_mib, now_ms, of_screen, recovered

SIZES = ((640, 360), (1280, 720))
# The most that the product sends of a picture, and so what Chromium may send of one.
BITRATE = 1_500_000
OWN = ('a' * 26, 'z' * 25 + 'y')
GIVE_UP_S = 30
SETTLE_S = 4
MEASURE_S = 20
CALLS = 5
COLUMNS = (
    ('setup_ms', 'set-up'), ('latency_p50_ms', 'p50'), ('latency_p95_ms', 'p95'),
    ('frames_per_s', 'fps'), ('freezes_per_min', 'freezes'), ('frozen_percent', 'frozen%'),
    ('cpu_percent', 'cpu%'), ('memory_mib', 'MiB'), ('recovery_ms', 'recovery'),
    ('lines', 'lines'), ('load', 'load'),
)
# What the cable is like, from the start or after so large a part of the time.
WAYS = {
    'clean': ((0, {}),),
    'loss-2': ((0, {'delay': 20, 'loss': 2}),),
    'loss-10': ((0, {'delay': 20, 'loss': 10}),),
    'jitter': ((0, {'delay': 100, 'jitter': 30}),),
    'dip': ((0, {'delay': 20, 'rate': 3000}), (0.25, {'delay': 20, 'rate': 400}),
            (0.6, {'delay': 20, 'rate': 3000})),
}
# How long of the dip is measured, and of everything in quick mode.
DIP_S = 40
QUICK_S = 6


class Camera:
    def __init__(self, program, folder, width, height):
        self.path = os.path.join(folder, 'camera.y4m')
        self.process = subprocess.Popen([program, self.path, str(width), str(height)],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        self.process.stdout.readline()

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


class Side:
    """One end of a call with a screen of its own, and somebody who looks at it."""

    def __init__(self, bench, product, end, size):
        width, height = size
        self.folder = tempfile.TemporaryDirectory(prefix='interview-bench-')
        self.desktop = Desktop(size=size, accessible=False)
        self.desktop.start_display()
        environment = dict(self.desktop.environment, GTK_A11Y='none')
        self.watcher = Watcher(bench.watcher, environment)
        names = OWN[end], OWN[1 - end]
        self.camera = None
        if product == 'interview':
            self.end = CallEnd(bench.call_end, *names,
                               [f'--width={width}', f'--height={height}', '--window'],
                               bench.cable.prefix(end), environment)
        else:
            self.camera = Camera(bench.file_camera, self.folder.name, width, height)
            self.end = Caller(self.folder.name, *names, BITRATE,
                              ['--kiosk', '--test-type', f'--window-size={width},{height}',
                               '--window-position=0,0',
                               f'--use-file-for-fake-video-capture={self.camera.path}'],
                              bench.cable.prefix(end), environment)

    def close(self):
        self.end.close()
        self.watcher.close()
        if self.camera is not None:
            self.camera.close()
        self.desktop.close()
        self.folder.cleanup()


class Bench:
    def __init__(self, call_end, file_camera, emulator, watcher):
        self.call_end = call_end
        self.file_camera = file_camera
        self.watcher = watcher
        self.cable = Cable(emulator)

    def measure(self, product, size, way, plan):
        setups = []
        for _ in range(plan.calls - 1):
            with self.call(product, size, way) as sides:
                setups.append(self.set_up(sides))
        with self.call(product, size, way) as sides:
            setups.append(self.set_up(sides))
            time.sleep(plan.settle)
            result = self.watch(sides, way, plan.seconds_of(way))
            result['lines'] = mean([side.end.lines() for side in sides])
        result['setup_ms'] = None if None in setups else statistics.median(setups)
        result['setups_ms'] = setups
        # On a machine that does something else, too, figures are worth less.
        result['load'] = os.getloadavg()[0]
        return result

    @contextlib.contextmanager
    def call(self, product, size, way):
        """Both sides of one that has not begun."""
        sides = [Side(self, product, end, size) for end in (0, 1)]
        try:
            sides[0].end.on_signal = sides[1].end.hear
            sides[1].end.on_signal = sides[0].end.hear
            self.cable.set(**WAYS[way][0][1])
            time.sleep(1)
            yield sides
        finally:
            for side in sides:
                side.close()

    @staticmethod
    def set_up(sides):
        """Milliseconds until both see the other, or None."""
        began = now_ms()
        for side in sides:
            side.end.start()

        def seen():
            first = [side.watcher.first_since(began - 1000) for side in sides]
            return all(first) and max(first) - began
        return wait_until_or_not(seen, GIVE_UP_S) or None

    def watch(self, sides, way, seconds):
        begin = now_ms()
        cpu = [cpu_seconds(side.end.pid) for side in sides]
        changed = begin
        for share, manner in WAYS[way][1:]:
            time.sleep(max(0, (begin + share * seconds * 1000 - now_ms()) / 1000))
            self.cable.set(**manner)
            changed = now_ms()
        time.sleep(max(0, (begin + seconds * 1000 - now_ms()) / 1000))
        end = now_ms()
        cpu = [cpu_seconds(side.end.pid) - before for side, before in zip(sides, cpu)]
        screens = [of_screen(side.watcher, begin, end) for side in sides]
        result = {name: mean([screen[name] for screen in screens]) for name in screens[0]}
        result['cpu_percent'] = mean(cpu) / (end - begin) * 100_000
        result['memory_mib'] = mean([memory_mib(side.end.pid) for side in sides])
        if len(WAYS[way]) > 1:
            result['recovery_ms'] = mean([recovered(side.watcher, changed, end) for side in sides])
        return result


def mean(values):
    """Of both sides; None if one of them has none."""
    return None if None in values else sum(values) / len(values)


def ratio(ours, theirs):
    if ours is None or theirs is None:
        return None
    if theirs == 0:
        return 1.0 if ours == 0 else None
    return ours / theirs


def write_row(name, result, digits):
    cells = []
    for key, _ in COLUMNS:
        value = result.get(key)
        cells.append(f'{"-" if value is None else format(value, f".{digits}f"):>9}')
    print(f'  {name:<10}' + ''.join(cells), flush=True)


@dataclasses.dataclass
class Plan:
    """What is measured, how often a call is set up, and how many seconds it settles and is watched.
    """
    sizes: list
    ways: list
    calls: int = CALLS
    settle: float = SETTLE_S
    seconds: float = MEASURE_S

    def seconds_of(self, way):
        return DIP_S if way == 'dip' and self.seconds > QUICK_S else self.seconds


def choose(text):
    if text == 'quick':
        return Plan(SIZES[:1], ['clean', 'loss-10'], 1, SETTLE_S / 2, QUICK_S)
    words = text.split()
    sizes = [size for size in SIZES if f'{size[0]}x{size[1]}' in words] or SIZES
    return Plan(sizes, [way for way in WAYS if way in words] or list(WAYS))


def main():
    *programs, folder = sys.argv[1:]
    reason = refusal()
    if reason is None and not os.path.exists(PROGRAM):
        reason = 'Chromium is not installed'
    if reason is not None:
        print(f'call: not measured, for network namespaces and Chromium are needed: {reason}')
        sys.exit(77)
    plan = choose(os.environ.get('BENCH_CALL', ''))
    results = []
    bench = Bench(*programs)
    print('call: set-up, latency and recovery in ms; freezes a minute; CPU in % of one core and '
          'memory (PSS) of each side; lines that arrive in the end; load of the machine')
    try:
        for width, height in plan.sizes:
            for way in plan.ways:
                print(f'{width}x{height} {way}\n  {"":<10}'
                      + ''.join(f'{title:>9}' for _, title in COLUMNS), flush=True)
                row = {'size': f'{width}x{height}', 'way': way}
                for product in ('interview', 'chromium'):
                    row[product] = bench.measure(product, (width, height), way, plan)
                    write_row(product, row[product], 0)
                row['ratio'] = {key: ratio(row['interview'].get(key), row['chromium'].get(key))
                                for key, _ in COLUMNS[:-1] if key in row['interview']}
                write_row('ratio', row['ratio'], 2)
                results.append(row)
    finally:
        bench.cable.close()
        os.makedirs(folder, exist_ok=True)
        with open(os.path.join(folder, 'call.json'), 'w', encoding='ascii') as file:
            json.dump({'benchmark': 'call', 'bitrate': BITRATE, 'results': results}, file, indent=2)


if __name__ == '__main__':
    main()
