from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.upi import upi_link
from collectiq_desktop.documents.labels import labels_for
from collectiq_desktop.documents.paper import SHEETS
from collectiq_desktop.documents.view import (
    UpiAsk,
    bank_view,
    brief,
    code_view,
    firm_view,
    joined,
    page_view,
    party_view,
    qr_view,
    with_side,
)
from tests.documents import samples

_ENGLISH, _HINDI = labels_for("en"), labels_for("hi")
_ASK = UpiAsk(amount_paise=74_342_00, number="SW/26-27/0002", note="Bill SW/26-27/0002")


def _qr(**changes: Any) -> dict[str, Any] | None:
    view = qr_view(replace(samples.FIRM, **changes), _ENGLISH, _ASK)
    return None if view is None else dict(view)


def test_the_code_holds_the_link_of_the_domain() -> None:
    link = upi_link(
        vpa="shreesample@examplebank",
        payee="Shree Sample Wholesale",
        amount_paise=74_342_00,
        reference="SW/26-27/0002",
        note="Bill SW/26-27/0002",
    )
    view = _qr()
    assert view is not None
    assert {key: view[key] for key in ("svg", "modules")} == code_view(link)
    assert view["words"] == "Rupees Seventy Four Thousand Three Hundred Forty Two Only"
    assert (view["vpa"], view["payee"]) == ("shreesample@examplebank", "Shree Sample Wholesale")


@pytest.mark.parametrize("amount_paise", [0, -1])
def test_nothing_is_asked_for_nothing(amount_paise: int) -> None:
    assert qr_view(samples.FIRM, _ENGLISH, replace(_ASK, amount_paise=amount_paise)) is None


def test_no_code_without_an_address() -> None:
    assert _qr(vpa="") is None


def test_a_wrong_address_is_said_and_not_printed() -> None:
    with pytest.raises(BadInput, match="not a UPI address"):
        _qr(vpa="not an address")


def test_a_code_has_its_quiet_zone() -> None:
    view = code_view("upi://pay")
    assert view["modules"] == 21 + 2 * 4
    assert str(view["svg"]).startswith("<svg")


def test_what_is_empty_takes_no_line() -> None:
    assert firm_view(samples.BARE_FIRM, _ENGLISH) == {"name": "Plain Firm", "lines": []}
    assert bank_view(samples.BARE_FIRM, _ENGLISH) == []
    assert joined("", "") == []
    assert joined("a", "", "b") == ["a · b"]


def test_the_party_block_speaks_the_papers_language() -> None:
    assert party_view(samples.PARTY, _HINDI)["lines"] == [
        "दुकान 4, स्टेशन रोड",
        "Nadiad 387001",
        "GSTIN 24AAPFU0939F1ZV · राज्य Gujarat (24)",
        "कोड P-0003 · फ़ोन 98000 00003",
    ]


def test_the_side_is_said_where_there_is_one() -> None:
    assert [with_side(paise, _ENGLISH) for paise in (100, -100, 0)] == [
        "1.00\u00a0Dr",
        "1.00\u00a0Cr",
        "0.00",
    ]
    assert with_side(1_00_000_00, _HINDI) == "1,00,000.00\u00a0उधार"


def test_a_long_narration_is_cut_with_a_sign_of_it() -> None:
    assert brief("short") == "short"
    assert len(brief("x" * 500)) == 160
    assert brief("x" * 500).endswith("…")


def test_a_page_number_is_laid_around_its_words() -> None:
    view = page_view(SHEETS["A4"], _ENGLISH)
    assert [view["footer"], view["footer_of"], view["footer_end"]] == ["Page ", " of ", ""]
