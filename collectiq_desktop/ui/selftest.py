"""What `self-test` tries with Qt: a window, our fonts, a page of a PDF.

Runs in a process of its own, because Qt ends the process where a plugin is
missing. No part of the desktop uses it.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TypeAlias

from PySide6.QtCore import QCoreApplication, QSize, Qt, qVersion
from PySide6.QtGui import QFont, QFontDatabase, QFontInfo, QImage, QPainter, QRawFont
from PySide6.QtPdf import QPdfDocument
from PySide6.QtWidgets import QApplication, QLabel

from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.core.domain.saying import say

Look: TypeAlias = Callable[[], str]
_SAMPLE = "श्री गणेश किराना ₹ 12,34,567.50"
_HINDI = "Noto Sans Devanagari"
_PAGE_PIXELS = 1_200
_THERMAL_DOTS = 576
_RASTER = b"\x1dv0"
_DARK = 128
# Ink on a page: more than a speck, less than half.
_LEAST_INK_PPM, _MOST_INK_PPM = 500, 500_000


@cache
def application() -> QCoreApplication:
    """The one application of this process, kept for as long as it runs."""
    return QApplication.instance() or QApplication(["collectiq"])


def looks(paper: Path, fonts: Path) -> list[tuple[str, Look]]:
    """What to look at, in order; pictures of it are put beside the paper."""
    application()
    return [
        ("window", lambda: f"Qt {qVersion()} shows windows on {QApplication.platformName()}."),
        ("fonts", lambda: _fonts(fonts)),
        ("label", lambda: _label(paper.with_name("label.png"))),
        ("page", lambda: _page(paper, paper.with_name("page.png"))),
        ("thermal", lambda: _thermal(paper, paper.with_name("thermal.png"))),
    ]


def _fonts(folder: Path) -> str:
    paths = sorted(folder.glob("*.ttf"))
    for path in paths:
        if QFontDatabase.addApplicationFont(str(path)) < 0:
            raise _trouble(say("Qt cannot read the font {name}.", name=path.name))
    raw = QRawFont.fromFont(QFont(_HINDI), QFontDatabase.WritingSystem.Devanagari)
    if QFontInfo(QFont(_HINDI)).family() != _HINDI or not raw.supportsCharacter(ord("ग")):
        raise _trouble(say("The font for Hindi is missing from the windows."))
    return f"{len(paths)} fonts, {_HINDI} among them."


def _label(picture: Path) -> str:
    label = QLabel(_SAMPLE)
    label.setFont(QFont(["Noto Sans", _HINDI], 20))
    label.adjustSize()
    label.show()
    try:
        share = _ink_ppm(label.grab().toImage(), picture)
    finally:
        label.close()
    return f"A window with a line in Hindi, {share / 10_000:.1f} % ink."


def _page(paper: Path, picture: Path) -> str:
    share = _ink_ppm(_first_page(paper, _PAGE_PIXELS), picture)
    return f"QtPdf shows page 1 of {paper.name}, {share / 10_000:.1f} % ink."


def _thermal(paper: Path, picture: Path) -> str:
    from collectiq_desktop.gateways.printers.thermal import thermal_bytes

    _ink_ppm(_first_page(paper, _THERMAL_DOTS), picture)
    sent = thermal_bytes([picture.read_bytes()], dots=_THERMAL_DOTS)
    if _RASTER not in sent:
        raise _trouble(say("A thermal printer would be sent no picture."))
    return f"{len(sent):,} bytes would print it on an 80 mm thermal printer."


def _first_page(paper: Path, width: int) -> QImage:
    document = QPdfDocument()
    try:
        problem = document.load(str(paper))
        if problem is not QPdfDocument.Error.None_ or document.pageCount() < 1:
            raise _trouble(say("QtPdf cannot open the paper ({name}).", name=problem.name))
        points = document.pagePointSize(0)
        height = round(width * points.height() / points.width())
        return document.render(0, QSize(width, height))
    finally:
        document.close()


def _ink_ppm(image: QImage, picture: Path) -> int:
    """How much of the image is dark, on white, in millionths; never none."""
    white = QImage(image.size(), QImage.Format.Format_RGB32)
    white.fill(Qt.GlobalColor.white)
    painter = QPainter(white)
    painter.drawImage(0, 0, image)
    painter.end()
    white.save(str(picture))
    grey = white.convertToFormat(QImage.Format.Format_Grayscale8)
    pixels = bytes(grey.constBits())
    share = sum(map(_DARK.__gt__, pixels)) * 1_000_000 // max(len(pixels), 1)
    if not _LEAST_INK_PPM <= share <= _MOST_INK_PPM:
        raise _trouble(say("The picture {name} is blank or black.", name=picture.name))
    return share


def _trouble(sentence: str) -> BooksTrouble:
    return BooksTrouble(say("{sentence} Please install CollectIQ again.", sentence=sentence))
