"""What tests of the core have at hand besides: books written as plain text, on both engines."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import settings

from tests.engines import POSTGRES, SQLITE, engine, schemas_are_dropped
from tests.plain_books import plain_books

__all__ = ["engine", "plain_books", "schemas_are_dropped"]

_ROOMS_WITHOUT_BOOKS = ("core/domain/", "core/wire/")
_SETTINGS = "_hypothesis_internal_use_settings"


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Run every test that makes books once on each engine."""
    where = metafunc.definition.path.as_posix()
    is_for_one = metafunc.definition.get_closest_marker("one_engine") is not None
    if is_for_one or any(room in where for room in _ROOMS_WITHOUT_BOOKS):
        return
    metafunc.parametrize("engine", [SQLITE, POSTGRES], indirect=True, scope="session")


@pytest.fixture(autouse=True)
def fewer_cases_on_postgres(request: pytest.FixtureRequest, engine: str) -> Iterator[None]:
    """Let laws be tried with a fifth of the cases on the second engine: they are the same laws."""
    usual: settings | None = getattr(request.function, _SETTINGS, None)
    if engine != POSTGRES or usual is None:
        yield
        return
    setattr(request.function, _SETTINGS, settings(usual, max_examples=usual.max_examples // 5))
    yield
    setattr(request.function, _SETTINGS, usual)
