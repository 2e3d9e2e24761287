"""The party field: three letters, a list, Enter; and hands that are faster than the books."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.queries.finding import PartyHit
from collectiq_desktop.ui.widgets.party_field import PartyField
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.keys import press, show_active, type_text

Key = Qt.Key


class Form(QWidget):
    """A party field that notes what it says."""

    def __init__(self, inline: InlineDesk) -> None:
        super().__init__()
        self.resize(900, 500)
        self.field = PartyField("party", inline)
        self.chosen: list[str] = []
        self.said: list[str] = []
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addStretch(1)
        self.field.chosen.connect(self._chose)
        self.field.left_empty.connect(lambda: self.said.append("left empty"))
        self.field.new_wanted.connect(lambda text: self.said.append(f"new {text}"))
        self.field.alter_wanted.connect(lambda _party_id: self.said.append("alter"))

    def _chose(self, hit: PartyHit) -> None:
        self.chosen.append(hit.party)


@pytest.fixture
def form(qtbot: QtBot, inline: InlineDesk) -> Form:
    made = Form(inline)
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.field.focus_all()
    return made


def test_letters_then_enter(form: Form, plain_books: PlainBooks) -> None:
    """
    party  Asha Stores
    party  Ashok Kirana
    """
    type_text("ash")
    assert form.field.is_list_shown()
    press(None, Key.Key_Down)
    press(None, Key.Key_Return)
    assert form.chosen == ["Ashok Kirana"]
    assert form.field.text == "Ashok Kirana"
    assert not form.field.is_list_shown()


@pytest.mark.parametrize("typed", ["98250", "AS7", "श्री", "शि", "nagar"])
def test_whatever_names_it(form: Form, plain_books: PlainBooks, typed: str) -> None:
    """
    party  श्री शिव नगर Nagar Stores  code AS7  phone 98250 11111
    """
    type_text(typed)
    press(None, Key.Key_Return)
    assert form.chosen == ["श्री शिव नगर Nagar Stores"]


def test_enter_waits_for_the_answer(
    form: Form, inline: InlineDesk, plain_books: PlainBooks
) -> None:
    """
    party  Asha Stores
    party  Bina Stores
    """
    inline.is_holding = True
    type_text("bin")
    press(None, Key.Key_Return)
    assert form.chosen == []
    inline.release()
    assert form.chosen == ["Bina Stores"]


def test_nobody_is_found(form: Form, plain_books: PlainBooks) -> None:
    """
    party  Asha Stores
    """
    type_text("zzz")
    press(None, Key.Key_Return)
    assert form.chosen == []
    assert form.field.problem.isVisible()
    assert form.field.text == "zzz"


def test_nothing_typed_is_said(form: Form) -> None:
    press(None, Key.Key_Return)
    assert form.field.problem.isVisible()


def test_typing_over_a_party_lets_it_go(form: Form, plain_books: PlainBooks) -> None:
    """
    party  Asha Stores
    """
    type_text("ash")
    press(None, Key.Key_Return)
    form.field.focus_all()
    type_text("b")
    assert form.said == ["left empty"]
    assert form.field.party is None


def test_enter_on_a_party_that_stands_goes_on(
    qtbot: QtBot, form: Form, plain_books: PlainBooks
) -> None:
    """
    party  Asha Stores
    """
    type_text("ash")
    press(None, Key.Key_Return)
    with qtbot.waitSignal(form.field.entered):
        press(None, Key.Key_Return)
    assert form.chosen == ["Asha Stores"]


def test_the_list_closes(form: Form, plain_books: PlainBooks) -> None:
    """
    party  Asha Stores
    """
    type_text("as")
    assert form.field.close_list()
    assert not form.field.is_list_shown()
    assert not form.field.close_list()


def test_a_new_party_and_another_altered(form: Form, plain_books: PlainBooks) -> None:
    """
    party  Asha Stores
    """
    type_text("Chand")
    form.field.ask_new()
    form.field.focus_all()
    type_text("ash")
    form.field.ask_alter()
    assert form.said == ["new Chand", "alter"]
