"""The risk of one party on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.domain.risk import BillExpected, PartyRisk, RiskOutlook
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.risk import CategoryStep, RiskLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.foretold.pinning import PIN, pin_words, step_words, why_words
from collectiq_desktop.ui.foretold.screen import DoingLine
from collectiq_desktop.ui.foretold.words import (
    again_words,
    basis_words,
    category_tone,
    chip_of,
    days_over_words,
    frequency_words,
    gap_words,
    meaning_words,
    nothing_yet_words,
    remind_words,
    score_words,
)
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import GAP, MARGINS, Screen
from collectiq_desktop.ui.screens.party_risk.cards import CurveCard, ReasonsCard, WhatIfCard
from collectiq_desktop.ui.screens.party_risk.columns import columns_on
from collectiq_desktop.ui.screens.party_risk.pin_card import PinCard
from collectiq_desktop.ui.screens.party_risk.presenter import PartyRiskPresenter, WhatIf
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import Table
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.pieces import Card, Chip, ElidedLabel, Fact, FactCard, label

_LEADS_TO = ("receipt", "party", "statement")
_FACTS = 4


class PartyRiskScreen(Screen):
    """Why, when, which bills, and what if."""

    name = "party_risk"

    def __init__(self, kit: Kit) -> None:
        super().__init__()
        self._shown: tuple[RiskLine | None, RiskOutlook | None] = (None, None)
        self._title, self._about = ElidedLabel("title"), label("muted")
        self._chips = (Chip(), Chip())
        self._doing, self._basis = DoingLine(), label("muted")
        self._facts = [FactCard() for _number in range(_FACTS)]
        self._reasons, self._what_if, self._curve = ReasonsCard(), WhatIfCard(), CurveCard()
        self._pin, self._pinned = PinCard(kit.clock.today_on()), label("strong")
        self._bills_card = Card()
        self._bills: RowsModel[BillExpected] = RowsModel(columns_on(kit.clock.today_on()))
        self._table = Table(self._bills, identity_of=lambda bill: (bill.number, bill.due_on))
        self._today_on = kit.clock.today_on
        self._wants_pin = False
        self._step: CategoryStep | None = None
        self._presenter = PartyRiskPresenter(self, kit)
        self._what_if.moved.connect(self._presenter.clear)
        self._pin.wished.connect(self._presenter.pin)
        self._lay_out()

    # What the shell calls ---------------------------------------------------------------

    def open(self, place: Place) -> None:
        if place.party_id is not None:
            self._give_up_pin()
            self._wants_pin = place.text == PIN
            self._presenter.show(place.party_id)

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def may_leave(self) -> bool:
        return not self._give_up_pin()

    def first_input(self) -> QWidget | None:
        return self._what_if.slider if self._what_if.slider.isEnabled() else self._table

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            **{screen: partial(self._presenter.go, screen) for screen in _LEADS_TO},
            "what_if": partial(self._what_if.slider.setFocus, Qt.FocusReason.ShortcutFocusReason),
            "work_out": self._presenter.work_out,
            "pin": self._begin_pin,
        }

    def retranslate(self) -> None:
        self._pin.retranslate()
        self._what_if.set_heading(self.tr("What if"))
        self._curve.set_heading(self.tr("When bills are paid"))
        self._bills_card.set_heading(self.tr("Open bills, and when their money may come"))
        self._table.set_empty_text(self.tr("No bill is open."))
        self.show_risk(*self._shown)

    # What the presenter tells -------------------------------------------------------------

    def show_risk(self, line: RiskLine | None, outlook: RiskOutlook | None) -> None:
        self._shown = (line, outlook)
        self._basis.setText(basis_words(outlook) if outlook is not None else nothing_yet_words())
        cards: tuple[QWidget, ...] = (self._reasons, self._curve, self._what_if, self._bills_card)
        for widget in (*self._chips, *cards):
            widget.setVisible(line is not None)
        self._show_facts()
        if line is None:
            self._title.setText(self.tr("Risk"))
            self._about.setText("")
            return
        risk = line.risk
        self._title.setText(line.party)
        self._about.setText(" · ".join(filter(None, (line.code, line.beat))))
        self._chips[0].show_state(*chip_of(risk))
        self._chips[1].show_state(frequency_words(risk.frequency), Tone.ACCENT)
        for card, fact in zip(self._facts, self._facts_of(line, outlook), strict=True):
            card.show_fact(fact)
        self._reasons.set_heading(why_words(line))
        self._show_reasons(risk)
        self._curve.show_curve(risk, outlook.shop_curve if outlook is not None else ())
        self._bills.set_rows(risk.bills)
        self._pinned.setVisible(line.pin is not None)
        if line.pin is not None:
            how = self.tr("Alt+P changes or lifts it")
            self._pinned.setText(" · ".join((pin_words(line.pin), how)))
        if self._wants_pin:
            self._wants_pin = False
            self._begin_pin()

    def show_step(self, step: CategoryStep | None) -> None:
        self._step = step
        line, _outlook = self._shown
        if line is not None:
            self._show_reasons(line.risk)

    def _show_reasons(self, risk: PartyRisk) -> None:
        words = [text.sentence(risk.evidence_said)]
        if self._step is not None:
            words.append(step_words(self._step))
        self._reasons.show_reasons(risk.reasons, " · ".join(words))

    def show_what_if(self, found: WhatIf | None) -> None:
        self._what_if.show_what_if(found)

    def show_pinned(self) -> None:
        self._give_up_pin()
        self.focus_first()

    def show_pin_problem(self, field: str, sentence: str) -> None:
        self._pin.show_problem(field, sentence)

    def show_doing(self, doing: str, problem: str) -> None:
        self._doing.show_doing(doing, problem)

    def _begin_pin(self) -> None:
        line, _outlook = self._shown
        if line is not None:
            # Never both at once: a window that grew would not shrink again.
            for card in self._facts:
                card.hide()
            self._pin.begin(line.pin)

    def _give_up_pin(self) -> bool:
        was_open = self._pin.give_up()
        self._show_facts()
        return was_open

    def _show_facts(self) -> None:
        """The facts make room for the fields of a pin: a low screen has not enough for both."""
        line, _outlook = self._shown
        for card in self._facts:
            card.setVisible(line is not None and self._pin.isHidden())

    # Facts --------------------------------------------------------------------------------

    def _facts_of(self, line: RiskLine, outlook: RiskOutlook | None) -> tuple[Fact, ...]:
        risk = line.risk
        meaning = meaning_words(outlook) if outlook is not None else ""
        for card in self._facts:
            card.setToolTip("")
        self._facts[0].setToolTip(meaning)
        score = Fact(
            self.tr("Score"),
            score_words(risk.score),
            Tone.INK
            if line.pin is not None or risk.score is None
            else category_tone(risk.category),
            note=self._chance_words(outlook),
        )
        late = Fact(
            self.tr("Overdue"),
            text.rupees(risk.overdue_paise),
            note=days_over_words(risk.oldest_days) if risk.overdue_paise else "",
            note_tone=Tone.BAD,
        )
        if not risk.overdue_paise:
            late = late._replace(note=self.tr("nothing is late"), note_tone=Tone.MUTED)
        usual = gap_words(risk.usual_gap_days) if risk.usual_gap_days else text.NONE
        pays = Fact(self.tr("Pays"), usual, note=frequency_words(risk.frequency))
        when = remind_words(risk.remind_on, self._today_on())
        remind = Fact(self.tr("Remind"), when)
        if risk.remind_on is not None:
            remind = remind._replace(note=again_words(risk.remind_again_days))
        return (score, late, pays, remind)

    def _chance_words(self, outlook: RiskOutlook | None) -> str:
        if outlook is None:
            return ""
        words = self.tr("of > %1 days late within %2 days")
        return text.filled(words, str(outlook.over_days), str(outlook.within_days))

    # Layout -------------------------------------------------------------------------------

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self._title)
        head.addWidget(self._about, 0, Qt.AlignmentFlag.AlignBottom)
        head.addWidget(self._basis, 1, Qt.AlignmentFlag.AlignBottom)
        for chip in self._chips:
            head.addWidget(chip)
        facts = QHBoxLayout()
        facts.setSpacing(GAP)
        for card in self._facts:
            facts.addWidget(card, 1)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self._reasons, 1)
        left.addWidget(self._what_if)
        middle = QHBoxLayout()
        middle.setSpacing(GAP)
        middle.addLayout(left, 1)
        middle.addWidget(self._curve, 1)
        self._bills_card.body.addWidget(self._table, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(*MARGINS)
        page.setSpacing(GAP)
        page.addLayout(head)
        page.addWidget(self._doing)
        page.addWidget(self._pinned)
        page.addWidget(self._pin)
        self._pinned.hide()
        page.addLayout(facts)
        page.addLayout(middle, 3)
        page.addWidget(self._bills_card, 2)
