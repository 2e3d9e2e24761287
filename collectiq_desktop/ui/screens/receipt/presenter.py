"""The receipt: what the clerk means, and what the books are asked. No window here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any, Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.posting import ReceiptSums
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.domain.vouchers import BillKey, Mode, VoucherKind
from collectiq_desktop.core.queries.daybook import DayBook, DayBookPage
from collectiq_desktop.core.queries.finding import PartyHit
from collectiq_desktop.core.queries.parties import PartyCard, PartyDetails
from collectiq_desktop.core.services.posting import Posted
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.receipt.bills import ReceiptBills
from collectiq_desktop.ui.screens.receipt.doubts import Claimed, Doubtful, doubt_of
from collectiq_desktop.ui.screens.receipt.spread import Spread

NOBODY = QT_TRANSLATE_NOOP("Sentence", "Type whose money it is, and press Enter.")
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What became of a receipt.

    Money: balance_paise is the party's afterwards, debit positive.
    """

    number: str
    party: str
    amount_paise: int
    balance_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sent:
    """What is on its way into the books, whatever is typed meanwhile."""

    form: ReceiptForm
    details: PartyDetails
    goes_back: bool


class ReceiptView(Protocol):
    """What the presenter tells the screen."""

    def clear(self) -> None:
        """Empty fields for the next receipt."""
        ...

    def show_party(self, details: PartyDetails | None) -> None:
        """The party's facts; None while nobody is chosen."""
        ...

    def show_spread(self, spread: Spread) -> None:
        """The bills, and how the receipt lies on them."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def ask_again(self, doubtful: Doubtful) -> None:
        """Saving once more saves all the same."""
        ...

    def show_saving(self, *, is_saving: bool) -> None:
        """Whether the receipt is on its way into the books."""
        ...

    def show_saved(self, saved: Saved) -> None:
        """The receipt is in the books; the fields are for the next one."""
        ...


class ReceiptPresenter(ReceiptBills):
    """One receipt at a time."""

    def __init__(self, view: ReceiptView, kit: Kit) -> None:
        super().__init__(view)
        self._view = view
        self._kit = kit
        self._details: PartyDetails | None = None
        self._voucher_id = VoucherId(kit.ids.mint())
        self._accepted: ReceiptForm | None = None
        self._form: ReceiptForm | None = None
        self._given_party_id: PartyId | None = None
        self._waiting: ReceiptForm | None = None
        self._is_party_awaited = False
        self._is_saving = False

    @property
    def is_party_given(self) -> bool:
        """Whether one came from a party, and returns there after saving."""
        return self._given_party_id is not None

    def begin(self, party_id: PartyId | None = None) -> None:
        """A new receipt, of nobody yet or of a party that one comes from."""
        self._voucher_id = VoucherId(self._kit.ids.mint())
        self._accepted = None
        self._is_saving = False
        self._sums = ReceiptSums(0)
        self._given_party_id = party_id
        self._view.clear()
        self.drop_party()
        if party_id is not None:
            self._ask_card(party_id)

    def draft(self) -> dict[str, Any]:
        """What no field shows, to go on with the same receipt after a power cut."""
        return {
            "voucher_id": self._voucher_id,
            "party_id": self._details.party_id if self._details is not None else None,
            "parts": [[*key, paise] for key, paise in self._spreading.chosen_paise.items()],
            "is_newest_first": self._spreading.is_newest_first,
        }

    def restore(self, typed: Mapping[str, Any]) -> None:
        """Go on with a receipt; it keeps its id, so that it is never recorded twice."""
        self.begin()
        self._voucher_id = VoucherId(typed["voucher_id"])
        self._spreading.is_newest_first = typed["is_newest_first"]
        self._spreading.chosen_paise = {
            BillKey(VoucherId(voucher_id), n): paise for voucher_id, n, paise in typed["parts"]
        }
        if typed["party_id"] is not None:
            self._ask_card(PartyId(typed["party_id"]))

    def choose_party(self, hit: PartyHit) -> None:
        """The receipt is from this party, whatever it began with."""
        self._given_party_id = None
        self._details = None
        self._spreading.clear()
        self._ask_card(hit.party_id)

    def drop_party(self) -> None:
        """The party is typed over."""
        self._kit.work.forget("receipt party")
        self._details = self._waiting = None
        self._is_party_awaited = False
        self._spreading.clear()
        self._view.show_party(None)
        self._show_spread()

    def books_changed(self, touched: Touched, initiator: object) -> None:
        """The party's bills may be others now; what is typed stays."""
        details = self._details
        is_mine = details is not None and details.party_id in touched.party_ids
        if details is not None and is_mine and initiator is not self:
            self._ask_card(details.party_id)

    # Saving -------------------------------------------------------------------------

    def save(self, form: ReceiptForm) -> None:
        """Save, unless something is in doubt that was not asked about yet.

        Fast hands save before the party's bills are here: then it waits for them.
        """
        if self._is_saving:
            return
        if self._details is None:
            if self._is_party_awaited:
                self._waiting = form
            else:
                self._view.show_problem("party", NOBODY)
            return
        self.take_sums(form.sums)
        if self._spread.on_account_paise < 0:
            self._view.show_problem("bills", TOO_MUCH_ON_BILLS)
            return
        self._set_saving(is_saving=True)
        self._form = form
        if form == self._accepted:
            self._record()
            return
        ask = DayBook(
            party_id=self._details.party_id,
            kind=VoucherKind.RECEIPT,
            is_from_end=True,
            limit=_LOOKED_BACK,
        )
        self._kit.work.ask(ask, key="receipt doubts", done=self._looked_back, failed=self._failed)

    def _looked_back(self, page: DayBookPage) -> None:
        form = self._form
        assert form is not None
        wanted = Claimed(form.sums.settled_paise, form.mode, form.reference, form.on)
        doubtful = doubt_of(wanted, page.rows)
        if doubtful is None:
            self._record()
            return
        self._accepted = form
        self._set_saving(is_saving=False)
        self._view.ask_again(doubtful)

    def _record(self) -> None:
        form, details = self._form, self._details
        assert form is not None
        assert details is not None
        command = RecordReceipt(
            voucher_id=self._voucher_id,
            party_id=details.party_id,
            amount_paise=form.sums.money_paise,
            mode=form.mode,
            on=form.on,
            allocations=self._spread.allocations,
            discount_paise=form.sums.discount_paise,
            tds_paise=form.sums.tds_paise,
            round_off_paise=form.sums.round_off_paise,
            reference=form.reference,
            narration=form.narration,
        )
        with_paper = self._kit.on_paper(command, VoucherKind.RECEIPT, self._voucher_id)
        sent = _Sent(form=form, details=details, goes_back=self.is_party_given)
        done = partial(self._recorded, sent)
        self._kit.work.run(with_paper, done=done, failed=self._failed, initiator=self)

    def _recorded(self, sent: _Sent, posted: Posted) -> None:
        saved = Saved(
            number=posted.number,
            party=sent.details.party.name,
            amount_paise=sent.form.sums.money_paise,
            balance_paise=sent.details.balance_paise - sent.form.sums.settled_paise,
        )
        self._set_saving(is_saving=False)
        self.begin()
        self._view.show_saved(saved)
        if sent.goes_back:
            self._kit.navigation.back()

    def _failed(self, error: CollectIQError) -> None:
        self._waiting = None
        self._is_party_awaited = False
        self._set_saving(is_saving=False)
        self._view.show_problem(error.field or "", error.message)
        if error.field == "bills" and self._details is not None:
            self._ask_card(self._details.party_id)

    def _set_saving(self, *, is_saving: bool) -> None:
        self._is_saving = is_saving
        self._view.show_saving(is_saving=is_saving)

    # The party and its bills ----------------------------------------------------------

    def _ask_card(self, party_id: PartyId) -> None:
        self._is_party_awaited = True
        ask = PartyCard(party_id=party_id)
        self._kit.work.ask(ask, key="receipt party", done=self._took_card, failed=self._failed)

    def _took_card(self, details: PartyDetails) -> None:
        self._details = details
        self._spreading.take_bills(details.bills)
        self._view.show_party(details)
        self._show_spread()
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self.save(waiting)
