from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.series import (
    LAST_NUMBER,
    SERIES_CODE,
    Series,
    number_of,
    parse_number,
)
from collectiq_desktop.core.domain.vouchers import VoucherKind

series = st.builds(
    Series,
    st.sampled_from(VoucherKind),
    st.from_regex(SERIES_CODE, fullmatch=True),
    st.integers(2000, 2099),
)
counts = st.integers(1, LAST_NUMBER)


@given(series, counts)
def test_a_number_is_read_as_it_was_written(one: Series, n: int) -> None:
    number = number_of(one, n)
    assert parse_number(number) == (one, n)
    assert number.startswith(one.prefix)


@given(series, counts)
def test_a_number_is_what_the_gst_rule_asks(one: Series, n: int) -> None:
    number = number_of(one, n)
    assert len(number) == 14
    assert number == number.upper()
    assert number[0] not in "0/-"
    assert set(number) <= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-")


@given(series, st.integers(1, LAST_NUMBER - 1))
def test_numbers_sort_as_they_count(one: Series, n: int) -> None:
    assert number_of(one, n) < number_of(one, n + 1)


@given(series, series, counts, counts)
def test_no_two_counts_give_one_number(one: Series, other: Series, n: int, m: int) -> None:
    assert (number_of(one, n) == number_of(other, m)) == ((one, n) == (other, m))


def test_the_number_of_the_design() -> None:
    receipts = Series(VoucherKind.RECEIPT, "A01", 2026)
    assert receipts.prefix == "RA01/26/"
    assert number_of(receipts, 123) == "RA01/26/000123"


@pytest.mark.parametrize("n", [0, LAST_NUMBER + 1])
def test_a_full_series_is_refused(n: int) -> None:
    with pytest.raises(Refused, match="RA01/26/ is full") as caught:
        number_of(Series(VoucherKind.RECEIPT, "A01", 2026), n)
    assert caught.value.field == "number"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "S/1",
        "ra01/26/000123",
        "XA01/26/000123",
        "RA01/26/00123",
        "RA01/26/000123 ",
        "RA0१/26/000123",
    ],
)
def test_a_number_from_elsewhere_is_none_of_ours(text: str) -> None:
    assert parse_number(text) is None


@pytest.mark.parametrize("code", ["a01", "A1", "AA1", "A001", ""])
def test_a_series_code_has_a_letter_and_two_digits(code: str) -> None:
    with pytest.raises(AssertionError):
        number_of(Series(VoucherKind.RECEIPT, code, 2026), 1)
