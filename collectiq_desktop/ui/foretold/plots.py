"""Small pictures, drawn in the colours of the theme: curves, dots, bands.

A library of charts would take a second to load for what are a few lines.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from collectiq_desktop.ui import text
from collectiq_desktop.ui.theme import CAPTION_POINTS, Tone, colour, colours, text_font

_WHOLE = 1_000
_LEFT, _BOTTOM, _TOP, _RIGHT = 44, 22, 24, 26
_SHARES = (0, 250, 500, 750, 1_000)
_LEAST_DOT, _MOST_DOT = 3.0, 9.0
_BAR, _ROW = 14, 34
_WORDS_WIDTH, _FIGURE_WIDTH = 90, 330


class Line(NamedTuple):
    """A line of a plot: points of x and per mille, in order."""

    name: str
    points: tuple[tuple[float, float], ...]
    tone: Tone
    is_dashed: bool = False


class Dot(NamedTuple):
    """A dot of a plot; the heavier the larger."""

    x: float
    y: float
    weight: int


class Axis(NamedTuple):
    """The x axis: its ends, and what is written at some of its places."""

    first: float
    last: float
    ticks: tuple[tuple[float, str], ...]


class Plot(QWidget):
    """Lines and dots over per mille from nothing to all."""

    def __init__(self) -> None:
        super().__init__()
        self._lines: tuple[Line, ...] = ()
        self._dots: tuple[Dot, ...] = ()
        self._axis = Axis(0, _WHOLE, ())
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)

    def show_plot(self, axis: Axis, lines: Sequence[Line], dots: Sequence[Dot] = ()) -> None:
        """Show these lines and dots."""
        self._axis, self._lines, self._dots = axis, tuple(lines), tuple(dots)
        self.setAccessibleName(", ".join(line.name for line in self._lines))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(420, 200)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 120)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._lines:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(text_font(CAPTION_POINTS))
        self._draw_frame(painter)
        for line in self._lines:
            self._draw_line(painter, line)
        self._draw_dots(painter)
        self._draw_names(painter)
        painter.end()

    def _at(self, x: float, y: float) -> QPointF:
        """Where a point stands on the widget."""
        width, height = self.width() - _LEFT - _RIGHT, self.height() - _TOP - _BOTTOM
        span = self._axis.last - self._axis.first or 1
        across = (x - self._axis.first) / span
        return QPointF(_LEFT + across * width, _TOP + (1 - y / _WHOLE) * height)

    def _draw_frame(self, painter: QPainter) -> None:
        look = colours()
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for share in _SHARES:
            begin, end = self._at(self._axis.first, share), self._at(self._axis.last, share)
            painter.setPen(QColor(look.line))
            painter.drawLine(begin, end)
            painter.setPen(QColor(look.muted))
            area = QRectF(0, begin.y() - 9, _LEFT - 6, 18)
            painter.drawText(area, right, f"{share // 10} %")
        for place, words in self._axis.ticks:
            foot = self._at(place, 0)
            painter.setPen(QColor(look.line))
            painter.drawLine(foot, self._at(place, _WHOLE))
            painter.setPen(QColor(look.muted))
            area = QRectF(foot.x() - 60, foot.y() + 3, 120, 18)
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter, words)

    def _draw_line(self, painter: QPainter, line: Line) -> None:
        pen = QPen(colour(line.tone), 2)
        if line.is_dashed:
            pen.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([self._at(x, y) for x, y in line.points]))

    def _draw_dots(self, painter: QPainter) -> None:
        heaviest = max((dot.weight for dot in self._dots), default=0)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour(Tone.ACCENT))
        for dot in self._dots:
            size = _LEAST_DOT + (_MOST_DOT - _LEAST_DOT) * dot.weight / max(1, heaviest)
            painter.drawEllipse(self._at(dot.x, dot.y), size, size)

    def _draw_names(self, painter: QPainter) -> None:
        left = float(_LEFT)
        for line in self._lines:
            pen = QPen(colour(line.tone), 2)
            if line.is_dashed:
                pen.setStyle(Qt.PenStyle.DashLine)
            painter.setPen(pen)
            painter.drawLine(QPointF(left, 9), QPointF(left + 22, 9))
            painter.setPen(colour(Tone.INK))
            width = painter.fontMetrics().horizontalAdvance(line.name) + 4
            painter.drawText(QRectF(left + 28, 0, width, 18), line.name)
            left += width + 48


class Band(NamedTuple):
    """One row of bands: from low to high, and the likeliest between them."""

    name: str
    low_paise: int
    likely_paise: int
    high_paise: int


class Bands(QWidget):
    """Rows of what may come in, one scale for all."""

    def __init__(self) -> None:
        super().__init__()
        self._bands: tuple[Band, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_bands(self, bands: Sequence[Band]) -> None:
        """Show these rows."""
        self._bands = tuple(bands)
        self.setAccessibleName(
            ", ".join(f"{band.name} {_whole(band.likely_paise)}" for band in self._bands)
        )
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(600, _ROW * max(1, len(self._bands)))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        look = colours()
        most = max((band.high_paise for band in self._bands), default=0) or 1
        room = self.width() - _WORDS_WIDTH - _FIGURE_WIDTH
        middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        for number, band in enumerate(self._bands):
            top = number * _ROW
            painter.setFont(text_font())
            painter.setPen(QColor(look.ink))
            painter.drawText(QRectF(0, top, _WORDS_WIDTH, _ROW), middle, band.name)
            low, likely, high = (
                _WORDS_WIDTH + room * paise / most
                for paise in (band.low_paise, band.likely_paise, band.high_paise)
            )
            bar = top + (_ROW - _BAR) / 2
            painter.fillRect(QRectF(_WORDS_WIDTH, bar, room, _BAR), QColor(look.line))
            painter.fillRect(QRectF(low, bar, max(2.0, high - low), _BAR), QColor(look.ageing[1]))
            painter.fillRect(QRectF(likely - 2, bar - 4, 4, _BAR + 8), QColor(look.accent))
            left = self.width() - _FIGURE_WIDTH + 12
            painter.setFont(text_font(is_bold=True))
            painter.drawText(QRectF(left, top, 130, _ROW), right, _whole(band.likely_paise))
            painter.setFont(text_font(CAPTION_POINTS))
            painter.setPen(QColor(look.muted))
            words = f"{_whole(band.low_paise)} – {_whole(band.high_paise)}"
            painter.drawText(QRectF(left + 142, top, 176, _ROW), middle, words)
        painter.end()


def _whole(paise: int) -> str:
    """A sum that is foretold: paise would say more than is known."""
    return "₹ " + text.count(round(paise / 100))
