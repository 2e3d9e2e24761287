"""The branches of a firm, and what a party owes in one of them.

A claim posts in the branch of its bill, with its excess; whatever else a
voucher moves, it moves in its own.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import BigInteger, ColumnElement, Connection, Select, Subquery, cast, func, select

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.queries.as_of import (
    DAY,
    EVERYONE,
    KEPT,
    PartyFilter,
    among,
    balance_on,
    conditions_of,
    is_past,
)
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.storage import tables

_l, _c, _v, _p, _s = (
    tables.party_line.c,
    tables.claim.c,
    tables.voucher.c,
    tables.party.c,
    tables.standing.c,
)


class BranchLine(NamedTuple):
    """One of the firm's shops."""

    branch_id: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Branches(Ask[tuple[BranchLine, ...]]):
    """All branches of the firm."""


@answers(Branches)
def branches(conn: Connection, _ask: Branches, _today_on: date) -> tuple[BranchLine, ...]:
    """The branches in the order of their ids; a firm has one at least."""
    return tuple(BranchLine(*row) for row in branches_of_firm(conn).items())


def branches_of_firm(conn: Connection) -> dict[str, str]:
    """The name of each branch, by its id."""
    rows = conn.execute(select(tables.branch).order_by(tables.branch.c.branch_id))
    return {row[0]: row[1] for row in rows}


class PartyBalance(NamedTuple):
    """A party with what it owes at the end of a day.

    Money: debit positive; on_account_paise is what stands on account today.
    """

    party_row: int
    party_id: PartyId
    party: str
    code: str
    on_account_paise: int
    balance_paise: int


def party_balances_on(
    conn: Connection, as_of_on: date, wanted: PartyFilter, branch_id: str = ""
) -> list[PartyBalance]:
    """The parties by name, each with its balance, or with its balance in one branch."""
    if branch_id:
        of_branch = balances_in(branch_id, as_of_on, wanted)
        joined = _parties(of_branch.c.balance_paise).join(
            of_branch, of_branch.c.party_row == _p.party_row
        )
        statement = _by_name(joined, wanted)
    else:
        statement = _balances(wanted, is_of_past=is_past(conn, as_of_on))
    rows = conn.execute(statement, {DAY.key: ymd_of(as_of_on)}).all()
    return [PartyBalance(*row) for row in rows]


@lru_cache(maxsize=KEPT)
def _balances(wanted: PartyFilter, *, is_of_past: bool) -> Select[Any]:
    """The parties with their balances; built once, because that costs as much as its answer."""
    return _by_name(
        _parties(balance_on(DAY if is_of_past else None).label("balance_paise")), wanted
    )


def _by_name(joined: Select[Any], wanted: PartyFilter) -> Select[Any]:
    return joined.where(*conditions_of(wanted)).order_by(_p.name_key, _p.party_row)


def _parties(balance_paise: ColumnElement[int]) -> Select[Any]:
    columns = (_p.party_row, _p.party_id, _p.name, _p.code, _s.on_account_paise, balance_paise)
    return select(*columns).join_from(tables.party, tables.standing, _s.party_row == _p.party_row)


def balances_in(branch_id: str, as_of_on: date, wanted: PartyFilter = EVERYONE) -> Subquery:
    """What each party owes in one branch at the end of a day.

    Over all branches together it is the parties' balances.

    Money: debit positive.
    Limits: reads all lines and claims of the branch's vouchers.
    """
    day = ymd_of(as_of_on)
    claiming, billed = tables.voucher.alias(), tables.voucher.alias()
    own = (
        select(_l.party_row, _l.amount_paise)
        .join(tables.voucher, _v.voucher_row == _l.voucher_row)
        .where(_v.branch_id == branch_id, _l.voucher_on <= day)
    )
    crossing = (
        select(_c.party_row, _c.amount_paise)
        .join(claiming, claiming.c.voucher_row == _c.voucher_row)
        .join(billed, billed.c.voucher_row == _c.bill_voucher_row)
        .where(claiming.c.branch_id != billed.c.branch_id, _c.claim_on <= day)
    )
    outward = _negated(crossing.where(claiming.c.branch_id == branch_id))
    inward = crossing.where(billed.c.branch_id == branch_id)
    moved = own.union_all(outward, inward).subquery()
    total = cast(func.sum(moved.c.amount_paise), BigInteger).label("balance_paise")
    of_party = select(moved.c.party_row, total).where(*among(moved.c.party_row, wanted))
    return of_party.group_by(moved.c.party_row).subquery()


def _negated(statement: Select[Any]) -> Select[Any]:
    return statement.with_only_columns(_c.party_row, -_c.amount_paise)
