"""The business calendar: IST, the financial year, dates as Tally takes them.

Pure functions of dates handed in; nothing here asks what day it is. Ageing
is in `ageing`, the law's limitation periods are not here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Final

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.numerals import plain_numerals
from collectiq_desktop.core.domain.saying import say

IST_OFFSET_MS: Final = (5 * 60 + 30) * 60_000
"""India Standard Time is UTC+05:30 all year."""

_DAY_MS = 86_400_000
_EPOCH_ORDINAL = date(1970, 1, 1).toordinal()
_APRIL = 4
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def business_date(now_at: int) -> date:
    """The date in India at an instant.

    Dates: now_at is UTC milliseconds; India has no summer time.
    """
    return date.fromordinal(_EPOCH_ORDINAL + (now_at + IST_OFFSET_MS) // _DAY_MS)


def begins_at(on: date) -> int:
    """The instant at which a day begins in India, in UTC milliseconds."""
    return (on.toordinal() - _EPOCH_ORDINAL) * _DAY_MS - IST_OFFSET_MS


# Financial year -------------------------------------------------------------


@dataclass(frozen=True, slots=True, order=True)
class FinancialYear:
    """A financial year, 1 April to 31 March, known by the year it starts in."""

    start_year: int

    @property
    def label(self) -> str:
        """The year as written in full: 2026-27."""
        return f"{self.start_year}-{(self.start_year + 1) % 100:02d}"

    @property
    def short_label(self) -> str:
        """The year as written in numbers of bills: 26-27."""
        return f"{self.start_year % 100:02d}-{(self.start_year + 1) % 100:02d}"

    @property
    def first_on(self) -> date:
        """Its first day, 1 April."""
        return date(self.start_year, 4, 1)

    @property
    def last_on(self) -> date:
        """Its last day, 31 March."""
        return date(self.start_year + 1, 3, 31)

    def __contains__(self, on: date) -> bool:
        return self.first_on <= on <= self.last_on


def financial_year_of(on: date) -> FinancialYear:
    """The financial year that a date lies in."""
    return FinancialYear(on.year if on.month >= _APRIL else on.year - 1)


# Dates in tables ------------------------------------------------------------


@lru_cache(maxsize=8_192)
def ymd_of(on: date) -> int:
    """The date as the number yyyymmdd, which sorts as dates do."""
    return on.year * 10_000 + on.month * 100 + on.day


def date_of_ymd(ymd: int) -> date:
    """The date behind a number yyyymmdd.

    Raises:
        BadInput: there is no such date.
    """
    try:
        return date(ymd // 10_000, ymd // 100 % 100, ymd % 100)
    except ValueError:
        message = say("{ymd} is not a date. Eight digits are needed: year, month, day.", ymd=ymd)
        raise BadInput(message) from None


# Dates on screen and paper --------------------------------------------------


def format_date(on: date) -> str:
    """The date as it is printed: 05-04-2026."""
    return f"{on.day:02d}-{on.month:02d}-{on.year:04d}"


_FIRST_YEAR, _LAST_YEAR = 1900, 2199
_PIVOT = 70
_BETWEEN = r"(?:\s*[-/.,]\s*|\s+)"
_SHORT_DATE = re.compile(
    rf"(?P<day>\d{{1,2}})(?:{_BETWEEN}(?P<month>\d{{1,2}}|[a-z]{{3,9}}\.?)"
    rf"(?:{_BETWEEN}(?P<year>\d{{4}}|\d{{2}}))?)?",
    re.IGNORECASE | re.ASCII,
)
_ISO_DATE = re.compile(r"(?P<year>\d{4})[-/](?P<month>\d{1,2})[-/](?P<day>\d{1,2})", re.ASCII)


def parse_short_date(text: str, *, today_on: date, field: str | None = None) -> date:
    """The date typed as Tally takes it, completed from today.

    Dates: `5` is the 5th of the current month, `5-4` 5 April of the current
        financial year; `5-4-26`, `5/4/2026`, `5.4.26`, `1-Apr-26` and
        2026-04-05 are complete. Years 70-99 are 19xx, others 20xx.

    Raises:
        BadInput: it is no date, or the month has no such day; says which.
    Source: domain.md §7, date entry.
    """
    plain = plain_numerals(text)
    match = _SHORT_DATE.fullmatch(plain) or _ISO_DATE.fullmatch(plain)
    if match is None:
        message = say("Type day-month-year, for example 5-4-2026, or only the day.")
        if plain:
            message = say("“{text}” is not a date. {example}", text=plain[:40], example=message)
        raise BadInput(message, field=field)
    day, month_text, year_text = int(match["day"]), match["month"], match["year"]
    month = _month_of(month_text, field) if month_text else today_on.month
    if year_text:
        year = _year_of(year_text, field)
    elif month_text:
        year = financial_year_of(today_on).start_year + (month < _APRIL)
    else:
        year = today_on.year
    return _checked_date(year, month, day, field)


def _month_of(text: str, field: str | None) -> int:
    """The month's number from its number or its English name."""
    if text.isdigit():
        if 1 <= int(text) <= len(_MONTHS):
            return int(text)
        message = say("There is no month {text}. Months go from 1 to 12.", text=text)
        raise BadInput(message, field=field)
    name = text.rstrip(".").lower()
    for number, month in enumerate(_MONTHS, start=1):
        if month.lower().startswith(name) or (name, number) == ("sept", 9):
            return number
    message = say("“{text}” is not a month. Use its number, or its name as in Apr.", text=text)
    raise BadInput(message, field=field)


def _year_of(text: str, field: str | None) -> int:
    """The year in full from two or four digits."""
    year = int(text)
    if len(text) == len("26"):
        return year + (1900 if year >= _PIVOT else 2000)
    if _FIRST_YEAR <= year <= _LAST_YEAR:
        return year
    message = say(
        "{text} cannot be the year. Years go from {first} to {last}.",
        text=text,
        first=_FIRST_YEAR,
        last=_LAST_YEAR,
    )
    raise BadInput(message, field=field)


def _checked_date(year: int, month: int, day: int, field: str | None) -> date:
    """The date, when its month has that day."""
    length = _days_in(year, month)
    if 1 <= day <= length:
        return date(year, month, day)
    name = f"{_MONTHS[month - 1]} {year}"
    message = say(
        "There is no day {day} in {name}: it has {length} days.", day=day, name=name, length=length
    )
    raise BadInput(message, field=field)


# Credit periods -------------------------------------------------------------


def _days_in(year: int, month: int) -> int:
    """The number of days of a month."""
    if month == 2:
        is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
        return 29 if is_leap else 28
    return 30 if month in {4, 6, 9, 11} else 31


def add_months_clamped(on: date, months: int) -> date:
    """The date so many months on; a day the month lacks becomes its last.

    Dates: 31 January and one month is 28 or 29 February.
    """
    count = on.year * 12 + on.month - 1 + months
    year, month = count // 12, count % 12 + 1
    return date(year, month, min(on.day, _days_in(year, month)))


class PeriodUnit(StrEnum):
    """What a credit period is counted in, by Tally's words."""

    DAYS = "Days"
    WEEKS = "Weeks"
    MONTHS = "Months"
    YEARS = "Years"


_DAYS_IN_UNIT = {
    PeriodUnit.DAYS: 1,
    PeriodUnit.WEEKS: 7,
    PeriodUnit.MONTHS: 30,
    PeriodUnit.YEARS: 365,
}
MAX_CREDIT_DAYS: Final = 9_999
"""The longest credit period; Tally empties a longer one without a word."""

_PERIOD = re.compile(r"(?P<count>\d{1,4})\s*(?P<unit>[a-z]*)\.?", re.IGNORECASE | re.ASCII)


@dataclass(frozen=True, slots=True)
class CreditPeriod:
    """How long a bill may stay open, counted from its date."""

    count: int
    unit: PeriodUnit = PeriodUnit.DAYS

    def __post_init__(self) -> None:
        assert 0 <= self.count * _DAYS_IN_UNIT[self.unit] <= MAX_CREDIT_DAYS

    def __str__(self) -> str:
        return f"{self.count} {self.unit.value}"

    def due_on(self, bill_on: date) -> date:
        """The last day on which the bill is not overdue.

        Dates: bill date plus the period; months and years clamp to the
            month's last day. A bill near the year 9999 is due on its last day.
        """
        try:
            if self.unit in {PeriodUnit.DAYS, PeriodUnit.WEEKS}:
                return bill_on + timedelta(days=self.count * _DAYS_IN_UNIT[self.unit])
            months = 12 if self.unit is PeriodUnit.YEARS else 1
            return add_months_clamped(bill_on, self.count * months)
        except (OverflowError, ValueError):
            return date.max


def parse_credit_period(text: str, *, field: str | None = None) -> CreditPeriod:
    """The credit period as Tally writes it: 60 Days, 2 Weeks, 1 Months, 45.

    Raises:
        BadInput: it is no period, or longer than 9,999 days.
    Source: domain.md §1.3, BILLCREDITPERIOD.
    """
    plain = plain_numerals(text)
    match = _PERIOD.fullmatch(plain)
    unit = _unit_of(match["unit"]) if match else None
    if match is None or unit is None:
        message = say(
            "“{text}” is not a credit period. Type for example 30 Days or 2 Weeks.",
            text=plain[:40],
        )
        raise BadInput(message, field=field)
    count = int(match["count"])
    if count * _DAYS_IN_UNIT[unit] > MAX_CREDIT_DAYS:
        message = say(
            "{text} is too long. A credit period has at most {most} days.",
            text=plain,
            most=MAX_CREDIT_DAYS,
        )
        raise BadInput(message, field=field)
    return CreditPeriod(count, unit)


def _unit_of(word: str) -> PeriodUnit | None:
    """The unit that a word, its singular or its first letter names."""
    if not word:
        return PeriodUnit.DAYS
    for unit in PeriodUnit:
        name = unit.value.lower()
        if word.lower() in {name, name.removesuffix("s"), name[0]}:
            return unit
    return None
