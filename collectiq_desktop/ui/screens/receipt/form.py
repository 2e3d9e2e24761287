"""The receipt's fields and panels, put in their places; what they mean is the view's."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QPushButton, QWidget

from collectiq_desktop.core.domain.posting import ReceiptSums
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.actions import key_of
from collectiq_desktop.ui.forms.bill_parts import BillParts
from collectiq_desktop.ui.forms.fields import PartyVoucherFields
from collectiq_desktop.ui.forms.mode_fields import ModeFields
from collectiq_desktop.ui.forms.spread import Spread
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.receipt.cheque_fields import ChequeFields
from collectiq_desktop.ui.screens.receipt.presenter import ReceiptForm
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.field import AmountField
from collectiq_desktop.ui.widgets.pieces import label
from collectiq_desktop.ui.work.lanes import Work

MODES = (Mode.CASH, Mode.UPI, Mode.CHEQUE, Mode.BANK, Mode.CARD)


class ReceiptParts(BillParts):
    """The bills of the receipt, and what no bill takes."""

    def __init__(self) -> None:
        super().__init__(QT_TRANSLATE_NOOP("Column", "This receipt"))
        self.foot = QHBoxLayout()
        self.foot.setSpacing(12)
        self._rest_caption, self._rest = label("caption"), label("fact")
        self._after_caption, self._after = label("caption"), label("fact")
        self.body.addLayout(self.foot)

    def close_foot(self) -> None:
        """What no bill takes, and the balance after, at the right of what else is in the foot."""
        self.foot.addStretch(1)
        for widget in (self._rest_caption, self._rest, self._after_caption, self._after):
            self.foot.addWidget(widget, 0, Qt.AlignmentFlag.AlignBottom)

    def heading_of(self, spread: Spread) -> str:
        if spread.is_newest_first:
            return QCoreApplication.translate("Receipt", "Bills, newest first")
        return QCoreApplication.translate("Receipt", "Bills, oldest first")

    def show_spread(self, spread: Spread) -> None:
        super().show_spread(spread)
        on_account = QCoreApplication.translate("Receipt", "On account")
        advance = QCoreApplication.translate("Receipt", "Advance")
        caption = advance if spread.is_advance else on_account
        self._rest_caption.setText(caption + "   " + key_of("receipt", "advance"))
        self._rest.setText(text.amount(spread.rest_paise))
        set_tone(self._rest, _rest_tone(spread))

    def show_after(self, balance_paise: int | None) -> None:
        """What the party owes once this is saved, debit positive; None of nobody."""
        self._after_caption.setText(QCoreApplication.translate("Receipt", "Balance after"))
        self._after.setText("" if balance_paise is None else text.with_side(balance_paise))
        for widget in (self._after_caption, self._after):
            widget.setVisible(balance_paise is not None)


def _rest_tone(spread: Spread) -> Tone:
    if spread.rest_paise < 0:
        return Tone.BAD
    return Tone.ACCENT if spread.is_advance else Tone.INK


class ReceiptFields(PartyVoucherFields):
    """Party, mode, reference, amount; bills; discount, TDS, round-off; narration."""

    def __init__(self, page: QWidget, work: Work, today_on: date) -> None:
        super().__init__(page, work, today_on)
        self.money = ModeFields(MODES)
        self.cheque = ChequeFields(today_on)
        self.bills = ReceiptParts()
        self.lets_off = {name: AmountField(name) for name in ("discount", "tds", "round_off")}
        self.openers = {name: QPushButton() for name in self.lets_off}
        for name, field in self.lets_off.items():
            opener = self.openers[name]
            opener.setProperty("role", "quiet")
            opener.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            field.setFixedWidth(130)
            field.hide()
            self.bills.foot.addWidget(opener, 0, Qt.AlignmentFlag.AlignBottom)
            self.bills.foot.addWidget(field)
        self.bills.close_foot()
        row = ((self.party, 330), (self.money.mode, 120), (self.money.reference, 190))
        inputs = self.inputs(row, self.amount)
        inputs.body.addWidget(self.cheque)
        self.addWidget(inputs)
        self.addWidget(self.facts)
        self.addWidget(self.bills, 1)
        money = (*self.money.both, *self.cheque.both, self.amount)
        self.close_form((self.party, *money, *self.lets_off.values()))
        self.money.mode.changed.connect(self.follow_mode)
        self.on.changed.connect(self.follow_mode)

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(self.tr("Receipt"))
        self.money.retranslate()
        self.cheque.retranslate()
        for name, words in (
            ("discount", self.tr("Discount")),
            ("tds", self.tr("TDS")),
            ("round_off", self.tr("Round off")),
        ):
            self.lets_off[name].set_caption(words)
            self.openers[name].setText("   ".join(("+ " + words, key_of("receipt", name))))

    def open_let_off(self, name: str) -> None:
        """Show a field for what is let off, and go there."""
        field = self.lets_off[name]
        field.show()
        self.openers[name].hide()
        field.focus_all()

    def begin(self, today_on: date) -> None:
        self.money.begin()
        self.cheque.begin(today_on)
        for name, field in self.lets_off.items():
            field.set_value(None)
            field.hide()
            self.openers[name].show()
        super().begin(today_on)
        self.follow_mode()

    def show_amending(self, number: str) -> None:
        super().show_amending(number)
        self.follow_mode()

    def follow_mode(self) -> None:
        """What is asked of a cheque is asked of nothing else."""
        is_amending = bool(self._amended_number)
        is_cheque = self.money.chosen is Mode.CHEQUE
        self.cheque.show_for(self.on.value, is_cheque=is_cheque, is_amending=is_amending)

    @property
    def is_typed(self) -> bool:
        return super().is_typed or bool(self.money.reference.text or self.cheque.bank.text)

    @property
    def sums(self) -> ReceiptSums:
        """The money, and what is let off beside it, as far as it can be read."""
        return ReceiptSums(self.amount.value or 0, *(f.value or 0 for f in self.lets_off.values()))

    def form(self) -> ReceiptForm | None:
        """All fields together; None where one cannot be taken and says so."""
        on = self.on.value
        if not self.take_all() or on is None:
            return None
        return ReceiptForm(
            sums=self.sums,
            mode=self.money.chosen,
            on=on,
            reference=self.money.words,
            cheque_on=self.cheque.noted_on,
            bank=self.cheque.noted_bank,
            narration=self.commit.narration.text,
            reason=self.commit.reason.text,
        )

    def show_form(self, form: ReceiptForm) -> None:
        """A receipt of the books."""
        self.show_typed(form)
        self.money.show(form.mode, form.reference)
        self.cheque.show_noted(form.cheque_on or form.on, form.bank)
        self.amount.set_value(form.sums.money_paise)
        for (name, field), paise in zip(self.lets_off.items(), form.sums[1:], strict=True):
            field.set_value(paise or None)
            field.setVisible(bool(paise))
            self.openers[name].setVisible(not paise)
        self.follow_mode()

    def kept(self) -> Sequence[QWidget]:
        money = (self.money.mode, self.cheque)
        return (*super().kept(), self.bills, *money, *self.lets_off.values())

    def show_party(self, details: PartyDetails | None) -> None:
        super().show_party(details)
        nobody = self.tr("Type a party's name: its open bills stand here, oldest first.")
        none_open = self.tr("No bill is open: what is received stays on account.")
        self.bills.table.set_empty_text(nobody if details is None else none_open)
