# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The part of a desktop's session manager that programs ask to keep the screen from going blank:
org.gnome.SessionManager as GTK uses it. Notes who asked for what."""

import threading

IDLE = 8

INTERFACE = '''<node>
<interface name="org.gnome.SessionManager">
  <method name="RegisterClient">
    <arg type="s" direction="in"/><arg type="s" direction="in"/><arg type="o" direction="out"/>
  </method>
  <method name="Inhibit">
    <arg type="s" direction="in"/><arg type="u" direction="in"/><arg type="s" direction="in"/>
    <arg type="u" direction="in"/><arg type="u" direction="out"/>
  </method>
  <method name="Uninhibit"><arg type="u" direction="in"/></method>
  <signal name="SessionOver"/>
</interface>
</node>'''


class SessionManager:
    """To be made before the program is started; answers from a thread of its own."""

    def __init__(self, desktop):
        from gi.repository import Gio, GLib
        self.kept = {}
        self.count = 0
        self.variant = GLib.Variant
        self.context = GLib.MainContext()
        self.loop = GLib.MainLoop(self.context)
        self.bus = Gio.DBusConnection.new_for_address_sync(
            desktop.environment['DBUS_SESSION_BUS_ADDRESS'],
            Gio.DBusConnectionFlags.AUTHENTICATION_CLIENT
            | Gio.DBusConnectionFlags.MESSAGE_BUS_CONNECTION, None, None)
        self.bus.set_exit_on_close(False)
        # Calls are answered where the object was registered.
        self.context.push_thread_default()
        node = Gio.DBusNodeInfo.new_for_xml(INTERFACE)
        self.bus.register_object('/org/gnome/SessionManager', node.interfaces[0], self._on_call)
        self.context.pop_thread_default()
        self.bus.call_sync('org.freedesktop.DBus', '/org/freedesktop/DBus', 'org.freedesktop.DBus',
                           'RequestName', GLib.Variant('(su)', ('org.gnome.SessionManager', 0)),
                           None, Gio.DBusCallFlags.NONE, -1, None)
        threading.Thread(target=self.loop.run, daemon=True).start()

    def _on_call(self, _bus, _sender, _path, _interface, method, arguments, invocation):
        answer = None
        if method == 'RegisterClient':
            answer = self.variant('(o)', ('/org/gnome/SessionManager/Client1',))
        elif method == 'Inhibit':
            _, _, reason, flags = arguments.unpack()
            self.count += 1
            self.kept[self.count] = (flags, reason)
            answer = self.variant('(u)', (self.count,))
        elif method == 'Uninhibit':
            self.kept.pop(arguments.unpack()[0], None)
        invocation.return_value(answer)

    def keeps_awake(self):
        """Whether somebody keeps the screen on now."""
        return any(flags & IDLE for flags, _ in list(self.kept.values()))

    def close(self):
        self.loop.quit()
        self.bus.close_sync(None)
