"""Errands of files that an older program wrote, and orders of an older program."""

from __future__ import annotations

from pathlib import Path

import msgspec
from sqlalchemy import update

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errands import Document, ErrandId, ErrandPromise, PrintOrder
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import DeviceId, VoucherId
from collectiq_desktop.core.queries.errands import Errands
from collectiq_desktop.core.services.errands import TakeErrand
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.database import BooksAt
from collectiq_desktop.core.storage.errands import add_errand, order_of
from tests.engines import place
from tests.fakes import CountingIds, FixedClock


def _books(path: Path) -> Books:
    around = Surroundings(clock=FixedClock(), ids=CountingIds())
    return Books.create(place(path), Firm(name="Old Traders"), around)


def _open(at: BooksAt) -> Books:
    return Books.open(at, Surroundings(clock=FixedClock(), ids=CountingIds(500)))


def test_a_file_from_before_errands_opens(tmp_path: Path) -> None:
    books = _books(tmp_path / "old.ciq")
    with books._database.write() as conn:
        conn.exec_driver_sql("DROP TABLE errand")
        conn.execute(update(tables.meta).values(value=1))
    books.close()
    opened = _open(books.at)
    assert opened.ask(Errands()).rows == ()
    assert opened.run(TakeErrand()).result is None
    assert opened.verify().ok
    opened.close()


def test_errands_live_on_when_the_program_is_updated(tmp_path: Path) -> None:
    books = _books(tmp_path / "old.ciq")
    order = PrintOrder(document=Document.RECEIPT, subject_id=VoucherId(b"v" * 16))
    promise = ErrandPromise(errand_id=ErrandId(b"e" * 16), order=order)
    device_id = DeviceId(books.identity.device_id)
    with books._database.write() as conn:
        add_errand(conn, promise, device_id, now_at=1)
        conn.execute(update(tables.meta).values(value=1))
    books.close()
    opened = _open(books.at)
    assert [line.order for line in opened.ask(Errands()).rows] == [order]
    opened.close()


def test_an_order_of_another_program_is_read_as_far_as_it_is_known() -> None:
    old = {"document": "receipt", "subject_id": b"v" * 16, "later_field": 5}
    order = order_of(msgspec.msgpack.encode(old))
    assert order == PrintOrder(document=Document.RECEIPT, subject_id=VoucherId(b"v" * 16))
