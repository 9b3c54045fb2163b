# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Every library that the build asks for has its line in CONTRIBUTING.md and its package listed."""

import re

ASKED = re.compile(r"\bdependency\('([^']+)'")
PACKAGES = 'data/packages/debian'
# pkg-config name -> Debian package, where another name than lib<name>-dev is usual.
PACKAGE_OF = {
    'glib-2.0': 'libglib2.0-dev', 'gobject-2.0': 'libglib2.0-dev', 'gio-2.0': 'libglib2.0-dev',
    'gio-unix-2.0': 'libglib2.0-dev', 'gmodule-2.0': 'libglib2.0-dev',
    'json-glib-1.0': 'libjson-glib-dev', 'libsoup-3.0': 'libsoup-3.0-dev',
    'sqlite3': 'libsqlite3-dev', 'libsodium': 'libsodium-dev', 'libsecret-1': 'libsecret-1-dev',
    'gtk4': 'libgtk-4-dev', 'libadwaita-1': 'libadwaita-1-dev', 'nice': 'libnice-dev',
    'gstreamer-1.0': 'libgstreamer1.0-dev', 'gstreamer-app-1.0': 'libgstreamer-plugins-base1.0-dev',
    'gstreamer-video-1.0': 'libgstreamer-plugins-base1.0-dev',
    'gstreamer-audio-1.0': 'libgstreamer-plugins-base1.0-dev',
    'gstreamer-sdp-1.0': 'libgstreamer-plugins-base1.0-dev',
    'gstreamer-rtp-1.0': 'libgstreamer-plugins-base1.0-dev',
    'gstreamer-webrtc-1.0': 'libgstreamer-plugins-bad1.0-dev',
    'libnotify': 'libnotify-dev', 'libpng': 'libpng-dev',
    'libqrencode': 'libqrencode-dev', 'libportal-gtk4': 'libportal-gtk4-dev',
    'libcurl': 'libcurl4-gnutls-dev', 'libcrypto': 'libssl-dev', 'libical': 'libical-dev',
    'gnutls': 'libgnutls28-dev', 'poppler-glib': 'libpoppler-glib-dev', 'cairo': 'libcairo2-dev',
    'cairo-pdf': 'libcairo2-dev', 'pango': 'libpango1.0-dev', 'pangocairo': 'libpango1.0-dev',
}
FAMILY = {'gmime-3.0': 'gmime', 'gobject-2.0': 'glib', 'gio-2.0': 'glib',
          'gio-unix-2.0': 'glib', 'glib-2.0': 'glib',
          'gtk4': 'gtk', 'libadwaita-1': 'libadwaita', 'libsecret-1': 'libsecret',
          'libsoup-3.0': 'libsoup', 'sqlite3': 'sqlite', 'json-glib-1.0': 'json-glib',
          'libportal-gtk4': 'libportal', 'nice': 'libnice', 'cairo-pdf': 'cairo',
          'pangocairo': 'pango', 'x11': 'libx11', 'epoxy': 'libepoxy', 'libcrypto': 'openssl'}


def family(name):
    return FAMILY.get(name, re.sub(r'(-[a-z]+)?-1\.0$', '', name))


def packages_of(text):
    return {word for line in text.splitlines() for word in line.split('#')[0].split()}


def find(tree):
    guide = tree.files.get('CONTRIBUTING.md', '').lower()
    packages = packages_of(tree.files.get(PACKAGES, ''))
    for path, text in tree.texts('meson.build'):
        for name in ASKED.findall(text):
            if not re.search(r'^[-|*] ?\W*' + re.escape(family(name)), guide, re.MULTILINE):
                yield f'{path}: CONTRIBUTING.md has no line for {name}'
            package = PACKAGE_OF.get(name, f'lib{name}-dev')
            if package not in packages:
                yield f'{path}: {name} needs {package} in {PACKAGES}'


BUILD = "x = dependency('sqlite3')\n"
GUIDE = '- SQLite: keeps\n'
GOOD = [{'meson.build': BUILD, 'CONTRIBUTING.md': GUIDE, PACKAGES: 'libsqlite3-dev\n'}]
BAD = [
    {'meson.build': BUILD, 'CONTRIBUTING.md': '', PACKAGES: 'libsqlite3-dev\n'},
    {'meson.build': BUILD, 'CONTRIBUTING.md': GUIDE, PACKAGES: '# libsqlite3-dev\n'},
]
