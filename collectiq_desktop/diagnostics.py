"""What is written down when something goes wrong, without personal data.

The logging set-up lives here, with the filter that every handler passes. It
writes to files and to stderr only, and knows no room of the house.
"""

from __future__ import annotations

import logging
import platform
import re
import traceback
from collections.abc import Iterator
from logging.handlers import RotatingFileHandler
from typing import TYPE_CHECKING

from collectiq_desktop import __version__

if TYPE_CHECKING:
    from pathlib import Path

_LOG_FILE = "collectiq.log"
_LOG_BYTES = 1_000_000
_LOG_FILES = 5
_LINE = "%(asctime)s %(levelname)s %(name)s %(message)s"

# A GSTIN holds a PAN, so the longer one is looked for first; a phone number is
# looked for last, since both of the others hold digits.
_PERSONAL = (
    (re.compile(r"\b\d{2}[A-Z]{5}\d{4}[A-Z][0-9A-Z]{3}\b", re.IGNORECASE), "[gstin]"),
    (re.compile(r"\b[A-Z]{5}\d{4}[A-Z]\b", re.IGNORECASE), "[pan]"),
    (re.compile(r"\b[\w.-]{2,}@[A-Za-z][\w.-]*\w"), "[address]"),
    (re.compile(r"(?<![\w.])(?:\+|00)?(?:0?91[\s-]?)?0?[6-9]\d{4}[\s-]?\d{5}(?!\w)"), "[phone]"),
)


def redacted(text: str) -> str:
    """The text without phone numbers, GSTIN, PAN, e-mail and UPI addresses."""
    for pattern, word in _PERSONAL:
        text = pattern.sub(word, text)
    return text


class RedactingFormatter(logging.Formatter):
    """A formatter whose lines, tracebacks included, hold no personal data."""

    def format(self, record: logging.LogRecord) -> str:
        """The finished line, redacted as a whole."""
        return redacted(super().format(record))


def start_logging(folder: Path, *, is_verbose: bool = False) -> Path:
    """Send the program's log to a file in the folder, and warnings to stderr.

    Calling it again replaces the handlers of the call before.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / _LOG_FILE
    to_file = RotatingFileHandler(
        path, maxBytes=_LOG_BYTES, backupCount=_LOG_FILES, encoding="utf-8", delay=True
    )
    to_file.setLevel(logging.DEBUG if is_verbose else logging.INFO)
    to_stderr = logging.StreamHandler()
    to_stderr.setLevel(logging.INFO if is_verbose else logging.WARNING)
    stop_logging()
    logger = logging.getLogger(__package__)
    logger.setLevel(logging.DEBUG if is_verbose else logging.INFO)
    for handler in (to_file, to_stderr):
        handler.setFormatter(RedactingFormatter(_LINE))
        logger.addHandler(handler)
    return path


def stop_logging() -> None:
    """Close what `start_logging` opened."""
    logger = logging.getLogger(__package__)
    for handler in list(logger.handlers):
        logger.removeHandler(handler)
        handler.close()


def write_report(folder: Path, error: BaseException, *, doing: str, now_at: int) -> Path:
    """Write down where the program failed, and give the report's place.

    A message may hold a party's name or a figure, so it is left out: the kinds
    of error and the places in the program are what a repair needs.
    """
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"report-{now_at}.txt"
    machine = f"Python {platform.python_version()} on {platform.system()} {platform.machine()}"
    lines = [f"CollectIQ {__version__}, {machine}", f"Doing: {doing}", *_places_of(error)]
    path.write_text(redacted("\n".join(lines) + "\n"), encoding="utf-8")
    return path


def _places_of(error: BaseException) -> Iterator[str]:
    """The error and those behind it: its kind, and the calls that led to it."""
    told: BaseException | None = error
    while told is not None:
        yield f"{type(told).__module__}.{type(told).__qualname__}"
        for frame in traceback.extract_tb(told.__traceback__):
            parts = frame.filename.replace("\\", "/").split("/")
            yield f"    {'/'.join(parts[-3:])}:{frame.lineno} {frame.name}"
        told = told.__cause__ or told.__context__
