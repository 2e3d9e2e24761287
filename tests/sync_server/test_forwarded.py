"""Behind a proxy each address is counted by itself, and what a client claims counts for nothing."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient

from sync_server.app import app_of, served_by
from sync_server.config import Config
from tests.sync_server.headquarters import Headquarters

PATH = "/v1/person/sign-in"
MOST_A_MINUTE = 30
NOBODY = {"firm_id": "", "name": "x", "password": "y", "device": "", "renewal_hash": ""}


@pytest.fixture
def hq(tmp_path: Path) -> Iterator[Headquarters]:
    hq = Headquarters(tmp_path)
    yield hq
    hq.close()


def _status(http: TestClient[Any], forwarded: str) -> int:
    headers = {"Content-Type": "application/json", "X-Forwarded-For": forwarded}
    return http.post(PATH, json=NOBODY, headers=headers).status_code


def _served(hq: Headquarters, *, is_behind_proxy: bool) -> TestClient[Any]:
    config = Config(folder=str(hq.folder), is_behind_proxy=is_behind_proxy)
    return TestClient(served_by(app_of(hq.office), config))


def test_behind_a_proxy_each_address_has_its_own_count(hq: Headquarters) -> None:
    with _served(hq, is_behind_proxy=True) as http:
        told = [_status(http, "203.0.113.7") for _n in range(MOST_A_MINUTE + 1)]
        assert told[-2:] == [401, 429]
        # The proxy writes last; what stands before it is the client's own word.
        assert _status(http, "198.51.100.1, 203.0.113.7") == 429
        assert _status(http, "203.0.113.8") == 401
        assert _status(http, "2001:db8::1") == 401


def test_without_a_proxy_nobody_names_an_address(hq: Headquarters) -> None:
    with _served(hq, is_behind_proxy=False) as http:
        told = [_status(http, f"203.0.113.{n}") for n in range(MOST_A_MINUTE + 1)]
    assert told[-2:] == [401, 429]


def test_what_is_no_address_changes_nothing(hq: Headquarters) -> None:
    with _served(hq, is_behind_proxy=True) as http:
        told = [_status(http, f"garden {n}") for n in range(MOST_A_MINUTE + 1)]
    assert told[-2:] == [401, 429]
