"""Facts of collecting in the projections: a few rows for each fact that has effect.

What they add up to (where a cheque stands, whether a promise was kept) is
asked for, never stored; so a fact that comes, moves or goes touches its own
rows only.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlalchemy import Table, delete

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.cheques import ChequeStep
from collectiq_desktop.core.domain.touched import Noun
from collectiq_desktop.core.storage import collecting_tables
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.collecting import (
    ChequeCleared,
    ChequeGivenBack,
    ChequeReceived,
)

Row = tuple[Any, ...]
Rows = Callable[[bytes, int, Any], list[tuple[Table, Row]]]
"""The rows of a fact with this id, ordinal and body, in the tables' column order."""


def _cheque(fact_id: bytes, ordinal: int, body: ChequeReceived) -> list[tuple[Table, Row]]:
    row = (
        fact_id,
        ordinal,
        body.party_id,
        body.amount_paise,
        body.number,
        body.bank,
        ymd_of(body.cheque_on),
        ymd_of(body.received_on),
        body.agent_id,
        body.branch_id,
    )
    return [(collecting_tables.cheque, row)]


def _cleared(fact_id: bytes, ordinal: int, body: ChequeCleared) -> list[tuple[Table, Row]]:
    told = (body.cheque_id, ChequeStep.CLEAR.value, ymd_of(body.cleared_on))
    return [(collecting_tables.cheque_step, (fact_id, ordinal, *told))]


def _given_back(fact_id: bytes, ordinal: int, body: ChequeGivenBack) -> list[tuple[Table, Row]]:
    told = (body.cheque_id, ChequeStep.GIVE_BACK.value, ymd_of(body.given_back_on))
    return [(collecting_tables.cheque_step, (fact_id, ordinal, *told))]


_ROWS: Mapping[type[Any], tuple[tuple[Table, ...], Rows]] = {
    ChequeReceived: ((collecting_tables.cheque,), _cheque),
    ChequeCleared: ((collecting_tables.cheque_step,), _cleared),
    ChequeGivenBack: ((collecting_tables.cheque_step,), _given_back),
}
"""For each kind of body the tables that hold it, and how its rows are made."""


def add_rows(writer: Writer, fact_id: bytes, ordinal: int, body: object) -> None:
    """Write what a fact says that was not here before."""
    _tables, rows = _ROWS[type(body)]
    for table, row in rows(fact_id, ordinal, body):
        writer.add(table, row)
    _touch(writer, body)


def drop_rows(writer: Writer, fact_id: bytes, body: object) -> None:
    """Take away what a fact says."""
    writer.flush_rows()
    for table in _ROWS[type(body)][0]:
        writer.conn.execute(delete(table).where(table.c.fact_id == fact_id))
    _touch(writer, body)


def _touch(writer: Writer, body: object) -> None:
    writer.touched.add(Noun.COLLECTING, getattr(body, "party_id", None))
