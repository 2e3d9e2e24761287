"""The filter: keys of the table go before widgets, and letters are never eaten."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QTableWidget, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.keys import KeyFilter, key_name
from tests.ui.keys import press, show_active, type_text

Key, Modifier = Qt.Key, Qt.KeyboardModifier


@pytest.mark.parametrize(
    ("key", "modifiers", "name"),
    [
        (Key.Key_F6, Modifier.NoModifier, "F6"),
        (Key.Key_A, Modifier.ControlModifier, "Ctrl+A"),
        (Key.Key_G, Modifier.AltModifier, "Alt+G"),
        (Key.Key_F6, Modifier.AltModifier, "Alt+F6"),
        (Key.Key_Return, Modifier.NoModifier, "Enter"),
        (Key.Key_Enter, Modifier.KeypadModifier, "Enter"),
        (Key.Key_Return, Modifier.ControlModifier, "Ctrl+Enter"),
        (Key.Key_Escape, Modifier.NoModifier, "Esc"),
        (Key.Key_PageDown, Modifier.NoModifier, "PgDn"),
        (Key.Key_PageUp, Modifier.NoModifier, "PgUp"),
        (Key.Key_Space, Modifier.NoModifier, "Space"),
        (Key.Key_2, Modifier.AltModifier, "Alt+2"),
        (Key.Key_R, Modifier.ControlModifier | Modifier.AltModifier, "Ctrl+Alt+R"),
    ],
)
def test_names_of_keys(key: Qt.Key, modifiers: Qt.KeyboardModifier, name: str) -> None:
    assert key_name(QKeyEvent(QEvent.Type.KeyPress, key, modifiers)) == name


@dataclass
class Taker:
    """Takes some keys and notes them."""

    known: set[str] = field(default_factory=set)
    acted: list[str] = field(default_factory=list)

    def knows(self, key: str) -> bool:
        return key in self.known


class Form(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.line, self.table = QLineEdit(), QTableWidget(2, 1)
        layout = QVBoxLayout(self)
        layout.addWidget(self.line)
        layout.addWidget(self.table)


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.line.setFocus()
    return made


@pytest.fixture
def taker(form: Form) -> Iterator[Taker]:
    made, parent, window = Taker(), QObject(), form.windowHandle()
    watching = KeyFilter(window, knows=made.knows, act=made.acted.append, parent=parent)
    yield made
    window.removeEventFilter(watching)


def test_keys_of_the_table_go_before_the_line(form: Form, taker: Taker) -> None:
    taker.known = {"Ctrl+A", "F10", "Alt+G"}
    form.line.setText("12500")
    press(form.line, Key.Key_A, Modifier.ControlModifier)
    press(form.line, Key.Key_F10)
    press(form.line, Key.Key_G, Modifier.AltModifier)
    assert taker.acted == ["Ctrl+A", "F10", "Alt+G"]
    assert not form.line.hasSelectedText()
    assert form.line.text() == "12500"


def test_other_keys_pass(form: Form, taker: Taker) -> None:
    taker.known = {"F6"}
    type_text("abc", form.line)
    press(form.line, Key.Key_A, Modifier.ControlModifier)
    assert taker.acted == []
    assert form.line.selectedText() == "abc"


def test_letters_belong_to_what_is_typed_into(form: Form, taker: Taker) -> None:
    taker.known = {"P", "Space", "Esc"}
    type_text("P p", form.line)
    assert form.line.text() == "P p"
    assert taker.acted == []
    press(form.line, Key.Key_Escape)
    form.table.setFocus()
    press(form.table, Key.Key_P)
    press(form.table, Key.Key_Space)
    assert taker.acted == ["Esc", "P", "Space"]


def test_a_key_that_is_held_down_acts_once(form: Form, taker: Taker) -> None:
    taker.known = {"Ctrl+A", "PgDn"}
    for key, modifiers in (
        (Key.Key_A, Modifier.ControlModifier),
        (Key.Key_PageDown, Modifier.NoModifier),
    ):
        for is_held in (False, True, True):
            event = QKeyEvent(QEvent.Type.KeyPress, key, modifiers, "", is_held)
            QApplication.sendEvent(form.windowHandle(), event)
    assert taker.acted == ["Ctrl+A", "PgDn", "PgDn", "PgDn"]


def test_a_dialog_has_its_keys_to_itself(qtbot: QtBot, form: Form, taker: Taker) -> None:
    taker.known = {"F6", "Esc"}
    dialog = QDialog(form)
    dialog.setModal(True)
    show_active(qtbot, dialog)
    press(dialog, Key.Key_F6)
    press(dialog, Key.Key_Escape)
    assert taker.acted == []
    assert not dialog.isVisible()
