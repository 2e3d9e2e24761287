"""Parties and their agents on the screen."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from collectiq_desktop.core.domain.assignments import Part
from collectiq_desktop.core.domain.ids import PartyId, UserId
from collectiq_desktop.core.domain.risk import Category
from collectiq_desktop.core.domain.touched import Touched
from collectiq_desktop.core.queries.assignments import AssignmentLine, AssignmentStep, Marks
from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.ui import text
from collectiq_desktop.ui.collecting.deed import DeedCard
from collectiq_desktop.ui.collecting.screen import ListScreen
from collectiq_desktop.ui.foretold.words import category_words
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.assign.columns import ASSIGN_COLUMNS, Row
from collectiq_desktop.ui.screens.assign.presenter import NOBODY, AssignPresenter, Wanted
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.field import AmountField, ChoiceField
from collectiq_desktop.ui.widgets.pieces import Fact, label


class AssignScreen(ListScreen):
    """Parties by name; those that are ticked are given away together."""

    name = "assign"

    def __init__(self, kit: Kit) -> None:
        super().__init__(kit, ASSIGN_COLUMNS, lambda row: row.line.party_id)
        self._presenter = AssignPresenter(self, kit)
        self._agent, self._part = ChoiceField("agent"), ChoiceField("part")
        self._beat, self._area, self._tag = (
            ChoiceField("beat"),
            ChoiceField("area"),
            ChoiceField("tag"),
        )
        self._risk = ChoiceField("category")
        self._whose, self._late, self._least = (
            ChoiceField("whose"),
            ChoiceField("overdue"),
            AmountField("least"),
        )
        self._people: Sequence[EmployeeRow] = ()
        self._marks, self._wanted = Marks((), (), ()), Wanted()
        self._past = label("muted")
        self._past.setWordWrap(True)
        self.card.body.addWidget(self._past)
        self._past.hide()
        self._ticked_count = 0
        self._giving = self.add_deed(DeedCard([self._agent, self._part]))
        which = [self._beat, self._area, self._tag, self._risk]
        choices = [*which, self._whose, self._late, self._least]
        self._choosing = self.add_deed(DeedCard(choices))
        self._giving.finished.connect(self._given)
        self._choosing.finished.connect(self._chosen_some)
        self.table.chosen.connect(self._chosen)
        self.table.moved.connect(lambda _row: self._past.hide())

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
            "past": self._tell_past,
        }

    def retranslate(self) -> None:
        self.title.setText(self.tr("Assignment"))
        self.table.set_empty_text(self.tr("No party is here. Ctrl+H shows others."))
        self._agent.set_caption(self.tr("To"))
        self._part.set_caption(self.tr("As"))
        self._beat.set_caption(self.tr("Beat"))
        self._area.set_caption(self.tr("Area"))
        self._tag.set_caption(self.tr("Tag"))
        self._risk.set_caption(self.tr("Risk"))
        self._risk.set_choices(
            [("", self.tr("any")), *((each, category_words(each)) for each in Category)]
        )
        self._whose.set_caption(self.tr("Whose"))
        self._late.set_caption(self.tr("Bills"))
        self._least.set_caption(self.tr("Owes at least ₹"))
        self._late.set_choices([("", self.tr("all")), ("overdue", self.tr("overdue only"))])
        self._giving.button.setText(self.tr("Give"))
        self._choosing.button.setText(self.tr("Show"))
        self._part.set_choices(
            [
                (Part.MAIN, self.tr("main agent")),
                (Part.OTHER, self.tr("beside the main agent")),
                (Part.NONE, self.tr("no more his")),
            ]
        )
        self.show_choices(self._people, self._marks)
        self.which.setText(self._words_of(self._wanted))
        self._past.hide()
        self._presenter.refresh()

    # What the presenter tells -----------------------------------------------------------

    def show_parties(
        self, lines: Sequence[AssignmentLine], ticked: frozenset[PartyId], *, is_anew: bool
    ) -> None:
        """The parties, and which are ticked."""
        self._ticked_count = len(ticked)
        rows = [Row(line, line.party_id in ticked) for line in lines]
        self.show_rows(rows, is_anew=is_anew)
        nobodys = [line for line in lines if line.agent_id is None]
        owed_paise = sum(line.balance_paise for line in lines if line.party_id in ticked)
        owed = Fact(self.tr("They owe"), text.rupees(owed_paise))
        self.strip.show_facts(
            [
                Fact(self.tr("Parties"), text.count(len(lines))),
                Fact(
                    self.tr("Without an agent"),
                    text.count(len(nobodys)),
                    Tone.WARN if nobodys else Tone.MUTED,
                ),
                Fact(self.tr("Ticked"), text.count(len(ticked)), Tone.ACCENT),
                *([owed] if self.kit.sees_totals else ()),
            ]
        )

    def show_choices(self, people: Sequence[EmployeeRow], marks: Marks) -> None:
        """The employees, also who left, and what parties are chosen by."""
        self._people, self._marks = people, marks
        working = [each for each in people if each.employee.is_active]
        named = [(each.employee_id.hex(), each.employee.name) for each in working]
        left = [
            (each.employee_id.hex(), self.tr("{name} (has left)").format(name=each.employee.name))
            for each in people
            if each.parties_count and not each.employee.is_active
        ]
        self._agent.set_choices(named)
        for field, every, words in (
            (self._beat, self.tr("every beat"), marks.beats),
            (self._area, self.tr("every area"), marks.areas),
            (self._tag, self.tr("any or none"), marks.tags),
        ):
            field.set_choices([("", every), *((each, each) for each in words)])
        first = [("", self.tr("everybody's")), (NOBODY, self.tr("nobody's"))]
        self._whose.set_choices([*first, *named, *left])

    def show_steps(self, party: str, steps: Sequence[AssignmentStep]) -> None:
        """Who had a party and has it, the newest first."""
        words = {
            Part.MAIN: self.tr("{agent} as main agent since {at}"),
            Part.OTHER: self.tr("{agent} beside since {at}"),
            Part.NONE: self.tr("taken from {agent} at {at}"),
        }
        told = [
            words[step.part].format(agent=step.agent, at=text.moment(step.assigned_at))
            for step in steps
        ]
        nobody = self.tr("was never given to anybody")
        self._past.setText(f"{party}: " + (" · ".join(told) or nobody))
        self._past.show()

    # Intentions -------------------------------------------------------------------------

    def _line(self) -> AssignmentLine | None:
        row: Row | None = self.table.current
        return row.line if row is not None else None

    def _chosen(self, number: int) -> None:
        row: Row | None = self.model.row_at(number)
        if row is not None:
            self._presenter.open(row.line)

    def _tick(self) -> None:
        self._presenter.tick(self._line())

    def _begin_giving(self) -> None:
        if not self._agent.box.count():
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
        self._wanted = Wanted(
            beat=self._beat.key,
            area=self._area.key,
            tag=self._tag.key,
            category=self._risk.key,
            whose=self._whose.key,
            is_overdue=bool(self._late.key),
            least_paise=self._least.value or 0,
        )
        self.which.setText(self._words_of(self._wanted))
        self._presenter.choose(self._wanted)

    def _words_of(self, wanted: Wanted) -> str:
        """What is chosen, as it stands beside the title."""
        told = [
            field.box.currentText()
            for field, key in (
                (self._beat, wanted.beat),
                (self._area, wanted.area),
                (self._tag, wanted.tag),
                (self._risk, wanted.category),
                (self._whose, wanted.whose),
                (self._late, wanted.is_overdue),
            )
            if key
        ]
        if wanted.least_paise:
            least = self.tr("{amount} or more")
            told.append(least.format(amount=text.rupees(wanted.least_paise)))
        return " · ".join(told)

    def _tell_past(self) -> None:
        self._presenter.tell_steps(self._line())
