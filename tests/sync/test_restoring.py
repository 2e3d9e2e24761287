"""A file that was put back from a backup goes on with a new chain, with or without a line."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.queries.daybook import DayBook
from collectiq_desktop.gateways.anchors import FileAnchors
from collectiq_desktop.sync.restoring import renewed_if_restored, renewed_words
from tests.fakes import CountingIds, FixedClock
from tests.firms import TestFirm
from tests.plain_books import FIRM, PlainBooks


@pytest.fixture
def anchors(tmp_path: Path) -> FileAnchors:
    return FileAnchors(tmp_path / "anchors")


class AloneShop:
    """A shop without a head office, whose file can be put back."""

    def __init__(self, folder: Path, anchors: FileAnchors) -> None:
        self.path, self.backup = folder / "shop.collectiq", folder / "backup"
        self.anchors = anchors
        self.clock, self.ids = FixedClock(), CountingIds()
        self.around = Surroundings(clock=self.clock, ids=self.ids, anchors=anchors)
        Books.create(self.path, FIRM, self.around).close()

    def work(self, ledger: str) -> list[str]:
        """A day's work; gives the numbers that are in the books at its end."""
        books = Books.open(self.path, self.around)
        self.renewed = renewed_if_restored(books, self.anchors)
        PlainBooks(books, self.clock, self.ids).write(ledger)
        numbers = [row.number for row in books.ask(DayBook()).rows]
        assert books.verify().ok
        books.close()
        return numbers

    def save(self) -> None:
        shutil.copy(self.path, self.backup)

    def put_back(self) -> None:
        shutil.copy(self.backup, self.path)


def test_a_shop_alone_takes_another_series_at_each_restore(
    tmp_path: Path, anchors: FileAnchors
) -> None:
    shop = AloneShop(tmp_path, anchors)
    shop.work("receipt  R/1  2026-11-21  Asha Stores  100.00")
    assert shop.renewed is None
    shop.save()
    shop.work("receipt  R/2  2026-11-21  Binod & Sons  200.00")
    shop.put_back()
    numbers = shop.work("receipt  R/3  2026-11-21  Champa  300.00")
    again = shop.work("receipt  R/4  2026-11-21  Champa  400.00")
    shop.put_back()
    last = shop.work("receipt  R/5  2026-11-21  Champa  500.00")

    assert numbers == ["RA01/26/000001", "RA02/26/000001"]
    assert again == [*numbers, "RA02/26/000002"]
    assert last == ["RA01/26/000001", "RA03/26/000001"]


def test_what_was_lost_is_told(tmp_path: Path, anchors: FileAnchors) -> None:
    shop = AloneShop(tmp_path, anchors)
    shop.save()
    shop.work("receipt  R/1  2026-11-21  Asha Stores  100.00")
    shop.put_back()
    shop.work("")

    assert shop.renewed == ("A02", 2)
    assert shop.renewed is not None
    words = renewed_words(shop.renewed, is_alone=True)
    assert "2 entries" in words
    assert "recorded anew" in words
    assert "A02" in words


def test_a_file_of_another_history_is_told_too(tmp_path: Path, anchors: FileAnchors) -> None:
    shop = AloneShop(tmp_path, anchors)
    shop.save()
    shop.work("receipt  R/1  2026-11-21  Asha Stores  100.00")
    shop.put_back()
    shop.anchors = FileAnchors(tmp_path / "elsewhere")
    shop.around = Surroundings(clock=shop.clock, ids=shop.ids, anchors=shop.anchors)
    shop.work("receipt  R/1  2026-11-21  Other Stores  900.00")
    books = Books.open(shop.path, shop.around)
    renewed = renewed_if_restored(books, anchors)
    books.close()

    assert renewed == ("A02", 0)


def test_a_restored_counter_gets_back_what_it_had_sent(
    tmp_path: Path, anchors: FileAnchors
) -> None:
    firm = TestFirm(tmp_path)
    shop, other = firm.enrol("One"), firm.enrol("Two")
    shop.exchange()
    shop.books.close()
    shop.plain.books = Books.open(shop.books.path, around(shop.plain, anchors))
    shop.wire.books = shop.agent.books = shop.books
    shop.books.close()
    shutil.copy(shop.books.path, tmp_path / "backup")
    shop.plain.books = shop.wire.books = shop.agent.books = opened(shop.plain, anchors)
    shop.plain.write("receipt  R/1  2026-11-21  Asha Stores  100.00")
    shop.exchange()
    shop.plain.write("receipt  R/2  2026-11-21  Asha Stores  200.00")
    shop.books.close()

    shutil.copy(tmp_path / "backup", shop.books.path)
    shop.plain.books = shop.wire.books = shop.agent.books = opened(shop.plain, anchors)
    renewed = renewed_if_restored(shop.books, anchors)
    shop.plain.write("receipt  R/3  2026-11-21  Champa  300.00")
    assert shop.exchange().outcome == "done"
    other.exchange()

    assert renewed == ("A02", 3)
    for books in (shop.books, other.books):
        numbers = [row.number for row in books.ask(DayBook()).rows]
        assert sorted(numbers) == ["RA01/26/000001", "RA02/26/000001"]
    firm.close()


def around(plain: PlainBooks, anchors: FileAnchors) -> Surroundings:
    return Surroundings(clock=plain.clock, ids=plain.ids, anchors=anchors)


def opened(plain: PlainBooks, anchors: FileAnchors) -> Books:
    return Books.open(plain.books.path, around(plain, anchors))
