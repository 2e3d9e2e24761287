"""Joining a firm that has a head office: what makes the books of a new counter."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton, QWidget

from collectiq_desktop.ui.widgets.join_fields import JoinFields
from collectiq_desktop.ui.widgets.pieces import Card


class JoinCard(Card):
    """The fields and the button."""

    def __init__(self, walked_in: QWidget) -> None:
        super().__init__()
        self.fields = JoinFields(walked_in)
        self.button = QPushButton()
        self.button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.body.addWidget(self.fields)
        self.body.addWidget(self.button, 0, Qt.AlignmentFlag.AlignRight)

    def retranslate(self) -> None:
        """Write every fixed text."""
        self.set_heading(self.tr("A counter of a firm with a head office"))
        self.button.setText(self.tr("Join it") + "   Alt+J")
        self.fields.retranslate()
