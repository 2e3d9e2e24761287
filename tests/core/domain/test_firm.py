from __future__ import annotations

from typing import Any

import pytest

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.firm import Firm, check_firm, company_key
from tests.plain_books import FIRM


def test_a_sound_firm_is_let_through() -> None:
    check_firm(FIRM)
    check_firm(Firm(name="A"))


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"name": "  "}, "name"),
        ({"name": "A", "gstin": "24AAACC1206D1ZX"}, "gstin"),
        ({"name": "A", "vpa": "not a vpa"}, "vpa"),
        ({"name": "A", "bank_ifsc": "BARB1SHREEX"}, "bank_ifsc"),
        ({"name": "A", "bank_ifsc": "barb0shreex"}, "bank_ifsc"),
    ],
)
def test_an_impossible_firm_is_refused(fields: dict[str, Any], field: str) -> None:
    with pytest.raises(BadInput) as caught:
        check_firm(Firm(**fields))
    assert caught.value.field == field
    assert caught.value.message.endswith(".")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shree Traders", "SHREE TRADERS"),
        ("Shree Traders", "Shree Traders - (from 1-Apr-25)"),
        ("Shree Traders Pvt. Ltd.", "Shree Traders Pvt Ltd"),
        ("श्री ट्रेडर्स", "श्री  ट्रेडर्स"),
    ],
)
def test_one_company_is_known_under_its_spellings(one: str, other: str) -> None:
    assert company_key(one) == company_key(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Shree Traders", "Shri Traders"),
        ("Shree Traders", "Shree Traders (Surat)"),
        ("श्री ट्रेडर्स", "श्री ट्रेडर्"),
    ],
)
def test_two_companies_are_told_apart(one: str, other: str) -> None:
    assert company_key(one) != company_key(other)
