"""What happened with a party, newest first: its vouchers, and changes of its master data.

No window here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple

from collectiq_desktop.core.domain.calendar import business_date
from collectiq_desktop.core.queries.daybook import DayBookLine
from collectiq_desktop.core.queries.party_changes import PartyChange


class TimelineLine(NamedTuple):
    """One thing that happened: a voucher or a change."""

    on: date
    voucher: DayBookLine | None = None
    change: PartyChange | None = None

    @property
    def identity(self) -> object:
        """What the line is about, however often it is read."""
        if self.voucher is not None:
            return self.voucher.voucher_id
        assert self.change is not None
        return self.change.fact_id, self.change.field


def timeline(
    vouchers: Iterable[DayBookLine], changes: Iterable[PartyChange], *, is_whole: bool
) -> Sequence[TimelineLine]:
    """Both in one, the newest first; of one day, the vouchers come first.

    Args:
        vouchers: the newest first; where they are not the whole, older
            changes are left out, for between them something would be missing.
    """
    lines = [TimelineLine(line.on, voucher=line) for line in vouchers]
    first_on = None if is_whole or not lines else lines[-1].on
    told = (TimelineLine(business_date(change.at), change=change) for change in changes)
    lines += [line for line in told if first_on is None or line.on >= first_on]
    return sorted(lines, key=lambda line: line.on, reverse=True)
