"""The box before something that cannot be undone: one question, yes or no by a key."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from collectiq_desktop.ui.widgets.pieces import label

_PIXELS = 460


class Confirm(QDialog):
    """Asks; the cursor stands on the answer that does nothing.

    Signals:
        agreed: the answer was yes.
    """

    agreed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self.setFixedWidth(_PIXELS)
        self._question = label()
        self._question.setWordWrap(True)
        self.yes, self.no = QPushButton(), QPushButton()
        self.no.setDefault(True)
        self.yes.setAutoDefault(True)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(self.yes)
        buttons.addWidget(self.no)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 18, 20, 16)
        column.setSpacing(18)
        column.addWidget(self._question)
        column.addLayout(buttons)
        self.yes.clicked.connect(self.accept)
        self.no.clicked.connect(self.reject)
        self.accepted.connect(self.agreed)
        self.finished.connect(self._give_back)

    def ask(self, question: str, *, yes: str, no: str) -> None:
        """Ask; nothing waits for the answer."""
        self._question.setText(question)
        self.setWindowTitle(yes)
        self.yes.setText(yes + "   Y")
        self.no.setText(no + "   N")
        self.no.setFocus(Qt.FocusReason.TabFocusReason)
        self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Y:
            self.accept()
        elif event.key() == Qt.Key.Key_N:
            self.reject()
        else:
            super().keyPressEvent(event)

    def _give_back(self) -> None:
        """The window goes on where it was, also where no window manager sees to that."""
        window = self.parentWidget()
        if window is not None:
            window.activateWindow()
