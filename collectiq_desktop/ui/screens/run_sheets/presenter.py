"""Run sheets: the list, and one more for an agent, a beat and a day. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import FactId, UserId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.beats import BeatPlan, BeatPlans
from collectiq_desktop.core.queries.employees import EmployeeRow, Employees
from collectiq_desktop.core.queries.proposals import Proposal, SheetProposals
from collectiq_desktop.core.queries.runsheets import RunSheets, SheetLine
from collectiq_desktop.core.services.runsheets import IssuedSheet, IssueRunSheet
from collectiq_desktop.core.wire.collecting import SheetRow
from collectiq_desktop.ui.kit import Kit, Place

_KEY, _PEOPLE, _BEATS, _PROPOSED = "sheets", "sheets people", "sheets beats", "sheets proposed"
NOBODY_OWES = say(
    "Nobody there is overdue or has promised for that day; there is nothing to issue."
)


class RunSheetsView(Protocol):
    """What the presenter tells the screen."""

    def show_sheets(self, lines: Sequence[SheetLine], *, is_anew: bool) -> None:
        """The run sheets."""
        ...

    def show_choices(self, people: Sequence[EmployeeRow], beats: Sequence[BeatPlan]) -> None:
        """The agents, and the beats with their days."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def close_deed(self) -> None:
        """It is done."""
        ...


class RunSheetsPresenter:
    """Asks for the sheets, proposes the rows of a new one and issues it."""

    def __init__(self, view: RunSheetsView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._is_anew = True
        self._people: Sequence[EmployeeRow] = ()
        self._wanted: tuple[UserId, str, date] | None = None

    def begin(self) -> None:
        """Show the sheets."""
        self._is_anew = True
        self.refresh()
        self._kit.work.ask(Employees(), key=_PEOPLE, done=self._took_people)

    def refresh(self) -> None:
        """The sheets as they are now."""
        self._kit.work.ask(RunSheets(), key=_KEY, done=self._took)

    def books_changed(self, touched: Touched) -> None:
        """A row may have ended."""
        if touched.nouns & {Noun.COLLECTING, Noun.VOUCHER}:
            self.refresh()
        if Noun.EMPLOYEE in touched.nouns:
            self.begin()

    def open(self, line: SheetLine) -> None:
        """The rows of a sheet."""
        self._kit.navigation.go(Place(screen="run_sheet", text=line.sheet_id.hex()))

    def issue(self, agent_id: UserId, beat: str, on: date) -> None:
        """Propose the rows and issue them: of a beat, or of all that the agent has."""
        self._wanted = (agent_id, beat, on)
        ask = SheetProposals(agent_id=None if beat else agent_id, beat=beat, on=on)
        self._kit.work.ask(ask, key=_PROPOSED, done=self._proposed)

    def _proposed(self, found: tuple[Proposal, ...]) -> None:
        if self._wanted is None:
            return
        if not found:
            self._view.show_problem("beat", NOBODY_OWES)
            return
        agent_id, beat, on = self._wanted
        rows = tuple(
            SheetRow(each.party_id, each.expected_paise, " ".join(each.reasons)) for each in found
        )
        command = IssueRunSheet(
            fact_id=FactId(self._kit.ids.mint()), agent_id=agent_id, rows=rows, on=on, title=beat
        )
        self._kit.work.run(command, done=self._issued, failed=self._failed, initiator=self)

    def _issued(self, issued: IssuedSheet) -> None:
        self._view.close_deed()
        self._kit.navigation.go(Place(screen="run_sheet", text=issued.sheet_id.hex()))

    def _failed(self, error: CollectIQError) -> None:
        self._view.show_problem(error.field or "", error.message)

    def _took(self, lines: tuple[SheetLine, ...]) -> None:
        is_anew, self._is_anew = self._is_anew, False
        self._view.show_sheets(lines, is_anew=is_anew)

    def _took_people(self, people: tuple[EmployeeRow, ...]) -> None:
        self._people = people
        self._kit.work.ask(BeatPlans(), key=_BEATS, done=self._took_beats)

    def _took_beats(self, beats: tuple[BeatPlan, ...]) -> None:
        self._view.show_choices(self._people, [each for each in beats if each.parties_count])
