"""Keys before widgets: Alt+letter, F10 and Ctrl+A go where Tally's hands expect them.

Qt would give them to menus, mnemonics and line edits; a filter on the window,
where keys arrive before any widget has them, takes them first, as the table of
actions says. (A filter on the whole program would be asked about every event.)
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QKeyCombination, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QWindow
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox

_TYPED_INTO = (QLineEdit, QPlainTextEdit, QSpinBox)
_NAMES = {
    "Return": "Enter",
    "PgDown": "PgDn",
    "Backtab": "Shift+Tab",
}
_REPEATED = {"PgUp", "PgDn", "Alt+Up", "Alt+Down"}
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier)


def key_name(event: QKeyEvent) -> str:
    """The key as it is printed: Ctrl+A, Alt+F6, Enter."""
    modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = QKeyCombination(modifiers, Qt.Key(event.key()))
    *before, last = (
        QKeySequence(pressed).toString(QKeySequence.SequenceFormat.PortableText).split("+")
    )
    return "+".join([*before, _NAMES.get(last, last)])


class KeyFilter(QObject):
    """Gives keys to the table of actions before any widget sees them.

    Args:
        act: told the key's name; says whether an action took it.
        knows: whether an action would take the key now.
    """

    def __init__(
        self,
        window: QWindow,
        *,
        knows: Callable[[str], bool],
        act: Callable[[str], None],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._knows = knows
        self._act = act
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride):
            return False
        if not isinstance(event, QKeyEvent) or _is_elsewhere():
            return False
        name = key_name(event)
        if not self._knows(name) or (event.modifiers() in _PLAIN and _is_typed(event)):
            return False
        event.accept()
        if kind == QEvent.Type.KeyPress and (not event.isAutoRepeat() or name in _REPEATED):
            self._act(name)
        return True


def _is_elsewhere() -> bool:
    """Whether a dialog or a list of its own has the keys."""
    return (
        QApplication.activeModalWidget() is not None or QApplication.activePopupWidget() is not None
    )


def _is_typed(event: QKeyEvent) -> bool:
    """Whether the key writes a letter into what has the focus."""
    if event.text().isprintable() and event.text():
        return isinstance(QApplication.focusWidget(), (*_TYPED_INTO, QComboBox))
    return False
