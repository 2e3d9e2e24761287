"""What every test has at hand: a fixed clock, counted ids, the test data, and quiet logs."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.engines import postgres
from tests.fakes import CountingIds, FixedClock

__all__ = ["postgres"]

ROOT = Path(__file__).resolve().parent.parent

settings.register_profile("dev", deadline=None, max_examples=100)
settings.register_profile("ci", deadline=None, max_examples=100, derandomize=True)
settings.register_profile(
    "prove", deadline=None, max_examples=5_000, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile(
    os.environ.get("HYPOTHESIS_PROFILE") or ("ci" if os.environ.get("CI") == "true" else "dev")
)


@pytest.fixture(autouse=True)
def no_stray_logs(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test that logs a warning; one that expects it calls `caplog.clear()` at its end."""
    yield
    stray = [
        f"{record.levelname} {record.name}: {record.getMessage()}"
        for when in ("setup", "call")
        for record in caplog.get_records(when)
        if record.levelno >= logging.WARNING
    ]
    assert not stray, f"stray log records: {stray}"


@pytest.fixture(scope="session")
def root() -> Path:
    """The project's folder."""
    return ROOT


@pytest.fixture(scope="session")
def test_data() -> Path:
    """The folder of test data that is kept outside the project."""
    folder = Path(os.environ.get("COLLECTIQ_TEST_DATA") or ROOT.parent / "shared" / "data")
    if not folder.is_dir():
        pytest.skip(f"test data is not at {folder}; set COLLECTIQ_TEST_DATA to its folder")
    return folder


@pytest.fixture
def clock() -> FixedClock:
    """A clock that stands at ten in the morning of 22 November 2026 in India."""
    return FixedClock()


@pytest.fixture
def ids() -> CountingIds:
    """Ids that count upwards, so that a test can name them."""
    return CountingIds()


@pytest.fixture(autouse=True)
def books_in_files_outside_the_core(
    request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Let no test outside the core find the engine that the core's tests ran on before."""
    from tests import engines

    chosen = getattr(getattr(request.node, "callspec", None), "params", {}).get("engine")
    if chosen is None and "core" not in request.path.relative_to(ROOT / "tests").parts:
        monkeypatch.setattr(engines._NOW, "postgres", None)
