"""The cheque register by keys, in the whole program."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageWriter
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.attachments import MAX_BYTES
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.services.attachments import AttachPicture
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.cheques.view import ChequesScreen
from collectiq_desktop.ui.start import OpenWindow
from collectiq_desktop.ui.widgets.picture_box import image_of
from tests.core.looking import fact_id
from tests.plain_books import PlainBooks
from tests.ui.keys import press, type_text

ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def screen(window: OpenWindow, plain_books: PlainBooks, qtbot: QtBot) -> ChequesScreen:
    plain_books.write(
        """
        invoice  S/1  2026-10-01  Asha Stores  500.00
        receipt  R/1  2026-11-20  Asha Stores  300.00  cheque  ref 000123
        """
    )
    window.shell.go(Place(screen="cheques"))
    shown: Any = window.shell.findChild(ChequesScreen)
    qtbot.waitUntil(lambda: shown.model.rowCount() == 1, timeout=8_000)
    made: ChequesScreen = shown
    return made


def _state(screen: ChequesScreen) -> str:
    return str(screen.model.index(0, 5).data() or "")


def test_a_cheque_is_deposited_and_bounced_by_keys(screen: ChequesScreen, qtbot: QtBot) -> None:
    assert _state(screen) == "to deposit"
    press(None, Qt.Key.Key_D, ALT)
    press(None, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _state(screen) == "at the bank", timeout=8_000)
    press(None, Qt.Key.Key_B, ALT)
    press(None, Qt.Key.Key_Return)
    type_text("Funds insufficient")
    press(None, Qt.Key.Key_Return)
    type_text("100")
    press(None, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _state(screen) == "bounced", timeout=8_000)
    assert screen.current_deed is None


def _message(screen: ChequesScreen) -> str:
    deed = screen.current_deed
    return deed.message.text() if deed is not None else "no deed"


def test_esc_takes_the_deed_away_first(screen: ChequesScreen, qtbot: QtBot) -> None:
    press(None, Qt.Key.Key_B, ALT)
    for _field in range(3):
        press(None, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: _message(screen) not in ("", "no deed"), timeout=8_000)
    press(None, Qt.Key.Key_Escape)
    assert _message(screen) == "no deed"
    assert screen.isVisible()


def _picture(width: int, height: int, kind: bytes = b"PNG") -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(0x336699)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    assert QImageWriter(buffer, kind).write(image)
    return bytes(buffer.data().data())


def test_the_photos_of_a_cheque_are_shown_by_a_key(
    screen: ChequesScreen, plain_books: PlainBooks, qtbot: QtBot
) -> None:
    box = screen.photos.box
    press(None, Qt.Key.Key_V, ALT)
    qtbot.wait(50)
    assert not box.isVisible()
    for content in (_picture(3000, 1500), _picture(40, 30, b"JPEG"), b"\x89PNG\r\n\x1a\n broken"):
        plain_books.run(
            AttachPicture(
                fact_id=fact_id(plain_books),
                about_id=FactId(plain_books.vouchers["R/1"]),
                content=content,
            )
        )
    screen.resume(Place(screen="cheques"))
    qtbot.waitUntil(lambda: "photo" in str(screen.model.index(0, 2).data()), timeout=8_000)
    press(None, Qt.Key.Key_V, ALT)
    qtbot.waitUntil(box.isVisible, timeout=8_000)
    shown = box.picture.pixmap()
    assert 40 < shown.width() < screen.window().width()
    assert abs(shown.width() - 2 * shown.height()) <= 2
    assert "1 of 3" in box.hint.text().replace("Photo ", "")
    press(box, Qt.Key.Key_Right)
    assert (box.picture.pixmap().width(), box.picture.pixmap().height()) == (40, 30)
    press(box, Qt.Key.Key_Right)
    assert box.picture.text() == "This photo cannot be read."
    press(box, Qt.Key.Key_Escape)
    assert not box.isVisible()


def test_a_photo_that_would_take_too_much_memory_is_not_opened() -> None:
    small, large = _picture(8, 8), _picture(5_000, 5_000)
    assert len(large) < MAX_BYTES
    most = QSize(500, 500)
    assert image_of(small, most).width() == 8
    assert image_of(large, most).isNull()
