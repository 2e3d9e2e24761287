"""Which cheque a voucher is about: rows that come and go with its standing version."""

from __future__ import annotations

from sqlalchemy import delete

from collectiq_desktop.core.domain.accounts import CHEQUES
from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.cheques import ChequeStep
from collectiq_desktop.core.domain.vouchers import AGENTS, DEBTORS, Mode, Voucher, VoucherKind
from collectiq_desktop.core.storage import collecting_tables
from collectiq_desktop.core.storage.writer import Writer

RECEIVED = "received"
_STEP_OF = {
    VoucherKind.RECEIPT: ChequeStep.DEPOSIT,
    VoucherKind.CONTRA: ChequeStep.DEPOSIT,
    VoucherKind.JOURNAL: ChequeStep.BOUNCE,
}


def part_of(voucher: Voucher) -> str | None:
    """What a voucher does with a cheque, None if it is about none."""
    if voucher.cheque_id is not None:
        return _STEP_OF.get(voucher.kind)
    is_received = voucher.kind is VoucherKind.RECEIPT and voucher.mode is Mode.CHEQUE
    if is_received and any(line.account_code == CHEQUES for line in voucher.postings):
        return RECEIVED
    return None


def _amount_paise(voucher: Voucher) -> int:
    """What the cheque is worth: the money, without what was let off beside it."""
    others = (AGENTS, DEBTORS, "discount", "tds", "round_off", "charges")
    money = (abs(line.amount_paise) for line in voucher.postings if line.account_code not in others)
    return max(money, default=0)


def lay_cheque(writer: Writer, voucher_row: int, voucher_id: bytes, voucher: Voucher) -> None:
    """Note what a voucher does with a cheque; a receipt by cheque is its own."""
    part = part_of(voucher)
    if part is not None:
        cheque_on = ymd_of(voucher.cheque_on or voucher.on)
        cheque_id = voucher.cheque_id or voucher_id
        row = (voucher_row, cheque_id, str(part), _amount_paise(voucher))
        writer.add(
            collecting_tables.cheque_voucher, (*row, cheque_on, voucher.bank, voucher.undoes_id)
        )


def lift_cheque(writer: Writer, voucher_row: int, voucher: Voucher) -> None:
    """Take back what was noted."""
    if part_of(voucher) is not None:
        table = collecting_tables.cheque_voucher
        writer.conn.execute(delete(table).where(table.c.voucher_row == voucher_row))
