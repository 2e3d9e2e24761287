"""Promises: which are shown, one more, and one taken back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import pytest

from collectiq_desktop.core.queries.promises import PromiseLine, PromiseSheet
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.promises.presenter import PromisesPresenter, Which
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way, kit_of

TODAY = date(2026, 11, 22)


@dataclass
class SeenPromises:
    """A view that keeps what it was told."""

    lines: list[PromiseLine] = field(default_factory=list)
    which: Which | None = None
    problems: list[str] = field(default_factory=list)
    closed_count: int = 0

    def show_promises(
        self, lines: Sequence[PromiseLine], _sheet: PromiseSheet, which: Which, *, is_anew: bool
    ) -> None:
        self.lines, self.which = list(lines), which
        assert is_anew in (True, False)

    def show_problem(self, field: str, sentence: str) -> None:
        assert sentence
        self.problems.append(field)

    def close_deed(self) -> None:
        self.closed_count += 1


@dataclass
class Stage:
    plain: PlainBooks
    presenter: PromisesPresenter
    view: SeenPromises
    way: Way


@pytest.fixture
def stage(plain_books: PlainBooks) -> Stage:
    plain_books.write("invoice  S/1  2026-10-01  Asha  500.00")
    view = SeenPromises()
    kit = kit_of(plain_books, InlineDesk(plain_books.books))
    way: Any = kit.navigation
    made = Stage(plain_books, PromisesPresenter(view, kit), view, way)
    made.presenter.begin("")
    return made


def test_a_promise_is_noted_and_turns_with_the_days(stage: Stage) -> None:
    asha = stage.plain.parties["Asha"]
    stage.presenter.promise(asha, 20_000, date(2026, 11, 24), "by UPI")
    stage.presenter.promise(asha, 10_000, TODAY, "")
    assert [line.amount_paise for line in stage.view.lines] == [10_000, 20_000]
    stage.presenter.begin("due")
    assert [line.amount_paise for line in stage.view.lines] == [10_000]
    stage.plain.clock.move(days=3)
    stage.presenter.begin("broken")
    assert [line.amount_paise for line in stage.view.lines] == [10_000]
    stage.presenter.turn()
    assert (stage.view.which, len(stage.view.lines)) == (Which.ALL, 2)


def test_a_promise_is_taken_back(stage: Stage) -> None:
    stage.presenter.promise(stage.plain.parties["Asha"], 20_000, TODAY, "")
    stage.presenter.withdraw(stage.view.lines[0], "")
    assert stage.view.problems == ["reason"]
    stage.presenter.withdraw(stage.view.lines[0], "other party")
    assert (stage.view.lines, stage.view.closed_count) == ([], 2)


def test_what_is_no_promise_is_refused_at_its_field(stage: Stage) -> None:
    stage.presenter.promise(stage.plain.parties["Asha"], 20_000, date(2026, 1, 1), "")
    assert stage.view.problems == ["promised_on"]


def test_the_party_is_opened_and_its_money_taken(stage: Stage) -> None:
    asha = stage.plain.parties["Asha"]
    stage.presenter.promise(asha, 20_000, TODAY, "")
    stage.presenter.open(stage.view.lines[0])
    stage.presenter.receive(stage.view.lines[0])
    stage.presenter.receive(None)
    assert stage.way.places == [
        Place(screen="party", party_id=asha),
        Place(screen="receipt", party_id=asha),
    ]
