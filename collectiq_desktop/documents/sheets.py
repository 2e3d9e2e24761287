"""The statement as a spreadsheet, as CSV and as plain data for machines.

The same record as on paper, so the same numbers. Text stays text: what a
party or a narration begins with never becomes a formula.
"""

from __future__ import annotations

import csv
import io
from datetime import UTC, date, datetime, time
from decimal import Decimal
from typing import Final, TypeAlias

import xlsxwriter  # type: ignore[import-untyped]
from xlsxwriter.format import Format  # type: ignore[import-untyped]
from xlsxwriter.worksheet import Worksheet  # type: ignore[import-untyped]

from collectiq_desktop.core.domain.statement import Statement
from collectiq_desktop.documents.labels import Labels, labels_for
from collectiq_desktop.documents.view import View

_FORMULA_STARTS: Final = ("=", "+", "-", "@", "\t", "\r")
_DATE_FORM = "dd-mm-yyyy"
_MONEY_FORM = "[>=10000000]##\\,##\\,##\\,##0.00;[>=100000]##\\,##\\,##0.00;##,##0.00"
_WIDTHS = (12, 14, 22, 44, 16, 16, 18)
_BYTE_ORDER_MARK = "\ufeff"

_Cell: TypeAlias = str | int | date | Decimal | None
_Cells: TypeAlias = list[_Cell]


def statement_dict(statement: Statement) -> View:
    """The statement as data for machines, money in paise, dates ISO."""
    return {
        "party": statement.party.name,
        "code": statement.party.code,
        "form": statement.form,
        "from_on": statement.from_on.isoformat(),
        "to_on": statement.to_on.isoformat(),
        "opening_paise": statement.opening_paise,
        "lines": [{**line._asdict(), "on": line.on.isoformat()} for line in statement.lines],
        "closing_paise": statement.closing_paise,
        "bills": [
            {
                "number": bill.number,
                "bill_on": bill.bill_on.isoformat(),
                "due_on": bill.due_on.isoformat(),
                "amount_paise": bill.amount_paise,
                "open_paise": bill.open_paise,
                "overdue_days": bill.overdue_days,
                "age_days": bill.age_days,
            }
            for bill in statement.bills
        ],
        "on_account_paise": statement.on_account_paise,
        "overdue_paise": statement.overdue_paise,
        "basis": statement.basis,
        "ageing": [
            {"label": bucket.label, "open_paise": bucket.open_paise} for bucket in statement.ageing
        ],
        "cheques": [
            {
                "number": cheque.number,
                "bank": cheque.bank,
                "cheque_on": cheque.cheque_on.isoformat(),
                "amount_paise": cheque.amount_paise,
            }
            for cheque in statement.cheques
        ],
    }


def statement_csv(statement: Statement, *, language: str | None = None) -> bytes:
    """The statement as CSV: UTF-8 with its mark, plain numbers, ISO dates.

    A text that a spreadsheet would run as a formula gets a leading apostrophe.
    """
    labels = labels_for(language or statement.party.language)
    written = io.StringIO(newline="")
    writer = csv.writer(written)
    for row in _rows(statement, labels):
        writer.writerow([_csv_text(cell) for cell in row])
    return (_BYTE_ORDER_MARK + written.getvalue()).encode("utf-8")


def statement_xlsx(statement: Statement, *, language: str | None = None) -> bytes:
    """The statement as a spreadsheet file with real numbers and dates."""
    labels = labels_for(language or statement.party.language)
    made = io.BytesIO()
    options = {
        "in_memory": True,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
    }
    with xlsxwriter.Workbook(made, options) as book:
        book.set_properties(
            {
                "title": labels["statement"],
                "created": datetime.combine(statement.to_on, time.min, tzinfo=UTC).replace(
                    tzinfo=None
                ),
            }
        )
        forms = {
            date: book.add_format({"num_format": _DATE_FORM, "align": "left"}),
            Decimal: book.add_format({"num_format": _MONEY_FORM}),
        }
        page = book.add_worksheet(labels["statement"][:31])
        for place, width in enumerate(_WIDTHS):
            page.set_column(place, place, width)
        page.set_landscape()
        page.fit_to_pages(1, 0)
        for number, row in enumerate(_rows(statement, labels)):
            _write_row(page, number, row, forms)
    return made.getvalue()


def _write_row(
    page: Worksheet, number: int, row: _Cells, forms: dict[type[date | Decimal], Format]
) -> None:
    for place, cell in enumerate(row):
        match cell:
            case str():
                page.write_string(number, place, cell)
            case Decimal():
                page.write_number(number, place, cell, forms[Decimal])
            case int():
                page.write_number(number, place, cell)
            case date():
                page.write_datetime(number, place, datetime.combine(cell, time.min), forms[date])
            case None:
                pass


def _rows(statement: Statement, labels: Labels) -> list[_Cells]:
    """The sheet row by row: head, ledger, open bills, on account and closing."""
    ledger = _ledger_rows(statement, labels) if statement.form == "ledger" else []
    on_account = _money(statement.on_account_paise)
    closing = _money(statement.closing_paise)
    return [
        [labels["statement"], None, statement.firm.name],
        [labels["party"], None, statement.party.name, statement.party.code],
        [labels["date"], None, statement.from_on, statement.to_on],
        [],
        *ledger,
        *_bill_rows(statement, labels),
        [labels["on_account"], None, None, None, None, None, on_account],
        [labels["closing"], None, None, None, None, None, closing],
    ]


def _ledger_rows(statement: Statement, labels: Labels) -> list[_Cells]:
    heads = ("date", "kind", "number", "particulars", "debit", "credit", "balance")
    opening = _money(statement.opening_paise)
    rows: list[_Cells] = [
        [labels[head] for head in heads],
        [statement.from_on, None, None, labels["opening"], None, None, opening],
    ]
    rows += [
        [
            line.on,
            labels.named("kind", line.kind),
            line.number,
            line.particulars,
            _money(line.debit_paise) if line.debit_paise else None,
            _money(line.credit_paise) if line.credit_paise else None,
            _money(line.balance_paise),
        ]
        for line in statement.lines
    ]
    return [*rows, []]


def _bill_rows(statement: Statement, labels: Labels) -> list[_Cells]:
    heads = ("bill_on", "due_on", "bill", "age_days", "overdue_days", "amount", "open")
    rows: list[_Cells] = [[labels[head] for head in heads]]
    rows += [
        [
            bill.bill_on,
            bill.due_on,
            bill.number,
            bill.age_days,
            bill.overdue_days,
            _money(bill.amount_paise),
            _money(bill.open_paise),
        ]
        for bill in statement.bills
    ]
    return [*rows, []]


def _money(paise: int) -> Decimal:
    """The amount in rupees, exact to the paisa."""
    return Decimal(paise).scaleb(-2)


def _csv_text(cell: _Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            return f"'{cell}" if cell.startswith(_FORMULA_STARTS) else cell
        case date():
            return cell.isoformat()
        case Decimal():
            return f"{cell:.2f}"
        case int():
            return str(cell)
