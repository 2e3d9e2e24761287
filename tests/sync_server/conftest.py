"""What server tests have at hand: a head office in a folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines import files_only
from tests.sync_server.headquarters import Headquarters

__all__ = ["files_only"]


@pytest.fixture
def hq(tmp_path: Path) -> Iterator[Headquarters]:
    """A head office without any firm."""
    found = Headquarters(tmp_path)
    yield found
    found.close()
