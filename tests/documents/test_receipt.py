from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.domain.papers import ReceiptPaper
from collectiq_desktop.documents.labels import labels_for
from collectiq_desktop.documents.paper import PAPERS, SHEETS, Paper
from collectiq_desktop.documents.receipt import receipt_pdf, receipt_view
from tests.documents import looking, samples


def _view(receipt: ReceiptPaper, language: str = "en") -> dict[str, Any]:
    return dict(receipt_view(receipt, sheet=SHEETS["80mm"], labels=labels_for(language)))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "hi"])
def test_everything_a_receipt_must_say_is_on_it(
    paper: Paper, language: str, tmp_path: Path
) -> None:
    receipt = samples.receipt()
    assert receipt.is_tied_out
    pdf = receipt_pdf(receipt, paper=paper, language=language)
    assert looking.missing_glyphs(pdf) == 0
    assert len(looking.page_sizes_mm(pdf)) == 1
    words = looking.words_of(pdf, tmp_path)
    for shown in (
        *("Shree Sample Wholesale", "RA01/26/000123", "22-11-2026 14:05", "25,000.00"),
        *("004512 Example Bank", "SA01/26/000012", "18,900.00", "SA01/26/000015", "5,345.50"),
        *("245.50", "50.00", "25,295.50", "1,050.00", "Ramesh", "A01", "K7F2-9QXM"),
    ):
        assert shown in words, shown
    assert "DUPLICATE" not in words


def test_the_words_are_the_papers_language(tmp_path: Path) -> None:
    pdf = receipt_pdf(samples.receipt(), paper="A5", language="en")
    english = looking.words_of(pdf, tmp_path)
    assert "Rupees Twenty Five Thousand Only" in english
    assert "Subject to realisation of cheques." in english
    assert "Balance after" in english
    assert _view(samples.receipt(), "hi")["words"] == "रुपये पच्चीस हज़ार मात्र"
    assert _view(samples.receipt(), "hi")["title"] == "रसीद"


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "hi"])
def test_a_reprint_says_so(paper: Paper, language: str, tmp_path: Path) -> None:
    pdf = receipt_pdf(samples.receipt(is_duplicate=True), paper=paper, language=language)
    assert looking.words_of(pdf, tmp_path).count("DUPLICATE") == 1


def test_cash_is_not_subject_to_realisation(tmp_path: Path) -> None:
    receipt = replace(samples.receipt(), mode="cash", subject_to_realisation=False)
    words = looking.words_of(receipt_pdf(receipt, language="en"), tmp_path)
    assert "realisation" not in words
    assert "Cash" in words


@pytest.mark.parametrize("paper", PAPERS)
def test_a_bare_receipt_has_no_empty_corners(paper: Paper, tmp_path: Path) -> None:
    words = looking.words_of(receipt_pdf(samples.bare_receipt(), paper=paper), tmp_path)
    assert "On account 500.00" in words
    assert "₹ 500.00 Cr" in words
    assert not [word for word in ("GSTIN", "Phone", "Scan", "Bank", "Verify") if word in words]


@pytest.mark.parametrize("balance_paise", [0, -1])
def test_a_code_only_where_something_is_left_to_pay(balance_paise: int) -> None:
    settled = _view(samples.receipt(balance_after_paise=balance_paise))
    assert (settled["qr"], settled["bank"]) == (None, [])
    assert _view(samples.receipt())["qr"]["amount"] == "₹ 18,900.00"


def test_a_mode_or_deduction_of_another_name_stays_as_typed() -> None:
    typed = replace(samples.receipt().deductions[0], kind="Breakage")
    receipt = replace(samples.receipt(), mode="Barter", deductions=(typed,))
    view = _view(receipt, "hi")
    assert view["headline"]["remark"].startswith("Barter")
    assert view["sums"][1][0] == "Breakage"


@pytest.mark.parametrize("paper", PAPERS)
def test_five_hundred_bills_fit(paper: Paper, tmp_path: Path) -> None:
    pdf = receipt_pdf(samples.many_bills_receipt(), paper=paper)
    assert looking.missing_glyphs(pdf) == 0
    assert all(height <= 5_000 for _, height in looking.page_sizes_mm(pdf))
    text = looking.text_of(pdf, tmp_path)
    assert [n for n in range(500) if f"LONG/26-27/{n:06d}" not in text] == []


@pytest.mark.parametrize("paper", PAPERS)
def test_a_scanner_reads_the_code(paper: Paper, tmp_path: Path) -> None:
    looking.need("zbarimg")
    codes = looking.codes_in(receipt_pdf(samples.receipt(), paper=paper), tmp_path)
    assert ["&am=18900.00&" in code for code in codes] == [True]
