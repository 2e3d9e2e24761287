"""The credit note on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from PySide6.QtWidgets import QWidget

from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui.forms.bill_parts import BillParts
from collectiq_desktop.ui.forms.spread import Spread
from collectiq_desktop.ui.forms.sum_fields import SumFields, SumScreen
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.credit_note.presenter import CreditNotePresenter
from collectiq_desktop.ui.work.lanes import Work


class CreditNoteFields(SumFields):
    """The fields of all sums; the bills take their part of the note."""

    def __init__(self, page: QWidget, work: Work, today_on: date) -> None:
        self.parts = BillParts(QT_TRANSLATE_NOOP("Column", "This note"))
        super().__init__(page, work, today_on)
        self.bills_card = self.parts
        fields = ((self.party, 330), (self.reference, 210))
        self.lay_out(self.inputs(fields, self.amount))
        self.bills_table.hide()
        self.close_form((self.party, self.reference, self.amount, self.goods))

    def retranslate(self) -> None:
        super().retranslate()
        self.title.setText(self.tr("Credit note"))
        self.reference.set_caption(self.tr("Against invoice"))

    def show_party(self, details: PartyDetails | None) -> None:
        super().show_party(details)
        nobody = self.tr("Type a party's name: its open bills stand here. Ctrl+H lists goods.")
        none_open = self.tr("No bill is open: the note stays on account.")
        self.parts.table.set_empty_text(nobody if details is None else none_open)

    def show_parts(self) -> None:
        """The bills in place of the goods."""
        self.middle.setCurrentWidget(self.parts)

    def show_problem(self, name: str, words: str) -> bool:
        if name == "bills":
            self.show_parts()
            self.parts.show_problem(words)
            return True
        return super().show_problem(name, words)


class CreditNoteScreen(SumScreen):
    """Records credit notes, one after another."""

    name = "credit_note"
    fields: CreditNoteFields
    presenter: CreditNotePresenter

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit)
        self._spread = Spread()
        self.fields = CreditNoteFields(self, kit.work, kit.clock.today_on())
        self.presenter = CreditNotePresenter(self, kit)
        self.connect_form()
        parts = self.fields.parts
        parts.model.edited.connect(self.presenter.bills.take_part)
        parts.table.ticked.connect(self.presenter.bills.tick)
        parts.table.left_upwards.connect(self.focus_sum)
        parts.left_downwards.connect(self.fields.commit.narration.focus_all)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            **super().acts(),
            "bills": self._go_to_bills,
            "order": self.presenter.bills.change_order,
        }

    def retranslate(self) -> None:
        super().retranslate()
        self.show_spread(self._spread)

    def this_words(self) -> str:
        return self.tr("This note")

    def focus_sum(self) -> None:
        is_of_goods = self.presenter.is_of_goods
        self.fields.show_of_goods(is_of_goods=is_of_goods)
        super().focus_sum()

    def show_spread(self, spread: Spread) -> None:
        self._spread = spread
        self.fields.parts.show_spread(spread)

    def _go_to_bills(self) -> None:
        self.fields.show_parts()
        self.fields.parts.go_there()
