"""What is asked at every page and push reaches its rows by index, whatever the firm has of them."""

from __future__ import annotations

import pytest

from collectiq_desktop.core.queries import exchange
from collectiq_desktop.core.storage import devices, places
from tests.core.looking import begin_order
from tests.core.plans import listening, plans_of
from tests.plain_books import PlainBooks


@pytest.mark.one_engine
@pytest.mark.parametrize("what", ["page", "head"])
def test_no_place_is_looked_at_that_was_not_asked_for(plain_books: PlainBooks, what: str) -> None:
    books = plain_books.books
    begin_order(books)
    with books.reading() as conn:
        device = devices.devices(conn)[0]
        with listening(conn) as asked:
            if what == "page":
                exchange.page(conn, device, 0, 5)
            else:
                places.is_lost(conn, places.Head(1, 1, b""))
        plans = list(plans_of(conn, asked))
    by_number = [line for line in plans if line.startswith("SEARCH place USING")]
    assert any("(epoch=? AND firm_seq" in line for line in by_number)
    sorted_by_hand = [line for line in plans if "TEMP B-TREE" in line]
    assert sorted_by_hand == []
    # The end of the order is read backwards, and stops at the first place that holds.
    scans = [line for line in plans if line.startswith("SCAN place")]
    assert all("USING" in line and "INDEX" in line for line in scans)
