"""The guide on the screen: one line over the keys, which never takes the cursor."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QWidget

from collectiq_desktop.ui import text
from collectiq_desktop.ui.actions import EVERYWHERE, key_of
from collectiq_desktop.ui.guide.steps import STEPS
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.pieces import Chip, ElidedLabel, label

_PIXELS = 36


class GuideBar(QWidget):
    """Which step it is, what to do, and how to end it."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("guide")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(_PIXELS)
        self._words, self._number = "", 0
        self.count = Chip("", Tone.ACCENT)
        self.sentence, self.way_out = ElidedLabel("strong"), label("muted")
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(12)
        row.addWidget(self.count)
        row.addWidget(self.sentence, 1)
        row.addWidget(self.way_out)
        self.hide()

    def show_step(self, number: int, words: str) -> None:
        self._words, self._number = words, number
        self.retranslate()
        self.show()

    def show_end(self, words: str) -> None:
        self.show_step(0, words)

    def hide_guide(self) -> None:
        self.hide()

    def retranslate(self) -> None:
        """Say the step in the language that holds now."""
        self.sentence.setText(QCoreApplication.translate("Guide", self._words))
        of = self.tr("step %1 of %2")
        counted = text.filled(of, str(self._number), str(len(STEPS)))
        self.count.show_state(counted if self._number else "✓", Tone.ACCENT)
        self.way_out.setText(text.filled(self.tr("%1 ends it"), key_of(EVERYWHERE, "guide")))
