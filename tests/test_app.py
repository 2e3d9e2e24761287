from __future__ import annotations

from pathlib import Path

import pytest

from collectiq_desktop.app import FileAnchors, RandomIds, SystemClock, real_outside
from collectiq_desktop.core.domain.calendar import business_date
from collectiq_desktop.core.services.verify import Anchor
from tests.fakes import FixedClock

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


def test_ids_are_fresh_and_begin_with_the_clock() -> None:
    clock = FixedClock()
    ids = RandomIds(clock)
    minted = {ids.mint() for _ in range(100)}
    assert len(minted) == 100
    assert {each[:6] for each in minted} == {clock.now_at().to_bytes(6, "big")}
    assert {len(each) for each in minted} == {16}


def test_the_real_clock_goes_forward_and_knows_its_day() -> None:
    clock = SystemClock()
    before, after = clock.now_at(), clock.now_at()
    assert before <= after
    assert clock.today_on() >= business_date(before)


def test_the_real_outside_keeps_anchors_with_the_users_data(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("collectiq_desktop.paths.data_folder", lambda: tmp_path)
    anchors = real_outside().anchors
    assert anchors is not None
    assert anchors.folder == tmp_path / "anchors"
