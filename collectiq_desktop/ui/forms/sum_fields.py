"""The fields of a voucher over a sum or over goods, and what it does to the balance."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from collectiq_desktop.core.domain.posting import GoodsLine, Sale
from collectiq_desktop.core.domain.vouchers import ItemLine
from collectiq_desktop.core.queries.bills import BillLine
from collectiq_desktop.core.queries.items import ItemLine as KnownItem
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.forms.fields import PartyVoucherFields
from collectiq_desktop.ui.forms.goods_panel import GoodsPanel
from collectiq_desktop.ui.forms.goods_presenter import Balances, SumForm
from collectiq_desktop.ui.forms.screen import PartyVoucherScreen
from collectiq_desktop.ui.forms.sum_presenter import SumPresenter
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.bills_panel import BILL_COLUMNS
from collectiq_desktop.ui.widgets.field import ParsedField, TextField
from collectiq_desktop.ui.widgets.pieces import Card, Fact, FactStrip
from collectiq_desktop.ui.work.lanes import Work


class SumFields(PartyVoucherFields):
    """Party, amount or goods, the party's bills, and the balance before and after."""

    def __init__(self, page: QWidget, work: Work, today_on: date) -> None:
        super().__init__(page, work, today_on)
        self.reference = TextField("reference")
        self.goods = GoodsPanel()
        self.goods_card, self.bills_card = Card(), Card()
        self.bills: RowsModel[BillLine] = RowsModel(BILL_COLUMNS)
        self.bills_table = Table(self.bills, identity_of=lambda bill: bill.key)
        self.bills_table.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self.middle = QStackedWidget()
        self.balances = FactStrip()

    def lay_out(self, inputs: Card) -> None:
        """Put the pieces under the head, in the order of all such forms."""
        self.goods_card.body.addWidget(self.goods, 1)
        self.bills_card.body.addWidget(self.bills_table, 1)
        self.middle.addWidget(self.bills_card)
        self.middle.addWidget(self.goods_card)
        self.addWidget(inputs)
        self.addWidget(self.facts)
        self.addWidget(self.middle, 1)
        self.addWidget(self.balances)

    def retranslate(self) -> None:
        super().retranslate()
        self.goods.retranslate()
        self.goods_card.set_heading(self.tr("Goods"))
        self.bills_card.set_heading(self.tr("Open bills"))

    def begin(self, today_on: date) -> None:
        self.reference.set_text("")
        self.goods.free()
        super().begin(today_on)

    @property
    def is_typed(self) -> bool:
        is_amount = self.amount.isEnabled() and bool(self.amount.text)
        words = self.reference.text or self.commit.narration.text
        return is_amount or self.goods.is_typed or bool(words)

    def show_of_goods(self, *, is_of_goods: bool) -> None:
        """Goods instead of a sum, or the other way."""
        self.middle.setCurrentWidget(self.goods_card if is_of_goods else self.bills_card)
        self.amount.setEnabled(not is_of_goods and self.goods.isEnabled())

    def show_form(self, form: SumForm) -> None:
        """A voucher of the books; its goods come by themselves."""
        self.show_typed(form)
        self.reference.set_text(form.reference)
        self.amount.set_value(form.amount_paise or None)

    def kept(self) -> Sequence[QWidget]:
        return (*super().kept(), self.goods)

    def show_party(self, details: PartyDetails | None) -> None:
        super().show_party(details)
        nobody = self.tr("Type a party's name: its open bills stand here. Ctrl+H lists goods.")
        none_open = self.tr("No bill is open.")
        self.bills_table.set_empty_text(nobody if details is None else none_open)
        self.bills.set_rows(details.bills if details is not None else ())

    def show_balances(self, balances: Balances | None, this: str) -> None:
        """Previous balance + this voucher − received = new balance."""
        self.balances.setVisible(balances is not None)
        if balances is None:
            return
        if balances.goods is not None and not self.amount.isEnabled():
            self.amount.set_value(abs(balances.this_paise) or None)
        self.goods_card.set_note(_tax_words(balances.goods), Tone.MUTED)
        self.balances.show_facts(_balance_facts(balances, this))
        over_paise = balances.over_limit_paise
        words = text.filled(self.tr("Over the limit by %1"), text.amount(over_paise))
        is_over = bool(over_paise) and balances.this_paise > 0
        self.balances.show_chips([(words, Tone.BAD)] if is_over else [])


def _tax_words(sale: Sale | None) -> str:
    """What the goods come to, tax by tax; nothing is said of taxes that there are not."""
    if sale is None or not sale.taxable_paise:
        return ""
    sums = (
        (QCoreApplication.translate("Column", "Taxable"), sale.taxable_paise),
        (QCoreApplication.translate("Column", "CGST"), sale.cgst_paise),
        (QCoreApplication.translate("Column", "SGST"), sale.sgst_paise),
        (QCoreApplication.translate("Column", "IGST"), sale.igst_paise),
        (QCoreApplication.translate("Form", "Round off"), sale.round_off_paise),
    )
    return "   ".join(f"{caption} {text.amount(paise)}" for caption, paise in sums if paise)


def _balance_facts(balances: Balances, this: str) -> list[Fact]:
    sign = "− " if balances.this_paise < 0 else "+ "
    facts = [
        Fact(
            QCoreApplication.translate("Form", "Previous balance"),
            text.with_side(balances.previous_paise),
        ),
        Fact(this, sign + text.amount(abs(balances.this_paise))),
    ]
    if balances.received_paise:
        received = QCoreApplication.translate("Form", "Received")
        facts.append(Fact(received, "− " + text.amount(balances.received_paise)))
    new = QCoreApplication.translate("Form", "New balance")
    facts.append(Fact(new, "= " + text.with_side(balances.new_paise), Tone.ACCENT))
    return facts


class SumScreen(PartyVoucherScreen):
    """The screen of a voucher over a sum or over goods."""

    fields: SumFields
    presenter: SumPresenter

    def connect_form(self) -> None:
        super().connect_form()
        fields, presenter = self.fields, self.presenter
        fields.goods.put.connect(self._put_goods)
        fields.goods.removed.connect(presenter.remove_goods)
        fields.goods.item.chosen.connect(self._choose_item)
        for field in fields.loose:
            field.entered.connect(self.focus_sum)
        for field in self.sums():
            field.changed.connect(self._sums_changed)

    def sums(self) -> Sequence[ParsedField[int]]:
        """The fields of money."""
        return (self.fields.amount,)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            **super().acts(),
            "goods": self.turn_to_goods,
            "remove_line": self.fields.goods.remove_current,
        }

    def type_again(self, typed: Mapping[str, Any]) -> None:
        super().type_again(typed)
        self.focus_sum()

    def turn_to_goods(self) -> None:
        """Ctrl+H: goods instead of a sum, or the other way."""
        if self.presenter.turn_to_goods():
            self.presenter.take_sums(0, self.sums_typed()[1])
        else:
            self._sums_changed()
        if self.details is not None:
            self.focus_sum()

    def focus_sum(self) -> None:
        """Go to what is typed next: the amount, or the goods."""
        is_of_goods = self.presenter.is_of_goods
        (self.fields.goods if is_of_goods else self.fields.amount).focus_all()

    def show_form(self, form: SumForm) -> None:
        self.fields.show_form(form)

    def first_input(self) -> QWidget | None:
        is_amended = self.presenter.amender.details is not None
        if is_amended and self.presenter.amender.fixed is None and self.presenter.is_of_goods:
            return self.fields.goods.item.input
        return super().first_input()

    def save(self) -> None:
        form = self.form()
        if form is not None:
            self.presenter.save(form)

    def form(self) -> SumForm | None:
        """All fields together; None where one cannot be taken and says so."""
        fields = self.fields
        on = fields.on.value
        if not fields.take_all() or on is None:
            return None
        return SumForm(
            amount_paise=self.sums_typed()[0],
            received_paise=self.sums_typed()[1],
            on=on,
            reference=fields.reference.text,
            narration=fields.commit.narration.text,
            reason=fields.commit.reason.text,
        )

    def sums_typed(self) -> tuple[int, int]:
        """The amount, and what is received with it."""
        paise = [field.value or 0 for field in self.sums()]
        return paise[0], sum(paise[1:])

    # What the presenter tells ------------------------------------------------------------------

    def show_goods(self, rows: Sequence[ItemLine]) -> None:
        self.fields.goods.show_rows(rows)
        self.fields.show_of_goods(is_of_goods=self.presenter.is_of_goods)

    def show_items(self, known: Sequence[KnownItem]) -> None:
        self.fields.goods.item.known = known

    def show_item(self, line: GoodsLine) -> None:
        self.fields.goods.propose(line)

    def this_words(self) -> str:
        """What the voucher is called beside the balances."""
        return QCoreApplication.translate("Form", "This bill")

    def show_balances(self, balances: Balances | None) -> None:
        self.fields.show_balances(balances, self.this_words())

    # Intentions --------------------------------------------------------------------------------

    def _put_goods(self, place: int) -> None:
        if self.presenter.put_goods(self.fields.goods.line, place):
            self.fields.goods.free()
            self.fields.goods.focus_all()

    def _choose_item(self, known: KnownItem) -> None:
        self.presenter.choose_item(known, self.fields.on.value)

    def _sums_changed(self) -> None:
        self.presenter.take_sums(*self.sums_typed())
