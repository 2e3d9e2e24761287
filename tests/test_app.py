from __future__ import annotations

from pathlib import Path

import pytest

from collectiq_desktop.app import RandomIds, SystemClock, real_outside
from collectiq_desktop.core.domain.calendar import business_date
from tests.fakes import FixedClock


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
