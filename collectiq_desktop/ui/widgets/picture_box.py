"""Photos of a paper, over the screen: as large as the window lets them, one after the other."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QKeyEvent, QPixmap
from PySide6.QtWidgets import QDialog, QLabel, QVBoxLayout, QWidget

from collectiq_desktop.ui import text
from collectiq_desktop.ui.widgets.pieces import label

_OF_WINDOW = 0.85
_MOST_MEGABYTES = 64


class PictureBox(QDialog):
    """Shows photos; Right and Left turn, Esc closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModal(True)
        self._screen = parent
        self._contents: Sequence[bytes] = ()
        self._at = 0
        self.picture = QLabel()
        self.picture.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.hint = label("muted")
        column = QVBoxLayout(self)
        column.addWidget(self.picture)
        column.addWidget(self.hint)
        self.finished.connect(self._give_back)

    def show_pictures(self, title: str, contents: Sequence[bytes]) -> None:
        """Show photos, the first of them at once."""
        self.setWindowTitle(title)
        self._contents, self._at = contents, 0
        self._show()
        self.open()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
        if step and self._contents:
            self._at = (self._at + step) % len(self._contents)
            self._show()
        else:
            super().keyPressEvent(event)

    def _show(self) -> None:
        most = self._screen.window().size() * _OF_WINDOW
        image = image_of(self._contents[self._at], most)
        if image.isNull():
            self.picture.setText(self.tr("This photo cannot be read."))
        else:
            self.picture.setPixmap(QPixmap.fromImage(image))
        words = self.tr("Esc closes")
        if len(self._contents) > 1:
            turned = self.tr("Photo %1 of %2, Right and Left turn")
            count = text.count(len(self._contents))
            words = " · ".join((text.filled(turned, text.count(self._at + 1), count), words))
        self.hint.setText(words)
        self.adjustSize()

    def _give_back(self) -> None:
        """The window goes on where it was, also where no window manager sees to that."""
        self._screen.activateWindow()


def image_of(content: bytes, most: QSize) -> QImage:
    """The photo, no larger than there is room for; a null image where it cannot be read.

    It comes from a phone: what would take too much memory is not opened.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    size = reader.size()
    if not size.isValid() or size.width() * size.height() * 4 > _MOST_MEGABYTES << 20:
        return QImage()
    if size.width() > most.width() or size.height() > most.height():
        reader.setScaledSize(size.scaled(most, Qt.AspectRatioMode.KeepAspectRatio))
    return reader.read()
