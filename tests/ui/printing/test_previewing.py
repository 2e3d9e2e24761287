"""What the preview does, without a window: papers, forms, files, and the print."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errands import Document, PrintOrder
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.gateways.printers.setup import Printer, PrinterSetup, Speech, Way
from collectiq_desktop.ui.printing.previewing import PreviewParts, PreviewPresenter
from tests.documents.looking import page_sizes_mm
from tests.fakes import InlineDesk
from tests.people import employ
from tests.plain_books import PlainBooks
from tests.ui.printing.standins import SETUP, InlineLane


@dataclass
class Seen:
    """A view that remembers what it was told."""

    pdfs: list[tuple[str, bytes]] = field(default_factory=list)
    choices: list[tuple[str, str, str]] = field(default_factory=list)
    said: list[tuple[str, bool]] = field(default_factory=list)
    is_closed: bool = False

    def show_pdf(self, title: str, pdf: bytes) -> None:
        self.pdfs.append((title, pdf))

    def show_choices(self, order: PrintOrder) -> None:
        self.choices.append((order.paper, order.language, order.form))

    def say(self, sentence: str, *, is_bad: bool) -> None:
        self.said.append((sentence, is_bad))

    def close_preview(self) -> None:
        self.is_closed = True


@dataclass
class Room:
    """A preview with everything around it."""

    view: Seen
    lane: InlineLane
    orders: list[PrintOrder]
    presenter: PreviewPresenter
    plain: PlainBooks


def _room(
    plain: PlainBooks,
    order: PrintOrder,
    setup: PrinterSetup = SETUP,
) -> Room:
    view, lane, orders = Seen(), InlineLane(), list[PrintOrder]()
    parts = PreviewParts(
        work=InlineDesk(plain.books), outside=lane, setup=setup, print_order=orders.append
    )
    return Room(view, lane, orders, PreviewPresenter(view, parts, order), plain)


@pytest.fixture
def statement(plain_books: PlainBooks) -> Room:
    plain_books.write(
        "party    Asha Stores  code AS\ninvoice  S/1  2026-11-19  Asha Stores  900.00"
    )
    subject_id = plain_books.parties["Asha Stores"]
    return _room(plain_books, PrintOrder(document=Document.STATEMENT, subject_id=subject_id))


def test_it_opens_on_the_paper_of_its_printer(statement: Room) -> None:
    statement.presenter.open()
    [(title, pdf)] = statement.view.pdfs
    assert title == "Statement AS 2026-11-22"
    assert [width for width, _height in page_sizes_mm(pdf)] == [80]
    assert statement.view.choices == [("80mm", "", "ledger")]


def test_round_the_papers(statement: Room) -> None:
    statement.presenter.open()
    for _ in range(4):
        statement.presenter.next_paper()
    widths = [page_sizes_mm(pdf)[0][0] for _title, pdf in statement.view.pdfs]
    assert widths == [80, 58, 210, 148, 80]


def test_other_form_and_language(statement: Room) -> None:
    statement.presenter.open()
    statement.presenter.change_form()
    statement.presenter.choose_language("hi")
    assert statement.view.choices[-1] == ("80mm", "hi", "outstanding")
    assert len({pdf for _title, pdf in statement.view.pdfs}) == 3


def test_printing_promises_what_is_shown(statement: Room) -> None:
    statement.presenter.open()
    statement.presenter.choose_paper("A4")
    statement.presenter.print()
    [order] = statement.orders
    assert (order.paper, order.document) == ("A4", Document.STATEMENT)
    assert statement.view.is_closed


def test_a_page_that_comes_late_is_not_shown(statement: Room) -> None:
    statement.presenter.open()
    statement.lane.is_holding = True
    statement.presenter.choose_paper("A4")
    statement.presenter.choose_paper("A5")
    statement.lane.release()
    assert len(statement.view.pdfs) == 2
    assert page_sizes_mm(statement.view.pdfs[-1][1])[0][0] == 148


def test_files(statement: Room, tmp_path: Path) -> None:
    statement.presenter.open()
    statement.presenter.save_pdf(tmp_path / "s.pdf")
    statement.presenter.save_sheet(tmp_path / "s.xlsx")
    assert (tmp_path / "s.pdf").read_bytes() == statement.view.pdfs[0][1]
    assert zipfile.is_zipfile(tmp_path / "s.xlsx")
    assert {is_bad for _sentence, is_bad in statement.view.said} == {False}


@pytest.mark.parametrize("kind", ["xlsx", "pdf"])
def test_who_may_not_save_lists_saves_neither_sheet_nor_pages(
    statement: Room, plain_books: PlainBooks, tmp_path: Path, kind: str
) -> None:
    employ(plain_books, "Owner", Role.ADMIN)
    plain_books.books.acting = employ(plain_books, "Bina", taken=("export",))
    statement.presenter.open()
    save = statement.presenter.save_sheet if kind == "xlsx" else statement.presenter.save_pdf
    save(tmp_path / f"s.{kind}")
    assert not (tmp_path / f"s.{kind}").exists()
    [(sentence, is_bad)] = statement.view.said
    assert is_bad
    assert "may not save lists" in sentence


def test_a_file_that_cannot_be_written(statement: Room, tmp_path: Path) -> None:
    statement.presenter.open()
    statement.presenter.save_pdf(tmp_path / "no folder" / "s.pdf")
    [(sentence, is_bad)] = statement.view.said
    assert is_bad
    assert "choose another folder" in sentence


def test_nothing_can_be_printed_before_it_is_there(statement: Room) -> None:
    statement.presenter.print()
    statement.presenter.change_form()
    assert statement.orders == []


def test_a_voucher_that_is_gone_is_said(plain_books: PlainBooks) -> None:
    order = PrintOrder(document=Document.RECEIPT, subject_id=VoucherId(b"?" * 16))
    room = _room(plain_books, order)
    room.presenter.open()
    [(sentence, is_bad)] = room.view.said
    assert is_bad
    assert "not in the books" in sentence
    assert not room.presenter.can_save_sheet


@pytest.mark.parametrize(
    ("setup", "paper"),
    [
        (PrinterSetup(), "A5"),
        (
            PrinterSetup().with_printer(
                Printer(
                    name="Dot",
                    speech=Speech.TEXT,
                    way=Way.QUEUE,
                    address="dot",
                    paper="80 columns",
                )
            ),
            "A4",
        ),
    ],
    ids=["no printer", "dot matrix"],
)
def test_a_paper_is_shown_where_no_page_printer_is(
    plain_books: PlainBooks, setup: PrinterSetup, paper: str
) -> None:
    subject_id = plain_books.party_id("Asha Stores")
    order = PrintOrder(document=Document.STATEMENT, subject_id=subject_id)
    room = _room(plain_books, order, setup)
    room.presenter.open()
    assert room.view.choices[0][0] == paper
