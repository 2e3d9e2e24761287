"""What a person sees of the exchange with the head office, at any moment."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from collectiq_desktop.sync.ended import Ended


class Phase(StrEnum):
    """What is going on."""

    ALONE = "alone"
    WAITING = "waiting"
    SENDING = "sending"
    FETCHING = "fetching"


@dataclass(frozen=True, slots=True, kw_only=True)
class SyncState:
    """What the exchange is at, and how the last one ended.

    Args:
        done_count, whole_count: how far sending or fetching is.
        is_first_fill: whether these books are being filled for the first time.
        last: the last exchange that is over, None before the first.
        last_good_at: when both ends last knew the same.
        trouble_since_at: since when no exchange ended well, None while they do.
    """

    phase: Phase = Phase.ALONE
    done_count: int = 0
    whole_count: int = 0
    is_first_fill: bool = False
    last: Ended | None = None
    last_good_at: int | None = None
    trouble_since_at: int | None = None
