from __future__ import annotations

import pytest

from collectiq_desktop.commands import progress
from collectiq_desktop.commands.progress import shown_progress


def test_quick_work_shows_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with shown_progress("Writing") as tell:
        for done in range(1, 11):
            tell(done, 10)
    said = capsys.readouterr()
    assert (said.out, said.err.strip()) == ("", "")


def test_longer_work_is_told_on_stderr(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(progress, "_PATIENCE_SECONDS", 0.0)
    monkeypatch.setattr(progress, "_PAUSE_IN_A_LOG_SECONDS", 0.0)
    with shown_progress("Writing", " vouchers") as tell:
        for done in range(1, 11):
            tell(done, 10)
    said = capsys.readouterr()
    assert said.out == ""
    assert "Writing" in said.err
    assert "of 10 vouchers" in said.err
