"""Tables for paper: how wide each column must be, and rows in blocks.

Widths are reckoned here from the texts, and rows of one line are joined into
blocks, because setting thousands of single cells costs time and memory.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, groupby, islice, takewhile, zip_longest
from typing import TypeVar

from collectiq_desktop.documents.paper import Sheet, em_of
from collectiq_desktop.documents.view import Row, View

_T = TypeVar("_T")

BOLD = 1.1
DENSE_FROM_ROWS = 1_000
_DENSE_BLOCK_ROWS = 20
_BLOCK_ROWS = 5
_ROLL_PART_ROWS = 150
_ROLL_GAP_EM = 0.5
_SLACK_EM = 0.15
_ELLIPSIS_EM = 0.85
_LEAST_FILL_EM = 8.0
_PADS_EM = {"A4": 0.42}
_SMALL_PAD_EM = 0.36
_AMOUNT_MOST_EM = 30.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """A column: its head, its side, and the most it may take.

    Args:
        head: the word above it.
        is_right: True for numbers.
        most_em: wider texts wrap; None takes what is left of the page.
    """

    head: str
    is_right: bool = False
    most_em: float | None = 12.0


def amounts(head: str) -> Column:
    """A column of amounts, which are never wrapped."""
    return Column(head=head, is_right=True, most_em=_AMOUNT_MOST_EM)


def table_view(
    sheet: Sheet,
    columns: Sequence[Column],
    rows: Sequence[Row],
    *,
    first: Row | None = None,
    last: Row | None = None,
) -> View:
    """A table as its template takes it: column widths and blocks of rows.

    Limits: 27,000 rows; from a thousand on, every row is one line high and a
        text that is too long for its column is cut, so that memory stays small.
    """
    pad_em = _PADS_EM.get(sheet.name, _SMALL_PAD_EM)
    edges = [row for row in (first, last) if row is not None]
    asked = [_width(column, place, rows, edges) for place, column in enumerate(columns)]
    pads_em = 2 * pad_em * len(columns)
    fixed_em = sum(width for width in asked if width is not None) + pads_em
    scale = min(1.0, sheet.inner_em / (fixed_em + _LEAST_FILL_EM))
    fill_em = sheet.inner_em / scale - fixed_em
    widths = [fill_em if width is None else width for width in asked]
    is_dense = len(rows) > DENSE_FROM_ROWS
    blocks = _dense_blocks(rows, widths) if is_dense else _blocks(rows, widths)
    return {
        "heads": [column.head for column in columns],
        "rights": [column.is_right for column in columns],
        "widths": [width + 2 * pad_em for width in widths],
        "pad": pad_em,
        "scale": scale,
        "blocks": list(blocks),
        "dense": is_dense,
        "first": first,
        "last": last,
    }


def roll_view(sheet: Sheet, rows: Sequence[Row]) -> View:
    """Rows of left and right lines for a narrow roll, in printable parts.

    Left and right share a line where both fit on it; else the right one
    follows below. A part stays below the five metres that readers of PDF take
    as one page. Limits: as for a table.
    """
    laid = [_laid(left, right, sheet.inner_em) for left, right in rows]
    parts = list(_in_parts(laid, _ROLL_PART_ROWS))
    is_dense = len(rows) > DENSE_FROM_ROWS
    if not is_dense:
        return {"parts": parts, "dense": False}
    joined = [
        [_overlaid(few, sheet.inner_em) for few in _in_parts(part, _DENSE_BLOCK_ROWS)]
        for part in parts
    ]
    return {"parts": joined, "dense": True}


def _laid(left: str, right: str, inner_em: float) -> list[Row]:
    """The lines of a row of a roll, each with what stands left and right."""
    lines: list[Row] = []
    for begin, end in zip_longest(left.split("\n"), right.split("\n"), fillvalue=""):
        if begin and end and em_of(begin) + em_of(end) + _ROLL_GAP_EM > inner_em:
            lines += [[begin, ""], ["", end]]
        elif begin or end:
            lines.append([begin, end])
    return lines


def _overlaid(rows: Sequence[list[Row]], inner_em: float) -> Row:
    """Many rows as two texts with equally many lines, to lie one on the other."""
    return _joined([[_cut(left, inner_em), right] for lines in rows for left, right in lines])


def _in_parts(rows: Iterable[_T], size: int) -> Iterator[list[_T]]:
    left = iter(rows)
    while part := list(islice(left, size)):
        yield part


def _width(column: Column, place: int, rows: Sequence[Row], edges: Sequence[Row]) -> float | None:
    if column.most_em is None:
        return None
    longest = max((row[place] for row in rows), key=len, default="")
    texts = [em_of(longest), em_of(column.head) * BOLD, *(em_of(e[place]) * BOLD for e in edges)]
    return min(max(texts) + _SLACK_EM, column.most_em)


def _dense_blocks(rows: Sequence[Row], widths: Sequence[float]) -> Iterator[View]:
    for part in _in_parts(rows, _DENSE_BLOCK_ROWS):
        yield {"n": len(part), "cells": _joined([_cut_row(row, widths) for row in part])}


def _cut_row(row: Row, widths: Sequence[float]) -> Row:
    return [_cut(text, width) for text, width in zip(row, widths, strict=True)]


def _cut(text: str, width_em: float) -> str:
    """The text, or as much of its beginning as fits, with an ellipsis."""
    if len(text) <= width_em or em_of(text) <= width_em:
        return text
    room = width_em - _ELLIPSIS_EM
    reach = accumulate(map(em_of, text))
    kept = sum(1 for _ in takewhile(lambda end: end <= room, reach))
    return f"{text[:kept].rstrip()}…"


def _blocks(rows: Sequence[Row], widths: Sequence[float]) -> Iterator[View]:
    """Neighbouring rows of one line joined by fives; a row that wraps alone."""
    for is_flat, run in groupby(rows, key=lambda row: _is_flat(row, widths)):
        for part in _in_parts(run, _BLOCK_ROWS if is_flat else 1):
            yield {"n": len(part), "cells": _joined(part)}


def _is_flat(row: Row, widths: Sequence[float]) -> bool:
    return all(em_of(text) <= width for text, width in zip(row, widths, strict=True))


def _joined(rows: Sequence[Row]) -> Row:
    return ["\n".join(cells) for cells in zip(*rows, strict=True)]
