"""What the list of parties and their agents says."""

from __future__ import annotations

from typing import NamedTuple

from collectiq_desktop.core.queries.assignments import AssignmentLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone


class Row(NamedTuple):
    """A party as the list shows it."""

    line: AssignmentLine
    is_ticked: bool


ASSIGN_COLUMNS: tuple[Column[Row], ...] = (
    Column(
        title="",
        width=36,
        text_of=lambda row: "✓" if row.is_ticked else "",
        tone_of=lambda _row: Tone.GOOD,
        is_bold=True,
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Party"), width=0, text_of=lambda row: row.line.party),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Beat"),
        width=140,
        text_of=lambda row: text.or_none(row.line.beat),
        tone_of=lambda _row: Tone.MUTED,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Balance"),
        width=140,
        text_of=lambda row: text.with_side(row.line.balance_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Overdue"),
        width=130,
        text_of=lambda row: text.amount_or_none(row.line.overdue_paise),
        tone_of=lambda row: Tone.WARN if row.line.overdue_paise else Tone.MUTED,
        is_number=True,
    ),
    Column(title="", width=14, text_of=lambda _row: ""),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Agent"),
        width=160,
        text_of=lambda row: text.or_none(row.line.agent),
        is_bold=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Also"),
        width=150,
        text_of=lambda row: text.or_none(row.line.others),
        tone_of=lambda _row: Tone.MUTED,
    ),
)
