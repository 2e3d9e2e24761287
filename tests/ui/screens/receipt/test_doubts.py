"""What a clerk is asked about before a receipt is saved."""

from __future__ import annotations

from datetime import date

from collectiq_desktop.core.domain.cash import CashRule, CashWeight
from collectiq_desktop.core.queries.doubts import Alike
from collectiq_desktop.ui.screens.receipt.doubts import Doubt, Doubtful, doubt_of
from collectiq_desktop.ui.screens.receipt.sentences import doubt_words

NEAR = CashWeight(CashRule.DAY, 1_00_000_00, 85_000_00)


def test_the_gravest_doubt_is_asked_about() -> None:
    assert doubt_of(Alike("", ""), None) is None
    assert doubt_of(Alike("R/1", "R/2"), None) == Doubtful(Doubt.SAME_REFERENCE, "R/1")
    on = date(2026, 12, 5)
    same_cheque = Doubtful(Doubt.SAME_CHEQUE, cheque_on=on)
    assert doubt_of(Alike("", "R/2", on), None) == same_cheque
    assert "of this number, of 05-12-2026, is in the register" in doubt_words(same_cheque)
    assert doubt_of(Alike("", "R/2"), None) == Doubtful(Doubt.SAME_AMOUNT, "R/2")
    assert doubt_of(Alike("R/1", "R/2"), NEAR) == Doubtful(Doubt.MUCH_CASH, cash=NEAR)


def test_much_cash_is_asked_about_and_too_much_is_refused() -> None:
    asked = doubt_words(Doubtful(Doubt.MUCH_CASH, cash=NEAR))
    assert "1,85,000.00 in cash from this person" in asked
    assert asked.endswith("Ctrl+A once more saves all the same.")
    bill = CashWeight(CashRule.BILL, 1_00_000_00, 85_000_00, "S/7")
    assert "1,85,000.00 in cash for bill S/7" in doubt_words(Doubtful(Doubt.MUCH_CASH, cash=bill))
    over = doubt_words(Doubtful(Doubt.MUCH_CASH, cash=bill._replace(wanted_paise=1_00_000_00)))
    assert "Taken for this bill S/7: 1,00,000.00. Take at most 99,999.99 in cash" in over
    full = doubt_words(Doubtful(Doubt.MUCH_CASH, cash=CashWeight(CashRule.DAY, 1_99_999_99, 1)))
    assert full.endswith("Taken on this day: 1,99,999.99. Take it by UPI, cheque or bank.")
