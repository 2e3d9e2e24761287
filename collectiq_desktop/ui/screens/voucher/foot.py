"""The foot of the voucher: a line for the reason of a cancelling, fields for an amendment."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QPushButton

from collectiq_desktop.core.domain.amending import Amended, may_change_amount, may_change_mode
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.field import AmountField, ChoiceField, DateField, TextField
from collectiq_desktop.ui.widgets.pieces import Card, beside_input, label
from collectiq_desktop.ui.widgets.walk import Walk


class Doing(StrEnum):
    """What the foot is open for."""

    NOTHING = "nothing"
    CANCELLING = "cancelling"
    AMENDING = "amending"


class CorrectionFoot(Card):
    """Hidden until a correction is begun.

    Signals:
        cancelled: with the reason that is typed.
        amended: with what is wanted (Amended) and the reason.
    """

    cancelled = Signal(str)
    amended = Signal(object, str)

    def __init__(self, today_on: date) -> None:
        super().__init__()
        self.doing = Doing.NOTHING
        self._details: VoucherDetails | None = None
        self.on = DateField("on", today_on)
        self.amount = AmountField("amount", is_needed=True)
        self.mode = ChoiceField("mode")
        self.reference, self.narration = TextField("reference"), TextField("narration")
        self.reason = TextField("reason")
        self.message = label("strong")
        self.button = QPushButton()
        self._lay_out()
        self._amend_fields = (self.on, self.amount, self.mode, self.reference, self.narration)
        self._walk = Walk([*self._amend_fields, self.reason], self)
        self._walk.finished.connect(self.finish)
        self.button.clicked.connect(self.finish)
        self.hide()

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.on.set_caption(self.tr("Date"))
        self.amount.set_caption(self.tr("Amount ₹"))
        self.mode.set_caption(self.tr("Mode"))
        self.mode.set_choices([(mode.value, text.mode(mode)) for mode in Mode])
        self.reference.set_caption(self.tr("Reference"))
        self.narration.set_caption(self.tr("Narration"))
        self._show_words()

    def begin_cancelling(self) -> None:
        """Ask for the reason."""
        self._begin(Doing.CANCELLING)
        self.reason.focus_all()

    def begin_amending(self, details: VoucherDetails, today_on: date) -> None:
        """Show what may be changed, as it stands."""
        voucher = details.voucher
        self._details = details
        self.on.today_on = today_on
        self.on.set_value(voucher.on)
        self.amount.set_value(voucher.amount_paise)
        self.reference.set_text(voucher.reference)
        self.narration.set_text(voucher.narration)
        self.mode.set_key((voucher.mode or Mode.CASH).value)
        self._begin(Doing.AMENDING)
        self.amount.setEnabled(may_change_amount(voucher))
        self.mode.setVisible(may_change_mode(voucher))
        self._show_words()
        first = self.amount if self.amount.isEnabled() else self.on
        first.focus_all()

    def close_foot(self) -> None:
        """Take it away with all that is typed."""
        self.doing = Doing.NOTHING
        self.hide()

    @property
    def is_dirty(self) -> bool:
        """Whether something is typed that closing would lose."""
        if self.doing is Doing.NOTHING:
            return False
        has_changes = False
        if self.doing is Doing.AMENDING and self._details is not None:
            has_changes = self._wanted() != _as_it_is(self._details)
        return bool(self.reason.text) or has_changes

    def show_problem(self, name: str, sentence: str) -> None:
        """What is wrong, at its field or over the line."""
        if not self._walk.show_problem(name, sentence):
            self.show_message(sentence, Tone.BAD)

    def show_message(self, sentence: str, tone: Tone) -> None:
        """A sentence in the foot; an empty one takes it away."""
        self.message.setText(sentence)
        set_tone(self.message, tone)
        self.message.setVisible(bool(sentence))

    def finish(self) -> None:
        """Hand over what is typed, if it can be taken."""
        self.show_message("", Tone.INK)
        if self.doing is Doing.NOTHING or not self._walk.take_all():
            return
        if self.doing is Doing.CANCELLING:
            self.cancelled.emit(self.reason.text)
            return
        wanted = self._wanted()
        if wanted is not None:
            self.amended.emit(wanted, self.reason.text)

    def _begin(self, doing: Doing) -> None:
        self.doing = doing
        for field in self._amend_fields:
            field.setVisible(doing is Doing.AMENDING)
        self.reason.set_text("")
        self._walk.clear_problems()
        self.show_message("", Tone.INK)
        self._show_words()
        self.show()

    def _wanted(self) -> Amended | None:
        on, details = self.on.value, self._details
        if on is None or details is None:
            return None
        return Amended(
            on=on,
            amount_paise=self.amount.value or details.voucher.amount_paise,
            mode=details.voucher.mode if self.mode.isHidden() else Mode(self.mode.key),
            reference=self.reference.text,
            narration=self.narration.text,
        )

    def _show_words(self) -> None:
        if self.doing is Doing.AMENDING:
            self.set_heading(self.tr("Amend this voucher"))
            self.reason.set_caption(self.tr("Why is it amended?"))
            self.button.setText(self.tr("Amend") + "   Ctrl+A")
            words = self.tr(
                "With goods, tax or several lines the amount stays: cancel and post anew."
            )
            self.set_note("" if self.amount.isEnabled() else words, Tone.MUTED)
        else:
            self.set_heading(self.tr("Cancel this voucher"))
            self.reason.set_caption(self.tr("Why is it cancelled?"))
            self.button.setText(self.tr("Cancel the voucher") + "   Enter")
            self.set_note("")

    def _lay_out(self) -> None:
        self.message.setWordWrap(True)
        self.message.hide()
        self.button.setProperty("role", "primary")
        changes = QHBoxLayout()
        changes.setSpacing(12)
        for field, width in ((self.on, 118), (self.amount, 170), (self.mode, 120)):
            field.setFixedWidth(width)
            changes.addWidget(field)
        changes.addWidget(self.reference, 2)
        changes.addWidget(self.narration, 3)
        reason = QHBoxLayout()
        reason.setSpacing(12)
        reason.addWidget(self.reason, 1)
        reason.addLayout(beside_input(self.button))
        self.body.addLayout(changes)
        self.body.addLayout(reason)
        self.body.addWidget(self.message)


def _as_it_is(details: VoucherDetails) -> Amended:
    voucher = details.voucher
    return Amended(
        on=voucher.on,
        amount_paise=voucher.amount_paise,
        mode=voucher.mode,
        reference=voucher.reference,
        narration=voucher.narration,
    )
