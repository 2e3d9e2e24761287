"""What is asked at every page and push reaches its rows by index, whatever the firm has of them."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Connection, event

from collectiq_desktop.core.queries import exchange
from collectiq_desktop.core.storage import devices, places
from tests.core.looking import begin_order
from tests.plain_books import PlainBooks


@contextmanager
def _listening(conn: Connection) -> Iterator[list[tuple[str, Any]]]:
    asked: list[tuple[str, Any]] = []

    def hear(*told: Any) -> None:
        asked.append((told[2], told[3]))

    event.listen(conn, "before_cursor_execute", hear)
    try:
        yield asked
    finally:
        event.remove(conn, "before_cursor_execute", hear)


@pytest.mark.one_engine
@pytest.mark.parametrize("what", ["page", "head"])
def test_no_place_is_looked_at_that_was_not_asked_for(plain_books: PlainBooks, what: str) -> None:
    books = plain_books.books
    begin_order(books)
    with books.reading() as conn:
        device = devices.devices(conn)[0]
        with _listening(conn) as asked:
            if what == "page":
                exchange.page(conn, device, 0, 5)
            else:
                places.is_lost(conn, places.Head(1, 1, b""))
        plans = [
            [row[3] for row in conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}", told)]
            for sql, told in asked
        ]
    by_number = [line for plan in plans for line in plan if line.startswith("SEARCH place USING")]
    assert any("(epoch=? AND firm_seq" in line for line in by_number)
    sorted_by_hand = [line for plan in plans for line in plan if "TEMP B-TREE" in line]
    assert sorted_by_hand == []
    # The end of the order is read backwards, and stops at the first place that holds.
    scans = [line for plan in plans for line in plan if line.startswith("SCAN place")]
    assert all("USING" in line and "INDEX" in line for line in scans)
