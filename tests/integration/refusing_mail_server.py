# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A mail server that is there and takes nothing."""

import socketserver
import threading


class RefusingMailServer(socketserver.ThreadingTCPServer):
    """Says to everybody that there is no mail service here (RFC 5321, 3.1)."""

    daemon_threads = True

    class Handler(socketserver.StreamRequestHandler):
        def handle(self):
            self.wfile.write(b'554 No mail service here\r\n')

    def __init__(self):
        super().__init__(('127.0.0.1', 0), self.Handler)
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def port(self):
        return self.server_address[1]
