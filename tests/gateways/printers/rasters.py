"""Reading what a thermal printer would print out of the bytes it is sent."""

from __future__ import annotations

import struct

_RASTER = b"\x1dv0"


def fragments_of(data: bytes) -> list[tuple[int, int, bytes]]:
    """Each raster picture: bytes across, rows, and its dots."""
    found = []
    at = data.find(_RASTER)
    while at >= 0:
        width, rows = struct.unpack("<HH", data[at + 4 : at + 8])
        end = at + 8 + width * rows
        found.append((width, rows, data[at + 8 : end]))
        at = data.find(_RASTER, end)
    return found


def dots_of(data: bytes) -> tuple[int, int, set[tuple[int, int]]]:
    """Width, height and the black dots of all pictures one under the other."""
    fragments = fragments_of(data)
    top, black = 0, set()
    for width, rows, dots in fragments:
        for place, byte in enumerate(dots):
            for bit in range(8):
                if byte & (0x80 >> bit):
                    black.add((place % width * 8 + bit, top + place // width))
        top += rows
    return fragments[0][0] * 8, top, black
