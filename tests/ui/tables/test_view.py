"""The table under the fingers: keys only, and a cursor that does not jump."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.view import ROW_PIXELS, Table
from tests.ui.keys import press, show_active, type_text

COLUMNS = (
    Column[tuple[int, str]](title="No.", width=60, text_of=lambda row: str(row[0])),
    Column[tuple[int, str]](title="Name", width=0, text_of=lambda row: row[1], is_editable=True),
)
ROWS = [(number, f"row {number}") for number in range(40)]


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    model = RowsModel(COLUMNS)
    table = Table(model, identity_of=lambda row: row[0])
    qtbot.addWidget(table)
    model.set_rows(ROWS)
    table.resize(400, 300)
    show_active(qtbot, table)
    table.setFocus()
    return table


def _model(table: Table) -> RowsModel[tuple[int, str]]:
    model = table.model()
    assert isinstance(model, RowsModel)
    return model


def test_keys_walk_and_enter_chooses(qtbot: QtBot, table: Table) -> None:
    chosen: list[int] = []
    table.chosen.connect(chosen.append)
    assert table.current_row == 0
    for key in (Qt.Key.Key_Down, Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_End):
        press(table, key)
    assert chosen == [2]
    assert table.current_row == 39
    press(table, Qt.Key.Key_Home)
    assert table.current_row == 0


def test_up_from_the_first_row_leaves(qtbot: QtBot, table: Table) -> None:
    with qtbot.waitSignal(table.left_upwards):
        press(table, Qt.Key.Key_Up)


def test_the_cursor_stays_on_its_record(table: Table) -> None:
    table.stand_on(5)
    _model(table).set_rows([(99, "new"), *ROWS])
    assert table.current == ROWS[5]
    assert table.current_row == 6


def test_an_answer_to_another_question_begins_at_the_top(table: Table) -> None:
    table.stand_on(5)
    _model(table).set_rows(list(reversed(ROWS)), is_anew=True)
    assert table.current_row == 0


def test_no_rows_and_rows_again(table: Table) -> None:
    moves: list[int] = []
    table.moved.connect(moves.append)
    _model(table).set_rows([])
    assert moves[-1] == -1
    assert table.current is None
    _model(table).set_rows(ROWS)
    assert moves[-1] == 0


def test_rows_are_of_one_height(table: Table) -> None:
    assert {table.rowHeight(row) for row in range(40)} == {ROW_PIXELS}


def test_a_cell_is_typed_into(qtbot: QtBot, table: Table) -> None:
    typed: list[str] = []
    _model(table).edited.connect(lambda _row, _column, text: typed.append(text))
    table.stand_on(1, 1)
    type_text("abc")
    press(None, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: typed == ["abc"] and table.hasFocus())
    table.edit_cell(2, 1)
    type_text("d")
    press(None, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: typed == ["abc", "d"])
