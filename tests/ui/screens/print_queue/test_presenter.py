from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import pytest

from collectiq_desktop.core.domain.errands import Document, ErrandId, ErrandPromise, PrintOrder
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.errands import ErrandLine, Errands
from collectiq_desktop.core.services.errands import (
    CompletePrint,
    FailErrand,
    PromiseErrands,
    TakeErrand,
)
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.print_queue.presenter import PrintQueuePresenter
from collectiq_desktop.ui.tables.paging import AskPage
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks


@dataclass
class Seen:
    """The view and the way around, remembering what they were told."""

    pages: list[AskPage] = field(default_factory=list)
    refreshed: int = 0
    said: list[str] = field(default_factory=list)
    orders: list[PrintOrder] = field(default_factory=list)

    def show_pages(self, ask_page: AskPage) -> None:
        self.pages.append(ask_page)

    def refresh_pages(self) -> None:
        self.refreshed += 1

    def go(self, place: Place) -> None:
        raise AssertionError(place)

    def back(self) -> None:
        raise AssertionError

    def say(self, sentence: str, *, is_bad: bool = False) -> None:
        self.said.append(sentence)

    def show_order(self, order: PrintOrder) -> None:
        self.orders.append(order)


@dataclass
class Room:
    plain: PlainBooks
    seen: Seen
    presenter: PrintQueuePresenter

    def rows(self) -> tuple[ErrandLine, ...]:
        page = self.plain.ask(self.seen.pages[-1](None, 100))
        rows: tuple[ErrandLine, ...] = page.rows
        return rows


@pytest.fixture
def room(plain_books: PlainBooks, inline: InlineDesk) -> Room:
    plain_books.write("receipt  R/1  2026-11-20  Asha Stores  500.00")
    order = PrintOrder(document=Document.RECEIPT, subject_id=plain_books.vouchers["R/1"])
    promise = ErrandPromise(errand_id=ErrandId(plain_books.ids.mint()), order=order)
    plain_books.run(PromiseErrands(errands=(promise,)))
    seen = Seen()
    printing: Any = seen
    kit = Kit(
        work=inline,
        clock=plain_books.clock,
        ids=plain_books.ids,
        navigation=seen,
        printing=printing,
    )
    made = Room(plain_books, seen, PrintQueuePresenter(seen, kit))
    made.presenter.open()
    return made


def _fail(room: Room, *, is_final: bool = False, is_uncertain: bool = False) -> None:
    lease = room.plain.run(TakeErrand())
    room.plain.run(
        FailErrand(
            errand_id=lease.errand_id,
            problem=say("No paper."),
            is_final=is_final,
            is_uncertain=is_uncertain,
        )
    )


def test_what_waits_is_shown_and_on_wish_what_is_over(room: Room) -> None:
    lease = room.plain.run(TakeErrand())
    room.plain.run(CompletePrint(errand_id=lease.errand_id, paper="A5", printer="P"))
    assert room.rows() == ()
    room.presenter.turn_over()
    assert [line.errand_id for line in room.rows()] == [lease.errand_id]


def test_a_failed_one_is_due_at_once(room: Room) -> None:
    _fail(room)
    [line] = room.rows()
    room.presenter.retry(line)
    [again] = room.rows()
    assert (again.state, again.due_at) == ("due", room.plain.clock.at)


@pytest.mark.parametrize("is_uncertain", [True, False])
def test_one_given_up_is_promised_anew(room: Room, *, is_uncertain: bool) -> None:
    _fail(room, is_uncertain=is_uncertain)
    [line] = room.rows()
    room.presenter.give_up(line)
    room.presenter.turn_over()
    [line] = room.rows()
    room.presenter.retry(line)
    waiting = room.plain.ask(Errands()).rows
    assert [each.order.is_duplicate for each in waiting] == [is_uncertain]
    assert waiting[0].errand_id != line.errand_id


def test_what_cannot_be_done_is_said(room: Room) -> None:
    room.plain.run(TakeErrand())
    [line] = room.rows()
    room.presenter.give_up(line)
    assert room.seen.said == ["This is being printed now; wait until it has ended."]


def test_nothing_chosen_does_nothing(room: Room) -> None:
    room.presenter.retry(None)
    room.presenter.give_up(None)
    room.presenter.see(None)
    assert (room.seen.said, room.seen.orders) == ([], [])


def test_the_paper_is_seen(room: Room) -> None:
    [line] = room.rows()
    room.presenter.see(line)
    assert room.seen.orders == [line.order]


def test_only_errands_refresh_it(room: Room) -> None:
    room.presenter.books_changed(Touched(nouns={Noun.VOUCHER}))
    room.presenter.books_changed(Touched(nouns={Noun.ERRAND}))
    assert room.seen.refreshed == 1
