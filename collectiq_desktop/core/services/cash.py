"""The guard of cash: no voucher takes more of it than the law allows.

What comes from outside or from another device is history and is taken in as it is.
"""

from __future__ import annotations

from sqlalchemy import bindparam, select

from collectiq_desktop.core.domain.accounts import Nature
from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.cash import (
    CASH_LIMIT_PAISE,
    CashTaken,
    cash_on_bills,
    received_cash,
    refuse_cash,
    weigh,
)
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.queries.cash import (
    NO_ROW,
    bill_numbers,
    cash_on_bill,
    cash_on_day,
)
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.prepared import Prepared
from collectiq_desktop.core.storage.writer import Writer

_CASH = Prepared(
    select(tables.account.c.account_code, tables.account.c.account_row).where(
        tables.account.c.nature == bindparam("nature")
    )
)


def guard_cash(writer: Writer, voucher: Voucher, without_id: VoucherId | None = None) -> None:
    """Refuse a voucher that takes too much cash from a person in a day, or for a bill.

    Args:
        without_id: the voucher that this one replaces.

    Raises:
        Refused: with the law, what was taken before, and the way out.
    """
    cash_rows: dict[str, int] = dict(_CASH(writer.conn, nature=Nature.CASH.value).all())
    received = received_cash(voucher, cash_rows)
    if not received:
        return
    writer.flush_rows()
    day = ymd_of(voucher.on)
    # Most days come to less in all, and then nobody has to be looked at.
    of_all_paise = sum(writer.debited_on(row, day) for row in cash_rows.values())
    for party_id, paise in received.items():
        is_far = of_all_paise + paise < CASH_LIMIT_PAISE
        _guard_party(writer, voucher, (party_id, paise), without_id, is_day_far=is_far)


def _guard_party(
    writer: Writer,
    voucher: Voucher,
    received: tuple[PartyId, int],
    without_id: VoucherId | None,
    *,
    is_day_far: bool,
) -> None:
    party_id, paise = received
    without_row = writer.lookups.voucher_row(without_id) if without_id else None
    without = NO_ROW if without_row is None else without_row
    on_bills = cash_on_bills(voucher, party_id, paise)
    bills_paise = {
        bill: cash_on_bill(
            writer.conn, writer.lookups.voucher_row(bill.voucher_id) or NO_ROW, bill.n, without
        )
        for bill in on_bills
    }
    is_far = all(bills_paise[b] + more < CASH_LIMIT_PAISE for b, more in on_bills.items())
    taken = CashTaken(
        day_paise=0 if is_day_far else cash_on_day(writer.conn, party_id, voucher.on, without),
        bills_paise=bills_paise,
        numbers={} if is_far else bill_numbers(writer.conn, on_bills),
    )
    refuse_cash(weigh(taken, paise, on_bills))
