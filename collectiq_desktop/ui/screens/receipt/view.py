"""The receipt on the screen: fields, bills and what the presenter says of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.screens.receipt.doubts import Doubt, Doubtful
from collectiq_desktop.ui.screens.receipt.form import ReceiptFields
from collectiq_desktop.ui.screens.receipt.presenter import ReceiptPresenter, Saved
from collectiq_desktop.ui.screens.receipt.sentences import doubt_words, saved_words
from collectiq_desktop.ui.screens.receipt.spread import Spread
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.party_facts import hit_of, party_facts
from collectiq_desktop.ui.widgets.typed import type_into, typed_in


class ReceiptScreen(Screen):
    """Records receipts, one after another."""

    name = "receipt"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._kit = kit
        self._fields = ReceiptFields(self, kit.work, kit.clock.today_on())
        self._presenter = ReceiptPresenter(self, kit)
        self._details: PartyDetails | None = None
        self._spread = Spread()
        self._was_warned = False
        self._connect()

    # What the shell calls ---------------------------------------------------------------

    def open(self, place: Place) -> None:
        shown_id = self._details.party_id if self._details is not None else None
        if self._is_dirty() and place.party_id in (None, shown_id):
            self._fields.commit.show_message(self.tr("This receipt is not saved yet."), Tone.WARN)
            return
        self._presenter.begin(place.party_id)

    def resume(self, _place: Place) -> None:
        """A half-typed receipt stands as it was left."""
        self._was_warned = False

    def books_changed(self, touched: Touched, initiator: object) -> None:
        self._presenter.books_changed(touched, initiator)

    def may_leave(self) -> bool:
        if self._fields.party.close_list():
            return False
        if self._was_warned or not self._is_dirty():
            self._presenter.begin()
            return True
        self._was_warned = True
        words = self.tr("Not saved. Esc once more leaves without saving; Ctrl+A saves.")
        self._fields.commit.show_message(words, Tone.WARN)
        return False

    def draft(self) -> Mapping[str, Any]:
        return {**self._presenter.draft(), "fields": typed_in(self)} if self._is_dirty() else {}

    def restore(self, typed: Mapping[str, Any]) -> None:
        self._presenter.restore(typed)
        fields = typed["fields"]
        for name in self._fields.lets_off:
            if fields.get(name):
                self._fields.open_let_off(name)
        type_into(self, fields)
        self._fields.retranslate_mode()
        words = self.tr("As it was typed before the program ended. Esc twice throws it away.")
        self._fields.commit.show_message(words, Tone.ACCENT)
        self._fields.amount.focus_all()

    def first_input(self) -> QWidget | None:
        return (
            self._fields.amount.input
            if self._presenter.is_party_given
            else self._fields.party.input
        )

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "save": self._save,
            "date": self._fields.on.focus_all,
            "bills": self._fields.go_to_bills,
            "order": self._presenter.change_order,
            **{name: partial(self._fields.open_let_off, name) for name in self._fields.lets_off},
        }

    def retranslate(self) -> None:
        self._fields.retranslate()
        self.show_party(self._details)
        self.show_spread(self._spread)

    # What the presenter tells -------------------------------------------------------------

    def clear(self) -> None:
        self._was_warned = False
        self._fields.begin(self._kit.clock.today_on())

    def show_party(self, details: PartyDetails | None) -> None:
        self._details = details
        facts = self._fields.facts
        facts.setVisible(details is not None)
        if details is None:
            self._fields.table.set_empty_text(
                self.tr("Type a party's name: its open bills stand here, oldest first.")
            )
            return
        if self._fields.party.party is None:
            self._fields.party.set_party(hit_of(details))
        facts.show_facts(party_facts(details))
        self._fields.table.set_empty_text(
            self.tr("No bill is open: what is received stays on account.")
        )

    def show_spread(self, spread: Spread) -> None:
        self._spread = spread
        self._fields.show_spread(spread)

    def show_problem(self, field: str, sentence: str) -> None:
        words = text.sentence(sentence)
        if field == "bills":
            self._fields.show_bills_problem(words)
            self._fields.go_to_bills()
        elif field == "on":
            self._fields.on.show_problem(words)
        elif not self._fields.walk.show_problem(field, words):
            self._fields.commit.show_message(words, Tone.BAD)

    def ask_again(self, doubtful: Doubtful) -> None:
        is_reference = doubtful.doubt is Doubt.SAME_REFERENCE
        field = self._fields.reference if is_reference else self._fields.amount
        field.show_problem(doubt_words(doubtful))

    def show_saving(self, *, is_saving: bool) -> None:
        self._fields.commit.button.setEnabled(not is_saving)

    def show_saved(self, saved: Saved) -> None:
        words = saved_words(saved)
        self._kit.navigation.say(words)
        self._fields.commit.show_message(words, Tone.GOOD)
        self.focus_first()

    # Intentions ---------------------------------------------------------------------------

    def _connect(self) -> None:
        fields = self._fields
        fields.party.chosen.connect(self._presenter.choose_party)
        fields.party.left_empty.connect(self._presenter.drop_party)
        fields.mode.changed.connect(fields.retranslate_mode)
        for field in (fields.amount, *fields.lets_off.values()):
            field.changed.connect(self._sums_changed)
        fields.on.entered.connect(fields.amount.focus_all)
        fields.walk.finished.connect(self._save)
        fields.commit.save.connect(self._save)
        fields.model.edited.connect(self._presenter.take_part)
        fields.table.ticked.connect(self._presenter.tick)
        fields.table.chosen.connect(fields.go_on_from_bill)
        fields.table.left_upwards.connect(fields.amount.focus_all)

    def _is_dirty(self) -> bool:
        has_party = self._fields.party.party is not None and not self._presenter.is_party_given
        return self._fields.is_typed or has_party

    def _sums_changed(self) -> None:
        self._was_warned = False
        self._presenter.take_sums(self._fields.sums)

    def _save(self) -> None:
        form = self._fields.form()
        if form is not None:
            self._presenter.save(form)
