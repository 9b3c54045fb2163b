# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""A PipeWire for one desktop, also in the place of PulseAudio, and what is plugged into it."""

import os
import subprocess

from .desktop import end
from .waiting import wait_until


class Plugs:
    """Start it once for a desktop, before the programs. What is plugged in is called by its name
    alone, and known again by that."""

    def __init__(self, desktop):
        self.desktop = desktop
        self.processes = {}
        self.serve('pipewire', 'pipewire-0')
        desktop.start(['wireplumber'], quiet=True)
        self.serve('pipewire-pulse', 'pulse/native')

    def serve(self, program, socket):
        self.desktop.start([program], quiet=True)
        path = os.path.join(self.desktop.environment['XDG_RUNTIME_DIR'], socket)
        wait_until(lambda: os.path.exists(path), f'the socket of {program}')

    def plug(self, name, command):
        self.processes[name] = self.desktop.start(command, quiet=True)

    def plug_camera(self, name):
        """A ball that jumps about."""
        self.plug(name, [
            'gst-launch-1.0', 'videotestsrc', 'is-live=true', 'pattern=ball', '!',
            'video/x-raw,format=BGRx,width=640,height=360,framerate=30/1', '!', 'pipewiresink',
            'mode=provide', 'stream-properties=p,media.class=Video/Source,media.role=Camera,'
            f'node.name={name},node.description={name}'])

    def plug_microphone(self, name, speaker):
        """It hears what is played on a speaker."""
        self.plug(name, [
            'pw-loopback', '--capture-props',
            f'{{ stream.capture.sink=true node.name={name}.ear target.object={speaker} }}',
            '--playback-props',
            f'{{ media.class=Audio/Source node.name={name} node.description={name} }}'])

    def plug_speaker(self, name):
        """It stays."""
        subprocess.run(
            ['pw-cli', 'create-node', 'adapter',
             '{ factory.name=support.null-audio-sink media.class=Audio/Sink object.linger=true '
             f'audio.position=[ MONO ] node.name={name} node.description={name} }}'],
            env=self.desktop.environment, check=True, stdout=subprocess.DEVNULL)

    def pull(self, name):
        end(self.processes.pop(name))
