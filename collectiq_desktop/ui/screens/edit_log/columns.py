"""The columns of the edit log, on the screen and in a file."""

from __future__ import annotations

from typing import NamedTuple

from collectiq_desktop.core.queries.changes import ChangeLine, What
from collectiq_desktop.core.queries.edit_log import EditLogPage
from collectiq_desktop.core.queries.edits import EditLine
from collectiq_desktop.ui import edit_words, text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone


class EditRow(NamedTuple):
    """One field that was changed; a fact without any is one row, too."""

    edit: EditLine
    line: ChangeLine | None
    is_first: bool


def rows_of(page: EditLogPage) -> tuple[EditRow, ...]:
    """The rows of a page, a field each; the reason stands last."""
    return tuple(row for edit in page.rows for row in _rows(edit))


def _rows(edit: EditLine) -> list[EditRow]:
    lines: list[ChangeLine | None] = list(edit.changes)
    if edit.reason:
        lines.append(ChangeLine(What.MASTER, "reason", None, edit.reason))
    return [EditRow(edit, line, n == 0) for n, line in enumerate(lines or [None])]


def _tone(row: EditRow) -> Tone:
    return Tone.INK if row.is_first else Tone.MUTED


def _deed_tone(row: EditRow) -> Tone:
    return Tone.WARN if row.edit.state else _tone(row)


def _field(row: EditRow) -> str:
    return edit_words.field_words(row.line) if row.line is not None else text.NONE


def _before(row: EditRow) -> str:
    return edit_words.old_words(row.line) if row.line is not None else text.NONE


def _after(row: EditRow) -> str:
    return edit_words.new_words(row.line) if row.line is not None else text.NONE


EDIT_COLUMNS: tuple[Column[EditRow], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "When"),
        width=126,
        text_of=lambda row: text.moment(row.edit.told.recorded_at),
        tone_of=_tone,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Who"),
        width=104,
        text_of=lambda row: text.or_none(row.edit.user),
        tone_of=_tone,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Counter"),
        width=104,
        text_of=lambda row: text.or_none(row.edit.told.device),
        tone_of=_tone,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "What"),
        width=206,
        text_of=lambda row: edit_words.deed_words(row.edit),
        tone_of=_deed_tone,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "About"),
        width=0,
        text_of=lambda row: edit_words.about_words(row.edit, row.line),
        tone_of=_tone,
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "Field"), width=136, text_of=_field),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Before"),
        width=120,
        text_of=_before,
        tone_of=lambda _row: Tone.MUTED,
    ),
    Column(title=QT_TRANSLATE_NOOP("Column", "After"), width=140, text_of=_after),
)
