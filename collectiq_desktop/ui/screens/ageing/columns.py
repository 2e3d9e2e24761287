"""The columns of the ageing: as many as there are buckets."""

from __future__ import annotations

from functools import partial

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.queries.ageing import AgeingRow, AgeingSheet
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone

_DIGIT_PIXELS, _CELL_PIXELS = 7, 18
_LEAST_PIXELS = 86
_PARTY_PIXELS = 160


def _bucket(place: int, row: AgeingRow) -> str:
    return text.amount_or_none(row.buckets_paise[place])


def _bucket_tone(place: int, row: AgeingRow) -> Tone:
    return Tone.INK if row.buckets_paise[place] else Tone.MUTED


def _on_account(row: AgeingRow) -> str:
    return text.turned(row.on_account_paise) if row.on_account_paise else text.NONE


def _on_account_tone(row: AgeingRow) -> Tone:
    return Tone.INK if row.on_account_paise else Tone.MUTED


def _pixels(widest: str) -> int:
    """Sums are at least as wide as their parts, so they say how wide a column is."""
    return max(_LEAST_PIXELS, len(widest) * _DIGIT_PIXELS + _CELL_PIXELS)


def _widest(sheet: AgeingSheet) -> AgeingRow:
    """The sums of the columns; where those are not told, the largest of each."""
    if sheet.has_totals or not sheet.rows:
        sums = (sheet.buckets_paise, sheet.on_account_paise, sheet.total_paise)
    else:
        buckets = zip(*(row.buckets_paise for row in sheet.rows), strict=True)
        sums = (
            tuple(max(paise, key=abs) for paise in buckets),
            max((row.on_account_paise for row in sheet.rows), key=abs),
            max((row.total_paise for row in sheet.rows), key=abs),
        )
    return AgeingRow(PartyId(b""), "", "", *sums)


def ageing_columns(sheet: AgeingSheet, room_pixels: int) -> tuple[Column[AgeingRow], ...]:
    """Party, one column for each bucket, on account and balance.

    The party takes what is left; where that is too little, the table scrolls.
    """
    widest = _widest(sheet)
    buckets = [
        Column[AgeingRow](
            title=text.bucket(label),
            width=_pixels(max(text.amount(paise), text.bucket(label), key=len)),
            text_of=partial(_bucket, place),
            tone_of=partial(_bucket_tone, place),
            is_number=True,
        )
        for place, (label, paise) in enumerate(zip(sheet.labels, widest.buckets_paise, strict=True))
    ]
    figures = (
        *buckets,
        Column(
            title=QT_TRANSLATE_NOOP("Column", "On account"),
            width=max(96, _pixels(text.turned(widest.on_account_paise))),
            text_of=_on_account,
            tone_of=_on_account_tone,
            is_number=True,
        ),
        Column(
            title=QT_TRANSLATE_NOOP("Column", "Balance"),
            width=_pixels(text.with_side(widest.total_paise)),
            text_of=lambda row: text.with_side(row.total_paise),
            is_number=True,
            is_bold=True,
        ),
    )
    rest_pixels = room_pixels - sum(column.width for column in figures)
    party = Column[AgeingRow](
        title=QT_TRANSLATE_NOOP("Column", "Party"),
        width=0 if rest_pixels >= _PARTY_PIXELS else _PARTY_PIXELS,
        text_of=lambda row: row.party,
    )
    return (party, *figures)


def sums_of(sheet: AgeingSheet, title: str) -> tuple[str, ...]:
    """The row under the columns; nothing under no party."""
    if not sheet.rows or not sheet.has_totals:
        return ()
    return (
        title,
        *map(text.amount, sheet.buckets_paise),
        text.turned(sheet.on_account_paise),
        text.with_side(sheet.total_paise),
    )
