"""Pages painted through Qt's printer, into a PDF where there is no printer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPrintSupport import QPrinter

from collectiq_desktop.documents.receipt import receipt_pdf
from collectiq_desktop.documents.statement import statement_pdf
from collectiq_desktop.gateways.printers.delivery import NotPrinted
from collectiq_desktop.gateways.printers.setup import Printer, Speech, Way
from collectiq_desktop.ui.printing.drivers import paint_on, system_printers
from collectiq_desktop.ui.printing.pictures import opened, page_picture
from tests.documents import samples
from tests.documents.looking import page_sizes_mm

pytestmark = pytest.mark.usefixtures("qapp")
OFFICE = Printer(name="Office", speech=Speech.DRIVER, way=Way.SYSTEM)


def _painted(pdf: bytes, path: Path) -> bytes:
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(path))
    device.setResolution(150)
    paint_on(pdf, device, OFFICE)
    return path.read_bytes()


@pytest.mark.parametrize(
    ("paper", "size"), [("A4", (210, 297)), ("A5", (148, 210))], ids=["A4", "A5"]
)
def test_every_page_in_its_own_size(paper: str, size: tuple[int, int], tmp_path: Path) -> None:
    pdf = statement_pdf(samples.typical(), paper=paper)  # type: ignore[arg-type]
    with opened(pdf) as document:
        count = document.pageCount()
    assert page_sizes_mm(_painted(pdf, tmp_path / "out.pdf")) == [size] * count


def test_a_roll_is_as_long_as_what_stands_on_it(tmp_path: Path) -> None:
    pdf = receipt_pdf(samples.receipt(), paper="80mm")
    [(width, height)] = page_sizes_mm(_painted(pdf, tmp_path / "out.pdf"))
    [expected] = page_sizes_mm(pdf)
    assert width == 80
    assert abs(height - expected[1]) <= 1


def test_what_is_painted_is_the_page(tmp_path: Path) -> None:
    pdf = receipt_pdf(samples.receipt(), paper="A5")
    printed = _painted(pdf, tmp_path / "out.pdf")
    with opened(pdf) as before, opened(printed) as after:
        wanted, found = _box(before), _box(after)
    assert all(abs(a - b) <= 2 for a, b in zip(wanted, found, strict=True))


def _box(document: QPdfDocument) -> tuple[int, int, int, int]:
    """The edges of what is black on the first page, at 100 dots to the inch."""
    page = page_picture(document, 0, 100)
    size, step = (page.width(), page.height()), page.bytesPerLine()
    picture = Image.frombuffer("L", size, bytes(page.constBits()), "raw", "L", step, 1)
    return picture.point(lambda grey: 255 if grey < 160 else 0).getbbox() or (0, 0, 0, 0)


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_device_that_takes_nothing(tmp_path: Path) -> None:
    pdf = receipt_pdf(samples.receipt(), paper="A5")
    with pytest.raises(NotPrinted, match="does not take the print"):
        _painted(pdf, tmp_path / "no folder" / "out.pdf")


def test_printers_of_the_system_are_named() -> None:
    assert len(set(system_printers())) == len(system_printers())
