"""The debit note on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtWidgets import QWidget

from collectiq_desktop.ui.actions import key_of
from collectiq_desktop.ui.forms.goods_presenter import SumForm
from collectiq_desktop.ui.forms.sum_fields import SumFields, SumScreen
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.debit_note.presenter import CHARGED_FOR, DebitNotePresenter
from collectiq_desktop.ui.widgets.field import ChoiceField, DateField
from collectiq_desktop.ui.work.lanes import Work


class DebitNoteFields(SumFields):
    """The fields of all sums, what is charged for, and the due date."""

    def __init__(self, page: QWidget, work: Work, today_on: date) -> None:
        super().__init__(page, work, today_on)
        self.due = DateField("due_on", today_on)
        self.due.is_needed = False
        self.account = ChoiceField("account")
        self._own_account: Sequence[tuple[str, str]] = ()
        self.add_day(self.due)
        fields = ((self.party, 330), (self.account, 170), (self.reference, 190))
        self.lay_out(self.inputs(fields, self.amount))
        walked = (self.party, self.account, self.reference, self.amount, self.goods)
        self.close_form(walked, (self.due,))

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(self.tr("Debit note"))
        self.name_day(self.due, self.tr("Due") + "   " + key_of("debit_note", "due"))
        self.reference.set_caption(self.tr("Against invoice"))
        self.account.set_caption(self.tr("Charged for"))
        self._show_accounts()

    def begin(self, today_on: date) -> None:
        self.due.today_on = today_on
        self.due.set_value(None)
        super().begin(today_on)

    def show_form(self, form: SumForm) -> None:
        super().show_form(form)
        self.due.set_value(form.due_on)
        if form.account_code not in CHARGED_FOR:
            self._own_account = ((form.account_code, form.account_words),)
            self._show_accounts()
        self.account.set_key(form.account_code)

    def _show_accounts(self) -> None:
        words = (self.tr("Charges"), self.tr("Interest"), self.tr("Under-billing"))
        choices = [*zip(CHARGED_FOR, words, strict=True), *self._own_account]
        self.account.set_choices(choices)

    def kept(self) -> Sequence[QWidget]:
        return (*super().kept(), self.account)


class DebitNoteScreen(SumScreen):
    """Records debit notes, one after another."""

    name = "debit_note"
    fields: DebitNoteFields

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self.fields = DebitNoteFields(self, kit.work, kit.clock.today_on())
        self.presenter = DebitNotePresenter(self, kit)
        self.connect_form()

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {**super().acts(), "due": self.fields.due.focus_all}

    def this_words(self) -> str:
        return self.tr("This note")

    def form(self) -> SumForm | None:
        form = super().form()
        if form is None:
            return None
        fields = self.fields
        return replace(form, due_on=fields.due.value, account_code=fields.account.key)
