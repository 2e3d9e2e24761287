"""Run sheets: issued from what is due, worked off row by row, closed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.queries.beats import BeatPlan
from collectiq_desktop.core.queries.custody import Custody
from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.core.queries.promises import Promises
from collectiq_desktop.core.queries.runsheets import SheetDetails, SheetLine
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.run_sheet.presenter import RowOutcome, RunSheetPresenter
from collectiq_desktop.ui.screens.run_sheets.presenter import RunSheetsPresenter
from tests.fakes import InlineDesk
from tests.people import employ
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way, kit_of

TODAY = date(2026, 11, 22)


@dataclass
class SeenSheets:
    """Both views, that keep what they were told."""

    lines: list[SheetLine] = field(default_factory=list)
    details: list[SheetDetails] = field(default_factory=list)
    choices: list[tuple[list[str], list[str]]] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    closed_count: int = 0

    def show_sheets(self, lines: Sequence[SheetLine], *, is_anew: bool) -> None:
        self.lines = list(lines)
        assert is_anew in (True, False)

    def show_sheet(self, details: SheetDetails, *, is_anew: bool) -> None:
        self.details.append(details)
        assert is_anew in (True, False)

    def show_choices(self, people: Sequence[EmployeeRow], beats: Sequence[BeatPlan]) -> None:
        named = [each.beat for each in beats]
        self.choices.append(([each.employee.name for each in people], named))

    def show_problem(self, field: str, sentence: str) -> None:
        self.problems.append((field, sentence))

    def close_deed(self) -> None:
        self.closed_count += 1


@dataclass
class Stage:
    plain: PlainBooks
    agent_id: UserId
    kit: Kit
    view: SeenSheets
    sheets: RunSheetsPresenter
    way: Way

    def opened(self) -> RunSheetPresenter:
        """The sheet that was issued, opened."""
        presenter = RunSheetPresenter(self.view, self.kit)
        presenter.begin(self.way.places[-1].text)
        return presenter


@pytest.fixture
def stage(plain_books: PlainBooks) -> Stage:
    plain = plain_books
    employ(plain, "Owner", Role.ADMIN)
    agent_id = employ(plain, "Ravi", Role.AGENT)
    plain.write(
        """
        party    Asha   beat North
        party    Bina   beat North
        party    Chand  beat North
        invoice  S/1  2026-10-01  Asha   100.00
        invoice  S/2  2026-10-01  Bina   200.00
        invoice  S/3  2026-10-01  Chand  300.00
        """
    )
    view = SeenSheets()
    kit = kit_of(plain, InlineDesk(plain.books))
    way: Any = kit.navigation
    made = Stage(plain, agent_id, kit, view, RunSheetsPresenter(view, kit), way)
    made.sheets.begin()
    return made


def test_a_sheet_is_issued_from_what_is_overdue(stage: Stage) -> None:
    assert stage.view.choices[-1] == (["Owner", "Ravi"], ["North"])
    stage.sheets.issue(stage.agent_id, "North", TODAY)
    assert stage.way.places[-1].screen == "run_sheet"
    stage.sheets.refresh()
    [line] = stage.view.lines
    assert (line.agent, line.title, line.rows_count, line.expected_paise) == (
        "Ravi",
        "North",
        3,
        60_000,
    )
    stage.sheets.open(line)
    assert stage.way.places[-1] == Place(screen="run_sheet", text=line.sheet_id.hex())


def test_where_nobody_owes_no_sheet_is_issued(stage: Stage) -> None:
    stage.sheets.issue(stage.agent_id, "", TODAY)
    assert [field for field, _words in stage.view.problems] == ["beat"]
    assert stage.way.places == []


def test_rows_end_in_money_promise_or_a_word_and_the_sheet_closes(stage: Stage) -> None:
    stage.sheets.issue(stage.agent_id, "North", TODAY)
    presenter = stage.opened()
    asha, bina, chand = stage.view.details[-1].rows
    presenter.close()
    assert "3 rows" in stage.view.problems.pop()[1]
    presenter.end_row(asha, RowOutcome(outcome=Outcome.PART, amount_paise=4_000))
    presenter.end_row(
        bina, RowOutcome(outcome=Outcome.PROMISED, amount_paise=20_000, promised_on=TODAY)
    )
    presenter.end_row(chand, RowOutcome(outcome=Outcome.SHUT, note="till Monday"))
    rows = stage.view.details[-1].rows
    assert [(row.outcome, row.received_paise) for row in rows] == [
        ("part", 4_000),
        ("promised", 0),
        ("shut", 0),
    ]
    [agent] = stage.plain.ask(Custody()).agents
    assert (agent.agent, agent.held_paise) == ("Ravi", 4_000)
    [promise] = stage.plain.ask(Promises()).lines
    assert (promise.party, promise.taker) == ("Bina", "Ravi")
    presenter.close()
    assert stage.view.details[-1].sheet.closed_on == TODAY
    assert (stage.view.problems, stage.view.closed_count) == ([], 4)


def test_a_refusal_stands_at_its_field_and_nothing_is_recorded_twice(stage: Stage) -> None:
    stage.sheets.issue(stage.agent_id, "North", TODAY)
    presenter = stage.opened()
    row = stage.view.details[-1].rows[0]
    presenter.end_row(row, RowOutcome(outcome=Outcome.PAID, amount_paise=0))
    assert [field for field, _words in stage.view.problems] == ["amount"]
    presenter.end_row(row, RowOutcome(outcome=Outcome.PAID, amount_paise=1_000, note="x" * 501))
    assert [field for field, _words in stage.view.problems] == ["amount", "note"]
    presenter.end_row(row, RowOutcome(outcome=Outcome.PAID, amount_paise=1_000))
    assert stage.view.details[-1].rows[0].received_paise == 1_000
    presenter.open(row)
    assert stage.way.places[-1] == Place(screen="party", party_id=row.party_id)
