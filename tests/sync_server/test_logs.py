"""The log: one object a line, and nothing in it of anybody."""

from __future__ import annotations

import json
import logging

import pytest

from sync_server.logs import JsonLines


def line(record: logging.LogRecord) -> dict[str, object]:
    told: dict[str, object] = json.loads(JsonLines().format(record))
    return told


def _refuse(message: str) -> None:
    raise ValueError(message)


def test_a_line_is_one_object() -> None:
    record = logging.makeLogRecord(
        {"msg": "request", "levelname": "INFO", "created": 0, "told": {"verb": "push", "ms": 1.5}}
    )
    assert line(record) == {
        "at": "1970-01-01T00:00:00.000+00:00",
        "level": "info",
        "what": "request",
        "verb": "push",
        "ms": 1.5,
    }


def test_an_error_tells_its_kind_and_places_but_not_its_message() -> None:
    with pytest.raises(ValueError, match="Asha") as raised:
        _refuse("Asha Stores, 98250 11111")
    info = (raised.type, raised.value, raised.tb)
    told = line(logging.makeLogRecord({"msg": "bug", "exc_info": info}))
    assert told["error"] == "ValueError"
    assert str(told["places"]).startswith("['test_logs.py:")
    assert "Asha" not in json.dumps(told)
