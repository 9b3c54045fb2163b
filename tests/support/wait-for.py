#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""For scripts that start programs. `wait-for.py path PATH PID` returns when there is such a file,
or when the process that should make it has ended; `wait-for.py end PID` when a process has ended,
which need not be a child. A process that does not exist has ended."""

import os
import sys

from gi.repository import Gio, GLib


def call_at_end(pid, call):
    try:
        descriptor = os.pidfd_open(pid)
    except ProcessLookupError:
        call()
        return
    GLib.unix_fd_add_full(GLib.PRIORITY_DEFAULT, descriptor, GLib.IOCondition.IN, call)


def call_at_path(path, call):
    """The monitor that is returned does so for as long as it is kept."""

    def look(*_):
        if os.path.exists(path):
            call()

    # What is watched in a folder that is not there yet would be looked for only now and then.
    os.makedirs(os.path.dirname(path), mode=0o700, exist_ok=True)
    monitor = Gio.File.new_for_path(path).monitor_file(Gio.FileMonitorFlags.NONE, None)
    monitor.connect('changed', look)
    look()
    return monitor


def main():
    loop = GLib.MainLoop()

    def leave(*_):
        GLib.idle_add(loop.quit)
        return GLib.SOURCE_REMOVE

    kind, *operands = sys.argv[1:]
    call_at_end(int(operands[-1]), leave)
    monitor = call_at_path(operands[0], leave) if kind == 'path' else None
    loop.run()
    del monitor


main()
