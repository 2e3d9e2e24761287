"""The fonts that we ship, made to stand on one line.

Noto's Indian fonts promise less height above the line and more below it than
its Latin one, so Qt would set their words up to two pixels higher, in every
row and over every field that speaks both. They are given the Latin heights
while they are read; what is drawn stays as it is.
"""

from __future__ import annotations

import struct
from pathlib import Path

from PySide6.QtCore import QByteArray, QLoggingCategory
from PySide6.QtGui import QFontDatabase

_LATIN = "NotoSans-"
# Latin's own, in thousandths of the letter's size; Hindi's deepest signs reach 307 below.
_ABOVE, _BELOW = 1069, 293
_DIRECTORY, _RECORD = 12, 16


def load_fonts(folder: Path) -> None:
    """Make the fonts that we ship known to Qt."""
    # Each family is tried for each script, and Qt warns of those that do not have it.
    QLoggingCategory.setFilterRules("qt.text.font.db*=false")
    for path in sorted(folder.glob("*.ttf")):
        if path.name.startswith(_LATIN):
            QFontDatabase.addApplicationFont(str(path))
        else:
            levelled = with_heights(path.read_bytes(), _ABOVE, _BELOW)
            QFontDatabase.addApplicationFontFromData(QByteArray(levelled))


def with_heights(font: bytes, above: int, below: int) -> bytes:
    """The font with these heights over and under the line, in thousandths of its size."""
    changed = bytearray(font)
    tables = _tables_of(font)
    (units,) = struct.unpack_from(">H", font, tables[b"head"] + 18)
    up, down = above * units // 1000, below * units // 1000
    struct.pack_into(">hh", changed, tables[b"hhea"] + 4, up, -down)
    struct.pack_into(">hh", changed, tables[b"OS/2"] + 68, up, -down)
    struct.pack_into(">HH", changed, tables[b"OS/2"] + 74, up, down)
    return bytes(changed)


def _tables_of(font: bytes) -> dict[bytes, int]:
    """Where each table of the font begins."""
    (count,) = struct.unpack_from(">H", font, 4)
    records = (
        struct.unpack_from(">4sIII", font, _DIRECTORY + number * _RECORD) for number in range(count)
    )
    return {tag: begins for tag, _sum, begins, _length in records}
