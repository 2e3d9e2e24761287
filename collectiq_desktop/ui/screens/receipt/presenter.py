"""The receipt: what the clerk means, and what the books are asked. No window here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import NamedTuple, Protocol

from collectiq_desktop.core.domain.amending import (
    Fixed,
    Received,
    read_receipt,
    receipt_again,
    with_heading,
)
from collectiq_desktop.core.domain.cash import CashTaken, weigh
from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.domain.posting import ReceiptSums
from collectiq_desktop.core.domain.vouchers import BillKey, Mode, Voucher, VoucherKind
from collectiq_desktop.core.queries.cash import CashBefore
from collectiq_desktop.core.queries.doubts import Alike, AlikeReceipts
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.core.services.cheques import ReceiveCheque
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.ui.forms.amender import heading_of
from collectiq_desktop.ui.forms.bills import BillsView, fixed_claims
from collectiq_desktop.ui.forms.party_presenter import PartyVoucherView
from collectiq_desktop.ui.forms.presenter import Sent
from collectiq_desktop.ui.forms.settling import SettlingPresenter
from collectiq_desktop.ui.forms.typed import Typed
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.receipt.bills import ReceiptBills
from collectiq_desktop.ui.screens.receipt.doubts import LATELY_MS, Doubtful, doubt_of

TOO_MUCH_ON_BILLS = QT_TRANSLATE_NOOP(
    "Sentence", "More is set against bills than was received; lower one of the amounts."
)
NO_ADVANCES = QT_TRANSLATE_NOOP(
    "Sentence",
    "This party's bills are not kept one by one; what is received stays on account.",
)
NO_LET_OFF = QT_TRANSLATE_NOOP(
    "Sentence",
    "A post-dated cheque settles by its own amount only; "
    "give discount, TDS or round-off by a credit note.",
)
NO_ADVANCE_YET = QT_TRANSLATE_NOOP(
    "Sentence",
    "A post-dated cheque opens no advance before its day; Ctrl+H takes that back.",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReceiptForm(Typed):
    """What stands in the fields."""

    sums: ReceiptSums
    mode: Mode
    cheque_on: date | None = None
    bank: str = ""

    @property
    def is_post_dated(self) -> bool:
        """Whether it is a cheque that credits nobody before its day."""
        return self.cheque_on is not None and self.cheque_on > self.on


class InHand(NamedTuple):
    """A post-dated cheque that was taken in.

    Money: amount_paise > 0 is what is written on it.
    """

    number: str
    amount_paise: int
    party: str
    cheque_on: date


class ReceiptView(PartyVoucherView, BillsView, Protocol):
    """What the presenter tells the screen."""

    def show_form(self, form: ReceiptForm) -> None:
        """A receipt of the books, to be posted anew."""
        ...

    def ask_again(self, doubtful: Doubtful) -> None:
        """Saving once more saves all the same, unless the law forbids it."""
        ...

    def show_in_hand(self, cheque: InHand) -> None:
        """A post-dated cheque is in the register; the fields are for the next receipt."""
        ...


class ReceiptPresenter(SettlingPresenter):
    """One receipt at a time."""

    kind = VoucherKind.RECEIPT
    bills: ReceiptBills

    def __init__(self, view: ReceiptView, kit: Kit) -> None:
        super().__init__(view, kit)
        self._view = view
        self.bills = ReceiptBills(view)
        self._accepted: ReceiptForm | None = None

    def begin(self, party_id: PartyId | None = None) -> None:
        self._accepted = None
        super().begin(party_id)

    def keep_as_advance(self) -> None:
        """What no bill takes is for a bill to come; once more, and it stays on account."""
        details = self._details
        if details is not None and not details.party.is_bill_wise:
            self._view.show_problem("bills", NO_ADVANCES)
        else:
            self.bills.keep_as_advance()

    # Saving -------------------------------------------------------------------------

    def save(self, form: ReceiptForm) -> None:
        """Save, unless something is in doubt that was not asked about yet.

        Fast hands save before the party's bills are here: then it waits for them.
        """
        if not self._is_ready(partial(self.save, form)):
            return
        self.bills.take_sums(form.sums)
        if self.bills.spread.rest_paise < 0:
            self._view.show_problem("bills", TOO_MUCH_ON_BILLS)
        elif form.is_post_dated and not self._is_all_cheque(form):
            return
        elif form == self._accepted or self._is_told(form):
            self._record(form)
        else:
            self._look_back(form)

    def _is_all_cheque(self, form: ReceiptForm) -> bool:
        """Whether a post-dated cheque is all that is taken; else what is too much is said."""
        if self.amender.details is not None:
            return True
        if form.sums.settled_paise != form.sums.money_paise:
            self._view.show_problem("", NO_LET_OFF)
        elif self.bills.spread.is_advance:
            self._view.show_problem("bills", NO_ADVANCE_YET)
        else:
            return True
        return False

    def _look_back(self, form: ReceiptForm) -> None:
        """Look for what may be the same money, before it is written down twice."""
        self._set_saving(is_saving=True)
        ask = AlikeReceipts(
            party_id=self.whose.party_id,
            amount_paise=form.sums.settled_paise,
            on=form.on,
            mode=form.mode,
            since_at=self._kit.clock.now_at() - LATELY_MS,
            reference=form.reference,
            without_id=self.amender.voucher_id,
        )
        done = partial(self._looked_back, form)
        self._kit.work.ask(ask, key="receipt doubts", done=done, failed=self._failed)

    def _looked_back(self, form: ReceiptForm, alike: Alike) -> None:
        if self._details is None:
            self._set_saving(is_saving=False)
            return
        if form.mode is not Mode.CASH:
            self._decide(form, alike, CashTaken())
            return
        ask = CashBefore(
            party_id=self._details.party_id,
            on=form.on,
            bills=tuple(self._cash_parts(form)),
            without_id=self.amender.voucher_id,
        )
        done = partial(self._decide, form, alike)
        self._kit.work.ask(ask, key="receipt doubts", done=done, failed=self._failed)

    def _cash_parts(self, form: ReceiptForm) -> dict[BillKey, int]:
        """What of the cash goes on which bill."""
        most_paise = form.sums.money_paise
        parts = self.bills.spread.allocations
        return {part.bill: min(part.amount_paise, most_paise) for part in parts}

    def _decide(self, form: ReceiptForm, alike: Alike, taken: CashTaken) -> None:
        """Save, ask once more, or say what the law forbids."""
        self._set_saving(is_saving=False)
        cash = None
        if form.mode is Mode.CASH:
            cash = weigh(taken, form.sums.money_paise, self._cash_parts(form))
        doubtful = doubt_of(alike, cash)
        if self._details is None:
            return
        if doubtful is None:
            self._record(form)
            return
        if cash is None or not cash.is_over:
            self._accepted = form
        self._view.ask_again(doubtful)

    def _record(self, form: ReceiptForm) -> None:
        before = self.amender.details
        if before is not None:
            self._amend(self._again(form, before), form)
            return
        details = self._details
        assert details is not None, "only a receipt of somebody is recorded"
        if form.is_post_dated:
            self._take_in(form, details)
            return
        command = RecordReceipt(
            voucher_id=self._voucher_id,
            party_id=details.party_id,
            amount_paise=form.sums.money_paise,
            mode=form.mode,
            on=form.on,
            allocations=self.bills.spread.allocations,
            is_advance=self.bills.spread.is_advance,
            discount_paise=form.sums.discount_paise,
            tds_paise=form.sums.tds_paise,
            round_off_paise=form.sums.round_off_paise,
            reference=form.reference,
            narration=form.narration,
            cheque_on=form.cheque_on,
            bank=form.bank,
        )
        sums = form.sums
        self._send(command, self._saved(sums.money_paise, -sums.settled_paise))

    def _take_in(self, form: ReceiptForm, details: PartyDetails) -> None:
        """A post-dated cheque: no receipt yet, and nothing to print."""
        assert form.cheque_on is not None, "a cheque bears a date"
        spread, paise = self.bills.spread, form.sums.money_paise
        command = ReceiveCheque(
            fact_id=FactId(self._voucher_id),
            party_id=details.party_id,
            amount_paise=paise,
            number=form.reference,
            cheque_on=form.cheque_on,
            bank=form.bank,
            on=form.on,
            allocations=spread.allocations if spread.rows else None,
            note=form.narration,
        )
        cheque = InHand(form.reference, paise, details.party.name, form.cheque_on)
        sent = self._sent(self._saved(paise, 0))
        self._run(command, lambda _id: self._taken_in(sent, cheque))

    def _taken_in(self, sent: Sent, cheque: InHand) -> None:
        """Empty the fields and say so; another receipt, begun since, stays."""
        is_same = sent.voucher_id == self._voucher_id
        if is_same:
            self.begin()
        self._view.show_in_hand(cheque)
        if is_same and sent.goes_back:
            self._kit.navigation.back()

    # A receipt is posted anew --------------------------------------------------------------

    def _load(self, details: VoucherDetails) -> Fixed | None:
        read = read_receipt(details.voucher)
        fixed = read if isinstance(read, Fixed) else fixed_claims(details)
        if isinstance(read, Fixed):
            mode = details.voucher.mode or Mode.CASH
            read = Received(ReceiptSums(details.amount_paise), mode)
        voucher = details.voucher
        is_cheque = read.mode is Mode.CHEQUE
        form = ReceiptForm(
            on=voucher.on,
            reference=voucher.reference,
            narration=voucher.narration,
            sums=read.sums,
            mode=read.mode,
            cheque_on=(voucher.cheque_on or voucher.on) if is_cheque else None,
            bank=voucher.bank,
        )
        self._view.show_form(form)
        self.bills.load(details, read.sums.settled_paise, is_advance=read.is_advance)
        return fixed

    def _again(self, form: ReceiptForm, before: VoucherDetails) -> Voucher:
        """The receipt as it is typed now."""
        if self.amender.fixed is not None:
            return with_heading(before.voucher, heading_of(form))
        old = before.voucher
        is_as_noted = old.cheque_on is None and form.cheque_on == old.on
        cheque_on = None if is_as_noted else form.cheque_on
        is_advance = self.bills.spread.is_advance
        money = Received(form.sums, form.mode, is_advance, cheque_on, form.bank)
        claims = self.bills.claims_of(before)
        return receipt_again(old, heading_of(form), self.whose, money, claims)

    def _is_told(self, form: ReceiptForm) -> bool:
        """Whether nothing is changed of what a receipt is asked about."""
        before = self.amender.details
        if before is None:
            return False
        voucher = self._again(form, before)
        told = ("on", "mode", "reference", "party_id", "amount_paise")
        return all(getattr(voucher, name) == getattr(before.voucher, name) for name in told)
