"""The program ends in the middle of an amendment: what was typed goes on, and happens once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.queries.vouchers import VoucherCard
from collectiq_desktop.core.services.corrections import AmendVoucher
from collectiq_desktop.ui.drafts import drafts_file, read_drafts
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.start import Folders, OpenWindow, open_window
from tests.fakes import CountingIds, FixedClock
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
_WAIT_MS = 8_000
Reopen = Callable[[int], OpenWindow]


@pytest.fixture
def reopen(
    qtbot: QtBot, qapp: QApplication, plain_books: PlainBooks, tmp_path: Path
) -> Iterator[Reopen]:
    """The program on the same file once more; another number gives other ids."""
    opened: list[OpenWindow] = []
    path = plain_books.books.path
    plain_books.books.close()

    def make(number: int) -> OpenWindow:
        around = Surroundings(clock=FixedClock(), ids=CountingIds(start=number << 48))
        folders = Folders(config=tmp_path / "c", data=tmp_path / "d", log=tmp_path / "l")
        window = open_window(qapp, lambda _p: Books.open(path, around), around, folders=folders)
        opened.append(window)
        window.shell.activateWindow()
        qtbot.waitUntil(window.shell.isActiveWindow)
        qtbot.waitUntil(lambda: not window.desk.is_busy)
        return window

    yield make
    # Those before it were closed by the test.
    opened[-1].close()


def _says(window: OpenWindow, words: str) -> bool:
    labels = window.shell.findChildren(QLabel)
    return any(words in text for each in labels for text in (each.text(), each.accessibleName()))


def _amend(qtbot: QtBot, window: OpenWindow, voucher_id: VoucherId) -> None:
    window.shell.go(Place(screen="voucher", voucher_id=voucher_id))
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    press(None, Key.Key_Return, CTRL)
    qtbot.waitUntil(lambda: focused().accessibleName().startswith("Amount"))
    qtbot.waitUntil(lambda: not window.desk.is_busy)


def _half_typed(qtbot: QtBot, window: OpenWindow, plain: PlainBooks) -> bytes:
    """Type a sum into a receipt of the books; gives what was kept of it."""
    _amend(qtbot, window, plain.vouchers["R/1"])
    type_text("450")
    file = drafts_file(plain.books.path)
    qtbot.waitUntil(lambda: len(read_drafts(file)) == 1, timeout=_WAIT_MS)
    return file.read_bytes()


def _standing(plain: PlainBooks) -> Voucher:
    books = Books.open(
        plain.books.path, Surroundings(clock=FixedClock(), ids=CountingIds(start=1 << 60))
    )
    voucher = books.ask(VoucherCard(voucher_id=plain.vouchers["R/1"])).voucher
    books.close()
    return voucher


def test_it_goes_on_where_it_was(qtbot: QtBot, plain_books: PlainBooks, reopen: Reopen) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    receipt  R/1  2026-11-02  Asha Stores    400.00
    receipt  R/2  2026-11-02  Asha Stores     20.00
    """
    first = reopen(1)
    _half_typed(qtbot, first, plain_books)
    first.close()
    second = reopen(2)
    qtbot.waitUntil(lambda: _says(second, "RA01/26/000001 was half amended"))
    _amend(qtbot, second, plain_books.vouchers["R/2"])
    assert _line() == "20.00"
    press(None, Key.Key_Escape)
    _amend(qtbot, second, plain_books.vouchers["R/1"])
    qtbot.waitUntil(lambda: _line() == "450")
    press(None, Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: focused().accessibleName().startswith("Why"))
    type_text("short")
    press(None, Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: _says(second, "Amended: short"), timeout=_WAIT_MS)
    file = drafts_file(plain_books.books.path)
    qtbot.waitUntil(lambda: not file.exists(), timeout=_WAIT_MS)
    second.shell.close()
    assert _standing(plain_books).amount_paise == 450_00


def test_one_that_is_in_the_books_is_not_offered_again(
    qtbot: QtBot, plain_books: PlainBooks, reopen: Reopen
) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    receipt  R/1  2026-11-02  Asha Stores    400.00
    """
    first = reopen(1)
    kept = _half_typed(qtbot, first, plain_books)
    press(None, Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: focused().accessibleName().startswith("Why"))
    type_text("short")
    press(None, Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: _says(first, "Amended: short"), timeout=_WAIT_MS)
    first.close()
    # The power went after the books were written and before the draft was taken away.
    file = drafts_file(plain_books.books.path)
    file.write_bytes(kept)
    second = reopen(2)
    qtbot.waitUntil(lambda: not file.exists(), timeout=_WAIT_MS)
    _amend(qtbot, second, plain_books.vouchers["R/1"])
    assert _line() == "450.00"


def test_what_somebody_else_did_meanwhile_is_told(
    qtbot: QtBot, plain_books: PlainBooks, reopen: Reopen
) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    receipt  R/1  2026-11-02  Asha Stores    400.00
    """
    first = reopen(1)
    _half_typed(qtbot, first, plain_books)
    first.close()
    standing = _standing(plain_books)
    ids = CountingIds(start=7 << 48)
    other = Books.open(plain_books.books.path, Surroundings(clock=FixedClock(), ids=ids))
    theirs = AmendVoucher(
        fact_id=FactId(ids.mint()),
        voucher_id=plain_books.vouchers["R/1"],
        voucher=replace(standing, narration="by hand"),
        reason="theirs",
    )
    other.run(theirs)
    other.close()
    second = reopen(2)
    _amend(qtbot, second, plain_books.vouchers["R/1"])
    qtbot.waitUntil(lambda: _line() == "450")
    press(None, Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: focused().accessibleName().startswith("Why"))
    type_text("mine")
    press(None, Key.Key_A, CTRL)
    qtbot.waitUntil(lambda: _says(second, "Narration: — → by hand"))
    second.shell.close()
    assert _standing(plain_books).amount_paise == 400_00


def _line() -> str:
    widget = focused()
    assert isinstance(widget, QLineEdit)
    return widget.text()
