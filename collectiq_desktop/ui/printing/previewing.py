"""What the preview shows and does: the paper as it will be, print, PDF, sheet.

Plain Python; the view is told, and tells what the person wants.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Protocol

from collectiq_desktop.core.domain.errands import Document, PrintOrder
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.statement import Statement
from collectiq_desktop.core.queries.errands import PrintsCount
from collectiq_desktop.core.queries.exporting import MayExport
from collectiq_desktop.gateways.printers.setup import PrinterSetup, Speech
from collectiq_desktop.ui.files import write_whole
from collectiq_desktop.ui.printing.making import Record, ask_for, pdf_of, title_of
from collectiq_desktop.ui.work.lanes import Work
from collectiq_desktop.ui.work.outside import Outside

_KEY = "preview"
SHOWN_PAPERS = ("A4", "A5", "80mm", "58mm")
_BUG = say("The paper could not be made; nothing was printed. Please try once more.")


class PreviewView(Protocol):
    """The window of the preview."""

    def show_pdf(self, title: str, pdf: bytes) -> None:
        """Show the pages."""
        ...

    def show_choices(self, order: PrintOrder) -> None:
        """Show which paper, language and form hold."""
        ...

    def say(self, sentence: str, *, is_bad: bool) -> None:
        """Show a sentence."""
        ...

    def close_preview(self) -> None:
        """Close: the print is promised."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewParts:
    """What the preview works with; its lane is its own, no printer blocks it."""

    work: Work
    outside: Outside
    setup: PrinterSetup
    print_order: Callable[[PrintOrder], None]
    made_text: str = ""


class PreviewPresenter:
    """One preview, from its order to paper or file."""

    def __init__(self, view: PreviewView, parts: PreviewParts, order: PrintOrder) -> None:
        self._view = view
        self._parts = parts
        self._order = replace(order, paper=order.paper or _usual_paper(order, parts.setup))
        self._record: Record | None = None
        self._pdf = b""
        self._ticket = 0
        self._is_duplicate = False

    @property
    def can_save_sheet(self) -> bool:
        """Whether the document is also a spreadsheet."""
        return self._order.document is Document.STATEMENT

    def open(self) -> None:
        """Ask the books for the document, and whether it was printed before."""
        self._view.show_choices(self._order)
        ask = PrintsCount(document=self._order.document, subject_id=self._order.subject_id)
        self._parts.work.ask(ask, key=(_KEY, "count"), done=self._counted, failed=self._failed)

    def close(self) -> None:
        """Want nothing more."""
        self._ticket += 1
        for part in ("count", "record"):
            self._parts.work.forget((_KEY, part))

    # What the person chooses -------------------------------------------------------

    def choose_paper(self, paper: str) -> None:
        """Show the document on another paper."""
        self._order = replace(self._order, paper=paper)
        self._view.show_choices(self._order)
        self._set()

    def next_paper(self) -> None:
        """Go round the papers."""
        place = SHOWN_PAPERS.index(self._order.paper)
        self.choose_paper(SHOWN_PAPERS[(place + 1) % len(SHOWN_PAPERS)])

    def choose_language(self, language: str) -> None:
        """Show it in another language; empty for the party's."""
        self._order = replace(self._order, language=language)
        self._view.show_choices(self._order)
        self._set()

    def change_form(self) -> None:
        """Show a statement's other form."""
        if self._order.document is Document.STATEMENT:
            form = "ledger" if self._order.form == "outstanding" else "outstanding"
            self._order = replace(self._order, form=form)
            self._view.show_choices(self._order)
            self._ask()

    def print(self) -> None:
        """Promise the print as it is shown, and close."""
        if self._record is not None:
            self._parts.print_order(self._order)
            self._view.close_preview()

    def save_pdf(self, path: Path) -> None:
        """Write the pages to a file."""
        if self._pdf:
            self._save_if_may(path, partial(bytes, self._pdf))

    def save_sheet(self, path: Path) -> None:
        """Write a statement as a spreadsheet."""
        if isinstance(self._record, Statement):
            self._save_if_may(path, partial(_sheet, self._record, self._order.language))

    def _save_if_may(self, path: Path, content: Callable[[], bytes]) -> None:
        def may(_answer: object) -> None:
            self._save(path, content)

        self._parts.work.ask(MayExport(), key=(_KEY, "export"), done=may, failed=self._failed)

    # Answers ----------------------------------------------------------------------------

    def _counted(self, prints_count: int) -> None:
        self._is_duplicate = prints_count > 0 or self._order.is_duplicate
        self._ask()

    def _ask(self) -> None:
        ask = ask_for(self._order, is_duplicate=self._is_duplicate, made_text=self._parts.made_text)
        self._parts.work.ask(ask, key=(_KEY, "record"), done=self._recorded, failed=self._failed)

    def _recorded(self, record: Record) -> None:
        self._record = record
        self._set()

    def _set(self) -> None:
        if self._record is None:
            return
        self._ticket += 1
        order = self._order
        self._parts.outside.carry(
            partial(pdf_of, self._record, paper=order.paper, language=order.language),
            done=partial(self._made, self._ticket, title_of(self._record)),
            failed=self._failed,
        )

    def _made(self, ticket: int, title: str, pdf: bytes) -> None:
        if ticket == self._ticket:
            self._pdf = pdf
            self._view.show_pdf(title, pdf)

    def _save(self, path: Path, content: Callable[[], bytes]) -> None:
        self._parts.outside.carry(
            partial(_write, path, content),
            done=partial(self._saved, path),
            failed=self._failed,
        )

    def _saved(self, path: Path, _nothing: None) -> None:
        self._view.say(str(path), is_bad=False)

    def _failed(self, trouble: Exception) -> None:
        sentence = trouble.message if isinstance(trouble, CollectIQError) else _BUG
        self._view.say(sentence, is_bad=True)


def _usual_paper(order: PrintOrder, setup: PrinterSetup) -> str:
    """The paper of the printer that will print it, where it is one that can be shown."""
    try:
        printer = setup.printer_for(order.document, order.printer)
    except CollectIQError:
        return "A5"
    return printer.paper if printer.speech is not Speech.TEXT else "A4"


def _sheet(statement: Statement, language: str) -> bytes:
    from collectiq_desktop.documents.sheets import statement_xlsx

    return statement_xlsx(statement, language=language or None)


def _write(path: Path, content: Callable[[], bytes]) -> None:
    write_whole(path, content())
