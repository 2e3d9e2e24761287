"""What the server says of a fact when it gives it a place in the firm's order.

A verdict is judged once, by the server, and travels with the place; no device
ever works it out again.
"""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple


class Verdict(StrEnum):
    """What becomes of a fact at its place.

    `MISSING` and `AGAIN` say nothing of the fact: its body has not come yet,
    or it has its place by another link.
    """

    ACCEPTED = "accepted"
    OVERRULED = "overruled"
    HELD = "held"
    MISSING = "missing"
    AGAIN = "again"


class Reason(StrEnum):
    """Why a fact is held or overruled, or what to know of an accepted one."""

    NOTHING = ""
    REVOKED = "revoked"
    OTHER_BRANCH = "other_branch"
    NOT_YOURS = "not_yours"
    TOO_NEW = "too_new"
    UNREADABLE = "unreadable"
    UNBALANCED = "unbalanced"
    MISSING_BASE = "missing_base"
    MISSING_PARTY = "missing_party"
    MISSING_ACCOUNT = "missing_account"
    NOT_NEWEST = "not_newest"
    UNDONE = "undone"
    BUILT_UPON = "built_upon"
    SAME_ORIGIN = "same_origin"
    NUMBER_USED = "number_used"
    OTHER_BODY = "other_body"
    SETTLED_BEFORE = "settled_before"
    NO_RIGHT = "no_right"
    LAST_ADMIN = "last_admin"


class Judged(NamedTuple):
    """A verdict, its reason, and the id of the fact that a held one waits for."""

    verdict: Verdict
    reason: Reason = Reason.NOTHING
    waits_for: bytes | None = None

    @property
    def told(self) -> str:
        """The reason as a place carries it: `missing_base:` and an id."""
        return f"{self.reason}:{self.waits_for.hex()}" if self.waits_for else str(self.reason)


ACCEPTED = Judged(Verdict.ACCEPTED)


@lru_cache(maxsize=256)
def judged_of(verdict: str, told: str) -> Judged:
    """The verdict and reason that a place carries.

    A reason of a newer server than this program is kept as none.
    """
    word, _colon, waits_for = told.partition(":")
    known = Reason(word) if word in set(Reason) else Reason.NOTHING
    return Judged(Verdict(verdict), known, bytes.fromhex(waits_for) or None)
