"""Bytes for thermal printers, checked by reading the pictures back out of them."""

from __future__ import annotations

import io
import subprocess
import sys
from collections.abc import Collection
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from collectiq_desktop.gateways.printers.thermal import thermal_bytes
from tests.gateways.printers.rasters import dots_of, fragments_of

CUT, FEED, DRAWER = b"\x1dV\x01", b"\x1bd", b"\x1bp\x00"


def _png(width: int, height: int, black: Collection[tuple[int, int]] = ()) -> bytes:
    picture = Image.new("1", (width, height), 1)
    for at in black:
        picture.putpixel(at, 0)
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize("dots", [576, 384])
def test_the_picture_arrives_dot_by_dot(dots: int) -> None:
    black = {(0, 0), (dots - 1, 0), (17, 5), (dots // 2, 9)}
    made = thermal_bytes([_png(dots, 10, black)], dots=dots)
    assert dots_of(made) == (dots, 10, black)


@settings(max_examples=20)
@given(height=st.integers(1, 1_500))
def test_no_piece_is_taller_than_a_cheap_printers_memory(height: int) -> None:
    fragments = fragments_of(thermal_bytes([_png(384, height)], dots=384))
    assert sum(rows for _width, rows, _data in fragments) == height
    assert max(rows for _width, rows, _data in fragments) <= 480


def test_a_cutter_cuts_after_every_page() -> None:
    made = thermal_bytes([_png(576, 8), _png(576, 8)], dots=576, cuts=True)
    assert made.count(CUT) == 2
    assert made.startswith(b"\x1b@")


def test_without_a_cutter_the_paper_is_fed_to_the_edge() -> None:
    made = thermal_bytes([_png(576, 8)], dots=576, cuts=False)
    assert CUT not in made
    assert made.endswith(b"\n\n\n\n")


def test_a_58_mm_printer_without_a_cutter_is_not_told_to_cut() -> None:
    made = thermal_bytes([_png(384, 8)], dots=384, cuts=True)
    assert CUT not in made
    assert FEED in made


def test_the_drawer_opens_before_the_paper() -> None:
    made = thermal_bytes([_png(576, 8)], dots=576, opens_drawer=True)
    assert made.index(DRAWER) < made.index(b"\x1dv0")
    assert DRAWER not in thermal_bytes([_png(576, 8)], dots=576)


def test_nothing_is_said_on_the_console_and_nothing_left_behind(tmp_path: Path) -> None:
    script = (
        "from tests.gateways.printers.test_thermal import _png\n"
        "from collectiq_desktop.gateways.printers.thermal import thermal_bytes\n"
        "assert thermal_bytes([_png(576, 8)], dots=576)\n"
    )
    run = subprocess.run(
        [sys.executable, "-c", script],
        capture_output=True,
        text=True,
        check=True,
        env={"TMPDIR": str(tmp_path), "PATH": "", "PYTHONPATH": "."},
    )
    assert (run.stdout, run.stderr) == ("", "")
    assert list(tmp_path.iterdir()) == []
