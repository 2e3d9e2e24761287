"""The receipt on the screen: fields, bills and what the presenter says of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.screen import PartyVoucherScreen
from collectiq_desktop.ui.forms.spread import Spread
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.receipt.doubts import Doubt, Doubtful
from collectiq_desktop.ui.screens.receipt.form import ReceiptFields
from collectiq_desktop.ui.screens.receipt.presenter import ReceiptPresenter
from collectiq_desktop.ui.screens.receipt.sentences import doubt_words
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.typed import type_into, typed_in


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
        fields.mode.changed.connect(fields.retranslate_mode)
        for field in (fields.amount, *fields.lets_off.values()):
            field.changed.connect(self._sums_changed)
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
            **{name: partial(self.fields.open_let_off, name) for name in self.fields.lets_off},
        }

    def save(self) -> None:
        form = self.fields.form()
        if form is not None:
            self.presenter.save(form)

    def retranslate(self) -> None:
        super().retranslate()
        self.show_spread(self.presenter.bills.spread)

    # What a power cut must not take -------------------------------------------------------

    def draft(self) -> Mapping[str, Any]:
        return {**self.presenter.draft(), "fields": typed_in(self)} if self.is_dirty() else {}

    def restore(self, typed: Mapping[str, Any]) -> None:
        self.presenter.restore(typed)
        words = typed["fields"]
        for name in self.fields.lets_off:
            if words.get(name):
                self.fields.open_let_off(name)
        type_into(self, words)
        self.fields.retranslate_mode()
        said = self.tr("As it was typed before the program ended. Esc twice throws it away.")
        self.fields.commit.show_message(said, Tone.ACCENT)
        self.fields.amount.focus_all()

    # What the presenter tells -------------------------------------------------------------

    def show_spread(self, spread: Spread) -> None:
        self.fields.bills.show_spread(spread)

    def show_problem(self, field: str, sentence: str) -> None:
        if field == "bills":
            self.fields.bills.show_problem(text.sentence(sentence))
        else:
            super().show_problem(field, sentence)

    def ask_again(self, doubtful: Doubtful) -> None:
        is_reference = doubtful.doubt is Doubt.SAME_REFERENCE
        field = self.fields.reference if is_reference else self.fields.amount
        field.show_problem(doubt_words(doubtful))

    def _sums_changed(self) -> None:
        self._was_warned = False
        self.presenter.bills.take_sums(self.fields.sums)
