"""A spark in a cell: how a figure went over its last days, as a line without numbers."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

_WHOLE = 1_000
_INSET = 5


def draw_spark(painter: QPainter, area: QRect, values: tuple[int | None, ...], pen: QColor) -> None:
    """Draw per mille from the oldest to the newest; a day without a value is passed over."""
    room = area.adjusted(_INSET + 2, _INSET, -_INSET - 2, -_INSET)
    step = room.width() / max(1, len(values) - 1)
    points = [
        QPointF(
            room.left() + place * step,
            room.bottom() - room.height() * min(max(value, 0), _WHOLE) / _WHOLE,
        )
        for place, value in enumerate(values)
        if value is not None
    ]
    if not points:
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(pen, 1.6))
    painter.drawPolyline(QPolygonF(points))
    painter.setBrush(pen)
    painter.drawEllipse(points[-1], 2.2, 2.2)
    painter.restore()
