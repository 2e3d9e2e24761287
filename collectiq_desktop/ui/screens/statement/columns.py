"""The columns of both forms of the statement."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.statement import StatementBill, StatementLine
from collectiq_desktop.ui import text
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.tables.columns import Column
from collectiq_desktop.ui.theme import Tone


def _moved_tone(paise: int) -> Tone:
    return Tone.INK if paise else Tone.MUTED


def _bill_name(bill: StatementBill) -> str:
    if bill.open_paise >= 0:
        return text.or_none(bill.number)
    return f"{text.or_none(bill.number)} {QCoreApplication.translate('BillsPanel', '(advance)')}"


LINE_COLUMNS: tuple[Column[StatementLine], ...] = (
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Date"),
        width=96,
        text_of=lambda line: text.day(line.on),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Voucher"),
        width=118,
        text_of=lambda line: text.kind(line.kind),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Number"),
        width=146,
        text_of=lambda line: text.or_none(line.number),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Particulars"),
        width=0,
        text_of=lambda line: text.or_none(line.particulars),
        tone_of=lambda _line: Tone.MUTED,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Debit"),
        width=134,
        text_of=lambda line: text.amount_or_none(line.debit_paise),
        tone_of=lambda line: _moved_tone(line.debit_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Credit"),
        width=134,
        text_of=lambda line: text.amount_or_none(line.credit_paise),
        tone_of=lambda line: _moved_tone(line.credit_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Balance"),
        width=156,
        text_of=lambda line: text.with_side(line.balance_paise),
        is_number=True,
        is_bold=True,
    ),
)
BILL_COLUMNS: tuple[Column[StatementBill], ...] = (
    Column(title=QT_TRANSLATE_NOOP("Column", "Bill"), width=0, text_of=_bill_name),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Date"),
        width=110,
        text_of=lambda bill: text.day(bill.bill_on),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Due"),
        width=110,
        text_of=lambda bill: text.day(bill.due_on),
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Age, days"),
        width=96,
        text_of=lambda bill: str(bill.age_days),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Days over"),
        width=96,
        text_of=lambda bill: text.days(bill.overdue_days),
        tone_of=lambda bill: Tone.BAD if bill.overdue_days else Tone.MUTED,
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Amount"),
        width=150,
        text_of=lambda bill: text.amount(bill.amount_paise),
        is_number=True,
    ),
    Column(
        title=QT_TRANSLATE_NOOP("Column", "Open"),
        width=150,
        text_of=lambda bill: text.amount(bill.open_paise),
        is_number=True,
        is_bold=True,
    ),
)
