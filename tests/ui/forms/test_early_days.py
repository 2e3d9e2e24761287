"""A clerk's early receipt, let pass by the owner's password at the same counter, by keys."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.domain.ids import UserId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.queries.edit_log import EditLog
from collectiq_desktop.core.queries.employees import Employees
from collectiq_desktop.core.queries.vouchers import VoucherCard
from collectiq_desktop.core.services.employees import AmendEmployee
from collectiq_desktop.core.services.masters import AmendFirm
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.amend.view import AmendScreen
from collectiq_desktop.ui.screens.receipt.view import ReceiptScreen
from collectiq_desktop.ui.screens.voucher.view import VoucherScreen
from collectiq_desktop.ui.start import OpenWindow
from tests.core.looking import fact_id
from tests.people import employ
from tests.plain_books import PlainBooks
from tests.ui.keys import press
from tests.ui.signing_in import LONG, enter, give_words, session_of, sign_in

Key = Qt.Key
_CTRL = Qt.KeyboardModifier.ControlModifier
WORDS = {"Owner": "mango season 26", "Bina": "river stones 12"}


@pytest.fixture
def shop(plain_books: PlainBooks) -> PlainBooks:
    plain_books.add(Party(name="Asha Stores"))
    plain_books.write("receipt  R/1  2026-10-03  Asha Stores  400.00")
    owner = employ(plain_books, "Owner", Role.ADMIN)
    words = {owner: WORDS["Owner"], employ(plain_books, "Bina"): WORDS["Bina"]}
    give_words(plain_books, owner, words)
    return plain_books


def _told(plain: PlainBooks, count: int) -> dict[str, tuple[str, str]]:
    """The newest lines of the edit log: who, and why."""
    lines = plain.books.ask(EditLog(limit=count), by=_owner(plain)).rows
    return {line.told.kind: (line.user, line.reason) for line in lines}


def _owner(plain: PlainBooks) -> UserId:
    rows = plain.ask(Employees())
    return next(row.employee_id for row in rows if row.employee.name == "Owner")


def _stopped(window: OpenWindow, qtbot: QtBot) -> Any:
    """A receipt of 3 October on its way, stopped; its screen."""
    window.shell.go(Place(screen="receipt"))
    screen: Any = window.shell.findChild(ReceiptScreen)
    fields = screen.fields
    qtbot.waitUntil(fields.party.input.hasFocus, timeout=LONG)
    enter("ash")
    qtbot.waitUntil(lambda: screen.details is not None, timeout=LONG)
    fields.amount.focus_all()
    enter("500")
    fields.on.focus_all()
    enter("3-10-2026")
    press(None, Key.Key_A, _CTRL)
    qtbot.waitUntil(lambda: fields.allowing.is_begun, timeout=LONG)
    return screen


def test_the_owner_lets_an_early_receipt_pass_at_the_clerks_counter(
    window: OpenWindow, shop: PlainBooks, qtbot: QtBot
) -> None:
    sign_in(window, shop, qtbot, "Bina", WORDS["Bina"])
    screen = _stopped(window, qtbot)
    fields = screen.fields
    assert "from 15-11-2026 on" in fields.allowing.message.text()
    assert [fields.allowing._who.box.itemText(0)] == ["Owner"]
    assert not fields.allowing._until.isVisible(), "a day is let pass for this voucher alone"
    qtbot.waitUntil(fields.allowing._who.input.hasFocus, timeout=LONG)
    press(None, Key.Key_Return)
    enter(WORDS["Owner"])
    assert WORDS["Owner"] not in str(screen.draft()), "no draft holds a password"
    enter("")
    qtbot.waitUntil(lambda: "why" in fields.allowing._reason.problem.text(), timeout=LONG)
    enter("Old slip found")
    qtbot.waitUntil(lambda: "500.00" in fields.commit.message.text(), timeout=LONG)
    assert not fields.allowing.is_begun
    assert _told(shop, 2) == {
        "ReceiptRecorded": ("Bina", ""),
        "DayAllowed": ("Owner", "Old slip found"),
    }
    assert session_of(window).who.employee.name == "Bina", "the clerk works on"


def test_esc_goes_back_to_the_date_and_another_day_is_saved_without_a_word(
    window: OpenWindow, shop: PlainBooks, qtbot: QtBot
) -> None:
    sign_in(window, shop, qtbot, "Bina", WORDS["Bina"])
    fields = _stopped(window, qtbot).fields
    press(None, Key.Key_Escape)
    assert not fields.allowing.is_begun
    assert fields.on.input.hasFocus()
    enter("20-11-2026")
    press(None, Key.Key_A, _CTRL)
    qtbot.waitUntil(lambda: "500.00" in fields.commit.message.text(), timeout=LONG)
    assert "DayAllowed" not in _told(shop, 1)


def test_the_owner_lets_a_clerk_cancel_an_early_voucher(
    window: OpenWindow, shop: PlainBooks, qtbot: QtBot
) -> None:
    clerk = next(row for row in shop.ask(Employees()) if row.employee.name == "Bina")
    granting = AmendEmployee(
        fact_id=fact_id(shop), employee_id=clerk.employee_id, changes={"granted": ("cancel",)}
    )
    shop.books.run(granting, by=_owner(shop))
    sign_in(window, shop, qtbot, "Bina", WORDS["Bina"])
    window.shell.go(Place(screen="voucher", voucher_id=shop.vouchers["R/1"]))
    screen: Any = window.shell.findChild(VoucherScreen)
    qtbot.waitUntil(lambda: screen._presenter.details is not None, timeout=LONG)
    screen._right.begin()
    enter("Typed twice")
    press(screen._right._confirm, Key.Key_Y)
    card = screen._foot.allowing
    qtbot.waitUntil(lambda: card.is_begun, timeout=LONG)
    qtbot.waitUntil(card._who.input.hasFocus, timeout=LONG)
    press(None, Key.Key_Return)
    enter(WORDS["Owner"])
    enter("He brought both slips")
    qtbot.waitUntil(lambda: "VoucherCancelled" in _told(shop, 2), timeout=LONG)
    assert _told(shop, 2) == {
        "VoucherCancelled": ("Bina", "Typed twice"),
        "DayAllowed": ("Owner", "He brought both slips"),
    }
    qtbot.waitUntil(lambda: not card.is_begun and not screen._right.is_begun, timeout=LONG)


def test_the_owner_says_only_why_at_a_locked_day_and_amends_what_stands_there(
    window: OpenWindow, shop: PlainBooks, qtbot: QtBot
) -> None:
    locked = AmendFirm(fact_id=fact_id(shop), changes={"locked_until_on": date(2026, 10, 31)})
    shop.books.run(locked, by=_owner(shop))
    sign_in(window, shop, qtbot, "Owner", WORDS["Owner"])
    voucher_id: VoucherId = shop.vouchers["R/1"]
    place = Place(screen="amend", voucher_id=voucher_id, text="receipt")
    window.shell.go(place)
    amend: Any = window.shell.findChild(AmendScreen)
    qtbot.waitUntil(lambda: amend.findChild(ReceiptScreen) is not None, timeout=LONG)
    screen: Any = amend.findChild(ReceiptScreen)
    fields = screen.fields
    qtbot.waitUntil(lambda: fields.amount.value == 400_00, timeout=LONG)
    qtbot.waitUntil(lambda: screen._loaded is not None, timeout=LONG)
    fields.amount.focus_all()
    enter("450")
    fields.commit.reason.focus_all()
    enter("Typed wrong")
    qtbot.waitUntil(lambda: fields.allowing.is_begun, timeout=LONG)
    qtbot.waitUntil(fields.allowing._reason.input.hasFocus, timeout=LONG)
    assert not fields.allowing._words.isVisible()
    enter("Month opened for it")
    qtbot.waitUntil(lambda: "VoucherAmended" in _told(shop, 2), timeout=LONG)
    assert _told(shop, 2) == {
        "VoucherAmended": ("Owner", "Typed wrong"),
        "DayAllowed": ("Owner", "Month opened for it"),
    }
    card = shop.books.ask(VoucherCard(voucher_id=voucher_id), by=_owner(shop))
    assert card.amount_paise == 450_00
