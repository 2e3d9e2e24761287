"""What a voucher shows of its party in one line: balance, overdue, oldest, limit."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QObject

from collectiq_desktop.core.domain.credit import credit_uses
from collectiq_desktop.core.queries.finding import PartyHit
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui import text
from collectiq_desktop.ui.theme import Tone
from collectiq_desktop.ui.widgets.pieces import Fact


def hit_of(details: PartyDetails) -> PartyHit:
    """The party as a search would have found it."""
    party = details.party
    return PartyHit(details.party_id, party.name, party.code, party.beat, details.balance_paise)


class _Counts(QObject):
    """Counted words; Qt's tools see a plural only in a `tr`."""

    def days(self, count: int) -> str:
        return self.tr("%n days", "", count)


def days_words(count: int) -> str:
    """So many days: 201 days."""
    return _Counts().days(count)


def limit_chips(details: PartyDetails) -> list[tuple[str, Tone]]:
    """What follows where a limit is passed already; by how much, the facts beside it say."""
    if not any(use.over for use in credit_uses(details.party, details.credit)):
        return []
    if details.party.stops_at_limit:
        return [(QCoreApplication.translate("PartyFacts", "No sale on credit"), Tone.BAD)]
    return [(QCoreApplication.translate("PartyFacts", "Over its limit"), Tone.WARN)]


def limit_left(details: PartyDetails) -> Fact:
    """What may still be sold on credit."""
    limit_paise = details.party.credit_limit_paise
    left_paise = limit_paise - details.balance_paise
    caption = QCoreApplication.translate("PartyFacts", "Limit left")
    if not limit_paise:
        return Fact(caption, QCoreApplication.translate("PartyFacts", "No limit"))
    return Fact(caption, text.amount(left_paise), Tone.BAD if left_paise < 0 else Tone.INK)


def _limit_of(details: PartyDetails) -> Fact:
    """What may still be sold on credit, and of how much."""
    fact = limit_left(details)
    limit_paise = details.party.credit_limit_paise
    if not 0 <= details.balance_paise <= limit_paise or not limit_paise:
        return fact
    words = QCoreApplication.translate("PartyFacts", "%1 of %2")
    return fact._replace(text=text.filled(words, fact.text, text.amount(limit_paise)))


def _of(used: str, limit: int) -> str:
    """What is used of a limit; the bare figure where there is none."""
    if not limit:
        return used
    return text.filled(QCoreApplication.translate("PartyFacts", "%1 of %2"), used, str(limit))


def _bills_used(details: PartyDetails) -> list[Fact]:
    """How many open bills there are of those allowed; nothing where any number is."""
    party, count = details.party, details.credit.open_bills_count
    if not party.bills_limit_count:
        return []
    tone = Tone.BAD if count > party.bills_limit_count else Tone.INK
    caption = QCoreApplication.translate("PartyFacts", "Open bills")
    return [Fact(caption, _of(str(count), party.bills_limit_count), tone)]


def party_facts(details: PartyDetails) -> list[Fact]:
    """The facts, in the order in which a clerk reads them."""
    is_late = details.overdue_paise > 0
    oldest = days_words(details.oldest_overdue_days) if is_late else text.NONE
    if is_late and details.party.late_limit_days:
        oldest = _of(str(details.oldest_overdue_days), details.party.late_limit_days)
    late = Tone.BAD if is_late else Tone.INK
    return [
        Fact(
            QCoreApplication.translate("PartyFacts", "Balance"),
            text.with_side(details.balance_paise),
        ),
        Fact(
            QCoreApplication.translate("PartyFacts", "Overdue"),
            text.amount(details.overdue_paise),
            late,
        ),
        Fact(QCoreApplication.translate("PartyFacts", "Oldest"), oldest, late),
        Fact(
            QCoreApplication.translate("PartyFacts", "On account"),
            text.turned(details.on_account_paise),
        ),
        *_bills_used(details),
        _limit_of(details),
    ]
