"""The real clipboard."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from collectiq_desktop.ui.printing.hands import DesktopHands


def test_a_file_can_be_pasted_and_so_can_its_words(qapp: QApplication, tmp_path: Path) -> None:
    path = tmp_path / "Statement A-7.pdf"
    DesktopHands().lay_out(path, "Dear Asha Stores,")
    there = QGuiApplication.clipboard().mimeData()
    assert [url.toLocalFile() for url in there.urls()] == [str(path)]
    assert there.text() == "Dear Asha Stores,"


def test_a_link_without_a_program_is_not_opened(qapp: QApplication) -> None:
    assert not DesktopHands().open("no link at all")
