"""The run sheet on paper: a numbered row for each party, with room for what came of it.

Bills, promises and cheques stand beside the sum that is expected, and a UPI
code that asks for exactly that sum.
"""

from __future__ import annotations

from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.papers import SheetPaper, SheetPaperRow
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.documents.columns import Section, TextColumn, TextPage, one_block, table
from collectiq_desktop.documents.columns import pages_of as pages_of_text
from collectiq_desktop.documents.labels import DEFAULT_LANGUAGE, Labels, labels_for
from collectiq_desktop.documents.paper import SHEETS, Paper, Sheet
from collectiq_desktop.documents.typesetter import Typesetter, printable, shared_typesetter
from collectiq_desktop.documents.view import (
    UpiAsk,
    View,
    day,
    firm_view,
    made_line,
    page_view,
    qr_view,
    rupees,
    with_side,
)

_TEMPLATE = "run_sheet.typ"
_BILLS_SHOWN = 3


def run_sheet_pdf(
    sheet: SheetPaper,
    *,
    paper: Paper = "A4",
    language: str | None = None,
    typesetter: Typesetter | None = None,
) -> bytes:
    """The run sheet as a PDF, in English unless another language is named."""
    setter = typesetter or shared_typesetter()
    labels = labels_for(language or DEFAULT_LANGUAGE, folder=setter.templates)
    return setter.pdf(_TEMPLATE, run_sheet_view(sheet, paper=SHEETS[paper], labels=labels))


def run_sheet_view(sheet: SheetPaper, *, paper: Sheet, labels: Labels) -> View:
    """Everything that stands on it, as texts for the template."""
    title = labels.fill("run_sheet_number", number=printable(sheet.number))
    about = [labels.fill("run_sheet_for", agent=printable(sheet.agent), on=day(sheet.on))]
    return {
        **page_view(paper, labels),
        "firm": firm_view(sheet.firm, labels),
        "title": title,
        "subs": [*about, *([printable(sheet.title)] if sheet.title else [])],
        "mark": labels["duplicate"] if sheet.is_duplicate else None,
        "running": " · ".join((printable(sheet.firm.name), title)),
        "made": made_line(sheet.made_text, labels),
        "sums": [
            [labels["parties"], str(len(sheet.rows))],
            [labels["expected"], rupees(sheet.expected_paise)],
        ],
        "outcomes": [labels.named("outcome", each.value) for each in Outcome],
        "rows": [_row(sheet, row, labels) for row in sheet.rows],
    }


def _row(sheet: SheetPaper, row: SheetPaperRow, labels: Labels) -> View:
    ask = UpiAsk(
        amount_paise=row.expected_paise,
        number=f"{sheet.number}-{row.row_no}",
        note=row.party.code or row.party.name,
    )
    return {
        "no": str(row.row_no),
        "party": printable(row.party.name),
        "about": " · ".join(map(printable, filter(None, (row.party.code, *row.party.phones[:1])))),
        "place": printable(", ".join(row.party.address[:2])),
        "reasons": ", ".join(labels.named("why", each) for each in row.reasons),
        "balance": f"{labels['balance']} {with_side(row.balance_paise, labels)}",
        "expected": rupees(row.expected_paise),
        "bills": _bill_lines(row, labels),
        "pledges": _pledge_lines(row, labels),
        "qr": qr_view(sheet.firm, labels, ask),
    }


def _bill_lines(row: SheetPaperRow, labels: Labels) -> list[list[str]]:
    """The bills that are due first, each with how late it is."""
    lines = [
        [
            f"{printable(bill.number)} · {day(bill.due_on)}{_late(bill.overdue_days, labels)}",
            format_inr(bill.open_paise),
        ]
        for bill in row.bills[:_BILLS_SHOWN]
    ]
    more = row.bills[_BILLS_SHOWN:]
    if more:
        words = labels.fill("more_bills", count=str(len(more)))
        lines.append([words, format_inr(sum(bill.open_paise for bill in more))])
    return lines


def _late(days: int, labels: Labels) -> str:
    return f" · {labels.fill('days_late', days=str(days))}" if days else ""


def _pledge_lines(row: SheetPaperRow, labels: Labels) -> list[str]:
    promised = [
        labels.fill("promised_by", on=day(each.on), amount=format_inr(each.amount_paise))
        for each in row.promises
    ]
    cheques = [
        labels.fill(
            "cheque_in_hand",
            number=printable(each.number),
            on=day(each.on),
            amount=format_inr(each.amount_paise),
        )
        for each in row.cheques
    ]
    return [*promised, *cheques]


def run_sheet_text(sheet: SheetPaper, *, page: TextPage) -> tuple[str, ...]:
    """The run sheet as plain text for a dot matrix printer."""
    labels = labels_for(DEFAULT_LANGUAGE)
    view = run_sheet_view(sheet, paper=SHEETS["A4"], labels=labels)
    head = [f"{sheet.firm.name}   {view['title']}", *map(str, view["subs"])]  # type: ignore[call-overload]
    columns = (
        TextColumn(head="#", is_right=True),
        TextColumn(head=labels["party"], is_fill=True),
        TextColumn(head=labels["oldest"]),
        TextColumn(head=labels["balance"], is_right=True),
        TextColumn(head=labels["expected"], is_right=True),
        TextColumn(head="____________"),
    )
    rows = [
        [
            str(row.row_no),
            " ".join(filter(None, (row.party.name, *row.party.phones[:1]))),
            day(row.bills[0].due_on) if row.bills else "-",
            with_side(row.balance_paise, labels),
            format_inr(row.expected_paise),
            "",
        ]
        for row in sheet.rows
    ]
    sections = [table(page, columns, rows), _foot(sheet, page, labels)]
    return pages_of_text(page, head, head[:1], sections, str(view["made"]))


def _foot(sheet: SheetPaper, page: TextPage, labels: Labels) -> Section:
    total = f"{labels['expected']} {format_inr(sheet.expected_paise)}"
    return one_block(["-" * page.columns, total.rjust(page.columns)])
