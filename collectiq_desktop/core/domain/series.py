"""Numbers: consecutive per device, kind and financial year, never used again."""

from __future__ import annotations

import re
from typing import NamedTuple

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import VoucherKind

SERIES_CODE = re.compile(r"[A-Z][0-9]{2}")
LAST_NUMBER = 999_999
_LETTERS = "".join(kind.value for kind in VoucherKind)
_NUMBER = re.compile(rf"([{_LETTERS}])([A-Z][0-9]{{2}})/([0-9]{{2}})/([0-9]{{6}})")


class Series(NamedTuple):
    """One run of numbers: a kind of document of one device in one year."""

    kind: VoucherKind
    series_code: str
    start_year: int

    @property
    def prefix(self) -> str:
        """What stands before the six digits: `RA01/26/`."""
        return f"{self.kind.value}{self.series_code}/{self.start_year % 100:02d}/"


def number_of(series: Series, n: int) -> str:
    """The n-th number of a series: `RA01/26/000123`, 14 of 16 characters.

    Raises:
        Refused: the series is full.
    Source: CGST Rule 46(b): at most 16 characters, consecutive, unique in the year.
    """
    assert SERIES_CODE.fullmatch(series.series_code)
    if not 0 < n <= LAST_NUMBER:
        message = say(
            "The series {prefix} is full; ask for another series code.", prefix=series.prefix
        )
        raise Refused(message, field="number")
    return f"{series.prefix}{n:06d}"


def parse_number(number: str) -> tuple[Series, int] | None:
    """The series and count behind one of our own numbers, None for any other."""
    match = _NUMBER.fullmatch(number)
    if match is None:
        return None
    return Series(VoucherKind(match[1]), match[2], 2000 + int(match[3])), int(match[4])
