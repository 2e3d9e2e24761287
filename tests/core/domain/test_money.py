"""Money: how sums are written, read back, rounded and taxed."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import (
    MAX_PAISE,
    GstSplit,
    check_paise,
    format_dr_cr,
    format_inr,
    format_inr_short,
    parse_amount,
    parse_inr,
    round_half_up,
    round_to_rupee,
    split_gst,
    tax_on,
)

LEGAL = st.integers(-MAX_PAISE, MAX_PAISE)


@pytest.mark.parametrize(
    ("paise", "text"),
    [
        (0, "0.00"),
        (5, "0.05"),
        (-5, "-0.05"),
        (99_900, "999.00"),
        (1_00_000, "1,000.00"),
        (1_00_000_00, "1,00,000.00"),
        (12_34_567_50, "12,34,567.50"),
        (1_00_00_000_00, "1,00,00,000.00"),
        (-74_342_00, "-74,342.00"),
        (1_23_45_67_89_012_34, "1,23,45,67,89,012.34"),
    ],
)
def test_lakh_grouping(paise: int, text: str) -> None:
    assert format_inr(paise) == text


@pytest.mark.parametrize(
    ("paise", "text"),
    [
        (0, "0"),
        (-40, "0"),
        (-60, "-1"),
        (74_342_00, "74,342"),
        (99_999_49, "99,999"),
        (99_999_50, "1 L"),
        (1_25_000_00, "1.25 L"),
        (1_25_499_99, "1.25 L"),
        (1_25_500_00, "1.26 L"),
        (-3_40_00_000_00, "-3.4 Cr"),
        (99_99_499_99, "99.99 L"),
        (99_99_500_00, "1 Cr"),
        (12_34_56_00_00_000_00, "1,23,456 Cr"),
    ],
)
def test_short_form(paise: int, text: str) -> None:
    assert format_inr_short(paise) == text


def test_side_is_named() -> None:
    assert format_dr_cr(1_00_000) == "1,000.00 Dr"
    assert format_dr_cr(-25_050) == "250.50 Cr"
    assert format_dr_cr(0) == "0.00"


@given(LEGAL)
def test_what_is_written_is_read_back(paise: int) -> None:
    assert parse_inr(format_inr(paise)) == paise
    assert parse_inr(format_dr_cr(paise)) == paise
    assert parse_inr("₹ " + format_inr(paise)) == paise


@pytest.mark.parametrize(
    ("text", "paise"),
    [
        ("1250", 1250_00),
        ("1,250.5", 1250_50),
        (".5", 50),
        ("5.", 500),
        ("12,34,567.50", 12_34_567_50),
        ("1,234,567.50", 12_34_567_50),
        ("₹1,00,000", 1_00_000_00),
        ("Rs. 500/-", 500_00),
        ("rs 500", 500_00),
        ("INR 500.00", 500_00),
        ("रु. 500", 500_00),
        ("१२,३४५.५०", 12_345_50),
        ("૫૦૦", 500_00),
        (" 1033", 1033_00),
        ("\u00a01,033.00\u00a0", 1033_00),
        ("\ufeff1033", 1033_00),
        ("-74,342.00", -74_342_00),
        ("\u221274,342.00", -74_342_00),
        ("- ₹ 5", -500),
        ("₹-5", -500),
        ("+5", 500),
        ("(1,234.00)", -1_234_00),
        ("(₹ 1,234.00)", -1_234_00),
        ("1,234.00 Dr", 1_234_00),
        ("1,234.00Cr.", -1_234_00),
        ("1,234 CR", -1_234_00),
        ("0.00 Cr", 0),
    ],
)
def test_reads_what_people_write(text: str, paise: int) -> None:
    assert parse_inr(text) == paise


@pytest.mark.parametrize(
    "text",
    [
        "",
        "  ",
        "₹",
        ".",
        ",",
        "abc",
        "1.234",
        "1.000",
        "1,23",
        "12,50",
        "1,2345",
        "123,45,678",
        ",123",
        "1 234",
        "1.2.3",
        "5²",
        "½",
        "--5",
        "-₹-5",
        "-5 Cr",
        "(5) Dr",
        "(-5)",
        "(5",
        "5)",
        "1e5",
        "0x10",
        "1_000",
        "5%",
        "NaN",
        "9" * 61,
    ],
)
def test_refuses_what_is_no_amount(text: str) -> None:
    with pytest.raises(BadInput) as caught:
        parse_inr(text, field="amount")
    assert caught.value.field == "amount"
    assert caught.value.message.endswith(".")


@given(st.text(max_size=70))
def test_any_text_is_read_or_refused(text: str) -> None:
    for parse in (parse_inr, parse_amount):
        try:
            paise = parse(text)
        except BadInput:
            continue
        assert -MAX_PAISE <= paise <= MAX_PAISE


def test_bounds_of_the_books() -> None:
    assert check_paise(MAX_PAISE) == 2**53 - 1
    assert check_paise(-MAX_PAISE) == -MAX_PAISE
    for paise in (MAX_PAISE + 1, -MAX_PAISE - 1):
        with pytest.raises(BadInput, match="too large"):
            check_paise(paise)
        with pytest.raises(BadInput, match="too large"):
            parse_inr(format_inr(paise))


@pytest.mark.parametrize(
    ("text", "paise"),
    [
        ("1200*3+50", 3_650_00),
        ("50+1200*3", 3_650_00),
        ("(50+1200)*3", 3_750_00),
        ("100/3", 33_33),
        ("200/3", 66_67),
        ("100/3*3", 100_00),
        ("2-5", -3_00),
        ("-5+2", -3_00),
        ("5*-2", -10_00),
        ("10-2-3", 5_00),
        ("24/4/2", 3_00),
        ("0.005*1", 1),
        ("-0.005*1", -1),
        ("1,200.50 * 2", 2_401_00),
        ("₹1,200×3 ÷ 2", 1_800_00),
        ("Rs.100+50", 150_00),
        ("१२+३", 15_00),
        ("(1,234.00)", 1_234_00),
        ("500/-", 500_00),
        ("500", 500_00),
        ("-500", -500_00),
        ("12.50", 12_50),
    ],
)
def test_arithmetic_at_the_counter(text: str, paise: int) -> None:
    assert parse_amount(text) == paise


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "Type an amount"),
        ("12.345", "more than two decimals"),
        ("1/0", "divided by zero"),
        ("1/(2-2)", "divided by zero"),
        ("1+", "cannot be worked out"),
        ("*2", "cannot be worked out"),
        ("2(3)", "cannot be worked out"),
        ("(1+2", "cannot be worked out"),
        ("1+2)", "cannot be worked out"),
        ("()", "cannot be worked out"),
        ("2**3", "cannot be worked out"),
        ("1+a", "cannot be worked out"),
        ("1+1,2", "commas"),
        ("1*0.1234567", "six decimals"),
        ("(" * 30 + "1" + ")" * 30, "too many brackets"),
        ("1*" + "-" * 30 + "1", "too many brackets"),
        ("1+" * 80 + "1", "too long"),
        ("9999999999*9999999999", "too large"),
        ("__import__('os')", "cannot be worked out"),
    ],
)
def test_arithmetic_that_cannot_be_worked_out(text: str, reason: str) -> None:
    with pytest.raises(BadInput, match=reason):
        parse_amount(text)


@given(
    st.lists(st.tuples(st.sampled_from("+-*"), st.integers(0, 9_999)), min_size=1, max_size=8),
    st.integers(0, 9_999),
)
def test_arithmetic_agrees_with_python(terms: list[tuple[str, int]], first: int) -> None:
    text = str(first) + "".join(f"{sign}{number}" for sign, number in terms)
    products = [Fraction(first)]
    for sign, number in terms:
        if sign == "*":
            products[-1] *= number
        else:
            products.append(Fraction(number if sign == "+" else -number))
    expected = int(sum(products)) * 100
    if abs(expected) <= MAX_PAISE:
        assert parse_amount(text) == expected
    else:
        with pytest.raises(BadInput, match="too large"):
            parse_amount(text)


@pytest.mark.parametrize(
    ("numerator", "denominator", "rounded"),
    [(1, 2, 1), (-1, 2, -1), (3, 2, 2), (5, 2, 3), (49, 100, 0), (50, 100, 1), (-149, 100, -1)],
)
def test_half_up(numerator: int, denominator: int, rounded: int) -> None:
    assert round_half_up(numerator, denominator) == rounded


@given(st.integers(-(10**20), 10**20), st.integers(1, 10**9))
def test_half_up_is_the_nearest_and_the_same_both_ways(numerator: int, denominator: int) -> None:
    rounded = round_half_up(numerator, denominator)
    error = abs(Fraction(numerator, denominator) - rounded)
    assert error <= Fraction(1, 2)
    if error == Fraction(1, 2):
        assert abs(rounded) > abs(Fraction(numerator, denominator))
    assert round_half_up(-numerator, denominator) == -rounded


@pytest.mark.parametrize(
    ("paise", "rounded", "round_off"),
    [(149, 100, -49), (150, 200, 50), (100, 100, 0), (-150, -200, -50), (-149, -100, 49)],
)
def test_round_off_to_the_rupee(paise: int, rounded: int, round_off: int) -> None:
    assert round_to_rupee(paise) == (rounded, round_off)


@given(LEGAL)
def test_round_off_explains_the_whole_difference(paise: int) -> None:
    rounding = round_to_rupee(paise)
    assert rounding.rounded_paise % 100 == 0
    assert rounding.rounded_paise == paise + rounding.round_off_paise
    assert abs(rounding.round_off_paise) <= 50


def test_tax_in_basis_points() -> None:
    assert tax_on(50_000_00, 500) == 2_500_00
    assert tax_on(1_00, 25) == 0
    assert tax_on(2_00, 25) == 1
    assert tax_on(-2_00, 25) == -1


def test_gst_within_the_state_is_halved_and_each_half_rounded() -> None:
    split = split_gst(10_10, 500, is_inter_state=False)
    assert split == GstSplit(cgst_paise=25, sgst_paise=25, igst_paise=0)
    assert split_gst(10_30, 500, is_inter_state=False).total_paise == 52
    assert split_gst(10_30, 500, is_inter_state=True).total_paise == 52
    assert split_gst(1_01, 100, is_inter_state=False).total_paise == 2
    assert split_gst(1_01, 100, is_inter_state=True).total_paise == 1


@given(LEGAL, st.integers(0, 4_000), st.booleans())
def test_gst_halves_are_equal_and_near_the_whole(
    taxable: int, rate: int, is_inter_state: bool
) -> None:
    split = split_gst(taxable, rate, is_inter_state=is_inter_state)
    assert split.cgst_paise == split.sgst_paise
    assert split.cgst_paise == 0 or split.igst_paise == 0
    assert abs(split.total_paise - tax_on(taxable, rate)) <= 1
    back = split_gst(-taxable, rate, is_inter_state=is_inter_state)
    assert back.total_paise == -split.total_paise
