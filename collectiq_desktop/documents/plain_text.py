"""Statement, receipt and invoice as plain text for dot matrix printers.

The same records and the same words as on the other papers, in English and in
ASCII: such a printer has no other letters. Pages out, no printer's codes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import cast

from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.papers import InvoicePaper, ReceiptPaper
from collectiq_desktop.core.domain.statement import Statement, StatementBill, StatementLine
from collectiq_desktop.documents.ascii_text import ascii_of
from collectiq_desktop.documents.columns import (
    Section,
    TextColumn,
    TextPage,
    beside,
    centred,
    one_block,
    pages_of,
    pair,
    table,
    wrapped,
)
from collectiq_desktop.documents.invoice import invoice_view, percent
from collectiq_desktop.documents.labels import DEFAULT_LANGUAGE, Labels, labels_for
from collectiq_desktop.documents.paper import SHEETS
from collectiq_desktop.documents.receipt import bill_text, receipt_view
from collectiq_desktop.documents.statement import statement_view
from collectiq_desktop.documents.view import Row, View, day, with_side

_SHEET = SHEETS["A4"]
_NONE = "-"
_WIDE_COLUMNS = 132


def statement_text(statement: Statement, *, page: TextPage) -> tuple[str, ...]:
    """The pages of a statement, as a ledger or as open bills only.

    Limits: 27,000 lines.
    """
    labels = labels_for(DEFAULT_LANGUAGE)
    view = statement_view(replace(statement, lines=()), sheet=_SHEET, labels=labels)
    ledger = _ledger(statement, page, labels) if statement.form == "ledger" else []
    sections = [
        *ledger,
        *_bills(statement, view, page, labels),
        *_cheques(statement, page, labels),
        one_block(_strip(view, page)),
        one_block(["", *wrapped(str(view["tie"]), page.columns)]),
        one_block(_ending(view, page, labels)),
    ]
    return _paged(view, page, sections, labels)


def receipt_text(receipt: ReceiptPaper, *, page: TextPage) -> tuple[str, ...]:
    """The pages of a receipt, nearly always one."""
    labels = labels_for(DEFAULT_LANGUAGE)
    view = receipt_view(receipt, sheet=_SHEET, labels=labels)
    headline = cast("dict[str, str]", view["headline"])
    head = pair(headline["remark"], headline["amount"], page.columns)
    rows = [[bill_text(bill, labels), format_inr(bill.amount_paise)] for bill in receipt.bills]
    if receipt.on_account_part_paise:
        rows.append([labels["on_account_part"], format_inr(receipt.on_account_part_paise)])
    columns = (
        TextColumn(head=labels["bill"], is_fill=True),
        TextColumn(head=labels["amount"], is_right=True),
    )
    sums = [*_rows_of(view["sums"]), _row_of(view["balance"])]
    sections = [
        one_block(["", *head, *wrapped(str(view["words"]), page.columns), ""]),
        *([table(page, columns, rows)] if rows else []),
        one_block(["-" * page.columns, *_pairs(sums, page)]),
        one_block(_ending(view, page, labels)),
    ]
    return _paged(view, page, sections, labels)


def invoice_text(invoice: InvoicePaper, *, page: TextPage) -> tuple[str, ...]:
    """The pages of an invoice, copy after copy, each counting its own."""
    labels = labels_for(DEFAULT_LANGUAGE)
    view = invoice_view(invoice, sheet=_SHEET, labels=labels)
    facts = [f"{label}: {text}" for label, text in _rows_of(view["facts"])]
    sections = [
        one_block(line for fact in facts for line in wrapped(fact, page.columns)),
        _items(invoice, page, labels),
        one_block(["-" * page.columns, *_pairs(_rows_of(view["sums"]), page)]),
        *_taxes(invoice, page, labels),
        one_block(["", *wrapped(str(view["words"]), page.columns)]),
        one_block(["", *_pairs(_rows_of(view["balances"]), page)]),
        one_block(_ending(view, page, labels)),
    ]
    copies = cast("list[str | None]", view["copies"])
    return tuple(
        text for copy in copies for text in _paged(view, page, sections, labels, copy=copy)
    )


# What every paper has ----------------------------------------------------------------


def _paged(
    view: View, page: TextPage, sections: Sequence[Section], labels: Labels, copy: str | None = None
) -> tuple[str, ...]:
    firm = cast("dict[str, list[str]]", view["firm"])
    party = cast("dict[str, list[str]]", view["party"])
    mark = view.get("mark")
    title = " - ".join(str(text) for text in (view["title"], copy, mark) if text)
    firm_lines = _packed([ascii_of(text) for text in firm["lines"]], page.columns)
    head = [
        *(
            line
            for text in (firm["name"], *firm_lines)
            for line in centred(str(text), page.columns)
        ),
        *centred(title, page.columns),
        "",
        *beside([str(party["name"]), *party["lines"]], _texts(view["subs"]), page.columns),
    ]
    short = pair(str(view["running"]), str(mark or firm["name"]), page.columns)
    return pages_of(page, head, [*short, ""], sections, labels["page"])


def _ending(view: View, page: TextPage, labels: Labels) -> list[str]:
    bank = [ascii_of(f"{label}: {text}") for label, text in _rows_of(view["bank"])]
    texts = [*_packed(bank, page.columns), *_texts(view["notes"])]
    made = view["made"]
    texts += _texts(made) if isinstance(made, list) else [str(made)]
    lines = [line for text in texts if text for line in wrapped(text, page.columns)]
    signs = str(view["signs"]) if "signs" in view else labels["signatory"]
    return ["", *lines, "", *pair("", signs, page.columns)]


def _pairs(rows: Sequence[Row], page: TextPage) -> list[str]:
    """Words and amounts on the right half of the paper."""
    indent = page.columns // 2
    lines = [line for words, amount in rows for line in pair(words, amount, page.columns - indent)]
    return [" " * indent + line for line in lines]


def _texts(value: object) -> list[str]:
    return [str(text) for text in cast("list[object]", value)]


def _rows_of(value: object) -> list[Row]:
    return cast("list[Row]", value)


def _row_of(value: object) -> Row:
    return cast("Row", value)


# Statement ---------------------------------------------------------------------------


def _ledger(statement: Statement, page: TextPage, labels: Labels) -> list[Section]:
    is_wide = page.columns == _WIDE_COLUMNS
    columns = (
        TextColumn(head=labels["date"]),
        *([TextColumn(head=labels["kind"]), TextColumn(head=labels["number"])] if is_wide else []),
        TextColumn(head=labels["particulars"], is_fill=True),
        TextColumn(head=labels["debit"], is_right=True),
        TextColumn(head=labels["credit"], is_right=True),
        TextColumn(head=labels["balance"], is_right=True),
    )
    gap = ["", ""] if is_wide else []
    sums = [format_inr(statement.debit_paise), format_inr(statement.credit_paise)]
    edges = [
        [
            day(statement.from_on),
            *gap,
            labels["opening"],
            "",
            "",
            _side(statement.opening_paise, labels),
        ],
        [
            day(statement.to_on),
            *gap,
            labels["closing"],
            *sums,
            _side(statement.closing_paise, labels),
        ],
    ]
    rows = [_line(line, labels, is_wide=is_wide) for line in statement.lines]
    section = table(page, columns, [edges[0], *rows, edges[1]])
    section.rows.append(["-" * page.columns])
    return [section]


def _line(line: StatementLine, labels: Labels, *, is_wide: bool) -> Row:
    kind = labels.named("kind", line.kind)
    words = [kind, line.number, line.particulars]
    amounts = [
        format_inr(line.debit_paise) if line.debit_paise else "",
        format_inr(line.credit_paise) if line.credit_paise else "",
        _side(line.balance_paise, labels),
    ]
    if is_wide:
        return [day(line.on), kind, line.number, line.particulars, *amounts]
    return [day(line.on), " ".join(filter(None, words)), *amounts]


def _side(paise: int, labels: Labels) -> str:
    return with_side(paise, labels).replace("\u00a0", "")


def _bills(statement: Statement, view: View, page: TextPage, labels: Labels) -> list[Section]:
    title = one_block(["", *wrapped(str(view["bills_title"]), page.columns)])
    if not statement.bills:
        return [one_block([*title.rows[0], labels["no_bills"]])]
    columns = (
        TextColumn(head=labels["bill"], is_fill=True),
        TextColumn(head=labels["bill_on"]),
        TextColumn(head=labels["due_on"]),
        TextColumn(head=labels["overdue_days"], is_right=True),
        TextColumn(head=labels["amount"], is_right=True),
        TextColumn(head=labels["open"], is_right=True),
    )
    total = [labels["total"], "", "", "", "", format_inr(statement.bills_paise)]
    section = table(page, columns, [*(_bill(bill, labels) for bill in statement.bills), total])
    section.head = [*title.rows[0], *section.head]
    return [section]


def _bill(bill: StatementBill, labels: Labels) -> Row:
    number = f"{bill.number} ({labels['advance']})" if bill.open_paise < 0 else bill.number
    return [
        number,
        day(bill.bill_on),
        day(bill.due_on),
        str(bill.overdue_days) if bill.overdue_days else _NONE,
        format_inr(bill.amount_paise),
        format_inr(bill.open_paise),
    ]


def _cheques(statement: Statement, page: TextPage, labels: Labels) -> list[Section]:
    if not statement.cheques:
        return []
    columns = (
        TextColumn(head=labels["cheque_number"]),
        TextColumn(head=labels["bank"], is_fill=True),
        TextColumn(head=labels["cheque_on"]),
        TextColumn(head=labels["amount"], is_right=True),
    )
    rows = [
        [cheque.number, cheque.bank, day(cheque.cheque_on), format_inr(cheque.amount_paise)]
        for cheque in statement.cheques
    ]
    section = table(page, columns, rows)
    section.head = ["", *wrapped(labels["cheques"], page.columns), *section.head]
    return [section]


def _strip(view: View, page: TextPage) -> list[str]:
    """The ageing, as many buckets on a line as fit."""
    strip = cast("dict[str, object]", view["strip"])
    cells = [f"{label}: {amount}" for label, amount in _rows_of(strip["cells"])]
    lines = _packed([ascii_of(cell) for cell in cells], page.columns)
    return ["", *wrapped(str(strip["title"]), page.columns), *lines]


def _packed(cells: Sequence[str], width: int) -> list[str]:
    lines = [""]
    for cell in cells:
        longer = f"{lines[-1]}   {cell}" if lines[-1] else cell
        if len(longer) <= width:
            lines[-1] = longer
        else:
            lines.append(cell)
    return lines


# Invoice -----------------------------------------------------------------------------


def _items(invoice: InvoicePaper, page: TextPage, labels: Labels) -> Section:
    columns = (
        TextColumn(head=labels["item"], is_fill=True),
        TextColumn(head=labels["hsn"]),
        TextColumn(head=labels["quantity"], is_right=True),
        TextColumn(head=labels["rate"], is_right=True),
        TextColumn(head=labels["gst_rate"], is_right=True),
        TextColumn(head=labels["taxable"], is_right=True),
    )
    rows = [
        [
            item.name,
            item.hsn or _NONE,
            " ".join(filter(None, (item.quantity_text, item.unit))) or _NONE,
            _NONE if item.rate_paise is None else format_inr(item.rate_paise),
            percent(item.gst_rate_bp) if item.gst_rate_bp or item.hsn else _NONE,
            format_inr(item.taxable_paise),
        ]
        for item in invoice.items
    ]
    goods = [labels["goods"], *[_NONE] * 4, format_inr(invoice.taxable_paise)]
    return table(page, columns, rows or [goods])


def _taxes(invoice: InvoicePaper, page: TextPage, labels: Labels) -> list[Section]:
    if not invoice.taxes_by_rate or not invoice.tax_paise:
        return []
    words = ("gst_rate", "taxable", "cgst", "sgst", "igst")
    columns = [
        TextColumn(head=labels[word], is_right=word != "gst_rate", is_fill=word == "gst_rate")
        for word in words
    ]
    rows = [
        [
            percent(tax.rate_bp),
            *(
                format_inr(p)
                for p in (tax.taxable_paise, tax.cgst_paise, tax.sgst_paise, tax.igst_paise)
            ),
        ]
        for tax in invoice.taxes_by_rate
    ]
    section = table(page, columns, rows)
    section.head = ["", labels["tax_by_rate"], *section.head]
    return [section]
