"""The receipt on the screen: fields, bills and what the presenter says of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.screen import PartyVoucherScreen
from collectiq_desktop.ui.forms.spread import Spread
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.receipt.doubts import Doubt, Doubtful
from collectiq_desktop.ui.screens.receipt.form import ReceiptFields
from collectiq_desktop.ui.screens.receipt.presenter import InHand, ReceiptForm, ReceiptPresenter
from collectiq_desktop.ui.screens.receipt.sentences import doubt_words, in_hand_words
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.field import Field


class ReceiptScreen(PartyVoucherScreen):
    """Records receipts, one after another."""

    name = "receipt"
    fields: ReceiptFields
    presenter: ReceiptPresenter

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.fields = ReceiptFields(self, kit.work, kit.clock.today_on())
        self.presenter = ReceiptPresenter(self, kit)
        self.connect_form()

    def connect_form(self) -> None:
        super().connect_form()
        fields, bills = self.fields, self.fields.bills
        for field in (fields.amount, *fields.lets_off.values()):
            field.changed.connect(self._sums_changed)
        whens: tuple[Field, ...] = (fields.money.mode, fields.cheque.cheque_on, fields.on)
        for when in whens:
            when.changed.connect(self._show_after)
        fields.on.entered.connect(fields.amount.focus_all)
        bills.model.edited.connect(self.presenter.bills.take_part)
        bills.table.ticked.connect(self.presenter.bills.tick)
        bills.table.left_upwards.connect(fields.amount.focus_all)
        bills.left_downwards.connect(fields.commit.narration.focus_all)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            **super().acts(),
            "bills": self.fields.bills.go_there,
            "order": self.presenter.bills.change_order,
            "advance": self.presenter.keep_as_advance,
            "upi": self._ask_by_upi,
            **{name: partial(self.fields.open_let_off, name) for name in self.fields.lets_off},
        }

    def _ask_by_upi(self) -> None:
        """A code for the party over what is typed; the receipt stays as it is."""
        place = Place(screen="upi", party_id=self.presenter.party_id, text=self.fields.amount.text)
        self._kit.navigation.go(place)

    def save(self) -> None:
        form = self.fields.form()
        if form is not None:
            self.presenter.save(form)

    def retranslate(self) -> None:
        super().retranslate()
        self.show_spread(self.presenter.bills.spread)

    # What a power cut must not take -------------------------------------------------------

    def type_again(self, typed: Mapping[str, Any]) -> None:
        for name in self.fields.lets_off:
            if typed["fields"].get(name):
                self.fields.open_let_off(name)
        super().type_again(typed)
        self.fields.money.retranslate_reference()
        self.fields.follow_mode()
        self._show_after()
        self.fields.amount.focus_all()

    # What the presenter tells -------------------------------------------------------------

    def show_form(self, form: ReceiptForm) -> None:
        self.fields.show_form(form)

    def show_spread(self, spread: Spread) -> None:
        self.fields.bills.show_spread(spread)
        self._show_after()

    def show_party(self, details: PartyDetails | None) -> None:
        super().show_party(details)
        self._show_after()

    def _show_after(self) -> None:
        details, settled_paise = self.details, self.presenter.bills.spread.settled_paise
        if self.fields.cheque.is_post_dated:
            settled_paise = 0
        after_paise = None if details is None else details.balance_paise - settled_paise
        self.fields.bills.show_after(after_paise)

    def show_problem(self, field: str, sentence: str) -> None:
        if field == "bills":
            self.fields.bills.show_problem(text.sentence(sentence))
        else:
            super().show_problem(field, sentence)

    def ask_again(self, doubtful: Doubtful) -> None:
        is_reference = doubtful.doubt in (Doubt.SAME_REFERENCE, Doubt.SAME_CHEQUE)
        field = self.fields.money.reference if is_reference else self.fields.amount
        field.show_problem(doubt_words(doubtful))

    def show_in_hand(self, cheque: InHand) -> None:
        words = in_hand_words(cheque)
        self._kit.navigation.say(words)
        self.fields.commit.show_message(words, Tone.GOOD)
        self.focus_first()

    def _sums_changed(self) -> None:
        self._was_warned = False
        self.presenter.bills.take_sums(self.fields.sums)
