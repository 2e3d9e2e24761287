"""The plain rules that a clerk could work out with a pencil; whatever is learned must beat them.

They know what was known strictly before the day, as everything does.
"""

from __future__ import annotations

from typing import NamedTuple

import numpy as np

from collectiq_desktop.intelligence.history import NEVER, Real, Whole
from collectiq_desktop.intelligence.tasks import Rows
from collectiq_desktop.intelligence.views import Asked, Views

_WEEK = 7


class PartyRules(NamedTuple):
    """What a party's paid bills say: how many were late, and by how much on average."""

    late_rate: Real
    mean_delay: Real


def party_rules(views: Views, rows: Rows, late_days: int) -> PartyRules:
    """The rules for the parties of these cases; the shop's where none was paid yet."""
    bills = views.history.bills
    asked = Asked(rows.party, rows.day)
    many = len(rows.party)
    count, late, total = np.zeros(many), np.zeros(many), np.zeros(many)
    for part in views.in_parts(asked):
        seen = views.seen(asked.part(part))
        paid = seen.paid_on < NEVER
        place, size = seen.asked[paid], part.stop - part.start
        delay = seen.paid_on[paid] - bills.due_on[seen.bill[paid]]
        count[part] = np.bincount(place, minlength=size)
        late[part] = np.bincount(place, delay > late_days, minlength=size)
        total[part] = np.bincount(place, delay, minlength=size)
    shop_rate, shop_delay = _shop_rules(views, rows.day, late_days)
    known = np.maximum(count, 1)
    return PartyRules(
        np.where(count > 0, late / known, shop_rate), np.where(count > 0, total / known, shop_delay)
    )


def _shop_rules(views: Views, days: Whole, late_days: int) -> tuple[Real, Real]:
    """The late rate and mean delay of all bills paid before each day."""
    bills = views.history.bills
    paid = np.flatnonzero(bills.paid_on < NEVER)
    paid = paid[np.argsort(bills.paid_known_on[paid], kind="stable")]
    delay = bills.paid_on[paid] - bills.due_on[paid]
    until = np.searchsorted(bills.paid_known_on[paid], days)
    known = np.maximum(until, 1)
    late = np.concatenate([[0], np.cumsum(delay > late_days)])[until]
    total = np.concatenate([[0], np.cumsum(delay)])[until]
    return late / known, total / known


def days_to_due(views: Views, rows: Rows) -> Real:
    """The later it falls due, the later it is paid."""
    found: Real = (views.history.bills.due_on[rows.bill] - rows.day).astype(np.float64)
    return found


def oldest_overdue(views: Views, rows: Rows) -> Real:
    """The days by which the oldest open bill of each party is over; below zero before it is."""
    bills = views.history.bills
    asked = Asked(rows.party, rows.day)
    found = np.full(len(rows.party), -NEVER)
    for part in views.in_parts(asked):
        some = asked.part(part)
        opened = views.still_open(some, views.seen(some))
        late = some.day[opened.asked] - 1 - bills.due_on[opened.bill]
        np.maximum.at(found[part], opened.asked, late)
    return found.astype(np.float64)


def usual_week(views: Views, day: int) -> Real:
    """What each party paid in a week so far: next week will be like it."""
    history = views.history
    moves, bills = history.moves, history.bills
    known = (moves.on < day) & (moves.known_on < day)
    found = np.zeros(len(history.members))
    np.add.at(found, bills.party[moves.bill[known]], moves.paise[known])
    return found * _WEEK / max(_WEEK, day - history.first_on)


def last_week(views: Views, day: int) -> Whole:
    """What each party paid in the week before a day."""
    history = views.history
    moves, bills = history.moves, history.bills
    week = (moves.on >= day - _WEEK) & (moves.on < day) & (moves.known_on < day)
    found = np.zeros(len(history.members), np.int64)
    np.add.at(found, bills.party[moves.bill[week]], moves.paise[week])
    return found
