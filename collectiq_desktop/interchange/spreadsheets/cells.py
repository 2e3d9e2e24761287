"""What a single cell says: an amount, a date, a number, a name.

Sheets bring one thing in many spellings, and Excel changes some behind the
clerk's back. Whatever cannot be read raises `CellTrouble` with a sentence.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import NamedTuple

from collectiq_desktop.core.domain.calendar import IST_OFFSET_MS, parse_credit_period
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import MAX_PAISE, parse_inr
from collectiq_desktop.core.domain.saying import NOTHING, Sentence, say
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.spreadsheets.grid import Cell
from collectiq_desktop.interchange.spreadsheets.mapping import DateOrder

_DAY_ONE = dt.date(1899, 12, 30)
_SERIAL_DAYS = range(20_000, 80_000)
_PIVOT = 70
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_TIME = r"(?:[ T]+(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*([AaPp][Mm])?)?"
_THREE_NUMBERS = re.compile(r"(\d{1,4})[-/. ](\d{1,2})[-/. ](\d{1,4})" + _TIME, re.ASCII)
_NAMED_MONTH = re.compile(r"(\d{1,2})[-/. ]([A-Za-z]{3,9})[-/., ]+(\d{4}|\d{2})" + _TIME, re.ASCII)
_MONTH_FIRST = re.compile(r"([A-Za-z]{3,9})[ .]+(\d{1,2}),?[ ]+(\d{4})" + _TIME, re.ASCII)
_EIGHT_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})", re.ASCII)
_WHOLE_FLOAT = re.compile(r"(\d+)\.0+", re.ASCII)
_EXCEL_DATE = re.compile(r"(\d{1,2})-([A-Za-z]{3})", re.ASCII)
_MS_OF_DAY = 86_400_000
_EPOCH_DAY = dt.date(1970, 1, 1).toordinal()


class CellTrouble(Exception):
    """A cell cannot be read; the sentence says why."""

    def __init__(self, finding: Finding, reason: Sentence) -> None:
        super().__init__(reason)
        self.finding = finding
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Amount:
    """Paise as written; `is_rounded` when the cell held more than paise."""

    paise: int
    is_rounded: bool = False


def text_of(cell: Cell) -> str:
    """The cell as text: whole numbers without a point, dates day first."""
    if isinstance(cell, Decimal):
        return f"{cell:f}".removesuffix(".0")
    if isinstance(cell, dt.date):
        return f"{cell:%d-%m-%Y}"
    whole = _WHOLE_FLOAT.fullmatch(cell)
    return whole[1] if whole else cell


def amount_of(cell: Cell) -> Amount:
    """An amount, debit positive where the cell itself says Dr or Cr.

    Money: text must be exact; a number of Excel is rounded half-up to paise.
    """
    if isinstance(cell, Decimal):
        paise = (cell * 100).to_integral_value(ROUND_HALF_UP)
        if abs(paise) > MAX_PAISE:
            raise CellTrouble(
                Finding.BAD_AMOUNT, say("“{cell}” is too large for an amount.", cell=cell)
            )
        return Amount(int(paise), is_rounded=paise != cell * 100)
    if isinstance(cell, dt.date):
        reason = say("There is a date ({cell}) where an amount should be.", cell=f"{cell:%d-%m-%Y}")
        raise CellTrouble(Finding.BAD_AMOUNT, reason)
    try:
        return Amount(parse_inr(cell))
    except BadInput as problem:
        raise CellTrouble(Finding.BAD_AMOUNT, problem.message) from problem


class Moment(NamedTuple):
    """A wall clock in India: the date and the second of the day."""

    on: dt.date
    second: int = 0

    @property
    def instant(self) -> int:
        """The moment as UTC milliseconds."""
        days = self.on.toordinal() - _EPOCH_DAY
        return days * _MS_OF_DAY + self.second * 1000 - IST_OFFSET_MS


def date_of(cell: Cell, order: DateOrder) -> dt.date:
    """A date; three bare numbers are read in the mapping's order."""
    return moment_of(cell, order).on


def moment_of(cell: Cell, order: DateOrder) -> Moment:
    """A date with its time of day, midnight where none is written."""
    if isinstance(cell, dt.datetime):
        return Moment(cell.date(), cell.hour * 3600 + cell.minute * 60 + cell.second)
    if isinstance(cell, dt.date):
        return Moment(cell)
    if isinstance(cell, Decimal):
        return _serial(cell)
    try:
        return _parsed(cell, order)
    except ValueError as problem:
        pattern = {"dmy": "day-month-year", "mdy": "month-day-year", "ymd": "year-month-day"}
        reason = say(
            "“{cell}” is not a date in the order {pattern}.",
            cell=cell,
            pattern=pattern[order.value],
        )
        raise CellTrouble(Finding.BAD_DATE, reason) from problem


def _serial(cell: Decimal) -> Moment:
    """Excel's day number; its fraction is the time of day."""
    if int(cell) not in _SERIAL_DAYS:
        raise CellTrouble(Finding.BAD_DATE, say("“{cell}” is not a date.", cell=cell))
    seconds = int((cell % 1 * 86_400).to_integral_value())
    return Moment(_DAY_ONE + dt.timedelta(days=int(cell)), seconds)


def _parsed(text: str, order: DateOrder) -> Moment:
    text = text.strip()
    if match := _THREE_NUMBERS.fullmatch(text):
        return _moment(_ordered(match[1], match[2], match[3], order), match.groups()[3:])
    if match := _NAMED_MONTH.fullmatch(text):
        return _moment((match[3], _month(match[2]), match[1]), match.groups()[3:])
    if match := _MONTH_FIRST.fullmatch(text):
        return _moment((match[3], _month(match[1]), match[2]), match.groups()[3:])
    if match := _EIGHT_DIGITS.fullmatch(text):
        return _moment((match[1], match[2], match[3]), ())
    if text.isascii() and text.isdigit() and int(text) in _SERIAL_DAYS:
        return _serial(Decimal(text))
    raise ValueError(text)


def _ordered(one: str, two: str, three: str, order: DateOrder) -> tuple[str, str, str]:
    if len(one) == 4 or order is DateOrder.YMD:
        return one, two, three
    return (three, one, two) if order is DateOrder.MDY else (three, two, one)


def _month(name: str) -> str:
    return str(_MONTHS.index(name[:3].lower()) + 1)


def _moment(parts: tuple[str, str, str], time: tuple[str | None, ...]) -> Moment:
    year = int(parts[0])
    if len(parts[0]) <= 2:
        year += 1900 if year >= _PIVOT else 2000
    elif len(parts[0]) != 4:
        raise ValueError(parts[0])
    hour, minute, second, half = (*time, None, None, None, None)[:4]
    hours = int(hour or 0)
    if half:
        hours = hours % 12 + (12 if half.lower() == "pm" else 0)
    if hours > 23 or int(minute or 0) > 59 or int(second or 0) > 59:
        raise ValueError(hour)
    on = dt.date(year, int(parts[1]), int(parts[2]))
    return Moment(on, hours * 3600 + int(minute or 0) * 60 + int(second or 0))


def days_of(cell: Cell) -> int:
    """A count of days, bare or as a credit period."""
    text = text_of(cell).strip()
    try:
        if text.lstrip("-").isdigit():
            return int(text)
        period = parse_credit_period(text)
    except (BadInput, ValueError) as problem:
        reason = say("“{text}” is not a number of days.", text=text)
        raise CellTrouble(Finding.BAD_CREDIT_PERIOD, reason) from problem
    return (period.due_on(_DAY_ONE) - _DAY_ONE).days


@dataclass(frozen=True, slots=True)
class DocumentNumber:
    """A document's number; `doubt` says what Excel may have done to it."""

    text: str
    doubt: Sentence = NOTHING


def number_of(cell: Cell, width: int | None = None) -> DocumentNumber:
    """A document number; what Excel made of it is undone as far as possible."""
    if isinstance(cell, dt.date):
        text = f"{cell.day}-{cell.month}"
        doubt = say(
            "Excel has turned this bill number into the date {cell}; it is taken as “{text}”. "
            "Compare it with the bill, and keep the column as text.",
            cell=f"{cell:%d-%m-%Y}",
            text=text,
        )
        return DocumentNumber(text, doubt)
    text = text_of(cell)
    shrunk = _EXCEL_DATE.fullmatch(text)
    if shrunk and shrunk[2].lower() in _MONTHS:
        restored = f"{int(shrunk[1])}-{_month(shrunk[2])}"
        doubt = say(
            "“{text}” looks like a bill number that Excel turned into a date; it is taken as "
            "“{restored}”. Compare it with the bill, and keep the column as text.",
            text=text,
            restored=restored,
        )
        return DocumentNumber(restored, doubt)
    return DocumentNumber(text.zfill(width) if width and text.isdigit() else text)
