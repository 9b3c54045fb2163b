# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The source tree as the checks see it: paths and texts, from a folder or made up."""

import os
import subprocess
import tempfile

BINARY = ('.png', '.jpg', '.jpeg', '.pdf', '.ogg', '.webm', '.mkv', '.db', '.ico', '.bin', '.gz')
OWN_FLOORS = ('core', 'sqlite', 'client', 'media', 'ui', 'program', 'server')
APPS = ('interviewer-app', 'recruiter-app')


class Tree:
    """Maps paths, relative to the project's root, to texts; None is the text of a binary file."""

    def __init__(self, files, root=None):
        self.files = files
        self.root = root

    @classmethod
    def from_folder(cls, root):
        files = {}
        for path in list_files(root):
            with open(os.path.join(root, path), 'rb') as stream:
                content = stream.read()
            if path.endswith(BINARY) or b'\0' in content[:1024]:
                files[path] = None
            else:
                files[path] = content.decode('utf-8', 'replace')
        return cls(files, root)

    def texts(self, *endings, under=''):
        """The text files below `under` whose names end in one of `endings`, in order."""
        for path in sorted(self.files):
            text = self.files[path]
            if text is not None and path.startswith(under) and (
                    not endings or path.endswith(endings)):
                yield path, text

    def folder(self):
        """A folder that holds the tree, for the tools that read files."""
        if self.root:
            return self.root
        self.kept = tempfile.TemporaryDirectory(prefix='interview-check-')
        self.root = self.kept.name
        for path, text in self.files.items():
            whole = os.path.join(self.root, path)
            os.makedirs(os.path.dirname(whole), exist_ok=True)
            with open(whole, 'w', encoding='utf-8') as stream:
                stream.write(text or '')
        return self.root


def list_files(root):
    """What belongs to the project: what git knows or would add, else what is not built."""
    git = subprocess.run(
        ['git', '-c', 'safe.directory=*', '-C', root, 'ls-files', '-co', '--exclude-standard',
         '-z'], capture_output=True, check=False)
    if git.returncode == 0:
        names = git.stdout.decode().split('\0')
        return [name for name in names if name and os.path.isfile(os.path.join(root, name))]
    found = []
    for folder, folders, names in os.walk(root):
        folders[:] = [name for name in folders
                      if not name.startswith(('build', '_', '.git')) and name != '__pycache__']
        found += [os.path.relpath(os.path.join(folder, name), root) for name in names]
    return found


def run_tool(command, folder):
    """Runs a tool; returns its complaints, one a line, or nothing when it is content."""
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    if done.returncode == 0:
        return []
    said = (done.stdout + done.stderr).strip()
    return said.splitlines() or [f'{command[0]}: exit status {done.returncode}']


def is_product(path):
    """Whether a file is part of what people run, not of its tests."""
    return path.startswith(('libinterview/',) + tuple(app + '/' for app in APPS))
