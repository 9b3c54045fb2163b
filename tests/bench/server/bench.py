# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Our server beside the signalling server of PeerJS, under the same load in the same run.

Prints a table and writes build/bench/server.json. Without npm, or without its registry, only ours
is measured and the table says so.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile
import urllib.request

from support.waiting import wait_until

ROOMS = [1, 100, 1000]
SECONDS = 5
PEER_PORT = 9461
COLUMNS = [('open_per_s', 'sockets opened/s', True), ('p50_ms', 'relay p50 ms', False),
           ('p99_ms', 'relay p99 ms', False), ('gets_per_s', 'GET/s', True),
           ('kib_per_socket', 'KiB a socket', False), ('cpu_percent', 'CPU %', False),
           ('memory_mib', 'MiB in all', False)]


def run_load(load, kind, port, pid, rooms, seed=None):
    with open(seed or os.devnull, encoding='ascii') as lines:
        done = subprocess.run([load, kind, str(port), str(pid), str(rooms), str(SECONDS)],
                              stdin=lines, stdout=subprocess.PIPE, check=True, timeout=300)
    return json.loads(done.stdout)


def measure_ours(server, seed, load, rooms):
    with tempfile.TemporaryDirectory(prefix='interview-bench-') as folder:
        data, lines = os.path.join(folder, 'data'), os.path.join(folder, 'seed')
        settings = os.path.join(folder, 'conf')
        with open(lines, 'wb') as file:
            subprocess.run([seed, data, str(rooms)], stdout=file, check=True)
        with open(settings, 'w', encoding='ascii') as file:
            file.write('[limits]\nconnections=100000\nconnections-per-address=0\n')
        process = subprocess.Popen(
            [server, '--config', settings, '--data', data, '--listen', '127.0.0.1:0',
             '--log-level', 'warning'], stdout=subprocess.PIPE, text=True)
        try:
            port = int(process.stdout.readline().strip().rsplit(':', 1)[1])
            return run_load(load, 'interview', port, process.pid, rooms, lines)
        finally:
            process.terminate()
            process.wait()


def fetch_peer(folder):
    """The installed program of PeerJS, or the reason why there is none."""
    program = os.path.join(folder, 'node_modules', 'peer', 'dist', 'bin', 'peerjs.js')
    if os.path.exists(program):
        return program, None
    if not shutil.which('npm') or not shutil.which('node'):
        return None, 'npm is not installed'
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, 'package.json'), 'w', encoding='ascii') as file:
        json.dump({'name': 'peer-for-comparison', 'private': True,
                   'dependencies': {'peer': '1.0.2'}}, file)
    done = subprocess.run(['npm', 'install', '--no-audit', '--no-fund'], cwd=folder,
                          stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True)
    if done.returncode != 0 or not os.path.exists(program):
        return None, 'npm could not install “peer”'
    return program, None


def await_answer(process, uri):
    def answers():
        if process.poll() is not None:
            raise RuntimeError('PeerJS ended')
        try:
            urllib.request.urlopen(uri, timeout=1).close()
        except OSError:
            return False
        return True
    wait_until(answers, 'PeerJS to answer')


def measure_peer(program, load, rooms):
    process = subprocess.Popen(
        ['node', program, '--port', str(PEER_PORT), '--host', '127.0.0.1', '--path', '/',
         '--concurrent_limit', '100000', '--alive_timeout', '600000'],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        await_answer(process, f'http://127.0.0.1:{PEER_PORT}/')
        return run_load(load, 'peerjs', PEER_PORT, process.pid, rooms)
    finally:
        process.terminate()
        process.wait()


def get_ratio(ours, peer, name, more_is_better):
    """How many times better ours is."""
    mine, theirs = max(ours[name], 0.001), max(peer[name], 0.001)
    return round(mine / theirs if more_is_better else theirs / mine, 2)


def print_table(results, note):
    head = ['rooms', 'server'] + [title for _, title, _ in COLUMNS]
    rows = []
    for result in results:
        for who in ('interview', 'peerjs'):
            if who in result:
                rows.append([str(result['rooms']), who]
                            + [f'{result[who][name]:g}' for name, _, _ in COLUMNS])
        if 'ratios' in result:
            rows.append(['', 'times better']
                        + [f'{result["ratios"][name]:g}' for name, _, _ in COLUMNS])
    widths = [max(len(row[i]) for row in [head] + rows) for i in range(len(head))]
    for row in [head] + rows:
        print('  '.join(text.rjust(width) for text, width in zip(row, widths)))
    if note:
        print(note)


def main(server, seed, load, build):
    os.makedirs(os.path.join(build, 'bench'), exist_ok=True)
    program, reason = fetch_peer(os.path.join(build, 'bench', 'peerjs'))
    results = []
    for rooms in ROOMS:
        result = {'rooms': rooms, 'interview': measure_ours(server, seed, load, rooms)}
        if program:
            result['peerjs'] = measure_peer(program, load, rooms)
            result['ratios'] = {name: get_ratio(result['interview'], result['peerjs'], name, more)
                                for name, _, more in COLUMNS}
        results.append(result)
    note = f'PeerJS was not measured: {reason}.' if reason else ''
    print_table(results, note)
    with open(os.path.join(build, 'bench', 'server.json'), 'w', encoding='utf-8') as file:
        json.dump({'cores': os.cpu_count(), 'note': note, 'results': results}, file, indent=2)
    return 0


if __name__ == '__main__':
    sys.exit(main(*sys.argv[1:]))
