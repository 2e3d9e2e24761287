"""What a run sheet should hold: the parties to call on, in order, and what to expect."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, func, literal_column, select

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.cheques import ChequeDue, ChequeState
from collectiq_desktop.core.domain.ids import PartyId, UserId
from collectiq_desktop.core.queries.asking import Ask, answers, day_of, summed
from collectiq_desktop.core.queries.beats import BeatPlans, beat_plans
from collectiq_desktop.core.queries.cheques import ChequeRegister, cheque_register
from collectiq_desktop.core.queries.promises import PromisesDueOn, promises_due_on
from collectiq_desktop.core.storage import tables

PROMISE, OVERDUE, CHEQUE, BEAT = "promise", "overdue", "cheque", "beat"
"""Why a party is on a run sheet; the words stand in facts for ever."""

_p, _t, _b, _a = tables.party.c, tables.standing.c, tables.bill.c, tables.assignment.c
_NOTHING: ColumnElement[int] = literal_column("0")


class Proposal(NamedTuple):
    """A party that should be called on, and why.

    Args:
        reasons: words of this module.
        oldest_due_on: of its oldest overdue bill.

    Money: expected_paise is what was promised by then, else what is overdue,
        at most what it owes.
    """

    party_id: PartyId
    party: str
    code: str
    beat: str
    balance_paise: int
    overdue_paise: int
    oldest_due_on: date | None
    promised_paise: int
    bounced_paise: int
    expected_paise: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetProposals(Ask[tuple[Proposal, ...]]):
    """The parties that an agent should call on, or those of a beat.

    Args:
        on: the day of the sheet; today by default.
        is_whole: also those that owe nothing overdue and promised nothing.
    """

    agent_id: UserId | None = None
    beat: str = ""
    on: date | None = None
    is_whole: bool = False


@answers(SheetProposals)
def sheet_proposals(conn: Connection, ask: SheetProposals, today_on: date) -> tuple[Proposal, ...]:
    """The proposals: by the beat's order where it has one, else promises first, then names.

    Limits: 5,000 parties.
    """
    on = ask.on or today_on
    promised: dict[bytes, int] = defaultdict(int)
    for line in promises_due_on(conn, PromisesDueOn(on=on), today_on):
        promised[line.party_id] += line.amount_paise - line.paid_paise
    bounced: dict[bytes, int] = defaultdict(int)
    for cheque in cheque_register(conn, ChequeRegister(), today_on).lines:
        if cheque.state is ChequeState.BOUNCED and cheque.due is not ChequeDue.NOTHING:
            bounced[cheque.party_id] += cheque.amount_paise
    found = [
        _proposal(row, promised[row.party_id], bounced[row.party_id], is_of_beat=bool(ask.beat))
        for row in _parties(conn, ask, on)
    ]
    wanted = [each for each in found if _is_wanted(each, is_whole=ask.is_whole)]
    places = _places(conn, today_on)
    wanted.sort(
        key=lambda each: (
            *places.get((each.beat, each.party_id), (1, 0)),
            not each.promised_paise,
            each.party.casefold(),
            each.party_id,
        )
    )
    return tuple(wanted)


def _is_wanted(each: Proposal, *, is_whole: bool) -> bool:
    return is_whole or bool(each.expected_paise and set(each.reasons) - {BEAT})


def _places(conn: Connection, today_on: date) -> dict[tuple[str, bytes], tuple[int, int]]:
    """Where in its beat's order each party stands."""
    return {
        (plan.beat, party_id): (0, n)
        for plan in beat_plans(conn, BeatPlans(), today_on)
        for n, party_id in enumerate(plan.stops)
    }


def _parties(conn: Connection, ask: SheetProposals, on: date) -> list[Any]:
    overdue = (
        select(
            _b.party_row,
            summed(_b.open_paise).label("paise"),
            func.min(_b.due_on).label("oldest"),
        )
        .where(_b.open_paise != _NOTHING, _b.open_paise > _NOTHING, _b.due_on < ymd_of(on))
        .group_by(_b.party_row)
        .subquery()
    )
    conditions: list[ColumnElement[bool]] = [_p.is_active == 1]
    if ask.beat:
        conditions.append(_p.beat == ask.beat)
    if ask.agent_id is not None:
        mine = select(_a.party_id).where(_a.agent_id == ask.agent_id)
        conditions.append(_p.party_id.in_(mine))
    statement = (
        select(
            _p.party_id,
            _p.name,
            _p.code,
            _p.beat,
            _t.balance_paise,
            func.coalesce(overdue.c.paise, 0),
            overdue.c.oldest,
        )
        .join(tables.standing, _t.party_row == _p.party_row)
        .outerjoin(overdue, overdue.c.party_row == _p.party_row)
        .where(*conditions)
    )
    return list(conn.execute(statement))


def _proposal(row: Any, promised_paise: int, bounced_paise: int, *, is_of_beat: bool) -> Proposal:
    party_id, party, code, beat, balance_paise, overdue_paise, oldest = row
    told = (
        (PROMISE, promised_paise > 0),
        (OVERDUE, overdue_paise > 0),
        (CHEQUE, bounced_paise > 0),
        (BEAT, is_of_beat),
    )
    expected_paise = min(promised_paise or overdue_paise, balance_paise)
    return Proposal(
        party_id,
        party,
        code,
        beat,
        balance_paise,
        overdue_paise,
        day_of(oldest) if oldest else None,
        promised_paise,
        bounced_paise,
        max(expected_paise, 0),
        tuple(word for word, is_so in told if is_so),
    )
