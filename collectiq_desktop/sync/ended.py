"""How exchanges ended: the last of them are kept in the file, for people to look at."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import msgspec

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.saying import Sentence, unpacked
from collectiq_desktop.core.storage import seen, settings
from collectiq_desktop.core.wire.peer import ToldSeen

_NAME = "exchanges"
MOST_KEPT = 40
WORTH_KEEPING_MS = 5 * 60_000
"""An exchange that moved nothing is kept only so long after the one before."""


class Outcome(StrEnum):
    """How an exchange ended."""

    DONE = "done"
    UPDATE_NEEDED = "update_needed"
    LINE_DOWN = "line_down"
    REVOKED = "revoked"
    NO_KEY = "no_key"
    REFUSED = "refused"
    DIFFERS = "differs"
    TROUBLE = "trouble"

    @property
    def is_good(self) -> bool:
        """Whether both ends knew the same at its end, as far as this program can read."""
        return self in (Outcome.DONE, Outcome.UPDATE_NEEDED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """One exchange that is over.

    Args:
        detail: why it did not end well: a word of the server's, or a packed sentence.
        differs_from_on: the first day that is not as head office has it, yyyymmdd.
        retry_after_seconds: what the server asked for.
        clock_ahead_ms: how far this machine's clock is ahead of the server's.
    """

    ended_at: int
    outcome: Outcome
    pushed_count: int = 0
    pulled_count: int = 0
    detail: str = ""
    is_restored: bool = False
    is_repaired: bool = False
    differs_from_on: int = 0
    retry_after_seconds: int | None = None
    clock_ahead_ms: int = 0

    @property
    def told(self) -> Sentence:
        """Why it did not end well, as far as that is a sentence."""
        return unpacked(self.detail)

    @property
    def has_moved(self) -> bool:
        """Whether anything was sent or came."""
        return bool(self.pushed_count or self.pulled_count)


def last_ended(books: Books) -> tuple[Ended, ...]:
    """The exchanges that were kept, newest first."""
    with books.reading() as conn:
        kept = settings.setting(conn, _NAME)
    return msgspec.msgpack.decode(kept, type=tuple[Ended, ...]) if kept else ()


def note_ended(books: Books, ended: Ended, told_seen: tuple[ToldSeen, ...] = ()) -> None:
    """Keep an exchange, unless it is like the one before and moved nothing."""
    before = last_ended(books)
    if before and not _is_worth_keeping(before[0], ended):
        return
    kept = (ended, *before)[:MOST_KEPT]
    with books.writing(is_patient=True) as (writer, _context):
        settings.set_setting(writer.conn, _NAME, msgspec.msgpack.encode(kept))
        if told_seen:
            seen.keep_seen(writer.conn, {each.device_id: each.seen_at for each in told_seen})


def _is_worth_keeping(before: Ended, ended: Ended) -> bool:
    is_other = before.outcome is not ended.outcome or before.detail != ended.detail
    is_later = ended.ended_at - before.ended_at >= WORTH_KEEPING_MS
    return ended.has_moved or is_other or is_later or ended.is_restored or ended.is_repaired
