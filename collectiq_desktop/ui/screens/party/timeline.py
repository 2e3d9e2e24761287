"""What happened with a party, newest first: vouchers, calls on it, changes of its master data.

No window here.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import NamedTuple, TypeAlias

from collectiq_desktop.core.domain.calendar import business_date
from collectiq_desktop.core.queries.daybook import DayBookLine
from collectiq_desktop.core.queries.party_changes import PartyChange
from collectiq_desktop.core.queries.promises import PromiseLine
from collectiq_desktop.core.queries.reminders import ReminderLine
from collectiq_desktop.core.queries.visits import VisitLine

Call: TypeAlias = VisitLine | ReminderLine | PromiseLine
"""How the party was chased: somebody was there, reminded it, or heard a promise."""


class TimelineLine(NamedTuple):
    """One thing that happened: a voucher, a call or a change."""

    on: date
    voucher: DayBookLine | None = None
    change: PartyChange | None = None
    call: Call | None = None

    @property
    def identity(self) -> object:
        """What the line is about, however often it is read."""
        if self.voucher is not None:
            return self.voucher.voucher_id
        if self.call is not None:
            return self.call[0]
        assert self.change is not None
        return self.change.fact_id, self.change.field


def timeline(
    vouchers: Iterable[DayBookLine],
    changes: Iterable[PartyChange],
    calls: Iterable[Call] = (),
    *,
    is_whole: bool,
) -> Sequence[TimelineLine]:
    """All in one, the newest first; of one day, vouchers come first and changes last.

    Args:
        vouchers: the newest first; where they are not the whole, what is older
            is left out, for between it something would be missing.
    """
    lines = [TimelineLine(line.on, voucher=line) for line in vouchers]
    first_on = None if is_whole or not lines else lines[-1].on
    told = [TimelineLine(_day_of(call), call=call) for call in calls]
    told += [TimelineLine(business_date(change.at), change=change) for change in changes]
    lines += [line for line in told if first_on is None or line.on >= first_on]
    return sorted(lines, key=lambda line: line.on, reverse=True)


def _day_of(call: Call) -> date:
    return call.made_on if isinstance(call, PromiseLine) else call.on
