"""The risk list on the screen: who is at risk, how that went, and what is at stake."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtCore import Qt

from collectiq_desktop.core.domain.risk import Category, Frequency
from collectiq_desktop.core.queries.risk import RiskLine
from collectiq_desktop.ui.foretold.pinning import PIN
from collectiq_desktop.ui.foretold.presenter import Foretold
from collectiq_desktop.ui.foretold.screen import ForetoldScreen
from collectiq_desktop.ui.foretold.words import basis_words, category_words, frequency_words
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.risk.choosing import Choice, choice_of
from collectiq_desktop.ui.screens.risk.columns import RISK_COLUMNS, sums_of
from collectiq_desktop.ui.widgets.field import ChoiceField

_LEADS_TO = ("forecast", "segments", "risk_model")


class RiskScreen(ForetoldScreen[RiskLine]):
    """All parties by risk; Enter says why."""

    name = "risk"

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, RISK_COLUMNS, identity_of=lambda line: line.party_id)
        self._choice = Choice()
        self._category, self._frequency = ChoiceField("category"), ChoiceField("frequency")
        for field in (self._category, self._frequency):
            field.setFixedWidth(150)
            field.changed.connect(self._chose)
            field.entered.connect(self._table.setFocus)
            self.head.addWidget(field, 0, Qt.AlignmentFlag.AlignTop)
        self.lay_out()

    # What the shell calls ---------------------------------------------------------------

    def open(self, place: Place) -> None:
        wanted = choice_of(place.text)
        self._choice = replace(wanted, is_by_name=self._choice.is_by_name)
        self._category.set_key(self._choice.category)
        self._frequency.set_key(self._choice.frequency)
        self.presenter.begin()

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            **super().acts(),
            **{screen: partial(self.presenter.go, screen) for screen in _LEADS_TO},
            "pin": partial(self.go_to_party, "party_risk", PIN),
            "order": self._turn,
            "category": self._category.focus_all,
            "frequency": self._frequency.focus_all,
        }

    def may_leave(self) -> bool:
        if any(each.input.hasFocus() for each in (self._category, self._frequency)):
            self._table.setFocus()
            return False
        return True

    def retranslate(self) -> None:
        everyone = self.tr("All")
        categories = [(each.value, category_words(each)) for each in Category]
        frequencies = [(each.value, frequency_words(each)) for each in Frequency]
        self._category.set_caption(self.tr("Category") + "   Alt+F12")
        self._category.set_choices([("", everyone), *categories])
        self._frequency.set_caption(self.tr("Pays") + "   Ctrl+H")
        self._frequency.set_choices([("", everyone), *frequencies])
        super().retranslate()

    # What such a list says -----------------------------------------------------------------

    def title_words(self) -> str:
        return self.tr("Risk")

    def rows_of(self, found: Foretold) -> Sequence[RiskLine]:
        return self._choice.rows_of(found.lines)

    def sums_of(self, rows: Sequence[RiskLine]) -> tuple[str, ...]:
        return sums_of(rows, self.tr("%n parties", "", len(rows)))

    def note_words(self, found: Foretold) -> str:
        if found.outlook is None:
            return ""
        order = self.tr("by name") if self._choice.is_by_name else self.tr("riskiest first")
        return f"{order} · {basis_words(found.outlook)}"

    def none_words(self) -> str:
        return self.tr("No party is of this category and pays like this; Alt+F12 chooses another.")

    def choose(self) -> None:
        self.go_to_party("party_risk")

    # Intentions ---------------------------------------------------------------------------

    def _turn(self) -> None:
        self._choice = self._choice.turned()
        self._show_anew()

    def _chose(self) -> None:
        chosen = replace(self._choice, category=self._category.key, frequency=self._frequency.key)
        if chosen != self._choice:
            self._choice = chosen
            self._show_anew()

    def _show_anew(self) -> None:
        if self.found is not None:
            self.show_foretold(self.found, is_anew=True)
