# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Two network namespaces and a cable between them that delays and loses as it is told."""

import subprocess

ADDRESSES = ('10.77.0.1', '10.77.0.2')
MTU = 1400
QUEUE_MS = 200


def refusal():
    """Why there can be no namespaces here, or None."""
    try:
        done = subprocess.run(['unshare', '--net', 'ip', 'link'], capture_output=True, text=True,
                              check=False)
    except OSError as error:
        return str(error)
    return done.stderr.strip() or 'not permitted' if done.returncode != 0 else None


class Cable:
    def __init__(self, emulator):
        self.emulator = subprocess.Popen([emulator], stdin=subprocess.PIPE,
                                         stdout=subprocess.PIPE, text=True)
        # A namespace lives as long as a program in it: one that waits for its input to end.
        self.holders = [subprocess.Popen(['unshare', '--net', 'sh', '-c', 'echo; exec cat'],
                                         stdin=subprocess.PIPE, stdout=subprocess.PIPE)
                        for _ in ADDRESSES]
        for end, holder in enumerate(self.holders):
            holder.stdout.readline()
            name = self.emulator.stdout.readline().strip()
            if not name:
                raise OSError('no network device can be made')
            subprocess.run(['ip', 'link', 'set', name, 'netns', str(holder.pid)], check=True)
            own, other = ADDRESSES[end], ADDRESSES[1 - end]
            for command in (['addr', 'add', own, 'peer', other, 'dev', name],
                            ['link', 'set', name, 'mtu', str(MTU), 'up'],
                            ['link', 'set', 'lo', 'up']):
                subprocess.run([*self.prefix(end), 'ip', *command], check=True)

    def prefix(self, end):
        """What runs a command at one end."""
        return ['nsenter', f'--net=/proc/{self.holders[end].pid}/ns/net']

    def set(self, delay=0, jitter=0, loss=0, rate=0):
        """Milliseconds, milliseconds to either side, percent, kbit/s."""
        self.emulator.stdin.write(f'{delay} {jitter} {loss} {rate} {QUEUE_MS}\n')
        self.emulator.stdin.flush()

    def close(self):
        for process in (self.emulator, *self.holders):
            process.stdin.close()
            process.wait()
            process.stdout.close()
