"""Fixed columns and pages of plain text: what a dot matrix printer can do.

Knows widths in characters and lines on a page; knows no record, and none of
a printer's codes.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import zip_longest

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.documents.ascii_text import ascii_of

WIDTHS = (80, 132)
_LEAST_FILL = 8
_LEAST_PAGE_LINES = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class TextPage:
    """The paper: characters on a line, lines on a page.

    Continuous paper of 12 inches has 72 lines, of 6 inches 36.
    """

    columns: int = 80
    lines: int = 72

    def __post_init__(self) -> None:
        if self.columns not in WIDTHS:
            message = say("Plain text is printed in 80 or 132 columns; choose one of the two.")
            raise BadInput(message, field="columns")
        if self.lines < _LEAST_PAGE_LINES:
            message = say(
                "A page needs at least {least} lines.",
                least=_LEAST_PAGE_LINES,
            )
            raise BadInput(message, field="page_lines")


@dataclass(frozen=True, slots=True, kw_only=True)
class TextColumn:
    """A column: its head and side; the one that fills takes what is left."""

    head: str
    is_right: bool = False
    is_fill: bool = False


@dataclass(slots=True)
class Section:
    """Rows that stay together line by line; the head comes again on a new page."""

    head: list[str] = field(default_factory=list)
    rows: list[list[str]] = field(default_factory=list)


def one_block(lines: Iterable[str]) -> Section:
    """Lines that should not be torn apart."""
    return Section(rows=[list(lines)])


def wrapped(text: str, width: int, indent: str = "") -> list[str]:
    """The text in ASCII on lines of at most the width."""
    return textwrap.wrap(ascii_of(text), width, subsequent_indent=indent) or [""]


def centred(text: str, width: int) -> list[str]:
    """The text in ASCII, each line in the middle."""
    return [line.center(width).rstrip() for line in wrapped(text, width)]


def pair(left: str, right: str, width: int) -> list[str]:
    """Left and right on one line, or on two where they do not fit."""
    begin, end = ascii_of(left), ascii_of(right)
    room = width - len(end) - 1
    if len(begin) <= room:
        return [begin.ljust(width - len(end)) + end if end else begin]
    return [*wrapped(begin, width), end.rjust(width)]


def beside(left: Sequence[str], right: Sequence[str], width: int) -> list[str]:
    """Two blocks side by side, each on half of the line."""
    half = width // 2
    begins = [line for text in left for line in wrapped(text, half - 2)]
    ends = [line for text in right for line in wrapped(text, width - half)]
    both = zip_longest(begins, ends, fillvalue="")
    return [f"{begin.ljust(half)}{end}".rstrip() for begin, end in both]


def table(
    page: TextPage,
    columns: Sequence[TextColumn],
    rows: Sequence[Sequence[str]],
    edges: Sequence[Sequence[str]] = (),
) -> Section:
    """The rows in columns as wide as their texts; what fills is wrapped.

    Args:
        edges: further rows that count for the widths, such as totals.
    """
    plain = [[ascii_of(cell) for cell in row] for row in rows]
    others = [[ascii_of(cell) for cell in row] for row in (*edges, [c.head for c in columns])]
    widths = [max(len(row[at]) for row in (*plain, *others)) for at in range(len(columns))]
    fixed = sum(w for w, c in zip(widths, columns, strict=True) if not c.is_fill)
    room = page.columns - fixed - (len(columns) - 1)
    widths = [
        max(room, _LEAST_FILL) if column.is_fill else width
        for width, column in zip(widths, columns, strict=True)
    ]
    rule = "-" * page.columns
    head = _lines([ascii_of(column.head) for column in columns], columns, widths)
    return Section(head=[rule, *head, rule], rows=[_lines(row, columns, widths) for row in plain])


def _lines(row: Sequence[str], columns: Sequence[TextColumn], widths: Sequence[int]) -> list[str]:
    cells = [textwrap.wrap(text, width) or [""] for text, width in zip(row, widths, strict=True)]
    lines = []
    for parts in zip_longest(*cells, fillvalue=""):
        placed = [
            part.rjust(width) if column.is_right else part.ljust(width)
            for part, column, width in zip(parts, columns, widths, strict=True)
        ]
        lines.append(" ".join(placed).rstrip())
    return lines


def pages_of(
    page: TextPage,
    head: Sequence[str],
    next_head: Sequence[str],
    sections: Sequence[Section],
    foot: str,
) -> tuple[str, ...]:
    """The sections on pages, each page with its head and its foot.

    Args:
        foot: with `{x}` and `{y}` for this page and their number.
    """
    room = page.lines - 2
    pages: list[list[str]] = [list(head)]
    for section in sections:
        needed = len(section.head) + (len(section.rows[0]) if section.rows else 0)
        if len(pages[-1]) + needed > room and len(pages[-1]) > len(next_head):
            pages.append(list(next_head))
        pages[-1] += section.head
        for row in section.rows:
            if len(pages[-1]) + len(row) > room:
                pages.append([*next_head, *section.head])
            pages[-1] += row
    total = str(len(pages))
    return tuple(
        _page(lines, foot.replace("{x}", str(n)).replace("{y}", total), page)
        for n, lines in enumerate(pages, start=1)
    )


def _page(lines: list[str], foot: str, page: TextPage) -> str:
    filled = lines[: page.lines - 2]
    filled += [""] * (page.lines - 1 - len(filled))
    return "\n".join([*filled, ascii_of(foot).rjust(page.columns)])
