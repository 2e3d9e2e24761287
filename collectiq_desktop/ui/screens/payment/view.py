"""The payment on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.bills import BillLine
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui.forms.fields import PartyVoucherFields
from collectiq_desktop.ui.forms.mode_fields import ModeFields
from collectiq_desktop.ui.forms.screen import PartyVoucherScreen
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.payment.presenter import PaymentForm, PaymentPresenter
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.widgets.bills_panel import BILL_COLUMNS
from collectiq_desktop.ui.widgets.pieces import Card
from collectiq_desktop.ui.work.lanes import Work

_MODES = (Mode.CASH, Mode.UPI, Mode.CHEQUE, Mode.BANK)


class PaymentFields(PartyVoucherFields):
    """Party, mode, reference, amount; the advances that are used up."""

    def __init__(self, page: QWidget, work: Work, today_on: date) -> None:
        super().__init__(page, work, today_on)
        self.money = ModeFields(_MODES)
        self.advances: RowsModel[BillLine] = RowsModel(BILL_COLUMNS)
        self.table = Table(self.advances, identity_of=lambda bill: bill.key)
        self.card = Card()
        self.card.body.addWidget(self.table, 1)
        fields = ((self.party, 330), (self.money.mode, 120), (self.money.reference, 190))
        self.addWidget(self.inputs(fields, self.amount))
        self.addWidget(self.facts)
        self.addWidget(self.card, 1)
        self.close_form((self.party, *self.money.both, self.amount))

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(self.tr("Payment"))
        self.money.retranslate()
        self.card.set_heading(self.tr("Advances, used up oldest first"))

    def begin(self, today_on: date) -> None:
        self.money.begin()
        super().begin(today_on)

    @property
    def is_typed(self) -> bool:
        return super().is_typed or bool(self.money.reference.text)

    def show_form(self, form: PaymentForm) -> None:
        """A payment of the books."""
        self.show_typed(form)
        self.money.show(form.mode, form.reference)
        self.amount.set_value(form.amount_paise)

    def kept(self) -> Sequence[QWidget]:
        return (*super().kept(), self.money.mode)

    def show_party(self, details: PartyDetails | None) -> None:
        super().show_party(details)
        nobody = self.tr("Type whom money is paid back to: open advances stand here.")
        none_open = self.tr("No advance is open: what is paid stands on account.")
        self.table.set_empty_text(nobody if details is None else none_open)
        bills = details.bills if details is not None else ()
        self.advances.set_rows([bill for bill in bills if bill.open_paise < 0])


class PaymentScreen(PartyVoucherScreen):
    """Records payments, one after another."""

    name = "payment"
    fields: PaymentFields
    presenter: PaymentPresenter

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.fields = PaymentFields(self, kit.work, kit.clock.today_on())
        self.presenter = PaymentPresenter(self, kit)
        self.connect_form()
        self.fields.on.entered.connect(self.fields.amount.focus_all)

    def save(self) -> None:
        fields = self.fields
        on, amount_paise = fields.on.value, fields.amount.value
        if not fields.take_all() or on is None or amount_paise is None:
            return
        self.presenter.save(
            PaymentForm(
                amount_paise=amount_paise,
                mode=fields.money.chosen,
                on=on,
                reference=fields.money.words,
                narration=fields.commit.narration.text,
                reason=fields.commit.reason.text,
            )
        )

    def show_form(self, form: PaymentForm) -> None:
        self.fields.show_form(form)
