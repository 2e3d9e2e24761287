"""Printers that the system knows: pages of a PDF painted through their own driver."""

from __future__ import annotations

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QPageLayout, QPageSize, QPainter
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.gateways.printers.delivery import NotPrinted
from collectiq_desktop.gateways.printers.setup import Printer
from collectiq_desktop.ui.printing.pictures import POINTS_AN_INCH, opened, page_picture

MOST_DPI = 300
"""Enough for 7 pt Indian letters; more would only fill the printer's memory."""

_POINT = QPageSize.Unit.Point


def system_printers() -> tuple[str, ...]:
    """The names of the printers that the system knows, its default first."""
    default = QPrinterInfo.defaultPrinterName()
    names = QPrinterInfo.availablePrinterNames()
    return tuple(sorted(names, key=lambda name: (name != default, name)))


def paint(pdf: bytes, printer: Printer, title: str) -> None:
    """Print a PDF in its true size through the system's driver.

    Raises:
        NotPrinted: the system does not know the printer, or it refuses.
    """
    info = QPrinterInfo.printerInfo(printer.address or QPrinterInfo.defaultPrinterName())
    if info.isNull():
        message = say(
            "This system has no printer “{name}”: see that it is switched on, or choose another in "
            "the settings.",
            name=printer.address or printer.name,
        )
        raise NotPrinted(message)
    device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    device.setDocName(title)
    paint_on(pdf, device, printer)


def paint_on(pdf: bytes, device: QPrinter, printer: Printer) -> None:
    """Paint every page of a PDF on a printer that is ready.

    Raises:
        NotPrinted: it refuses a page; those before may be out.
    """
    with opened(pdf) as document:
        _set_paper(device, document, 0)
        painter = QPainter()
        if not painter.begin(device):
            raise NotPrinted(
                say("The printer “{name}” does not take the print: look at it.", name=printer.name)
            )
        try:
            for number in range(document.pageCount()):
                if number:
                    _set_paper(device, document, number)
                    if not device.newPage():
                        message = say(
                            "The printer “{name}” stopped after page {number}.",
                            name=printer.name,
                            number=number,
                        )
                        raise NotPrinted(message, is_uncertain=True)
                _paint_page(painter, device, document, number)
        finally:
            painter.end()


def _set_paper(device: QPrinter, document: QPdfDocument, number: int) -> None:
    """The paper is the page's own: a roll is as long as what stands on it."""
    points = document.pagePointSize(number)
    size = QPageSize(QSizeF(points), _POINT, "", QPageSize.SizeMatchPolicy.FuzzyMatch)
    device.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(), QPageLayout.Unit.Point)
    )
    device.setFullPage(True)


def _paint_page(painter: QPainter, device: QPrinter, document: QPdfDocument, number: int) -> None:
    dpi = device.resolution()
    scale = dpi / POINTS_AN_INCH
    points = document.pagePointSize(number)
    whole = QRect(0, 0, round(points.width() * scale), round(points.height() * scale))
    painter.drawImage(whole, page_picture(document, number, min(dpi, MOST_DPI)))
