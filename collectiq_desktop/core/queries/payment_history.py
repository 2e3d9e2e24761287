"""How bills came and how they were paid, of all parties at once.

Made for working out who pays when. A million vouchers are read here, so no
table is joined to another, and rows are turned into columns as they come.
"""

from __future__ import annotations

from array import array
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, case, func, or_, select

from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.queries.payment_columns import (
    BillColumns,
    ClaimColumns,
    HeadColumns,
    PartyAccount,
    PaymentRecords,
    RestColumns,
)
from collectiq_desktop.core.queries.payment_versions import corrected_vouchers
from collectiq_desktop.core.storage import tables

_b, _c, _o, _p, _s, _v = (
    tables.bill.c,
    tables.claim.c,
    tables.on_account.c,
    tables.party.c,
    tables.standing.c,
    tables.voucher.c,
)
_PLAIN_KINDS = (VoucherKind.SALES_INVOICE.value, VoucherKind.RECEIPT.value)
_ROWS_AT_ONCE = 20_000


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentHistory(Ask[PaymentRecords]):
    """The payment history of all parties, or, beside their names, of those in the rows given.

    A bill that was amended is told as it reads now; what was set against
    bills is told version by version.
    """

    party_rows: frozenset[int] | None = None


@dataclass(frozen=True, slots=True)
class PartyAccounts(Ask[tuple[PartyAccount, ...]]):
    """All parties with what they owe now, by name."""


@answers(PartyAccounts)
def party_accounts(
    conn: Connection, _ask: PartyAccounts, _today_on: date
) -> tuple[PartyAccount, ...]:
    """The parties.

    Limits: 50,000 parties.
    """
    return _parties(conn)


@answers(PaymentHistory)
def payment_history(conn: Connection, ask: PaymentHistory, _today_on: date) -> PaymentRecords:
    """The records, in no order.

    Limits: 50,000 parties, a million vouchers in about two seconds.
    """
    rows = ask.party_rows
    return PaymentRecords(
        parties=_parties(conn),
        bills=BillColumns(*_columns(conn, _BILLS, _b.party_row, rows)),
        claims=ClaimColumns(*_columns(conn, _CLAIMS, _c.party_row, rows)),
        rests=RestColumns(*_columns(conn, _RESTS, _o.party_row, rows)),
        heads=HeadColumns(*_columns(conn, _HEADS, _v.party_row, None)),
        corrected=corrected_vouchers(conn),
    )


_BILLS = select(
    _b.voucher_row, _b.n, _b.party_row, _b.bill_on, _b.due_on, _b.posted_on, _b.amount_paise
)
_CLAIMS = select(
    _c.voucher_row, _c.bill_voucher_row, _c.bill_n, _c.claim_on, _c.settled_paise
).where(_c.settled_paise != 0)
_RESTS = select(_o.voucher_row, _o.party_row, _o.voucher_on, _o.amount_paise)
_HEADS = select(
    _v.voucher_row,
    case({kind.value: ord(kind.value) for kind in VoucherKind}, value=_v.kind),
    func.coalesce(_v.entered_on, 0),
).where(_v.state == "posted", or_(_v.kind.not_in(_PLAIN_KINDS), _v.entered_on.is_not(None)))


def _columns(
    conn: Connection,
    statement: Select[Any],
    party_row: ColumnElement[int],
    rows: frozenset[int] | None,
) -> list[array[int]]:
    """What a query of whole numbers finds, for all parties or for some."""
    if rows is not None:
        statement = statement.where(party_row.in_(sorted(rows)))
    columns = [array("q") for _ in statement.selected_columns]
    for some in conn.execute(statement).partitions(_ROWS_AT_ONCE):
        for column, values in zip(columns, zip(*some, strict=True), strict=True):
            column.extend(values)
    return columns


def _parties(conn: Connection) -> tuple[PartyAccount, ...]:
    statement = (
        select(
            _p.party_row,
            _p.party_id,
            _p.name,
            _p.code,
            _p.beat,
            _p.is_bill_wise,
            _p.credit_days,
            _s.balance_paise,
        )
        .join(tables.standing, _s.party_row == _p.party_row)
        .order_by(_p.name_key, _p.party_row)
    )
    return tuple(
        PartyAccount._make(row)._replace(is_bill_wise=bool(row.is_bill_wise))
        for row in conn.execute(statement)
    )
