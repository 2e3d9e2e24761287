"""How sums, days and counts are written on screens, over the rules of the domain.

Digits are Latin and grouping is Indian in every language; an em dash stands
for none, so that an empty cell never has to be read as zero.
"""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from PySide6.QtCore import QCoreApplication

from collectiq_desktop.core.domain.ageing import NOT_DUE
from collectiq_desktop.core.domain.calendar import IST_OFFSET_MS, business_date, format_date
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.saying import Sentence, filled_in
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.daybook import DayBookLine
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
_MODES = {
    "cash": QT_TRANSLATE_NOOP("Mode", "Cash"),
    "upi": QT_TRANSLATE_NOOP("Mode", "UPI"),
    "cheque": QT_TRANSLATE_NOOP("Mode", "Cheque"),
    "bank": QT_TRANSLATE_NOOP("Mode", "Bank"),
    "card": QT_TRANSLATE_NOOP("Mode", "Card"),
    "razorpay": QT_TRANSLATE_NOOP("Mode", "Razorpay"),
}
KINDS = (
    QT_TRANSLATE_NOOP("Kind", "Sales invoice"),
    QT_TRANSLATE_NOOP("Kind", "Receipt"),
    QT_TRANSLATE_NOOP("Kind", "Credit note"),
    QT_TRANSLATE_NOOP("Kind", "Debit note"),
    QT_TRANSLATE_NOOP("Kind", "Journal"),
    QT_TRANSLATE_NOOP("Kind", "Contra"),
    QT_TRANSLATE_NOOP("Kind", "Payment"),
    QT_TRANSLATE_NOOP("Kind", "Opening bill"),
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
_SHORT_WEEKDAYS = (
    QT_TRANSLATE_NOOP("Weekday", "Mon"),
    QT_TRANSLATE_NOOP("Weekday", "Tue"),
    QT_TRANSLATE_NOOP("Weekday", "Wed"),
    QT_TRANSLATE_NOOP("Weekday", "Thu"),
    QT_TRANSLATE_NOOP("Weekday", "Fri"),
    QT_TRANSLATE_NOOP("Weekday", "Sat"),
    QT_TRANSLATE_NOOP("Weekday", "Sun"),
)


def amount(paise: int | None) -> str:
    """A sum: 12,34,567.50; a dash where there is none."""
    return NONE if paise is None else format_inr(paise)


def amount_or_none(paise: int | None) -> str:
    """A sum, and a dash for nothing too."""
    return format_inr(paise) if paise else NONE


def count(things: int) -> str:
    """How many, in Indian grouping: 1,23,456."""
    return format_inr(things * 100).removesuffix(".00")


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


def weekday(number: int) -> str:
    """A day of the week, 0 for Monday: Sunday."""
    return QCoreApplication.translate("Weekday", _WEEKDAYS[number])


def weekdays(numbers: Collection[int]) -> str:
    """Days of the week, 0 for Monday: Mon Thu; a dash for none."""
    words = (_SHORT_WEEKDAYS[number] for number in sorted(numbers))
    return " ".join(QCoreApplication.translate("Weekday", word) for word in words) or NONE


def long_day(on: date) -> str:
    """A day with its weekday: 22 Nov 2026, Sunday."""
    month = QCoreApplication.translate("Month", _MONTHS[on.month - 1])
    return f"{on.day} {month} {on.year}, {weekday(on.weekday())}"


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


def mode(word: str) -> str:
    """How money came, in the user's words."""
    return QCoreApplication.translate("Mode", _MODES[word]) if word in _MODES else or_none(word)


def kind(word: str) -> str:
    """A kind of voucher, by its machine word, in the user's words."""
    return QCoreApplication.translate("Kind", VoucherKind[word.upper()].caption)


def sentence(words: str) -> str:
    """A sentence of a presenter or of the core in the user's language, its values filled in."""
    if not isinstance(words, Sentence):
        return QCoreApplication.translate("Sentence", words)
    template = QCoreApplication.translate("Sentence", words.template)
    values = words.values.items()
    return filled_in(
        template,
        {name: sentence(value) if isinstance(value, Sentence) else value for name, value in values},
    )


def filled(sentence: str, *parts: str) -> str:
    """The sentence with %1, %2 … replaced, all at once, so that no part is searched."""
    pieces = sentence.split("%")
    filled_in = [pieces[0]]
    for piece in pieces[1:]:
        place = piece[:1]
        known = place.isdecimal() and 0 < int(place) <= len(parts)
        filled_in.append(parts[int(place) - 1] + piece[1:] if known else "%" + piece)
    return "".join(filled_in)


def voucher_words(line: DayBookLine) -> str:
    """A voucher in a line of its own: Receipt RA01/26/000377 UPI."""
    said = [kind(line.kind), line.number]
    if line.mode:
        said.append(mode(line.mode))
    if line.is_cancelled:
        said.append(QCoreApplication.translate("Kind", "— cancelled"))
    return " ".join(said)


def bucket(name: str) -> str:
    """A bucket of an ageing in the user's words: Not due, 1–30, over 90."""
    if name == NOT_DUE:
        return QCoreApplication.translate("Ageing", "Not due")
    if name.startswith(">"):
        return filled(QCoreApplication.translate("Ageing", "over %1"), name.removeprefix(">"))
    return name
