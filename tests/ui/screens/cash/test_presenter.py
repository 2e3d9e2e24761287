"""Cash hand-overs: counted in blind, signed or disputed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.domain.vouchers import Pieces
from collectiq_desktop.core.queries.custody import HandoverLine
from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.core.services.custody import CountedIn
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.cash.presenter import CashPresenter
from tests.core.looking import voucher_id
from tests.fakes import InlineDesk
from tests.people import employ
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way, kit_of


@dataclass
class SeenCash:
    """A view that keeps what it was told."""

    lines: list[HandoverLine] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    counted: list[CountedIn] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    closed_count: int = 0

    def show_handovers(self, lines: Sequence[HandoverLine], *, is_anew: bool) -> None:
        self.lines = list(lines)
        assert is_anew in (True, False)

    def show_people(self, people: Sequence[EmployeeRow]) -> None:
        self.people = [each.employee.name for each in people]

    def show_counted(self, counted: CountedIn) -> None:
        self.counted.append(counted)

    def show_problem(self, field: str, sentence: str) -> None:
        assert sentence
        self.problems.append(field)

    def close_deed(self) -> None:
        self.closed_count += 1


@dataclass
class Stage:
    agent_id: UserId
    view: SeenCash
    presenter: CashPresenter
    way: Way


@pytest.fixture
def stage(plain_books: PlainBooks) -> Stage:
    plain = plain_books
    employ(plain, "Owner", Role.ADMIN)
    agent_id = employ(plain, "Ravi", Role.AGENT)
    plain.run(
        RecordReceipt(
            voucher_id=voucher_id(plain),
            party_id=plain.party_id("Asha"),
            amount_paise=12_500_00,
            agent_id=agent_id,
        )
    )
    view = SeenCash()
    kit = kit_of(plain, InlineDesk(plain.books))
    way: Any = kit.navigation
    made = Stage(agent_id, view, CashPresenter(view, kit), way)
    made.presenter.begin()
    return made


def test_a_hand_over_that_is_500_short_is_told_only_after_it_was_counted(stage: Stage) -> None:
    assert (stage.view.people, stage.view.lines) == (["Ravi", "Owner"], [])
    stage.presenter.count_in(stage.agent_id, [Pieces(500, 24)], None)
    [counted] = stage.view.counted
    assert (counted.counted_paise, counted.short_paise) == (12_000_00, 500_00)
    [line] = stage.view.lines
    assert (line.counted_by, line.is_agreed) == ("Owner", None)
    stage.presenter.open(line)
    assert stage.way.places == [Place(screen="voucher", voucher_id=line.voucher_id)]


def test_the_agent_signs_or_disagrees_once(stage: Stage) -> None:
    stage.presenter.sign(None, is_agreed=True)
    stage.presenter.count_in(stage.agent_id, [Pieces(500, 24)], 12_000_00)
    stage.presenter.sign(stage.view.lines[0], is_agreed=False, note="25 notes")
    assert (stage.view.lines[0].is_agreed, stage.view.lines[0].note) == (False, "25 notes")
    stage.presenter.sign(stage.view.lines[0], is_agreed=True)
    assert stage.view.problems == ["voucher"]


def test_what_cannot_be_counted_stands_at_its_field(stage: Stage) -> None:
    stage.presenter.count_in(UserId(b"?" * 16), [Pieces(500, 1)], None)
    assert stage.view.problems == ["agent"]
    assert stage.view.counted == []
