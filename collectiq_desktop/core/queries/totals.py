"""Answers without the totals of the firm, for who sees all parties but not what they sum up to.

Each party is still told; what agents hold is not, so that a clerk counts their
cash in blind. An agent, whose sums are over the own parties alone, keeps them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from collectiq_desktop.core.queries.ageing import Ageing, AgeingSheet
from collectiq_desktop.core.queries.chase import Chase, ChaseSheet
from collectiq_desktop.core.queries.cheques import ChequeRegister, ChequesDue, ChequeSheet
from collectiq_desktop.core.queries.dues import Dues, DuesSheet
from collectiq_desktop.core.queries.outstanding import Outstanding, OutstandingSheet
from collectiq_desktop.core.queries.promises import Promises, PromiseSheet, PromiseSum


def _chase(sheet: ChaseSheet) -> ChaseSheet:
    return replace(
        sheet,
        has_totals=False,
        held_paise=0,
        agents_count=0,
        oldest_at=None,
        due=_counted(sheet.due),
        broken=_counted(sheet.broken),
        cheques_paise=0,
    )


def _counted(found: PromiseSum) -> PromiseSum:
    return found._replace(amount_paise=0, paid_paise=0)


def _promises(sheet: PromiseSheet) -> PromiseSheet:
    return replace(
        sheet,
        has_totals=False,
        due=_counted(sheet.due),
        late=_counted(sheet.late),
        broken=_counted(sheet.broken),
    )


def _cheques(sheet: ChequeSheet) -> ChequeSheet:
    sums = tuple(each._replace(amount_paise=0) for each in sheet.sums)
    return replace(sheet, has_totals=False, sums=sums)


def _dues(sheet: DuesSheet) -> DuesSheet:
    overdue, due_today = (each._replace(open_paise=0) for each in (sheet.overdue, sheet.due_today))
    return replace(sheet, has_totals=False, owed_paise=0, overdue=overdue, due_today=due_today)


def _outstanding(sheet: OutstandingSheet) -> OutstandingSheet:
    return replace(sheet, has_totals=False, total_paise=0)


def _ageing(sheet: AgeingSheet) -> AgeingSheet:
    nothing = (0,) * len(sheet.buckets_paise)
    sums: dict[str, Any] = {"buckets_paise": nothing, "on_account_paise": 0, "total_paise": 0}
    return replace(sheet, has_totals=False, **sums)


WITHOUT_TOTALS: Mapping[type[Any], Callable[[Any], Any]] = {
    Chase: _chase,
    Promises: _promises,
    ChequeRegister: _cheques,
    ChequesDue: _cheques,
    Dues: _dues,
    Outstanding: _outstanding,
    Ageing: _ageing,
}
"""Asks whose answers have totals, and how an answer is told without."""
