from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineWorkbook

from collectiq_desktop.core.domain.statement import Statement
from collectiq_desktop.documents.sheets import statement_csv, statement_dict, statement_xlsx
from tests.documents import samples

_DANGEROUS = ("=1+1", "+91 98000", "-5", "@SUM(A1)", "\tx", '=HYPERLINK("http://x")')


def _named(text: str) -> Statement:
    rows = ((samples.START_ON, "receipt", text, text, 100),)
    return samples.statement(party=replace(samples.PARTY, name=text), rows=rows)


def _sheet(statement: Statement, language: str = "en") -> list[list[Any]]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(statement_xlsx(statement, language=language)))
    return book.get_sheet_by_index(0).to_python(skip_empty_area=False)


def _csv(statement: Statement, language: str = "en") -> list[list[str]]:
    text = statement_csv(statement, language=language).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline="")))


def test_the_dictionary_has_the_fixed_keys_and_is_json() -> None:
    statement = samples.typical()
    made = statement_dict(statement)
    assert json.loads(json.dumps(made)) == made
    assert {
        key: made[key] for key in ("party", "from_on", "to_on", "opening_paise", "closing_paise")
    } == {
        "party": "श्री गणेश ट्रेडर्स",
        "from_on": "2026-04-01",
        "to_on": "2026-11-22",
        "opening_paise": 8_250_75,
        "closing_paise": 94_160_75,
    }
    lines: Any = made["lines"]
    assert lines[0] == {
        "on": "2026-04-01",
        "kind": "sales_invoice",
        "number": "SA01/26/000001",
        "particulars": "Rice, oil and sundries",
        "debit_paise": 12_345_50,
        "credit_paise": 0,
        "balance_paise": 20_596_25,
    }
    assert len(lines) == 40


def test_the_dictionary_ties_out() -> None:
    made: Any = statement_dict(samples.typical())
    open_paise = sum(bill["open_paise"] for bill in made["bills"])
    assert made["closing_paise"] == open_paise + made["on_account_paise"]
    assert sum(bucket["open_paise"] for bucket in made["ageing"]) == open_paise


def test_a_spreadsheet_has_real_numbers_and_dates() -> None:
    rows = _sheet(samples.typical())
    heads = rows.index(["Date", "Type", "Number", "Particulars", "Debit", "Credit", "Balance"])
    opening, first = rows[heads + 1], rows[heads + 2]
    assert (opening[3], opening[6]) == ("Opening balance", 8_250.75)
    assert first == [
        date(2026, 4, 1),
        "Sale",
        "SA01/26/000001",
        "Rice, oil and sundries",
        12_345.5,
        "",
        20_596.25,
    ]
    assert rows[-1][6] == 94_160.75


def test_every_line_is_in_every_sheet() -> None:
    statement = samples.typical()
    numbers = [line.number for line in statement.lines]
    for rows in (_sheet(statement), _csv(statement)):
        shown = [row[2] for row in rows if len(row) > 2]
        start = shown.index(numbers[0])
        assert shown[start : start + len(numbers)] == numbers
        assert {bill.number for bill in statement.bills} <= set(shown[start + len(numbers) :])


def test_the_outstanding_form_has_no_ledger() -> None:
    rows = _csv(samples.typical(form="outstanding"))
    assert not [row for row in rows if "Particulars" in row]
    assert ["Closing balance", "", "", "", "", "", "94160.75"] in rows


@pytest.mark.parametrize("text", _DANGEROUS)
def test_no_text_becomes_a_formula(text: str) -> None:
    sheet = [cell for row in _sheet(_named(text)) for cell in row]
    assert sheet.count(text) == 3
    assert b"<f>" not in statement_xlsx(_named(text))
    cells = [cell for row in _csv(_named(text)) for cell in row]
    assert cells.count(f"'{text}") == 3
    assert text not in cells


@given(st.text(max_size=40))
def test_csv_keeps_any_text(text: str) -> None:
    cells = {cell for row in _csv(_named(text)) for cell in row}
    assert text in cells or f"'{text}" in cells


def test_csv_opens_as_unicode_in_a_spreadsheet() -> None:
    made = statement_csv(samples.typical(), language="hi")
    assert made.startswith(b"\xef\xbb\xbf")
    assert "बकाया" in made.decode("utf-8-sig")
    assert b"12345.50" in made


def test_negative_amounts_are_numbers_and_not_taken_for_formulas() -> None:
    rows = _csv(samples.typical())
    assert next(row for row in rows if len(row) > 2 and row[2] == "ADV/7")[-1] == "-5000.00"


def test_the_same_record_makes_the_same_file() -> None:
    assert statement_xlsx(samples.typical()) == statement_xlsx(samples.typical())


def test_a_hundred_crore_stays_exact() -> None:
    rows = ((samples.START_ON, "sales_invoice", "S/1", "", 99 * samples.CRORE_PAISE + 1),)
    assert _sheet(samples.statement(rows=rows))[-1][6] == 990_000_000.01
    assert _csv(samples.statement(rows=rows))[-1][6] == "990000000.01"
