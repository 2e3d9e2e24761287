"""A receipt as anybody sees it who was given its code: no party, no bill."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.asking import day_of
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.masters import master_of, unpack

_v = tables.voucher.c


class PublicReceipt(NamedTuple):
    """What a receipt's public page shows.

    Money: amount_paise > 0.
    """

    firm: str
    on: date
    number: str
    amount_paise: int
    is_standing: bool


def public_receipt(conn: Connection, voucher_id: VoucherId) -> PublicReceipt | None:
    """The receipt with this id, None where there is none; other vouchers are never shown."""
    statement = select(_v.voucher_on, _v.number, _v.amount_paise, _v.state).where(
        _v.voucher_id == voucher_id, _v.kind == VoucherKind.RECEIPT.value
    )
    row = conn.execute(statement).first()
    fields = conn.execute(select(tables.firm.c.fields)).scalar()
    if row is None or fields is None:
        return None
    firm = master_of(Firm, unpack(fields)).name
    return PublicReceipt(
        firm, day_of(row.voucher_on), row.number, row.amount_paise, row.state == "posted"
    )
