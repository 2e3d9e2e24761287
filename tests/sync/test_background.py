"""Exchanging in the background: soon after a save, at once when asked, and never in the way."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from queue import Queue
from threading import Event

import pytest

from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.syncing import Sync
from collectiq_desktop.core.wire.peer import Hello, Welcome
from collectiq_desktop.sync.agent import Agent, Reached
from collectiq_desktop.sync.background import Background
from collectiq_desktop.sync.backoff import Backoff
from collectiq_desktop.sync.ended import Outcome
from collectiq_desktop.sync.state import Phase, SyncState
from tests.firms import PROGRAM, Shop, TestFirm, Wire

PATIENCE_SECONDS = 20.0


@dataclass
class Watched:
    """A background with what it told; it never exchanges by itself once it is well."""

    shop: Shop
    states: Queue[SyncState] = field(default_factory=Queue)
    touched: list[Touched] = field(default_factory=list)

    def __post_init__(self) -> None:
        never = Backoff(chance=lambda: 1.0)
        agent = self.shop.agent
        self.background = Background(agent, self.states.put, self.touched.append, never)

    def until(self, outcome: Outcome) -> SyncState:
        """The state in which an exchange has ended like that."""
        while True:
            state = self.states.get(timeout=PATIENCE_SECONDS)
            ended = state.phase is Phase.WAITING and state.last is not None
            if ended and state.last is not None and state.last.outcome is outcome:
                return state


@pytest.fixture
def watched(firm: TestFirm) -> Iterator[Watched]:
    watched = Watched(firm.enrol("One"))
    yield watched
    watched.background.stop()


def test_the_first_exchange_fills_the_books_and_tells_what_it_touched(watched: Watched) -> None:
    watched.background.start()
    first = watched.states.get(timeout=PATIENCE_SECONDS)
    state = watched.until(Outcome.DONE)

    assert (first.is_first_fill, state.is_first_fill) == (True, False)
    assert state.last_good_at == watched.shop.plain.clock.now_at()
    nouns = set().union(*(each.nouns for each in watched.touched))
    assert Noun.FIRM in nouns


def test_a_save_goes_out_by_itself(watched: Watched) -> None:
    watched.background.start()
    watched.until(Outcome.DONE)
    watched.shop.plain.write("party  Asha Stores")
    watched.background.posted()
    state = watched.until(Outcome.DONE)

    assert state.last is not None
    assert state.last.pushed_count == 1
    assert watched.shop.books.ask(Sync()).unsent_count == 0


def test_trouble_has_a_beginning_and_a_person_can_try_again(watched: Watched) -> None:
    shop = watched.shop
    watched.background.start()
    watched.until(Outcome.DONE)
    shop.wire.is_cut = True
    watched.background.exchange_now()
    since_at = watched.until(Outcome.LINE_DOWN).trouble_since_at
    shop.plain.clock.move(ms=60_000)
    watched.background.exchange_now()
    still = watched.until(Outcome.LINE_DOWN)
    shop.wire.is_cut = False
    watched.background.exchange_now()
    mended = watched.until(Outcome.DONE)

    assert since_at == still.trouble_since_at
    assert shop.plain.clock.now_at() - 60_000 == since_at
    assert mended.trouble_since_at is None


def test_what_was_known_before_the_start_is_told_first(firm: TestFirm) -> None:
    shop = firm.enrol("One")
    shop.exchange()
    good_at = shop.plain.clock.now_at()
    shop.wire.is_cut = True
    shop.plain.clock.move(ms=60_000)
    shop.exchange()
    watched = Watched(shop)
    watched.background.start()
    state = watched.states.get(timeout=PATIENCE_SECONDS)
    watched.background.stop()

    assert not state.is_first_fill
    assert (state.last_good_at, state.trouble_since_at) == (good_at, good_at + 60_000)


def test_what_comes_back_from_the_line_after_the_end_reaches_no_books(firm: TestFirm) -> None:
    shop = firm.enrol("One")
    slow = SlowWire(firm, shop.books)
    agent = Agent(books=shop.books, reach=lambda: Reached(slow, shop.key), program=PROGRAM)
    watched = Watched(Shop(shop.plain, shop.key, slow, agent))
    watched.background.start()
    assert slow.is_reached.wait(PATIENCE_SECONDS)
    agent.stop.set()
    slow.may_answer.set()
    watched.background.stop()

    assert shop.books.ask(Sync()).firm_seq == 0


@dataclass
class SlowWire(Wire):
    """A line whose answer comes only when it may."""

    is_reached: Event = field(default_factory=Event)
    may_answer: Event = field(default_factory=Event)

    def hello(self, hello: Hello) -> Welcome:
        self.is_reached.set()
        self.may_answer.wait(PATIENCE_SECONDS)
        return super().hello(hello)
