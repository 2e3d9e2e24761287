"""What is foretold, by keys, in the whole program."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSlider
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.risk import Category, Frequency
from collectiq_desktop.core.services.promises import MakePromise
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.start import OpenWindow
from collectiq_desktop.ui.tables.view import Table
from tests.foretold import TODAY, publish, risk
from tests.plain_books import PlainBooks
from tests.ui.keys import press, type_text

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier


def _says(window: OpenWindow, words: str) -> bool:
    labels = window.shell.findChildren(QLabel)
    return any(words in label.text() for label in labels if label.isVisible())


def _names(window: OpenWindow) -> list[str]:
    """The parties of the list that is shown."""
    tables = [each for each in window.shell.findChildren(Table) if each.isVisible()]
    models: list[Any] = [table.model() for table in tables]
    rows = [row for model in models for row in model.rows]
    return [row.party for row in rows if hasattr(row, "party")]


def _cells(window: OpenWindow) -> list[str]:
    """All that stands in the tables that are shown."""
    models = [each.model() for each in window.shell.findChildren(Table) if each.isVisible()]
    return [
        str(model.index(row, column).data())
        for model in models
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]


@pytest.fixture
def told(plain_books: PlainBooks) -> PlainBooks:
    calm = {"score": 50, "category": Category.SAFE, "frequency": Frequency.FREQUENT}
    publish(
        plain_books,
        risk(plain_books.party_id("Asha"), **calm, overdue_paise=0),
        risk(plain_books.party_id("Bina")),
    )
    return plain_books


def test_before_anything_was_worked_out(qtbot: QtBot, window: OpenWindow) -> None:
    for screen in ("risk", "calls", "forecast", "segments", "risk_model"):
        window.shell.go(Place(screen=screen))
        qtbot.waitUntil(lambda: not window.desk.is_busy)
        press(None, Key.Key_Return)
    assert _says(window, "Nothing was worked out yet")


def test_from_the_list_to_the_reasons_and_what_if(
    qtbot: QtBot, window: OpenWindow, told: PlainBooks
) -> None:
    assert told.parties
    window.shell.go(Place(screen="risk"))
    qtbot.waitUntil(lambda: _names(window) == ["Bina", "Asha"])
    press(window.shell, Key.Key_B, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: _names(window) == ["Asha", "Bina"])
    press(None, Key.Key_Down)
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "Why Risky"))
    assert _says(window, "₹30,000 overdue, oldest 10 days")
    assert _says(window, "If ₹ 40,000.00 is cleared, the oldest first: 0.62 → 0.22")
    press(window.shell, Key.Key_W, Alt)
    (slider,) = [each for each in window.shell.findChildren(QSlider) if each.isVisible()]
    assert slider.hasFocus()
    press(None, Key.Key_Home)
    qtbot.waitUntil(lambda: _says(window, "If ₹ 0.00 is cleared, the oldest first: 0.62 → 0.62"))
    press(None, Key.Key_Escape)
    qtbot.waitUntil(lambda: _names(window) == ["Asha", "Bina"])


def test_a_segment_leads_to_its_parties(qtbot: QtBot, window: OpenWindow, told: PlainBooks) -> None:
    assert told.parties
    window.shell.go(Place(screen="segments"))
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _names(window) == ["Bina"])


def test_todays_calls_with_phones_and_reasons(
    qtbot: QtBot, window: OpenWindow, told: PlainBooks
) -> None:
    """
    party  Bina  phone 98250 11111
    """
    window.shell.go(Place(screen="calls"))
    qtbot.waitUntil(lambda: _names(window) == ["Bina", "Asha"])
    qtbot.waitUntil(lambda: _says(window, "98250 11111"))
    assert _says(window, "Remind: now, then every 7 days")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "Why Risky"))
    assert _says(window, "Expect ₹ 30,000.00 by 27-11-2026")
    assert _says(window, "Risky 0.62")
    assert told.parties


def test_the_forecast_and_the_model(qtbot: QtBot, window: OpenWindow, told: PlainBooks) -> None:
    assert told.parties
    window.shell.go(Place(screen="forecast"))
    qtbot.waitUntil(lambda: _names(window) == ["Asha", "Bina"])
    assert _says(window, "What will come in: low, likely, high")
    window.shell.go(Place(screen="risk_model"))
    qtbot.waitUntil(lambda: _says(window, "9 of 12 parties"))
    assert _says(window, "oldest overdue first: 60 %")
    press(window.shell, Key.Key_D, Alt)
    qtbot.waitUntil(lambda: not window.desk.is_busy)
    assert _says(window, "This counter")


def test_an_admin_pins_a_category(qtbot: QtBot, window: OpenWindow, told: PlainBooks) -> None:
    window.shell.go(Place(screen="party_risk", party_id=told.parties["Bina"]))
    qtbot.waitUntil(lambda: _says(window, "Why Risky"))
    press(window.shell, Key.Key_P, Alt)
    press(None, Key.Key_Escape)
    assert _says(window, "Why Risky")
    press(window.shell, Key.Key_P, Alt)
    press(None, Key.Key_Return)
    press(None, Key.Key_Return)
    type_text("paid by hand")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "Pinned until 22-12-2026: paid by hand"))
    assert _says(window, "Why the score is 0.62")


def test_a_category_is_pinned_from_the_list_shown_everywhere_and_lifted(
    qtbot: QtBot, window: OpenWindow, told: PlainBooks
) -> None:
    window.shell.go(Place(screen="risk"))
    qtbot.waitUntil(lambda: _names(window) == ["Bina", "Asha"])
    press(window.shell, Key.Key_P, Alt)
    qtbot.waitUntil(lambda: _says(window, "Pin a category"))
    press(None, Key.Key_Return)
    press(None, Key.Key_Return)
    type_text("paid by hand")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "Why the score is 0.62"))
    press(None, Key.Key_Escape)
    qtbot.waitUntil(lambda: _names(window) == ["Bina", "Asha"])
    qtbot.waitUntil(lambda: "Watch, pinned" in _cells(window))
    window.shell.go(Place(screen="calls"))
    qtbot.waitUntil(lambda: "Watch 0.62, pinned" in _cells(window))
    window.shell.go(Place(screen="party", party_id=told.parties["Bina"]))
    qtbot.waitUntil(lambda: _says(window, "Pinned until 22-12-2026: paid by hand"))
    window.shell.go(Place(screen="calls"))
    qtbot.waitUntil(lambda: _names(window) == ["Bina", "Asha"])
    press(window.shell, Key.Key_P, Alt)
    qtbot.waitUntil(lambda: _says(window, "Pin a category"))
    press(None, Key.Key_End)
    press(None, Key.Key_Return)
    press(None, Key.Key_Return)
    type_text("as before")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: _says(window, "Why Risky"))


def test_who_promised_is_not_called_before_the_day(
    qtbot: QtBot, window: OpenWindow, told: PlainBooks
) -> None:
    window.shell.go(Place(screen="calls"))
    qtbot.waitUntil(lambda: _names(window) == ["Bina", "Asha"])
    promise = MakePromise(
        fact_id=FactId(told.ids.mint()),
        party_id=told.parties["Bina"],
        amount_paise=100_00,
        promised_on=TODAY,
    )
    window.desk.run(promise)
    qtbot.waitUntil(lambda: _names(window) == ["Asha"])
    assert _says(window, "1 party promised and rests")
