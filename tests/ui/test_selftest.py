"""The looks of `self-test` tell ink from a blank page, and a PDF from anything else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QColor, QImage

from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.paths import fonts_folder
from collectiq_desktop.ui.selftest import _ink_ppm, looks


def _image(dark_rows: int) -> QImage:
    image = QImage(100, 100, QImage.Format.Format_RGB32)
    image.fill(QColor("white"))
    for row in range(dark_rows):
        for column in range(100):
            image.setPixelColor(column, row, QColor("black"))
    return image


@pytest.mark.parametrize("dark_rows", [0, 51, 100])
def test_blank_and_black_are_refused(dark_rows: int, tmp_path: Path) -> None:
    with pytest.raises(BooksTrouble, match="blank or black"):
        _ink_ppm(_image(dark_rows), tmp_path / "seen.png")


def test_ink_is_measured(tmp_path: Path) -> None:
    picture = tmp_path / "seen.png"
    assert _ink_ppm(_image(25), picture) == 250_000
    assert QImage(str(picture)).size() == _image(0).size()


def test_transparent_counts_as_paper(tmp_path: Path) -> None:
    clear = QImage(100, 100, QImage.Format.Format_ARGB32)
    clear.fill(QColor(0, 0, 0, 0))
    with pytest.raises(BooksTrouble, match="blank or black"):
        _ink_ppm(clear, tmp_path / "seen.png")


@pytest.mark.usefixtures("qapp")
def test_what_cannot_be_opened_is_named(tmp_path: Path) -> None:
    paper = tmp_path / "paper.pdf"
    paper.write_bytes(b"no PDF at all")
    found = dict(looks(paper, fonts_folder()))
    assert "offscreen" in found["window"]()
    with pytest.raises(BooksTrouble, match="QtPdf cannot open"):
        found["page"]()


@pytest.mark.usefixtures("qapp")
def test_font_that_is_none_is_named(tmp_path: Path) -> None:
    (tmp_path / "Broken.ttf").write_bytes(b"no font at all")
    found = dict(looks(tmp_path / "paper.pdf", tmp_path))
    with pytest.raises(BooksTrouble, match="Broken"):
        found["fonts"]()
