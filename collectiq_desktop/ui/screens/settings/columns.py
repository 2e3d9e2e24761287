"""The columns of the series of numbers."""

from __future__ import annotations

from collectiq_desktop.core.queries.series import SeriesLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column

SERIES_COLUMNS: tuple[Column[SeriesLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Counter"),
        width=0,
        text_of=lambda line: f"{line.series_code} · {line.device}",
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Document"),
        width=220,
        text_of=lambda line: text.kind(line.kind.word),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Used this year"),
        width=150,
        text_of=lambda line: text.count(line.used_count),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Next number"),
        width=220,
        text_of=lambda line: text.or_none(line.next_number),
        is_number=True,
    ),
)
