"""A party's card on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.bills import BillLine
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.core.queries.promises import PartyWord
from collectiq_desktop.core.queries.risk import RiskLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.collecting.reminding import Reminding
from collectiq_desktop.ui.foretold.risk_card import RiskCard, risk_chips
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.screens.party.columns import BILL_COLUMNS, TIMELINE_COLUMNS
from collectiq_desktop.ui.screens.party.contact import ContactCard
from collectiq_desktop.ui.screens.party.presenter import ChequesOf, PartyPresenter
from collectiq_desktop.ui.screens.party.timeline import TimelineLine
from collectiq_desktop.ui.screens.party.word_line import WordLine, word_facts
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.ageing_strip import AgeingStrip
from collectiq_desktop.ui.widgets.party_facts import days_words, limit_left
from collectiq_desktop.ui.widgets.pieces import Card, Chip, ElidedLabel, Fact, FactCard, label

# How the width is shared by balance, overdue, limit and last payment.
_SHARES = (4, 3, 3, 3)
# The timeline gives way to contact and reasons, down to its header and the top of a line.
_LEAST_TIMELINE_PX = 46
_LEADS_TO = (
    *("receipt", "sale", "statement", "upi", "set_off"),
    *("opening_bill", "payment", "credit_note", "debit_note"),
)


class PartyScreen(Screen):
    """Balance with its tie-out, ageing, open bills, contact, and what happened."""

    name = "party"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._presenter, self._reminding = PartyPresenter(self, kit), Reminding(self, kit)
        self._details: PartyDetails | None = None
        self._title, self._about = ElidedLabel("title"), label("muted")
        self._facts = [FactCard() for _number in range(len(_SHARES))]
        self._strip, self._word_line = AgeingStrip(), WordLine()
        self._word: PartyWord | None = None
        self._cheques = ChequesOf()
        self._bills: RowsModel[BillLine] = RowsModel(BILL_COLUMNS)
        self._timeline: RowsModel[TimelineLine] = RowsModel(TIMELINE_COLUMNS)
        self._bills_table = Table(self._bills, identity_of=lambda bill: bill.key)
        self._timeline_table = Table(self._timeline, identity_of=lambda line: line.identity)
        self._bills_card, self._timeline_card = Card(), Card()
        self._contact, self._risk_card = ContactCard(), RiskCard()
        self._risk: RiskLine | None = None
        self._chips = (Chip(), Chip())
        self._bills_table.chosen.connect(self._open_bill)
        self._timeline_table.chosen.connect(self._open_line)
        self._lay_out()

    def open(self, place: Place) -> None:
        if place.party_id is not None:
            self._presenter.show(place.party_id)

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        lead = {screen: partial(self._presenter.go, screen) for screen in _LEADS_TO}
        return {
            **lead,
            "send": self._presenter.send,
            "remind": lambda: self._reminding.remind(self._presenter.party_id),
            "next_table": self._next_table,
            "risk": partial(self._presenter.go, "party_risk"),
            "alter_party": partial(self._presenter.go, "party_form"),
        }

    def first_input(self) -> QWidget | None:
        return self._bills_table

    def retranslate(self) -> None:
        self._bills_card.set_heading(self.tr("Open bills"))
        self._timeline_card.set_heading(self.tr("Timeline"))
        self._bills_table.set_empty_text(
            self.tr("No bill is open. Ctrl+N enters one from before these books began.")
        )
        self._timeline_table.set_empty_text(
            self.tr("Sales and receipts stand here as they are recorded. F8 sale, F6 receipt.")
        )
        if self._details is not None:
            self.show_party(self._details)
        self.show_risk(self._risk)
        self.show_word(self._word, self._cheques)

    def show_party(self, details: PartyDetails) -> None:
        self._details = details
        party = details.party
        self._title.setText(party.name)
        self._about.setText(" · ".join(filter(None, (party.code, party.beat))))
        facts = (
            self._balance(details),
            self._overdue(details),
            self._limit(details),
            self._last_payment(details),
        )
        self._contact.show_party(party, details.asked_phone)
        for card, fact in zip(self._facts, facts, strict=True):
            card.show_fact(fact)
        labels = [text.bucket(name) for name in details.ageing.labels]
        self._strip.show_buckets(labels, details.ageing.buckets_paise)
        self._bills.set_rows(details.bills)
        self._bills_card.set_note(self._bills_note(details), Tone.MUTED)

    def show_risk(self, line: RiskLine | None) -> None:
        self._risk = line
        risk = line.risk if line is not None else None
        self._risk_card.show_risk(line)
        chips = risk_chips(risk)
        for number, chip in enumerate(self._chips):
            chip.setVisible(number < len(chips))
            if number < len(chips):
                chip.show_state(*chips[number])

    def show_word(self, word: PartyWord | None, cheques: ChequesOf) -> None:
        self._word, self._cheques = word, cheques
        self._word_line.show_facts(word_facts(word, cheques))

    def show_timeline(self, newest_first: Sequence[TimelineLine]) -> None:
        self._timeline.set_rows(newest_first)

    def _bills_note(self, details: PartyDetails) -> str:
        """How many there are, and the way to settle them with what is paid ahead."""
        if not details.bills:
            return ""
        count = self.tr("%n bill(s)", "", len(details.bills))
        if not details.paid_ahead_paise or details.bills_paise <= -details.advances_paise:
            return count
        ahead = self.tr("%1 paid ahead, Alt+B sets it off")
        return " · ".join((count, text.filled(ahead, text.amount(details.paid_ahead_paise))))

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

    def _last_payment(self, details: PartyDetails) -> Fact:
        caption = self.tr("Last payment")
        if not details.last_receipts:
            return Fact(caption, text.NONE, note=self.tr("nothing was received yet"))
        last = details.last_receipts[0]
        note = " · ".join((text.day(last.on), text.mode(last.mode)))
        return Fact(caption, text.rupees(last.amount_paise), note=note)

    # Keys ---------------------------------------------------------------------------------

    def _next_table(self) -> None:
        tables = (self._bills_table, self._timeline_table)
        tables[self._bills_table.hasFocus()].setFocus(Qt.FocusReason.TabFocusReason)

    def _open_bill(self) -> None:
        self._presenter.open_bill(self._bills_table.current)

    def _open_line(self) -> None:
        self._presenter.open_line(self._timeline_table.current)

    # Layout -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._about, 1, Qt.AlignmentFlag.AlignBottom)
        for chip in self._chips:
            head.addWidget(chip)
            chip.hide()
        facts = QHBoxLayout()
        facts.setSpacing(GAP)
        for card, share in zip(self._facts, _SHARES, strict=True):
            facts.addWidget(card, share)
        strip = Card()
        strip.body.addWidget(self._strip)
        strip.body.addWidget(self._word_line)
        self._bills_card.body.addWidget(self._bills_table, 1)
        self._timeline_table.setMinimumHeight(_LEAST_TIMELINE_PX)
        self._timeline_card.body.addWidget(self._timeline_table, 1)
        beside = QVBoxLayout()
        beside.setSpacing(GAP)
        beside.addWidget(self._contact)
        beside.addWidget(self._risk_card)
        beside.addWidget(self._timeline_card, 1)
        tables = QHBoxLayout()
        tables.setSpacing(GAP)
        tables.addWidget(self._bills_card, 3)
        tables.addLayout(beside, 2)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*MARGINS)
        layout.setSpacing(GAP)
        layout.addLayout(head)
        layout.addLayout(facts)
        layout.addWidget(strip)
        layout.addLayout(tables, 1)
