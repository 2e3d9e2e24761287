"""The sale on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.cash import CashWeight
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.core.queries.pledged import Pledged
from collectiq_desktop.ui import text
from collectiq_desktop.ui.actions import key_of
from collectiq_desktop.ui.forms.allow_card import Stop
from collectiq_desktop.ui.forms.allowing import Word
from collectiq_desktop.ui.forms.cash_words import cash_words
from collectiq_desktop.ui.forms.fields import propose_due
from collectiq_desktop.ui.forms.goods_presenter import SumForm
from collectiq_desktop.ui.forms.sum_fields import SumFields, SumScreen
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.sale.pledges import pledged_tone, pledged_words
from collectiq_desktop.ui.screens.sale.presenter import SalePresenter
from collectiq_desktop.ui.widgets.field import AmountField, DateField, ParsedField
from collectiq_desktop.ui.work.lanes import Work


class SaleFields(SumFields):
    """The fields of all sums, the due date, and what is received with the sale."""

    def __init__(self, page: QWidget, work: Work, today_on: date) -> None:
        super().__init__(page, work, today_on)
        self.due = DateField("due_on", today_on)
        self.due.is_needed = False
        self._own_days: int | None = None
        self.received = AmountField("received")
        self.add_day(self.due)
        fields = ((self.party, 330), (self.reference, 170), (self.received, 150))
        self.lay_out(self.inputs(fields, self.amount))
        loose = (self.due, self.reference, self.received)
        self.close_form((self.party, self.amount, self.goods), loose)

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(self.tr("Sale"))
        self.name_day(self.due, self.tr("Due") + "   " + key_of("sale", "due"))
        self.reference.set_caption(self.tr("Order number") + "   " + key_of("sale", "order_number"))
        self.received.set_caption(self.tr("Received, cash") + "   " + key_of("sale", "received"))

    def begin(self, today_on: date) -> None:
        self.due.today_on = today_on
        self.due.set_value(None)
        self.received.set_value(None)
        super().begin(today_on)

    def show_form(self, form: SumForm) -> None:
        super().show_form(form)
        self.due.set_value(form.due_on)
        self._own_days = (form.due_on - form.on).days if form.due_on is not None else None

    def show_amending(self, number: str) -> None:
        super().show_amending(number)
        self.received.hide()

    def show_new(self) -> None:
        super().show_new()
        self._own_days = None
        self.received.show()

    def propose_due(self, details: PartyDetails | None) -> None:
        """When it is due, by the party's days of credit or those of the sale posted anew."""
        if details is not None:
            days = details.party.credit_days if self._own_days is None else self._own_days
            propose_due(self.due, self.on.value, days)


class SaleScreen(SumScreen):
    """Records sales, one after another."""

    name = "sale"
    fields: SaleFields
    presenter: SalePresenter
    _pledged = Pledged()

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.fields = SaleFields(self, kit.work, kit.clock.today_on())
        self.presenter = SalePresenter(self, kit)
        self.connect_form()
        self.fields.on.changed.connect(self._propose_due)
        self.fields.on.entered.connect(self._propose_due)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            **super().acts(),
            "due": self.fields.due.focus_all,
            "received": self.fields.received.focus_all,
            "let_pass": self._let_pass,
            "order_number": self.fields.reference.focus_all,
        }

    def sums(self) -> Sequence[ParsedField[int]]:
        return (self.fields.amount, self.fields.received)

    def form(self) -> SumForm | None:
        form = super().form()
        return None if form is None else replace(form, due_on=self.fields.due.value)

    def show_party(self, details: PartyDetails | None) -> None:
        super().show_party(details)
        self.fields.propose_due(details)

    def show_pledged(self, pledged: Pledged) -> None:
        self._pledged = pledged
        self.fields.facts.show_line(pledged_words(pledged), pledged_tone(pledged))

    def retranslate(self) -> None:
        super().retranslate()
        self.show_pledged(self._pledged)

    def show_limit(self, sentence: str, *, is_stop: bool) -> None:
        words = text.sentence(sentence)
        if not is_stop:
            once_more = self.tr("Ctrl+A once more saves all the same.")
            self.show_problem("amount", f"{words} {once_more}")
            return
        self.show_problem("amount", words)
        self.presenter.ask_allowers()

    @property
    def stop(self) -> Stop:
        return Stop.DAY if self.presenter.is_day_stopped else Stop.LIMIT

    def close_allowing(self) -> None:
        super().close_allowing()
        self.focus_sum()

    def say_word(self, word: Word) -> None:
        form = self.form()
        if self.presenter.is_day_stopped:
            super().say_word(word)
        elif form is not None:
            self.presenter.allow(form, word)

    def show_cash(self, weight: CashWeight) -> None:
        self.fields.received.show_problem(cash_words(weight))

    def _let_pass(self) -> None:
        if self.details is None:
            self.fields.party.take()
        else:
            self.presenter.ask_allowers()

    def _propose_due(self) -> None:
        self.fields.propose_due(self.details)
