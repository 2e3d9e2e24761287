from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.domain.papers import InvoicePaper
from collectiq_desktop.documents.invoice import invoice_pdf, invoice_view, percent
from collectiq_desktop.documents.labels import labels_for
from collectiq_desktop.documents.paper import PAPERS, SHEETS, Paper
from tests.documents import looking, samples

_COPIES = ("original", "duplicate", "triplicate")


def _view(invoice: InvoicePaper, language: str = "en") -> dict[str, Any]:
    return dict(invoice_view(invoice, sheet=SHEETS["A4"], labels=labels_for(language)))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "hi"])
def test_what_rule_46_asks_for_is_on_every_paper(
    paper: Paper, language: str, tmp_path: Path
) -> None:
    invoice = samples.invoice()
    assert invoice.is_tied_out
    pdf = invoice_pdf(invoice, paper=paper, language=language)
    assert looking.missing_glyphs(pdf) == 0
    words = looking.words_of(pdf, tmp_path)
    for shown in (
        *("Shree Sample Wholesale", "24AAKFK1234A1Z0", "24AAPFU0939F1ZV", "SA01/26/000123"),
        *("22-11-2026", "21-01-2027", "Gujarat (24)", "10063020", "BAG", "18%", "26,250.00"),
        *("CGST", "SGST", "1,387.50", "375.00", "1,012.50", "29,025.00"),
        *("30,900.00", "5,000.00", "54,925.00", "K7F2-9QXM"),
    ):
        assert shown in words, shown


def test_a_small_invoice_is_one_a5_page_each_copy(tmp_path: Path) -> None:
    pdf = invoice_pdf(samples.invoice(copies=_COPIES), paper="A5", language="en")
    assert len(looking.page_sizes_mm(pdf)) == 3
    words = looking.words_of(pdf, tmp_path)
    assert words.count("Page 1 of 1") == 3
    assert words.count("ORIGINAL FOR RECIPIENT") == 1
    assert words.count("DUPLICATE FOR TRANSPORTER") == 1
    assert words.count("TRIPLICATE FOR SUPPLIER") == 1


def test_every_copy_counts_its_own_pages(tmp_path: Path) -> None:
    invoice = samples.invoice(copies=_COPIES[:2], item_count=60)
    words = looking.words_of(invoice_pdf(invoice, paper="A4", language="en"), tmp_path)
    assert words.count("Page 1 of 2") == 2
    assert words.count("Page 2 of 2") == 2


def test_the_balances_settle_the_argument() -> None:
    assert _view(samples.invoice())["balances"] == [
        ["Previous balance", "30,900.00\u00a0Dr"],
        ["+ This bill", "29,025.00"],
        ["– Received", "5,000.00"],
        ["= New balance", "₹ 54,925.00\u00a0Dr"],
    ]


def test_the_code_asks_for_this_bill_and_never_for_nothing() -> None:
    assert _view(samples.invoice())["qr"]["amount"] == "₹ 24,025.00"
    paid = replace(samples.invoice(), received_paise=29_025_00, new_balance_paise=30_900_00)
    assert _view(paid)["qr"] is None
    in_credit = replace(samples.invoice(), new_balance_paise=-1)
    assert _view(in_credit)["qr"] is None


def test_a_number_that_no_link_can_carry_still_prints() -> None:
    assert _view(replace(samples.invoice(), number="बिल-१"))["qr"]["amount"] == "₹ 24,025.00"


def test_between_states_only_igst_is_shown() -> None:
    invoice = samples.invoice()
    items = tuple(
        replace(item, cgst_paise=0, sgst_paise=0, igst_paise=item.cgst_paise * 2)
        for item in invoice.items
    )
    outside = replace(
        invoice, items=items, cgst_paise=0, sgst_paise=0, igst_paise=invoice.tax_paise
    )
    view = _view(outside)
    assert view["taxes"]["heads"] == ["GST", "Taxable value", "IGST"]
    assert [label for label, _ in view["sums"]] == ["Taxable value", "IGST", "Bill total"]


def test_taxes_that_do_not_add_up_are_left_out() -> None:
    assert _view(replace(samples.invoice(), cgst_paise=1))["taxes"] is None


@pytest.mark.parametrize(
    ("firm", "title", "shown"),
    [
        (samples.FIRM, "", "Tax invoice"),
        (samples.BARE_FIRM, "", "Invoice"),
        (samples.FIRM, "bill_of_supply", "Bill of supply"),
    ],
)
def test_the_title_follows_the_law(firm: Any, title: str, shown: str) -> None:
    assert _view(replace(samples.invoice(), firm=firm, title=title))["title"] == shown


def test_an_invoice_without_item_lines_shows_its_value(tmp_path: Path) -> None:
    invoice = replace(samples.invoice(), items=())
    words = looking.words_of(invoice_pdf(invoice, language="en"), tmp_path)
    assert "1 Goods as supplied — — — — — 26,250.00" in words


@pytest.mark.parametrize("paper", PAPERS)
def test_the_signed_code_of_an_e_invoice_is_printed(paper: Paper, tmp_path: Path) -> None:
    looking.need("zbarimg")
    signed = "eyJhbGciOiJSUzI1NiJ9." + "A1b2" * 100
    invoice = replace(samples.invoice(), irn="a5c1" * 16, signed_qr=signed)
    pdf = invoice_pdf(invoice, paper=paper, language="en")
    assert signed in looking.codes_in(pdf, tmp_path)
    assert "IRN" in looking.words_of(pdf, tmp_path)


def test_a_signed_text_too_long_for_a_code_leaves_the_irn() -> None:
    view = _view(replace(samples.invoice(), irn="a5c1", signed_qr="A" * 3_000))
    assert (view["signed"], view["irn"]) == (None, "a5c1")


@pytest.mark.parametrize("paper", PAPERS)
def test_the_extreme_fits(paper: Paper, tmp_path: Path) -> None:
    invoice = samples.invoice(item_count=90, times=700_000)
    pdf = invoice_pdf(invoice, paper=paper)
    assert looking.missing_glyphs(pdf) == 0
    assert "87,50,00,000.00" in looking.text_of(pdf, tmp_path)


@pytest.mark.parametrize(
    ("rate_bp", "shown"), [(1800, "18%"), (250, "2.5%"), (25, "0.25%"), (0, "0%"), (1000, "10%")]
)
def test_rates_are_written_as_people_do(rate_bp: int, shown: str) -> None:
    assert percent(rate_bp) == shown
