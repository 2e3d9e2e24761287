"""Imports: the batches that were taken in.

What an importer looks up while it reads is in `import_lookups`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, func, select

from collectiq_desktop.core.domain.ids import BatchId
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.storage import tables

_t, _v = tables.batch.c, tables.voucher.c


class BatchLine(NamedTuple):
    """One import batch.

    Args:
        recorded_at: when it was begun, UTC milliseconds.
    """

    batch_id: BatchId
    source: str
    recorded_at: int
    vouchers_count: int
    is_undone: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Batches(Ask[tuple[BatchLine, ...]]):
    """All import batches, newest first."""


@answers(Batches)
def batches(conn: Connection, _ask: Batches, _today_on: date) -> tuple[BatchLine, ...]:
    """The batches with the number of vouchers that each brought."""
    count = (
        select(func.count())
        .select_from(tables.voucher)
        .where(_v.batch_row == _t.batch_row)
        .correlate(tables.batch)
        .scalar_subquery()
    )
    statement = select(_t.batch_id, _t.source, _t.recorded_at, count, _t.is_undone).order_by(
        _t.batch_row.desc()
    )
    return tuple(
        BatchLine(batch_id, source, recorded_at, vouchers, bool(is_undone))
        for batch_id, source, recorded_at, vouchers, is_undone in conn.execute(statement)
    )
