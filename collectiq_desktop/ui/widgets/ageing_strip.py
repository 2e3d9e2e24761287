"""The ageing strip: how much of what is open is how late, as one bar with its figures."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from collectiq_desktop.ui import text
from collectiq_desktop.ui.theme import CAPTION_POINTS, colours, text_font

_BAR = 12
_LEAST_WIDTH = 108
_GAP = 2
_HEIGHT = 56


class AgeingStrip(QWidget):
    """Buckets in their order; each keeps room for its figure, the rest is shared by size.

    A bucket that holds nothing has no colour, so that colour always means money.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._labels: tuple[str, ...] = ()
        self._buckets_paise: tuple[int, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_buckets(self, labels: Sequence[str], buckets_paise: Sequence[int]) -> None:
        """Show these buckets."""
        self._labels, self._buckets_paise = tuple(labels), tuple(buckets_paise)
        told = zip(self._labels, self._buckets_paise, strict=True)
        self.setAccessibleName(", ".join(f"{name} {text.amount(paise)}" for name, paise in told))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(_LEAST_WIDTH * max(1, len(self._labels)), _HEIGHT)

    def minimumSizeHint(self) -> QSize:
        return QSize(320, _HEIGHT)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._labels:
            return
        painter = QPainter(self)
        painter.setFont(text_font(CAPTION_POINTS))
        look = colours()
        left = 0.0
        widths = spans(self._buckets_paise, self.width(), _LEAST_WIDTH)
        for number, width in enumerate(widths):
            shade = look.ageing[min(number, len(look.ageing) - 1)]
            paint = QColor(shade) if self._buckets_paise[number] > 0 else QColor(look.line)
            painter.fillRect(QRectF(left, 0, width - _GAP, _BAR), paint)
            painter.setPen(QColor(look.muted))
            where = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(QRectF(left, _BAR + 4, width, 18), where, self._labels[number])
            painter.setPen(QColor(look.ink))
            figure = text.amount(self._buckets_paise[number])
            painter.drawText(QRectF(left, _BAR + 22, width, 18), where, figure)
            left += width
        painter.end()


def spans(buckets_paise: Sequence[int], width: int, least: int) -> list[int]:
    """The widths of buckets: the least for each, what is left by their size."""
    count = len(buckets_paise)
    least = min(least, width // count)
    spare = width - least * count
    sizes_paise = [max(0, paise) for paise in buckets_paise]
    whole_paise = sum(sizes_paise) or count
    shares = sizes_paise if sum(sizes_paise) else [1] * count
    widths = [least + spare * share // whole_paise for share in shares]
    widths[-1] += width - sum(widths)
    return widths
