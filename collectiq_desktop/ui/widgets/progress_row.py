"""How far a long job has come: a bar, a count, the time left, and the key that stops it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QWidget

from collectiq_desktop.core.domain.clock import Clock
from collectiq_desktop.ui import text
from collectiq_desktop.ui.widgets.pieces import label

_STEPS = 1_000
_GUESSED_AFTER_MS = 1_500
_MINUTE_S = 60


def left_seconds(begun_at: int, now_at: int, done_count: int, whole_count: int) -> int | None:
    """The seconds still to go at the pace so far; None while that is a guess."""
    passed_ms = now_at - begun_at
    if passed_ms < _GUESSED_AFTER_MS or not 0 < done_count <= whole_count:
        return None
    return (passed_ms * (whole_count - done_count) // done_count + 999) // 1_000


class ProgressRow(QWidget):
    """Hidden while nothing is under way.

    Signals:
        stopped: the button that stops was pressed.
    """

    stopped = Signal()

    def __init__(self, clock: Clock) -> None:
        super().__init__()
        self._clock = clock
        self._begun_at: int | None = None
        self._doing = ""
        self.doing, self.count = label("strong"), label("muted")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.button = QPushButton()
        self.button.clicked.connect(self.stopped)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.doing)
        row.addWidget(self.bar, 1)
        row.addWidget(self.count)
        row.addWidget(self.button)
        self.hide()

    def show_progress(
        self, doing: str, done_count: int, whole_count: int, *, may_stop: bool = True
    ) -> None:
        """So many of so many; nothing of nothing while that is not known."""
        now_at = self._clock.now_at()
        if self._begun_at is None or doing != self._doing:
            self._begun_at, self._doing = now_at, doing
        self.doing.setText(doing)
        self.button.setText(self.tr("Stop") + "   Esc")
        self.button.setVisible(may_stop)
        self.bar.setRange(0, _STEPS if whole_count else 0)
        self.bar.setValue(done_count * _STEPS // whole_count if whole_count else 0)
        left = left_seconds(self._begun_at, now_at, done_count, whole_count)
        self.count.setText(self._count_words(done_count, whole_count, left))
        self.show()

    def end(self) -> None:
        """Nothing is under way."""
        self._begun_at = None
        self.hide()

    def _count_words(self, done_count: int, whole_count: int, left: int | None) -> str:
        if not whole_count:
            return ""
        words = text.filled(self.tr("%1 of %2"), text.count(done_count), text.count(whole_count))
        if left is None:
            return words
        minutes, seconds = divmod(left, _MINUTE_S)
        if minutes:
            return text.filled(self.tr("%1, %2 min left"), words, str(minutes + bool(seconds)))
        return text.filled(self.tr("%1, %2 s left"), words, str(seconds))
