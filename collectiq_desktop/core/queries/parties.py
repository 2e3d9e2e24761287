"""Parties: the list by name, and all that one party's card shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, select, tuple_

from collectiq_desktop.core.domain import ageing as domain_ageing
from collectiq_desktop.core.domain.ageing import DEFAULT_SLABS, AgeingBasis, Slabs, ageing_of
from collectiq_desktop.core.domain.credit import CreditStanding
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.allowed import allowed_until
from collectiq_desktop.core.queries.asking import Ask, answers, day_of, party_at, summed
from collectiq_desktop.core.queries.attention import asked_phone
from collectiq_desktop.core.queries.bills import BillLine, bill_lines
from collectiq_desktop.core.queries.heads import party_master
from collectiq_desktop.core.queries.without import bills_without, share_of
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.masters import unpack

_LAST_RECEIPTS = 5
_p, _s, _l, _v = (
    tables.party.c,
    tables.standing.c,
    tables.party_line.c,
    tables.voucher.c,
)


class PartyRow(NamedTuple):
    """One line of the party list.

    Money: debit positive.
    """

    party_id: PartyId
    party: str
    code: str
    beat: str
    balance_paise: int
    on_account_paise: int
    is_active: bool


class PartyKey(NamedTuple):
    """Where a page of the party list ends; only these books understand it."""

    name_key: str
    party_row: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyPage:
    """A page of the party list; `after` asks for the next, None on the last."""

    rows: tuple[PartyRow, ...]
    after: PartyKey | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyList(Ask[PartyPage]):
    """The parties by name, page by page.

    Args:
        group: the group that the party stands in at its source.
    """

    after: PartyKey | None = None
    limit: int = 100
    beat: str = ""
    area: str = ""
    group: str = ""
    has_balance: bool = False


@answers(PartyList)
def party_list(conn: Connection, ask: PartyList, _today_on: date) -> PartyPage:
    """One page of the list."""
    assert ask.limit > 0
    rows: list[PartyRow] = []
    key = ask.after
    while True:
        found = _fetch(conn, ask, key)
        for name_key, party_row, fields, is_active, *row in found:
            key = PartyKey(name_key, party_row)
            if ask.group and unpack(fields).get("group", "") != ask.group:
                continue
            rows.append(PartyRow._make((*row, bool(is_active))))
            if len(rows) == ask.limit:
                return PartyPage(rows=tuple(rows), after=key)
        if len(found) < ask.limit:
            return PartyPage(rows=tuple(rows), after=None)


def _fetch(conn: Connection, ask: PartyList, after: PartyKey | None) -> list[Any]:
    conditions: list[ColumnElement[bool]] = []
    if after is not None:
        conditions.append(tuple_(_p.name_key, _p.party_row) > tuple_(*after))
    if ask.beat:
        conditions.append(_p.beat == ask.beat)
    if ask.area:
        conditions.append(_p.area == ask.area)
    if ask.has_balance:
        conditions.append(_s.balance_paise != 0)
    statement = (
        select(
            _p.name_key,
            _p.party_row,
            _p.fields,
            _p.is_active,
            _p.party_id,
            _p.name,
            _p.code,
            _p.beat,
            _s.balance_paise,
            _s.on_account_paise,
        )
        .join(tables.standing, _s.party_row == _p.party_row)
        .where(*conditions)
        .order_by(_p.name_key, _p.party_row)
        .limit(ask.limit)
    )
    return list(conn.execute(statement))


class ReceiptLine(NamedTuple):
    """One of the party's last receipts.

    Money: amount_paise > 0 is what the party's account was credited with.
    """

    voucher_id: VoucherId
    on: date
    number: str
    mode: str
    reference: str
    amount_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyDetails:
    """A party's master data, what it owes, and how that ties out.

    Args:
        lines_paise: the sum of all the party's postings; the tie-out.
        allowed_until_on: until when somebody lets it pass its limits; None where not now.
        asked_phone: what an agent asks to be written as its phone, while that waits.

    Money: debit positive. balance = Σ open bills + on account = Σ postings.
    Dates: overdue as of the day of asking.
    """

    party_id: PartyId
    party: Party
    balance_paise: int
    on_account_paise: int
    overdue_paise: int
    oldest_overdue_days: int
    lines_paise: int
    bills: tuple[BillLine, ...]
    ageing: domain_ageing.Ageing
    last_receipts: tuple[ReceiptLine, ...]
    allowed_until_on: date | None = None
    asked_phone: str = ""

    @property
    def bills_paise(self) -> int:
        """The open bills together."""
        return sum(bill.open_paise for bill in self.bills)

    @property
    def credit(self) -> CreditStanding:
        """What the party's limits look at."""
        count = sum(1 for bill in self.bills if bill.open_paise > 0)
        return CreditStanding(self.balance_paise, self.oldest_overdue_days, count)

    @property
    def advances_paise(self) -> int:
        """What the party paid for bills to come, positive."""
        return -sum(bill.open_paise for bill in self.bills if bill.is_advance)

    @property
    def paid_ahead_paise(self) -> int:
        """What can be set against bills: advances, and what was paid on account; positive."""
        return self.advances_paise + max(0, -self.on_account_paise)

    @property
    def is_tied_out(self) -> bool:
        """Whether balance, bills with on account, and postings are one figure."""
        explained = self.bills_paise + self.on_account_paise
        return self.balance_paise == explained == self.lines_paise


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyCard(Ask[PartyDetails]):
    """All that one party's card shows, as of today.

    Args:
        without_id: as the party stood without this voucher.
    """

    party_id: PartyId
    basis: AgeingBasis = "due"
    slabs: Slabs = DEFAULT_SLABS
    without_id: VoucherId | None = None


@answers(PartyCard)
def party_card(conn: Connection, ask: PartyCard, today_on: date) -> PartyDetails:
    """The party's card.

    Raises:
        NotFound: there is no such party.
    """
    row = party_at(conn, ask.party_id).party_row
    standing = conn.execute(select(tables.standing).where(_s.party_row == row)).one()
    balance_paise, on_account_paise = standing.balance_paise, standing.on_account_paise
    lines = select(summed(_l.amount_paise)).where(_l.party_row == row)
    lines_paise = conn.execute(lines).scalar_one()
    bills = bill_lines(conn, row, today_on)
    if ask.without_id is not None:
        share = share_of(conn, ask.without_id, row, today_on)
        bills = bills_without(bills, share, ask.without_id)
        balance_paise -= share.moved_paise
        lines_paise -= share.moved_paise
        on_account_paise = balance_paise - sum(bill.open_paise for bill in bills)
    late = [bill for bill in bills if bill.overdue_days]
    until_on = allowed_until(conn, ask.party_id)
    party = party_master(conn, row)
    return PartyDetails(
        party_id=ask.party_id,
        party=party,
        balance_paise=balance_paise,
        on_account_paise=on_account_paise,
        overdue_paise=sum(bill.open_paise for bill in late),
        oldest_overdue_days=max((bill.overdue_days for bill in late), default=0),
        lines_paise=lines_paise,
        bills=bills,
        ageing=ageing_of(bills, ask.slabs, basis=ask.basis, as_of_on=today_on),
        last_receipts=_last_receipts(conn, row, ask.without_id),
        allowed_until_on=until_on if until_on is not None and until_on >= today_on else None,
        asked_phone=asked_phone(conn, ask.party_id, party.phones),
    )


def _last_receipts(
    conn: Connection, party_row: int, without_id: VoucherId | None
) -> tuple[ReceiptLine, ...]:
    others = [] if without_id is None else [_v.voucher_id != without_id]
    statement = (
        select(_v.voucher_id, _l.voucher_on, _v.number, _v.mode, _v.reference, -_l.amount_paise)
        .join(tables.voucher, _v.voucher_row == _l.voucher_row)
        .where(_l.party_row == party_row, _v.kind == VoucherKind.RECEIPT.value, *others)
        .order_by(_l.voucher_on.desc(), _l.voucher_row.desc(), _l.line_no.desc())
        .limit(_LAST_RECEIPTS)
    )
    return tuple(
        ReceiptLine(voucher_id, day_of(on), number, mode or "", reference or "", amount_paise)
        for voucher_id, on, number, mode, reference, amount_paise in conn.execute(statement)
    )
