"""The set-off on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.bill_parts import BillParts
from collectiq_desktop.ui.forms.fields import PartyVoucherFields
from collectiq_desktop.ui.forms.presenter import Saved
from collectiq_desktop.ui.forms.screen import PartyVoucherScreen
from collectiq_desktop.ui.forms.spread import Spread
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.set_off.presenter import Ahead, SetOffForm, SetOffPresenter
from collectiq_desktop.ui.widgets.pieces import label
from collectiq_desktop.ui.work.lanes import Work


class SetOffFields(PartyVoucherFields):
    """Party and amount; the bills, and where the money comes from."""

    def __init__(self, page: QWidget, work: Work, today_on: date) -> None:
        super().__init__(page, work, today_on)
        self.bills = BillParts(QT_TRANSLATE_NOOP("Column", "Set off"))
        self.ahead = label("strong")
        self.bills.body.addWidget(self.ahead)
        self.addWidget(self.inputs(((self.party, 330),), self.amount))
        self.addWidget(self.facts)
        self.addWidget(self.bills, 1)
        self.close_form((self.party, self.amount))

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(self.tr("Set off"))

    @property
    def is_typed(self) -> bool:
        """An amount that was only proposed is nobody's work."""
        return self.amount.line.isModified() or bool(self.commit.narration.text)

    def show_party(self, details: PartyDetails | None) -> None:
        super().show_party(details)
        nobody = self.tr("Type a party's name: money it paid ahead goes to its oldest bills.")
        none_open = self.tr("No bill is open: what is paid ahead waits for the next one.")
        self.bills.table.set_empty_text(nobody if details is None else none_open)

    def show_ahead(self, ahead: Ahead | None) -> None:
        """A line under the bills."""
        if ahead is None:
            self.ahead.setText("")
            return
        words = self.tr("From advances %1, from on account %2. Stays ahead: %3.")
        self.ahead.setText(text.filled(words, *map(text.amount, ahead)))

    def show_problem(self, name: str, words: str) -> bool:
        if name == "bills":
            self.bills.show_problem(words)
            return True
        return super().show_problem(name, words)


class SetOffScreen(PartyVoucherScreen):
    """Sets money paid ahead against bills, one party after another."""

    name = "set_off"
    fields: SetOffFields
    presenter: SetOffPresenter

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.fields = SetOffFields(self, kit.work, kit.clock.today_on())
        self.presenter = SetOffPresenter(self, kit)
        self.connect_form()

    def connect_form(self) -> None:
        super().connect_form()
        fields, bills = self.fields, self.fields.bills
        fields.amount.changed.connect(self._amount_changed)
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
        }

    def save(self) -> None:
        fields = self.fields
        on, amount_paise = fields.on.value, fields.amount.value
        if fields.take_all() and on is not None and amount_paise is not None:
            narration = fields.commit.narration.text
            self.presenter.save(SetOffForm(amount_paise=amount_paise, on=on, narration=narration))

    def retranslate(self) -> None:
        super().retranslate()
        self.show_spread(self.presenter.bills.spread)

    def saved_words(self, saved: Saved) -> str:
        words = self.tr("Set off ₹ %1 of %2, by journal %3. The balance stays %4.")
        parts = (text.amount(saved.amount_paise), saved.party, saved.number)
        return text.filled(words, *parts, text.with_side(saved.balance_paise))

    # What the presenter tells -------------------------------------------------------------

    def show_spread(self, spread: Spread) -> None:
        self.fields.bills.show_spread(spread)

    def propose_amount(self, amount_paise: int) -> None:
        amount = self.fields.amount
        if not amount.line.isModified() or not amount.text:
            amount.set_value(amount_paise or None)
            self.presenter.take_amount(amount_paise)

    def show_ahead(self, ahead: Ahead | None) -> None:
        self.fields.show_ahead(ahead)

    def _amount_changed(self) -> None:
        self._was_warned = False
        self.presenter.take_amount(self.fields.amount.value or 0)
