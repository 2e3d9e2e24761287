"""The guide without a window."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.ui.guide.steps import END, STEPS, Guide

VOUCHER, PARTY = Touched({Noun.VOUCHER}), Touched({Noun.PARTY})


@dataclass
class Shown:
    """Keeps what is shown."""

    steps: list[tuple[int, str]] = field(default_factory=list)
    ends: list[str] = field(default_factory=list)
    hidden_count: int = 0

    def show_step(self, number: int, words: str) -> None:
        self.steps.append((number, words))

    def show_end(self, words: str) -> None:
        self.ends.append(words)

    def hide_guide(self) -> None:
        self.hidden_count += 1

    @property
    def number(self) -> int:
        return self.steps[-1][0]


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def guide(shown: Shown) -> Guide:
    return Guide(shown)


def test_a_day_from_beginning_to_end(guide: Guide, shown: Shown) -> None:
    guide.begin()
    guide.opened("party")
    guide.opened("receipt")
    guide.books_changed(VOUCHER)
    guide.opened("sale")
    guide.books_changed(VOUCHER)
    guide.opened("day_book")
    guide.opened("voucher")
    guide.books_changed(VOUCHER)
    guide.opened("statement")
    guide.opened("run_sheets")
    guide.opened("run_sheet")
    guide.opened("cash")
    assert [number for number, _words in shown.steps] == [1, 2, 3, 4, 5, 6, 7, 8]
    assert shown.ends == [END]
    assert shown.hidden_count == 0
    guide.opened("home")
    assert (shown.hidden_count, guide.is_on) == (1, False)


def test_a_step_waits_until_it_is_done(guide: Guide, shown: Shown) -> None:
    guide.begin()
    guide.opened("receipt")
    guide.books_changed(VOUCHER)
    assert shown.number == 1
    guide.opened("party")
    guide.books_changed(VOUCHER)
    guide.opened("receipt")
    guide.books_changed(PARTY)
    assert shown.number == 2
    guide.books_changed(VOUCHER)
    assert shown.number == 3


def test_it_is_ended_and_begun_by_one_key(guide: Guide, shown: Shown) -> None:
    guide.opened("party")
    assert shown.steps == []
    guide.toggle()
    guide.toggle()
    assert (guide.is_on, shown.hidden_count) == (False, 1)
    guide.toggle()
    assert shown.number == 1


def test_every_step_names_its_keys() -> None:
    assert all("Enter" in step.words or "Ctrl+P" in step.words for step in STEPS)
