"""What is noted outside the books is found again, and never in anybody's way."""

from __future__ import annotations

from pathlib import Path

import pytest

from collectiq_desktop.core.services.verify import Anchor
from collectiq_desktop.gateways.anchors import FileAnchors

DEVICE = bytes(16)


def test_anchors_are_kept(tmp_path: Path) -> None:
    anchors = FileAnchors(tmp_path / "deep" / "anchors")
    assert anchors.load(DEVICE) is None
    anchors.save(DEVICE, Anchor(7, b"\x01\x02"))
    anchors.save(DEVICE, Anchor(8, b"\x03"))
    assert anchors.load(DEVICE) == Anchor(8, b"\x03")
    assert [path.name for path in anchors.folder.iterdir()] == [f"{DEVICE.hex()}.json"]


@pytest.mark.parametrize("text", ["", "[]", '{"device_seq": 1}', '{"device_seq": 1, "hash": "x"}'])
def test_a_spoilt_anchor_is_as_good_as_none(tmp_path: Path, text: str) -> None:
    (tmp_path / f"{DEVICE.hex()}.json").write_text(text, encoding="utf-8")
    assert FileAnchors(tmp_path).load(DEVICE) is None


def test_an_anchor_that_cannot_be_kept_stops_nobody(tmp_path: Path) -> None:
    blocked = tmp_path / "file"
    blocked.write_text("", encoding="utf-8")
    anchors = FileAnchors(blocked)
    anchors.save(DEVICE, Anchor(1, b"\x01"))
    assert anchors.load(DEVICE) is None


def test_codes_that_were_used_are_noted_once(tmp_path: Path) -> None:
    anchors = FileAnchors(tmp_path / "anchors")
    assert anchors.codes(DEVICE) == ()
    for code in ("A01", "A02", "A01"):
        anchors.note_code(DEVICE, code)
    assert anchors.codes(DEVICE) == ("A01", "A02")
    assert anchors.codes(bytes(15) + b"1") == ()
