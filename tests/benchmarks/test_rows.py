"""Every row can still be measured; how fast anything is, is not asked here."""

from __future__ import annotations

import pytest

from tests.benchmarks.__main__ import ROWS, measure

# A thousand printed statements take their time, and papers have tests of their own.
QUICK = [name for name in ROWS if name != "documents"]


def test_every_row_gives_its_figure(capsys: pytest.CaptureFixture[str]) -> None:
    rows = list(measure(400, QUICK, later_count=1_050))
    names = [row.row for row in rows]
    assert len(names) == len(set(names)) > 20
    assert all(row.size == "400" for row in rows)
    assert all(row.figure >= 0 for row in rows)
    assert all((row.bar is None) == (row.met is None) for row in rows if row.limit is None)
    assert [line for line in capsys.readouterr().err.splitlines() if line.startswith("400: ")]
