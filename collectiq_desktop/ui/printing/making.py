"""From an order to paper: what to ask the books, what to make of the answer, for which printer.

Plain Python, without Qt; runs on the lane that leads outside.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any, TypeAlias

from collectiq_desktop.core.domain.errands import Document, PrintOrder
from collectiq_desktop.core.domain.ids import FactId, PartyId, VoucherId
from collectiq_desktop.core.queries.asking import Ask
from collectiq_desktop.gateways.printers.setup import Printer, Speech

if TYPE_CHECKING:
    from collectiq_desktop.core.domain.papers import InvoicePaper, ReceiptPaper, SheetPaper
    from collectiq_desktop.core.domain.statement import Statement

Record: TypeAlias = "ReceiptPaper | InvoicePaper | Statement | SheetPaper"
"""What the books say of a document; the same record makes every paper."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A paper that is made: a PDF, or pages of plain text.

    Args:
        title: names the job, and the file where it becomes one.
    """

    title: str
    pdf: bytes = b""
    pages: tuple[str, ...] = ()


def ask_for(order: PrintOrder, *, is_duplicate: bool, made_text: str) -> Ask[Any]:
    """What the books are asked for an order."""
    # Loaded with the first print: a run sheet's paper brings half of all queries.
    from collectiq_desktop.core.queries.papers import InvoiceOnPaper, ReceiptOnPaper
    from collectiq_desktop.core.queries.sheet_papers import RunSheetOnPaper
    from collectiq_desktop.core.queries.statements import PartyStatement

    match order.document:
        case Document.RECEIPT:
            return ReceiptOnPaper(
                voucher_id=VoucherId(order.subject_id), user=order.user, is_duplicate=is_duplicate
            )
        case Document.INVOICE:
            return InvoiceOnPaper(
                voucher_id=VoucherId(order.subject_id),
                copies=order.copies,
                user=order.user,
                made_text=made_text,
                is_duplicate=is_duplicate,
            )
        case Document.STATEMENT:
            return PartyStatement(
                party_id=PartyId(order.subject_id),
                from_on=_day(order.from_on),
                to_on=_day(order.to_on),
                form="outstanding" if order.form == "outstanding" else "ledger",
                made_text=made_text,
            )
        case Document.RUN_SHEET:
            return RunSheetOnPaper(
                sheet_id=FactId(order.subject_id), made_text=made_text, is_duplicate=is_duplicate
            )


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def make(record: Record, order: PrintOrder, printer: Printer) -> Made:
    """The paper of a record, as the printer can take it."""
    title = title_of(record)
    if printer.speech is Speech.TEXT:
        return Made(title=title, pages=_text(record, printer))
    return Made(title=title, pdf=pdf_of(record, paper=printer.paper, language=order.language))


def title_of(record: Record) -> str:
    """What the paper is called: `Receipt RA01/26/000001`."""
    from collectiq_desktop.core.domain.papers import ReceiptPaper, SheetPaper
    from collectiq_desktop.core.domain.statement import Statement

    if isinstance(record, Statement):
        name = record.party.code or record.party.name
        return f"Statement {name} {record.to_on:%Y-%m-%d}"
    if isinstance(record, SheetPaper):
        return f"Run sheet {record.number}"
    return f"{'Receipt' if isinstance(record, ReceiptPaper) else 'Invoice'} {record.number}"


def pdf_of(record: Record, *, paper: str, language: str = "") -> bytes:
    """The record as a PDF on a paper; in the party's language by default."""
    from collectiq_desktop.core.domain.papers import InvoicePaper, ReceiptPaper, SheetPaper
    from collectiq_desktop.core.domain.statement import Statement
    from collectiq_desktop.documents.invoice import invoice_pdf
    from collectiq_desktop.documents.paper import paper_of
    from collectiq_desktop.documents.receipt import receipt_pdf
    from collectiq_desktop.documents.run_sheet import run_sheet_pdf
    from collectiq_desktop.documents.statement import statement_pdf

    makers: Mapping[type[Any], Callable[..., bytes]] = {
        ReceiptPaper: receipt_pdf,
        InvoicePaper: invoice_pdf,
        Statement: statement_pdf,
        SheetPaper: run_sheet_pdf,
    }
    return makers[type(record)](record, paper=paper_of(paper), language=language or None)


def _text(record: Record, printer: Printer) -> tuple[str, ...]:
    from collectiq_desktop.core.domain.papers import InvoicePaper, ReceiptPaper, SheetPaper
    from collectiq_desktop.core.domain.statement import Statement
    from collectiq_desktop.documents.columns import TextPage
    from collectiq_desktop.documents.plain_text import invoice_text, receipt_text, statement_text
    from collectiq_desktop.documents.run_sheet import run_sheet_text

    makers: Mapping[type[Any], Callable[..., tuple[str, ...]]] = {
        ReceiptPaper: receipt_text,
        InvoicePaper: invoice_text,
        Statement: statement_text,
        SheetPaper: run_sheet_text,
    }
    page = TextPage(columns=printer.columns, lines=printer.page_lines)
    return makers[type(record)](record, page=page)
