"""The numbers that come next: for each counter and kind of document in this financial year."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.calendar import financial_year_of
from collectiq_desktop.core.domain.series import LAST_NUMBER, Series, number_of
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.storage import tables

_c, _d = tables.counter.c, tables.device.c


class SeriesLine(NamedTuple):
    """One series of this year.

    Args:
        next_number: what the next document will bear; empty when the series is full.
        used_count: how many of its numbers are used.
    """

    device: str
    series_code: str
    kind: VoucherKind
    next_number: str
    used_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class NextNumbers(Ask[tuple[SeriesLine, ...]]):
    """Every series of every counter, by the counter's code and the kind."""


@answers(NextNumbers)
def next_numbers(conn: Connection, _ask: NextNumbers, today_on: date) -> tuple[SeriesLine, ...]:
    """The series of the financial year that today lies in."""
    counted = conn.execute(select(_c.prefix, _c.last_number))
    used: dict[str, int] = dict(counted.all())
    year = financial_year_of(today_on).start_year
    devices = conn.execute(select(_d.name, _d.series_code).order_by(_d.series_code)).all()
    return tuple(
        SeriesLine(device, code, kind, _next(series, last), last)
        for device, code in devices
        for kind in VoucherKind
        for series in [Series(kind, code, year)]
        for last in [used.get(series.prefix, 0)]
    )


def _next(series: Series, last: int) -> str:
    return number_of(series, last + 1) if last < LAST_NUMBER else ""
