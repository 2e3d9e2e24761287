from __future__ import annotations

from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.interchange.files import check_readable
from collectiq_desktop.interchange.tally.reading import read_tally


def test_a_file_that_is_there(tmp_path: Path) -> None:
    path = tmp_path / "file.xml"
    path.write_text("<ENVELOPE/>", encoding="utf-8")
    check_readable(path)
    told: list[int] = []
    assert len(read_tally([path], on_progress=told.append).complaints) == 1
    assert sum(told) == len("<ENVELOPE/>")


def test_what_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match="There is no file"):
        read_tally([tmp_path / "missing.xml"])
    with pytest.raises(BadInput, match="is a folder"):
        read_tally([tmp_path])
