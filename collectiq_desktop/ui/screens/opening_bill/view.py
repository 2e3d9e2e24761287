"""The opening bill on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.queries.bills import BillLine
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui.forms.fields import PartyVoucherFields, propose_due
from collectiq_desktop.ui.forms.screen import PartyVoucherScreen
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.opening_bill.presenter import OpeningForm, OpeningPresenter
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.widgets.bills_panel import BILL_COLUMNS
from collectiq_desktop.ui.widgets.field import ChoiceField, DateField, TextField
from collectiq_desktop.ui.widgets.pieces import Card
from collectiq_desktop.ui.work.lanes import Work

_OWED, _AHEAD = "owed", "ahead"


class OpeningFields(PartyVoucherFields):
    """Party, the bill's own number and days, amount, whose money it is."""

    def __init__(self, page: QWidget, work: Work, today_on: date) -> None:
        super().__init__(page, work, today_on)
        self.number_of_bill = TextField("number")
        self.due = DateField("due_on", today_on)
        self.due.is_needed = False
        for day in (self.on, self.due):
            day.set_value(None)
        self.side = ChoiceField("side")
        self.bills: RowsModel[BillLine] = RowsModel(BILL_COLUMNS)
        self.table = Table(self.bills, identity_of=lambda bill: bill.key)
        self.card = Card()
        self.card.body.addWidget(self.table, 1)
        row = ((self.party, 250), (self.number_of_bill, 160), (self.on, 116), (self.due, 116))
        self.addWidget(self.inputs((*row, (self.side, 118)), self.amount))
        self.addWidget(self.facts)
        self.addWidget(self.card, 1)
        self.close_form(
            (self.party, self.number_of_bill, self.on, self.due, self.side, self.amount)
        )

    def add_day(self, field: DateField) -> None:
        """The days stand among the other fields: of an opening bill they are typed."""
        self._captions[field] = field.caption

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(self.tr("Opening bill"))
        self.number_of_bill.set_caption(self.tr("Bill number"))
        self.name_day(self.on, self.tr("Bill date"))
        self.due.set_caption(self.tr("Due"))
        self.side.set_caption(self.tr("Which way"))
        self.side.set_choices([(_OWED, self.tr("Owes us")), (_AHEAD, self.tr("Paid ahead"))])
        self.card.set_heading(self.tr("Open bills"))

    def begin(self, today_on: date) -> None:
        self.due.today_on = today_on
        self.due.set_value(None)
        self.number_of_bill.set_text("")
        self.side.set_key(_OWED)
        super().begin(today_on)
        self.on.set_value(None)

    @property
    def is_typed(self) -> bool:
        return super().is_typed or bool(self.number_of_bill.text) or self.on.line.isModified()

    def form(self) -> OpeningForm | None:
        """All fields together; None where one cannot be taken and says so."""
        on, amount_paise = self.on.value, self.amount.value
        if not self.take_all() or on is None or amount_paise is None:
            return None
        return OpeningForm(
            on=on,
            due_on=self.due.value,
            number=self.number_of_bill.text,
            amount_paise=amount_paise,
            is_ahead=self.side.key == _AHEAD,
            narration=self.commit.narration.text,
            reason=self.commit.reason.text,
        )

    def show_form(self, form: OpeningForm) -> None:
        """An opening bill of the books."""
        self.show_typed(form)
        self.due.set_value(form.due_on)
        self.number_of_bill.set_text(form.number)
        self.side.set_key(_AHEAD if form.is_ahead else _OWED)
        self.amount.set_value(form.amount_paise)

    def kept(self) -> Sequence[QWidget]:
        return (*super().kept(), self.number_of_bill, self.side)

    def show_party(self, details: PartyDetails | None) -> None:
        super().show_party(details)
        nobody = self.tr("Type whose bill was open when these books began.")
        none_open = self.tr("No bill is open yet. Without a number it is a balance on account.")
        self.table.set_empty_text(nobody if details is None else none_open)
        self.bills.set_rows(details.bills if details is not None else ())


class OpeningScreen(PartyVoucherScreen):
    """Enters opening bills, one after another."""

    name = "opening_bill"
    fields: OpeningFields
    presenter: OpeningPresenter

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.fields = OpeningFields(self, kit.work, kit.clock.today_on())
        self.presenter = OpeningPresenter(self, kit)
        self.connect_form()
        self.fields.on.changed.connect(self._propose_due)
        self.fields.on.entered.connect(self._propose_due)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {**super().acts(), "due": self.fields.due.focus_all}

    def first_input(self) -> QWidget | None:
        if self.presenter.is_party_given:
            return self.fields.number_of_bill.input
        return super().first_input()

    def save(self) -> None:
        form = self.fields.form()
        if form is not None:
            self.presenter.save(form)

    def show_form(self, form: OpeningForm) -> None:
        self.fields.show_form(form)

    def _propose_due(self) -> None:
        if self.details is not None:
            propose_due(self.fields.due, self.fields.on.value, self.details.party.credit_days)
