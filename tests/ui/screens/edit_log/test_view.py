"""The edit log by keys in the whole program."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.edit_log.view import EditLogScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.core.looking import fact_id
from tests.plain_books import PlainBooks
from tests.ui.keys import press, type_text

ALT = Qt.KeyboardModifier.AltModifier
CONTROL = Qt.KeyboardModifier.ControlModifier


def _cells(screen: Any, row: int) -> list[str]:
    model = screen._form.model
    return [model.index(row, column).data() for column in range(3, model.columnCount())]


def test_the_log_is_read_narrowed_proved_and_saved_by_keys(
    window: OpenWindow, plain_books: PlainBooks, qtbot: QtBot, tmp_path: Path
) -> None:
    plain = plain_books
    asha = plain.party_id("Asha Stores")
    plain.party_id("Bina Stores")
    plain.clock.move(ms=1_000)
    plain.write("receipt  R/1  2026-11-21  Bina Stores  400.00")
    plain.clock.move(ms=1_000)
    for paise in (50_000_00, 75_000_00):
        plain.clock.move(ms=1_000)
        changes = {"credit_limit_paise": paise}
        plain.run(AmendParty(fact_id=fact_id(plain), party_id=asha, changes=changes))
    window.shell.go(Place(screen="edit_log"))
    screen: Any = window.shell.findChild(EditLogScreen)
    form = screen._form
    qtbot.waitUntil(lambda: form.model.rowCount() > 4, timeout=20_000)
    assert _cells(screen, 0) == [
        "Party altered",
        "Asha Stores",
        "credit limit",
        "50,000.00",
        "75,000.00",
    ]
    qtbot.waitUntil(
        lambda: form._whole.text() == "credit limit: 50,000.00 → 75,000.00", timeout=20_000
    )
    press(None, Qt.Key.Key_F, CONTROL)
    type_text("bina")
    press(None, Qt.Key.Key_Return)
    qtbot.waitUntil(
        lambda: _cells(screen, 0)[:2] == ["Receipt RA01/26/000001", "Bina Stores"],
        timeout=20_000,
    )
    press(None, Qt.Key.Key_R, ALT)
    qtbot.waitUntil(lambda: "intact" in form._proof.text(), timeout=20_000)
    press(None, Qt.Key.Key_E, ALT)
    form.path.set_text(str(tmp_path / "log.xlsx"))
    press(None, Qt.Key.Key_Return)
    qtbot.waitUntil((tmp_path / "log.xlsx").exists, timeout=20_000)
    qtbot.waitUntil(lambda: not form.path.isVisible(), timeout=20_000)
