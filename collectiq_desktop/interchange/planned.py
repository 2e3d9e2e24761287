"""What a plan is made of: small records that all its steps share.

Nothing is decided here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

from collectiq_desktop.core.domain.ids import BatchId, PartyId
from collectiq_desktop.core.domain.saying import Sentence
from collectiq_desktop.core.queries.import_lookups import ImportLookups
from collectiq_desktop.core.services.imports import Taken
from collectiq_desktop.interchange.complaints import noted, rejected, warned
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.rows import Complaint


class NotCounted(NamedTuple):
    """A voucher that was read and moves nothing, with the reason."""

    number: str
    reason: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedParty:
    """A party as vouchers of the plan need it."""

    party_id: PartyId
    name: str
    is_bill_wise: bool = True
    credit_days: int = 0


@dataclass(slots=True)
class Tallied:
    """What was found so far: counts by outcome, sums by side, complaints.

    Both sums are positive and count every document that is accepted, be it
    new, amended or unchanged.
    """

    taken: Counter[Taken] = field(default_factory=Counter)
    debit_paise: int = 0
    credit_paise: int = 0
    rejected: list[Complaint] = field(default_factory=list)
    warnings: list[Complaint] = field(default_factory=list)
    not_counted: list[NotCounted] = field(default_factory=list)

    def add_up(self, amount_paise: int) -> None:
        """Count one accepted posting to a party."""
        if amount_paise > 0:
            self.debit_paise += amount_paise
        else:
            self.credit_paise -= amount_paise

    def reject(self, where: str, finding: Finding, reason: Sentence) -> None:
        """A row is not taken."""
        self.rejected.append(rejected(where, finding, reason))

    def warn(self, where: str, finding: Finding, reason: Sentence) -> None:
        """A row is taken; a person should look at it."""
        self.warnings.append(warned(where, finding, reason))

    def note(self, where: str, finding: Finding, reason: Sentence) -> None:
        """Nothing is wrong; this is only said."""
        self.warnings.append(noted(where, finding, reason))


@dataclass(frozen=True, slots=True, kw_only=True)
class Planning:
    """What every step of the planning works with."""

    lookups: ImportLookups
    mint: Callable[[], bytes]
    batch_id: BatchId
    today_on: date
    tallied: Tallied
