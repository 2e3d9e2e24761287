"""The columns of the outstanding, and the sums under them."""

from __future__ import annotations

from collectiq_desktop.core.queries.outstanding import OutstandingParty
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.outstanding.presenter import Owing, bills_paise, late_of
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone


def _late_tone(row: OutstandingParty) -> Tone:
    return Tone.BAD if late_of(row).overdue_paise else Tone.MUTED


def _muted(_row: OutstandingParty) -> Tone:
    return Tone.MUTED


def _on_account_tone(row: OutstandingParty) -> Tone:
    return Tone.INK if row.on_account_paise else Tone.MUTED


PARTY_COLUMNS: tuple[Column[OutstandingParty], ...] = (
    Column(title=QT_TRANSLATE_NOOP("Column", "Party"), width=0, text_of=lambda row: row.party),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Code"),
        width=84,
        text_of=lambda row: text.or_none(row.code),
        tone_of=_muted,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Bills"),
        width=58,
        text_of=lambda row: text.days(len(row.bills)),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Oldest, days"),
        width=96,
        text_of=lambda row: text.days(late_of(row).oldest_days),
        tone_of=_late_tone,
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Overdue"),
        width=136,
        text_of=lambda row: text.amount_or_none(late_of(row).overdue_paise),
        tone_of=_late_tone,
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Bills open"),
        width=136,
        text_of=lambda row: text.amount_or_none(bills_paise(row)),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "On account"),
        width=126,
        text_of=lambda row: (
            text.turned(row.on_account_paise) if row.on_account_paise else text.NONE
        ),
        tone_of=_on_account_tone,
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Balance"),
        width=156,
        text_of=lambda row: text.with_side(row.balance_paise),
        is_number=True,
        is_bold=True,
    ),
)


def sums_of(owing: Owing, title: str) -> tuple[str, ...]:
    """The row under the columns; nothing under no party."""
    if not owing.rows or not owing.has_totals:
        return ()
    return (
        title,
        "",
        str(owing.bills_count),
        "",
        text.amount_or_none(owing.overdue_paise),
        text.amount(owing.bills_paise),
        text.turned(owing.on_account_paise),
        text.with_side(owing.total_paise),
    )
