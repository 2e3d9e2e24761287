"""The demo firm: believable, the same for one seed, and in books that verify."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.queries.daybook import DayBook, DayBookLine
from collectiq_desktop.core.queries.outstanding import Outstanding
from collectiq_desktop.core.queries.parties import PartyList
from collectiq_desktop.demo.making import DemoFirm, DemoPlan, make_demo_firm
from collectiq_desktop.demo.people import Habit
from collectiq_desktop.paths import resources_folder
from tests.fakes import CountingIds, FixedClock

TODAY_ON = date(2026, 11, 22)


def make(path: Path, *, parties: int = 40, vouchers: int = 1_200, seed: int = 7) -> DemoFirm:
    told: list[tuple[int, int]] = []
    firm = make_demo_firm(
        path,
        DemoPlan(parties_count=parties, vouchers_count=vouchers, seed=seed),
        outside=Surroundings(clock=FixedClock(), ids=CountingIds()),
        words_folder=resources_folder() / "demo",
        progress=lambda done, total: told.append((done, total)),
    )
    assert not told or told[-1][0] == told[-1][1]
    return firm


def opened(path: Path) -> Books:
    return Books.open(path, Surroundings(clock=FixedClock(), ids=CountingIds(start=10**6)))


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demo") / "demo.collectiq"
    make(path)
    return path


def day_book(path: Path) -> tuple[DayBookLine, ...]:
    books = opened(path)
    rows = books.ask(DayBook(limit=100_000)).rows
    books.close()
    return rows


def test_it_has_exactly_what_was_asked_for(demo: Path) -> None:
    books = opened(demo)
    assert len(books.ask(PartyList(limit=1_000)).rows) == 40
    books.close()
    assert len(day_book(demo)) == 1_200


def test_it_covers_two_years_and_no_sunday(demo: Path) -> None:
    days = [line.on for line in day_book(demo)]
    assert date(2024, 11, 22) <= min(days) < date(2025, 1, 1)
    assert date(2026, 11, 1) < max(days) <= TODAY_ON
    assert not [day for day in days if day.weekday() == 6]


def test_it_is_believable(demo: Path) -> None:
    lines = day_book(demo)
    kinds = Counter(line.kind for line in lines)
    assert kinds["sales_invoice"] > 300
    assert kinds["receipt"] > 400
    assert kinds["credit_note"] > 0
    assert kinds["contra"] > 50
    assert {line.mode for line in lines if line.kind == "receipt"} == {
        "cash",
        "upi",
        "cheque",
        "bank",
    }
    assert any(line.is_cancelled for line in lines)
    names = {line.party for line in lines}
    assert any("ऀ" <= char <= "ॿ" for name in names for char in name)
    assert any("઀" <= char <= "૿" for name in names for char in name)


def test_some_pay_late_and_most_money_comes_in(demo: Path) -> None:
    books = opened(demo)
    sheet = books.ask(Outstanding())
    books.close()
    late = [bill for party in sheet.parties for bill in party.bills if bill.overdue_days]
    sold_paise = sum(line.amount_paise for line in day_book(demo) if line.kind == "sales_invoice")
    assert late
    assert 0 < sheet.total_paise < sold_paise // 5


def test_its_books_verify(demo: Path) -> None:
    books = opened(demo)
    verification = books.verify()
    books.close()
    assert verification.ok, verification.checks


def _tale(path: Path) -> list[tuple[Any, ...]]:
    return [line[1:] for line in day_book(path)]


def test_one_seed_tells_one_tale(tmp_path: Path, demo: Path) -> None:
    make(tmp_path / "again")
    make(tmp_path / "other", seed=8)
    assert _tale(tmp_path / "again") == _tale(demo)
    assert _tale(tmp_path / "other") != _tale(demo)


def test_habits_differ(tmp_path: Path) -> None:
    firm = make(tmp_path / "x", parties=200, vouchers=0)
    assert sum(firm.habits.values()) == 200
    assert all(firm.habits[habit] > 0 for habit in Habit)


def test_names_never_run_out(tmp_path: Path) -> None:
    make(tmp_path / "x", parties=3_000, vouchers=1)
    books = opened(tmp_path / "x")
    rows = books.ask(PartyList(limit=5_000)).rows
    books.close()
    assert len({row.party for row in rows}) == 3_000


@pytest.mark.parametrize(("parties", "vouchers"), [(0, 1), (1, -1), (200_000, 1), (1, 3_000_000)])
def test_what_no_wholesaler_has_is_refused(tmp_path: Path, parties: int, vouchers: int) -> None:
    with pytest.raises(BadInput):
        make(tmp_path / "x", parties=parties, vouchers=vouchers)
    assert not (tmp_path / "x").exists()
