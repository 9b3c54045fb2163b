# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A network for a test alone, with a card and an address, whatever the machine is connected to."""

import os
import socket
import subprocess
import sys

MARK = 'INTERVIEW_OWN_NETWORK'
PREPARE = '''
ip link set lo up &&
ip link add card type veth peer name socket &&
ip addr add 10.0.2.1/24 dev card &&
ip link set socket up &&
ip link set card up &&
exec "$@"
'''


def enter():
    """Runs the program anew in it, or goes on where none may be made. To be called at once."""
    if MARK in os.environ:
        return
    prepare = ['unshare', '--net', 'sh', '-c', PREPARE, 'sh']
    if os.geteuid() != 0:
        prepare[1:1] = ['--map-root-user']
    try:
        done = subprocess.run([*prepare, 'true'], stdin=subprocess.DEVNULL, capture_output=True,
                              check=False)
    except OSError:
        return
    if done.returncode == 0:
        os.environ[MARK] = '1'
        os.execvp(prepare[0], [*prepare, sys.executable, *sys.argv])


def has_address():
    """Whether there is more than loopback."""
    return any(name != 'lo' for _, name in socket.if_nameindex())
