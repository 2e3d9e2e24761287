"""What was changed in a party's master data: by whom, when, from what to what."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.domain.masters import Value
from collectiq_desktop.core.queries.asking import Ask, answers, party_at
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.facts import read_fact
from collectiq_desktop.core.wire.codec import body_of
from collectiq_desktop.core.wire.facts import Fact, PartyAdded, PartyAmended

_h = tables.master_history.c


class PartyChange(NamedTuple):
    """One field that a person or an import changed.

    Args:
        at: UTC milliseconds, by the clock of whoever changed it.
        field: the field's name, as `Party` has it.
        before: the value that was replaced; None where there was none.
    """

    fact_id: FactId
    at: int
    user_id: UserId
    field: str
    before: Value
    after: Value


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyChanges(Ask[tuple[PartyChange, ...]]):
    """The changes of a party's master data, the newest first."""

    party_id: PartyId
    limit: int = 100


@answers(PartyChanges)
def party_changes(conn: Connection, ask: PartyChanges, _today_on: date) -> tuple[PartyChange, ...]:
    """The newest changes.

    Raises:
        NotFound: there is no such party.
    """
    party_at(conn, ask.party_id)
    history = (
        select(_h.fact_id).where(_h.master_id == ask.party_id).order_by(_h.ordinal, _h.fact_id)
    )
    fact_ids = [ask.party_id, *conn.execute(history).scalars()]
    values: dict[tuple[str, bytes], Value] = {}
    found: list[PartyChange] = []
    for fact in (read_fact(conn, fact_id) for fact_id in fact_ids):
        assert fact is not None, "the history names facts of the log"
        found += _changes_of(fact, values)
    return tuple(found[::-1][: ask.limit])


def _changes_of(fact: Fact, values: dict[tuple[str, bytes], Value]) -> list[PartyChange]:
    """The fact's changes; each value is remembered with the fact that brought it."""
    body = body_of(fact)
    if isinstance(body, PartyAdded):
        values.update({(name, fact.fact_id): value for name, value in body.fields.items()})
        return []
    assert isinstance(body, PartyAmended), "only these are about a party's master data"
    values.update({(name, fact.fact_id): edit.value for name, edit in body.edits.items()})
    return [
        PartyChange(
            fact.fact_id,
            fact.recorded_at,
            fact.user_id,
            name,
            values.get((name, edit.replaces)) if edit.replaces is not None else None,
            edit.value,
        )
        for name, edit in sorted(body.edits.items())
    ]
