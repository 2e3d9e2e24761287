"""Which agent has which party: ticked ones are given to somebody at once. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from collectiq_desktop.core.domain.assignments import Part
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.assignments import (
    AssignmentLine,
    Assignments,
    AssignmentStep,
    AssignmentSteps,
    Marks,
    PartyMarks,
)
from collectiq_desktop.core.queries.employees import EmployeeRow, Employees
from collectiq_desktop.core.services.assigning import AssignParties
from collectiq_desktop.ui.kit import Kit, Place

_KEY, _PEOPLE, _MARKS, _STEPS = "assign", "assign people", "assign marks", "assign steps"
NOBODY = "nobody"
"""The choice of parties that have no main agent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """Which parties are shown; `whose` is an agent in hexadecimal digits, or `nobody`.

    Money: least_paise is what a party owes at least, 0 for all.
    """

    beat: str = ""
    area: str = ""
    tag: str = ""
    category: str = ""
    whose: str = ""
    is_overdue: bool = False
    least_paise: int = 0


class AssignView(Protocol):
    """What the presenter tells the screen."""

    def show_parties(
        self, lines: Sequence[AssignmentLine], ticked: frozenset[PartyId], *, is_anew: bool
    ) -> None:
        """The parties, and which are ticked."""
        ...

    def show_choices(self, people: Sequence[EmployeeRow], marks: Marks) -> None:
        """The employees, also who left, and what parties are chosen by."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def show_steps(self, party: str, steps: Sequence[AssignmentStep]) -> None:
        """Who had a party and has it, the newest first."""
        ...

    def close_deed(self) -> None:
        """It is done."""
        ...


class AssignPresenter:
    """Asks for the parties, ticks them, and gives them away."""

    def __init__(self, view: AssignView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._ask = Assignments()
        self._lines: Sequence[AssignmentLine] = ()
        self._ticked: set[PartyId] = set()
        self._people: Sequence[EmployeeRow] = ()
        self._is_anew = True

    def begin(self) -> None:
        """Show the parties."""
        self._is_anew = True
        self._ticked.clear()
        self.refresh()
        self._kit.work.ask(Employees(with_inactive=True), key=_PEOPLE, done=self._took_people)

    def choose(self, wanted: Wanted) -> None:
        """Only these parties."""
        whose = wanted.whose
        self._ask = Assignments(
            beat=wanted.beat,
            area=wanted.area,
            tag=wanted.tag,
            category=wanted.category,
            agent_id=UserId(bytes.fromhex(whose)) if whose not in ("", NOBODY) else None,
            is_nobodys=whose == NOBODY,
            is_overdue=wanted.is_overdue,
            least_paise=wanted.least_paise,
        )
        self._ticked.clear()
        self._is_anew = True
        self._view.close_deed()
        self.refresh()

    def refresh(self) -> None:
        """The parties as they are now."""
        self._kit.work.ask(self._ask, key=_KEY, done=self._took, failed=self._failed)

    def books_changed(self, touched: Touched) -> None:
        """Somebody may have another agent."""
        if touched.nouns & {Noun.ASSIGNMENT, Noun.PARTY, Noun.VOUCHER, Noun.EMPLOYEE}:
            self.refresh()

    def tick(self, line: AssignmentLine | None) -> None:
        """Tick a party, or take its tick away."""
        if line is not None:
            self._ticked ^= {line.party_id}
            self._show()

    def tick_all(self) -> None:
        """Tick all parties that are shown, or none where all are ticked."""
        every = {line.party_id for line in self._lines}
        self._ticked = set() if every <= self._ticked else every
        self._show()

    def open(self, line: AssignmentLine) -> None:
        """The party."""
        self._kit.navigation.go(Place(screen="party", party_id=line.party_id))

    def tell_steps(self, line: AssignmentLine | None) -> None:
        """Who had this party before."""
        if line is not None:
            ask = AssignmentSteps(party_id=line.party_id)
            self._kit.work.ask(
                ask, key=_STEPS, done=lambda steps: self._view.show_steps(line.party, steps)
            )

    def assign(self, line: AssignmentLine | None, agent_id: UserId, part: Part) -> None:
        """Give the ticked parties to an agent, or the one under the cursor."""
        ticked = [each.party_id for each in self._lines if each.party_id in self._ticked]
        if not ticked and line is not None:
            ticked = [line.party_id]
        command = AssignParties(
            fact_id=FactId(self._kit.ids.mint()),
            agent_id=agent_id,
            party_ids=tuple(ticked),
            part=part,
        )
        self._kit.work.run(command, done=self._assigned, failed=self._failed, initiator=self)

    def _assigned(self, _result: object) -> None:
        self._ticked.clear()
        self._view.close_deed()
        self.refresh()

    def _failed(self, error: CollectIQError) -> None:
        self._view.show_problem(error.field or "", error.message)

    def _took(self, lines: tuple[AssignmentLine, ...]) -> None:
        self._lines = lines
        self._show()

    def _took_people(self, people: tuple[EmployeeRow, ...]) -> None:
        self._people = people
        self._kit.work.ask(PartyMarks(), key=_MARKS, done=self._took_marks)

    def _took_marks(self, marks: Marks) -> None:
        self._view.show_choices(self._people, marks)

    def _show(self) -> None:
        is_anew, self._is_anew = self._is_anew, False
        self._view.show_parties(self._lines, frozenset(self._ticked), is_anew=is_anew)
