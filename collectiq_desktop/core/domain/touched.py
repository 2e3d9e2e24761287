"""What a command changed, so that views can decide whether they care."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Noun(StrEnum):
    """The kinds of row a view may show."""

    FIRM = "firm"
    PARTY = "party"
    ITEM = "item"
    ACCOUNT = "account"
    VOUCHER = "voucher"
    BATCH = "batch"
    ERRAND = "errand"
    DEVICE = "device"
    HELD = "held"
    RISK = "risk"
    EMPLOYEE = "employee"
    ASSIGNMENT = "assignment"
    COLLECTING = "collecting"


@dataclass(slots=True)
class Touched:
    """The nouns that changed, and the parties whose standing moved."""

    nouns: set[Noun] = field(default_factory=set)
    party_ids: set[bytes] = field(default_factory=set)

    def add(self, noun: Noun, party_id: bytes | None = None) -> None:
        """Note one change."""
        self.nouns.add(noun)
        if party_id is not None:
            self.party_ids.add(party_id)

    def merge(self, other: Touched) -> None:
        """Take in what another command touched."""
        self.nouns |= other.nouns
        self.party_ids |= other.party_ids
