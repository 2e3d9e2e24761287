"""From a record to what each kind of printer gets, bytes and all."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errands import Document, PrintOrder
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.gateways.printers.delivery import NotPrinted
from collectiq_desktop.gateways.printers.setup import Printer, Speech, Way
from collectiq_desktop.ui.printing.carrying import carry
from collectiq_desktop.ui.printing.making import make, title_of
from tests.documents import samples
from tests.gateways.printers.rasters import dots_of

pytestmark = pytest.mark.usefixtures("qapp")
RECEIPT = PrintOrder(document=Document.RECEIPT, subject_id=VoucherId(b"v" * 16))
DRAWER = b"\x1bp\x00"


def _device(tmp_path: Path, speech: Speech, paper: str) -> Printer:
    device = tmp_path / "device"
    device.touch()
    return Printer(name="Till", speech=speech, way=Way.DEVICE, address=str(device), paper=paper)


def _sent(tmp_path: Path) -> bytes:
    return (tmp_path / "device").read_bytes()


@pytest.mark.parametrize(("paper", "dots"), [("80mm", 576), ("58mm", 384)])
def test_a_thermal_printer_gets_dots(tmp_path: Path, paper: str, dots: int) -> None:
    carry(samples.receipt(), RECEIPT, _device(tmp_path, Speech.ESCPOS, paper))
    width, height, black = dots_of(_sent(tmp_path))
    assert width == dots
    assert height > 800
    assert len(black) > 10_000


def test_the_drawer_opens_for_a_receipt_only(tmp_path: Path) -> None:
    printer = replace(_device(tmp_path, Speech.ESCPOS, "80mm"), opens_drawer=True)
    carry(samples.invoice(), replace(RECEIPT, document=Document.INVOICE), printer)
    assert DRAWER not in _sent(tmp_path)
    carry(samples.receipt(), RECEIPT, printer)
    assert DRAWER in _sent(tmp_path)


def test_a_dot_matrix_printer_gets_plain_text(tmp_path: Path) -> None:
    printer = replace(_device(tmp_path, Speech.TEXT, "80 columns"), page_lines=36)
    carry(samples.receipt(is_duplicate=True), RECEIPT, printer)
    sent = _sent(tmp_path)
    assert sent.startswith(b"\x1b@\x1b2\x1bC\x24")
    assert b"Receipt - DUPLICATE" in sent
    assert sent.endswith(b"\x0c")


def test_a_folder_gets_a_pdf(tmp_path: Path) -> None:
    printer = Printer(name="PDF", speech=Speech.PDF, way=Way.FOLDER, address=str(tmp_path))
    carry(samples.typical(), replace(RECEIPT, document=Document.STATEMENT), printer)
    [written] = tmp_path.iterdir()
    assert written.name == "Statement P-0003 2026-11-22.pdf"
    assert written.read_bytes().startswith(b"%PDF")


def test_a_printer_that_the_system_does_not_know() -> None:
    printer = Printer(name="Office", speech=Speech.DRIVER, way=Way.SYSTEM, address="nowhere")
    with pytest.raises(NotPrinted, match="no printer “nowhere”") as trouble:
        carry(samples.receipt(), RECEIPT, printer)
    assert not trouble.value.is_uncertain


def test_titles_and_language() -> None:
    assert title_of(samples.receipt()) == "Receipt RA01/26/000123"
    assert title_of(samples.invoice()) == "Invoice SA01/26/000123"
    printer = Printer(name="PDF", speech=Speech.PDF, way=Way.FOLDER, address="here", paper="A5")
    english = make(samples.receipt(), replace(RECEIPT, language="en"), printer)
    hindi = make(samples.receipt(), RECEIPT, printer)
    assert english.pdf != hindi.pdf
