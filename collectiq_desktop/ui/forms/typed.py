"""What stands in the fields that every voucher has. No window here."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The day, the words, and why a voucher is posted anew.

    Args:
        due_on: of the bill that it opens; None for the party's own terms.
        reason: empty for a new voucher.
    """

    on: date
    due_on: date | None = None
    reference: str = ""
    narration: str = ""
    reason: str = ""
