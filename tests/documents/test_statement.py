from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.papers import PartyOnPaper
from collectiq_desktop.core.domain.statement import Statement, StatementBucket, StatementLine
from collectiq_desktop.documents.labels import labels_for
from collectiq_desktop.documents.paper import PAPERS, SHEETS, Paper
from collectiq_desktop.documents.statement import statement_pdf, statement_view
from tests.documents import looking, samples

_WIDTHS = {"A4": 210, "A5": 148, "80mm": 80, "58mm": 58}
_NEW = samples.statement(party=PartyOnPaper(name="New Stores"), firm=samples.BARE_FIRM)


def _view(statement: Statement, *, language: str = "en", paper: Paper = "A4") -> dict[str, Any]:
    sheet = SHEETS[paper]
    return dict(statement_view(statement, sheet=sheet, labels=labels_for(language)))


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("language", ["en", "hi"])
@pytest.mark.parametrize("form", ["ledger", "outstanding"])
def test_every_paper_shows_every_amount(
    paper: Paper, language: str, form: str, tmp_path: Path
) -> None:
    statement = samples.typical(form=form)
    pdf = statement_pdf(statement, paper=paper, language=language)
    assert looking.missing_glyphs(pdf) == 0
    assert {width for width, _ in looking.page_sizes_mm(pdf)} == {_WIDTHS[paper]}
    words = looking.words_of(pdf, tmp_path)
    shown = [line.debit_paise + line.credit_paise for line in statement.lines]
    shown += [abs(line.balance_paise) for line in statement.lines]
    shown = shown if form == "ledger" else []
    shown += [bill.open_paise for bill in statement.bills]
    shown += [bucket.open_paise for bucket in statement.ageing]
    shown += [statement.closing_paise, statement.on_account_paise, statement.overdue_paise]
    assert [paise for paise in shown if format_inr(paise) not in words] == []
    assert all(bill.number in words for bill in statement.bills)


def test_forty_lines_are_two_pages_with_their_numbers(tmp_path: Path) -> None:
    pdf = statement_pdf(samples.typical(), paper="A5", language="en")
    words = looking.words_of(pdf, tmp_path)
    assert len(looking.page_sizes_mm(pdf)) == 2
    assert "Page 1 of 2" in words
    assert "Page 2 of 2" in words
    assert "Made on 22-11-2026 14:05" in words


@pytest.mark.parametrize("paper", ["A4", "A5"])
def test_no_column_is_lost(paper: Paper, tmp_path: Path) -> None:
    pdf = statement_pdf(samples.typical(), paper=paper, language="en")
    words = looking.words_of(pdf, tmp_path)
    assert "Date Type Number Particulars Debit Credit Balance" in words
    assert "Bill Bill date Due date Age Days over Amount Pending" in words
    assert "22-06-2026 213 153 14,345.50 2,345.50" in words


@pytest.mark.parametrize("paper", ["80mm", "58mm"])
def test_a_roll_is_one_long_page_without_lines_of_a_table(paper: Paper, tmp_path: Path) -> None:
    pdf = statement_pdf(samples.typical(), paper=paper, language="en")
    assert len(looking.page_sizes_mm(pdf)) == 1
    assert "Page 1" not in looking.words_of(pdf, tmp_path)


@pytest.mark.parametrize("paper", PAPERS)
def test_a_first_day_party_gets_an_inviting_page(paper: Paper, tmp_path: Path) -> None:
    words = looking.words_of(statement_pdf(_NEW, paper=paper), tmp_path)
    assert "Nothing due" in words
    assert "No bill is pending." in words
    assert "Scan to pay" not in words
    assert "Bank details" not in words


@pytest.mark.parametrize("paper", PAPERS)
def test_the_extreme_fits(paper: Paper, tmp_path: Path) -> None:
    statement = samples.extreme(lines=30, bills=500)
    pdf = statement_pdf(statement, paper=paper)
    assert looking.missing_glyphs(pdf) == 0
    assert {width for width, _ in looking.page_sizes_mm(pdf)} == {_WIDTHS[paper]}
    assert all(height <= 5_000 for _, height in looking.page_sizes_mm(pdf))
    text = looking.text_of(pdf, tmp_path)
    assert text.count("99,00,00,000.00") >= 2 * 500
    assert format_inr(statement.closing_paise) in text


def test_a_long_statement_is_whole_and_dense(tmp_path: Path) -> None:
    rows = tuple(
        (samples.START_ON, "receipt", f"RA01/26/{n:06d}", f"UPI {n}", -(n + 1) * 100)
        for n in range(2_000)
    )
    pdf = statement_pdf(samples.statement(rows=rows), paper="A4", language="en")
    text = looking.text_of(pdf, tmp_path)
    assert [n for n in range(2_000) if f"RA01/26/{n:06d}" not in text] == []
    balance_paise = samples.statement(rows=rows).closing_paise
    assert f"{format_inr(-balance_paise)} Cr" in text
    line = next(line for line in text.splitlines() if "RA01/26/001234" in line)
    assert line.split() == [
        *("01-04-2026", "Receipt", "RA01/26/001234", "UPI", "1234"),
        *("—", "1,235.00", format_inr(1_235 * 1_236 // 2 * 100), "Cr"),
    ]


@pytest.mark.prove
@pytest.mark.parametrize("paper", PAPERS)
def test_the_busiest_party_prints(paper: Paper) -> None:
    rows = tuple(
        (samples.START_ON, "receipt", f"RA01/26/{n:06d}", "a long narration " * 5, -(n + 1))
        for n in range(27_000)
    )
    pdf = statement_pdf(samples.statement(rows=rows), paper=paper)
    assert looking.missing_glyphs(pdf) == 0


def test_the_tie_is_shown_and_an_untrue_one_is_not() -> None:
    statement = samples.typical()
    view = _view(statement)
    assert view["tie"] == "Bills 72,936.50 + on account 21,224.25 = balance 94,160.75"
    assert view["is_tied_out"]
    off = _view(replace(statement, on_account_paise=0))
    assert not off["is_tied_out"]
    assert off["tie"].startswith("Bills and on account differ from the balance by ₹ 21,224.25.")


def test_money_on_account_is_shown_with_its_sign_turned() -> None:
    bill = samples.bill("S/1", on=samples.START_ON, open_paise=30_900_00)
    rows = ((samples.START_ON, "receipt", "R/1", "", 25_900_00),)
    view = _view(samples.statement(rows=rows, bills=(bill,)))
    assert view["tie"] == "Bills 30,900.00 – on account 5,000.00 = balance 25,900.00"
    assert view["strip"]["cells"][-2:] == [["On account", "-5,000.00"], ["Balance", "25,900.00"]]


def test_the_strip_says_its_basis_and_day_in_both_languages() -> None:
    statement = samples.typical()
    assert _view(statement)["strip"]["title"] == "Ageing by due date as on 22-11-2026"
    by_bill = replace(statement, basis="bill")
    assert _view(by_bill)["strip"]["title"] == "Ageing by bill date as on 22-11-2026"
    hindi = _view(statement, language="hi")["strip"]
    assert "22-11-2026" in hindi["title"]
    assert [label for label, _ in hindi["cells"]][:2] == ["समय बाकी", "1–30"]
    assert hindi["cells"][5][0] == "120 से ऊपर"


def test_a_slab_of_one_day_is_not_taken_for_the_last() -> None:
    statement = replace(_NEW, ageing=(StatementBucket(label="1", open_paise=0),))
    assert _view(statement)["strip"]["cells"][0][0] == "1"


def test_the_code_asks_for_the_overdue_part_or_else_for_all() -> None:
    statement = samples.typical()
    assert _view(statement)["qr"]["amount"] == "₹ 47,591.00"
    on_time = replace(statement, overdue_paise=0)
    qr = _view(on_time)["qr"]
    assert qr["amount"] == "₹ 94,160.75"
    assert qr["words"] == (
        "Rupees Ninety Four Thousand One Hundred Sixty and Seventy Five Paise Only"
    )
    assert _view(on_time, language="hi")["qr"]["words"].startswith("रुपये ")


@pytest.mark.parametrize("closing_paise", [0, -1, -94_160_75])
def test_no_code_where_nothing_is_owed(closing_paise: int) -> None:
    assert _view(replace(samples.typical(), closing_paise=closing_paise))["qr"] is None


def test_no_code_without_an_address_for_it() -> None:
    assert _view(samples.typical(firm=replace(samples.FIRM, vpa="")))["qr"] is None


@pytest.mark.parametrize("paper", PAPERS)
def test_a_scanner_reads_the_code_on_paper(paper: Paper, tmp_path: Path) -> None:
    looking.need("zbarimg")
    codes = looking.codes_in(statement_pdf(samples.typical(), paper=paper), tmp_path)
    assert len(codes) == 1
    assert codes[0].startswith("upi://pay?pa=shreesample@examplebank&")
    assert "&am=47591.00&" in codes[0]


def test_the_headline_says_what_is_owed_and_what_is_late() -> None:
    statement = samples.typical()
    assert _view(statement)["headline"] == {
        "label": "Balance due",
        "amount": "₹ 94,160.75",
        "remark": "of which overdue ₹ 47,591.00",
    }
    in_credit = _view(replace(statement, closing_paise=-500_00, overdue_paise=0))["headline"]
    assert (in_credit["label"], in_credit["amount"]) == ("Balance in your favour", "₹ 500.00")
    assert in_credit["remark"] == ""
    late = _view(replace(statement, closing_paise=100_00, overdue_paise=900_00))["headline"]
    assert late["remark"] == "Overdue ₹ 900.00"


def test_the_party_chooses_the_language(tmp_path: Path) -> None:
    gujarati = replace(samples.typical(), party=replace(samples.PARTY, language="gu"))
    words = looking.words_of(statement_pdf(gujarati, paper="A4"), tmp_path)
    assert "Statement of account" in words
    hindi = statement_pdf(samples.typical(), paper="A4")
    assert "Statement of account" not in looking.words_of(hindi, tmp_path)


def test_cheques_in_hand_stand_apart_and_are_not_in_the_balance(tmp_path: Path) -> None:
    words = looking.words_of(statement_pdf(samples.typical(), language="en"), tmp_path)
    assert "Post-dated cheques in hand (not in the balance)" in words
    assert "004512 Example Bank 05-12-2026 10,000.00" in words
    assert "Subject to realisation of cheques." in words


@pytest.mark.parametrize("paper", ["A4", "80mm"])
def test_a_set_off_shows_both_its_sums_on_one_line(paper: Paper, tmp_path: Path) -> None:
    whole = samples.typical()
    setting_off = StatementLine(
        samples.TO_ON, "journal", "JA01/26/000001", "ADV/7", 4_321_09, 4_321_09, whole.closing_paise
    )
    statement = replace(whole, lines=(*whole.lines, setting_off))
    said = looking.text_of(statement_pdf(statement, paper=paper, language="en"), tmp_path)
    assert said.count("JA01/26/000001") == 1
    assert said.count("4,321.09") == 2
