#!/usr/bin/python3
# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands in for the notification service of a desktop: prints what it is asked to show as a line of
JSON, and clicks on one when it reads a line of JSON with its `notice` and the `action`.

With the argument `gtk` it is that of GNOME, which GNotification talks to; without, that of the
freedesktop specification, which libnotify talks to.
"""

import json
import sys

import gi
gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402

FREEDESKTOP = '''<node><interface name="org.freedesktop.Notifications">
<method name="Notify"><arg type="s" direction="in"/><arg type="u" direction="in"/>
<arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="as" direction="in"/><arg type="a{sv}" direction="in"/><arg type="i" direction="in"/>
<arg type="u" direction="out"/></method>
<method name="CloseNotification"><arg type="u" direction="in"/></method>
<method name="GetCapabilities"><arg type="as" direction="out"/></method>
<method name="GetServerInformation"><arg type="s" direction="out"/><arg type="s" direction="out"/>
<arg type="s" direction="out"/><arg type="s" direction="out"/></method>
<signal name="ActionInvoked"><arg type="u"/><arg type="s"/></signal>
<signal name="NotificationClosed"><arg type="u"/><arg type="u"/></signal>
</interface></node>'''
GTK = '''<node><interface name="org.gtk.Notifications">
<method name="AddNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/>
<arg type="a{sv}" direction="in"/></method>
<method name="RemoveNotification"><arg type="s" direction="in"/><arg type="s" direction="in"/>
</method></interface></node>'''
PATHS = {'org.freedesktop.Notifications': '/org/freedesktop/Notifications',
         'org.gtk.Notifications': '/org/gtk/Notifications'}


def say(**facts):
    print(json.dumps(facts, ensure_ascii=False), flush=True)


class Service:
    def __init__(self, name, interface):
        self.name, self.interface = name, interface
        self.connection = None
        self.number = 0
        self.senders = {}
        Gio.bus_own_name(Gio.BusType.SESSION, name, Gio.BusNameOwnerFlags.NONE, self.on_bus,
                         lambda connection, owned: say(ready=owned), None)
        channel = GLib.IOChannel.unix_new(sys.stdin.fileno())
        GLib.io_add_watch(channel, GLib.PRIORITY_DEFAULT, GLib.IOCondition.IN, self.on_line)

    def on_bus(self, connection, name):
        self.connection = connection
        info = Gio.DBusNodeInfo.new_for_xml(self.interface).interfaces[0]
        connection.register_object(PATHS[name], info, self.on_call, None, None)

    def on_call(self, connection, sender, path, interface, method, arguments, invocation):
        values = arguments.unpack()
        answer = None
        if method == 'Notify':
            self.number = values[1] or self.number + 1
            say(title=values[3], body=values[4], actions=values[5][::2], notice=self.number)
            answer = GLib.Variant('(u)', (self.number,))
        elif method == 'CloseNotification':
            say(closed=values[0])
        elif method == 'GetCapabilities':
            answer = GLib.Variant('(as)', (['body', 'actions'],))
        elif method == 'GetServerInformation':
            answer = GLib.Variant('(ssss)', ('stand-in', 'tests', '1', '1.2'))
        elif method == 'AddNotification':
            application, notice, what = values
            self.senders[notice] = application, what.get('default-action-target')
            say(title=what['title'], body=what['body'], actions=[what['default-action']],
                notice=notice)
        invocation.return_value(answer)

    def on_line(self, channel, condition):
        line = sys.stdin.readline()
        if not line:
            return False
        click = json.loads(line)
        notice, action = click['notice'], click['action']
        if notice not in self.senders:
            self.connection.emit_signal(None, PATHS[self.name], self.name, 'ActionInvoked',
                                        GLib.Variant('(us)', (notice, action)))
            return True
        application, target = self.senders[notice]
        path = '/' + application.replace('.', '/').replace('-', '_')
        self.connection.call(application, path, 'org.freedesktop.Application',
                             'ActivateAction', GLib.Variant(
                                 '(sava{sv})', (action, [GLib.Variant('s', target)], {})),
                             None, Gio.DBusCallFlags.NONE, -1, None, None)
        return True


if __name__ == '__main__':
    if sys.argv[1:] == ['gtk']:
        Service('org.gtk.Notifications', GTK)
    else:
        Service('org.freedesktop.Notifications', FREEDESKTOP)
    GLib.MainLoop().run()
