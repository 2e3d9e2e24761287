"""The next page on its way while one is taken in, and nothing left on the line after it."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Lock

import pytest

from collectiq_desktop.core.wire.peer import LineTrouble, Page, Pull
from collectiq_desktop.sync import exchange
from collectiq_desktop.sync.exchange import Exchange, Exchanged
from collectiq_desktop.sync.fetching import Fetch, ahead, when_wanted
from tests.firms import PROGRAM, Shop, TestFirm, Wire
from tests.sync_server.headquarters import fill

PATIENCE_SECONDS = 20.0
FACTS_COUNT = 12


class _Watched(Wire):
    """A line that knows how many pages were asked for and how many are still on it."""

    on_the_line = 0
    pages_count = 0

    def pull(self, pull: Pull) -> Page:
        with _LOCK:
            self.on_the_line += 1
            self.pages_count += 1
        try:
            return super().pull(pull)
        finally:
            with _LOCK:
                self.on_the_line -= 1


_LOCK = Lock()


@pytest.fixture
def newcomer(firm: TestFirm, monkeypatch: pytest.MonkeyPatch) -> Shop:
    """A counter that has everything still to fetch, five places a page."""
    monkeypatch.setattr(exchange, "MAX_PAGE_PLACES", 5)
    old = firm.enrol("Old")
    old.exchange()
    fill(old.books, FACTS_COUNT)
    old.exchange()
    return firm.enrol("New")


def _exchange(
    shop: Shop, fetch: Fetch, told: Callable[[_Watched], None]
) -> tuple[Exchanged, _Watched]:
    wire = _Watched(shop.wire.firm, shop.books)
    one = Exchange(shop.books, wire, shop.key, PROGRAM, lambda _done: told(wire), fetch=fetch)
    return one.run(), wire


def _until_asked(wire: _Watched, pages_count: int) -> None:
    until = time.monotonic() + PATIENCE_SECONDS
    while wire.pages_count < pages_count and time.monotonic() < until:
        time.sleep(0.001)
    assert wire.pages_count >= pages_count


def test_the_next_page_is_asked_for_before_the_first_is_taken_in(newcomer: Shop) -> None:
    slices: list[int] = []

    def told(wire: _Watched) -> None:
        # The first word is that an epoch is known.
        if wire.pages_count and len(slices) < 2:
            slices.append(wire.pages_count)
            _until_asked(wire, len(slices) + 1)

    done, wire = _exchange(newcomer, ahead, told)
    assert done.differing == ()
    assert wire.pages_count > 3
    assert wire.on_the_line == 0


def test_when_wanted_each_page_is_asked_for_after_the_one_before(newcomer: Shop) -> None:
    asked: list[int] = []
    done, _wire = _exchange(newcomer, when_wanted, lambda wire: asked.append(wire.pages_count))
    assert done.differing == ()
    # The first word is that an epoch is known; then one page for each slice.
    assert asked[1:] == list(range(1, len(asked)))


def test_an_exchange_that_breaks_off_waits_for_what_is_on_the_line(newcomer: Shop) -> None:
    seen: list[_Watched] = []

    def told(wire: _Watched) -> None:
        seen.append(wire)
        if wire.pages_count:
            _until_asked(wire, 2)
            raise KeyError

    with pytest.raises(KeyError):
        _exchange(newcomer, ahead, told)
    assert (seen[-1].pages_count, seen[-1].on_the_line) == (2, 0)
    assert newcomer.exchange().pulled_count > 0


def test_the_trouble_of_a_page_is_told_where_the_page_is_wanted() -> None:
    def ask() -> Page:
        raise LineTrouble("the line is cut")

    wanted = ahead(ask)
    with pytest.raises(LineTrouble, match="cut"):
        wanted()
