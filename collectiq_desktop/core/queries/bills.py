"""Bills: what is open of a party's, and what became of one bill."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from sqlalchemy import Connection, Select, bindparam, select

from collectiq_desktop.core.domain.ageing import age_days, overdue_days
from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import BillKey
from collectiq_desktop.core.queries.as_of import DAY, is_past, open_now, open_on
from collectiq_desktop.core.queries.asking import KIND_WORDS, Ask, answers, day_of, party_at
from collectiq_desktop.core.storage import tables

_b, _c, _p, _v = tables.bill.c, tables.claim.c, tables.party.c, tables.voucher.c


class BillLine(NamedTuple):
    """One bill as of a day.

    Money: debit positive; an advance has negative amounts.
    Dates: overdue_days counts from the day after due_on, 0 for what is not
        overdue and for advances; age_days from bill_on.
    """

    voucher_id: VoucherId
    n: int
    number: str
    bill_on: date
    due_on: date
    amount_paise: int
    open_paise: int
    overdue_days: int
    age_days: int
    branch_id: str

    @property
    def key(self) -> BillKey:
        """What names the bill for ever, as allocations want it."""
        return BillKey(self.voucher_id, self.n)

    @property
    def is_advance(self) -> bool:
        """Whether it is money received for a bill to come."""
        return self.amount_paise < 0


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenBills(Ask[tuple[BillLine, ...]]):
    """A party's open bills and advances, earliest due first; today's by default."""

    party_id: PartyId
    as_of_on: date | None = None


def late_days(open_paise: int, due_on: date, as_of_on: date) -> int:
    """Days overdue of a bill, 0 of an advance: money received is never late."""
    return overdue_days(due_on, as_of_on) if open_paise > 0 else 0


@answers(OpenBills)
def open_bills(conn: Connection, ask: OpenBills, today_on: date) -> tuple[BillLine, ...]:
    """The party's open bills as of the day.

    Limits: a party has at most a few hundred.
    """
    party = party_at(conn, ask.party_id)
    return bill_lines(conn, party.party_row, ask.as_of_on or today_on)


def bill_lines(conn: Connection, party_row: int, as_of_on: date) -> tuple[BillLine, ...]:
    """The open bills of the party in a row, as of a day."""
    statement = _of_party(is_of_past=is_past(conn, as_of_on))
    values = {DAY.key: ymd_of(as_of_on), "party_row": party_row}
    return tuple(
        line_of(BillKey(voucher_id, n), number, (bill_on, due_on), paise, (branch_id, as_of_on))
        for voucher_id, n, number, bill_on, due_on, *paise, branch_id in conn.execute(
            statement, values
        ).all()
    )


@cache
def _of_party(*, is_of_past: bool) -> Select[Any]:
    """A party's open bills; built once, because that costs as much as its answer."""
    mine = _b.party_row == bindparam("party_row")
    bill = (open_on(DAY, mine) if is_of_past else open_now(mine)).c
    return (
        select(
            _v.voucher_id,
            bill.n,
            bill.number,
            bill.bill_on,
            bill.due_on,
            bill.amount_paise,
            bill.open_paise,
            bill.branch_id,
        )
        .join(tables.voucher, _v.voucher_row == bill.voucher_row)
        .order_by(bill.due_on, bill.bill_on, bill.number, bill.voucher_row, bill.n)
    )


def line_of(
    key: BillKey,
    number: str,
    days: tuple[int, int],
    paise: list[int],
    place: tuple[str, date],
) -> BillLine:
    """One bill from its row.

    Args:
        days: bill date and due date.
        paise: amount and what is open.
        place: branch, and the day as of which it is open.
    """
    bill_on, due_on = day_of(days[0]), day_of(days[1])
    amount_paise, open_paise = paise
    branch_id, as_of_on = place
    return BillLine(
        *key,
        number,
        bill_on,
        due_on,
        amount_paise,
        open_paise,
        late_days(open_paise, due_on, as_of_on),
        age_days(bill_on, as_of_on),
        branch_id,
    )


class ClaimLine(NamedTuple):
    """A claim on a bill, in the order in which claims settle.

    Money: debit positive, so a receipt's is negative; what a claim has beyond
        `settled_paise` is on account. `open_paise` is the bill after it.
    """

    voucher_id: VoucherId
    on: date
    kind: str
    number: str
    amount_paise: int
    settled_paise: int
    open_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class BillStory:
    """A bill, whose it is, and every claim on it."""

    bill: BillLine
    party_id: PartyId
    party: str
    claims: tuple[ClaimLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BillHistory(Ask[BillStory]):
    """What became of one bill."""

    voucher_id: VoucherId
    n: int


@answers(BillHistory)
def bill_history(conn: Connection, ask: BillHistory, today_on: date) -> BillStory:
    """The bill with all claims on it.

    Raises:
        NotFound: there is no such bill, or its voucher is cancelled.
    """
    statement = (
        select(tables.bill, _p.party_id, _p.name)
        .join(tables.voucher, _v.voucher_row == _b.voucher_row)
        .join(tables.party, _p.party_row == _b.party_row)
        .where(_v.voucher_id == ask.voucher_id, _b.n == ask.n)
    )
    row = conn.execute(statement).first()
    if row is None:
        message = say("This bill is not in the books any more; look at the party's bills again.")
        raise NotFound(message, field="bill")
    line = line_of(
        BillKey(ask.voucher_id, ask.n),
        row.number,
        (row.bill_on, row.due_on),
        [row.amount_paise, row.open_paise],
        (row.branch_id, today_on),
    )
    claims = _claims_on(conn, row.voucher_row, row.n, row.amount_paise)
    return BillStory(bill=line, party_id=row.party_id, party=row.name, claims=claims)


def _claims_on(
    conn: Connection, voucher_row: int, n: int, open_paise: int
) -> tuple[ClaimLine, ...]:
    statement = (
        select(
            _v.voucher_id,
            _c.claim_on,
            _v.kind,
            _v.number,
            _c.amount_paise,
            _c.settled_paise,
        )
        .join(tables.voucher, _v.voucher_row == _c.voucher_row)
        .where(_c.bill_voucher_row == voucher_row, _c.bill_n == n)
        .order_by(_c.ordinal, _c.claim_no)
    )
    lines = []
    for voucher_id, on, kind, number, amount_paise, settled_paise in conn.execute(statement):
        open_paise += settled_paise
        lines.append(
            ClaimLine(
                voucher_id,
                day_of(on),
                KIND_WORDS[kind],
                number,
                amount_paise,
                settled_paise,
                open_paise,
            )
        )
    return tuple(lines)
