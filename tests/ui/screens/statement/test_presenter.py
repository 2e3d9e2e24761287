from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.core.domain.errands import Document, PrintOrder
from collectiq_desktop.core.domain.statement import Statement, StatementForm
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.statements import PartyStatement, StatementPage
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.statement.leading import NO_BILL, NO_NUMBER, Leading
from collectiq_desktop.ui.screens.statement.presenter import (
    NO_PAPER,
    NOBODY,
    PRINTING,
    PeriodSums,
    StatementPresenter,
)
from collectiq_desktop.ui.screens.statement.saving import proposed_name
from collectiq_desktop.ui.tables.paging import AskPage
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks


@dataclass
class Seen:
    """View, way around and printer, remembering what they were told."""

    shown: list[tuple[Statement, StatementForm]] = field(default_factory=list)
    pages: list[AskPage | None] = field(default_factory=list)
    sums: list[PeriodSums] = field(default_factory=list)
    problems: list[tuple[str, str]] = field(default_factory=list)
    saved: list[Path] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    seen_orders: list[PrintOrder] = field(default_factory=list)
    printed: list[PrintOrder] = field(default_factory=list)
    sent: list[PrintOrder] = field(default_factory=list)

    def show_nobody(self) -> None:
        self.shown.clear()

    def show_statement(self, statement: Statement, form: StatementForm) -> None:
        self.shown.append((statement, form))

    def show_lines(self, ask_page: AskPage | None) -> None:
        self.pages.append(ask_page)

    def show_sums(self, sums: PeriodSums) -> None:
        self.sums.append(sums)

    def show_problem(self, field: str, sentence: str) -> None:
        self.problems.append((field, sentence))

    def show_saved(self, path: Path) -> None:
        self.saved.append(path)

    def go(self, place: Place) -> None:
        self.places.append(place)

    def back(self) -> None:
        raise AssertionError

    def say(self, sentence: str, *, is_bad: bool = False) -> None:
        self.said.append(sentence)

    def show_order(self, order: PrintOrder) -> None:
        self.seen_orders.append(order)

    def print_order(self, order: PrintOrder) -> None:
        self.printed.append(order)

    def send_order(self, order: PrintOrder) -> None:
        self.sent.append(order)


@dataclass
class Room:
    plain: PlainBooks
    seen: Seen
    presenter: StatementPresenter
    leading: Leading

    @property
    def statement(self) -> Statement:
        return self.seen.shown[-1][0]

    def page(self, after: object = None, limit: int = 100) -> StatementPage:
        ask_page = self.seen.pages[-1]
        assert ask_page is not None
        found: StatementPage = self.plain.ask(ask_page(after, limit))
        return found

    def open(self) -> None:
        self.presenter.take_party(self.plain.parties["Asha Stores"])


@pytest.fixture
def room(plain_books: PlainBooks, inline: InlineDesk) -> Room:
    plain_books.write(
        """
        party    Asha Stores  code AS
        invoice  S/1  2025-12-01  Asha Stores  10,000.00  due 30 days
        invoice  S/2  2026-05-01  Asha Stores   2,000.00  due 30 days
        receipt  R/1  2026-06-01  Asha Stores   4,000.00  upi
        receipt  R/2  2026-11-01  Asha Stores     300.00  on account
        """
    )
    seen = Seen()
    paper: Any = seen
    kit = Kit(
        work=inline, clock=plain_books.clock, ids=plain_books.ids, navigation=seen, printing=paper
    )
    return Room(plain_books, seen, StatementPresenter(seen, kit), Leading(kit))


def test_screen_and_paper_say_the_same(room: Room) -> None:
    room.open()
    paper = room.plain.ask(PartyStatement(party_id=room.plain.parties["Asha Stores"]))
    shown = room.statement
    assert room.page().lines == paper.lines
    assert (shown.opening_paise, shown.closing_paise) == (10_000_00, 7_700_00)
    assert (shown.opening_paise, shown.closing_paise) == (paper.opening_paise, paper.closing_paise)
    assert (shown.bills, shown.ageing, shown.on_account_paise) == (
        paper.bills,
        paper.ageing,
        paper.on_account_paise,
    )
    assert shown.is_tied_out
    assert room.seen.sums == [(paper.debit_paise, paper.credit_paise)]


def test_pages_go_on_where_they_end(room: Room) -> None:
    room.open()
    first = room.page(limit=2)
    rest = room.page(first.after, limit=2)
    assert first.lines + rest.lines == room.page().lines
    assert rest.after is None


def test_another_period(room: Room) -> None:
    room.open()
    room.presenter.take_period(date(2026, 5, 1), date(2026, 5, 31))
    assert (room.statement.opening_paise, room.statement.closing_paise) == (10_000_00, 12_000_00)
    assert len(room.page().lines) == 1
    assert room.seen.sums[-1] == (2_000_00, 0)


def test_a_period_that_ends_before_it_begins_is_told_at_its_field(room: Room) -> None:
    room.open()
    room.presenter.take_period(date(2026, 6, 1), date(2026, 5, 1))
    assert room.seen.problems[-1][0] == "from_on"
    assert "give an earlier first day" in room.seen.problems[-1][1]
    assert len(room.seen.shown) == 1


def test_the_other_form_asks_nothing_new(room: Room) -> None:
    room.open()
    room.presenter.change_form()
    room.presenter.change_form()
    assert [form for _statement, form in room.seen.shown] == ["ledger", "outstanding", "ledger"]
    assert len({id(statement) for statement, _form in room.seen.shown}) == 1


def test_paper_is_ordered_as_it_is_shown(room: Room) -> None:
    room.open()
    room.presenter.take_period(date(2026, 5, 1), date(2026, 5, 31))
    room.presenter.change_form()
    room.presenter.preview()
    room.presenter.print()
    room.presenter.send()
    order = PrintOrder(
        document=Document.STATEMENT,
        subject_id=room.plain.parties["Asha Stores"],
        form="outstanding",
        from_on="2026-05-01",
        to_on="2026-05-31",
    )
    assert (room.seen.seen_orders, room.seen.printed, room.seen.sent) == ([order], [order], [order])
    assert room.seen.said == [PRINTING]


def test_nobody_has_no_statement(room: Room, tmp_path: Path) -> None:
    room.presenter.begin()
    room.presenter.preview()
    room.presenter.print()
    room.presenter.save(tmp_path / "a.pdf")
    room.presenter.take_period(date(2026, 5, 1), date(2026, 5, 31))
    room.presenter.change_form()
    room.presenter.go("receipt")
    assert room.seen.problems == [("party", NOBODY)] * 4
    assert (room.seen.shown, room.seen.places) == ([], [])


def test_without_paper_the_way_out_is_named(room: Room, inline: InlineDesk) -> None:
    plain = room.plain
    kit = Kit(work=inline, clock=plain.clock, ids=plain.ids, navigation=room.seen)
    presenter = StatementPresenter(room.seen, kit)
    presenter.take_party(plain.parties["Asha Stores"])
    presenter.preview()
    assert room.seen.said == [NO_PAPER]


@pytest.mark.parametrize(
    ("ending", "begins"), [("xlsx", b"PK"), ("PDF", b"%PDF"), ("csv", b"\xef\xbb\xbf")]
)
def test_it_is_saved_by_the_ending_of_its_name(
    room: Room, tmp_path: Path, ending: str, begins: bytes
) -> None:
    room.open()
    path = tmp_path / f"statement.{ending}"
    room.presenter.save(path)
    assert room.seen.saved == [path]
    assert path.read_bytes().startswith(begins)
    assert [each.name for each in tmp_path.glob("statement*")] == [path.name]


def test_an_ending_that_nobody_knows_is_told_at_the_path(room: Room, tmp_path: Path) -> None:
    room.open()
    room.presenter.save(tmp_path / "statement.doc")
    [(field, sentence)] = room.seen.problems
    assert (field, sentence[:26]) == ("path", "End the name in .xlsx for ")


def test_a_folder_that_is_not_there_is_told_at_the_path(room: Room, tmp_path: Path) -> None:
    room.open()
    room.presenter.save(tmp_path / "no" / "statement.csv")
    [(field, sentence)] = room.seen.problems
    assert field == "path"
    assert sentence.startswith("statement.csv cannot be written to ")


def test_a_line_and_a_bill_lead_to_their_vouchers(room: Room) -> None:
    room.open()
    room.leading.open_line(room.page().lines[1])
    room.leading.open_bill(
        room.statement.bills[0], room.plain.parties["Asha Stores"], date(2026, 11, 22)
    )
    vouchers = room.plain.vouchers
    assert [place.voucher_id for place in room.seen.places] == [vouchers["R/1"], vouchers["S/1"]]
    assert {place.screen for place in room.seen.places} == {"voucher"}


def test_what_leads_nowhere_says_so(room: Room) -> None:
    room.open()
    room.leading.open_line(room.page().lines[0]._replace(number=""))
    room.leading.open_line(room.page().lines[0]._replace(number="S/404"))
    gone = replace(room.statement.bills[0], number="S/404")
    room.leading.open_bill(gone, room.plain.parties["Asha Stores"], date(2026, 11, 22))
    assert room.seen.places == []
    assert (room.seen.said[0], room.seen.said[2]) == (NO_NUMBER, NO_BILL)
    assert "S/404" in room.seen.said[1]


def test_only_the_partys_own_news_refresh_it(room: Room) -> None:
    room.open()
    room.presenter.books_changed(Touched(nouns={Noun.VOUCHER}, party_ids={b"another"}))
    assert len(room.seen.shown) == 1
    room.plain.write("receipt  R/3  2026-11-21  Asha Stores  700.00  on account")
    mine = {bytes(room.plain.parties["Asha Stores"])}
    room.presenter.books_changed(Touched(nouns={Noun.VOUCHER}, party_ids=mine))
    assert room.statement.closing_paise == 7_000_00
    assert room.seen.pages[-1] is None


def test_a_file_name_is_one_everywhere(room: Room) -> None:
    room.plain.write("party  A/B: C?  code Q/1")
    room.presenter.take_party(room.plain.parties["A/B: C?"])
    assert proposed_name(room.statement) == "Statement Q-1 2026-11-22.xlsx"
