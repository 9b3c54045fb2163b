# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Real mail on the loopback: a mail server with STARTTLS and login that puts mail into a Maildir,
and Dovecot, from which it is read back over IMAPS."""

import contextlib
import email
import email.policy
import imaplib
import os
import pwd
import shutil
import socket
import ssl
import subprocess

from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Mailbox
from aiosmtpd.smtp import AuthResult, LoginPassword

from .waiting import wait_until

USER, PASSWORD = 'jobs', 'a-password-for-mail'
OWNER = 'nobody'

DOVECOT = '''
protocols = imap
listen = 127.0.0.1
base_dir = {folder}/run
state_dir = {folder}/run
log_path = {folder}/dovecot.log
ssl = required
first_valid_uid = 1
service imap-login {{
  inet_listener imap {{
    port = 0
  }}
  inet_listener imaps {{
    port = {port}
  }}
}}
'''

# Names of settings changed with Dovecot 2.4, which is told first what it is to understand.
DOVECOT_BEFORE_2_4 = DOVECOT + '''
ssl_cert = <{folder}/cert.pem
ssl_key = <{folder}/key.pem
mail_location = maildir:{folder}/maildir
passdb {{
  driver = static
  args = password={password}
}}
userdb {{
  driver = static
  args = uid={owner} gid={group} home={folder}/home
}}
'''

DOVECOT_2_4 = '''
dovecot_config_version = 2.4.0
dovecot_storage_version = 2.4.0
''' + DOVECOT + '''
ssl_server_cert_file = {folder}/cert.pem
ssl_server_key_file = {folder}/key.pem
mail_driver = maildir
mail_path = {folder}/maildir
passdb static {{
  password = {password}
}}
userdb static {{
  fields {{
    uid = {owner}
    gid = {group}
    home = {folder}/home
  }}
}}
'''


def make_certificate(folder, name='localhost', address='127.0.0.1'):
    """A certificate that is its own authority, without more said for the loopback; returns its
    path."""
    subprocess.run(['openssl', 'req', '-x509', '-newkey', 'ec', '-pkeyopt',
                    'ec_paramgen_curve:P-256', '-nodes', '-days', '2', '-subj', f'/CN={name}',
                    '-addext', f'subjectAltName=DNS:{name},IP:{address}',
                    '-keyout', os.path.join(folder, 'key.pem'),
                    '-out', os.path.join(folder, 'cert.pem')], check=True, capture_output=True)
    return os.path.join(folder, 'cert.pem')


def free_port():
    with socket.create_server(('127.0.0.1', 0)) as probe:
        return probe.getsockname()[1]


class Handler(Mailbox):
    """Takes mail into a Maildir; `at_data` is called with each mail before it is acknowledged,
    `at_rcpt` with each recipient, and may answer for the server."""

    def __init__(self, folder):
        super().__init__(folder)
        self.at_data = self.at_rcpt = lambda value: None
        self.logins = []
        self.plain_sessions = 0

    async def handle_RCPT(self, server, session, envelope, address, options):
        transport = server.transport.get_extra_info('ssl_object')
        self.plain_sessions += session.ssl is None and transport is None
        answer = self.at_rcpt(address)
        if answer:
            return answer
        envelope.rcpt_tos.append(address)
        return '250 OK'

    async def handle_DATA(self, server, session, envelope):
        answer = await super().handle_DATA(server, session, envelope)
        return self.at_data(envelope.content) or answer

    def authenticate(self, server, session, envelope, mechanism, data):
        good = isinstance(data, LoginPassword) and (data.login.decode(), data.password.decode()) \
            == (USER, PASSWORD)
        self.logins.append((data.login.decode(), good))
        # aiosmtpd says nothing to a login that it leaves to the handler.
        return AuthResult(success=good, handled=False)


class PostOffice:
    """Use it in a with statement. With the security `tls` nothing is said before the encryption,
    with `starttls` it begins when it is asked for; the certificate to show lies in `shown`."""

    def __init__(self, folder, security='starttls'):
        os.chmod(folder, 0o755)
        self.folder = folder
        self.security = security
        self.certificate = make_certificate(folder)
        self.shown = os.path.join(folder, 'shown')
        os.makedirs(self.shown)
        for name in ('cert.pem', 'key.pem'):
            shutil.copy(os.path.join(folder, name), self.shown)
        self.maildir = os.path.join(folder, 'maildir')
        self.handler = Handler(self.maildir)
        self.port = free_port()
        self.smtp = None
        self.dovecot = None
        self.imap_port = None

    def __enter__(self):
        self.open()
        return self

    def __exit__(self, *exception):
        self.close()
        if self.dovecot:
            self.dovecot.terminate()
            self.dovecot.wait(30)

    def close(self):
        """The mail server is gone for a while."""
        if self.smtp:
            self.smtp.stop()
        self.smtp = None

    def open(self):
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(os.path.join(self.shown, 'cert.pem'),
                                os.path.join(self.shown, 'key.pem'))
        if self.security == 'tls':
            # aiosmtpd knows of no encryption but its own; this one is below it.
            encryption = {'ssl_context': context, 'auth_require_tls': False}
        else:
            encryption = {'tls_context': context, 'require_starttls': True}
        self.smtp = Controller(self.handler, hostname='127.0.0.1', port=self.port,
                               auth_required=True, authenticator=self.handler.authenticate,
                               **encryption)
        self.smtp.start()

    def settings(self):
        return {'smtp_host': '127.0.0.1', 'smtp_port': self.port, 'smtp_security': self.security,
                'smtp_user': USER, 'smtp_password': PASSWORD,
                'sender_address': 'jobs@heronreed.example', 'sender_name': '苇鹭招聘'}

    def start_imap(self):
        owner = pwd.getpwnam(OWNER)
        home = os.path.join(self.folder, 'home')
        os.makedirs(home, exist_ok=True)
        for root, _, files in os.walk(self.maildir):
            for path in [root] + [os.path.join(root, name) for name in files]:
                os.chown(path, owner.pw_uid, owner.pw_gid)
        os.chown(home, owner.pw_uid, owner.pw_gid)
        self.imap_port = free_port()
        dovecot = shutil.which('dovecot', path='/usr/sbin:/usr/bin')
        version = subprocess.run([dovecot, '--version'], check=True, capture_output=True,
                                 text=True).stdout
        new = tuple(int(part) for part in version.split('.')[:2]) >= (2, 4)
        path = os.path.join(self.folder, 'dovecot.conf')
        with open(path, 'w', encoding='utf-8') as file:
            file.write((DOVECOT_2_4 if new else DOVECOT_BEFORE_2_4).format(
                folder=self.folder, password=PASSWORD, owner=owner.pw_uid, group=owner.pw_gid,
                port=self.imap_port))
        self.dovecot = subprocess.Popen([dovecot, '-F', '-c', path])

    def connect_imap(self):
        context = ssl.create_default_context(cafile=self.certificate)
        with contextlib.suppress(OSError):
            return imaplib.IMAP4_SSL('127.0.0.1', self.imap_port, ssl_context=context)
        return None

    def fetch(self):
        """All mail, read back over IMAPS and parsed."""
        if self.dovecot is None:
            self.start_imap()
        imap = wait_until(self.connect_imap, 'Dovecot to listen')
        imap.login(USER, PASSWORD)
        imap.select('INBOX', readonly=True)
        _, numbers = imap.search(None, 'ALL')
        mails = []
        for number in numbers[0].split():
            _, parts = imap.fetch(number, '(RFC822)')
            mails.append(email.message_from_bytes(parts[0][1], policy=email.policy.default))
        imap.logout()
        return mails
