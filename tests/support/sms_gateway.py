# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The two providers of text messages as their documentation describes them, on the loopback: they
check login and signature by themselves and answer as the real ones do."""

import base64
import hashlib
import hmac
import http.server
import json
import os
import ssl
import threading
import urllib.parse

TWILIO_ACCOUNT, TWILIO_TOKEN = 'AC00000000000000000000000000000001', 'twilio token &+/'
ALIYUN_KEY, ALIYUN_SECRET = 'LTAI0000000000000001', 'aliyun secret'


def percent(text):
    return urllib.parse.quote(text, safe='-_.~')


def sign_aliyun(method, fields, secret):
    """Signature version 1.0, written down anew from the documentation."""
    form = '&'.join(f'{percent(k)}={percent(v)}' for k, v in sorted(fields.items()))
    text = f'{method}&{percent("/")}&{percent(form)}'
    digest = hmac.new((secret + '&').encode(), text.encode(), hashlib.sha1).digest()
    return base64.b64encode(digest).decode()


class SmsGateway:
    """`sent` has what was taken: (provider, number, text or code and values)."""

    def __init__(self, certificate):
        gateway = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_POST(self):
                body = self.rfile.read(int(self.headers['Content-Length'])).decode()
                fields = dict(urllib.parse.parse_qsl(body, keep_blank_values=True,
                                                     strict_parsing=True))
                if self.path.startswith('/2010-04-01/'):
                    status, answer = gateway.take_twilio(self.path, self.headers, fields)
                else:
                    status, answer = gateway.take_aliyun(fields)
                data = json.dumps(answer).encode()
                self.send_response(status)
                self.send_header('Content-Type', 'application/json')
                self.send_header('Content-Length', str(len(data)))
                self.end_headers()
                self.wfile.write(data)

            def log_message(self, *arguments):
                pass

        self.sent = []
        self.nonces = set()
        self.fault = None
        self.server = http.server.ThreadingHTTPServer(('127.0.0.1', 0), Handler)
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(certificate, os.path.join(os.path.dirname(certificate), 'key.pem'))
        self.server.socket = context.wrap_socket(self.server.socket, server_side=True)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def address(self):
        return f'https://127.0.0.1:{self.server.server_address[1]}'

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def take_twilio(self, path, headers, fields):
        login = base64.b64encode(f'{TWILIO_ACCOUNT}:{TWILIO_TOKEN}'.encode()).decode()
        if headers.get('Authorization') != 'Basic ' + login:
            return 401, {'code': 20003, 'message': 'Authenticate', 'status': 401}
        if path != f'/2010-04-01/Accounts/{TWILIO_ACCOUNT}/Messages.json':
            return 404, {'code': 20404, 'message': 'Not found', 'status': 404}
        if set(fields) != {'From', 'To', 'Body'}:
            return 400, {'code': 21604, 'message': 'Missing', 'status': 400}
        if self.fault:
            return self.fault
        self.sent.append(('twilio', fields['To'], fields['Body']))
        return 201, {'sid': 'SM00000000000000000000000000000001', 'status': 'queued'}

    def take_aliyun(self, fields):
        signature = fields.pop('Signature')
        if fields['AccessKeyId'] != ALIYUN_KEY:
            return 404, {'Code': 'InvalidAccessKeyId.NotFound', 'Message': 'no such key'}
        if signature != sign_aliyun('POST', fields, ALIYUN_SECRET):
            return 400, {'Code': 'SignatureDoesNotMatch', 'Message': 'wrong signature'}
        if fields['SignatureNonce'] in self.nonces:
            return 400, {'Code': 'SignatureNonceUsed', 'Message': 'used'}
        self.nonces.add(fields['SignatureNonce'])
        if (fields['Action'], fields['Version']) != ('SendSms', '2017-05-25'):
            return 404, {'Code': 'InvalidAction.NotFound', 'Message': 'no such action'}
        if self.fault:
            return self.fault
        values = json.loads(fields['TemplateParam'])
        self.sent.append(('aliyun', fields['PhoneNumbers'],
                          (fields['SignName'], fields['TemplateCode'], values)))
        return 200, {'Code': 'OK', 'Message': 'OK', 'BizId': '900000000000000000^0'}
