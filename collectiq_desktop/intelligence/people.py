"""What is said of each party: category, frequency, evidence, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import NamedTuple

import numpy as np

from collectiq_desktop.core.domain.risk import Category, Evidence, Frequency
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.intelligence.categories import (
    Pin,
    Standing,
    category_of,
    evidence_of,
)
from collectiq_desktop.intelligence.covering import awaited
from collectiq_desktop.intelligence.features import LONG_OVERDUE_DAYS
from collectiq_desktop.intelligence.frequency import frequency_of, rhythm
from collectiq_desktop.intelligence.history import NEVER, Member
from collectiq_desktop.intelligence.reminders import (
    LONGEST_GAP_DAYS,
    USUAL_THRESHOLD,
    first_reminders,
)
from collectiq_desktop.intelligence.sight import Outlook, PartiesAhead, Sight


class Before(NamedTuple):
    """What a party was when it was looked at last; a class is left later than entered."""

    category: Category
    frequency: Frequency


class BillAhead(NamedTuple):
    """An open bill, and when its money may be expected.

    Money: what is still to come, after what lies on account.
    Dates: None where it cannot be foreseen; remind_on may lie in the past.
    """

    voucher_row: int
    n: int
    due_on: date
    paise: int
    late_days: int
    earliest_on: date | None
    expected_on: date | None
    latest_on: date | None
    remind_on: date


class PartyAhead(NamedTuple):
    """What is said of a party.

    Args:
        score: None where there is nothing to score by.
        own_category: without a pin.
        expected_on: when the next of its money may be expected, None if nothing is open.
        remind_on: the day of the next first reminder, None if nothing is open.
        remind_again_days: the interval from one reminder to the next.
    """

    party: int
    member: Member
    score: float | None
    category: Category
    own_category: Category
    frequency: Frequency
    evidence: Evidence
    paid_count: int
    open_paise: int
    overdue_paise: int
    oldest_days: int
    expected_on: date | None
    remind_on: date | None
    remind_again_days: int
    usual_gap_days: int
    bills: tuple[BillAhead, ...]

    @property
    def urgency(self) -> float:
        """What the queue is ranked by: the risk times what is overdue, in rupees."""
        return (self.score or 0.0) * self.overdue_paise / 100


class Memory(NamedTuple):
    """What is remembered or set from outside, by party id."""

    before: Mapping[bytes, Before] = {}
    pins: Mapping[bytes, Pin] = {}
    reminder_threshold: float = USUAL_THRESHOLD


def people(sight: Sight, ahead: Outlook, memory: Memory) -> list[PartyAhead]:
    """What is said of each party of an outlook, in its order."""
    found = rhythm(sight.history, sight.day, sight.ground.shop.at(sight.day))
    members = sight.history.members
    before = [memory.before.get(member.party_id) for member in members]
    classes = frequency_of(found, [each.frequency if each else None for each in before])
    bills = _bills_by_party(sight, ahead, memory.reminder_threshold)
    told = []
    for at, party in enumerate(ahead.parties.party.tolist()):
        was, member = before[party], members[party]
        mine = bills.get(party, [])
        standing = _standing(sight, ahead.parties, at)
        own = category_of(standing, was.category if was else None)
        pin = memory.pins.get(member.party_id)
        told.append(
            PartyAhead(
                party=party,
                member=member,
                score=standing.score,
                category=pin.category if pin and sight.today_on <= pin.until_on else own,
                own_category=own,
                frequency=classes[party],
                evidence=evidence_of(int(ahead.parties.paid_count[at])),
                paid_count=int(ahead.parties.paid_count[at]),
                open_paise=int(ahead.parties.open_paise[at]),
                overdue_paise=int(ahead.parties.overdue_paise[at]),
                oldest_days=int(ahead.parties.oldest_days[at]),
                expected_on=min((b.expected_on for b, _gap in mine if b.expected_on), default=None),
                remind_on=min((b.remind_on for b, _gap in mine), default=None),
                remind_again_days=min((gap for _b, gap in mine), default=LONGEST_GAP_DAYS),
                usual_gap_days=round(float(found.usual_gap_days[party])),
                bills=tuple(bill for bill, _gap in mine),
            )
        )
    return told


def _standing(sight: Sight, parties: PartiesAhead, at: int) -> Standing:
    last_on = int(parties.last_active_on[at])
    return Standing(
        score=float(parties.score[at]) if parties.has_score[at] else None,
        decided_count=int(parties.decided_count[at]),
        is_long_overdue=int(parties.oldest_days[at]) > LONG_OVERDUE_DAYS,
        quiet_days=sight.day - 1 - last_on if last_on else 0,
    )


def _bills_by_party(
    sight: Sight, ahead: Outlook, threshold: float
) -> dict[int, list[tuple[BillAhead, int]]]:
    """The open bills of each party, oldest due first, each with its interval of reminders."""
    told, bills = sight.history.bills, ahead.bills
    due_on = told.due_on[bills.bill]
    remind_on = first_reminders(due_on, bills.late_chance.copy(), threshold)
    cheque_on, quiet_until = awaited(sight, bills)
    remind_on = np.maximum(remind_on, np.maximum(cheque_on, quiet_until[bills.party]) + 1)
    by_cheque = np.where(cheque_on > 0, np.maximum(cheque_on, sight.day), 0)
    found: dict[int, list[tuple[BillAhead, int]]] = {}
    for at, party in enumerate(bills.party.tolist()):
        bill = int(bills.bill[at])
        line = BillAhead(
            voucher_row=int(told.voucher_row[bill]),
            n=int(told.n[bill]),
            due_on=date.fromordinal(int(due_on[at])),
            paise=int(bills.paise[at]),
            late_days=int(bills.late_days[at]),
            earliest_on=_foreseen(by_cheque[at] or bills.earliest_on[at]),
            expected_on=_foreseen(by_cheque[at] or bills.expected_on[at]),
            latest_on=_foreseen(by_cheque[at] or bills.latest_on[at]),
            remind_on=date.fromordinal(int(remind_on[at])),
        )
        found.setdefault(party, []).append((line, int(bills.remind_again_days[at])))
    return found


def _foreseen(day: int) -> date | None:
    return date.fromordinal(int(day)) if day < NEVER else None


def evidence_said(found: PartyAhead) -> Sentence:
    """How much the score rests on, in words."""
    if not found.member.is_bill_wise:
        return say("Not kept bill by bill: nothing can be foretold")
    match found.evidence:
        case Evidence.NONE:
            return say("New, no history")
        case Evidence.LOW:
            return say("Low evidence: bills paid so far: {count}", count=found.paid_count)
        case Evidence.SOME:
            return say("Some evidence: bills paid so far: {count}", count=found.paid_count)
        case Evidence.NORMAL:
            return say("Bills paid so far: {count}", count=found.paid_count)


def queue(found: Sequence[PartyAhead], today_on: date) -> list[PartyAhead]:
    """Whom to remind today: a reminder is due, the most at risk of the most money first."""
    due = [each for each in found if each.remind_on is not None and each.remind_on <= today_on]
    return sorted(due, key=lambda each: (-each.urgency, -each.open_paise, each.member.name))
