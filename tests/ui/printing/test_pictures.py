"""Pages as dots: their size, their blackness, and codes that a phone can still read."""

from __future__ import annotations

import io
import subprocess
from pathlib import Path

import pytest
from PIL import Image

from collectiq_desktop.documents.receipt import receipt_pdf
from collectiq_desktop.documents.statement import statement_pdf
from collectiq_desktop.ui.printing.pictures import opened, page_picture, thermal_pictures
from tests.documents import samples
from tests.documents.looking import need

pytestmark = pytest.mark.usefixtures("qapp")
ROLLS = [("80mm", 576), ("58mm", 384)]


def _pictures(paper: str, dots: int) -> list[bytes]:
    pdf = receipt_pdf(samples.receipt(), paper=paper, language="hi")  # type: ignore[arg-type]
    return thermal_pictures(pdf, dots=dots)


@pytest.mark.parametrize(("paper", "dots"), ROLLS)
def test_a_picture_is_as_wide_as_the_head_and_black_on_white(paper: str, dots: int) -> None:
    [png] = _pictures(paper, dots)
    picture = Image.open(io.BytesIO(png)).convert("L")
    shades = {shade for shade, count in enumerate(picture.histogram()) if count}
    assert (picture.width, shades) == (dots, {0, 255})
    black = picture.histogram()[0]
    assert 0.02 < black / (picture.width * picture.height) < 0.25


@pytest.mark.parametrize(("paper", "dots"), ROLLS)
def test_nothing_is_cut_at_the_sides_and_little_is_fed(paper: str, dots: int) -> None:
    [png] = _pictures(paper, dots)
    picture = Image.open(io.BytesIO(png)).convert("L").point(lambda grey: 255 - grey)
    left, _top, right, bottom = picture.getbbox() or (0, 0, 0, 0)
    assert right > dots * 0.97
    assert left < dots * 0.03
    assert picture.height - bottom == 8


@pytest.mark.parametrize(("paper", "dots"), ROLLS)
def test_the_upi_code_can_be_read_from_the_dots(paper: str, dots: int, tmp_path: Path) -> None:
    [png] = _pictures(paper, dots)
    (tmp_path / "roll.png").write_bytes(png)
    read = subprocess.run(
        [need("zbarimg"), "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", "roll.png"],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    assert read.stdout.startswith("upi://pay?pa=shreesample@examplebank")
    assert "am=18900.00" in read.stdout


def test_every_page_of_a_long_roll_is_a_picture() -> None:
    pdf = statement_pdf(samples.extreme(lines=400, bills=5), paper="80mm")
    pictures = thermal_pictures(pdf, dots=576)
    with opened(pdf) as document:
        assert len(pictures) == document.pageCount() > 1


def test_a_page_in_its_true_size() -> None:
    pdf = receipt_pdf(samples.receipt(), paper="A5")
    with opened(pdf) as document:
        page = page_picture(document, 0, 300)
    assert (page.width(), page.height()) == (1748, 2480)
