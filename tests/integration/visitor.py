# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody in a room, by the event socket: the little of RFC 6455 that this needs."""

import base64
import json
import os
import socket
import struct
import time
import urllib.parse

from support.waiting import PATIENCE

CLOSE = 8
LINGER_AND_RESET = struct.pack('ii', 1, 0)


class Visitor:
    """Errors of the line are OSError. `heard` holds every message that came, in order."""

    def __init__(self, address, token, instance, room_id):
        where = urllib.parse.urlsplit(address)
        self.heard = []
        self.socket = socket.create_connection((where.hostname, where.port), timeout=30)
        self.stream = self.socket.makefile('rb')
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((
            f'GET /api/v1/events HTTP/1.1\r\nHost: {where.netloc}\r\nUpgrade: websocket\r\n'
            f'Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n'
            f'Sec-WebSocket-Protocol: interview.v1\r\nAuthorization: Bearer {token}\r\n\r\n'
        ).encode())
        status = self.stream.readline()
        if b' 101 ' not in status:
            raise ConnectionError(f'no event socket: {status!r}')
        while self.stream.readline().strip():
            pass
        self.say('hello', {'instance': instance, 'last_sequence': 0})
        self.say('join', {'room_id': room_id})
        self.wait_for('presence')

    def say(self, kind, body):
        data = json.dumps({'type': kind, 'body': body}).encode()
        assert len(data) < 126
        mask = os.urandom(4)
        self.socket.sendall(bytes([0x81, 0x80 | len(data)]) + mask +
                            bytes(byte ^ mask[i % 4] for i, byte in enumerate(data)))

    def read_bytes(self, count):
        data = self.stream.read(count)
        if len(data) < count:
            raise ConnectionError('the event socket ended')
        return data

    def read(self):
        """The next message; None for a frame that holds none."""
        opcode, length = self.read_bytes(2)
        if length >= 126:
            length = int.from_bytes(self.read_bytes(2 if length == 126 else 8), 'big')
        data = self.read_bytes(length)
        if opcode & 0xf == CLOSE:
            raise ConnectionError('the server closed the event socket')
        if opcode & 0xf != 1:
            return None
        self.heard.append(json.loads(data))
        return self.heard[-1]

    def wait_for(self, kind):
        """The server goes on saying something, so that the socket's own patience never ends."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            message = self.read()
            if message and message['type'] == kind:
                return message['body']
            if message and message['type'] == 'error':
                raise AssertionError(message['body'])
        raise AssertionError(f'waited {PATIENCE} s in vain for {kind!r}')

    def catch_up(self):
        """Hears what the server has said so far."""
        self.say('ping', {'token': 1})
        self.wait_for('pong')

    def close(self):
        self.stream.close()
        self.socket.close()

    def cut(self):
        """The line breaks: the other side gets a reset, and no goodbye."""
        self.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, LINGER_AND_RESET)
        self.close()
