"""Plain text for dot matrix printers: every line fits, and every sum is there."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.papers import PartyOnPaper
from collectiq_desktop.documents.columns import TextPage
from collectiq_desktop.documents.plain_text import invoice_text, receipt_text, statement_text
from tests.documents import samples

NARROW, WIDE, HALF = TextPage(columns=80), TextPage(columns=132), TextPage(columns=80, lines=36)
PAPERS: dict[str, Callable[[TextPage], tuple[str, ...]]] = {
    "statement": lambda page: statement_text(samples.typical(), page=page),
    "outstanding": lambda page: statement_text(samples.typical(form="outstanding"), page=page),
    "extreme": lambda page: statement_text(samples.extreme(), page=page),
    "empty": lambda page: statement_text(samples.statement(firm=samples.BARE_FIRM), page=page),
    "receipt": lambda page: receipt_text(samples.receipt(), page=page),
    "bare receipt": lambda page: receipt_text(samples.bare_receipt(), page=page),
    "many bills": lambda page: receipt_text(samples.many_bills_receipt(), page=page),
    "invoice": lambda page: invoice_text(samples.invoice(), page=page),
    "long invoice": lambda page: invoice_text(samples.invoice(item_count=60, times=900), page=page),
}


@pytest.mark.parametrize("page", [NARROW, WIDE, HALF], ids=["80", "132", "half"])
@pytest.mark.parametrize("name", PAPERS)
def test_every_line_fits_and_is_ascii(name: str, page: TextPage) -> None:
    pages = PAPERS[name](page)
    for text in pages:
        assert text.isascii()
        lines = text.split("\n")
        assert len(lines) == page.lines
        too_long = [line for line in lines if len(line) > page.columns]
        assert not too_long
    assert "Page 1 of" in pages[0]


def test_a_receipt_fits_on_half_a_page() -> None:
    assert len(receipt_text(samples.receipt(is_duplicate=True), page=HALF)) == 1


@pytest.mark.parametrize("page", [NARROW, WIDE], ids=["80", "132"])
def test_the_statement_has_every_line_and_its_closing(page: TextPage) -> None:
    statement = samples.typical()
    text = "\n".join(statement_text(statement, page=page))
    for line in statement.lines:
        assert format_inr(line.balance_paise) + "Dr" in text
        assert line.number in text
    assert "Closing balance" in text
    assert "Shri Ganesh Tredars" in text
    assert "Bills 72,936.50 + on account 21,224.25 = balance 94,160.75" in text
    assert "Over 120: 2,345.50" in text


def test_outstanding_shows_bills_only() -> None:
    text = "\n".join(statement_text(samples.typical(form="outstanding"), page=NARROW))
    assert "Opening balance" not in text
    assert "SA01/26/000003" in text


def test_a_receipt_says_duplicate_only_when_it_is_one() -> None:
    assert "DUPLICATE" not in receipt_text(samples.receipt(), page=NARROW)[0]
    again = receipt_text(samples.receipt(is_duplicate=True), page=NARROW)[0]
    assert "Receipt - DUPLICATE" in again
    assert "Rs. 25,000.00" in again
    assert "Rupees Twenty Five Thousand Only" in again
    assert "Subject to realisation of cheques." in again


def test_an_invoice_leads_from_the_old_balance_to_the_new() -> None:
    text = invoice_text(samples.invoice(copies=("original", "duplicate")), page=NARROW)
    assert "ORIGINAL FOR RECIPIENT" in text[0]
    assert "DUPLICATE FOR TRANSPORTER" in text[1]
    for words in ("Previous balance", "+ This bill", "- Received", "= New balance"):
        assert words in text[0]
    assert "Tax by rate" in text[0]


def test_names_that_mean_harm_are_only_names() -> None:
    for name in samples.NASTY_NAMES:
        party = PartyOnPaper(name=name)
        pages = statement_text(samples.statement(party=party), page=NARROW)
        assert all(text.isascii() and "\x07" not in text for text in pages)
        assert max(len(line) for text in pages for line in text.split("\n")) <= 80
