"""The receipt: what the clerk means, and what the books are asked. No window here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Protocol

from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.posting import ReceiptSums
from collectiq_desktop.core.domain.vouchers import Mode, VoucherKind
from collectiq_desktop.core.queries.daybook import DayBook, DayBookPage
from collectiq_desktop.core.queries.finding import PartyHit
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.ui.forms.bills import BillsView
from collectiq_desktop.ui.forms.presenter import PartyVoucherPresenter, PartyVoucherView
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.receipt.bills import ReceiptBills
from collectiq_desktop.ui.screens.receipt.doubts import Claimed, Doubtful, doubt_of

TOO_MUCH_ON_BILLS = QT_TRANSLATE_NOOP(
    "Sentence", "More is set against bills than was received; lower one of the amounts."
)
_LOOKED_BACK = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptForm:
    """What stands in the fields."""

    sums: ReceiptSums
    mode: Mode
    on: date
    reference: str = ""
    narration: str = ""


class ReceiptView(PartyVoucherView, BillsView, Protocol):
    """What the presenter tells the screen."""

    def ask_again(self, doubtful: Doubtful) -> None:
        """Saving once more saves all the same."""
        ...


class ReceiptPresenter(PartyVoucherPresenter):
    """One receipt at a time."""

    kind = VoucherKind.RECEIPT

    def __init__(self, view: ReceiptView, kit: Kit) -> None:
        super().__init__(view, kit)
        self._view = view
        self.bills = ReceiptBills(view)
        self._accepted: ReceiptForm | None = None

    def begin(self, party_id: PartyId | None = None) -> None:
        self._accepted = None
        self.bills.begin()
        super().begin(party_id)

    def choose_party(self, hit: PartyHit) -> None:
        self.bills.take_bills(())
        super().choose_party(hit)

    def drop_party(self) -> None:
        super().drop_party()
        self.bills.take_bills(())

    def draft(self) -> dict[str, Any]:
        """What no field shows, to go on with the same receipt after a power cut."""
        return {
            "voucher_id": self._voucher_id,
            "party_id": self.party_id,
            **self.bills.draft(),
        }

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Go on with a receipt; it keeps its id, so that it is never recorded twice."""
        self.begin()
        self._voucher_id = VoucherId(typed["voucher_id"])
        self.bills.restore(typed)
        if typed["party_id"] is not None:
            self._ask_card(PartyId(typed["party_id"]))

    # Saving -------------------------------------------------------------------------

    def save(self, form: ReceiptForm) -> None:
        """Save, unless something is in doubt that was not asked about yet.

        Fast hands save before the party's bills are here: then it waits for them.
        """
        if not self._is_ready(partial(self.save, form)):
            return
        self.bills.take_sums(form.sums)
        if self.bills.spread.on_account_paise < 0:
            self._view.show_problem("bills", TOO_MUCH_ON_BILLS)
        elif form == self._accepted:
            self._record(form)
        else:
            self._look_back(form)

    def _look_back(self, form: ReceiptForm) -> None:
        """Look for what may be the same money, before it is written down twice."""
        self._set_saving(is_saving=True)
        ask = DayBook(party_id=self.party_id, kind=self.kind, is_from_end=True, limit=_LOOKED_BACK)
        done = partial(self._looked_back, form)
        self._kit.work.ask(ask, key="receipt doubts", done=done, failed=self._failed)

    def _looked_back(self, form: ReceiptForm, page: DayBookPage) -> None:
        wanted = Claimed(form.sums.settled_paise, form.mode, form.reference, form.on)
        doubtful = doubt_of(wanted, page.rows)
        self._set_saving(is_saving=False)
        if self._details is None:
            return
        if doubtful is None:
            self._record(form)
            return
        self._accepted = form
        self._view.ask_again(doubtful)

    def _record(self, form: ReceiptForm) -> None:
        details = self._details
        assert details is not None, "only a receipt of somebody is recorded"
        command = RecordReceipt(
            voucher_id=self._voucher_id,
            party_id=details.party_id,
            amount_paise=form.sums.money_paise,
            mode=form.mode,
            on=form.on,
            allocations=self.bills.spread.allocations,
            discount_paise=form.sums.discount_paise,
            tds_paise=form.sums.tds_paise,
            round_off_paise=form.sums.round_off_paise,
            reference=form.reference,
            narration=form.narration,
        )
        sums = form.sums
        self._send(command, self._saved(sums.money_paise, -sums.settled_paise))

    def _took_card(self, details: PartyDetails) -> None:
        self.bills.take_bills(details.bills)
        super()._took_card(details)
