"""Telephone numbers out of ledgers."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.phones import (
    PhoneField,
    international,
    normalise_mobile,
    phone_tail,
    read_phones,
)

MOBILES = st.from_regex(r"[6-9][0-9]{9}", fullmatch=True)
DRESSES = st.sampled_from(
    ["{}", "+91{}", "+91 {}", "+91-{}", "91{}", "91 {}", "0{}", "0091{}", "(+91) {}", "M: {}"]
)


@pytest.mark.parametrize(
    ("text", "mobile"),
    [
        ("9800000002", "9800000002"),
        ("98000 00002", "9800000002"),
        ("98000-00002", "9800000002"),
        ("+91 98000 00002", "9800000002"),
        ("+91-9800000002", "9800000002"),
        ("919800000002", "9800000002"),
        ("00919800000002", "9800000002"),
        ("09800000002", "9800000002"),
        ("9198000000", "9198000000"),
        ("९८००० ००००२", "9800000002"),
        ("5800000002", None),
        ("980000000", None),
        ("98000000021", None),
        ("+6591234567", None),
        ("+1 415 555 2671", None),
        ("022 2345 6789", None),
        ("", None),
        ("Ramesh", None),
    ],
)
def test_one_mobile(text: str, mobile: str | None) -> None:
    assert normalise_mobile(text) == mobile


@pytest.mark.parametrize(
    ("text", "mobiles", "complaints"),
    [
        ("", (), ()),
        ("  ", (), ()),
        ("9800000002, 9900000003", ("9800000002", "9900000003"), ()),
        ("9800000002/9900000003", ("9800000002", "9900000003"), ()),
        ("9800000002 9900000003", ("9800000002", "9900000003"), ()),
        ("98000 00002 99000 00003", ("9800000002", "9900000003"), ()),
        ("9800000002-9900000003", ("9800000002", "9900000003"), ()),
        ("+919800000002+919900000003", ("9800000002", "9900000003"), ()),
        ("91 98000 00002; 0 99000 00003", ("9800000002", "9900000003"), ()),
        ("9800000002\r\n9900000003", ("9800000002", "9900000003"), ()),
        ("9800000002 or 9900000003 and 9700000004", ("9800000002", "9900000003", "9700000004"), ()),
        ("9800000002, 9800000002", ("9800000002",), ()),
        ("Ramesh 9800000002 (shop)", ("9800000002",), ()),
        ("Shop 12, 9800000002", ("9800000002",), ("Shop 12",)),
        ("Shop 12 9800000002", ("9800000002",), ("12",)),
        ("9800000002 12 9900000003", ("9800000002", "9900000003"), ("12",)),
        ("91987 65432 10", ("9876543210",), ()),
        ("9800000002 (022-2345)", ("9800000002",), ("022 2345",)),
        ("9800000002/11", ("9800000002",), ("11",)),
        ("9800000002, 022-23456789", ("9800000002",), ("022-23456789",)),
        ("9800000002, +6591234567", ("9800000002",), ("+6591234567",)),
        ("98xxxxxx, 99xxxxxx", (), ("98xxxxxx", "99xxxxxx")),
        ("N/A", (), ("N/A",)),
        ("98000", (), ("98000",)),
    ],
)
def test_a_field_of_numbers(
    text: str, mobiles: tuple[str, ...], complaints: tuple[str, ...]
) -> None:
    assert read_phones(text) == PhoneField(mobiles=mobiles, complaints=complaints)


@given(
    st.lists(st.tuples(MOBILES, DRESSES), min_size=1, max_size=4, unique_by=lambda pair: pair[0]),
    st.sampled_from([", ", "/", ";", " & ", "\n", " or "]),
)
def test_numbers_are_found_in_any_dress(pairs: list[tuple[str, str]], between: str) -> None:
    field = read_phones(between.join(dress.format(mobile) for mobile, dress in pairs))
    assert field.mobiles == tuple(mobile for mobile, _ in pairs)
    assert field.complaints == ()


@given(st.text(st.sampled_from("0123456789 +-/,ax९\n"), max_size=40))
def test_no_digit_is_lost(text: str) -> None:
    field = read_phones(text)
    assert all(normalise_mobile(mobile) == mobile for mobile in field.mobiles)
    if any(char.isdecimal() for char in text):
        assert field.mobiles or field.complaints


@given(MOBILES)
def test_the_number_for_messages_comes_back(mobile: str) -> None:
    assert normalise_mobile(international(mobile)) == mobile


def test_the_tail_of_a_number() -> None:
    assert phone_tail("98250 11234") == "1234"
    assert phone_tail("+91-98250-11234", count=6) == "011234"
    assert phone_tail("12") == "12"
    assert phone_tail("") == ""
