"""Scenes written by hand: clean as the program is, and caught once their bug is planted."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.simulation.bugs import PLANTED
from tests.simulation.scenes import MET, SCENES, play_scene
from tests.simulation.test_simulation import CAUGHT_BY

EVERY = {**SCENES, **MET}


@pytest.mark.parametrize("name", sorted(EVERY))
def test_a_scene_comes_to_rest_with_everything_in_its_place(name: str, tmp_path: Path) -> None:
    play_scene(EVERY[name], tmp_path)


@pytest.mark.parametrize("name", sorted(SCENES))
def test_its_planted_bug_is_caught(
    name: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    PLANTED[name](monkeypatch)
    with pytest.raises(Exception):  # noqa: B017, PT011 -- to fall over is one way to be found
        play_scene(SCENES[name], tmp_path)
    caplog.clear()


def test_every_planted_bug_is_shown_to_be_caught() -> None:
    assert set(PLANTED) == set(SCENES) | set(CAUGHT_BY)
