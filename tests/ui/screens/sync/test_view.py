"""The exchange by keys, in the whole program, with the firm's server in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.queries.syncing import Sync
from collectiq_desktop.sync.moving import UNANSWERED
from collectiq_desktop.ui.screens.sync.presenter import Page
from collectiq_desktop.ui.screens.sync.view import SyncScreen
from collectiq_desktop.ui.start import Folders, OpenWindow, open_window
from tests.firms import Shop, TestFirm
from tests.plain_books import PlainBooks, fresh_books
from tests.ui.keys import press, type_text
from tests.ui.office import parts_of

ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier
PATIENCE_MS = 15_000


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[TestFirm]:
    firm = TestFirm(tmp_path)
    yield firm
    firm.server.close()


@pytest.fixture
def shop(firm: TestFirm) -> Shop:
    shop = firm.enrol("Counter 1")
    shop.exchange()
    return shop


def opened(firm: TestFirm, shop: Shop | None, books: Books, qapp: QApplication) -> OpenWindow:
    folder = firm.folder / "user"
    folders = Folders(config=folder / "config", data=folder / "data", log=folder / "log")
    window = open_window(
        qapp,
        lambda _progress: books,
        books._outside,
        folders=folders,
        office=parts_of(firm, shop, folder),
    )
    window.shell.activateWindow()
    return window


@pytest.fixture
def window(firm: TestFirm, shop: Shop, qtbot: QtBot, qapp: QApplication) -> Iterator[OpenWindow]:
    window = opened(firm, shop, shop.books, qapp)
    qtbot.waitUntil(window.shell.isActiveWindow)
    qtbot.waitUntil(lambda: "exchanged" in said(window), timeout=PATIENCE_MS)
    yield window
    window.close()


def said(window: OpenWindow) -> str:
    """What the status bar says of the exchange."""
    return window.shell._status.sync.text()


def screen_of(window: OpenWindow) -> SyncScreen:
    screen = window.shell.findChild(SyncScreen)
    assert isinstance(screen, SyncScreen)
    return screen


def cells(screen: SyncScreen) -> list[list[str]]:
    model = screen.form.table.model()
    return [
        [str(model.index(row, column).data() or "") for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def test_what_is_saved_goes_out_by_itself_and_the_days_agree(
    window: OpenWindow, shop: Shop, qtbot: QtBot
) -> None:
    press(window.shell, Qt.Key.Key_Z, ALT)
    screen = screen_of(window)
    shop.plain.write("receipt  R/1  2026-11-21  Asha Stores  4,000.00  upi")
    window.desk.announce(shop.books.run(nothing(shop)).touched)
    qtbot.waitUntil(lambda: shop.books.ask(Sync()).unsent_count == 0, timeout=PATIENCE_MS)
    expected = ["21-11-2026", "1", "4,000.00", "1", "4,000.00", "", "equal"]
    qtbot.waitUntil(lambda: cells(screen) == [expected], timeout=PATIENCE_MS)


def test_a_line_that_is_down_is_told_with_what_waits(
    window: OpenWindow, shop: Shop, qtbot: QtBot
) -> None:
    shop.wire.is_cut = True
    press(window.shell, Qt.Key.Key_Z, ALT)
    press(None, Qt.Key.Key_R, CTRL)
    qtbot.waitUntil(lambda: "line down since 10:00" in said(window), timeout=PATIENCE_MS)
    shop.plain.write("receipt  R/1  2026-11-21  Asha Stores  4,000.00  upi")
    window.desk.announce(shop.books.run(nothing(shop)).touched)
    words = "3 entries not yet sent, oldest 10:00 · line down since 10:00"
    qtbot.waitUntil(lambda: said(window) == words, timeout=PATIENCE_MS)
    press(None, Qt.Key.Key_2, ALT)
    screen = screen_of(window)
    qtbot.waitUntil(lambda: len(cells(screen)) == 3, timeout=PATIENCE_MS)
    assert [row[1] for row in cells(screen)][1] == "Receipt RA01/26/000001"
    shop.wire.is_cut = False
    press(None, Qt.Key.Key_R, CTRL)
    qtbot.waitUntil(lambda: "exchanged" in said(window), timeout=PATIENCE_MS)


def test_the_devices_of_the_firm(window: OpenWindow, qtbot: QtBot) -> None:
    press(window.shell, Qt.Key.Key_Z, ALT)
    press(None, Qt.Key.Key_5, ALT)
    screen = screen_of(window)
    qtbot.waitUntil(lambda: len(cells(screen)) == 2, timeout=PATIENCE_MS)
    assert screen.form.page is Page.DEVICES
    assert cells(screen)[0][:2] == ["A01", "Counter 1"]
    assert cells(screen)[0][-2:] == ["22-11-2026 10:00", "this one"]
    screen.form.table.stand_on(0)
    assert screen.form._note.text().endswith("collectiq-server revoke A01")
    is_server = [device.is_server for device in screen.form.devices.rows]
    screen.form.table.stand_on(is_server.index(True))
    assert screen.form._note.text() == ""


def test_moved_books_ask_before_anything_is_recorded(
    firm: TestFirm, shop: Shop, qtbot: QtBot, qapp: QApplication
) -> None:
    shop.books.held_back = UNANSWERED
    window = opened(firm, shop, shop.books, qapp)
    qtbot.waitUntil(lambda: window.shell.where() == "sync", timeout=PATIENCE_MS)
    screen = screen_of(window)
    qtbot.waitUntil(lambda: screen.form.is_joining, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: said(window) == "moved here? see Sync", timeout=PATIENCE_MS)
    press(None, Qt.Key.Key_M, ALT)
    qtbot.waitUntil(lambda: not shop.books.held_back, timeout=PATIENCE_MS)
    qtbot.waitUntil(lambda: "go on here" in screen.form._message.text(), timeout=PATIENCE_MS)
    assert shop.books.identity.series_code == "A02"
    window.close()


def test_books_that_stand_alone_say_so_and_join_by_a_code(
    firm: TestFirm, tmp_path: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    alone = fresh_books(tmp_path)
    window = opened(firm, None, alone.books, qapp)
    qtbot.waitUntil(window.shell.isActiveWindow)
    qtbot.waitUntil(lambda: said(window) == "alone, not connected", timeout=PATIENCE_MS)
    press(window.shell, Qt.Key.Key_Z, ALT)
    screen = screen_of(window)
    qtbot.waitUntil(lambda: screen.form.is_joining, timeout=PATIENCE_MS)
    type_text("office.example")
    press(None, Qt.Key.Key_Return)
    press(None, Qt.Key.Key_Return)
    type_text("not a code")
    press(None, Qt.Key.Key_Return)
    problem = screen.form.join.fields.code.problem
    qtbot.waitUntil(lambda: "not an enrolment code" in problem.text(), timeout=PATIENCE_MS)
    window.close()


def nothing(shop: Shop) -> object:
    """A command that changes nothing of interest, for what it touches."""
    return another_party(shop.plain)


def another_party(plain: PlainBooks) -> object:
    from collectiq_desktop.core.domain.ids import PartyId
    from collectiq_desktop.core.domain.party import Party
    from collectiq_desktop.core.services.parties import AddParty

    return AddParty(party_id=PartyId(plain.ids.mint()), party=Party(name="One more"))
