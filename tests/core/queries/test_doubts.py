from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.doubts import Alike, AlikeReceipts
from tests.plain_books import PlainBooks

DAY = date(2026, 11, 20)
MINUTES_MS = 60_000
NOTHING = Alike("", "")


@pytest.fixture
def ask(plain_books: PlainBooks) -> AlikeReceipts:
    """Ten minutes after a receipt of 500 by UPI, and long after one by cheque."""
    plain_books.write(
        """
        receipt  R/1  2026-11-19  Asha  300.00  cheque  ref 000123
        receipt  R/0  2026-11-20  Bina  500.00  upi     ref UTR 9
        """
    )
    plain_books.clock.move(ms=60 * MINUTES_MS)
    plain_books.write("receipt  R/2  2026-11-20  Asha  490.00  upi  ref UTR 77  discount 10.00")
    return AlikeReceipts(
        party_id=plain_books.parties["Asha"],
        amount_paise=500_00,
        on=DAY,
        mode=Mode.UPI,
        since_at=plain_books.clock.now_at() - 10 * MINUTES_MS,
    )


def test_the_same_sum_a_short_while_ago_by_whatever_mode_and_day(
    plain_books: PlainBooks, ask: AlikeReceipts
) -> None:
    wanted = Alike("", "RA01/26/000003")
    assert plain_books.ask(ask) == wanted
    assert plain_books.ask(replace(ask, mode=Mode.CASH, on=date(2026, 11, 1))) == wanted
    assert plain_books.ask(replace(ask, amount_paise=500_01)) == NOTHING


def test_the_same_sum_and_mode_of_the_day_whenever_it_was_recorded(
    plain_books: PlainBooks, ask: AlikeReceipts
) -> None:
    later = replace(ask, since_at=plain_books.clock.now_at() + 1)
    assert plain_books.ask(later).by_amount == "RA01/26/000003"
    assert plain_books.ask(replace(later, mode=Mode.CASH)) == NOTHING
    assert plain_books.ask(replace(later, on=date(2026, 11, 19))) == NOTHING


def test_the_same_reference_of_the_party_however_old(
    plain_books: PlainBooks, ask: AlikeReceipts
) -> None:
    far = replace(ask, amount_paise=1, reference=" 000123 ")
    assert plain_books.ask(far) == Alike("RA01/26/000001", "")
    assert plain_books.ask(replace(far, reference="utr 77")).by_reference == "RA01/26/000003"
    assert plain_books.ask(replace(far, reference="UTR 9")) == NOTHING


def test_one_that_is_cancelled_or_left_out_is_not_alike(
    plain_books: PlainBooks, ask: AlikeReceipts
) -> None:
    without = replace(ask, reference="UTR 77", without_id=plain_books.vouchers["R/2"])
    assert plain_books.ask(without) == NOTHING
    plain_books.write("cancel  R/2  twice")
    assert plain_books.ask(replace(ask, reference="UTR 77")) == NOTHING
