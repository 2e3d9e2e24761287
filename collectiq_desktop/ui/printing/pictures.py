"""Pages of a PDF as pictures: for thermal printers, and for printers with a driver.

Works on any thread; no window, no printer and no document is known here.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRect, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtPdf import QPdfDocument

THERMAL_DPI = 203.2
"""Eight dots to the millimetre, what every thermal receipt printer has."""

POINTS_AN_INCH = 72
# A grey edge darker than this prints black. Dithering would fray small Indian
# letters, and half way between black and white would break their thin strokes.
_BLACK_BELOW = 168
_BLACK_OR_WHITE = bytes(0 if grey < _BLACK_BELOW else 255 for grey in range(256))
_FEET_DOTS = 8


@contextmanager
def opened(pdf: bytes) -> Iterator[QPdfDocument]:
    """The PDF as Qt reads it; it lives as long as the block."""
    buffer = QBuffer()
    buffer.setData(QByteArray(pdf))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    document = QPdfDocument()
    document.load(buffer)
    assert document.status() is QPdfDocument.Status.Ready, document.error()
    try:
        yield document
    finally:
        document.close()
        buffer.close()


def thermal_pictures(pdf: bytes, *, dots: int) -> list[bytes]:
    """Each page as a PNG of black and white dots, as wide as the printer's head.

    A page is printed in its true size; the margins, which the head does not
    reach, are cut off, and so is what is empty below the last line.
    """
    with opened(pdf) as document:
        pages = [page_picture(document, n, THERMAL_DPI) for n in range(document.pageCount())]
    return [_png(_without_empty_foot(_black_and_white(page, dots))) for page in pages]


def page_picture(document: QPdfDocument, number: int, dpi: float) -> QImage:
    """A page in shades of grey on white paper."""
    points = document.pagePointSize(number)
    scale = dpi / POINTS_AN_INCH
    size = QSize(round(points.width() * scale), round(points.height() * scale))
    paper = QImage(size, QImage.Format.Format_Grayscale8)
    paper.fill(Qt.GlobalColor.white)
    painter = QPainter(paper)
    painter.drawImage(0, 0, document.render(number, size))
    painter.end()
    return paper


def _black_and_white(page: QImage, dots: int) -> QImage:
    """The middle of the page, every dot black or white."""
    middle = page.copy(QRect((page.width() - dots) // 2, 0, dots, page.height()))
    shades = bytes(middle.constBits()).translate(_BLACK_OR_WHITE)
    whole = QImage(
        shades, dots, middle.height(), middle.bytesPerLine(), QImage.Format.Format_Grayscale8
    )
    return whole.convertToFormat(QImage.Format.Format_Mono, Qt.ImageConversionFlag.ThresholdDither)


def _without_empty_foot(picture: QImage) -> QImage:
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    shades, step, wide = bytes(grey.constBits()), grey.bytesPerLine(), grey.width()
    empty = b"\xff" * wide
    last = grey.height()
    while last > 1 and shades[(last - 1) * step : (last - 1) * step + wide] == empty:
        last -= 1
    return picture.copy(0, 0, wide, min(last + _FEET_DOTS, grey.height()))


def _png(picture: QImage) -> bytes:
    kept = QByteArray()
    buffer = QBuffer(kept)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    is_saved = picture.save(buffer, "PNG")  # type: ignore[call-overload]
    assert is_saved
    return bytes(kept.data())
