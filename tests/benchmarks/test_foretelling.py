"""What is foretold can still be measured; how fast it is, is not asked here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.foretelling import PARTS, _make


def test_every_part_without_a_process_gives_its_figures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    path = tmp_path / "bench.collectiq"
    _make(path, 2_000)
    rows = [row for part in ("cold", "kept", "train", "learned") for row in PARTS[part](path, "2k")]
    names = [row.row for row in rows]
    assert len(names) == len(set(names))
    assert all(row.figure >= 0 for row in rows)
    assert {row.row for row in rows if row.bar is not None} >= {
        "score all, cold, CPU",
        "score all, index kept, CPU",
        "train, CPU",
    }
