"""Enrolment codes: what a hand may do to them, and what they carry."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.wire.joining import (
    SECRET_BYTES,
    TOLD_PIN_BYTES,
    code_for,
    parse_code,
    tag_of,
)

FIRM, SECRET, PIN = b"F" * 16, bytes(range(SECRET_BYTES)), b"P" * 32


def test_a_code_says_its_firm_and_its_servers_certificate() -> None:
    code = parse_code(code_for(FIRM, SECRET, PIN).text)
    assert (code.tag, code.secret, code.told_pin) == (tag_of(FIRM), SECRET, PIN[:TOLD_PIN_BYTES])
    assert not code.is_adopting


def test_a_code_without_a_certificate_is_half_as_long() -> None:
    short, long = code_for(FIRM, SECRET, None).text, code_for(FIRM, SECRET, PIN).text
    assert len(short.split("-")) * 2 == len(long.split("-"))
    assert parse_code(short).told_pin == b""


def test_a_code_for_a_firm_to_come_names_none() -> None:
    assert parse_code(code_for(None, SECRET, None).text).is_adopting


@given(secret=st.binary(min_size=SECRET_BYTES, max_size=SECRET_BYTES), has_pin=st.booleans())
def test_what_people_do_to_codes_is_forgiven(secret: bytes, has_pin: bool) -> None:
    code = code_for(FIRM, secret, PIN if has_pin else None)
    typed = code.text.lower().replace("-", " ").replace("0", "o").replace("1", "l")
    assert parse_code(f" {typed}\n") == code


@given(place=st.integers(0, 57), letter=st.sampled_from("2345689ACDXYZ"))
def test_one_wrong_letter_is_noticed_before_the_server_is_asked(place: int, letter: str) -> None:
    text = code_for(FIRM, SECRET, PIN).text
    wrong = text[:place] + letter + text[place + 1 :]
    if wrong != text and "-" not in text[place]:
        with pytest.raises(BadInput) as refused:
            parse_code(wrong)
        assert refused.value.field == "code"


@pytest.mark.parametrize("text", ["", "ABCD", "code", "-" * 29, "ü" * 24, "A" * 1000])
def test_what_is_no_code_is_refused(text: str) -> None:
    with pytest.raises(BadInput):
        parse_code(text)


def test_what_the_server_keeps_does_not_tell_the_code() -> None:
    code = code_for(FIRM, SECRET, PIN)
    assert SECRET not in code.hashed
    assert code.hashed == code_for(FIRM, SECRET, None).hashed
    assert code.hashed != code_for(FIRM, SECRET[::-1], None).hashed
