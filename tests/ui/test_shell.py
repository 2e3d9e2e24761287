"""The window: the way from screen to screen, the bars, and what it remembers."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errors import NotBooks
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.registry import SCREENS
from collectiq_desktop.ui.start import Folders, OpenWindow, open_window
from tests.fakes import CountingIds, FixedClock
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text

Key, Modifier = Qt.Key, Qt.KeyboardModifier


def _seen(window: OpenWindow) -> set[str]:
    """Every text on the window that can be seen."""
    labels = window.shell.findChildren(QLabel)
    return {label.text() for label in labels if label.isVisible()}


def test_the_way_there_and_back(qtbot: QtBot, window: OpenWindow) -> None:
    """
    party  Asha Stores
    """
    assert window.shell.where() == "home"
    press(None, Key.Key_F6)
    assert window.shell.where() == "receipt"
    press(None, Key.Key_Escape)
    assert window.shell.where() == "home"
    press(None, Key.Key_Escape)
    assert window.shell.where() == "home"


def test_the_foot_says_whose_counter_it_is_and_who_sits_there(
    qtbot: QtBot, window: OpenWindow
) -> None:
    qtbot.waitUntil(lambda: "First counter" in _seen(window))
    window.shell.feed.show_user("Ramesh")
    assert "First counter · Ramesh" in _seen(window)


def test_half_typed_work_is_left_once_it_was_said(qtbot: QtBot, window: OpenWindow) -> None:
    press(None, Key.Key_F6)
    type_text("x")
    window.shell.go(Place(screen="receipt"))
    amount = next(
        line
        for line in window.shell.findChildren(QLineEdit)
        if line.accessibleName() == "Amount ₹" and line.isVisible()
    )
    amount.setFocus()
    type_text("500", amount)
    press(None, Key.Key_Escape)
    assert window.shell.where() == "receipt"
    assert any(text.startswith("Not saved") for text in _seen(window))
    press(None, Key.Key_Escape)
    assert window.shell.where() == "home"


def test_the_focus_is_where_it_was(qtbot: QtBot, window: OpenWindow) -> None:
    before = focused()
    press(None, Key.Key_G, Modifier.AltModifier)
    assert focused() is not before
    press(None, Key.Key_Escape)
    assert focused() is before
    press(None, Key.Key_F6)
    press(None, Key.Key_Escape)
    assert focused() is before


def test_go_to_a_screen_and_a_party(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    party    Asha Stores  code AS
    invoice  S/1  2026-11-01  Asha Stores  10,000.00
    """
    press(None, Key.Key_G, Modifier.AltModifier)
    type_text("parti")
    press(None, Key.Key_Return)
    assert window.shell.where() == "parties"
    press(None, Key.Key_F10)
    type_text("asha")
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    press(None, Key.Key_Return)
    assert window.shell.where() == "party"
    qtbot.waitUntil(lambda: "₹ 10,000.00 Dr" in _seen(window))
    assert focused().isVisible()


def test_the_bars_tell_the_truth(qtbot: QtBot, window: OpenWindow) -> None:
    qtbot.waitUntil(lambda: "22 Nov 2026, Sunday" in _seen(window))
    qtbot.waitUntil(lambda: any("Shree Test Wholesale" in text for text in _seen(window)))
    assert "Shree Test Wholesale" in window.shell.windowTitle()
    assert "Esc" not in _seen(window)
    press(None, Key.Key_F6)
    assert {"Esc", "Ctrl+A", "save", "Alt+G"} <= _seen(window)
    press(None, Key.Key_G, Modifier.AltModifier)
    assert "Ctrl+A" not in _seen(window)


def test_every_screen_shows_where_the_focus_is(qtbot: QtBot, window: OpenWindow) -> None:
    for name in ("home", "parties", "receipt"):
        window.shell.go(Place(screen=name))
        qtbot.waitUntil(lambda: not window.desk.is_busy)
        assert isinstance(focused(), QWidget)
        assert focused().isVisible()


def test_what_other_screens_wrote_is_seen_on_return(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  10,000.00
    """
    qtbot.waitUntil(lambda: "₹ 10,000.00" in _seen(window))
    press(None, Key.Key_F6)
    type_text("asha")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: focused().accessibleName() == "Mode")
    press(None, Key.Key_Return)
    type_text("4000")
    press(None, Key.Key_A, Modifier.ControlModifier)
    qtbot.waitUntil(lambda: focused().accessibleName() == "Party")
    press(None, Key.Key_Escape)
    qtbot.waitUntil(lambda: {"₹ 4,000.00", "₹ 6,000.00"} <= _seen(window))


def test_the_window_remembers_its_place(
    qtbot: QtBot, qapp: QApplication, window: OpenWindow, tmp_path: Path
) -> None:
    window.shell.resize(QSize(1234, 700))
    window.shell.close()
    assert window.looks.settings.geometry is not None
    assert (tmp_path / "config" / "window.ini").is_file()


@pytest.fixture
def broken_window(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> OpenWindow:
    def opener(_progress: Progress) -> Books:
        raise NotBooks(say("x.txt is not a CollectIQ file; choose another."))

    folders = Folders(config=tmp_path / "c", data=tmp_path / "d", log=tmp_path / "l")
    outside = Surroundings(clock=FixedClock(), ids=CountingIds())
    return open_window(qapp, opener, outside, folders=folders)


def test_books_that_cannot_be_opened_are_a_sentence(
    qtbot: QtBot, broken_window: OpenWindow
) -> None:
    qtbot.waitUntil(lambda: any("is not a CollectIQ file" in text for text in _seen(broken_window)))
    press(broken_window.shell, Key.Key_F6)
    assert broken_window.shell.where() != "receipt"
    broken_window.close()


def test_large_sums_and_limits_fit_the_smallest_window(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    crores_paise = 99_00_00_000_00
    asha = Party(
        name="Asha Stores",
        credit_limit_paise=crores_paise,
        late_limit_days=45,
        bills_limit_count=1,
    )
    plain_books.add(asha)
    for number in (1, 2):
        plain_books.write(f"invoice  S/{number}  2026-05-01  Asha Stores  99,00,00,000.00")
    window.shell.go(Place(screen="sale", party_id=plain_books.parties["Asha Stores"]))
    qtbot.waitUntil(lambda: "Over its limit" in _seen(window))
    assert window.shell.minimumSizeHint().width() <= 1_366


def test_no_page_makes_the_window_larger_than_a_low_screen(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    words = "Shree Venkateshwara Annapurna Kirana and General Stores " * 3
    party = Party(
        name=words[:150], address=(words, words), note=words * 9, phones=("98250 11111",) * 9
    )
    party_id = plain_books.add(party)
    window.shell.resize(1366, 768)
    for info in SCREENS:
        window.shell.go(Place(screen=info.name, party_id=party_id))
        qtbot.waitUntil(lambda: not window.desk.is_busy)
        least = window.shell.minimumSizeHint()
        assert least.width() <= 1366, info.name
        assert least.height() <= 768, info.name
    assert window.shell.height() == 768
