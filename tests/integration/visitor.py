# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody in a room, by the event socket: the little of RFC 6455 that this needs."""

import base64
import json
import os
import socket
import urllib.parse


class Visitor:
    def __init__(self, address, token, instance, room_id):
        where = urllib.parse.urlsplit(address)
        self.socket = socket.create_connection((where.hostname, where.port), timeout=30)
        self.stream = self.socket.makefile('rb')
        key = base64.b64encode(os.urandom(16)).decode()
        self.socket.sendall((
            f'GET /api/v1/events HTTP/1.1\r\nHost: {where.netloc}\r\nUpgrade: websocket\r\n'
            f'Connection: Upgrade\r\nSec-WebSocket-Key: {key}\r\nSec-WebSocket-Version: 13\r\n'
            f'Sec-WebSocket-Protocol: interview.v1\r\nAuthorization: Bearer {token}\r\n\r\n'
        ).encode())
        assert b' 101 ' in self.stream.readline()
        while self.stream.readline() != b'\r\n':
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

    def wait_for(self, kind):
        while True:
            opcode, length = self.stream.read(2)
            if length >= 126:
                length = int.from_bytes(self.stream.read(2 if length == 126 else 8), 'big')
            data = self.stream.read(length)
            if opcode & 0xf == 1 and json.loads(data)['type'] == kind:
                return json.loads(data)['body']

    def close(self):
        self.stream.close()
        self.socket.close()
