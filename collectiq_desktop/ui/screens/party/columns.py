"""The columns of a party's open bills and of its timeline."""

from __future__ import annotations

from collectiq_desktop.core.queries.bills import BillLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.party_words import change_words
from collectiq_desktop.ui.screens.party.call_words import call_paise, call_words
from collectiq_desktop.ui.screens.party.timeline import TimelineLine
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone


def _lateness(bill: BillLine) -> Tone:
    return Tone.BAD if bill.overdue_days else Tone.MUTED


def _validity(line: TimelineLine) -> Tone:
    return Tone.INK if line.voucher is not None and not line.voucher.is_cancelled else Tone.MUTED


def _what(line: TimelineLine) -> str:
    if line.voucher is not None:
        return text.voucher_words(line.voucher)
    if line.call is not None:
        return call_words(line.call)
    change = line.change
    return change_words(change.field, change.before, change.after) if change is not None else ""


def _amount(line: TimelineLine) -> str:
    if line.call is not None:
        return text.amount_or_none(call_paise(line.call))
    return text.amount_or_none(line.voucher.amount_paise if line.voucher is not None else None)


BILL_COLUMNS: tuple[Column[BillLine], ...] = (
    Column(title=QT_TRANSLATE_NOOP("Column", "Bill"), width=0, text_of=lambda bill: bill.number),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Date"),
        width=98,
        text_of=lambda bill: text.day(bill.bill_on),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Due"),
        width=98,
        text_of=lambda bill: text.day(bill.due_on),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Days over"),
        width=84,
        text_of=lambda bill: text.days(bill.overdue_days),
        tone_of=_lateness,
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Amount"),
        width=118,
        text_of=lambda bill: text.amount(bill.amount_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Open"),
        width=118,
        text_of=lambda bill: text.amount(bill.open_paise),
        is_number=True,
    ),
)
TIMELINE_COLUMNS: tuple[Column[TimelineLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "When"),
        width=92,
        text_of=lambda line: text.day(line.on),
        tone_of=_validity,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "What"),
        width=0,
        text_of=_what,
        tone_of=_validity,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Amount"),
        width=112,
        text_of=_amount,
        tone_of=_validity,
        is_number=True,
    ),
)
