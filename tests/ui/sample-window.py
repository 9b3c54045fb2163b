# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A window for test-support.py to look at."""

import gi

gi.require_version('Gtk', '4.0')
gi.require_version('Adw', '1')
from gi.repository import Adw, Gio, Gtk  # noqa: E402


def add(box, widget, text=None):
    if text:
        widget.update_property([Gtk.AccessibleProperty.LABEL], [text])
    box.append(widget)
    return widget


def ask(window, said):
    dialog = Adw.MessageDialog(transient_for=window, heading='Really?')
    dialog.add_response('yes', 'Yes')
    dialog.add_response('no', 'No')
    dialog.connect('response', lambda _dialog, answer: said.set_label(f'answer {answer}'))
    dialog.present()


def activate(application):
    window = Adw.ApplicationWindow(application=application, title='Sample window',
                                   default_width=500, default_height=400)
    box = Gtk.Box(orientation=Gtk.Orientation.VERTICAL, spacing=6)
    box.append(Adw.HeaderBar())
    entry = add(box, Gtk.Entry(), 'Name')
    said = add(box, Gtk.Label(label='nothing'))
    say = add(box, Gtk.Button(label='Say'))
    say.connect('clicked', lambda _button: said.set_label(f'Hello {entry.get_text()}'))
    inside = Gtk.Button(label='Inside')
    inside.connect('clicked', lambda _button: said.set_label('was inside'))
    add(box, Gtk.MenuButton(label='More', popover=Gtk.Popover(child=inside)))
    add(box, Gtk.ToggleButton(label='Panel'))
    add(box, Gtk.Button(label='Ask')).connect('clicked', lambda _button: ask(window, said))
    drag = Gtk.GestureDrag()
    drag.connect('drag-end', lambda _drag, x, _y: said.set_label('left' if x < -50 else 'other'))
    area = add(box, Gtk.DrawingArea(vexpand=True), 'Area')
    area.add_controller(drag)
    window.set_content(box)
    window.present()


app = Adw.Application(application_id='io.github.interview.Sample',
                      flags=Gio.ApplicationFlags.NON_UNIQUE)
app.connect('activate', activate)
app.run()
