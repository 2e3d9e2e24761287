"""The bytes of a dot matrix printer (ESC/P): plain pages between a few old codes.

Source: domain page §6: `ESC @` reset, `ESC C n` page length in lines, `SI`
condensed, `FF` eject.
"""

from __future__ import annotations

from collections.abc import Sequence

_RESET = b"\x1b@"
_PAGE_LENGTH = b"\x1bC"
_SIX_LINES_AN_INCH = b"\x1b2"
_CONDENSED, _NORMAL = b"\x0f", b"\x12"
_EJECT = b"\x0c"
_LINE_END = b"\r\n"


def dot_matrix_bytes(pages: Sequence[str], *, page_lines: int, is_condensed: bool = False) -> bytes:
    """What a dot matrix printer must be sent to print the pages.

    Args:
        pages: ASCII, lines parted by line feeds.
        page_lines: lines on a page of its paper.
        is_condensed: 17 characters to the inch, for 132 columns on 8 inches.
    """
    assert 0 < page_lines < 128, "the code takes one byte below 128"
    head = _RESET + _SIX_LINES_AN_INCH + _PAGE_LENGTH + bytes((page_lines,))
    head += _CONDENSED if is_condensed else b""
    printed = [
        _LINE_END.join(line.encode("ascii") for line in page.split("\n")).rstrip() + _LINE_END
        for page in pages
    ]
    return head + _EJECT.join(printed) + _EJECT + (_NORMAL if is_condensed else b"")
