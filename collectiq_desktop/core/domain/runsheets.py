"""Run sheets: their numbers, and when one may be closed."""

from __future__ import annotations

import re
from collections.abc import Iterable

LETTER = "L"
_NUMBER = re.compile(r"(L[A-Z][0-9]{2}/[0-9]{2}/)([0-9]{6})")
MOST_ROWS = 500


def prefix_of(series_code: str, start_year: int) -> str:
    """What stands before the six digits of a sheet's number: `LA01/26/`."""
    return f"{LETTER}{series_code}/{start_year % 100:02d}/"


def number_at(prefix: str, n: int) -> str:
    """The n-th number of a series of sheets."""
    return f"{prefix}{n:06d}"


def parse_sheet_number(number: str) -> tuple[str, int] | None:
    """Prefix and count behind a sheet's number, None for any other."""
    match = _NUMBER.fullmatch(number)
    return (match[1], int(match[2])) if match else None


def rows_without_outcome(rows_count: int, with_outcome: Iterable[int]) -> list[int]:
    """The rows, counted from 1, that have no outcome yet."""
    return sorted(set(range(1, rows_count + 1)) - set(with_outcome))
