"""The columns of the inbox."""

from __future__ import annotations

from collectiq_desktop.core.queries.attention import AttentionLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.attention.sentences import happened_words, short_words
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone

ATTENTION_COLUMNS: tuple[Column[AttentionLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Date"), width=96, text_of=lambda line: text.day(line.on)
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Matter"),
        width=190,
        text_of=short_words,
        tone_of=lambda _line: Tone.WARN,
        is_bold=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Party"),
        width=220,
        text_of=lambda line: text.or_none(line.party),
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "What happened"), width=0, text_of=happened_words),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Amount"),
        width=132,
        text_of=lambda line: text.amount_or_none(abs(line.amount_paise)),
        is_number=True,
    ),
)
