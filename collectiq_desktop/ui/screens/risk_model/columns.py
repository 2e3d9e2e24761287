"""The columns of what was learned, task by task."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.risk import TaskLearned
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone

_TASKS = {
    "risk": QT_TRANSLATE_NOOP("Model", "Will a party be long overdue?"),
    "unpaid": QT_TRANSLATE_NOOP("Model", "Will an open bill stay unpaid?"),
    "late": QT_TRANSLATE_NOOP("Model", "Will a new bill be late?"),
}
_REASONS = {
    "": QT_TRANSLATE_NOOP("Model", "yes, it is used"),
    "small": QT_TRANSLATE_NOOP("Model", "no: too little is decided"),
    "untried": QT_TRANSLATE_NOOP("Model", "no: too little to try it on"),
    "no_better": QT_TRANSLATE_NOOP("Model", "no: it was no better"),
    "drifted": QT_TRANSLATE_NOOP("Model", "no: it no longer holds"),
}


def _task_words(task: TaskLearned) -> str:
    return QCoreApplication.translate("Model", _TASKS.get(task.task.partition("_")[0], task.task))


def _reason_words(task: TaskLearned) -> str:
    return QCoreApplication.translate("Model", _REASONS.get(task.reason, task.reason))


def _loss(loss: int, task: TaskLearned) -> str:
    """How far off chances were on average, as a mean square; the smaller the better."""
    return f"{loss / 1_000_000:.3f}" if task.held_out_count else text.NONE


TASK_COLUMNS: tuple[Column[TaskLearned], ...] = (
    Column(title=QT_TRANSLATE_NOOP("Column", "Question"), width=212, text_of=_task_words),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Learned"),
        width=0,
        text_of=_reason_words,
        tone_of=lambda task: Tone.INK if task.reason else Tone.GOOD,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Decided"),
        width=68,
        text_of=lambda task: text.count(task.decided_count),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Went late"),
        width=76,
        text_of=lambda task: text.count(task.late_count),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Error"),
        width=56,
        text_of=lambda task: _loss(task.model_loss, task),
        is_number=True,
        is_bold=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "of habits"),
        width=74,
        text_of=lambda task: _loss(task.curves_loss, task),
        tone_of=lambda _task: Tone.MUTED,
        is_number=True,
    ),
)
