"""The print queue as the window has it: promises prints, runs them, says what became of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.core.domain.errands import (
    Document,
    ErrandId,
    ErrandPromise,
    Lease,
    PrintOrder,
)
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import Ids, PartyId, VoucherId
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.services.errands import PromiseErrands
from collectiq_desktop.gateways.printers.setup import (
    Printer,
    PrinterSetup,
    load_setup,
    save_setup,
)
from collectiq_desktop.paths import papers_folder
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Navigation
from collectiq_desktop.ui.printing.hands import DesktopHands
from collectiq_desktop.ui.printing.runner import PrintRunner
from collectiq_desktop.ui.printing.sending import Hands, Sender, SenderParts
from collectiq_desktop.ui.work.desk import Desk
from collectiq_desktop.ui.work.outside import OutsideLane

_DOCUMENTS: Mapping[VoucherKind, Document] = {
    VoucherKind.RECEIPT: Document.RECEIPT,
    VoucherKind.SALES_INVOICE: Document.INVOICE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueParts:
    """What the queue is put together from.

    Args:
        folder: where the printers are kept; by default with the user's settings.
        papers: where papers lie that are sent; by default among the documents.
        hands: what reaches the clipboard and opens chats.
    """

    desk: Desk
    clock: Clock
    ids: Ids
    folder: Path | None = None
    papers: Path | None = None
    hands: Hands = field(default_factory=DesktopHands)


class PrintQueue(QObject):
    """Prints what was promised, off the main thread, and never keeps a save waiting.

    Signals:
        said: a sentence for the status line, and whether it is bad news.
        setup_changed: other printers are set up now.
    """

    said = Signal(str, bool)
    setup_changed = Signal()

    def __init__(self, parts: QueueParts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._parts = parts
        self._lane = OutsideLane(self)
        self._paper_lane = OutsideLane(self)
        self._window: QWidget | None = None
        self._navigation: Navigation | None = None
        self._timer = QTimer(self, singleShot=True)
        self._setup = PrinterSetup()
        self._runner = PrintRunner(
            parts.desk,
            self._lane,
            clock=parts.clock,
            alarm=self,
            listener=self,
            setup=lambda: self._setup,
        )
        self._timer.timeout.connect(self._runner.pump)
        parts.desk.touched.connect(self._runner.books_changed)
        self.said.connect(self._tell)

    # Start and end ----------------------------------------------------------------

    def start(self, window: QWidget | None = None, navigation: Navigation | None = None) -> None:
        """Load the printers and carry out what an earlier day left.

        Args:
            window: previews are shown over it.
            navigation: where sentences are shown.
        """
        self._window, self._navigation = window, navigation
        try:
            self._setup = load_setup(self._parts.folder)
        except CollectIQError as trouble:
            self.said.emit(text.sentence(trouble.message), True)
        self._runner.pump()

    def close(self) -> None:
        """Take no more, and let the print under way end and be reported.

        Called before the desk is closed, which still carries the report out.
        """
        self._timer.stop()
        self._runner.stop()
        self._lane.close(is_told=True)
        self._paper_lane.close()

    # Printers -----------------------------------------------------------------------

    @property
    def setup(self) -> PrinterSetup:
        """The printers of this machine."""
        return self._setup

    def change_setup(self, setup: PrinterSetup) -> None:
        """Save other printers and go on with them.

        Raises:
            BooksTrouble: they cannot be saved.
        """
        save_setup(setup, self._parts.folder)
        self._setup = setup
        self.setup_changed.emit()
        self._runner.pump()

    # Printing, as screens know it -----------------------------------------------------

    def promises(self, kind: VoucherKind, voucher_id: VoucherId) -> tuple[ErrandPromise, ...]:
        """The errands to go with the command that saves a voucher.

        None where the kind has no paper or no printer is set up for it.
        """
        document = _DOCUMENTS.get(kind)
        if document is None or not self._setup.defaults.get(document):
            return ()
        return (self._promise(PrintOrder(document=document, subject_id=voucher_id)),)

    def print_voucher(self, kind: VoucherKind, voucher_id: VoucherId) -> None:
        """Print a voucher that is in the books, as a duplicate if it was printed."""
        document = _DOCUMENTS.get(kind)
        if document is not None:
            self.print_order(PrintOrder(document=document, subject_id=voucher_id))

    def print_order(self, order: PrintOrder) -> None:
        """Promise a print, and say so where no printer could take it."""
        try:
            self._setup.printer_for(order.document, order.printer, order.paper)
        except CollectIQError as trouble:
            self.said.emit(text.sentence(trouble.message), True)
            return
        self._parts.desk.run(PromiseErrands(errands=(self._promise(order),)))

    def show_voucher(self, kind: VoucherKind, voucher_id: VoucherId) -> None:
        """Show a voucher as it will be printed."""
        document = _DOCUMENTS.get(kind)
        if document is not None:
            self.show_order(PrintOrder(document=document, subject_id=voucher_id))

    def show_statement(self, party_id: PartyId) -> None:
        """Show a party's statement, ready to be printed."""
        self.show_order(PrintOrder(document=Document.STATEMENT, subject_id=party_id))

    def show_order(self, order: PrintOrder) -> None:
        """Show what an order would print, over the window that is served."""
        from collectiq_desktop.ui.printing.preview import show_preview
        from collectiq_desktop.ui.printing.previewing import PreviewParts

        parts = PreviewParts(
            work=self._parts.desk,
            outside=self._paper_lane,
            setup=self._setup,
            print_order=self.print_order,
            made_text=text.moment(self._parts.clock.now_at()),
        )
        show_preview(self._window, order, parts)

    def send_voucher(self, kind: VoucherKind, voucher_id: VoucherId) -> None:
        """Make a voucher's paper ready for the party's phone, and open the chat."""
        document = _DOCUMENTS.get(kind)
        if document is not None:
            self.send_order(PrintOrder(document=document, subject_id=voucher_id))

    def send_order(self, order: PrintOrder) -> None:
        """Make what an order says ready for the party's phone, and open the chat."""
        if self._navigation is None:
            return
        parts = SenderParts(
            work=self._parts.desk,
            outside=self._paper_lane,
            clock=self._parts.clock,
            navigation=self._navigation,
            hands=self._parts.hands,
            folder=self._parts.papers or papers_folder(),
        )
        Sender(parts).send(order)

    def open_chat(self, link: str) -> bool:
        """Open a chat with its draft; whether there is a program for it."""
        return self._parts.hands.open(link)

    def _promise(self, order: PrintOrder) -> ErrandPromise:
        return ErrandPromise(errand_id=ErrandId(self._parts.ids.mint()), order=order)

    @Slot(str, bool)
    def _tell(self, sentence: str, is_bad: bool) -> None:  # noqa: FBT001 -- a signal's slot
        if self._navigation is not None:
            self._navigation.say(sentence, is_bad=is_bad)

    # What the runner needs --------------------------------------------------------------

    def wake_in(self, ms: int) -> None:
        """Wake the runner after a while."""
        self._timer.start(ms)

    def printed(self, lease: Lease, printer: Printer) -> None:
        """Say that a paper is out, where it was waited for."""
        if lease.try_number > 1 or lease.is_duplicate:
            words = text.filled(self.tr("Printed by %1."), printer.name)
            self.said.emit(words, False)

    def not_printed(self, _lease: Lease, sentence: str) -> None:
        """Say that what was saved is not on paper yet."""
        words = self.tr("Saved, not printed. %1")
        self.said.emit(text.filled(words, text.sentence(sentence)), True)
