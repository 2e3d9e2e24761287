"""Facts as lines of the edit log: who, which counter, and each field old beside new."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import fields, is_dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.masters import Edit, Value
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.queries.changes import CANCELLED, ChangeLine, What, voucher_changes
from collectiq_desktop.core.queries.told_facts import ToldFact, told_facts
from collectiq_desktop.core.queries.versions import names_of, version_of
from collectiq_desktop.core.storage import collecting_tables, employees, tables
from collectiq_desktop.core.storage.facts import is_void, read_fact
from collectiq_desktop.core.wire.codec import body_or_none
from collectiq_desktop.core.wire.collecting import CategoryChanged, PhoneAsked, RunSheetIssued
from collectiq_desktop.core.wire.facts import (
    Fact,
    PartiesAssigned,
    VoucherAmended,
    VoucherCancelled,
)

ASKED_PHONE = "asked_phone"
"""The field of a request for another phone, in the line of one that is done with."""

_q = collecting_tables.phone_asked.c
_s, _h, _p = tables.place.c, tables.held.c, tables.party.c
_PLAIN = (str, int, bool, date)
# What stands elsewhere in the line, and what only a program understands.
_UNSAID = frozenset(
    {
        "branch_id",
        "batch_id",
        "reason",
        "voucher",
        "counted",
        "public_key",
        "bill_n",
        "errand_kind",
        "company_guid",
        "digest",
        "content_type",
        "size_bytes",
    }
)


class EditLine(NamedTuple):
    """One fact of the edit log.

    Args:
        told: the fact in words: kind, number, party, counter.
        user: who did it, by name; empty for the program, and where nobody signs in.
        subject: what it is about, where it is no document: a name, a cheque's number.
        reason: what was given for a correction.
        state: `held`, `overruled` or `rejected` for a fact without effect; else empty.
        changes: each field, old beside new; of what is new, what it began with.
    """

    told: ToldFact
    user_id: UserId
    user: str
    subject: str
    reason: str
    state: str
    changes: tuple[ChangeLine, ...]


def edit_lines_of(conn: Connection, facts: Sequence[Fact]) -> Iterator[EditLine]:
    """The facts as edits, in the order given.

    Limits: a screenful or a few.
    """
    known = {key: each.name for key, each in employees.employees(conn).items()}
    states = _states(conn, [fact.fact_id for fact in facts])
    for fact, told in zip(facts, told_facts(conn, facts), strict=True):
        body = body_or_none(fact, is_trusted=False)
        yield EditLine(
            told,
            fact.user_id,
            known.get(fact.user_id, ""),
            _subject(conn, body, known),
            getattr(body, "reason", ""),
            states.get(fact.fact_id, ""),
            tuple(_changes(conn, fact, body, known)),
        )


def _states(conn: Connection, fact_ids: Sequence[bytes]) -> dict[bytes, str]:
    """The facts that have no effect, and why."""
    places = select(_s.fact_id, _s.verdict).where(
        _s.fact_id.in_(fact_ids), _s.verdict.in_(("held", "overruled")), ~is_void()
    )
    states: dict[bytes, str] = dict(conn.execute(places).all())
    judged = select(_h.fact_id, _h.state).where(_h.fact_id.in_(fact_ids))
    for fact_id, state in conn.execute(judged):
        states[fact_id] = "" if state == "released" else state
    return states


def _subject(conn: Connection, body: Any, known: Mapping[bytes, str]) -> str:
    """What a fact is about that is no document: an employee, a device, a cheque."""
    for name, names in (("employee_id", known), ("agent_id", known)):
        if getattr(body, name, None) in names and not isinstance(body, Voucher):
            return names[getattr(body, name)]
    for name in ("cheque_id", "promise_id", "sheet_id", "held_id", "item_id", "about_id"):
        of = getattr(body, name, None)
        if of is not None and not isinstance(body, Voucher):
            return _called(conn, of)
    number = getattr(body, "number", "")
    return number if isinstance(number, str) and not isinstance(body, Voucher) else ""


def _called(conn: Connection, fact_id: bytes) -> str:
    """The number or name by which a fact's thing is called."""
    fact = read_fact(conn, fact_id)
    body: Any = body_or_none(fact, is_trusted=False) if fact is not None else None
    if isinstance(body, Voucher):
        return body.reference or body.number
    named = getattr(body, "number", "") or getattr(body, "fields", {}).get("name", "")
    return named if isinstance(named, str) else ""


def _changes(
    conn: Connection, fact: Fact, body: Any, known: Mapping[bytes, str]
) -> Iterable[ChangeLine]:
    if body is None:
        return ()
    if isinstance(body, (Voucher, VoucherAmended, VoucherCancelled)):
        return _of_voucher(conn, body)
    if isinstance(body, PartiesAssigned):
        return _assigned(conn, fact, body, known)
    if isinstance(body, CategoryChanged):
        return [ChangeLine(What.MASTER, "category", body.was or None, body.category)]
    if isinstance(body, PhoneAsked) and not body.phone:
        return [ChangeLine(What.MASTER, ASKED_PHONE, _asked_before(conn, fact, body), None)]
    if isinstance(edits := getattr(body, "edits", None), Mapping):
        return [
            ChangeLine(What.MASTER, name, _replaced(conn, name, edit), edit.value)
            for name, edit in sorted(edits.items())
        ]
    if isinstance(began := getattr(body, "fields", None), Mapping):
        return [_new(name, value) for name, value in began.items() if name != "name"]
    return _plain(body, known)


def _asked_before(conn: Connection, fact: Fact, body: PhoneAsked) -> str | None:
    """The phone that was asked for, of a request that is done with."""
    mine = select(_q.ordinal).where(_q.fact_id == fact.fact_id).scalar_subquery()
    before = select(_q.phone).where(_q.party_id == body.party_id, _q.ordinal < mine)
    return conn.execute(before.order_by(_q.ordinal.desc()).limit(1)).scalar() or None


def _of_voucher(
    conn: Connection, body: Voucher | VoucherAmended | VoucherCancelled
) -> Iterable[ChangeLine]:
    if isinstance(body, VoucherAmended):
        return _amended(conn, body)
    if isinstance(body, VoucherCancelled):
        return [CANCELLED]
    return [_new("amount_paise", body.amount_paise)]


def _new(name: str, value: Value) -> ChangeLine:
    return ChangeLine(What.MASTER, name, None, value)


def _amended(conn: Connection, body: VoucherAmended) -> Iterable[ChangeLine]:
    try:
        base = version_of(conn, body.base).voucher
    except NotFound:
        return ()
    names = names_of(conn, [base, body.voucher])
    return list(voucher_changes(base, body.voucher, names))


def _replaced(conn: Connection, name: str, edit: Edit) -> Value:
    """The value that an edit replaces."""
    fact = read_fact(conn, edit.replaces) if edit.replaces is not None else None
    body: Any = body_or_none(fact, is_trusted=False) if fact is not None else None
    if name in (edits := getattr(body, "edits", {})):
        return edits[name].value
    return getattr(body, "fields", {}).get(name)


def _assigned(
    conn: Connection, fact: Fact, body: PartiesAssigned, known: Mapping[bytes, str]
) -> Iterable[ChangeLine]:
    """Of each party the main agent before and after, or what the agent has to do with it."""
    called = select(_p.party_id, _p.name).where(_p.party_id.in_(body.party_ids))
    names: dict[bytes, str] = dict(conn.execute(called).all())
    before = _main_before(conn, fact.fact_id, body.party_ids)
    agent = known.get(body.agent_id, "")
    for party_id in body.party_ids:
        name = names.get(party_id, "")
        if body.part == "main":
            yield ChangeLine(What.MAIN_AGENT, name, known.get(before.get(party_id, b"")), agent)
        elif body.part == "other":
            yield ChangeLine(What.OTHER_AGENT, name, None, agent)
        else:
            yield ChangeLine(What.OTHER_AGENT, name, agent, None)


def _main_before(
    conn: Connection, fact_id: bytes, party_ids: Sequence[bytes]
) -> dict[bytes, bytes]:
    """The main agent that each party had before a fact."""
    c = tables.assigning.c
    statement = (
        select(c.party_id, c.fact_id, c.agent_id, c.part)
        .where(c.party_id.in_(party_ids))
        .order_by(c.party_id, c.ordinal)
    )
    main: dict[bytes, bytes] = {}
    passed: set[bytes] = set()
    for party_id, told_by, agent_id, part in conn.execute(statement):
        if told_by == fact_id:
            passed.add(party_id)
        if party_id in passed:
            continue
        if part == "main":
            main[party_id] = agent_id
        elif main.get(party_id) == agent_id:
            # The main agent was put beside, or lost the party.
            del main[party_id]
    return main


def _plain(body: Any, known: Mapping[bytes, str]) -> Iterable[ChangeLine]:
    """What a fact says that changes nothing before it, field by field."""
    assert is_dataclass(body)
    if isinstance(body, RunSheetIssued):
        yield _new("rows_count", len(body.rows))
        yield _new("expected_paise", sum(row.expected_paise for row in body.rows))
    for field in fields(body):
        value = getattr(body, field.name)
        if field.name == "agent_id" and value in known:
            yield _new("agent_id", known[value])
        is_said = isinstance(value, _PLAIN) and field.name not in _UNSAID
        if is_said and value not in ("", 0, field.default):
            yield _new(field.name, value)
