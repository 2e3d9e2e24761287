"""Half-typed work, kept beside the books: read, written, gone once it is saved. No window here.

A draft belongs to this machine alone and is no fact. The file is put in place
of the one before in one step, so that a power cut leaves the old or the new.
"""

from __future__ import annotations

import logging
import os
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, TypeAlias

import msgspec

log = logging.getLogger(__name__)

Typed: TypeAlias = dict[str, Any]
"""What a form says of itself: plain words, sums and ids; nothing where nothing is typed."""


class Draft(msgspec.Struct, frozen=True, kw_only=True):
    """One form as it stood.

    Args:
        screen: the name of the screen that it was typed into.
        fact_id: the fact that it would become; none may come of it twice.
        owner: the employee who typed it, who alone is offered it again; empty where
            nobody signs in.
    """

    screen: str
    fact_id: bytes
    typed: Typed
    owner: bytes = b""

    @property
    def amends(self) -> bytes | None:
        """The voucher that it would post anew; None for a new one."""
        found: bytes | None = self.typed.get("amends")
        return found


def draft_of(screen: str, typed: Mapping[str, Any], owner: bytes = b"") -> Draft:
    """The draft of what a form says of itself; a new voucher is named by its own fact."""
    fact_id = typed.get("fact_id", typed["voucher_id"])
    return Draft(screen=screen, fact_id=fact_id, typed=dict(typed), owner=owner)


def drafts_file(books: Path) -> Path:
    """Where the drafts of some books lie: beside them."""
    return books.with_name(books.name + "-drafts")


def read_drafts(file: Path) -> tuple[Draft, ...]:
    """What was kept; nothing where there is no file, or none that can be read."""
    try:
        return msgspec.msgpack.decode(file.read_bytes(), type=tuple[Draft, ...])
    except FileNotFoundError:
        return ()
    except (OSError, msgspec.DecodeError) as error:
        log.warning("The drafts cannot be read: %s", type(error).__name__)
        return ()


def write_drafts(file: Path, drafts: Iterable[Draft]) -> None:
    """Keep these and no others; without any there is no file."""
    kept = tuple(drafts)
    if not kept:
        file.unlink(missing_ok=True)
        return
    fresh = file.with_name(file.name + ".new")
    with fresh.open("wb") as stream:
        stream.write(msgspec.msgpack.encode(kept))
        stream.flush()
        os.fsync(stream.fileno())
    fresh.replace(file)
