"""How sums, days and counts are written on screens, over the rules of the domain.

Digits are Latin and grouping is Indian in every language; an em dash stands
for none, so that an empty cell never has to be read as zero.
"""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.calendar import IST_OFFSET_MS, business_date, format_date
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

NONE = "—"
_MINUTE_MS = 60_000
_MONTHS = (
    QT_TRANSLATE_NOOP("Month", "Jan"),
    QT_TRANSLATE_NOOP("Month", "Feb"),
    QT_TRANSLATE_NOOP("Month", "Mar"),
    QT_TRANSLATE_NOOP("Month", "Apr"),
    QT_TRANSLATE_NOOP("Month", "May"),
    QT_TRANSLATE_NOOP("Month", "Jun"),
    QT_TRANSLATE_NOOP("Month", "Jul"),
    QT_TRANSLATE_NOOP("Month", "Aug"),
    QT_TRANSLATE_NOOP("Month", "Sep"),
    QT_TRANSLATE_NOOP("Month", "Oct"),
    QT_TRANSLATE_NOOP("Month", "Nov"),
    QT_TRANSLATE_NOOP("Month", "Dec"),
)
_WEEKDAYS = (
    QT_TRANSLATE_NOOP("Weekday", "Monday"),
    QT_TRANSLATE_NOOP("Weekday", "Tuesday"),
    QT_TRANSLATE_NOOP("Weekday", "Wednesday"),
    QT_TRANSLATE_NOOP("Weekday", "Thursday"),
    QT_TRANSLATE_NOOP("Weekday", "Friday"),
    QT_TRANSLATE_NOOP("Weekday", "Saturday"),
    QT_TRANSLATE_NOOP("Weekday", "Sunday"),
)


def amount(paise: int | None) -> str:
    """A sum: 12,34,567.50; a dash where there is none."""
    return NONE if paise is None else format_inr(paise)


def amount_or_none(paise: int | None) -> str:
    """A sum, and a dash for nothing too."""
    return format_inr(paise) if paise else NONE


def rupees(paise: int) -> str:
    """A sum that stands alone: ₹ 30,900.00."""
    return f"₹ {format_inr(paise)}"


def with_side(paise: int) -> str:
    """A sum with its side in the user's words: 30,900.00 Dr."""
    if paise == 0:
        return format_inr(0)
    return f"{format_inr(abs(paise))} {side(paise)}"


def side(paise: int) -> str:
    """Which side a balance is on, in the user's words."""
    if paise > 0:
        return QCoreApplication.translate("Amount", "Dr")
    return QCoreApplication.translate("Amount", "Cr") if paise < 0 else ""


def turned(paise: int) -> str:
    """On account as people read it: what they paid ahead is positive."""
    return format_inr(-paise)


def day(on: date | None) -> str:
    """A day: 05-04-2026."""
    return NONE if on is None else format_date(on)


def short_day(on: date, today_on: date) -> str:
    """A day of a timeline: 05 Apr, with its year where it is another."""
    month = _MONTHS[on.month - 1]
    name = QCoreApplication.translate("Month", month)
    brief = f"{on.day:02d} {name}"
    return brief if on.year == today_on.year else f"{brief} {on.year}"


def long_day(on: date) -> str:
    """A day with its weekday: 22 Nov 2026, Sunday."""
    month = QCoreApplication.translate("Month", _MONTHS[on.month - 1])
    weekday = QCoreApplication.translate("Weekday", _WEEKDAYS[on.weekday()])
    return f"{on.day} {month} {on.year}, {weekday}"


def moment(at: int) -> str:
    """An instant in India: 22-11-2026 14:02."""
    return f"{format_date(business_date(at))} {time_of_day(at)}"


def time_of_day(at: int) -> str:
    """The time in India: 14:02."""
    minutes = (at + IST_OFFSET_MS) // _MINUTE_MS % (24 * 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def days(count: int) -> str:
    """A count of days in a column, a dash for none."""
    return str(count) if count else NONE


def or_none(words: str) -> str:
    """Words, or a dash where there are none."""
    return words or NONE
