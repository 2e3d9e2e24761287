"""Who owes what, how late, and onto paper: by keys only, in the whole program."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QTableView, QWidget
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.gateways.printers.setup import Printer, PrinterSetup, Speech, Way
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.ageing.view import AgeingScreen
from collectiq_desktop.ui.screens.outstanding.view import OutstandingScreen
from collectiq_desktop.ui.screens.statement.view import StatementScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text

Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
Widget = TypeVar("Widget", bound=QWidget)


def _one(window: OpenWindow, kind: type[Widget]) -> Widget:
    found = window.shell.findChild(kind)
    assert isinstance(found, kind)
    return found


def _says(page: QWidget, words: str) -> bool:
    """Whether the words are to be read on a page."""
    labels = page.findChildren(QLabel)
    return any(words in label.text() and label.isVisible() for label in labels)


def _table() -> QTableView:
    widget = focused()
    assert isinstance(widget, QTableView), widget
    return widget


def _cells(table: QTableView | None = None) -> list[list[str]]:
    model = (table or _table()).model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def _idle(qtbot: QtBot, window: OpenWindow) -> None:
    qtbot.waitUntil(lambda: not window.desk.is_busy)


@pytest.fixture
def trade(plain_books: PlainBooks) -> PlainBooks:
    """Two parties; one has paid part of its bill, late."""
    return plain_books.write(
        """
        party    Asha Stores  code AS  beat North
        party    Bina Stores  code BI  beat East
        invoice  S/1  2026-08-01  Asha Stores  10,000.00  due 30 days
        receipt  R/1  2026-11-10  Asha Stores   4,000.00  upi  ref 612345678901
        invoice  S/2  2026-11-20  Asha Stores   2,000.00  due 30 days
        invoice  S/3  2026-11-01  Bina Stores   5,000.00
        """
    )


def test_outstanding_down_to_the_vouchers_of_a_bill(
    qtbot: QtBot, window: OpenWindow, trade: PlainBooks
) -> None:
    window.shell.go(Place(screen="outstanding"))
    _idle(qtbot, window)
    page = _one(window, OutstandingScreen)
    assert _cells() == [
        ["Asha Stores", "AS", "2", "83", "6,000.00", "8,000.00", "—", "8,000.00 Dr"],
        ["Bina Stores", "BI", "1", "21", "5,000.00", "5,000.00", "—", "5,000.00 Dr"],
    ]
    assert _says(page, "Bills 13,000.00 − on account 0.00 = 13,000.00 Dr ✓")
    press(None, Key.Key_Return, SHIFT)
    qtbot.waitUntil(lambda: _says_title(page, "Bills of Asha Stores open on 22-11-2026"))
    assert [row[-1] for row in _cells()] == ["6,000.00", "2,000.00"]
    press(None, Key.Key_Return, SHIFT)
    qtbot.waitUntil(lambda: len(_cells()[0]) == 4)
    assert [row[-2:] for row in _cells()] == [["10,000.00", "10,000.00"], ["-4,000.00", "6,000.00"]]
    press(None, Key.Key_Escape)
    press(None, Key.Key_Escape)
    assert _cells()[0][0] == "Asha Stores"
    press(None, Key.Key_F2)
    type_text("9-11")
    press(None, Key.Key_Return)
    _idle(qtbot, window)
    assert _says(page, "On 09-11-2026")
    assert [row[-1] for row in _cells()] == ["10,000.00 Dr", "5,000.00 Dr"]
    press(None, Key.Key_F12, ALT)
    press(None, Key.Key_N)
    press(None, Key.Key_Return)
    _idle(qtbot, window)
    assert [row[0] for row in _cells()] == ["Asha Stores"]


def _says_title(page: QWidget, words: str) -> bool:
    return any(words == label.accessibleName() for label in page.findChildren(QLabel))


def test_a_day_that_is_none_is_told_at_the_field(
    qtbot: QtBot, window: OpenWindow, trade: PlainBooks
) -> None:
    window.shell.go(Place(screen="outstanding"))
    _idle(qtbot, window)
    press(None, Key.Key_F2)
    type_text("31-2")
    press(None, Key.Key_Return)
    field = focused()
    assert isinstance(field, QLineEdit)
    assert field.text() == "31-2"
    assert field.accessibleDescription().startswith("There is no day 31 in February")


def test_ageing_by_other_slabs_and_bill_date(
    qtbot: QtBot, window: OpenWindow, trade: PlainBooks
) -> None:
    window.shell.go(Place(screen="ageing"))
    _idle(qtbot, window)
    page = _one(window, AgeingScreen)
    assert _cells()[0] == [
        "Asha Stores", "2,000.00", "—", "—", "6,000.00", "—", "—", "—", "8,000.00 Dr",
    ]  # fmt: skip
    press(None, Key.Key_Down)
    press(None, Key.Key_F12)
    type_text("30,20")
    press(None, Key.Key_Return)
    assert focused().accessibleDescription().startswith("Ageing slabs must rise")
    type_text("45")
    press(None, Key.Key_Return)
    _idle(qtbot, window)
    assert _cells()[0] == ["Asha Stores", "2,000.00", "—", "6,000.00", "—", "8,000.00 Dr"]
    press(None, Key.Key_H, CTRL)
    _idle(qtbot, window)
    assert _cells()[1] == ["Bina Stores", "5,000.00", "—", "—", "5,000.00 Dr"]
    assert _says(page, "Bills 13,000.00 − on account 0.00 = 13,000.00 Dr ✓")
    press(None, Key.Key_Return)
    _idle(qtbot, window)
    qtbot.waitUntil(lambda: _says(window.shell, "₹ 8,000.00 Dr"))
    press(None, Key.Key_Escape)
    assert _table().currentIndex().row() == 0
    assert page.isVisible()


def test_statement_from_three_letters_to_a_file(
    qtbot: QtBot, window: OpenWindow, trade: PlainBooks, tmp_path: Path
) -> None:
    window.shell.go(Place(screen="statement"))
    page = _one(window, StatementScreen)
    type_text("ash")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: isinstance(focused(), QTableView))
    _idle(qtbot, window)
    assert [row[-1] for row in _cells()] == ["10,000.00 Dr", "6,000.00 Dr", "8,000.00 Dr"]
    assert _says(page, "Account from 01-04-2026 to 22-11-2026")
    press(None, Key.Key_F2, ALT)
    for typed in ("1-11", "15-11"):
        type_text(typed)
        press(None, Key.Key_Return)
    _idle(qtbot, window)
    [line] = _cells()
    assert line[-3:] == ["—", "4,000.00", "6,000.00 Dr"]
    press(None, Key.Key_H, CTRL)
    assert _says(page, "Bills open on 15-11-2026")
    assert [row[-2:] for row in _cells()] == [["10,000.00", "6,000.00"]]
    press(None, Key.Key_E, ALT)
    path = tmp_path / "asha.pdf"
    type_text(str(tmp_path / "asha.doc"))
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: focused().accessibleDescription().startswith("End the name in"))
    type_text(str(path))
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: path.exists() and _says(window.shell, "Saved as"), timeout=20_000)
    assert path.read_bytes().startswith(b"%PDF")
    assert isinstance(focused(), QTableView)


def test_the_paper_is_seen_before_it_is_printed(
    qtbot: QtBot, window: OpenWindow, trade: PlainBooks
) -> None:
    window.shell.go(Place(screen="statement", party_id=trade.parties["Asha Stores"]))
    _idle(qtbot, window)
    press(None, Key.Key_P, CTRL)
    preview = QApplication.activeModalWidget()
    assert preview is not None
    qtbot.waitUntil(lambda: preview.windowTitle().startswith("Statement AS"), timeout=20_000)
    press(preview, Key.Key_Escape)
    qtbot.waitUntil(lambda: QApplication.activeModalWidget() is None)
    assert _one(window, StatementScreen).isVisible()


@pytest.mark.parametrize("screen", ["outstanding", "ageing"])
def test_news_come_and_the_cursor_stays(
    qtbot: QtBot, window: OpenWindow, trade: PlainBooks, screen: str
) -> None:
    window.shell.go(Place(screen=screen))
    _idle(qtbot, window)
    press(None, Key.Key_Down)
    table = _table()
    assert _cells(table)[table.currentIndex().row()][0] == "Bina Stores"
    sale = PostInvoice(
        voucher_id=VoucherId(trade.ids.mint()),
        party_id=trade.add(Party(name="Aaa Stores")),
        amount_paise=99_00_00_000_00,
        on=trade.clock.today_on(),
    )
    window.desk.run(sale)
    qtbot.waitUntil(lambda: table.model().rowCount() == 3)
    assert _cells(table)[table.currentIndex().row()][0] == "Bina Stores"


def test_end_goes_to_the_end_of_a_long_account(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    for number in range(230):
        plain_books.write(f"invoice  S/{number}  2026-11-01  Asha Stores  {number + 1}.00")
    window.shell.go(Place(screen="statement", party_id=plain_books.parties["Asha Stores"]))
    _idle(qtbot, window)
    table = _table()
    assert table.model().rowCount() == 100
    press(None, Key.Key_End)
    qtbot.waitUntil(lambda: table.currentIndex().row() == 229)
    assert _cells(table)[-1][-1] == "26,565.00 Dr"
    press(None, Key.Key_Up)
    assert table.currentIndex().row() == 228


@pytest.mark.parametrize(
    ("screen", "key", "modifiers"),
    [
        ("outstanding", Key.Key_F2, Qt.KeyboardModifier.NoModifier),
        ("outstanding", Key.Key_F12, ALT),
        ("ageing", Key.Key_F12, Qt.KeyboardModifier.NoModifier),
        ("statement", Key.Key_F2, ALT),
        ("statement", Key.Key_F, CTRL),
    ],
)
def test_esc_in_a_field_goes_back_to_the_report_first(
    qtbot: QtBot,
    window: OpenWindow,
    trade: PlainBooks,
    *,
    screen: str,
    key: Key,
    modifiers: Qt.KeyboardModifier,
) -> None:
    window.shell.go(Place(screen=screen, party_id=trade.parties["Asha Stores"]))
    _idle(qtbot, window)
    table = _table()
    press(None, key, modifiers)
    field = focused()
    before = field.text() if isinstance(field, QLineEdit) else ""
    type_text("1")
    press(None, Key.Key_Escape)
    assert _table() is table
    assert (field.text() if isinstance(field, QLineEdit) else "") == before
    press(None, Key.Key_Escape)
    assert not table.isVisible()


def test_a_statement_goes_to_its_printer_by_one_key(
    qtbot: QtBot, window: OpenWindow, trade: PlainBooks, tmp_path: Path
) -> None:
    printer = Printer(
        name="PDF", speech=Speech.PDF, way=Way.FOLDER, address=str(tmp_path / "out"), paper="A5"
    )
    window.printing.change_setup(PrinterSetup().with_printer(printer))
    window.shell.go(Place(screen="statement", party_id=trade.parties["Asha Stores"]))
    _idle(qtbot, window)
    press(None, Key.Key_P, ALT)
    qtbot.waitUntil(lambda: bool(list((tmp_path / "out").glob("*.pdf"))), timeout=20_000)
    _idle(qtbot, window)


def test_a_bill_leads_to_its_voucher_and_news_reach_the_bills(
    qtbot: QtBot, window: OpenWindow, trade: PlainBooks
) -> None:
    window.shell.go(Place(screen="ageing"))
    _idle(qtbot, window)
    press(None, Key.Key_Return, SHIFT)
    qtbot.waitUntil(lambda: len(_cells()[0]) == 5)
    bills = _table()
    press(None, Key.Key_Down)
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: not bills.isVisible())
    _idle(qtbot, window)
    receipt = RecordReceipt(
        voucher_id=VoucherId(trade.ids.mint()),
        party_id=trade.parties["Asha Stores"],
        amount_paise=500_00,
        mode=Mode.CASH,
        on=trade.clock.today_on(),
    )
    window.desk.run(receipt)
    _idle(qtbot, window)
    press(None, Key.Key_Escape)
    qtbot.waitUntil(lambda: _cells(bills)[0][-1] == "5,500.00")
    assert _table() is bills
    assert bills.currentIndex().row() == 1
