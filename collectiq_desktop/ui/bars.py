"""The two bars at the foot: what each key does here, and how the firm stands."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QSize, Qt, QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QWidget

from collectiq_desktop.ui.actions import Action
from collectiq_desktop.ui.theme import Tone, set_tone
from collectiq_desktop.ui.widgets.pieces import ElidedLabel, label

KEYS_PIXELS = 32
STATUS_PIXELS = 21
_SAID_MS = 12_000
_QUIET_MS = 100


class KeyBar(QWidget):
    """The keys that hold here, as many as there is room for."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("keys")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(KEYS_PIXELS)
        self._pairs: list[tuple[QLabel, QLabel]] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(14, 0, 14, 0)
        self._row.setSpacing(7)
        self._row.addStretch(1)
        self._shown_count = 0

    def minimumSizeHint(self) -> QSize:
        return QSize(100, KEYS_PIXELS)

    def show_actions(self, actions: Iterable[Action]) -> None:
        """Show the keys of these actions."""
        self.show_keys(
            (action.key, QCoreApplication.translate("Action", action.text))
            for action in actions
            if action.is_shown
        )

    def show_keys(self, keys: Iterable[tuple[str, str]]) -> None:
        """Show these keys, each with what it does."""
        shown = list(keys)
        while len(self._pairs) < len(shown):
            pair = (label("key"), label())
            for widget in pair:
                middle = Qt.AlignmentFlag.AlignVCenter
                self._row.insertWidget(self._row.count() - 1, widget, 0, middle)
            self._row.insertSpacing(self._row.count() - 1, 8)
            self._pairs.append(pair)
        for labels, texts in zip(self._pairs, shown, strict=False):
            for widget, words in zip(labels, texts, strict=True):
                widget.setText(words)
        self._shown_count = len(shown)
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Show what has room; the rest is in the palette."""
        room = self.width() - 28
        for number, pair in enumerate(self._pairs):
            room -= sum(each.sizeHint().width() + 7 for each in pair) + 15
            is_shown = number < self._shown_count and room >= 0
            for widget in pair:
                widget.setVisible(is_shown)


class StatusBar(QWidget):
    """Firm, counter and business date; what was said; the exchange; what waits for attention."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("status")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedHeight(STATUS_PIXELS)
        self.firm, self.counter, self.today = ElidedLabel(), label(), label()
        self.said, self.sync, self.attention = ElidedLabel(), label(), label()
        self.progress = QProgressBar()
        self.progress.setRange(0, 0)
        self.progress.setTextVisible(False)
        self.progress.setFixedWidth(90)
        self.progress.hide()
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 14, 0)
        row.setSpacing(18)
        for widget in (self.firm, self.counter, self.today):
            row.addWidget(widget)
        row.addWidget(self.said, 1)
        row.addWidget(self.progress)
        row.addWidget(self.sync)
        row.addWidget(self.attention)
        self.said.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._silence = QTimer(self, singleShot=True, interval=_SAID_MS)
        self._silence.timeout.connect(self._fall_silent)
        self._patience = QTimer(self, singleShot=True, interval=_QUIET_MS)
        self._patience.timeout.connect(self.progress.show)

    def say(self, sentence: str, *, is_bad: bool = False) -> None:
        """Show a sentence for a while; a bad one stays until the next."""
        set_tone(self.said, Tone.BAD if is_bad else Tone.INK)
        self.said.setText(sentence)
        if is_bad:
            self._silence.stop()
        else:
            self._silence.start()

    def show_busy(self, is_busy: bool) -> None:  # noqa: FBT001 -- a slot
        """A quiet bar, once something takes longer than a moment."""
        if is_busy:
            self._patience.start()
        else:
            self._patience.stop()
            self.progress.hide()

    def stop_timers(self) -> None:
        """Nothing may come any more."""
        self._silence.stop()
        self._patience.stop()

    def _fall_silent(self) -> None:
        self.said.setText("")
