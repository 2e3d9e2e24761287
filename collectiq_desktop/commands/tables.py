"""Tables for people: columns that stand under each other in every script.

Plain text only; what is in a table is decided by the verb.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

_GAP = "  "
_NO_WIDTH = frozenset({"Mn", "Me", "Cf"})
_BREAKING = frozenset({"Cc", "Zl", "Zp"})
_WIDE = frozenset({"W", "F"})


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its title, and whether its cells stand at the right edge."""

    title: str
    is_right: bool = False
    widest: int = 40


def left(title: str, widest: int = 40) -> Column:
    """A column of text."""
    return Column(title, widest=widest)


def right(title: str) -> Column:
    """A column of figures, which are never cut short."""
    return Column(title, is_right=True, widest=1_000)


@lru_cache(maxsize=4_096)
def _char_width(char: str) -> int:
    if unicodedata.category(char) in _NO_WIDTH:
        return 0
    return 2 if unicodedata.east_asian_width(char) in _WIDE else 1


def width_of(text: str) -> int:
    """The columns that a text takes up on a terminal."""
    return len(text) if text.isascii() else sum(map(_char_width, text))


def fitted(text: str, column_width: int, *, is_right: bool = False) -> str:
    """The text padded to a width, or cut short with an ellipsis."""
    width = width_of(text)
    if width > column_width:
        text = _cut(text, column_width - 1) + "…"
        width = width_of(text)
    padding = " " * (column_width - width)
    return padding + text if is_right else text + padding


def _cut(text: str, column_width: int) -> str:
    taken = 0
    for position, char in enumerate(text):
        taken += _char_width(char)
        if taken > column_width:
            return text[:position]
    return text


def one_line(text: str) -> str:
    """The text without line breaks and control characters, which would spoil a table."""
    if text.isascii() and text.isprintable():
        return text
    return "".join(" " if unicodedata.category(char) in _BREAKING else char for char in text)


def table(
    columns: Sequence[Column],
    rows: Iterable[Sequence[str]],
    totals: Sequence[str] = (),
) -> Iterator[str]:
    """The lines of a table: titles, rows, and totals under a rule."""
    body = [[one_line(cell) for cell in row] for row in rows]
    last = [list(totals)] if totals else []
    widths = [
        min(
            column.widest,
            max(
                width_of(row[place]) for row in ([column.title for column in columns], *body, *last)
            ),
        )
        for place, column in enumerate(columns)
    ]

    def line(cells: Sequence[str]) -> str:
        fits = (
            fitted(cell, width, is_right=column.is_right)
            for cell, width, column in zip(cells, widths, columns, strict=True)
        )
        return _GAP.join(fits).rstrip()

    rule = _GAP.join("-" * width for width in widths)
    yield line([column.title for column in columns])
    yield rule
    yield from map(line, body)
    if totals:
        yield rule
        yield line(totals)
