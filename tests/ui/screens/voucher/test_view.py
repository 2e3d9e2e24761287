"""One voucher by keys, in the whole program: looked at, cancelled, its history."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QTableView
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.posting import GoodsLine
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.core.queries.vouchers import VoucherCard, VoucherDetails
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.gateways.printers.setup import Printer, PrinterSetup, Speech, Way
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.voucher.view import VoucherScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
BOOKS = """
invoice  S/1  2026-11-20  Asha Stores  1,000.00  due 30 days
receipt  R/1  2026-11-21  Asha Stores    400.00  cash
receipt  R/2  2026-11-22  Asha Stores    100.00  cash
"""


@pytest.fixture
def look_at(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> Callable[[str], VoucherScreen]:
    plain_books.write(BOOKS)
    window.shell.go(Place(screen="day_book"))

    def look(name: str) -> VoucherScreen:
        window.shell.go(Place(screen="voucher", voucher_id=plain_books.vouchers[name]))
        qtbot.waitUntil(lambda: not window.desk.is_busy)
        found: Any = window.shell.findChild(VoucherScreen)
        screen: VoucherScreen = found
        return screen

    return look


def _says(screen: VoucherScreen, words: str) -> bool:
    return any(words in label.text() for label in screen.findChildren(QLabel) if label.isVisible())


def _rows(screen: VoucherScreen) -> list[str]:
    """Every row of every table that is seen."""
    return [
        " | ".join(
            str(table.model().index(row, column).data())
            for column in range(table.model().columnCount())
        )
        for table in screen.findChildren(QTableView)
        if table.isVisible()
        for row in range(table.model().rowCount())
    ]


def _card(plain: PlainBooks, name: str) -> VoucherDetails:
    return plain.ask(VoucherCard(voucher_id=plain.vouchers[name]))


def _balance(plain: PlainBooks) -> int:
    return plain.ask(PartyCard(party_id=plain.parties["Asha Stores"])).balance_paise


def test_cancelled_with_a_reason_and_its_history(
    qtbot: QtBot,
    window: OpenWindow,
    look_at: Callable[[str], VoucherScreen],
    plain_books: PlainBooks,
) -> None:
    screen = look_at("R/1")
    assert _says(screen, "RA01/26/000001")
    assert "SA01/26/000001 | — | 400.00 | 0.00" in _rows(screen)
    press(None, Key.Key_X, ALT)
    press(None, Key.Key_Return)
    assert _says(screen, "Say in a few words why")
    type_text("entered twice")
    press(None, Key.Key_Return)
    press(QApplication.activeModalWidget(), Key.Key_N)
    qtbot.waitUntil(window.shell.isActiveWindow)
    assert not _card(plain_books, "R/1").is_cancelled
    press(None, Key.Key_Return)
    press(QApplication.activeModalWidget(), Key.Key_Y)
    qtbot.waitUntil(lambda: _says(screen, "Cancelled: entered twice"))
    assert _balance(plain_books) == 900_00
    qtbot.waitUntil(window.shell.isActiveWindow)
    press(None, Key.Key_H)
    qtbot.waitUntil(lambda: "State | Posted | Cancelled" in _rows(screen))
    press(None, Key.Key_Up)
    qtbot.waitUntil(lambda: "State | Posted | Cancelled" not in _rows(screen))
    press(None, Key.Key_Escape)
    assert screen.isVisible()
    assert _says(screen, "Postings, taken back")
    press(None, Key.Key_X, ALT)
    assert not _says(screen, "Why is it cancelled?")
    press(None, Key.Key_Escape)
    qtbot.waitUntil(lambda: not screen.isVisible())


def test_seen_on_paper_and_printed_twice(
    qtbot: QtBot,
    window: OpenWindow,
    look_at: Callable[[str], VoucherScreen],
    tmp_path: Path,
) -> None:
    printer = Printer(
        name="PDF", speech=Speech.PDF, way=Way.FOLDER, address=str(tmp_path / "out"), paper="A5"
    )
    window.printing.change_setup(PrinterSetup().with_printer(printer))
    screen = look_at("R/1")
    press(None, Key.Key_P, CTRL)
    preview = QApplication.activeModalWidget()
    assert preview is not None
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    preview.close()
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    window.shell.activateWindow()
    qtbot.waitUntil(window.shell.isActiveWindow)
    press(screen, Key.Key_P, ALT)
    qtbot.waitUntil(lambda: _says(screen, "Printed · 1"), timeout=8_000)
    press(screen, Key.Key_P, ALT)
    qtbot.waitUntil(lambda: _says(screen, "Printed · 2"), timeout=8_000)
    assert len(list((tmp_path / "out").iterdir())) == 2


def test_goods_stand_under_postings_and_bill(
    qtbot: QtBot, look_at: Callable[[str], VoucherScreen], plain_books: PlainBooks
) -> None:
    goods = GoodsLine("Sugar 50 kg", 2_000, 2_000_00, "bag", "1701", 500)
    voucher_id = VoucherId(plain_books.ids.mint())
    plain_books.vouchers["S/2"] = voucher_id
    plain_books.run(
        PostInvoice(
            voucher_id=voucher_id, party_id=plain_books.parties["Asha Stores"], goods=(goods,)
        )
    )
    screen = look_at("S/2")
    assert any(row.startswith("Sugar 50 kg | 1701 | 2 bag | 2,000.00") for row in _rows(screen))
    columns = set()
    for _table in range(3):
        press(None, Key.Key_F9)
        columns.add(focused().model().columnCount())  # type: ignore[attr-defined]
    assert columns == {3, 4, 9}
    look_at("R/1")
    assert not any("Sugar" in row for row in _rows(screen))


def test_esc_asks_once_before_it_drops_what_is_typed(
    look_at: Callable[[str], VoucherScreen], plain_books: PlainBooks
) -> None:
    screen = look_at("R/2")
    press(None, Key.Key_X, ALT)
    type_text("no")
    press(None, Key.Key_Escape)
    assert _says(screen, "Esc once more drops what is typed.")
    press(None, Key.Key_PageUp)
    press(None, Key.Key_Escape)
    assert not _says(screen, "Why is it cancelled?")
    assert _says(screen, "RA01/26/000002")
    assert not _card(plain_books, "R/2").is_cancelled


def test_from_voucher_to_voucher_and_back(
    qtbot: QtBot, window: OpenWindow, look_at: Callable[[str], VoucherScreen]
) -> None:
    screen = look_at("R/2")
    press(None, Key.Key_PageUp)
    qtbot.waitUntil(lambda: _says(screen, "RA01/26/000001"))
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    press(None, Key.Key_PageUp)
    qtbot.waitUntil(lambda: _says(screen, "Sales invoice"))
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    press(None, Key.Key_PageDown)
    qtbot.waitUntil(lambda: _says(screen, "RA01/26/000001"))
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(screen, "Sales invoice"))
    press(None, Key.Key_Escape)
    qtbot.waitUntil(lambda: not screen.isVisible())
