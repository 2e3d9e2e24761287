"""A bug leaves a report without names, says so once, and lets the clerk go on."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QMessageBox
from pytestqt.qtbot import QtBot

from collectiq_desktop.ui.crash import CrashReporter
from tests.fakes import FixedClock
from tests.ui.keys import press


def _fail() -> None:
    raise RuntimeError("Asha Stores, 98250 11111")


def _failure() -> Exception:
    try:
        _fail()
    except RuntimeError as error:
        return error
    pytest.fail("it was to fail")


def _boxes() -> list[QMessageBox]:
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QMessageBox)]


def test_a_report_without_names(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    reporter = CrashReporter(tmp_path, clock, lambda: "receipt")
    with qtbot.waitSignal(reporter.reported) as told:
        reporter.report(_failure())
        reporter.report(_failure())
    path = told.args[0] if told.args else None
    assert isinstance(path, Path)
    content = path.read_text(encoding="utf-8")
    assert "RuntimeError" in content
    assert "Doing: receipt" in content
    assert "Asha" not in content
    assert "98250" not in content
    qtbot.waitUntil(lambda: len(_boxes()) == 1)
    assert str(path) in _boxes()[0].text()
    press(_boxes()[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not _boxes())


def test_a_full_disk_still_says_something(qtbot: QtBot, tmp_path: Path, clock: FixedClock) -> None:
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    reporter = CrashReporter(tmp_path / "file", clock, lambda: "home")
    reporter.report(_failure())
    qtbot.waitUntil(lambda: len(_boxes()) == 1)
    assert "report" not in _boxes()[0].text()
    press(_boxes()[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not _boxes())


def test_it_hears_of_what_nobody_takes(
    qtbot: QtBot, tmp_path: Path, clock: FixedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    reporter = CrashReporter(tmp_path, clock, lambda: "home")
    reporter.watch()
    error = _failure()
    with qtbot.waitSignal(reporter.reported):
        sys.excepthook(type(error), error, error.__traceback__)
    qtbot.waitUntil(lambda: len(_boxes()) == 1)
    press(_boxes()[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not _boxes())
