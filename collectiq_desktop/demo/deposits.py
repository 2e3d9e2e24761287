"""Money on its way from the till to the bank."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.services.corrections import CancelVoucher
from collectiq_desktop.core.services.journals import PostContra
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.demo.chance import SUNDAY, Act, Chance

_FEWEST_FOR_DEPOSITS = 1_000


def deposit_days(days: Sequence[date], count: int) -> list[date]:
    """Saturdays, on which cash and cheques go to the bank; none in small books."""
    if count < _FEWEST_FOR_DEPOSITS:
        return []
    return [day for day in days if day.weekday() == SUNDAY - 1][3:]


def deposits(chance: Chance, acts: Sequence[Act], days: Sequence[date]) -> Iterator[Act]:
    """A contra each Saturday: cash of the week, and every fourth time the cheques."""
    returned = {a.command.voucher_id for a in acts if isinstance(a.command, CancelVoucher)}
    receipts = [
        (act.on, act.command)
        for act in acts
        if isinstance(act.command, RecordReceipt) and act.command.voucher_id not in returned
    ]
    since = {Mode.CASH: date.min, Mode.CHEQUE: date.min}
    for number, day in enumerate(days):
        mode = Mode.CHEQUE if number % 4 == 0 else Mode.CASH
        taken_paise = sum(
            receipt.amount_paise
            for on, receipt in receipts
            if receipt.mode is mode and since[mode] < on <= day
        )
        since[mode] = day
        yield chance.act(day, _deposit(chance, mode, taken_paise, day))


def _deposit(chance: Chance, mode: Mode, taken_paise: int, day: date) -> PostContra:
    is_cash = mode is Mode.CASH
    rounded_paise = taken_paise // 1_00_000 * 1_00_000 if is_cash else taken_paise
    return PostContra(
        voucher_id=chance.voucher_id(),
        amount_paise=max(1_00_000, rounded_paise),
        from_code="cash" if is_cash else "cheques",
        on=day,
        narration="Cash deposited" if is_cash else "Cheques deposited",
    )
