"""The statement as a spreadsheet, as CSV and as plain data for machines.

The same record as on paper, so the same numbers. Text stays text: what a
party or a narration begins with never becomes a formula.
"""

from __future__ import annotations

from decimal import Decimal

from collectiq_desktop.core.domain.statement import Statement
from collectiq_desktop.documents.grids import Cells, grid_csv, grid_xlsx
from collectiq_desktop.documents.labels import Labels, labels_for
from collectiq_desktop.documents.view import View

_WIDTHS = (12, 14, 22, 44, 16, 16, 18)


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
    return grid_csv(_rows(statement, labels))


def statement_xlsx(statement: Statement, *, language: str | None = None) -> bytes:
    """The statement as a spreadsheet file with real numbers and dates."""
    labels = labels_for(language or statement.party.language)
    return grid_xlsx(
        _rows(statement, labels),
        title=labels["statement"],
        made_on=statement.to_on,
        widths=_WIDTHS,
    )


def _rows(statement: Statement, labels: Labels) -> list[Cells]:
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


def _ledger_rows(statement: Statement, labels: Labels) -> list[Cells]:
    heads = ("date", "kind", "number", "particulars", "debit", "credit", "balance")
    opening = _money(statement.opening_paise)
    rows: list[Cells] = [
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


def _bill_rows(statement: Statement, labels: Labels) -> list[Cells]:
    heads = ("bill_on", "due_on", "bill", "age_days", "overdue_days", "amount", "open")
    rows: list[Cells] = [[labels[head] for head in heads]]
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
