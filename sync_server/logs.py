"""The server's log: one JSON object a line on stderr, without personal data.

A line names verbs, ids, statuses and durations. No name, no address of a
machine, no body and no code is ever logged.
"""

from __future__ import annotations

import logging
import sys
import traceback
from datetime import UTC, datetime
from typing import Any

import msgspec

LOGGER = "collectiq.server"
log = logging.getLogger(LOGGER)


class JsonLines(logging.Formatter):
    """Each record as one JSON object; of an error its kind and its places only."""

    def format(self, record: logging.LogRecord) -> str:
        told: dict[str, Any] = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname.lower(),
            "what": record.getMessage(),
            **getattr(record, "told", {}),
        }
        if record.exc_info and record.exc_info[1] is not None:
            told["error"] = type(record.exc_info[1]).__qualname__
            told["places"] = [
                f"{frame.filename.replace(chr(92), '/').rpartition('/')[2]}:{frame.lineno}"
                for frame in traceback.extract_tb(record.exc_info[2])
            ]
        return msgspec.json.encode(told).decode()


def start_logs() -> None:
    """Send the server's lines, and warnings of its parts, to stderr."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(JsonLines())
    log.handlers = [handler]
    log.setLevel(logging.INFO)
    log.propagate = False


def tell(what: str, **told: object) -> None:
    """One line of the log."""
    log.info(what, extra={"told": told})
