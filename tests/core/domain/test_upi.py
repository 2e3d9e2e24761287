"""The upi://pay link, as payment apps read it."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import MAX_PAISE
from collectiq_desktop.core.domain.upi import (
    check_vpa,
    clean_note,
    upi_link,
    upi_reference_of,
)

VPA = "shreesample@examplebank"


def test_the_link_of_a_bill() -> None:
    link = upi_link(
        vpa=VPA,
        payee="Shree Sample Wholesale",
        amount_paise=74_342_00,
        reference="SW/26-27/0002",
        note="Bill SW/26-27/0002",
    )
    assert link == (
        "upi://pay?pa=shreesample@examplebank&pn=Shree%20Sample%20Wholesale&tr=SW2627-0002"
        "&tn=Bill%20SW2627-0002&am=74342.00&cu=INR&mode=01"
    )


def test_the_standing_link_of_the_shop_has_no_amount_and_no_reference() -> None:
    link = upi_link(vpa=VPA, payee="Mehta & Sons")
    assert link == "upi://pay?pa=shreesample@examplebank&pn=Mehta%20%26%20Sons&cu=INR&mode=01"


def test_a_name_in_another_script_is_percent_encoded() -> None:
    link = upi_link(vpa=VPA, payee="गणेश", amount_paise=5)
    assert "pn=%E0%A4%97%E0%A4%A3%E0%A5%87%E0%A4%B6&am=0.05&" in link


@given(
    st.text(min_size=1).filter(lambda name: bool(name.strip())),
    st.integers(1, MAX_PAISE),
    st.from_regex(r"[A-Za-z0-9][A-Za-z0-9/-]{0,15}", fullmatch=True),
    st.text(),
)
def test_every_link_is_read_back_by_a_standard_reader(
    name: str, paise: int, number: str, note: str
) -> None:
    link = upi_link(vpa=VPA, payee=name, amount_paise=paise, reference=number, note=note)
    assert link.isascii()
    assert "+" not in link
    fields = dict(parse_qsl(urlsplit(link).query, strict_parsing=True))
    assert fields["pa"] == VPA
    assert fields["pn"] == " ".join(name.split())
    assert fields["am"].replace(".", "").lstrip("0") == str(paise)
    assert re.fullmatch(r"\d+\.\d\d", fields["am"])
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{3,34}", fields["tr"])
    assert re.fullmatch(r"[A-Za-z0-9 .-]{0,50}", fields.get("tn", ""))


@pytest.mark.parametrize("paise", [0, -1, -74_342_00])
def test_nothing_and_less_cannot_be_asked_for(paise: int) -> None:
    with pytest.raises(BadInput, match="above zero"):
        upi_link(vpa=VPA, payee="Shree", amount_paise=paise)


def test_what_else_is_refused() -> None:
    with pytest.raises(BadInput, match="payee's name"):
        upi_link(vpa=VPA, payee="  ", amount_paise=100)
    with pytest.raises(BadInput, match="too large"):
        upi_link(vpa=VPA, payee="Shree", amount_paise=MAX_PAISE + 1)
    with pytest.raises(BadInput, match="Latin letters"):
        upi_link(vpa=VPA, payee="Shree", amount_paise=100, reference="बिल")


@pytest.mark.parametrize(
    ("number", "reference"),
    [
        ("SW/26-27/0002", "SW2627-0002"),
        ("RA01/26/000123", "RA0126-000123"),
        ("SW/26-27/0006-A", "SW2627-0006-A"),
        ("INV-01", "INV-01"),
        ("1", "BILL-1"),
        ("7/8", "BILL-7-8"),
        ("बिल/12345", "12345"),
        ("GST INV 0042", "GSTINV-0042"),
        ("SW2627-0002", "SW2627-0002"),
        ("X" * 30 + "/" + "0123456789", "X" * 24 + "-0123456789"),
    ],
)
def test_references_of_numbers(number: str, reference: str) -> None:
    assert upi_reference_of(number) == reference


@pytest.mark.parametrize(
    ("text", "note"),
    [
        ("Bill SW/26-27/0002", "Bill SW2627-0002"),
        ("Mehta & Sons: 5% #7", "Mehta Sons 5 7"),
        ("cash/credit", "cash credit"),
        ("बकाया", ""),
        ("a" * 49 + " bc", "a" * 49),
    ],
)
def test_notes_are_cleaned(text: str, note: str) -> None:
    assert clean_note(text) == note


@pytest.mark.parametrize(
    "vpa",
    [
        VPA,
        "9876543210@ybl",
        "a.b-c_d@okhdfcbank",
        "123456789012@SBIN0000001.ifsc.npci",
        " shree@upi ",
    ],
)
def test_upi_addresses(vpa: str) -> None:
    assert check_vpa(vpa) == vpa.strip()


@pytest.mark.parametrize(
    "vpa",
    [
        "",
        "shree",
        "@upi",
        "shree@",
        "shree@u",
        "a@b@c",
        "shree@gmail.com",
        "shree sample@upi",
        "शिव@upi",
        "x&am=1@upi",
        "x" * 256 + "@upi",
    ],
)
def test_what_is_no_upi_address(vpa: str) -> None:
    with pytest.raises(BadInput, match="name@bank") as caught:
        check_vpa(vpa)
    assert caught.value.field == "vpa"
