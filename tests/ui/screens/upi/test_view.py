"""The code on the screen, by keys."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.services.masters import AmendFirm
from collectiq_desktop.ui.screens.upi.view import UpiScreen
from collectiq_desktop.ui.start import OpenWindow
from collectiq_desktop.ui.widgets.qr_code import QrCode
from tests.plain_books import PlainBooks
from tests.ui.keys import focused, press, type_text

Key, Alt = Qt.Key, Qt.KeyboardModifier.AltModifier


def test_from_a_half_typed_receipt_to_its_code_and_back(
    qtbot: QtBot, window: OpenWindow, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    """
    fact_id = FactId(plain_books.ids.mint())
    plain_books.run(AmendFirm(fact_id=fact_id, changes={"vpa": "shop@bank"}))
    press(None, Key.Key_F6)
    type_text("ash")
    press(None, Key.Key_Return)
    qtbot.waitUntil(lambda: focused().accessibleName() == "Mode")
    press(None, Key.Key_Return)
    type_text("100*3")
    press(None, Key.Key_U, Alt)
    screen: Any = window.shell.findChild(UpiScreen)
    code = screen.findChild(QrCode)
    qtbot.waitUntil(lambda: code.is_shown and code.isVisible())
    assert screen._amount.text == "300.00"
    type_text("450")
    qtbot.waitUntil(lambda: screen._figure.text() == "₹ 450.00")
    press(None, Key.Key_Escape)
    amount: Any = focused()
    assert (amount.accessibleName(), amount.text()) == ("Amount ₹", "300.00")
    assert not screen.isVisible()


def test_the_code_is_black_on_white_in_the_dark_too(qtbot: QtBot) -> None:
    code = QrCode(300)
    qtbot.addWidget(code)
    code.show_link("upi://pay?pa=shop@bank&pn=Shop&am=1.00&cu=INR")
    code.show()
    picture = code.grab().toImage()
    shades = {picture.pixelColor(x, y).name() for x in range(0, 300, 3) for y in range(0, 300, 3)}
    assert shades == {QColor("black").name(), QColor("white").name()}
    quiet = {picture.pixelColor(x, 4).name() for x in range(300)}
    assert quiet == {QColor("white").name()}
