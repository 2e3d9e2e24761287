"""What a measurement says: a row with its limit and its bar, printed and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.benchmarks.measure import Compared


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """What is asked of a figure, or of its ratio to the raw limit."""

    at_most: float | None = None
    at_least: float | None = None
    is_ratio: bool = False
    unit: str = ""

    @property
    def text(self) -> str:
        sign, value = ("≤", self.at_most) if self.at_most is not None else ("≥", self.at_least)
        assert value is not None
        return f"{sign} {value:,g}{'× limit' if self.is_ratio else f' {self.unit}'}".rstrip()

    def is_met(self, figure: float, ratio: float | None) -> bool | None:
        """Whether the bar is met; None where there is no limit to compare with."""
        value = ratio if self.is_ratio else figure
        if value is None:
            return None
        if self.at_most is not None:
            return value <= self.at_most
        assert self.at_least is not None
        return value >= self.at_least


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of the table."""

    row: str
    size: str
    figure: float
    unit: str
    limit: float | None = None
    ratio: float | None = None
    bar: str | None = None
    met: bool | None = None


def row_of(
    row: str,
    size: str,
    figure: float,
    unit: str,
    *,
    limit: float | None = None,
    bar: Bar | None = None,
) -> Row:
    """The row, with its ratio and whether its bar is met."""
    ratio = figure / limit if limit else None
    return Row(
        row=row,
        size=size,
        figure=round(figure, 4),
        unit=unit,
        limit=None if limit is None else round(limit, 4),
        ratio=None if ratio is None else round(ratio, 3),
        bar=bar.text if bar else None,
        met=bar.is_met(figure, ratio) if bar else None,
    )


def compared_row(row: str, size: str, compared: Compared, bar: Bar | None = None) -> Row:
    """The row of two ways measured in turns: median wall time, for what waits for the disk."""
    raw, ours = compared.raw.wall_ms, compared.ours.wall_ms
    return row_of(row, size, ours, "ms", limit=raw, bar=bar)


def computed_row(row: str, size: str, compared: Compared, bar: Bar | None = None) -> Row:
    """The row of two ways measured in turns: median CPU time, which a shared machine moves less."""
    raw, ours = compared.raw.cpu_ms, compared.ours.cpu_ms
    return row_of(row, size, ours, "ms CPU", limit=raw, bar=bar)


_HEAD = ("what", "size", "figure", "limit", "ratio", "bar", "met")
_WORDS = {True: "yes", False: "MISSED", None: "–"}


def _number(value: float | None) -> str:
    if value is None:
        return "–"
    return f"{value:,.0f}" if abs(value) >= 1_000 else f"{value:,.3g}"


def _cells(row: Row) -> tuple[str, ...]:
    met = _WORDS[row.met] if row.bar else "–"
    ratio = "–" if row.ratio is None else f"{row.ratio:.2f}"
    figure = f"{_number(row.figure)} {row.unit}"
    return (row.row, row.size, figure, _number(row.limit), ratio, row.bar or "–", met)


def print_table(rows: Iterable[Row]) -> None:
    """Print the rows in columns, and how many bars are missed."""
    told = list(rows)
    cells = [_HEAD, *map(_cells, told)]
    widths = [max(map(len, column)) for column in zip(*cells, strict=True)]
    for n, line in enumerate(cells):
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)))
        if n == 0:
            print("  ".join("─" * width for width in widths))
    judged = [row for row in told if row.met is not None]
    missed = [f"{row.row} ({row.size})" for row in judged if not row.met]
    print(f"\n{len(judged) - len(missed)} of {len(judged)} bars met.")
    if missed:
        print("Missed: " + "; ".join(missed))


def write_json(rows: Iterable[Row], path: Path) -> None:
    """Write the rows for programs."""
    path.parent.mkdir(parents=True, exist_ok=True)
    told = [asdict(row) for row in rows]
    path.write_text(json.dumps(told, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def read_json(path: Path) -> list[Row]:
    """The rows that were written."""
    return [Row(**told) for told in json.loads(path.read_text(encoding="utf-8"))]
