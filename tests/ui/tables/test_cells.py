"""Cells and titles are drawn from the record: in their colours, and asked for once."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui import theme
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import RowsModel
from collectiq_desktop.ui.tables.titles import TITLES_PIXELS
from collectiq_desktop.ui.tables.view import ROW_PIXELS, Table
from collectiq_desktop.ui.theme import DARK, LIGHT, Tone
from tests.ui.keys import show_active

_NEAR = 90
ASKED: Counter[str] = Counter()


def _words(row: str) -> str:
    ASKED[row] += 1
    return row


COLUMNS = (
    Column[str](title="MMMM", width=120, text_of=_words),
    Column[str](title="", width=120, text_of=lambda _row: "HHHH", tone_of=lambda _row: Tone.BAD),
    Column[str](title="", width=40, text_of=lambda _row: "HHHHHHHHHHHHHHHH"),
    Column[str](title="", width=0, text_of=lambda _row: ""),
)
ROWS = [f"row {number}" for number in range(6)]


@pytest.fixture
def table(qtbot: QtBot, qapp: QApplication) -> Iterator[Table]:
    theme.apply(qapp, LIGHT)
    model = RowsModel(COLUMNS)
    table = Table(model)
    qtbot.addWidget(table)
    model.set_rows(ROWS)
    table.resize(460, 260)
    show_active(qtbot, table)
    table.stand_on(1)
    yield table
    theme.apply(qapp, LIGHT)


def _picture(table: Table) -> QImage:
    return table.viewport().grab().toImage()


def _holds(picture: QImage, column: int, row: int, name: str) -> bool:
    """Whether a cell shows ink so near to a colour that no other is meant."""
    wanted = QColor(name)
    left = (0, 120, 240, 280)[column]
    width = (120, 120, 40, 100)[column]
    for y in range(row * ROW_PIXELS, (row + 1) * ROW_PIXELS):
        for x in range(left, left + width):
            seen = picture.pixelColor(x, y)
            far = abs(seen.red() - wanted.red()) + abs(seen.green() - wanted.green())
            if far + abs(seen.blue() - wanted.blue()) < _NEAR:
                return True
    return False


def test_a_cell_has_the_colour_of_its_meaning(table: Table) -> None:
    picture = _picture(table)
    assert _holds(picture, 0, 0, LIGHT.ink)
    assert _holds(picture, 1, 0, LIGHT.bad)
    assert not _holds(picture, 0, 0, LIGHT.bad)
    assert not _holds(picture, 3, 0, LIGHT.ink)


def test_the_cursor_s_row_has_its_ground_in_every_palette(qapp: QApplication, table: Table) -> None:
    for palette in (LIGHT, DARK):
        theme.apply(qapp, palette)
        picture = _picture(table)
        middle = ROW_PIXELS // 2
        assert picture.pixelColor(2, ROW_PIXELS + middle) == QColor(palette.accent_pale)
        assert picture.pixelColor(2, middle) == QColor(palette.panel)
        assert _holds(picture, 0, 1, palette.ink)


def test_a_text_without_room_stays_in_its_column(table: Table) -> None:
    picture = _picture(table)
    assert _holds(picture, 2, 0, LIGHT.ink)
    edge = [picture.pixelColor(x, y) for x in (277, 278, 279) for y in range(ROW_PIXELS)]
    assert set(map(QColor.name, edge)) == {LIGHT.panel.lower()}


def test_titles_are_written_in_a_height_that_is_given(table: Table) -> None:
    header = table.horizontalHeader()
    assert header.height() == header.sizeHint().height() == TITLES_PIXELS
    picture = header.viewport().grab().toImage()
    assert picture.pixelColor(4, TITLES_PIXELS - 1) == QColor(LIGHT.line)
    assert _holds(picture, 0, 0, LIGHT.muted)


def test_a_screenful_asks_each_text_once_and_qt_asks_nothing(
    table: Table, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(RowsModel, "data", lambda *about: asked.append(about))
    monkeypatch.setattr(RowsModel, "headerData", lambda *about: asked.append(about))
    ASKED.clear()
    table.viewport().repaint()
    table.horizontalHeader().viewport().repaint()
    assert Counter(ROWS) == ASKED
    assert asked == []
