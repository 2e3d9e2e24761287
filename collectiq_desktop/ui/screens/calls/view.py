"""Today's calls on the screen: the queue, and of the party under the cursor phones and reasons."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtWidgets import QHBoxLayout

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.risk import RiskLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.collecting.reminding import Reminding
from collectiq_desktop.ui.foretold.pinning import PIN
from collectiq_desktop.ui.foretold.presenter import Foretold
from collectiq_desktop.ui.foretold.screen import ForetoldScreen
from collectiq_desktop.ui.foretold.words import reminder_words
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.calls.columns import CALL_COLUMNS, sums_of
from collectiq_desktop.ui.screens.calls.presenter import CalleePresenter
from collectiq_desktop.ui.screens.calls.ranking import calls_on
from collectiq_desktop.ui.widgets.pieces import Card, ElidedLabel, label

_MOST_REASONS = 3


class CallsScreen(ForetoldScreen[RiskLine]):
    """Whom to call today."""

    name = "calls"

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, CALL_COLUMNS, identity_of=lambda line: line.party_id)
        self._callee, self._who = Card(), ElidedLabel("heading")
        self._phones, self._interval = label("strong"), label("muted")
        self._reasons = [label() for _number in range(_MOST_REASONS)]
        self._calling = CalleePresenter(self, kit)
        self._reminding = Reminding(self, kit)
        self._resting: frozenset[PartyId] = frozenset()
        self._reminded: Mapping[PartyId, date] = {}
        self.lay_out()
        head = QHBoxLayout()
        head.addWidget(self._who)
        head.addStretch(1)
        head.addWidget(self._interval)
        head.addSpacing(16)
        head.addWidget(self._phones)
        self._callee.body.addLayout(head)
        for reason in self._reasons:
            self._callee.body.addWidget(reason)
        self._callee.hide()
        page = self.layout()
        assert page is not None
        page.addWidget(self._callee)
        self._table.moved.connect(self._moved)

    def open(self, _place: Place) -> None:
        self._calling.ask_who_rests()
        self.presenter.begin()

    def resume(self, place: Place) -> None:
        self._calling.ask_who_rests()
        super().resume(place)

    def books_changed(self, touched: Touched, initiator: object) -> None:
        if touched.nouns & {Noun.COLLECTING, Noun.VOUCHER}:
            self._calling.ask_who_rests()
        super().books_changed(touched, initiator)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            **super().acts(),
            "statement": partial(self.go_to_party, "statement"),
            "remind": self._remind,
            "why": partial(self.go_to_party, "party_risk"),
            "pin": partial(self.go_to_party, "party_risk", PIN),
        }

    def _remind(self) -> None:
        line = self._model.row_at(self._table.current_row)
        self._reminding.remind(line.party_id if line is not None else None)

    # What such a list says -----------------------------------------------------------------

    def title_words(self) -> str:
        return self.tr("Today's calls")

    def rows_of(self, found: Foretold) -> Sequence[RiskLine]:
        return calls_on(found.lines, found.today_on, self._resting, self._reminded)

    def sums_of(self, rows: Sequence[RiskLine]) -> tuple[str, ...]:
        return sums_of(rows, self.tr("%n call(s)", "", len(rows)))

    def note_words(self, found: Foretold) -> str:
        due, unpromised = (
            len(calls_on(found.lines, found.today_on, each)) for each in ((), self._resting)
        )
        reminded = unpromised - len(self.rows_of(found))
        words = [super().note_words(found)]
        if reminded:
            words.insert(0, self.tr("%n party(s) were reminded and rest", "", reminded))
        if due - unpromised:
            words.insert(0, self.tr("%n party(s) promised and rest", "", due - unpromised))
        return " · ".join(filter(None, words))

    def none_words(self) -> str:
        return self.tr("Nobody needs to be reminded today. Whose bill becomes due will stand here.")

    def choose(self) -> None:
        self.go_to_party("party")

    def show_foretold(self, found: Foretold, *, is_anew: bool) -> None:
        super().show_foretold(found, is_anew=is_anew)
        self._moved(self._table.current_row)

    def show_resting(self, party_ids: frozenset[PartyId]) -> None:
        self._resting = party_ids
        if self.found is not None:
            self.show_foretold(self.found, is_anew=False)

    def show_reminded(self, last_on: Mapping[PartyId, date]) -> None:
        self._reminded = last_on
        if self.found is not None:
            self.show_foretold(self.found, is_anew=False)

    # The party under the cursor ----------------------------------------------------------------

    def show_phones(self, phones: tuple[str, ...]) -> None:
        self._phones.setText(" · ".join(phones))

    def _moved(self, row: int) -> None:
        line = self._model.row_at(row)
        self._callee.setVisible(line is not None)
        self._calling.stand_on(line)
        if line is None or self.found is None:
            return
        self._who.setText(line.party)
        self._interval.setText(reminder_words(line.risk, self.found.today_on))
        for number, shown in enumerate(self._reasons):
            reasons = line.risk.reasons
            shown.setVisible(number < len(reasons))
            if number < len(reasons):
                shown.setText("• " + text.sentence(reasons[number].sentence))
