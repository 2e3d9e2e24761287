"""Fields and their walk: what is typed is never lost, and Enter leads on."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.widgets.field import (
    AmountField,
    ChoiceField,
    DateField,
    Field,
    TextField,
)
from collectiq_desktop.ui.widgets.walk import Walk
from tests.ui.keys import focused, press, show_active, type_text

Key = Qt.Key
TODAY = date(2026, 11, 22)


class Form(QWidget):
    """Five fields in a walk."""

    def __init__(self) -> None:
        super().__init__()
        self.name = TextField("name")
        self.mode = ChoiceField("mode")
        self.mode.set_choices([("cash", "Cash"), ("upi", "UPI"), ("cheque", "Cheque")])
        self.amount = AmountField("amount", is_needed=True)
        self.on = DateField("on", TODAY)
        self.note = TextField("note")
        self.fields: list[Field] = [self.name, self.mode, self.amount, self.on, self.note]
        layout = QVBoxLayout(self)
        for field in self.fields:
            layout.addWidget(field)
        self.walk = Walk(self.fields, self)
        self.ends = 0
        self.walk.finished.connect(self._count)

    def _count(self) -> None:
        self.ends += 1


@pytest.fixture
def form(qtbot: QtBot) -> Form:
    made = Form()
    qtbot.addWidget(made)
    show_active(qtbot, made)
    made.name.focus_all()
    return made


def test_enter_leads_through_and_the_last_one_ends(form: Form) -> None:
    form.amount.set_value(5_00)
    for field in form.fields:
        assert focused() is field.input
        press(None, Key.Key_Return)
    assert form.ends == 1


def test_hidden_and_disabled_fields_are_passed_over(form: Form) -> None:
    form.mode.hide()
    form.amount.setEnabled(False)
    press(None, Key.Key_Return)
    assert focused() is form.on.input


def test_backspace_in_an_empty_field_leads_back(form: Form) -> None:
    form.mode.focus_all()
    press(None, Key.Key_Backspace)
    assert focused() is form.name.input
    type_text("ab")
    press(None, Key.Key_Backspace)
    assert form.name.text == "a"
    form.amount.focus_all()
    press(None, Key.Key_Backspace)
    assert focused() is form.mode.input


@pytest.mark.parametrize(
    ("typed", "paise", "shown"),
    [
        ("1200*3+50", 3_650_00, "3,650.00"),
        ("125000", 1_25_000_00, "1,25,000.00"),
        ("1,25,000.5", 1_25_000_50, "1,25,000.50"),
        ("₹ 10", 10_00, "10.00"),
        ("१२३", 123_00, "123.00"),
    ],
)
def test_sums_are_worked_out_and_grouped(form: Form, typed: str, paise: int, shown: str) -> None:
    form.amount.focus_all()
    type_text(typed)
    assert form.amount.value == paise
    assert form.amount.text == typed
    press(None, Key.Key_Return)
    assert form.amount.text == shown


@pytest.mark.parametrize("typed", ["", "x", "1/0", "12.345", "1e9999", "99999999999999999999"])
def test_what_is_no_sum_stays_with_its_reason(form: Form, typed: str) -> None:
    form.amount.focus_all()
    type_text(typed)
    press(None, Key.Key_Return)
    assert focused() is form.amount.input
    assert form.amount.text == typed
    assert form.amount.problem.isVisible()
    assert form.amount.problem.text().endswith(".")
    assert form.amount.input.accessibleDescription() == form.amount.problem.text()
    type_text("5")
    assert not form.amount.problem.isVisible()


def test_leaving_by_tab_groups_too(form: Form) -> None:
    form.amount.focus_all()
    type_text("100000")
    press(None, Key.Key_Tab)
    assert form.amount.text == "1,00,000.00"


@pytest.mark.parametrize(
    ("typed", "on"),
    [("5", date(2026, 11, 5)), ("5-4", date(2026, 4, 5)), ("1/3/26", date(2026, 3, 1))],
)
def test_days_are_completed_from_today(form: Form, typed: str, on: date) -> None:
    form.on.focus_all()
    type_text(typed)
    assert form.on.value == on
    press(None, Key.Key_Return)
    assert form.on.text == f"{on:%d-%m-%Y}"
    assert focused() is form.note.input


def test_a_day_that_is_none_stays(form: Form) -> None:
    form.on.focus_all()
    type_text("31-2")
    press(None, Key.Key_Return)
    assert focused() is form.on.input
    assert "February" in form.on.problem.text()
    assert form.on.value is None


def test_a_letter_chooses(form: Form) -> None:
    form.mode.focus_all()
    type_text("u")
    assert form.mode.key == "upi"
    form.mode.set_choices([("cash", "नकद"), ("upi", "यूपीआई")])
    assert form.mode.key == "upi"
    form.mode.set_key("gold")
    assert form.mode.key == "upi"


def test_a_refusal_comes_to_its_field(form: Form) -> None:
    assert form.walk.show_problem("on", "That day is locked.")
    assert focused() is form.on.input
    assert form.on.problem.text() == "That day is locked."
    assert not form.walk.show_problem("nowhere", "Lost.")
    assert not form.walk.show_problem(None, "Lost.")
    form.walk.clear_problems()
    assert not form.on.problem.isVisible()


def test_all_fields_together(form: Form) -> None:
    assert not form.walk.take_all()
    assert focused() is form.amount.input
    form.amount.set_value(1)
    assert form.walk.take_all()


def test_a_field_of_a_window_that_is_gone_hears_of_its_input_in_silence(qtbot: QtBot) -> None:
    field = TextField("name")
    qtbot.addWidget(field)
    field.show()
    line = field.line
    # As Python's search for garbage leaves it, before Qt's objects go.
    field.__dict__.clear()
    for event in (QEvent(QEvent.Type.FocusOut), QEvent(QEvent.Type.Hide)):
        QApplication.sendEvent(line, event)
    assert line.isVisible()
