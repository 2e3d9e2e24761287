from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errands import Document
from collectiq_desktop.core.domain.errors import BadInput, BooksTrouble, NotFound
from collectiq_desktop.gateways.printers.setup import (
    FILE_NAME,
    WAYS,
    Printer,
    PrinterSetup,
    Speech,
    Way,
    check_printer,
    host_and_port,
    load_setup,
    papers_of,
    save_setup,
)

TILL = Printer(
    name="Till", speech=Speech.ESCPOS, way=Way.NETWORK, address="192.168.1.50", paper="80mm"
)
OFFICE = Printer(name="Office", speech=Speech.DRIVER, way=Way.SYSTEM, paper="A5")
DOT = Printer(name="Dot", speech=Speech.TEXT, way=Way.QUEUE, address="epson", paper="80 columns")


def _setup() -> PrinterSetup:
    return PrinterSetup().with_printer(TILL).with_printer(OFFICE).with_printer(DOT)


def test_before_the_first_there_is_none(tmp_path: Path) -> None:
    assert load_setup(tmp_path) == PrinterSetup()
    with pytest.raises(NotFound, match=r"No printer is set up for this paper \(receipt\)"):
        PrinterSetup().printer_for(Document.RECEIPT)


def test_what_is_saved_is_loaded(tmp_path: Path) -> None:
    setup = _setup().with_default(Document.STATEMENT, "Office", "A4")
    save_setup(setup, tmp_path / "new folder")
    assert load_setup(tmp_path / "new folder") == setup


def test_a_damaged_file_is_named(tmp_path: Path) -> None:
    (tmp_path / FILE_NAME).write_text("{not json", encoding="utf-8")
    with pytest.raises(BadInput, match="set the printers up again"):
        load_setup(tmp_path)


def test_a_folder_that_cannot_be_written(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(BooksTrouble, match="cannot be saved"):
        save_setup(_setup(), tmp_path / "file")


def test_the_first_printer_prints_everything() -> None:
    setup = PrinterSetup().with_printer(OFFICE)
    assert {setup.printer_for(document).name for document in Document} == {"Office"}


def test_a_printer_and_a_paper_for_each_document() -> None:
    setup = _setup().with_default(Document.STATEMENT, "Office", "A4")
    assert setup.printer_for(Document.RECEIPT) == TILL
    assert setup.printer_for(Document.STATEMENT) == replace(OFFICE, paper="A4")
    assert setup.printer_for(Document.STATEMENT, "Till") == TILL
    assert setup.printer_for(Document.STATEMENT, "Till", "58mm").dots == 384
    assert setup.printer_for(Document.RECEIPT, "Dot").columns == 80
    with pytest.raises(BadInput, match="cannot print on A4"):
        setup.with_default(Document.RECEIPT, "Till", "A4")
    with pytest.raises(NotFound, match="no printer “Gone”"):
        setup.printer_for(Document.RECEIPT, "Gone")


def test_a_printer_taken_away_leaves_its_documents_without_one() -> None:
    setup = _setup().without_printer("Till")
    assert [printer.name for printer in setup.printers] == ["Office", "Dot"]
    with pytest.raises(NotFound):
        setup.printer_for(Document.RECEIPT)


def test_a_printer_is_changed_under_its_name() -> None:
    setup = _setup().with_printer(replace(TILL, paper="58mm"))
    assert len(setup.printers) == 3
    assert setup.named("Till").paper == "58mm"


@pytest.mark.parametrize(
    ("printer", "field"),
    [
        (replace(TILL, name="  "), "name"),
        (replace(TILL, way=Way.FOLDER), "way"),
        (replace(TILL, paper="A4"), "paper"),
        (replace(TILL, address=""), "address"),
        (replace(TILL, address="till:port"), "address"),
        (replace(TILL, address="till:0"), "address"),
        (replace(DOT, address="-o evil"), "address"),
        (replace(DOT, page_lines=200), "page_lines"),
        (replace(OFFICE, speech=Speech.PDF, way=Way.FOLDER), "address"),
    ],
)
def test_what_cannot_work_is_refused_at_its_field(printer: Printer, field: str) -> None:
    with pytest.raises(BadInput) as refusal:
        check_printer(printer)
    assert refusal.value.field == field


@pytest.mark.parametrize("speech", Speech)
def test_every_way_of_every_speech_can_be_set_up(speech: Speech) -> None:
    for way in WAYS[speech]:
        printer = Printer(name="P", speech=speech, way=way, address="there")
        check_printer(replace(printer, paper=papers_of(printer)[0]))


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("192.168.1.50", ("192.168.1.50", 9100)),
        ("till.local:9101", ("till.local", 9101)),
        ("[fe80::1]:9100", ("fe80::1", 9100)),
        ("[fe80::1]", ("fe80::1", 9100)),
        ("fe80::1", ("fe80::1", 9100)),
    ],
)
def test_addresses(address: str, expected: tuple[str, int]) -> None:
    assert host_and_port(address) == expected


@given(st.text(max_size=30))
def test_any_address_is_an_address_or_refused(address: str) -> None:
    with suppress(BadInput):
        _host, port = host_and_port(address)
        assert 0 < port < 65_536
