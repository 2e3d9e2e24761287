"""One run sheet: each row gets its outcome, and receipts come out of it. No window here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Protocol

from collectiq_desktop.core.domain.errands import Document, PrintOrder
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.runsheets import RunSheetCard, SheetDetails, SheetRowLine
from collectiq_desktop.core.services.promises import MakePromise, NoteVisit
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.runsheets import CloseRunSheet
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

_KEY = "run sheet"
PRINTING = QT_TRANSLATE_NOOP("Sentence", "The run sheet is on its way to the printer.")
NO_PAPER = QT_TRANSLATE_NOOP("Sentence", "Nothing can be printed here.")
PAYING = frozenset({Outcome.PAID, Outcome.PART})


@dataclass(frozen=True, slots=True, kw_only=True)
class RowOutcome:
    """What is typed for a row.

    Args:
        amount_paise: what was paid, or what was promised.
        promised_on: for which day, of a promise.
    """

    outcome: Outcome
    amount_paise: int = 0
    mode: Mode = Mode.CASH
    reference: str = ""
    promised_on: date | None = None
    note: str = ""


class RunSheetView(Protocol):
    """What the presenter tells the screen."""

    def show_sheet(self, details: SheetDetails, *, is_anew: bool) -> None:
        """The sheet with its rows."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def close_deed(self) -> None:
        """It is done."""
        ...


class RunSheetPresenter:
    """Asks for the sheet; notes money or a promise first, and then the outcome.

    Ids are kept until all of a row is in the books, so that trying again after
    a refusal records nothing twice.
    """

    def __init__(self, view: RunSheetView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._sheet_id: FactId | None = None
        self.details: SheetDetails | None = None
        self._is_anew = True
        self._typed: RowOutcome | None = None
        self._row: SheetRowLine | None = None
        self._mint()

    def _mint(self) -> None:
        ids = self._kit.ids
        self._first_id, self._visit_id = ids.mint(), FactId(ids.mint())

    def begin(self, sheet_id: str) -> None:
        """Show a sheet, by its id in hexadecimal digits."""
        self._sheet_id = FactId(bytes.fromhex(sheet_id)) if sheet_id else self._sheet_id
        self._is_anew = True
        self.refresh()

    def refresh(self) -> None:
        """The sheet as it is now."""
        if self._sheet_id is not None:
            ask = RunSheetCard(sheet_id=self._sheet_id)
            self._kit.work.ask(ask, key=_KEY, done=self._took, failed=self._failed)

    def books_changed(self, touched: Touched) -> None:
        """A row may have ended elsewhere."""
        if touched.nouns & {Noun.COLLECTING, Noun.VOUCHER}:
            self.refresh()

    def open(self, row: SheetRowLine) -> None:
        """The party of a row."""
        self._kit.navigation.go(Place(screen="party", party_id=row.party_id))

    def end_row(self, row: SheetRowLine, typed: RowOutcome) -> None:
        """Record what came of a row: money or promise first, then the outcome."""
        self._row, self._typed = row, typed
        first = self._first(row, typed)
        if first is None:
            self._note_visit(None)
        else:
            self._kit.work.run(first, done=self._note_visit, failed=self._failed, initiator=self)

    def close(self) -> None:
        """Put the sheet away."""
        if self._sheet_id is not None:
            command = CloseRunSheet(fact_id=FactId(self._kit.ids.mint()), sheet_id=self._sheet_id)
            self._kit.work.run(command, done=self._closed, failed=self._failed, initiator=self)

    def preview(self) -> None:
        """Show the sheet before it is printed."""
        order = self._order()
        if order is not None and self._kit.printing is not None:
            self._kit.printing.show_order(order)

    def print(self) -> None:
        """Print it at once, on the printer that is set up for run sheets."""
        order = self._order()
        if order is not None and self._kit.printing is not None:
            self._kit.navigation.say(PRINTING)
            self._kit.printing.print_order(order)

    def _order(self) -> PrintOrder | None:
        if self._sheet_id is None:
            return None
        if self._kit.printing is None:
            self._kit.navigation.say(NO_PAPER, is_bad=True)
            return None
        taste = self._kit.taste
        return PrintOrder(
            document=Document.RUN_SHEET,
            subject_id=self._sheet_id,
            language=taste.language if taste is not None else "",
        )

    def _first(self, row: SheetRowLine, typed: RowOutcome) -> object | None:
        details = self.details
        if details is None:
            return None
        if typed.outcome in PAYING:
            return RecordReceipt(
                voucher_id=VoucherId(self._first_id),
                party_id=row.party_id,
                amount_paise=typed.amount_paise,
                mode=typed.mode,
                reference=typed.reference,
                agent_id=details.sheet.agent_id,
                sheet_id=details.sheet.sheet_id,
                sheet_row=row.row_no,
            )
        if typed.outcome is Outcome.PROMISED and typed.promised_on is not None:
            return MakePromise(
                fact_id=FactId(self._first_id),
                party_id=row.party_id,
                amount_paise=typed.amount_paise,
                promised_on=typed.promised_on,
                agent_id=details.sheet.agent_id,
                note=typed.note,
            )
        return None

    def _note_visit(self, _result: object) -> None:
        row, typed, details = self._row, self._typed, self.details
        if row is None or typed is None or details is None:
            return
        command = NoteVisit(
            fact_id=self._visit_id,
            party_id=row.party_id,
            outcome=typed.outcome,
            note=typed.note,
            agent_id=details.sheet.agent_id,
            sheet_id=details.sheet.sheet_id,
            sheet_row=row.row_no,
        )
        self._kit.work.run(command, done=self._ended, failed=self._failed, initiator=self)

    def _ended(self, _result: object) -> None:
        self._mint()
        self._view.close_deed()
        self.refresh()

    def _closed(self, _result: object) -> None:
        self.refresh()

    def _failed(self, error: CollectIQError) -> None:
        self._view.show_problem(error.field or "", error.message)

    def _took(self, details: SheetDetails) -> None:
        self.details = details
        is_anew, self._is_anew = self._is_anew, False
        self._view.show_sheet(details, is_anew=is_anew)
