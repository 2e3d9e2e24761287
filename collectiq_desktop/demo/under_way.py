"""The rounds of the last day: begun, and not yet at their end."""

from __future__ import annotations

from collections.abc import Iterator

from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.demo.chance import Act, Chance
from collectiq_desktop.demo.stops import Sheet, part_of, taken, visited
from collectiq_desktop.demo.word_given import WordGiven

_WAYS = ((Mode.CHEQUE, Mode.CASH), (Mode.CASH, Mode.CHEQUE))


def under_way(chance: Chance, sheet: Sheet, place: int, word: WordGiven) -> Iterator[Act]:
    """Part in cash, a cheque and a promise; the rest of the rows still waits.

    Args:
        place: of the sheet among those of the day; each begins in another way.
    """
    begun = sheet.rows[:-1] or sheet.rows
    for row, mode in zip(begun, _WAYS[place % len(_WAYS)], strict=False):
        paise = part_of(row.owed_paise) if mode is Mode.CASH else row.owed_paise
        yield taken(chance, sheet, row, mode, paise)
        outcome = Outcome.PAID if paise == row.owed_paise else Outcome.PART
        yield visited(chance, sheet, row, (outcome, ""))
    for row in begun[2:3]:
        yield word.promised(sheet.walk, row.buyer, row.owed_paise)
        yield visited(chance, sheet, row, (Outcome.PROMISED, ""))
