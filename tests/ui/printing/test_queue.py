"""The queue with its threads, a real desk, and a folder for a printer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errands import Document, PrintOrder
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.errands import Errands
from collectiq_desktop.core.services.errands import WithErrands
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.gateways.printers.setup import (
    FILE_NAME,
    Printer,
    PrinterSetup,
    Speech,
    Way,
    save_setup,
)
from collectiq_desktop.ui.printing.preview import Preview
from collectiq_desktop.ui.printing.queue import PrintQueue, QueueParts
from collectiq_desktop.ui.work.desk import Desk
from tests.plain_books import PlainBooks
from tests.ui.keys import press, show_active


def _folder_printer(folder: Path) -> Printer:
    return Printer(name="PDF", speech=Speech.PDF, way=Way.FOLDER, address=str(folder), paper="A5")


@pytest.fixture
def queue(desk: Desk, plain_books: PlainBooks, tmp_path: Path) -> Iterator[PrintQueue]:
    plain_books.write("receipt  R/1  2026-11-20  Asha Stores  500.00")
    settings = tmp_path / "settings"
    save_setup(PrinterSetup().with_printer(_folder_printer(tmp_path / "out")), settings)
    parts = QueueParts(desk=desk, clock=plain_books.clock, ids=plain_books.ids, folder=settings)
    made = PrintQueue(parts)
    yield made
    made.close()


def _papers(tmp_path: Path) -> list[str]:
    folder = tmp_path / "out"
    return sorted(path.name for path in folder.iterdir()) if folder.is_dir() else []


def test_a_receipt_is_saved_and_printed(
    queue: PrintQueue, desk: Desk, plain_books: PlainBooks, tmp_path: Path, qtbot: QtBot
) -> None:
    queue.start()
    voucher_id = VoucherId(plain_books.ids.mint())
    command = RecordReceipt(
        voucher_id=voucher_id, party_id=plain_books.parties["Asha Stores"], amount_paise=700
    )
    promises = queue.promises(VoucherKind.RECEIPT, voucher_id)
    desk.run(WithErrands(command=command, errands=promises))
    qtbot.waitUntil(lambda: _papers(tmp_path) == ["Receipt RA01-26-000002.pdf"], timeout=8_000)
    qtbot.waitUntil(lambda: not plain_books.ask(Errands()).rows)


def test_what_an_earlier_day_left_is_printed_at_the_start(
    queue: PrintQueue, plain_books: PlainBooks, tmp_path: Path, qtbot: QtBot
) -> None:
    queue.change_setup(PrinterSetup().with_printer(_folder_printer(tmp_path / "out")))
    queue.print_voucher(VoucherKind.RECEIPT, plain_books.vouchers["R/1"])
    queue.start()
    qtbot.waitUntil(lambda: len(_papers(tmp_path)) == 1, timeout=8_000)


def test_a_reprint_is_said(
    queue: PrintQueue, plain_books: PlainBooks, tmp_path: Path, qtbot: QtBot
) -> None:
    queue.start()
    said: list[tuple[str, bool]] = []
    queue.said.connect(lambda sentence, is_bad: said.append((sentence, is_bad)))
    for count in (1, 2):
        queue.print_voucher(VoucherKind.RECEIPT, plain_books.vouchers["R/1"])
        qtbot.waitUntil(lambda count=count: len(_papers(tmp_path)) == count, timeout=8_000)  # type: ignore[misc]
    qtbot.waitUntil(lambda: said == [("Printed by PDF.", False)])


def test_trouble_is_said_and_waits(
    queue: PrintQueue, plain_books: PlainBooks, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "out").write_text("a file where a folder should be", encoding="utf-8")
    queue.start()
    with qtbot.waitSignal(queue.said, timeout=8_000) as heard:
        queue.print_voucher(VoucherKind.RECEIPT, plain_books.vouchers["R/1"])
    sentence, is_bad = heard.args or ("", False)
    assert is_bad
    assert sentence.startswith("Saved, not printed. The PDF cannot be written")
    [line] = plain_books.ask(Errands()).rows
    assert line.state == "failed"


def test_without_a_printer_nothing_is_promised(
    queue: PrintQueue, plain_books: PlainBooks, qtbot: QtBot
) -> None:
    queue.change_setup(PrinterSetup())
    voucher_id = plain_books.vouchers["R/1"]
    assert queue.promises(VoucherKind.RECEIPT, voucher_id) == ()
    assert queue.promises(VoucherKind.JOURNAL, voucher_id) == ()
    with qtbot.waitSignal(queue.said) as heard:
        queue.print_voucher(VoucherKind.RECEIPT, voucher_id)
    assert "No printer is set up" in (heard.args or [""])[0]


def test_a_damaged_setup_is_said_and_not_in_the_way(
    queue: PrintQueue, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "settings" / FILE_NAME).write_text("[", encoding="utf-8")
    with qtbot.waitSignal(queue.said) as heard:
        queue.start()
    assert "set the printers up again" in (heard.args or [""])[0]
    assert queue.setup == PrinterSetup()


def test_a_statement_is_shown_and_printed_by_keys(
    queue: PrintQueue, plain_books: PlainBooks, tmp_path: Path, qtbot: QtBot
) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

    window, field = QWidget(), QLineEdit()
    QVBoxLayout(window).addWidget(field)
    qtbot.addWidget(window)
    show_active(qtbot, window)
    field.setFocus()
    queue.start(window)
    queue.show_statement(plain_books.parties["Asha Stores"])
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, Preview)
    qtbot.waitUntil(lambda: preview.windowTitle().startswith("Statement"), timeout=8_000)
    assert preview.pages.document().pageCount() == 1
    press(preview, Qt.Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: preview.choices.text().startswith("80mm"))
    press(preview.pages, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(_papers(tmp_path)) == 1, timeout=8_000)
    assert QApplication.activeModalWidget() is None
    qtbot.waitUntil(field.hasFocus)


def test_a_voucher_is_shown(queue: PrintQueue, plain_books: PlainBooks, qtbot: QtBot) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    queue.start()
    queue.show_voucher(VoucherKind.RECEIPT, plain_books.vouchers["R/1"])
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, Preview)
    qtbot.waitUntil(lambda: preview.windowTitle().startswith("Receipt"), timeout=8_000)
    press(preview, Qt.Key.Key_Escape)
    assert QApplication.activeModalWidget() is None


def test_orders_name_what_they_print(queue: PrintQueue, plain_books: PlainBooks) -> None:
    queue.change_setup(PrinterSetup().with_printer(_folder_printer(Path("out"))))
    [promise] = queue.promises(VoucherKind.SALES_INVOICE, plain_books.vouchers["R/1"])
    assert promise.order == PrintOrder(
        document=Document.INVOICE, subject_id=plain_books.vouchers["R/1"]
    )


def test_what_is_printed_while_the_program_closes_is_reported(
    queue: PrintQueue, desk: Desk, plain_books: PlainBooks, tmp_path: Path, qtbot: QtBot
) -> None:
    queue.start()
    queue.print_voucher(VoucherKind.RECEIPT, plain_books.vouchers["R/1"])
    qtbot.waitUntil(lambda: len(_papers(tmp_path)) == 1, timeout=8_000)
    queue.close()
    desk.close()
    around = Surroundings(clock=plain_books.clock, ids=plain_books.ids)
    books = Books.open(plain_books.books.path, around)
    assert books.ask(Errands()).rows == ()
    books.close()


def test_files_by_keys(
    queue: PrintQueue,
    plain_books: PlainBooks,
    tmp_path: Path,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from PySide6.QtCore import Qt
    from PySide6.QtWidgets import QApplication

    queue.start()
    queue.show_statement(plain_books.parties["Asha Stores"])
    preview = QApplication.activeModalWidget()
    assert isinstance(preview, Preview)
    qtbot.waitUntil(lambda: preview.windowTitle().startswith("Statement"), timeout=8_000)
    monkeypatch.setattr(preview, "choose_path", lambda ending: tmp_path / f"s.{ending}")
    control = Qt.KeyboardModifier.ControlModifier
    for key, name in ((Qt.Key.Key_S, "s.pdf"), (Qt.Key.Key_E, "s.xlsx")):
        press(preview, key, control)
        qtbot.waitUntil((tmp_path / name).is_file, timeout=8_000)
    qtbot.waitUntil(lambda: preview.sentence.text().endswith("s.xlsx"))
    press(preview, Qt.Key.Key_L, control)
    qtbot.waitUntil(lambda: "English" in preview.choices.text())
    press(preview, Qt.Key.Key_H, control)
    assert "outstanding bills" in preview.choices.text()
    for key in (Qt.Key.Key_Plus, Qt.Key.Key_Minus):
        press(preview, key, control)
    press(preview, Qt.Key.Key_Escape)
