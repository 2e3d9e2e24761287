"""Quiet pieces stay quiet: chips that come and go take nobody's focus."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.pieces import FactStrip
from tests.ui.keys import show_active


def test_chips_that_change_while_one_types_are_no_windows(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    layout = QVBoxLayout(page)
    line, strip = QLineEdit(), FactStrip()
    layout.addWidget(line)
    layout.addWidget(strip)
    show_active(qtbot, page)
    line.setFocus()
    for number in range(5):
        strip.show_chips([(str(number), Tone.BAD)])
        strip.show_chips([])
    qtbot.wait(20)
    assert QApplication.focusWidget() is line
    assert not [
        each for each in QApplication.topLevelWidgets() if each.isVisible() and each is not page
    ]
