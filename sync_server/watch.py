"""What is counted of the server's work, and how Prometheus reads it.

Written by hand: one counter and one histogram need no package, and each worker
process leaves its counts in a small file, so that whichever is asked can tell
the sums of all.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock

import msgspec

LIMITS_SECONDS = (0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)
MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_ENDING = ".counts"

_HELP = {
    "collectiq_requests_total": ("counter", "Requests answered, by verb and status."),
    "collectiq_request_seconds": ("histogram", "How long a request took, by verb."),
    "collectiq_received_bytes_total": ("counter", "Bytes of bodies that came in, by verb."),
    "collectiq_sent_bytes_total": ("counter", "Bytes of bodies that went out, by verb."),
    "collectiq_pushed_facts_total": ("counter", "Links that devices pushed."),
    "collectiq_pulled_places_total": ("counter", "Places that devices pulled."),
    "collectiq_open_firms": ("gauge", "Firms whose books are open, in all workers."),
    "collectiq_backups_total": ("counter", "Backups made, by outcome."),
}
Key = tuple[str, str]
"""A measure's name and its labels as they are written."""


@dataclass(slots=True)
class Watch:
    """The counts of one worker process, beside those of the others."""

    folder: Path
    counts: Counter[Key] = field(default_factory=Counter)
    _lock: Lock = field(default_factory=Lock)

    def add(self, name: str, number: float = 1, **labels: object) -> None:
        """Count something."""
        with self._lock:
            self.counts[name, _labels(labels)] += number  # type: ignore[assignment]

    def set(self, name: str, number: float) -> None:
        """Tell a measure that goes up and down."""
        with self._lock:
            self.counts[name, ""] = number  # type: ignore[assignment]

    def took(self, verb: str, status: int, seconds: float) -> None:
        """Count one request that was answered."""
        self.add("collectiq_requests_total", verb=verb, status=status)
        self.add("collectiq_request_seconds_sum", seconds, verb=verb)
        self.add("collectiq_request_seconds_count", verb=verb)
        for limit in LIMITS_SECONDS:
            if seconds <= limit:
                self.add("collectiq_request_seconds_bucket", verb=verb, le=limit)
        self.add("collectiq_request_seconds_bucket", verb=verb, le="+Inf")

    def leave(self) -> None:
        """Leave the counts where the other workers find them."""
        with self._lock:
            told = msgspec.json.encode([(*key, number) for key, number in self.counts.items()])
        path = self._own_path()
        growing = path.with_suffix(".new")
        growing.write_bytes(told)
        growing.replace(path)

    def text(self) -> str:
        """The sums of all workers, as Prometheus reads them."""
        with self._lock:
            sums = Counter(self.counts)
        for path in self.folder.glob(f"*{_ENDING}"):
            if path != self._own_path():
                sums.update(_left_in(path))
        return "\n".join(_lines(sums)) + "\n"

    def _own_path(self) -> Path:
        return self.folder / f"{os.getpid()}{_ENDING}"


def watch_in(folder: Path) -> Watch:
    """The counts of this process, left in a folder that is there."""
    folder.mkdir(parents=True, exist_ok=True)
    return Watch(folder)


def forget_counts(folder: Path) -> None:
    """A server that starts counts from nothing."""
    for path in folder.glob(f"*{_ENDING}"):
        path.unlink(missing_ok=True)


def _labels(labels: Mapping[str, object]) -> str:
    return ",".join(f'{name}="{value}"' for name, value in labels.items())


def _left_in(path: Path) -> Mapping[Key, float]:
    try:
        rows = msgspec.json.decode(path.read_bytes(), type=list[tuple[str, str, float]])
    except (OSError, msgspec.MsgspecError):
        return {}
    return {(name, labels): number for name, labels, number in rows}


def _lines(sums: Mapping[Key, float]) -> Iterator[str]:
    for family, (kind, told) in _HELP.items():
        rows = sorted(_of_family(family, sums))
        if rows:
            yield f"# HELP {family} {told}"
            yield f"# TYPE {family} {kind}"
            yield from rows


def _of_family(family: str, sums: Mapping[Key, float]) -> Iterable[str]:
    tails = ("", "_bucket", "_sum", "_count")
    names = {f"{family}{tail}" for tail in tails}
    for (name, labels), number in sums.items():
        if name in names:
            braced = f"{{{labels}}}" if labels else ""
            yield f"{name}{braced} {number:g}"
