"""Reminders: what is said to a party that owes, and by which way.

A person opens the chat with the words as a draft and presses send there, so
nobody here knows whether it went out: a reminder is *opened*, never sent.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from collectiq_desktop.core.domain.papers import FirmOnPaper, PartyOnPaper


class Channel(StrEnum):
    """By which way; the words stand in facts for ever."""

    WHATSAPP = "whatsapp"


@dataclass(frozen=True, slots=True, kw_only=True)
class OldestBill:
    """The bill that is late the longest.

    Money: open_paise > 0.
    """

    number: str
    bill_on: date
    open_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReminderWords:
    """What a reminder says.

    Args:
        overdue_count: how many bills are overdue.

    Money: overdue_paise > 0, and no more than the party owes in all.
    """

    firm: FirmOnPaper
    party: PartyOnPaper
    overdue_paise: int
    overdue_count: int
    oldest: OldestBill


def to_remind_paise(overdue_paise: int, balance_paise: int) -> int:
    """What a party may be reminded of: what is overdue, less what it paid on account."""
    return max(0, min(overdue_paise, balance_paise))
