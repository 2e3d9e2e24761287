"""The statement of account on paper, as a ledger or as open bills only.

The same record makes every paper size and every language; nothing is added
up here that the record does not already say.
"""

from __future__ import annotations

import re

from collectiq_desktop.core.domain.ageing import NOT_DUE
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.statement import Statement, StatementBill, StatementLine
from collectiq_desktop.core.domain.words import amount_in_words
from collectiq_desktop.documents.labels import Labels, labels_for
from collectiq_desktop.documents.paper import SHEETS, Paper, Sheet, em_of
from collectiq_desktop.documents.tables import BOLD, Column, amounts, roll_view, table_view
from collectiq_desktop.documents.typesetter import Typesetter, printable, shared_typesetter
from collectiq_desktop.documents.view import (
    NONE,
    Row,
    UpiAsk,
    View,
    amount_or_none,
    bank_view,
    brief,
    day,
    firm_view,
    made_line,
    page_view,
    party_view,
    qr_view,
    rupees,
    with_side,
)

_TEMPLATE = "statement.typ"
_OPEN_SLAB = re.compile(r">\s*(\d+)")
_ROLL_ROWS_ON_ONE_PAGE = 150


def statement_pdf(
    statement: Statement,
    *,
    paper: Paper = "A4",
    language: str | None = None,
    typesetter: Typesetter | None = None,
) -> bytes:
    """The statement as a PDF, in the party's language unless another is named."""
    setter = typesetter or shared_typesetter()
    labels = labels_for(language or statement.party.language, folder=setter.templates)
    return setter.pdf(_TEMPLATE, statement_view(statement, sheet=SHEETS[paper], labels=labels))


def statement_view(statement: Statement, *, sheet: Sheet, labels: Labels) -> View:
    """Everything that stands on the statement, as texts for the template."""
    to_on = day(statement.to_on)
    is_ledger = statement.form == "ledger"
    when = {"from": day(statement.from_on), "to": to_on}
    title = labels["statement" if is_ledger else "outstanding"]
    return {
        **page_view(sheet, labels),
        "firm": firm_view(statement.firm, labels),
        "party": party_view(statement.party, labels),
        "title": title,
        "subs": [labels.fill("period", **when) if is_ledger else labels.fill("as_on", on=to_on)],
        "running": " · ".join((printable(statement.party.name), title)),
        "headline": _headline(statement, labels),
        "strip": _strip(statement, labels),
        "ledger": _ledger(statement, sheet, labels) if is_ledger else None,
        "sums": _sums(statement, labels),
        "bills_title": labels.fill("bills_open", on=to_on),
        "bills": _bills(statement, sheet, labels),
        "bills_total": _bills_total(statement, labels),
        "cheques": _cheques(statement, sheet, labels),
        "breaks": _rows_on_roll(statement) > _ROLL_ROWS_ON_ONE_PAGE and sheet.is_roll,
        "tie": _tie(statement, labels),
        "is_tied_out": statement.is_tied_out,
        "words_label": _balance_word(statement.closing_paise, labels),
        "words": _words(statement, labels),
        "qr": qr_view(statement.firm, labels, _ask(statement)),
        "bank": bank_view(statement.firm, labels),
        "notes": [labels["realisation"], labels["errors"]],
        "made": made_line(statement.made_text, labels),
        "confirmation": _confirmation(statement, labels) if is_ledger else None,
    }


def _words(statement: Statement, labels: Labels) -> str:
    owed_paise = abs(statement.closing_paise)
    return amount_in_words(owed_paise, labels.language) if owed_paise else ""


def _headline(statement: Statement, labels: Labels) -> View:
    return {
        "label": _balance_word(statement.closing_paise, labels),
        "amount": rupees(abs(statement.closing_paise)),
        "remark": _remark(statement.overdue_paise, statement.closing_paise, labels),
    }


def _remark(overdue_paise: int, closing_paise: int, labels: Labels) -> str:
    """What of the balance is late; more than the balance where money is on account."""
    if overdue_paise <= 0:
        return labels["nothing_overdue"] if closing_paise > 0 else ""
    if overdue_paise > closing_paise:
        return f"{labels['overdue']} {rupees(overdue_paise)}"
    return labels.fill("overdue_of", amount=rupees(overdue_paise))


def _balance_word(paise: int, labels: Labels) -> str:
    if paise == 0:
        return labels["nothing_owed"]
    return labels["owed" if paise > 0 else "in_credit"]


def _strip(statement: Statement, labels: Labels) -> View:
    cells = [
        [_slab_word(bucket.label, labels), format_inr(bucket.open_paise)]
        for bucket in statement.ageing
    ]
    on_account = [labels["on_account"], format_inr(statement.on_account_paise)]
    balance = [labels["balance"], format_inr(statement.closing_paise)]
    title = labels.fill(f"ageing_{statement.basis}", on=day(statement.to_on))
    shown = [*cells, on_account, balance]
    widest = max(em_of(amount) for _, amount in shown) * BOLD
    return {"title": title, "cells": shown, "cell_em": widest}


def _slab_word(label: str, labels: Labels) -> str:
    if label == NOT_DUE:
        return labels["not_due"]
    last = _OPEN_SLAB.fullmatch(label)
    return labels.fill("over_days", days=last[1]) if last else label


def _ledger(statement: Statement, sheet: Sheet, labels: Labels) -> View:
    lines = statement.lines
    if sheet.is_roll:
        return roll_view(
            sheet, [_roll_opening(statement, labels), *(_roll_line(x, labels) for x in lines)]
        )
    kinds = {kind: printable(labels.named("kind", kind)) for kind in {line.kind for line in lines}}
    return table_view(
        sheet,
        (
            Column(head=labels["date"]),
            Column(head=labels["kind"], most_em=7.5),
            Column(head=labels["number"], most_em=10.0),
            Column(head=labels["particulars"], most_em=None),
            amounts(labels["debit"]),
            amounts(labels["credit"]),
            amounts(labels["balance"]),
        ),
        [_line(line, kinds[line.kind], labels) for line in lines],
        first=_edge(labels["opening"], day(statement.from_on), statement.opening_paise, labels),
        last=_closing(statement, labels),
    )


def _line(line: StatementLine, kind: str, labels: Labels) -> Row:
    return [
        day(line.on),
        kind,
        printable(line.number) or NONE,
        brief(printable(line.particulars)),
        amount_or_none(line.debit_paise),
        amount_or_none(line.credit_paise),
        with_side(line.balance_paise, labels),
    ]


def _edge(words: str, on: str, paise: int, labels: Labels) -> Row:
    return [on, "", "", words, "", "", with_side(paise, labels)]


def _closing(statement: Statement, labels: Labels) -> Row:
    sums = [format_inr(statement.debit_paise), format_inr(statement.credit_paise)]
    closing = with_side(statement.closing_paise, labels)
    return [day(statement.to_on), "", "", labels["closing"], *sums, closing]


def _roll_opening(statement: Statement, labels: Labels) -> Row:
    balance = with_side(statement.opening_paise, labels)
    return [f"{day(statement.from_on)} {labels['opening']}", f"= {balance}"]


def _roll_line(line: StatementLine, labels: Labels) -> Row:
    kind = printable(labels.named("kind", line.kind))
    sides = (line.debit_paise, -line.credit_paise)
    moved = "\n".join(with_side(paise, labels) for paise in sides if paise) or with_side(0, labels)
    balance = with_side(line.balance_paise, labels)
    number, words = printable(line.number) or NONE, brief(printable(line.particulars))
    return [f"{day(line.on)} {kind}\n{number}\n{words}", f"{moved}\n= {balance}"]


def _sums(statement: Statement, labels: Labels) -> list[Row]:
    return [
        [labels["debit"], format_inr(statement.debit_paise)],
        [labels["credit"], format_inr(statement.credit_paise)],
        [labels["closing"], with_side(statement.closing_paise, labels)],
    ]


def _bills(statement: Statement, sheet: Sheet, labels: Labels) -> View:
    if sheet.is_roll:
        return roll_view(sheet, [_roll_bill(bill, labels) for bill in statement.bills])
    total = format_inr(statement.bills_paise)
    return table_view(
        sheet,
        (
            Column(head=labels["bill"], most_em=None),
            Column(head=labels["bill_on"]),
            Column(head=labels["due_on"]),
            Column(head=labels["age_days"], is_right=True),
            Column(head=labels["overdue_days"], is_right=True),
            amounts(labels["amount"]),
            amounts(labels["open"]),
        ),
        [_bill(bill, labels) for bill in statement.bills],
        last=[labels["total"], "", "", "", "", "", total] if statement.bills else None,
    )


def _bill(bill: StatementBill, labels: Labels) -> Row:
    return [
        _bill_name(bill, labels),
        day(bill.bill_on),
        day(bill.due_on),
        str(bill.age_days),
        str(bill.overdue_days) if bill.overdue_days else NONE,
        format_inr(bill.amount_paise),
        format_inr(bill.open_paise),
    ]


def _bill_name(bill: StatementBill, labels: Labels) -> str:
    number = printable(bill.number)
    return f"{number} ({labels['advance']})" if bill.open_paise < 0 else number


def _roll_bill(bill: StatementBill, labels: Labels) -> Row:
    late = f"{bill.overdue_days} {labels['overdue_days']}" if bill.overdue_days else NONE
    left = (
        _bill_name(bill, labels),
        f"{labels['due_on']} {day(bill.due_on)}",
        f"{labels['bill_on']} {day(bill.bill_on)}",
    )
    right = (format_inr(bill.open_paise), late, format_inr(bill.amount_paise))
    return ["\n".join(left), "\n".join(right)]


def _bills_total(statement: Statement, labels: Labels) -> Row | None:
    return [labels["total"], format_inr(statement.bills_paise)] if statement.bills else None


def _cheques(statement: Statement, sheet: Sheet, labels: Labels) -> View | None:
    if not statement.cheques:
        return None
    rows = [
        [
            printable(c.number),
            printable(c.bank) or NONE,
            day(c.cheque_on),
            format_inr(c.amount_paise),
        ]
        for c in statement.cheques
    ]
    if sheet.is_roll:
        return roll_view(
            sheet, [[f"{number}\n{on}", f"{amount}\n{bank}"] for number, bank, on, amount in rows]
        )
    return table_view(
        sheet,
        (
            Column(head=labels["cheque_number"]),
            Column(head=labels["bank"], most_em=None),
            Column(head=labels["cheque_on"]),
            amounts(labels["amount"]),
        ),
        rows,
    )


def _rows_on_roll(statement: Statement) -> int:
    lines = len(statement.lines) if statement.form == "ledger" else 0
    return lines + len(statement.bills)


def _tie(statement: Statement, labels: Labels) -> str:
    if not statement.is_tied_out:
        return labels.fill("tie_difference", difference=rupees(abs(statement.difference_paise)))
    return labels.fill(
        "tie_plus" if statement.on_account_paise > 0 else "tie_minus",
        bills=format_inr(statement.bills_paise),
        on_account=format_inr(abs(statement.on_account_paise)),
        closing=format_inr(statement.closing_paise),
    )


def _ask(statement: Statement) -> UpiAsk:
    code = statement.party.code or "PARTY"
    return UpiAsk(
        amount_paise=statement.to_pay_paise,
        number=f"ST-{code}-{statement.to_on:%Y%m%d}",
        note=f"Statement {day(statement.to_on)} {statement.party.code}".strip(),
    )


def _confirmation(statement: Statement, labels: Labels) -> str:
    return labels.fill(
        "confirm",
        firm=printable(statement.firm.name),
        on=day(statement.to_on),
        amount=f"₹ {with_side(statement.closing_paise, labels)}",
    )
