"""Visits: what came of an agent's call on a party."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What came of a visit; the words stand in facts for ever."""

    PAID = "paid"
    PART = "part"
    PROMISED = "promised"
    SHUT = "shut"
    REFUSED = "refused"
    DISPUTE = "dispute"


def outcome_of(word: str) -> Outcome | None:
    """The outcome behind its word, None where only a newer program knows it."""
    return Outcome(word) if word in set(Outcome) else None
