"""In a process of its own: the scores come into the books, and it may be ended at any time."""

from __future__ import annotations

from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.queries.risk import PartyRisks, RiskOutlooks
from collectiq_desktop.intelligence.apart import start_apart
from tests.plain_books import PlainBooks


@pytest.fixture(autouse=True)
def own_folders(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What the process keeps lies beside the test's books."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "HOME", "LOCALAPPDATA"):
        monkeypatch.setenv(name, str(tmp_path / name))


def test_scores_are_published_beside_open_books(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00  due 30 days
    """
    apart = start_apart("score", plain_books.books.path, "--publish")
    assert apart.result()["parties"]
    assert not apart.is_running
    assert [line.party for line in plain_books.ask(PartyRisks())] == ["Asha"]
    assert plain_books.ask(RiskOutlooks()) is not None


def test_it_can_be_ended(plain_books: PlainBooks) -> None:
    apart = start_apart("score", plain_books.books.path, "--publish")
    apart.cancel()
    apart.cancel()
    with pytest.raises(Refused, match="Stopped"):
        apart.result()
    assert plain_books.ask(PartyRisks()) == ()


def test_what_is_refused_there_is_refused_here(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        start_apart("score", tmp_path / "none.collectiq").result()
