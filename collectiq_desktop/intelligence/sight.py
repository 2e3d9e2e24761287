"""A shop seen from one day: its history, what was learned of it, and what they foretell.

Scores, dates and forecasts all come from here, for all parties at once; the
whole of a large shop takes about a second.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Any, NamedTuple

import numpy as np

from collectiq_desktop.core.domain.risk import FORECAST_DAYS
from collectiq_desktop.intelligence.curves import Settings
from collectiq_desktop.intelligence.dates import bend
from collectiq_desktop.intelligence.features import LONG_OVERDUE_DAYS, Lot, lot_of
from collectiq_desktop.intelligence.history import NEVER, Flags, History, Real, Whole
from collectiq_desktop.intelligence.modelset import RISK, UNPAID, ModelSet
from collectiq_desktop.intelligence.reminders import again_after, lateness
from collectiq_desktop.intelligence.shop import Shop
from collectiq_desktop.intelligence.tasks import At, Ground, RiskTask, Task, matrix
from collectiq_desktop.intelligence.views import Asked, Views

FEWEST_CLOSED = 15
"""With fewer bills closed in the whole shop there are no scores, only ageing."""

_FEW, _MIDDLE, _MOST = 0.1, 0.5, 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Sight:
    """A shop as known at the end of a day.

    Args:
        models: None where nothing was learned, or nothing that may be used.
        risk: what a score speaks of.
    """

    ground: Ground
    today_on: date
    models: ModelSet | None = None
    risk: RiskTask = RISK

    @property
    def day(self) -> int:
        """The day before which everything is known: tomorrow."""
        return self.today_on.toordinal() + 1

    @property
    def history(self) -> History:
        return self.ground.views.history

    @property
    def has_scores(self) -> bool:
        """Whether enough bills were closed in the shop to score anybody."""
        bills = self.history.bills
        return int(((bills.paid_known_on < self.day) & bills.is_told).sum()) >= FEWEST_CLOSED

    def with_history(self, history: History) -> Sight:
        """Another history against the background of the same shop."""
        return replace(self, ground=self.ground._replace(views=Views(history)))


def sight_of(
    history: History, today_on: date, models: ModelSet | None = None, risk: RiskTask = RISK
) -> Sight:
    """The shop at the end of a day."""
    settings = models.settings if models else Settings()
    shop = Shop(history, settings.memory_days)
    return Sight(
        ground=Ground(Views(history), shop, settings), today_on=today_on, models=models, risk=risk
    )


class BillsAhead(NamedTuple):
    """Open bills, and when their money may be expected.

    Args:
        paise: what is still to come, after what lies on account.
        late_days: since the due date, below zero before it.
        paid_chance: of being paid within 7, 15 and 30 days, a column for each.
        earliest_on, expected_on, latest_on: by when one in ten, half and nine in ten of
            such bills are paid; NEVER where that cannot be foreseen.
        late_chance: of becoming more than a week late, as it is on each day around due,
            which says when to remind first; see `reminders`.
        remind_again_days: from one reminder to the next.
    """

    party: Whole
    bill: Whole
    paise: Whole
    late_days: Whole
    paid_chance: Real
    earliest_on: Whole
    expected_on: Whole
    latest_on: Whole
    late_chance: Real
    remind_again_days: Whole


class PartiesAhead(NamedTuple):
    """Parties, and what is to be expected of them, one element for each.

    Args:
        score: the chance of a bill long overdue; meaningless without has_score.
        paid_count: bills paid.
        decided_count: bills paid, and those so late that they count as bad.
        last_active_on: the day of the last bill or payment; 0 without any.
    """

    party: Whole
    score: Real
    has_score: Flags
    paid_count: Whole
    decided_count: Whole
    open_paise: Whole
    overdue_paise: Whole
    oldest_days: Whole
    last_active_on: Whole


class Outlook(NamedTuple):
    """What is to be expected of all parties asked for, and of their open bills."""

    parties: PartiesAhead
    bills: BillsAhead


def outlook(sight: Sight, parties: Whole | None = None) -> Outlook:
    """What is to be expected of parties; of all by default.

    Limits: a million vouchers in about a second.
    """
    everyone = np.arange(len(sight.history.members)) if parties is None else parties
    asked = Asked(everyone, np.full(len(everyone), sight.day))
    ahead = []
    for part in sight.ground.views.in_parts(asked):
        lot = lot_of(sight.ground.views, sight.ground.shop, asked.part(part), sight.ground.settings)
        ahead.append((_parties_ahead(sight, lot), _bills_ahead(sight, lot)))
    if not ahead:
        nothing: list[Any] = [np.zeros(0, np.int64)] * len(BillsAhead._fields)
        return Outlook(
            PartiesAhead(*nothing[: len(PartiesAhead._fields)]),
            BillsAhead(*nothing)._replace(
                paid_chance=np.zeros((0, len(FORECAST_DAYS))), late_chance=np.zeros((0, 1))
            ),
        )
    of_parties, of_bills = zip(*ahead, strict=True)
    return Outlook(
        PartiesAhead(*map(np.concatenate, zip(*of_parties, strict=True))),
        BillsAhead(*map(np.concatenate, zip(*of_bills, strict=True))),
    )


def score_of(sight: Sight, party: int) -> float:
    """The score of one party alone: what `outlook` would say, without its bills."""
    asked = Asked(np.array([party]), np.array([sight.day]))
    lot = lot_of(sight.ground.views, sight.ground.shop, asked, sight.ground.settings)
    return float(_parties_ahead(sight, lot).score[0])


def _parties_ahead(sight: Sight, lot: Lot) -> PartiesAhead:
    views, many = sight.ground.views, len(lot.asked.party)
    place = np.arange(many)
    task = sight.risk
    told = task.told(views, lot, At(place, np.full(many, -1)))
    score = _chance(sight, task, matrix(task, lot, place, told), told.chance)
    found = lot.open
    late = sight.day - 1 - views.history.bills.due_on[found.bill]
    oldest = np.zeros(many, np.int64)
    np.maximum.at(oldest, found.asked, late)
    long_overdue = np.bincount(found.asked, late > LONG_OVERDUE_DAYS, minlength=many)
    return PartiesAhead(
        party=lot.asked.party,
        score=score,
        has_score=(lot.paid_count > 0) & sight.has_scores,
        paid_count=lot.paid_count,
        decided_count=lot.paid_count + long_overdue.astype(np.int64),
        open_paise=_paise(found.asked, found.paise, many),
        overdue_paise=_paise(found.asked, np.where(late > 0, found.paise, 0), many),
        oldest_days=oldest,
        last_active_on=_last_active(sight, lot.asked.party),
    )


def _chance(sight: Sight, task: Task, features: Real, chance: Real) -> Real:
    """What was learned says, else the curves."""
    model = sight.models.model(task) if sight.models else None
    return chance if model is None else model.chance(features, chance)


def _paise(place: Whole, paise: Whole, many: int) -> Whole:
    found = np.zeros(many, np.int64)
    np.add.at(found, place, paise)
    return found


def _last_active(sight: Sight, parties: Whole) -> Whole:
    """The day of each party's last bill or payment."""
    history = sight.history
    last = np.zeros(len(history.members), np.int64)
    bills, receipts = history.bills, history.receipts
    known = bills.known_on < sight.day
    np.maximum.at(last, bills.party[known], bills.bill_on[known])
    known = (receipts.known_on < sight.day) & (receipts.gone_on >= sight.day)
    np.maximum.at(last, receipts.party[known], receipts.on[known])
    return last[parties]


def _bills_ahead(sight: Sight, lot: Lot) -> BillsAhead:
    views, found = sight.ground.views, lot.open
    bills = views.history.bills
    place, due_on = found.asked, bills.due_on[found.bill]
    late = sight.day - 1 - due_on
    power = _power(sight, lot)

    def unpaid(after: Whole, since: Whole) -> Real:
        return lot.curves.still_unpaid(place, after, since) ** power

    def by(share: float) -> Whole:
        day = lot.curves.day_of(place, share, late, power)
        return np.where(day < NEVER, due_on + day, NEVER)

    expected_on = by(_MIDDLE)
    return BillsAhead(
        party=lot.asked.party[place],
        bill=found.bill,
        paise=found.paise,
        late_days=late,
        paid_chance=np.column_stack([1 - unpaid(late + days, late) for days in FORECAST_DAYS]),
        earliest_on=by(_FEW),
        expected_on=expected_on,
        latest_on=by(_MOST),
        late_chance=lateness(due_on, unpaid),
        remind_again_days=again_after(expected_on, sight.day - 1),
    )


def _power(sight: Sight, lot: Lot) -> Real:
    """How far what was learned bends the curve of each open bill, so that both agree."""
    at = At(lot.open.asked, lot.open.bill)
    if sight.models is None or not sight.models.bends(UNPAID):
        return np.ones(len(at.bill))
    told = UNPAID.told(sight.ground.views, lot, at)
    learned = _chance(sight, UNPAID, matrix(UNPAID, lot, at.place, told), told.chance)
    return bend(learned, told.curve)
