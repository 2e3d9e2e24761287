"""Cheques: the register, and where a single one stands."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, NamedTuple

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Select,
    bindparam,
    literal,
    null,
    select,
    union_all,
)

from collectiq_desktop.core.domain.cheques import (
    ChequeDue,
    ChequeStanding,
    ChequeState,
    ChequeStep,
    StepTaken,
    due_of,
    stand_after,
)
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.asking import Ask, answers, day_of
from collectiq_desktop.core.queries.attachments import picture_counts
from collectiq_desktop.core.storage import collecting_tables, tables
from collectiq_desktop.core.storage.cheques import RECEIVED
from collectiq_desktop.core.storage.prepared import Prepared

CLOSED_DAYS = 30
"""How long a register shows what came to an end, where nothing else is asked."""

_g, _h, _s, _v, _p = (
    collecting_tables.cheque_voucher.c,
    collecting_tables.cheque.c,
    collecting_tables.cheque_step.c,
    tables.voucher.c,
    tables.party.c,
)
_ENDED = (ChequeState.CLEARED, ChequeState.GIVEN_BACK)


class ChequeLine(NamedTuple):
    """One cheque, where it stands, and what is to be done with it today.

    Args:
        receipt_number: of the receipt that it came with; empty where it is
            post-dated and was taken without one.
        credit_id: the voucher by which the party is credited with it now.
        pictures_count: how many photos of it are kept, in the register alone.

    Money: amount_paise > 0 is what is written on it.
    """

    cheque_id: FactId
    party_id: PartyId
    party: str
    number: str
    bank: str
    cheque_on: date
    received_on: date
    amount_paise: int
    state: ChequeState
    since_on: date
    due: ChequeDue
    receipt_number: str
    bounces_count: int
    agent_id: UserId | None
    credit_id: FactId | None
    deposit_id: FactId | None
    branch_id: str
    pictures_count: int = 0


class ChequeSum(NamedTuple):
    """How many cheques want the same, and what they come to."""

    due: ChequeDue
    state: ChequeState
    cheques_count: int
    amount_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChequeSheet:
    """Cheques by their dates, and sums of each kind; `has_totals` says whether these are told."""

    today_on: date
    lines: tuple[ChequeLine, ...]
    sums: tuple[ChequeSum, ...]
    has_totals: bool = True

    def cheques_count(self, due: ChequeDue) -> int:
        """Of how many cheques this is to be done."""
        return sum(each.cheques_count for each in self.sums if each.due is due)

    def amount_paise(self, due: ChequeDue) -> int:
        """What the cheques of which this is to be done come to."""
        return sum(each.amount_paise for each in self.sums if each.due is due)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChequeRegister(Ask[ChequeSheet]):
    """All cheques that are not at an end, and those that came to one lately.

    Args:
        ended_from_on: cleared or given back from this day on; 30 days by default.
    """

    party_id: PartyId | None = None
    ended_from_on: date | None = None


@answers(ChequeRegister)
def cheque_register(conn: Connection, ask: ChequeRegister, today_on: date) -> ChequeSheet:
    """The register of cheques.

    Limits: 20,000 cheques in a moment.
    """
    from_on = ask.ended_from_on or today_on - timedelta(days=CLOSED_DAYS)
    found = _lines(conn, today_on, party_id=ask.party_id)
    lines = [each for each in found if each.state not in _ENDED or each.since_on >= from_on]
    counts = picture_counts(conn, [each.cheque_id for each in lines])
    lines = [each._replace(pictures_count=counts.get(each.cheque_id, 0)) for each in lines]
    lines.sort(key=lambda each: (each.cheque_on, each.party, each.number, each.cheque_id))
    return ChequeSheet(today_on=today_on, lines=tuple(lines), sums=_sums(lines))


def cheque_at(conn: Connection, cheque_id: bytes, today_on: date) -> ChequeLine | None:
    """One cheque as it stands, None if there is none of this id."""
    row = _ONE_RECEIVED(conn, cheque_id=cheque_id).first()
    if row is None:
        row = _ONE_POST_DATED(conn, cheque_id=cheque_id).first()
    return None if row is None else _line(row, _steps_of_one(conn, cheque_id), today_on)


def gone_on(conn: Connection, voucher_id: bytes) -> bool:
    """Whether a voucher is about a cheque with which something was done since."""
    mine = (
        select(_g.cheque_id, _v.ordinal, _g.part)
        .join(tables.voucher, _v.voucher_row == _g.voucher_row)
        .where(_v.voucher_id == voucher_id)
    )
    row = conn.execute(mine).first()
    if row is None:
        return False
    cheque_id, ordinal, part = row
    steps = _steps_of_one(conn, cheque_id)
    if part == RECEIVED:
        return bool(steps)
    return any((each.ordinal, each.fact_id) > (ordinal, voucher_id) for each in steps)


def _sums(lines: Iterable[ChequeLine]) -> tuple[ChequeSum, ...]:
    sums: dict[tuple[ChequeDue, ChequeState], list[int]] = defaultdict(lambda: [0, 0])
    for line in lines:
        mine = sums[line.due, line.state]
        mine[0] += 1
        mine[1] += line.amount_paise
    return tuple(ChequeSum(*key, *sums[key]) for key in sorted(sums))


def _lines(conn: Connection, today_on: date, *, party_id: bytes | None = None) -> list[ChequeLine]:
    rows = [*conn.execute(_received(*_wanted(_p.party_id, party_id)))]
    rows += post_dated_rows(conn, *_wanted(_h.party_id, party_id))
    if len(rows) == 1:
        return [_line(rows[0], _steps_of_one(conn, rows[0][0]), today_on)]
    steps = steps_of(conn) if rows else {}
    return [_line(row, steps.get(row[0], []), today_on) for row in rows]


def _wanted(column: ColumnElement[Any], value: bytes | None) -> list[ColumnElement[bool]]:
    return [] if value is None else [column == value]


def _received(*wanted: ColumnElement[bool]) -> Select[Any]:
    """Cheques that came with a receipt."""
    return (
        select(
            _g.cheque_id,
            _p.party_id,
            _p.name,
            _v.reference,
            _g.bank,
            _g.cheque_on,
            _v.voucher_on,
            _g.amount_paise,
            _v.number,
            literal(None),
            _v.branch_id,
        )
        .join(tables.voucher, _v.voucher_row == _g.voucher_row)
        .join(tables.party, _p.party_row == _v.party_row)
        .where(_g.part == RECEIVED, *wanted)
    )


def _post_dated(*wanted: ColumnElement[bool]) -> Select[Any]:
    """Cheques that came without a receipt, because of their date."""
    return (
        select(
            _h.fact_id,
            _p.party_id,
            _p.name,
            _h.number,
            _h.bank,
            _h.cheque_on,
            _h.received_on,
            _h.amount_paise,
            literal(""),
            _h.agent_id,
            _h.branch_id,
        )
        .join(tables.party, _p.party_id == _h.party_id)
        .where(*wanted)
    )


def post_dated_rows(conn: Connection, *wanted: ColumnElement[bool]) -> list[Any]:
    """The rows of cheques that came without a receipt."""
    return list(conn.execute(_post_dated(*wanted)))


def _by_vouchers(*wanted: ColumnElement[bool]) -> Select[Any]:
    """Steps that vouchers are: deposits and bounces."""
    return (
        select(
            _g.cheque_id,
            _v.ordinal,
            _g.part,
            _v.voucher_on,
            _v.voucher_id,
            _v.kind,
            _g.undoes_id,
        )
        .join(tables.voucher, _v.voucher_row == _g.voucher_row)
        .where(_g.part != RECEIVED, *wanted)
    )


def _by_others(*wanted: ColumnElement[bool]) -> Select[Any]:
    """Steps that move no money: cleared, given back."""
    return select(
        _s.cheque_id,
        _s.ordinal,
        _s.step,
        _s.taken_on,
        _s.fact_id,
        literal("").label("kind"),
        null().label("undoes_id"),
    ).where(*wanted)


_ID: BindParameter[bytes] = bindparam("cheque_id")
_ONE_RECEIVED = Prepared(_received(_g.cheque_id == _ID))
_ONE_POST_DATED = Prepared(_post_dated(_h.fact_id == _ID))
_ONE_BY_VOUCHERS = Prepared(_by_vouchers(_g.cheque_id == _ID))
_ONE_BY_OTHERS = Prepared(_by_others(_s.cheque_id == _ID))


def steps_of(conn: Connection) -> dict[bytes, list[StepTaken]]:
    """The steps of all cheques, by cheque."""
    steps: dict[bytes, list[StepTaken]] = defaultdict(list)
    for row in conn.execute(union_all(_by_vouchers(), _by_others())):
        steps[row[0]].append(_step(row))
    return steps


def _steps_of_one(conn: Connection, cheque_id: bytes) -> list[StepTaken]:
    found = (_ONE_BY_VOUCHERS, _ONE_BY_OTHERS)
    return [_step(row) for each in found for row in each(conn, cheque_id=cheque_id)]


def _step(row: Any) -> StepTaken:
    _cheque_id, ordinal, step, on, fact_id, kind, undoes_id = row
    is_credit = kind == VoucherKind.RECEIPT
    return StepTaken(ordinal, ChequeStep(step), on, fact_id, is_credit, undoes_id)


def _line(row: Any, steps: list[StepTaken], today_on: date) -> ChequeLine:
    cheque_id, party_id, party, number, bank, cheque_on, received_on, paise, receipt, *rest = row
    agent_id, branch_id = rest
    credit_id = cheque_id if receipt else None
    begun = ChequeStanding(ChequeState.IN_HAND, received_on, cheque_id, credit_id)
    standing = stand_after(begun, steps)
    return ChequeLine(
        FactId(cheque_id),
        party_id,
        party,
        number or "",
        bank,
        day_of(cheque_on),
        day_of(received_on),
        paise,
        standing.state,
        day_of(standing.since_on),
        due_of(standing.state, day_of(cheque_on), today_on),
        receipt,
        standing.bounces_count,
        agent_id,
        FactId(standing.credit_id) if standing.credit_id else None,
        FactId(standing.deposit_id) if standing.deposit_id else None,
        branch_id,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class ChequesDue(Ask[ChequeSheet]):
    """Only cheques that can be deposited today."""


@answers(ChequesDue)
def cheques_due(conn: Connection, _ask: ChequesDue, today_on: date) -> ChequeSheet:
    """What can go to the bank today, by date."""
    sheet = cheque_register(conn, ChequeRegister(), today_on)
    lines = tuple(each for each in sheet.lines if each.due is ChequeDue.DEPOSIT)
    return ChequeSheet(today_on=today_on, lines=lines, sums=_sums(lines))
