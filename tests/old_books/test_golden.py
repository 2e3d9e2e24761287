"""Bytes written on the first day: read for ever, and hashed the same."""

from __future__ import annotations

from typing import Any

import pytest

from collectiq_desktop.core.wire.codec import decode, encode, fact_hash, version_of
from collectiq_desktop.core.wire.facts import KINDS, kind_of
from tests.old_books.golden import fact_with, kept, samples

ROWS = kept()


def _name(row: dict[str, Any]) -> str:
    return f"{row['kind']}-{row['version']}-{row['hash'][:6]}"


def test_every_version_of_every_kind_is_kept() -> None:
    wanted = {
        (kind, version) for kind, (last, _body) in KINDS.items() for version in range(1, last + 1)
    }
    how = "add a sample to golden.py, then run: python -m tests.old_books.golden"
    assert {(row["kind"], row["version"]) for row in ROWS} == wanted, how


@pytest.mark.parametrize("row", ROWS, ids=_name)
def test_bytes_of_the_first_day_are_read_and_hashed_the_same(row: dict[str, Any]) -> None:
    data = bytes.fromhex(row["body"])
    body = decode(row["kind"], row["version"], data)
    assert kind_of(body) == row["kind"]
    assert fact_hash(fact_with(row["kind"], row["version"], data)).hex() == row["hash"]
    if row["version"] == version_of(body):
        assert encode(body) == data


def test_what_was_said_then_is_what_is_read_now() -> None:
    read = [decode(row["kind"], row["version"], bytes.fromhex(row["body"])) for row in ROWS]
    missing = [body for body in samples() if body not in read]
    assert not missing
