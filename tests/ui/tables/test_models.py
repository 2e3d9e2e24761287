"""The models on real books: the tester's rules, and that no row is lost or doubled."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QModelIndex, Qt
from pytestqt.modeltest import ModelTester
from pytestqt.qtbot import QtBot

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.asking import Ask
from collectiq_desktop.core.queries.parties import PartyList, PartyPage, PartyRow
from collectiq_desktop.ui.tables import models
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.tables.models import PagedModel, RowsModel
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.work.desk import Desk
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks, fresh_books

COLUMNS: tuple[Column[PartyRow], ...] = (
    Column(title="Party", width=0, text_of=lambda row: row.party),
    Column(
        title="Balance",
        width=120,
        text_of=lambda row: str(row.balance_paise),
        tone_of=lambda row: Tone.BAD if row.balance_paise > 0 else Tone.INK,
        is_number=True,
        is_bold=True,
    ),
)


def _check(tester: ModelTester, model: RowsModel[Any]) -> None:
    check: Callable[[RowsModel[Any]], None] = tester.check
    check(model)


def _page(after: Any, limit: int) -> Ask[PartyPage]:
    return PartyList(after=after, limit=limit)


def _with_balance(after: Any, limit: int) -> Ask[PartyPage]:
    return PartyList(after=after, limit=limit, has_balance=True)


def _fetch_all(model: PagedModel[PartyRow]) -> None:
    while model.canFetchMore():
        model.fetchMore()


def _add(plain: PlainBooks, count: int) -> None:
    for number in range(count):
        plain.add(Party(name=f"Party {number:03d}"))


def test_rows_model_keeps_the_rules(qtmodeltester: ModelTester, qapp: object) -> None:
    rows = [("a", "1"), ("b", "2")]
    columns = [
        Column[tuple[str, str]](title="A", width=10, text_of=lambda row: row[0]),
        Column[tuple[str, str]](title="B", width=0, text_of=lambda row: row[1], is_editable=True),
    ]
    model = RowsModel(columns)
    model.set_rows(rows)
    _check(qtmodeltester, model)
    model.set_rows(rows[:1])
    _check(qtmodeltester, model)


def test_paged_model_keeps_the_rules(
    qtmodeltester: ModelTester, inline: InlineDesk, plain_books: PlainBooks, qapp: object
) -> None:
    _add(plain_books, 230)
    model = PagedModel(COLUMNS, inline, key="parties")
    _check(qtmodeltester, model)
    # An answer never comes from within the call that asks, and here neither.
    inline.is_holding = True
    model.show(_page)
    for _page_count in range(4):
        model.fetchMore()
        inline.release_held()
    assert model.rowCount() == 230
    assert model.is_whole


def test_pages_come_as_they_are_asked_for(
    inline: InlineDesk, plain_books: PlainBooks, qapp: object
) -> None:
    _add(plain_books, 230)
    model = PagedModel(COLUMNS, inline, key="parties")
    model.show(_page)
    seen = [(model.rowCount(), model.is_whole)]
    for _page_count in range(2):
        model.fetchMore()
        seen.append((model.rowCount(), model.is_whole))
    assert seen == [(100, False), (200, False), (230, True)]
    assert not model.canFetchMore()


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    names=st.lists(st.text("aAbक ", min_size=1, max_size=3).filter(str.strip), max_size=30),
    page_rows=st.integers(1, 7),
)
def test_all_pages_together_are_the_whole_list(
    names: list[str], page_rows: int, tmp_path_factory: Any, qapp: object
) -> None:
    plain = fresh_books(tmp_path_factory.mktemp("paged"))
    for name in names:
        plain.add(Party(name=name))
    before, models.PAGE_ROWS = models.PAGE_ROWS, page_rows
    try:
        model = PagedModel(COLUMNS, InlineDesk(plain.books), key="parties")
        model.show(_page)
        _fetch_all(model)
        assert tuple(model.rows) == plain.ask(PartyList(limit=1_000)).rows
        assert model.rowCount() == len(names)
    finally:
        models.PAGE_ROWS = before
        plain.books.close()


def test_a_late_page_of_another_question_is_not_shown(
    inline: InlineDesk, plain_books: PlainBooks, qapp: object
) -> None:
    """
    party    Asha Stores
    invoice  S/1  2026-11-01  Bina Stores  10,000.00
    """
    model = PagedModel(COLUMNS, inline, key="parties")
    inline.is_holding = True
    model.show(_page)
    model.show(_with_balance)
    inline.release()
    assert [row.party for row in model.rows] == ["Bina Stores"]


def test_refreshing_asks_for_all_rows_that_are_here(
    inline: InlineDesk, plain_books: PlainBooks, qapp: object
) -> None:
    _add(plain_books, 150)
    model = PagedModel(COLUMNS, inline, key="parties")
    model.show(_page)
    _fetch_all(model)
    _add(plain_books, 0)
    plain_books.add(Party(name="Aaa"))
    model.refresh()
    assert [row.party for row in model.rows][:2] == ["Aaa", "Party 000"]
    assert model.rowCount() == 150
    _fetch_all(model)
    assert model.rowCount() == 151


def test_a_page_that_fails_can_be_asked_for_again(
    inline: InlineDesk, plain_books: PlainBooks, qapp: object
) -> None:
    def ask_page(after: Any, limit: int) -> Ask[PartyPage]:
        return _page(after, limit)

    _add(plain_books, 120)
    model = PagedModel(COLUMNS, inline, key="parties")
    errors: list[CollectIQError] = []
    model.failed.connect(errors.append)
    model.show(ask_page)
    inner, inline.books = inline.books, cast("Books", _Broken())
    model.fetchMore()
    assert len(errors) == 1
    inline.books = inner
    assert model.canFetchMore()
    model.fetchMore()
    assert model.rowCount() == 120


class _Broken:
    def ask(self, _ask: object) -> None:
        raise CollectIQError(say("The disk is gone."))


def test_what_a_cell_says(inline: InlineDesk, plain_books: PlainBooks, qapp: object) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  10.00
    """
    model = PagedModel(COLUMNS, inline, key="parties")
    model.show(_page)
    cell = model.index(0, 1)
    role = Qt.ItemDataRole
    assert model.data(cell) == "1000"
    assert model.data(cell, role.ForegroundRole).name().upper() == "#B42318"
    assert model.data(cell, role.FontRole).bold()
    assert model.data(cell, role.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Balance"
    assert model.data(QModelIndex()) is None


def test_the_real_desk_fills_the_model(qtbot: QtBot, desk: Desk, plain_books: PlainBooks) -> None:
    _add(plain_books, 150)
    model = PagedModel(COLUMNS, desk, key="parties")
    model.show(_page)
    qtbot.waitUntil(lambda: model.rowCount() == 100)
    model.fetchMore()
    assert not model.canFetchMore()
    qtbot.waitUntil(lambda: model.rowCount() == 150)


def test_typing_into_a_cell_is_told_and_not_kept(qtbot: QtBot) -> None:
    column = Column[str](title="A", width=10, text_of=lambda row: row, is_editable=True)
    model = RowsModel([column])
    model.set_rows(["a"])
    heard: list[tuple[int, int, str]] = []
    model.edited.connect(lambda row, at, text: heard.append((row, at, text)))
    assert model.setData(model.index(0, 0), "b")
    assert heard == [(0, 0, "b")]
    assert model.rows == ["a"]
