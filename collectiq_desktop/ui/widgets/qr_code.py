"""A QR code to be scanned from the screen: black on white in every appearance."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

_QUIET_MODULES = 4


class QrCode(QWidget):
    """Draws a link; nothing while there is none."""

    def __init__(self, pixels: int) -> None:
        super().__init__()
        self._modules: tuple[tuple[bool, ...], ...] = ()
        self._pixels = pixels
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    @property
    def is_shown(self) -> bool:
        """Whether there is a code."""
        return bool(self._modules)

    def show_link(self, link: str) -> None:
        """Show a link as a code; an empty one takes the code away."""
        # The library is loaded with the first code, not with the window.
        from collectiq_desktop.documents.codes import modules_of

        self._modules = modules_of(link) if link else ()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._pixels, self._pixels)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._modules:
            return
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.white)
        # Whole pixels for each module, so that a camera sees sharp edges.
        size = self.width() // (len(self._modules) + 2 * _QUIET_MODULES)
        begins = (self.width() - size * len(self._modules)) // 2
        for y, row in enumerate(self._modules):
            for x, is_dark in enumerate(row):
                if is_dark:
                    place = QRectF(begins + x * size, begins + y * size, size, size)
                    painter.fillRect(place, Qt.GlobalColor.black)
        painter.end()
