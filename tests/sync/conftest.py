"""What tests of the exchange have at hand besides: a firm, and books written as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.engines import files_only
from tests.firms import TestFirm
from tests.plain_books import plain_books

__all__ = ["files_only", "firm", "plain_books"]


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[TestFirm]:
    """A server with no counters yet."""
    firm = TestFirm(tmp_path)
    yield firm
    firm.close()
