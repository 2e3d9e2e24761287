"""Tally's spelling of amounts, dates and credit periods.

Money comes out debit positive, the other way round from the file. What cannot
be read raises `ValueError`; the caller knows where it stood and says so.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from collectiq_desktop.core.domain.calendar import (
    MAX_CREDIT_DAYS,
    PeriodUnit,
    parse_credit_period,
)
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.money import MAX_PAISE, parse_inr

_PLAIN_AMOUNT = re.compile(r"(-?)(\d{1,15})(?:\.(\d{1,2})0*)?", re.ASCII)
_TRAILING_ZEROS = re.compile(r"(\.\d\d)0+(?=\D*\Z)", re.ASCII)
_LONG_DATE = re.compile(r"(\d{1,2})[-/. ]([A-Za-z]{3})[a-z]*[-/. ](\d{2}|\d{4})", re.ASCII)
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_DAY_ZERO = date(1899, 12, 31)
_DAYS_IN_UNIT = {
    PeriodUnit.DAYS: 1,
    PeriodUnit.WEEKS: 7,
    PeriodUnit.MONTHS: 30,
    PeriodUnit.YEARS: 365,
}
_JD_RANGE = range(18_000, 80_000)


def money_of(text: str) -> int:
    """Paise, debit positive, from Tally's debit-negative amount.

    Forms: `-52500.00`, `₹ 57956.00`, `20,00,000.00`, `$ 10 @ ₹ 80/$ = ₹ 800.00`,
    `1,200.00 Dr`. More than two decimals are accepted when they are zeros.
    """
    text = text.rpartition("=")[2].strip()
    plain = _PLAIN_AMOUNT.fullmatch(text)
    if plain is not None:
        paise = int(plain[2]) * 100 + int((plain[3] or "").ljust(2, "0"))
        if paise > MAX_PAISE:
            raise ValueError(text)
        return paise if plain[1] else -paise
    try:
        paise = parse_inr(_TRAILING_ZEROS.sub(r"\1", text))
    except BadInput as problem:
        raise ValueError(text) from problem
    has_side = text[-2:].casefold() in {"dr", "cr"}
    return paise if has_side else -paise


def date_of(text: str) -> date:
    """The date behind `20260405` or `5-Apr-26`."""
    if len(text) == 8 and text.isdecimal():
        return date(int(text[:4]), int(text[4:6]), int(text[6:]))
    named = _LONG_DATE.fullmatch(text.strip())
    if named is None or named[2].lower() not in _MONTHS:
        raise ValueError(text)
    year, month = int(named[3]), _MONTHS.index(named[2].lower()) + 1
    return date(year + 2000 if year < 100 else year, month, int(named[1]))


def optional_date(text: str) -> date | None:
    """The date if there is one that can be read, else None."""
    try:
        return date_of(text) if text else None
    except ValueError:
        return None


def day_of_jd(text: str) -> date | None:
    """The date of Tally's day number (days since 31 December 1899)."""
    if not text.isdecimal() or int(text) not in _JD_RANGE:
        return None
    return _DAY_ZERO + timedelta(days=int(text))


def due_on_of(text: str, from_on: date) -> date:
    """The due date: a credit period after a date, or the date it spells."""
    text = text.strip()
    if not text:
        return from_on
    try:
        return parse_credit_period(text).due_on(from_on)
    except BadInput:
        return date_of(text)


def days_of_period(text: str) -> int | None:
    """A credit period in days, a month counted as thirty; None when empty."""
    if not text.strip():
        return None
    try:
        period = parse_credit_period(text)
    except BadInput as problem:
        raise ValueError(text) from problem
    return min(period.count * _DAYS_IN_UNIT[period.unit], MAX_CREDIT_DAYS)
