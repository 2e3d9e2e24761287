"""A party's card on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.bills import BillLine
from collectiq_desktop.core.queries.daybook import DayBookLine
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.screens.party.columns import BILL_COLUMNS, VOUCHER_COLUMNS
from collectiq_desktop.ui.screens.party.presenter import PartyPresenter
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.ageing_strip import AgeingStrip
from collectiq_desktop.ui.widgets.party_facts import days_words, limit_left
from collectiq_desktop.ui.widgets.pieces import Card, ElidedLabel, Fact, FactCard, label


class PartyScreen(Screen):
    """Balance with its tie-out, ageing, open bills, last vouchers."""

    name = "party"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._presenter = PartyPresenter(self, kit)
        self._details: PartyDetails | None = None
        self._title, self._about = ElidedLabel("title"), label("muted")
        self._facts = [FactCard() for _number in range(3)]
        self._strip = AgeingStrip()
        self._bills: RowsModel[BillLine] = RowsModel(BILL_COLUMNS)
        self._vouchers: RowsModel[DayBookLine] = RowsModel(VOUCHER_COLUMNS)
        self._bills_table = Table(self._bills, identity_of=lambda bill: bill.key)
        self._vouchers_table = Table(self._vouchers, identity_of=lambda line: line.voucher_id)
        self._bills_card, self._vouchers_card = Card(), Card()
        self._vouchers_table.chosen.connect(self._open_voucher)
        self._lay_out()

    def open(self, place: Place) -> None:
        if place.party_id is not None:
            self._presenter.show(place.party_id)

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "receipt": partial(self._presenter.go, "receipt"),
            "sale": partial(self._presenter.go, "sale"),
            "statement": partial(self._presenter.go, "statement"),
            "next_table": self._next_table,
            "alter_party": partial(self._presenter.go, "party_form"),
        }

    def first_input(self) -> QWidget | None:
        return self._bills_table

    def retranslate(self) -> None:
        self._bills_card.set_heading(self.tr("Open bills"))
        self._vouchers_card.set_heading(self.tr("Last vouchers"))
        self._bills_table.set_empty_text(self.tr("No bill is open."))
        self._vouchers_table.set_empty_text(
            self.tr("Sales and receipts stand here as they are recorded. F8 sale, F6 receipt.")
        )
        if self._details is not None:
            self.show_party(self._details)

    def show_party(self, details: PartyDetails) -> None:
        self._details = details
        party = details.party
        self._title.setText(party.name)
        self._about.setText(" · ".join(filter(None, (party.code, party.beat, *party.phones[:2]))))
        facts = (self._balance(details), self._overdue(details), self._limit(details))
        for card, fact in zip(self._facts, facts, strict=True):
            card.show_fact(fact)
        labels = [text.bucket(name) for name in details.ageing.labels]
        self._strip.show_buckets(labels, details.ageing.buckets_paise)
        self._bills.set_rows(details.bills)
        count = self.tr("%n bill(s)", "", len(details.bills))
        self._bills_card.set_note(count if details.bills else "", Tone.MUTED)

    def show_vouchers(self, newest_first: Sequence[DayBookLine]) -> None:
        self._vouchers.set_rows(newest_first)

    # Facts --------------------------------------------------------------------------------

    def _balance(self, details: PartyDetails) -> Fact:
        balance_paise = details.balance_paise
        words = text.filled(
            self.tr("= bills %1 − on account %2"),
            text.amount(details.bills_paise),
            text.turned(details.on_account_paise),
        )
        is_right = details.is_tied_out
        sign = "  ✓" if is_right else "  ✗"
        figure = text.rupees(abs(balance_paise)) + " " + text.side(balance_paise)
        tone = Tone.GOOD if is_right else Tone.BAD
        return Fact(self.tr("Balance"), figure.strip(), note=words + sign, note_tone=tone)

    def _overdue(self, details: PartyDetails) -> Fact:
        late_count = sum(1 for bill in details.bills if bill.overdue_days)
        if not late_count:
            return Fact(self.tr("Overdue"), text.rupees(0), note=self.tr("nothing is late"))
        words = text.filled(
            self.tr("%n bill(s), oldest %1", "", late_count),
            days_words(details.oldest_overdue_days),
        )
        figure = text.rupees(details.overdue_paise)
        return Fact(self.tr("Overdue"), figure, note=words, note_tone=Tone.BAD)

    def _limit(self, details: PartyDetails) -> Fact:
        fact = limit_left(details)
        words = self.tr("credit %n day(s)", "", details.party.credit_days)
        return fact._replace(note=words)

    # Keys ---------------------------------------------------------------------------------

    def _next_table(self) -> None:
        tables = (self._bills_table, self._vouchers_table)
        tables[self._bills_table.hasFocus()].setFocus(Qt.FocusReason.TabFocusReason)

    def _open_voucher(self) -> None:
        self._presenter.open_voucher(self._vouchers_table.current)

    # Layout -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._about, 1, Qt.AlignmentFlag.AlignBottom)
        facts = QHBoxLayout()
        facts.setSpacing(GAP)
        for card, share in zip(self._facts, (4, 3, 3), strict=True):
            facts.addWidget(card, share)
        strip = Card()
        strip.body.addWidget(self._strip)
        self._bills_card.body.addWidget(self._bills_table, 1)
        self._vouchers_card.body.addWidget(self._vouchers_table, 1)
        tables = QHBoxLayout()
        tables.setSpacing(GAP)
        tables.addWidget(self._bills_card, 3)
        tables.addWidget(self._vouchers_card, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*MARGINS)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        layout.addLayout(facts)
        layout.addWidget(strip)
        layout.addLayout(tables, 1)
