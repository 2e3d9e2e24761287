"""Locks between processes, for work that only one of them may do at a time.

A lock is held as long as its process lives and lets go of it when it dies,
however it dies: the system does that, not we.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from collectiq_desktop.core.domain.errors import BooksBusy
from collectiq_desktop.core.storage.sqlite_engine import engine_of, told_apart_at


class Locks(Protocol):
    """Where locks are held."""

    def only_one(self, name: str) -> AbstractContextManager[bool]:
        """Whether this process has the lock; never waits for long."""
        ...


@dataclass(frozen=True, slots=True)
class FileLocks:
    """Locks of the processes on one machine: each an empty database that one may write to."""

    folder: Path

    @contextmanager
    def only_one(self, name: str) -> Iterator[bool]:
        """Whether this process has the lock; never waits for long."""
        path = self.folder / f"{name}.lock"
        engine = engine_of(path, "BEGIN IMMEDIATE", is_read_only=False)
        try:
            try:
                held = told_apart_at(path)
                with held:
                    conn = engine.connect()
                    transaction = conn.begin()
            except BooksBusy:
                yield False
                return
            try:
                yield True
            finally:
                transaction.rollback()
                conn.close()
        finally:
            engine.dispose()
