"""Everything that is published of parties: scores, reasons, days, what-ifs, as the core's records.

Done once a day or when somebody asks for it, in a process of its own: a large
shop takes about a minute.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property
from typing import NamedTuple

import numpy as np

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.risk import (
    CURVE_DAYS,
    TREND_DAYS,
    WHAT_IF_STEPS,
    Basis,
    BillExpected,
    PartyRisk,
    PlotDot,
    RiskOutlook,
    RiskReason,
    TaskLearned,
)
from collectiq_desktop.core.domain.saying import Sentence
from collectiq_desktop.core.queries.bill_names import BillName, BillNames, BillRow
from collectiq_desktop.intelligence.curves import FIRST_X
from collectiq_desktop.intelligence.foresight import Foresight, Look
from collectiq_desktop.intelligence.history import Real
from collectiq_desktop.intelligence.kept import Asked
from collectiq_desktop.intelligence.looking_back import look_back
from collectiq_desktop.intelligence.modelset import Learned
from collectiq_desktop.intelligence.people import PartyAhead, evidence_said
from collectiq_desktop.intelligence.reasons import Witness, reasons_of, what_ifs
from collectiq_desktop.intelligence.sight import outlook, sight_of

MOST_BILLS, MOST_NAMED = 40, 10
_PER_MILLE, _MILLIONTHS = 1_000, 1_000_000
Going = Callable[[int, int], None]


def basis_of(look: Look) -> Basis:
    """What the scores of a look rest on."""
    if not look.sight.has_scores:
        return Basis.AGEING
    models = look.sight.models
    return Basis.LEARNED if models and models.model(look.sight.risk) else Basis.HABITS


class _Named(NamedTuple):
    """A reason, with the rows of its bills."""

    sentence: Sentence
    effect: int
    rows: tuple[BillRow, ...]


class _Looked(NamedTuple):
    """A party as it was looked at, before its bills have their names."""

    ahead: PartyAhead
    reasons: tuple[_Named, ...]
    what_if: tuple[int, ...]
    curve: tuple[int, ...]


@dataclass
class Scoring:
    """One look at a shop, told in the records of the core."""

    books: Asked
    look: Look

    @cached_property
    def _trend(self) -> dict[int, tuple[int | None, ...]]:
        """The scores of each party on the days of the trend, by what was known then."""
        sight = self.look.sight
        columns = []
        for ago in TREND_DAYS[:-1]:
            then = sight_of(
                sight.history, sight.today_on - timedelta(days=ago), sight.models, sight.risk
            )
            told = outlook(then).parties
            scored = told.has_score & then.has_scores
            columns.append(
                [
                    _per_mille(score) if is_scored else None
                    for score, is_scored in zip(told.score, scored, strict=True)
                ]
            )
        return {at: tuple(each) for at, each in enumerate(zip(*columns, strict=True))}

    def people(self, found: list[PartyAhead], going: Going) -> Iterator[PartyRisk]:
        """What is published of each party; one that never traded is left out.

        Args:
            going: is told how many parties of how many are done.
        """
        looked = []
        for done, each in enumerate(found):
            going(done, len(found))
            if each.bills or each.paid_count or each.score is not None:
                looked.append(self._looked(each))
        going(len(found), len(found))
        names = self._names(looked)
        for each_looked in looked:
            yield self._told(each_looked, names)

    def _looked(self, each: PartyAhead) -> _Looked:
        witness = Witness.of(self.look.sight, each.party)
        is_scored = each.score is not None
        return _Looked(
            each,
            tuple(_reasons(witness)) if is_scored else (),
            _what_ifs(witness, each.open_paise) if is_scored and each.open_paise else (),
            _told(witness.curve().paid_share),
        )

    def _names(self, looked: list[_Looked]) -> Mapping[BillRow, BillName]:
        """The names of the bills that are told of, and of no others: a large shop has many."""
        rows = {
            (bill.voucher_row, bill.n) for each in looked for bill in each.ahead.bills[:MOST_BILLS]
        }
        rows.update(row for each in looked for reason in each.reasons for row in reason.rows)
        return self.books.ask(BillNames(rows=frozenset(rows)))

    def _told(self, looked: _Looked, names: Mapping[BillRow, BillName]) -> PartyRisk:
        each = looked.ahead
        score = _per_mille(each.score) if each.score is not None else None
        return PartyRisk(
            party_id=PartyId(each.member.party_id),
            worked_out_on=self.look.sight.today_on,
            score=score,
            category=each.own_category,
            frequency=each.frequency,
            evidence=each.evidence,
            evidence_said=evidence_said(each),
            open_paise=each.open_paise,
            overdue_paise=each.overdue_paise,
            oldest_days=max(0, each.oldest_days),
            expected_on=each.expected_on,
            remind_on=each.remind_on,
            remind_again_days=each.remind_again_days,
            usual_gap_days=each.usual_gap_days,
            reasons=tuple(
                RiskReason(
                    reason.sentence,
                    reason.effect,
                    tuple(names[row].number for row in reason.rows if row in names),
                )
                for reason in looked.reasons
            ),
            bills=tuple(_bills(each, names)),
            what_if=looked.what_if,
            curve=looked.curve,
            trend=(*self._trend.get(each.party, ()), score),
        )

    def outlook(self, foresight: Foresight, found: list[PartyAhead]) -> RiskOutlook:
        """What is published of the whole shop."""
        sight, shelf = self.look.sight, foresight.shelf
        models = sight.models
        versions = shelf.versions if shelf is not None else ()
        return RiskOutlook(
            worked_out_on=sight.today_on,
            basis=basis_of(self.look),
            over_days=sight.risk.over_days,
            within_days=sight.risk.within_days,
            problem=self.look.problem,
            forecast=self.look.forecast(),
            shop_curve=_told(Witness.of(sight, found[0].party).curve().shop_share) if found else (),
            version=self.look.version,
            older_versions=tuple(each for each in versions if each < self.look.version),
            learned_on=models.cut_off_on - timedelta(days=1) if models is not None else None,
            tasks=tuple(_task(name, each) for name, each in models.learned.items())
            if models is not None
            else (),
            look_back=look_back(sight) if sight.has_scores else None,
        )


def _per_mille(chance: float) -> int:
    return round(chance * _PER_MILLE)


def _told(share: Real) -> tuple[int, ...]:
    """A curve on the days on which one is told."""
    at = np.array(CURVE_DAYS) - FIRST_X
    return tuple(round(float(each) * _PER_MILLE) for each in share[at])


def _reasons(witness: Witness) -> Iterator[_Named]:
    bills = witness.sight.history.bills
    for reason in reasons_of(witness):
        named = reason.bills[:MOST_NAMED]
        rows = tuple((int(bills.voucher_row[at]), int(bills.n[at])) for at in named)
        yield _Named(reason.sentence, _told_effect(reason.effect), rows)


def _told_effect(effect: float) -> int:
    """Whole per mille, and never nothing for a reason that moves the score."""
    least = (effect > 0) - (effect < 0)
    return round(effect * _PER_MILLE) or least


def _bills(each: PartyAhead, names: Mapping[BillRow, BillName]) -> Iterator[BillExpected]:
    for bill in each.bills[:MOST_BILLS]:
        name = names.get((bill.voucher_row, bill.n))
        yield BillExpected(
            name.number if name else "",
            bill.due_on,
            bill.paise,
            bill.earliest_on,
            bill.expected_on,
            bill.latest_on,
            bill.remind_on,
        )


def _what_ifs(witness: Witness, open_paise: int) -> tuple[int, ...]:
    sums = [open_paise * step // WHAT_IF_STEPS for step in range(WHAT_IF_STEPS + 1)]
    return tuple(_per_mille(found.score_then) for found in what_ifs(witness, sums))


def _task(name: str, learned: Learned) -> TaskLearned:
    return TaskLearned(
        name,
        learned.reason,
        learned.decided_count,
        learned.late_count,
        learned.held_out_count,
        round(learned.model_brier * _MILLIONTHS),
        round(learned.curves_brier * _MILLIONTHS),
        tuple(
            PlotDot(_per_mille(dot.foretold), _per_mille(dot.came_true), dot.cases_count)
            for dot in learned.plot
        ),
    )
