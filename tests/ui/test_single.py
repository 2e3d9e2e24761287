"""One window for one set of books."""

from __future__ import annotations

from pathlib import Path

from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.single import SingleWindow


def test_a_second_start_calls_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    books = tmp_path / "a.collectiq"
    first, second = SingleWindow(tmp_path, books), SingleWindow(tmp_path, books)
    assert first.take_place()
    with qtbot.waitSignal(first.called):
        assert not second.take_place()
    first.leave_place()
    assert second.take_place()
    second.leave_place()


def test_other_books_have_a_window_of_their_own(qtbot: QtBot, tmp_path: Path) -> None:
    windows = [SingleWindow(tmp_path, tmp_path / f"{name}.collectiq") for name in "ab"]
    assert [window.take_place() for window in windows] == [True, True]
    for window in windows:
        window.leave_place()
