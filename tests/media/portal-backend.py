#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A backend for the real xdg-desktop-portal, in the place of a desktop's: no desktop's own runs
without a graphics card. It shares a red picture of 1280x720 through PipeWire and writes into
LOG whether it would have asked the person: portal-backend.py LOG. A call of its method CloseAll is
the person's end of it in the panel of the desktop. Whoever asks for a device gets it, and does not
after a call of RefuseAccess; after one of HoldAccess not before one of AnswerAccess."""

import json
import subprocess
import sys

import gi

gi.require_version('Gst', '1.0')
from gi.repository import Gio, GLib, Gst  # noqa: E402

NAME = 'org.freedesktop.impl.portal.desktop.interview'
NODE = 'interview-screen'
PICTURE = ('videotestsrc is-live=true pattern=solid-color foreground-color=0xffc81e28 ! '
           'video/x-raw,format=BGRx,width=1280,height=720,framerate=10/1 ! '
           'pipewiresink mode=provide stream-properties='
           f'"props,media.class=Video/Source,node.name={NODE}"')
INTERFACES = '''
<node>
  <interface name="org.freedesktop.impl.portal.ScreenCast">
    <method name="CreateSession">
      <arg type="o" direction="in"/><arg type="o" direction="in"/>
      <arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="u" direction="out"/><arg type="a{sv}" direction="out"/>
    </method>
    <method name="SelectSources">
      <arg type="o" direction="in"/><arg type="o" direction="in"/>
      <arg type="s" direction="in"/><arg type="a{sv}" direction="in"/>
      <arg type="u" direction="out"/><arg type="a{sv}" direction="out"/>
    </method>
    <method name="Start">
      <arg type="o" direction="in"/><arg type="o" direction="in"/>
      <arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="a{sv}" direction="in"/>
      <arg type="u" direction="out"/><arg type="a{sv}" direction="out"/>
    </method>
    <property name="AvailableSourceTypes" type="u" access="read"/>
    <property name="AvailableCursorModes" type="u" access="read"/>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="org.freedesktop.impl.portal.Access">
    <method name="AccessDialog">
      <arg type="o" direction="in"/><arg type="s" direction="in"/>
      <arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="s" direction="in"/><arg type="s" direction="in"/>
      <arg type="a{sv}" direction="in"/>
      <arg type="u" direction="out"/><arg type="a{sv}" direction="out"/>
    </method>
  </interface>
  <interface name="org.freedesktop.impl.portal.Session">
    <method name="Close"/>
    <signal name="Closed"/>
    <property name="version" type="u" access="read"/>
  </interface>
  <interface name="io.github.interview.Backend">
    <method name="CloseAll"/>
    <method name="RefuseAccess"/>
    <method name="HoldAccess"/>
    <method name="AnswerAccess"/>
  </interface>
</node>'''
# The answers of a person to the portal.
ALLOWED, REFUSED = 0, 1
PROPERTIES = {'AvailableSourceTypes': 3, 'AvailableCursorModes': 7, 'version': 4}


def find_node():
    """The number that PipeWire gave to our picture; None before it did."""
    found = subprocess.run(['pw-dump'], capture_output=True, text=True, check=False)
    try:
        items = json.loads(found.stdout)
    except ValueError:
        return None
    for item in items:
        properties = (item.get('info') or {}).get('props') or {}
        if item.get('type') == 'PipeWire:Interface:Node' and properties.get('node.name') == NODE:
            return item['id']
    return None


class Backend:

    def __init__(self, log):
        self.log = log
        self.sessions = {}
        self.restored = {}
        self.answer = ALLOWED
        self.is_holding = False
        self.held = []
        self.description = Gio.DBusNodeInfo.new_for_xml(INTERFACES)
        self.connection = None

    def write(self, line):
        with open(self.log, 'a', encoding='utf-8') as stream:
            stream.write(line + '\n')

    def register(self, path, interface):
        return self.connection.register_object(
            path, self.description.lookup_interface(interface), self.on_call,
            lambda *call: GLib.Variant('u', PROPERTIES[call[4]]), None)

    def on_bus(self, connection, _name):
        self.connection = connection
        for offer in ('ScreenCast', 'Access'):
            self.register('/org/freedesktop/portal/desktop', f'org.freedesktop.impl.portal.{offer}')
        self.register('/', 'io.github.interview.Backend')

    def on_call(self, _connection, _sender, path, _interface, method, parameters, invocation):
        answer = getattr(self, method)(path, *parameters.unpack())
        if method == 'AccessDialog' and self.is_holding:
            self.held.append((invocation, answer))
        else:
            invocation.return_value(answer)

    def CreateSession(self, _path, _handle, session, _app, _options):
        self.sessions[session] = self.register(session, 'org.freedesktop.impl.portal.Session')
        return GLib.Variant('(ua{sv})', (0, {}))

    def SelectSources(self, _path, _handle, session, _app, options):
        self.restored[session] = 'restore_data' in options
        return GLib.Variant('(ua{sv})', (0, {}))

    def Start(self, _path, _handle, session, _app, _parent, _options):
        self.write('restored' if self.restored.get(session) else 'asked')
        streams = GLib.Variant('a(ua{sv})', [(find_node(), {
            'size': GLib.Variant('(ii)', (1280, 720)),
            'source_type': GLib.Variant('u', 1)})])
        data = GLib.Variant('(suv)', ('interview', 1, GLib.Variant('s', 'the red screen')))
        return GLib.Variant('(ua{sv})', (0, {
            'streams': streams, 'persist_mode': GLib.Variant('u', 2), 'restore_data': data}))

    def AccessDialog(self, _path, _handle, app, _parent, _title, _subtitle, _body, _options):
        self.write(f'asked for {app}')
        return GLib.Variant('(ua{sv})', (self.answer, {}))

    def RefuseAccess(self, _path):
        self.answer = REFUSED

    def HoldAccess(self, _path):
        self.is_holding = True

    def AnswerAccess(self, _path):
        self.is_holding = False
        while self.held:
            invocation, answer = self.held.pop()
            invocation.return_value(answer)

    def Close(self, path):
        self.write('closed')
        self.connection.unregister_object(self.sessions.pop(path))

    def CloseAll(self, _path):
        for session in list(self.sessions):
            self.connection.emit_signal(None, session, 'org.freedesktop.impl.portal.Session',
                                        'Closed', None)


def main():
    Gst.init(None)
    backend = Backend(sys.argv[1])
    loop = GLib.MainLoop()
    picture = Gst.parse_launch(PICTURE)
    picture.set_state(Gst.State.PLAYING)

    def own_when_there():
        if find_node() is None:
            return GLib.SOURCE_CONTINUE
        Gio.bus_own_name(Gio.BusType.SESSION, NAME, Gio.BusNameOwnerFlags.NONE, backend.on_bus,
                         None, None)
        return GLib.SOURCE_REMOVE
    GLib.timeout_add(100, own_when_there)
    loop.run()


if __name__ == '__main__':
    main()
