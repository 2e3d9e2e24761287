"""Shops for the tests of the verbs: an empty place, and one with some trade."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli_shop import Shop


@pytest.fixture
def new_shop(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Shop:
    return Shop(tmp_path, capsys, monkeypatch)


@pytest.fixture
def shop(new_shop: Shop) -> Shop:
    return new_shop.open()
