from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.accounts import (
    MONEY_NATURES,
    STANDARD_ACCOUNTS,
    Nature,
    account_of,
    code_for_name,
)
from collectiq_desktop.core.domain.vouchers import DEBTORS, Mode

CODES = {account.account_code: account for account in STANDARD_ACCOUNTS}


def test_every_standard_account_has_a_code_and_a_name_of_its_own() -> None:
    assert len(CODES) == len(STANDARD_ACCOUNTS)
    assert len({account.name for account in STANDARD_ACCOUNTS}) == len(STANDARD_ACCOUNTS)
    debtors = [a.account_code for a in STANDARD_ACCOUNTS if a.nature is Nature.DEBTORS]
    assert debtors == [DEBTORS]


def test_money_of_every_mode_goes_to_an_account_for_money() -> None:
    assert {mode: account_of(mode) for mode in Mode} == {
        Mode.CASH: "cash",
        Mode.UPI: "bank",
        Mode.CHEQUE: "cheques",
        Mode.BANK: "bank",
        Mode.CARD: "bank",
        Mode.RAZORPAY: "razorpay",
    }
    assert all(CODES[account_of(mode)].nature in MONEY_NATURES for mode in Mode)


@given(st.text(alphabet="abcXYZ कखग.&", min_size=1))
def test_a_name_gives_the_same_code_whatever_its_case_and_blanks(name: str) -> None:
    code = code_for_name(name)
    assert code == code_for_name(f"  {name.upper()}\t")
    assert len(code) == 12
    assert code not in CODES


def test_other_names_give_other_codes() -> None:
    assert len({code_for_name(f"Sales {n}") for n in range(1_000)}) == 1_000
    assert code_for_name("Freight  Charges ") == code_for_name("freight charges")
