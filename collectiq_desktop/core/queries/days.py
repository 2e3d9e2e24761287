"""What each day's vouchers come to, branch by branch: what both ends can compare."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from sqlalchemy import Connection, func, select

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.queries.asking import summed
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.wire.facts import EVERY_BRANCH
from collectiq_desktop.core.wire.peer import ToldDay

_v = tables.voucher.c
FIRST_DAY, LAST_DAY = date.min, date.max


def told_days(
    conn: Connection, branches: Collection[str], first_on: date, last_on: date
) -> tuple[ToldDay, ...]:
    """The posted vouchers of each day and branch, by day, then branch.

    Args:
        branches: those that are told, `*` for all.

    Limits: a month takes milliseconds, a firm's whole life a scan of its vouchers.
    """
    statement = (
        select(_v.branch_id, _v.voucher_on, func.count(), summed(_v.amount_paise))
        .where(
            _v.state == "posted",
            _v.voucher_on.between(ymd_of(first_on), ymd_of(last_on)),
        )
        .group_by(_v.voucher_on, _v.branch_id)
        .order_by(_v.voucher_on, _v.branch_id)
    )
    if EVERY_BRANCH not in branches:
        statement = statement.where(_v.branch_id.in_(sorted(branches)))
    return tuple(
        ToldDay(branch_id=branch, on=on, vouchers_count=count, amount_paise=paise)
        for branch, on, count, paise in conn.execute(statement)
    )
