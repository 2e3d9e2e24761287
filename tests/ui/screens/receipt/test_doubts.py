"""What a clerk is asked about before a receipt is saved."""

from __future__ import annotations

from datetime import date

import pytest

from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.daybook import DayBookLine
from collectiq_desktop.ui.screens.receipt.doubts import Claimed, Doubt, doubt_of

TODAY = date(2026, 11, 22)


def before(
    amount_paise: int,
    mode: str = "cash",
    *,
    on: date = TODAY,
    reference: str = "",
    is_cancelled: bool = False,
) -> DayBookLine:
    voucher_id = VoucherId(b"1" * 16)
    return DayBookLine(
        voucher_id, on, "receipt", "RA01/26/000007", "Asha", "A",
        amount_paise, mode, reference, "", is_cancelled,
    )  # fmt: skip


CASH = Claimed(1_000_00, Mode.CASH, "", TODAY)


@pytest.mark.parametrize(
    ("wanted", "lines", "doubt"),
    [
        (CASH, [], None),
        (CASH, [before(999_99)], None),
        (CASH, [before(1_000_00)], Doubt.SAME_AMOUNT),
        (CASH, [before(1_000_00, "upi")], None),
        (CASH, [before(1_000_00, on=date(2026, 11, 21))], None),
        (CASH, [before(1_000_00, is_cancelled=True)], None),
        (
            Claimed(1_00, Mode.UPI, "utr9", TODAY),
            [before(5_00, "upi", on=date(2026, 10, 1), reference="UTR9")],
            Doubt.SAME_REFERENCE,
        ),
        (Claimed(1_99_999_99, Mode.CASH, "", TODAY), [], None),
        (Claimed(2_00_000_00, Mode.CASH, "", TODAY), [], Doubt.TOO_MUCH_CASH),
        (Claimed(2_00_000_00, Mode.UPI, "", TODAY), [], None),
        (Claimed(50_000_00, Mode.CASH, "", TODAY), [before(1_50_000_00)], Doubt.TOO_MUCH_CASH),
        (Claimed(50_000_00, Mode.CASH, "", TODAY), [before(1_50_000_00, "upi")], None),
    ],
)
def test_doubts(wanted: Claimed, lines: list[DayBookLine], doubt: Doubt | None) -> None:
    found = doubt_of(wanted, lines)
    assert (found.doubt if found is not None else None) == doubt


def test_what_a_doubt_tells() -> None:
    same = doubt_of(CASH, [before(1_000_00)])
    assert same is not None
    assert same.number == "RA01/26/000007"
    much = doubt_of(Claimed(60_000_00, Mode.CASH, "", TODAY), [before(1_50_000_00)])
    assert much is not None
    assert much.taken_paise == 1_50_000_00
