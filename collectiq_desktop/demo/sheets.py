"""Run sheets of the walks: issued, worked off row by row, counted in and closed."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from itertools import cycle, groupby

from collectiq_desktop.core.domain.custody import NOTES_AND_COINS
from collectiq_desktop.core.domain.ids import PartyId, UserId
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.domain.vouchers import Mode, Pieces
from collectiq_desktop.core.services.custody import CountInCash, SignCash
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.runsheets import CloseRunSheet, IssueRunSheet
from collectiq_desktop.core.wire.collecting import SheetRow
from collectiq_desktop.demo.chance import Act, Buyer, Chance
from collectiq_desktop.demo.rounds import RUPEE_PAISE, Walk, last_walk_on
from collectiq_desktop.demo.staff import Staff
from collectiq_desktop.demo.stops import Row, Sheet, part_of, reminded, taken, visited
from collectiq_desktop.demo.under_way import under_way
from collectiq_desktop.demo.word_given import WordGiven

MOST_EXTRA = 2
"""So many receipts, at most, an agent gets on a walk from who would not have paid."""

_MOST_ROWS = 25
_LEAST_PAISE = 1_000_00
_SHORT_PAISE = 500_00
_UNPAID = (
    (Outcome.PROMISED, ""),
    (Outcome.SHUT, "Shutter down"),
    (Outcome.PROMISED, ""),
    (Outcome.REFUSED, "Says to come after the festival"),
    (Outcome.PROMISED, ""),
    (Outcome.DISPUTE, "Says one carton was short"),
)


@dataclass(slots=True)
class RunSheets:
    """Makes the sheets of all walks, day by day.

    Args:
        acts: all receipts and sales, those of agents among them.
    """

    chance: Chance
    staff: Staff
    acts: Sequence[Act]
    _owed: Counter[PartyId] = field(default_factory=Counter, init=False)
    _told: int = field(default=0, init=False)
    _others: Iterator[tuple[Outcome, str]] = field(default_factory=lambda: cycle(_UNPAID))
    _brought: list[tuple[Sheet, int]] = field(default_factory=list, init=False)

    def worked_off(self, walks: Sequence[Walk]) -> list[Act]:
        """The same acts with those of the sheets; receipts of agents name their rows."""
        ordered = sorted(self.acts, key=lambda act: act[:2])
        natural = _taken(ordered)
        word = WordGiven(self.chance, ordered)
        found = [act for act in ordered if act.by is None]
        for on, of_day in groupby(walks, key=lambda walk: walk.on):
            self._go_on_to(ordered, on)
            sheets = [sheet for walk in of_day if (sheet := self._sheet(walk, natural))]
            found += [self._issued(sheet) for sheet in sheets]
            for place, sheet in enumerate(sheets):
                if on == last_walk_on(self.chance):
                    found += under_way(self.chance, sheet, place, word)
                else:
                    found += self._walked(sheet, word)
        found += self._counted_in()
        return found

    def _go_on_to(self, ordered: Sequence[Act], on: date) -> None:
        """Count what everybody owes on the morning of a day."""
        while self._told < len(ordered) and ordered[self._told].on < on:
            act = ordered[self._told]
            if act.party_id is not None:
                self._owed[act.party_id] += act.owed_paise
            self._told += 1

    def _sheet(self, walk: Walk, natural: dict[tuple[UserId, date], list[Act]]) -> Sheet | None:
        receipts: dict[PartyId, list[Act]] = defaultdict(list)
        for act in natural.get((walk.agent.employee_id, walk.on), ()):
            assert act.party_id is not None
            receipts[act.party_id].append(act)
        called = [b for b in walk.round.buyers if b.party_id in receipts or self._owes(b) > 0]
        called.sort(key=lambda b: (b.party_id not in receipts, -self._owes(b)))
        chosen = {b.party_id for b in called[: max(_MOST_ROWS, len(receipts))]}
        in_order = (b for b in walk.round.buyers if b.party_id in chosen)
        rows = tuple(
            Row(number, buyer, self._owes(buyer), tuple(receipts[buyer.party_id]))
            for number, buyer in enumerate(in_order, 1)
        )
        return Sheet(self.chance.fact_id(), walk, rows) if rows else None

    def _owes(self, buyer: Buyer) -> int:
        return self._owed[buyer.party_id]

    def _issued(self, sheet: Sheet) -> Act:
        command = IssueRunSheet(
            fact_id=sheet.sheet_id,
            agent_id=sheet.agent_id,
            rows=tuple(
                SheetRow(row.buyer.party_id, max(row.owed_paise, row.taken_paise), "beat")
                for row in sheet.rows
            ),
            on=sheet.walk.on,
            title=", ".join(sheet.walk.round.beats),
        )
        return self.chance.act(sheet.walk.on, command, self.staff.clerk_id)

    def _walked(self, sheet: Sheet, word: WordGiven) -> Iterator[Act]:
        """Each row with its money and its outcome; then the sheet is put away."""
        extra_count = 0
        cash_paise = 0
        for row in sheet.rows:
            receipts = list(self._received(sheet, row))
            if not receipts and extra_count < MOST_EXTRA and self._gives_part(sheet, row, word):
                receipts = [self._part_taken(sheet, row)]
                extra_count += 1
            cash_paise += _cash_paise(receipts)
            yield from receipts
            outcome = self._outcome(row, receipts)
            if outcome[0] is Outcome.PROMISED:
                yield word.promised(sheet.walk, row.buyer, row.owed_paise)
            yield visited(self.chance, sheet, row, outcome)
            if outcome[0] is Outcome.SHUT:
                yield reminded(self.chance, sheet, row)
        if cash_paise:
            self._brought.append((sheet, cash_paise))
        closed = CloseRunSheet(fact_id=self.chance.fact_id(), sheet_id=sheet.sheet_id)
        yield self.chance.act(sheet.walk.on, closed, sheet.agent_id)

    def _received(self, sheet: Sheet, row: Row) -> Iterator[Act]:
        for act in row.receipts:
            assert isinstance(act.command, RecordReceipt)
            command = replace(act.command, sheet_id=sheet.sheet_id, sheet_row=row.number)
            yield self.chance.moving(act.on, command, row.buyer, act.owed_paise, act.by)

    def _gives_part(self, sheet: Sheet, row: Row, word: WordGiven) -> bool:
        is_worth_it = row.owed_paise >= _LEAST_PAISE and self.chance.happens(60)
        return is_worth_it and word.comes_nothing(row.buyer, sheet.walk.on)

    def _part_taken(self, sheet: Sheet, row: Row) -> Act:
        paise = part_of(row.owed_paise)
        self._owed[row.buyer.party_id] -= paise
        return taken(self.chance, sheet, row, Mode.CASH, paise)

    def _outcome(self, row: Row, receipts: Sequence[Act]) -> tuple[Outcome, str]:
        if not receipts:
            return next(self._others)
        taken_paise = -sum(act.owed_paise for act in receipts)
        return (Outcome.PAID if taken_paise >= row.owed_paise else Outcome.PART), ""

    def _counted_in(self) -> Iterator[Act]:
        """The cash of each walk; of the last that brought much, a note is missing."""
        much = [sheet for sheet, paise in self._brought if paise > 2 * _SHORT_PAISE]
        for sheet, cash_paise in self._brought:
            is_short = sheet in much[-1:]
            counted = CountInCash(
                voucher_id=self.chance.voucher_id(),
                agent_id=sheet.agent_id,
                counted=pieces_of(cash_paise - is_short * _SHORT_PAISE),
                on=sheet.walk.on,
            )
            yield self.chance.act(sheet.walk.on, counted, self.staff.clerk_id)
            note = "One note must have stuck to another" if is_short else ""
            signed = SignCash(
                fact_id=self.chance.fact_id(), voucher_id=counted.voucher_id, note=note
            )
            yield self.chance.act(sheet.walk.on, signed, sheet.agent_id)


def _taken(acts: Iterable[Act]) -> dict[tuple[UserId, date], list[Act]]:
    found: dict[tuple[UserId, date], list[Act]] = defaultdict(list)
    for act in acts:
        if act.by is not None and isinstance(act.command, RecordReceipt):
            found[act.by, act.on].append(act)
    return found


def _cash_paise(acts: Iterable[Act]) -> int:
    commands = (act.command for act in acts)
    receipts = (each for each in commands if isinstance(each, RecordReceipt))
    return sum(each.amount_paise for each in receipts if each.mode is Mode.CASH)


def pieces_of(paise: int) -> tuple[Pieces, ...]:
    """The fewest notes and coins."""
    found = []
    rupees = paise // RUPEE_PAISE
    for worth in NOTES_AND_COINS:
        count, rupees = divmod(rupees, worth)
        found.append(Pieces(worth, count))
    return tuple(each for each in found if each.pieces)
