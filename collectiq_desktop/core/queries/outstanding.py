"""Outstanding: every party's balance and open bills as of any day."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.ageing import age_days
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.queries.as_of import (
    EVERYONE,
    PartyFilter,
    among,
    in_branch,
    is_past,
    open_bills_on,
)
from collectiq_desktop.core.queries.asking import Ask, answers, day_of
from collectiq_desktop.core.queries.bills import late_days
from collectiq_desktop.core.queries.branches import party_balances_on
from collectiq_desktop.core.storage import tables

_b = tables.bill.c


class OutstandingBill(NamedTuple):
    """An open bill of a party as of the day.

    Money: debit positive; an advance has a negative open_paise.
    Dates: overdue_days is 0 for what is not overdue and for advances.
    """

    number: str
    bill_on: date
    due_on: date
    amount_paise: int
    open_paise: int
    overdue_days: int
    age_days: int


class OutstandingParty(NamedTuple):
    """What one party owes as of the day.

    Money: balance_paise = Σ open_paise of the bills + on_account_paise, debit
        positive.
    """

    party_id: PartyId
    party: str
    code: str
    balance_paise: int
    on_account_paise: int
    bills: tuple[OutstandingBill, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OutstandingSheet:
    """All parties with a balance or an open bill, by name.

    `has_totals` says whether their sum is told.
    """

    as_of_on: date
    total_paise: int
    parties: tuple[OutstandingParty, ...]
    has_totals: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Outstanding(Ask[OutstandingSheet]):
    """Who owes what as of a day; of today and of all parties by default.

    Args:
        branch_id: only what is open in one branch; empty for all.
    """

    as_of_on: date | None = None
    parties: PartyFilter = EVERYONE
    branch_id: str = ""


@answers(Outstanding)
def outstanding(conn: Connection, ask: Outstanding, today_on: date) -> OutstandingSheet:
    """The balances, and the bills that make them up, as of the day.

    Money: Σ open + on account = Σ of the party's postings up to the day.
    Limits: 50,000 parties, 100,000 open bills.
    """
    as_of_on = ask.as_of_on or today_on
    bills = _bills_by_party(conn, ask, as_of_on)
    balances = party_balances_on(conn, as_of_on, ask.parties, ask.branch_id)
    parties = [
        OutstandingParty(party_id, name, code, balance, on_account, tuple(bills.get(row, ())))
        for row, party_id, name, code, on_account, balance in balances
        if balance or row in bills
    ]
    if ask.branch_id or is_past(conn, as_of_on):
        parties = [party._replace(on_account_paise=unexplained(party)) for party in parties]
    total = sum(party.balance_paise for party in parties)
    return OutstandingSheet(as_of_on=as_of_on, total_paise=total, parties=tuple(parties))


def unexplained(party: OutstandingParty) -> int:
    """What of the balance no open bill explains: on account, as of a past day."""
    return party.balance_paise - sum(bill.open_paise for bill in party.bills)


def _bills_by_party(
    conn: Connection, ask: Outstanding, as_of_on: date
) -> Mapping[int, list[OutstandingBill]]:
    wanted = (*among(_b.party_row, ask.parties), *in_branch(_b.branch_id, ask.branch_id))
    bill = open_bills_on(conn, as_of_on, *wanted).c
    statement = select(
        bill.party_row,
        bill.number,
        bill.bill_on,
        bill.due_on,
        bill.amount_paise,
        bill.open_paise,
    ).order_by(bill.party_row, bill.due_on, bill.bill_on, bill.number, bill.voucher_row, bill.n)
    bills: dict[int, list[OutstandingBill]] = {}
    for party_row, number, bill_on, due_on, amount_paise, open_paise in conn.execute(
        statement
    ).all():
        due = day_of(due_on)
        since = day_of(bill_on)
        late = late_days(open_paise, due, as_of_on)
        age = age_days(since, as_of_on)
        line = OutstandingBill(number, since, due, amount_paise, open_paise, late, age)
        bills.setdefault(party_row, []).append(line)
    return bills
