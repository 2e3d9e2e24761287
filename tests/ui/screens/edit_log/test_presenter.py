"""The edit log: what is asked for, what a file holds, and what the proof says."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.queries.edit_log import About, EditLogPage
from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.core.services.verify import Check
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.edit_log.columns import rows_of
from collectiq_desktop.ui.screens.edit_log.presenter import EditLogPresenter
from collectiq_desktop.ui.screens.edit_log.saving import Heading, list_of
from collectiq_desktop.ui.tables.paging import AskPage
from tests.fakes import InlineDesk
from tests.people import employ
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way, kit_of

LEDGER = """
    party    Asha Stores
    party    Bina Stores
    invoice  S/1  2026-11-20  Asha Stores  1,000.00
    receipt  R/1  2026-11-21  Bina Stores    400.00  upi
    cancel   R/1  entered twice
"""
HEADING = Heading(
    title="Edit log", subs=(), none_text="Nothing.", made_on=date(2026, 11, 22), language="en"
)


@dataclass
class SeenLog:
    """A view that keeps what it was told."""

    desk: InlineDesk
    periods: list[tuple[date, date]] = field(default_factory=list)
    people: list[str] = field(default_factory=list)
    pages: list[EditLogPage] = field(default_factory=list)
    refreshed_count: int = 0
    chains: list[Check] = field(default_factory=list)
    saved: list[Path] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    is_verifying: bool = False

    def show_period(self, from_on: date, to_on: date) -> None:
        self.periods.append((from_on, to_on))

    def show_people(self, people: Sequence[EmployeeRow]) -> None:
        self.people = [each.employee.name for each in people]

    def show_pages(self, ask_page: AskPage) -> None:
        self.desk.ask(ask_page(None, 100), key="page", done=self.pages.append)

    def refresh_pages(self) -> None:
        self.refreshed_count += 1

    def show_verifying(self) -> None:
        self.is_verifying = True

    def show_chain(self, check: Check) -> None:
        self.chains.append(check)

    def show_saved(self, path: Path) -> None:
        self.saved.append(path)

    def show_problem(self, field: str, sentence: str) -> None:
        self.problems.append((field, str(sentence)))


@dataclass
class Stage:
    plain: PlainBooks
    view: SeenLog
    presenter: EditLogPresenter
    way: Way

    @property
    def kinds(self) -> list[str]:
        return [edit.told.kind for edit in self.view.pages[-1].rows]


@pytest.fixture
def stage(plain_books: PlainBooks) -> Stage:
    plain = plain_books
    for line in LEDGER.strip().splitlines():
        plain.clock.move(ms=1_000)
        plain.write(line)
    employ(plain, "Owner", Role.ADMIN)
    desk = InlineDesk(plain.books)
    kit, view = kit_of(plain, desk), SeenLog(desk)
    way: Any = kit.navigation
    made = Stage(plain, view, EditLogPresenter(view, kit), way)
    made.presenter.begin()
    return made


def test_it_begins_with_the_last_thirty_days_of_everybody(stage: Stage) -> None:
    assert stage.view.periods == [(date(2026, 10, 24), date(2026, 11, 22))]
    assert stage.view.people == ["Owner"]
    assert stage.kinds[:2] == ["EmployeeAdded", "VoucherCancelled"]


def test_it_is_narrowed_by_person_thing_party_and_days(stage: Stage) -> None:
    stage.presenter.choose(None, About.CORRECTIONS)
    assert stage.kinds == ["VoucherCancelled"]
    stage.presenter.choose(None, None)
    stage.presenter.choose_party(stage.plain.parties["Asha Stores"])
    assert stage.kinds == ["InvoicePosted", "PartyAdded"]
    stage.presenter.choose_party(None)
    stage.presenter.choose_period(date(2026, 4, 1), date(2026, 4, 2))
    assert stage.kinds == []
    pages = len(stage.view.pages)
    stage.presenter.choose(None, None)
    assert len(stage.view.pages) == pages, "the same is not asked for again"


def test_enter_leads_to_the_voucher_or_the_party(stage: Stage) -> None:
    added, cancelled, *_more, party, _firm = stage.view.pages[-1].rows
    for edit in (added, cancelled, party):
        stage.presenter.open(edit)
    assert stage.way.places == [
        Place(screen="voucher", voucher_id=stage.plain.vouchers["R/1"]),
        Place(screen="party", party_id=stage.plain.parties["Asha Stores"]),
    ]


def test_a_row_for_each_field_and_the_reason_last(stage: Stage) -> None:
    stage.presenter.choose(None, About.CORRECTIONS)
    first, second = rows_of(stage.view.pages[-1])
    assert (first.is_first, second.is_first) == (True, False)
    assert second.line is not None
    assert (second.line.subject, second.line.new) == ("reason", "entered twice")


def test_everything_that_is_asked_for_goes_into_the_file(stage: Stage, tmp_path: Path) -> None:
    make = partial(list_of, HEADING)
    stage.presenter.save(tmp_path / "log.csv", make)
    assert stage.view.saved == [tmp_path / "log.csv"]
    lines = (tmp_path / "log.csv").read_text("utf-8-sig").splitlines()
    rows = sum(len(edit.changes or [1]) + bool(edit.reason) for edit in stage.view.pages[-1].rows)
    assert len(lines) == rows + 1
    for kind in ("xlsx", "pdf"):
        stage.presenter.save(tmp_path / f"log.{kind}", make)
    assert (tmp_path / "log.pdf").read_bytes().startswith(b"%PDF")
    stage.presenter.save(tmp_path / "log.doc", make)
    assert stage.view.problems[0][0] == "path"
    assert ".xlsx for Excel" in stage.view.problems[0][1]


def test_who_may_not_save_lists_is_refused_and_leaves_no_file(stage: Stage, tmp_path: Path) -> None:
    auditor = employ(stage.plain, "CA Shah", Role.ACCOUNTANT, taken=("export",))
    stage.plain.books.acting = auditor
    stage.presenter.save(tmp_path / "log.csv", partial(list_of, HEADING))
    assert stage.view.problems == [
        ("path", "You may not save lists as files; an admin can permit it.")
    ]
    assert not list(tmp_path.glob("log*"))


def test_the_chain_is_walked_when_asked(stage: Stage) -> None:
    stage.presenter.verify()
    assert stage.view.is_verifying
    [check] = stage.view.chains
    assert check.ok
