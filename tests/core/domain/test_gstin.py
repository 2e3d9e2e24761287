"""GSTIN, PAN and State codes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.gstin import (
    STATES,
    GstinKind,
    check_gstin,
    check_pan,
    state_code_of,
)

GOOD = ["27AAPFU0939F1ZV", "24AAKFK1234A1Z0", "29AADFL2468E1ZA", "07AAAPZ1234C1Z2"]
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@pytest.mark.parametrize("text", GOOD)
def test_numbers_that_are_right(text: str) -> None:
    check = check_gstin(text)
    assert check.is_valid
    assert check.kind is GstinKind.REGULAR
    assert check.problem == ""
    assert check.state_code == text[:2]
    assert check.pan == text[2:12]
    assert check_pan(check.pan).is_valid


def test_spaces_and_small_letters_are_put_right() -> None:
    check = check_gstin(" 27aapfu 0939f1zv ")
    assert check.value == "27AAPFU0939F1ZV"
    assert check.is_valid


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "15 characters, not 0"),
        ("27AAPFU0939F1Z", "15 characters, not 14"),
        ("27AAPFU0939F1ZW", "last character"),
        ("27AAPFU0939F0ZV", "order"),
        ("2ZAAPFU0939F1ZV", "order"),
        ("99AAPFU0939F1ZV", "99 is not the code of a State"),
        ("२७AAPFU0939F1ZV", "order"),
    ],
)
def test_numbers_that_are_wrong(text: str, reason: str) -> None:
    check = check_gstin(text)
    assert not check.is_valid
    assert reason in check.problem
    assert (check.state_code, check.pan) == ("", "")


@given(st.sampled_from(GOOD), st.integers(0, 14), st.sampled_from(ALPHABET))
def test_one_mistyped_character_is_always_found(good: str, at: int, char: str) -> None:
    typed = good[:at] + char + good[at + 1 :]
    check = check_gstin(typed)
    if check.kind in {GstinKind.REGULAR, GstinKind.UNKNOWN}:
        assert check.is_valid == (typed == good)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("27MUMA12345A1DX", GstinKind.TDS),
        ("27MUMA1234A1D1X", GstinKind.UNKNOWN),
        ("27MUMAA1234A1DX", GstinKind.TDS),
        ("27MUMA91234A1DX", GstinKind.TDS),
        ("27AAPFU0939F1CX", GstinKind.TCS),
        ("0717USA00001UN4", GstinKind.UIN),
        ("9917SGP29001OS2", GstinKind.NON_RESIDENT),
        ("9917SGP29001NR2", GstinKind.NON_RESIDENT),
    ],
)
def test_other_shapes_pass_with_a_warning(text: str, kind: GstinKind) -> None:
    check = check_gstin(text)
    assert check.kind is kind
    assert check.is_valid == (kind is not GstinKind.UNKNOWN)
    assert check.problem
    assert check.pan == ""


@given(st.text(max_size=20))
def test_any_text_gets_an_answer(text: str) -> None:
    check = check_gstin(text)
    assert check.is_valid or check.problem


def test_every_number_in_a_believable_export_is_right(test_data: Path) -> None:
    text = (test_data / "tally/synthetic/masters.utf8.xml").read_text(encoding="utf-8")
    numbers = re.findall(r"<(?:PARTY)?GSTIN>([^<]+)<", text)
    assert numbers
    assert not [number for number in numbers if not check_gstin(number).is_valid]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("Maharashtra", "27"),
        (" GUJARAT ", "24"),
        ("Tamilnadu", "33"),
        ("Jammu and Kashmir", "01"),
        ("Orissa", "21"),
        ("Pondicherry", "34"),
        ("Daman & Diu", "26"),
        ("Dadra & Nagar Haveli and Daman & Diu", "26"),
        ("27-Maharashtra", "27"),
        ("27", "27"),
        ("25", "26"),
        ("28", "37"),
        ("99", None),
        ("271", None),
        ("", None),
        ("Atlantis", None),
        ("&#4; Not Applicable", None),
    ],
)
def test_states_by_name(name: str, code: str | None) -> None:
    assert state_code_of(name) == code


def test_every_state_is_found_by_its_own_name() -> None:
    assert {state_code_of(name) for name in STATES.values()} == set(STATES)
    assert {state_code_of(code) for code in STATES} == set(STATES)


@pytest.mark.parametrize(
    ("text", "holder", "is_valid"),
    [
        ("aapfu0939f", "Firm", True),
        ("AAAPZ1234C", "Person", True),
        ("AADCL2468E", "Company", True),
        ("AAPXU0939F", "", False),
        ("AAPFU0939", "", False),
        ("", "", False),
    ],
)
def test_pan(text: str, holder: str, is_valid: bool) -> None:
    check = check_pan(text)
    assert (check.holder, check.is_valid) == (holder, is_valid)
    assert check.is_valid == (check.problem == "")
