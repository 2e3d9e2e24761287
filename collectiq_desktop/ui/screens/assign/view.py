"""Parties and their agents on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from collectiq_desktop.core.domain.assignments import Part
from collectiq_desktop.core.domain.ids import PartyId, UserId
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.agents import AssignmentLine
from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.ui import text
from collectiq_desktop.ui.collecting.deed import DeedCard
from collectiq_desktop.ui.collecting.screen import ListScreen
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.assign.presenter import NOBODY, AssignPresenter
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.field import ChoiceField
from collectiq_desktop.ui.widgets.pieces import Fact


class _Row(NamedTuple):
    """A party as the list shows it."""

    line: AssignmentLine
    is_ticked: bool


ASSIGN_COLUMNS: tuple[Column[_Row], ...] = (
    Column(
        title="",
        width=36,
        text_of=lambda row: "✓" if row.is_ticked else "",
        tone_of=lambda _row: Tone.GOOD,
        is_bold=True,
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Party"), width=0, text_of=lambda row: row.line.party),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Beat"),
        width=160,
        text_of=lambda row: text.or_none(row.line.beat),
        tone_of=lambda _row: Tone.MUTED,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Balance"),
        width=140,
        text_of=lambda row: text.with_side(row.line.balance_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Agent"),
        width=190,
        text_of=lambda row: text.or_none(row.line.agent),
        is_bold=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Also"),
        width=190,
        text_of=lambda row: text.or_none(row.line.others),
        tone_of=lambda _row: Tone.MUTED,
    ),
)


class AssignScreen(ListScreen):
    """Parties by name; those that are ticked are given away together."""

    name = "assign"

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, ASSIGN_COLUMNS, lambda row: row.line.party_id)
        self._presenter = AssignPresenter(self, kit)
        self._agent, self._part = ChoiceField("agent"), ChoiceField("part")
        self._beat, self._whose = ChoiceField("beat"), ChoiceField("whose")
        self._people: Sequence[EmployeeRow] = ()
        self._beats: Sequence[str] = ()
        self._ticked_count = 0
        self._giving = self.add_deed(DeedCard([self._agent, self._part]))
        self._choosing = self.add_deed(DeedCard([self._beat, self._whose]))
        self._giving.finished.connect(self._given)
        self._choosing.finished.connect(self._chosen_some)
        self.table.chosen.connect(self._chosen)

    def open(self, _place: Place) -> None:
        self._presenter.begin()

    def resume(self, _place: Place) -> None:
        self._presenter.refresh()

    def books_changed(self, touched: Touched, _initiator: object) -> None:
        self._presenter.books_changed(touched)

    def acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "tick": self._tick,
            "tick_all": self._presenter.tick_all,
            "give": self._begin_giving,
            "which": self._begin_choosing,
        }

    def retranslate(self) -> None:
        self.title.setText(self.tr("Assignment"))
        self.table.set_empty_text(self.tr("No party is here. Ctrl+H shows others."))
        self._agent.set_caption(self.tr("To"))
        self._part.set_caption(self.tr("As"))
        self._beat.set_caption(self.tr("Beat"))
        self._whose.set_caption(self.tr("Whose"))
        self._giving.button.setText(self.tr("Give"))
        self._choosing.button.setText(self.tr("Show"))
        self._part.set_choices(
            [
                (Part.MAIN, self.tr("main agent")),
                (Part.OTHER, self.tr("beside the main agent")),
                (Part.NONE, self.tr("no more his")),
            ]
        )
        self.show_choices(self._people, self._beats)
        self._presenter.refresh()

    # What the presenter tells -----------------------------------------------------------

    def show_parties(
        self, lines: Sequence[AssignmentLine], ticked: frozenset[PartyId], *, is_anew: bool
    ) -> None:
        """The parties, and which are ticked."""
        self._ticked_count = len(ticked)
        rows = [_Row(line, line.party_id in ticked) for line in lines]
        self.show_rows(rows, is_anew=is_anew)
        nobodys = [line for line in lines if line.agent_id is None]
        owed_paise = sum(line.balance_paise for line in lines if line.party_id in ticked)
        self.strip.show_facts(
            [
                Fact(self.tr("Parties"), text.count(len(lines))),
                Fact(
                    self.tr("Without an agent"),
                    text.count(len(nobodys)),
                    Tone.WARN if nobodys else Tone.MUTED,
                ),
                Fact(self.tr("Ticked"), text.count(len(ticked)), Tone.ACCENT),
                Fact(self.tr("They owe"), text.rupees(owed_paise)),
            ]
        )

    def show_choices(self, people: Sequence[EmployeeRow], beats: Sequence[str]) -> None:
        """The agents and the beats that there are."""
        self._people, self._beats = people, beats
        named = [(each.employee_id.hex(), each.employee.name) for each in people]
        self._agent.set_choices(named)
        self._beat.set_choices([("", self.tr("every beat")), *((beat, beat) for beat in beats)])
        first = [("", self.tr("everybody's")), (NOBODY, self.tr("nobody's"))]
        self._whose.set_choices([*first, *named])

    # Intentions -------------------------------------------------------------------------

    def _line(self) -> AssignmentLine | None:
        row: _Row | None = self.table.current
        return row.line if row is not None else None

    def _chosen(self, number: int) -> None:
        row: _Row | None = self.model.row_at(number)
        if row is not None:
            self._presenter.open(row.line)

    def _tick(self) -> None:
        self._presenter.tick(self._line())

    def _begin_giving(self) -> None:
        if not self._people:
            words = self.tr("There are no employees yet; add the agent first.")
            self.kit.navigation.say(words, is_bad=True)
            return
        count = self._ticked_count or int(self._line() is not None)
        self.begin_deed(self._giving, self.tr("Give %n party(ies) to an agent", "", count))

    def _begin_choosing(self) -> None:
        self.begin_deed(self._choosing, self.tr("Which parties are shown"))

    def _given(self) -> None:
        if self._agent.key:
            agent_id = UserId(bytes.fromhex(self._agent.key))
            part = Part(self._part.key or Part.MAIN)
            self._presenter.assign(self._line(), agent_id, part)

    def _chosen_some(self) -> None:
        self._presenter.choose(self._beat.key, self._whose.key)
