# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Pictures of the screen, read without any library: binary PPM in, PNG out through ImageMagick."""

import re
import subprocess


class Picture:
    """Width, height, and three bytes for each pixel."""

    def __init__(self, width, height, pixels):
        self.width = width
        self.height = height
        self.pixels = pixels

    @classmethod
    def from_ppm(cls, content):
        match = re.match(rb'P6\s+(?:#[^\n]*\n\s*)*(\d+)\s+(\d+)\s+255\s', content)
        if not match:
            raise ValueError('not a picture')
        width, height = int(match.group(1)), int(match.group(2))
        return cls(width, height, content[match.end():match.end() + width * height * 3])

    def grey(self, x, y):
        """Brightness from 0 to 255; outside the picture it is None."""
        x, y = int(x), int(y)
        if not (0 <= x < self.width and 0 <= y < self.height):
            return None
        at = (y * self.width + x) * 3
        red, green, blue = self.pixels[at:at + 3]
        return (red * 299 + green * 587 + blue * 114) // 1000

    def crop(self, x, y, width, height):
        x, y = max(0, int(x)), max(0, int(y))
        width, height = min(int(width), self.width - x), min(int(height), self.height - y)
        if width <= 0 or height <= 0:
            return Picture(0, 0, b'')
        rows = []
        for row in range(y, y + height):
            start = (row * self.width + x) * 3
            rows.append(self.pixels[start:start + width * 3])
        return Picture(width, height, b''.join(rows))

    def difference(self, other):
        """Mean difference per colour of two pictures of one size, 0 to 255."""
        if (self.width, self.height) != (other.width, other.height):
            return 255.0
        total = sum(abs(a - b) for a, b in zip(self.pixels[::7], other.pixels[::7]))
        return total / max(1, len(self.pixels[::7]))

    def save(self, path):
        header = f'P6 {self.width} {self.height} 255\n'.encode()
        subprocess.run(['convert', 'ppm:-', f'png:{path}'], input=header + self.pixels, check=True)


def grab(window='root'):
    """What a window shows now, the whole screen without one."""
    done = subprocess.run(['import', '-silent', '-window', str(window), '-depth', '8', 'ppm:-'],
                          capture_output=True, check=True)
    return Picture.from_ppm(done.stdout)
