"""How often one address may try wrong words or tokens: so many in a minute, in all workers.

A try is counted before it is made, as one byte at the end of a small file, so
that many at once are no more guesses, whichever workers they come to; one that
was right is counted beside it and taken off. Who is called by right names and
words is never in the way of another, also not where many phones share one
address. The files name no address, and lie for a minute or two.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from ipaddress import IPv6Address, ip_address
from pathlib import Path

_MINUTE_MS = 60_000
_MARK_BYTES = 2
_OWNER_ONLY = 0o600
_IPV6_HOME_BITS = 64


@dataclass(frozen=True, slots=True)
class Throttle:
    """Counts tries by address, in a folder that all workers of a server share."""

    folder: Path
    most_a_minute: int = 30

    @contextmanager
    def trying(self, address: str, now_at: int) -> Iterator[None]:
        """Count a try; one that ends without an error was right, and counts no more.

        Raises:
            TooOften: there were too many wrong ones.
        """
        minute = self._minute(now_at // _MINUTE_MS)
        mark = minute / _mark_of(address)
        tried, right = mark.with_suffix(".tried"), mark.with_suffix(".right")
        if _count_one(tried) - _counted(right) > self.most_a_minute:
            raise TooOften
        yield
        _count_one(right)

    def _minute(self, minute: int) -> Path:
        """The folder of a minute; whoever begins it throws those before away."""
        folder = self.folder / str(minute)
        self.folder.mkdir(parents=True, exist_ok=True)
        try:
            folder.mkdir()
        except FileExistsError:
            return folder
        for other in self.folder.iterdir():
            if other.name.isdecimal() and int(other.name) != minute:
                shutil.rmtree(other, ignore_errors=True)
        return folder


def _mark_of(address: str) -> str:
    """What stands for an address; of the newer kind, a home has many and is counted as one."""
    try:
        known = ip_address(address)
    except ValueError:
        told = address.encode()
    else:
        is_long = isinstance(known, IPv6Address)
        told = known.packed[: _IPV6_HOME_BITS // 8] if is_long else known.packed
    return hashlib.sha256(told).digest()[:_MARK_BYTES].hex()


def _count_one(path: Path) -> int:
    """One more; gives the count after it, of all workers."""
    path.parent.mkdir(exist_ok=True)
    descriptor = os.open(path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, _OWNER_ONLY)
    try:
        os.write(descriptor, b"x")
        return os.fstat(descriptor).st_size
    finally:
        os.close(descriptor)


def _counted(path: Path) -> int:
    try:
        return path.stat().st_size
    except FileNotFoundError:
        return 0


class TooOften(Exception):
    """An address tries wrong words or tokens too often."""
