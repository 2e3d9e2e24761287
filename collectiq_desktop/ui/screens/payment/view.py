"""The payment on the screen."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.bills import BillLine
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.fields import PartyVoucherFields
from collectiq_desktop.ui.forms.screen import PartyVoucherScreen
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.payment.presenter import PaymentForm, PaymentPresenter
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.widgets.bills_panel import BILL_COLUMNS
from collectiq_desktop.ui.widgets.field import ChoiceField, TextField
from collectiq_desktop.ui.widgets.pieces import Card
from collectiq_desktop.ui.work.lanes import Work

_MODES = (Mode.CASH, Mode.UPI, Mode.CHEQUE, Mode.BANK)


class PaymentFields(PartyVoucherFields):
    """Party, mode, reference, amount; the advances that are used up."""

    def __init__(self, page: QWidget, work: Work, today_on: date) -> None:
        super().__init__(page, work, today_on)
        self.mode = ChoiceField("mode")
        self._modes: Sequence[Mode] = _MODES
        self.reference = TextField("reference")
        self.advances: RowsModel[BillLine] = RowsModel(BILL_COLUMNS)
        self.table = Table(self.advances, identity_of=lambda bill: bill.key)
        self.card = Card()
        self.card.body.addWidget(self.table, 1)
        fields = ((self.party, 330), (self.mode, 120), (self.reference, 190))
        self.addWidget(self.inputs(fields, self.amount))
        self.addWidget(self.facts)
        self.addWidget(self.card, 1)
        self.close_form((self.party, self.mode, self.reference, self.amount))

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(self.tr("Payment"))
        self.mode.set_caption(self.tr("Mode"))
        self._show_modes()
        self.card.set_heading(self.tr("Advances, used up oldest first"))
        self.retranslate_mode()

    def _show_modes(self) -> None:
        self.mode.set_choices([(mode.value, text.mode(mode)) for mode in self._modes])

    def retranslate_mode(self) -> None:
        """The reference is called what the mode calls it; cash has none but what stands there."""
        is_cheque = self.mode.key == Mode.CHEQUE
        words = self.tr("Cheque number") if is_cheque else self.tr("UTR / reference")
        self.reference.set_caption(words)
        self.reference.setVisible(self.mode.key != Mode.CASH or bool(self.reference.text))

    def begin(self, today_on: date) -> None:
        self.reference.set_text("")
        self.retranslate_mode()
        super().begin(today_on)

    @property
    def is_typed(self) -> bool:
        return super().is_typed or bool(self.reference.text)

    def show_form(self, form: PaymentForm) -> None:
        """A payment of the books; one by a mode that no clerk chooses keeps it."""
        self.show_typed(form)
        self._modes = _MODES if form.mode in _MODES else (*_MODES, form.mode)
        self.reference.set_text(form.reference)
        self._show_modes()
        self.mode.set_key(form.mode.value)
        self.retranslate_mode()
        self.amount.set_value(form.amount_paise)

    def kept(self) -> Sequence[QWidget]:
        return (*super().kept(), self.mode)

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
        self.fields.mode.changed.connect(self.fields.retranslate_mode)
        self.fields.on.entered.connect(self.fields.amount.focus_all)

    def save(self) -> None:
        fields = self.fields
        on, amount_paise = fields.on.value, fields.amount.value
        if not fields.take_all() or on is None or amount_paise is None:
            return
        self.presenter.save(
            PaymentForm(
                amount_paise=amount_paise,
                mode=Mode(fields.mode.key),
                on=on,
                reference="" if fields.reference.isHidden() else fields.reference.text,
                narration=fields.commit.narration.text,
                reason=fields.commit.reason.text,
            )
        )

    def show_form(self, form: PaymentForm) -> None:
        self.fields.show_form(form)
