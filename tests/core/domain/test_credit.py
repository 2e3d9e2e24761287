"""The three limits of a party, and what a sale makes of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.credit import (
    CreditStanding,
    CreditUse,
    LimitKind,
    credit_uses,
    limit_words,
    passed_limits,
    refuse_credit,
)
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.party import Party

ASHA = Party(name="Asha", credit_limit_paise=1_000_00, late_limit_days=45, bills_limit_count=3)


def test_only_limits_that_are_set_are_looked_at() -> None:
    assert credit_uses(Party(name="Asha"), CreditStanding(1 << 40, 900, 900)) == ()
    assert credit_uses(ASHA, CreditStanding(-5_00, 0, 1)) == (
        CreditUse(LimitKind.AMOUNT, 1_000_00, 0),
        CreditUse(LimitKind.DAYS, 45, 0),
        CreditUse(LimitKind.BILLS, 3, 1),
    )


@pytest.mark.parametrize(
    ("standing", "new_paise", "passed"),
    [
        (CreditStanding(900_00, 45, 2), 100_00, []),
        (CreditStanding(900_00, 45, 2), 100_01, [LimitKind.AMOUNT]),
        (CreditStanding(0, 46, 0), 1, [LimitKind.DAYS]),
        (CreditStanding(0, 0, 3), 1, [LimitKind.BILLS]),
        (CreditStanding(2_000_00, 99, 9), 0, []),
        (CreditStanding(2_000_00, 99, 9), 1, list(LimitKind)),
    ],
)
def test_a_limit_is_passed_above_it(
    standing: CreditStanding, new_paise: int, passed: list[LimitKind]
) -> None:
    assert [use.kind for use in passed_limits(ASHA, standing, new_paise)] == passed


@given(balance=st.integers(-(10**9), 10**9), new=st.integers(1, 10**9))
def test_what_is_taken_first_lets_the_sale_pass(balance: int, new: int) -> None:
    party = Party(name="Asha", credit_limit_paise=50_000_00)
    [*passed] = passed_limits(party, CreditStanding(balance, 0, 0), new)
    if passed:
        taken = CreditStanding(balance - passed[0].over, 0, 0)
        assert passed_limits(party, taken, new) == ()


def test_the_sentence_names_the_way_out() -> None:
    words = [limit_words(ASHA, CreditUse(kind, 10, 12)) for kind in LimitKind]
    assert words == [
        "Asha would owe 0.12; its limit is 0.10. Take 0.02 of it first.",
        "The oldest bill of Asha is 12 days late; 10 are allowed. Take a receipt for it first.",
        "Asha would have 12 open bills; 10 are allowed. Take a receipt first.",
    ]


def test_a_limit_stops_only_where_the_party_says_so() -> None:
    passed = passed_limits(ASHA, CreditStanding(1_000_00, 0, 0), 1)
    refuse_credit(ASHA, passed)
    stopping = Party(name="Asha", credit_limit_paise=1_000_00, stops_at_limit=True)
    with pytest.raises(Refused, match=r"Take 0\.01"):
        refuse_credit(stopping, passed)
    refuse_credit(stopping, ())
