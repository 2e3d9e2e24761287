"""One voucher: what is asked about it, and where one goes from it. No window here."""

from __future__ import annotations

from typing import Protocol

from collectiq_desktop.core.domain.errands import Document
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.domain.vouchers import BillKey, VoucherKind
from collectiq_desktop.core.queries.bills import BillHistory, BillStory, ClaimLine
from collectiq_desktop.core.queries.errands import PrintsCount
from collectiq_desktop.core.queries.neighbours import Neighbours, VoucherNeighbours
from collectiq_desktop.core.queries.versions import VoucherHistory, VoucherVersion
from collectiq_desktop.core.queries.vouchers import VoucherCard, VoucherDetails
from collectiq_desktop.ui.kit import Kit, Place, Printing
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.voucher.canceller import CANCELLED_ALREADY

FIRST = QT_TRANSLATE_NOOP("Sentence", "This is the first voucher in the books.")
LAST = QT_TRANSLATE_NOOP("Sentence", "This is the last voucher in the books.")
NO_PAPER = QT_TRANSLATE_NOOP(
    "Sentence", "Only receipts and sales invoices have a paper of their own."
)
CANCELLED_PAPER = QT_TRANSLATE_NOOP(
    "Sentence", "This voucher is cancelled; there is no paper of it any more."
)
NO_PRINTER = QT_TRANSLATE_NOOP("Sentence", "No printer is set up; choose one in the settings.")
_DOCUMENTS = {
    VoucherKind.RECEIPT: Document.RECEIPT,
    VoucherKind.SALES_INVOICE: Document.INVOICE,
}
_CARD, _AROUND, _PRINTS, _STORY, _BILL = (
    "voucher card",
    "voucher neighbours",
    "voucher prints",
    "voucher history",
    "voucher bill",
)


class VoucherView(Protocol):
    """What the presenter tells the screen."""

    def show_voucher(self, details: VoucherDetails) -> None:
        """Everything about the voucher."""
        ...

    def show_missing(self, sentence: str) -> None:
        """It cannot be shown, and why."""
        ...

    def show_settled(self, claims: tuple[ClaimLine, ...]) -> None:
        """What was set against its bill."""
        ...

    def show_prints(self, count: int) -> None:
        """How often it was printed."""
        ...

    def show_history(self, versions: tuple[VoucherVersion, ...]) -> None:
        """Every fact about it."""
        ...

    def say(self, sentence: str) -> None:
        """A sentence that asks for nothing."""
        ...


class VoucherPresenter:
    """The voucher that is looked at."""

    def __init__(self, view: VoucherView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._voucher_id: VoucherId | None = None
        self._around = VoucherNeighbours(None, None)
        self.details: VoucherDetails | None = None

    @property
    def paper_id(self) -> FactId | None:
        """What photos of the voucher shown are kept with."""
        return FactId(self.details.voucher_id) if self.details is not None else None

    def begin(self, voucher_id: VoucherId) -> None:
        """Look at a voucher."""
        self._voucher_id = voucher_id
        self.details = None
        self._around = VoucherNeighbours(None, None)
        self._kit.work.forget(_STORY)
        self._ask_card()

    def refresh(self) -> None:
        """The same voucher, as it is now."""
        self._ask_card()

    def books_changed(self, touched: Touched) -> None:
        """The voucher, its bills or its prints may be others now."""
        if touched.nouns & {Noun.VOUCHER, Noun.ERRAND}:
            self._ask_card()

    def step(self, *, is_back: bool) -> None:
        """Look at the voucher before or after this one."""
        voucher_id = self._around.before_id if is_back else self._around.after_id
        if voucher_id is not None:
            self._kit.navigation.go(Place(screen="voucher", voucher_id=voucher_id))
        elif self.details is not None:
            self._view.say(FIRST if is_back else LAST)

    def open_bill(self, bill: BillKey) -> None:
        """Go to the voucher that opened a bill."""
        if bill.voucher_id != self._voucher_id:
            self._kit.navigation.go(Place(screen="voucher", voucher_id=bill.voucher_id))

    def amend(self) -> None:
        """Open the voucher in the form of its kind, to be posted anew."""
        details = self.details
        if details is None:
            return
        if details.is_cancelled:
            self._view.say(CANCELLED_ALREADY)
        else:
            place = Place(screen="amend", voucher_id=details.voucher_id, text=details.kind)
            self._kit.navigation.go(place)

    def open_party(self) -> None:
        """Go to the voucher's party."""
        if self.details is not None and self.details.party_id is not None:
            self._kit.navigation.go(Place(screen="party", party_id=self.details.party_id))

    def ask_history(self) -> None:
        """Every fact about the voucher."""
        if self._voucher_id is not None:
            ask = VoucherHistory(voucher_id=self._voucher_id)
            self._kit.work.ask(ask, key=_STORY, done=self._view.show_history, failed=self._missing)

    def print_again(self) -> None:
        """Print it, as a duplicate if it was printed before."""
        printing, details = self._paper()
        if printing is not None and details is not None:
            printing.print_voucher(details.voucher.kind, details.voucher_id)

    def show_paper(self) -> None:
        """Show it as it will be printed."""
        printing, details = self._paper()
        if printing is not None and details is not None:
            printing.show_voucher(details.voucher.kind, details.voucher_id)

    def send(self) -> None:
        """To the party's phone: the paper on the clipboard, the chat open."""
        printing, details = self._paper()
        if printing is not None and details is not None:
            printing.send_voucher(details.voucher.kind, details.voucher_id)

    def _paper(self) -> tuple[Printing | None, VoucherDetails | None]:
        """What prints, and what; says why there is no paper."""
        details = self.details
        if details is None:
            return None, None
        if details.voucher.kind not in _DOCUMENTS:
            self._view.say(NO_PAPER)
        elif details.is_cancelled:
            self._view.say(CANCELLED_PAPER)
        elif self._kit.printing is None:
            self._view.say(NO_PRINTER)
        else:
            return self._kit.printing, details
        return None, None

    # Asking -----------------------------------------------------------------------------

    def _ask_card(self) -> None:
        voucher_id = self._voucher_id
        if voucher_id is None:
            return
        ask = VoucherCard(voucher_id=voucher_id)
        self._kit.work.ask(ask, key=_CARD, done=self._took, failed=self._missing)

    def _took(self, details: VoucherDetails) -> None:
        self.details = details
        self._view.show_voucher(details)
        self._ask_story(details)
        around = Neighbours(voucher_id=details.voucher_id)
        self._kit.work.ask(around, key=_AROUND, done=self._took_around)
        document = _DOCUMENTS.get(details.voucher.kind)
        if document is not None:
            prints = PrintsCount(document=document, subject_id=details.voucher_id)
            self._kit.work.ask(prints, key=_PRINTS, done=self._view.show_prints)
        else:
            self._kit.work.forget(_PRINTS)

    def _ask_story(self, details: VoucherDetails) -> None:
        """What became of its bill; an import may bring vouchers of many bills."""
        if len(details.bills) != 1:
            self._kit.work.forget(_BILL)
            return
        ask = BillHistory(voucher_id=details.voucher_id, n=details.bills[0].n)
        self._kit.work.ask(ask, key=_BILL, done=self._took_story)

    def _took_story(self, story: BillStory) -> None:
        self._view.show_settled(story.claims)

    def _took_around(self, around: VoucherNeighbours) -> None:
        self._around = around

    def _missing(self, error: CollectIQError) -> None:
        self.details = None
        self._view.show_missing(error.message)
