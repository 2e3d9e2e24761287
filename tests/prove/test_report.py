from __future__ import annotations

from pathlib import Path

from tests.prove.__main__ import A_TURN, WORLDS, Report, Turn


def test_a_run_that_was_stopped_goes_on_where_it_was(tmp_path: Path) -> None:
    path = tmp_path / "prove" / "report.txt"
    first = Report(path, "abc")
    assert len(first.turns_to_play()) * A_TURN == WORLDS
    first.add(str(Turn(100, 7, ())))
    again = Report(path, "abc")
    assert 100 not in again.turns_to_play()
    assert again.is_clean()
    assert len(again.turns_to_play()) * A_TURN == WORLDS - A_TURN


def test_of_another_commit_nothing_is_proved_yet(tmp_path: Path) -> None:
    path = tmp_path / "report.txt"
    Report(path, "abc").add(str(Turn(0, 7, ())))
    assert len(Report(path, "abd").turns_to_play()) * A_TURN == WORLDS


def test_one_world_that_failed_makes_it_not_clean(tmp_path: Path) -> None:
    report = Report(tmp_path / "report.txt", "abc")
    report.add(str(Turn(0, 7, ("17 AssertionError a balance is not the model's",))))
    assert not report.is_clean()
    report = Report(tmp_path / "other.txt", "abc")
    report.add("long tests: failed")
    assert not report.is_clean()
