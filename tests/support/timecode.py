# SPDX-FileCopyrightText: The Interview authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The time code in the test pictures.

Along the top of the picture lies a row of 44 square blocks, each 24 pixels wide in a picture 1280
wide and scaled with it, white for 1 and black for 0: the low 44 bits of the time in milliseconds
since 1970, least significant bit first. The row below holds the same bits inverted.
"""

BITS = 44
BLOCK = 24 / 1280
# A rounded corner may hide a few blocks; they are worth less than this many milliseconds.
MAY_BE_HIDDEN = 6
PLAUSIBLE_MS = 60_000


def draw(milliseconds, width, height, mirrored=False, background=90):
    """Rows of grey values with a time code in them, for the reader's own test."""
    side = width * BLOCK
    rows = []
    for y in range(height):
        row = []
        for x in range(width):
            column = int((width - 1 - x if mirrored else x) / side)
            line = int(y / side)
            if column < BITS and line < 2:
                bit = milliseconds >> column & 1
                row.append(235 if bit != line else 16)
            else:
                row.append(background)
        rows.append(row)
    return rows


def read_row(picture, left, top, width, mirrored):
    """The time at one exact place, or None."""
    side = width * BLOCK
    value = 0
    for bit in range(BITS):
        offset = (bit + 0.5) * side
        x = left + (width - offset if mirrored else offset)
        straight = picture.grey(x, top + 0.5 * side)
        inverse = picture.grey(x, top + 1.5 * side)
        if straight is None or inverse is None:
            return None
        if abs(straight - inverse) < 60:
            if bit < MAY_BE_HIDDEN:
                continue
            return None
        if straight > inverse:
            value |= 1 << bit
    return value


def places(width, height, aspect):
    """Where a picture of this aspect may lie in an area: fitted into it, or filling it."""
    fitted = min(width, height * aspect)
    filling = max(width, height * aspect)
    sizes = [fitted] if abs(fitted - filling) < 1 else [fitted, filling]
    for size in sizes:
        yield (width - size) / 2, (height - size / aspect) / 2, size


def jitter():
    """Small errors of place and size, the likely ones first."""
    steps = [(size, dx, dy) for size in (0, -1, 1, -2, 2, -3, 3) for dx in (0, -1, 1, -2, 2)
             for dy in (0, -1, 1, -2, 2)]
    return sorted(steps, key=lambda step: sum(abs(part) for part in step))


JITTER = jitter()


def read(picture, area, now_ms, aspect=16 / 9):
    """Reads the time code of the video that an area (x, y, width, height) of a picture shows.

    Returns milliseconds since 1970, or None. What is not within a minute of `now_ms` is no time
    code but chance.
    """
    x, y, width, height = area
    for left, top, size in places(width, height, aspect):
        for more, right, down in JITTER:
            for mirrored in (False, True):
                value = read_row(picture, x + left + right, y + top + down, size + more, mirrored)
                if value is not None and abs(value - now_ms) < PLAUSIBLE_MS:
                    return value
    return None
