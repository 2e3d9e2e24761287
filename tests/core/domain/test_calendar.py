"""The business calendar: IST, financial years, typed dates, credit periods."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.calendar import (
    CreditPeriod,
    FinancialYear,
    PeriodUnit,
    add_months_clamped,
    business_date,
    date_of_ymd,
    financial_year_of,
    format_date,
    parse_credit_period,
    parse_short_date,
    ymd_of,
)
from collectiq_desktop.core.domain.errors import BadInput

TODAY = date(2026, 11, 22)
DATES = st.dates(date(1900, 1, 1), date(2199, 12, 31))


def _ms(instant: str) -> int:
    return round(datetime.fromisoformat(instant + "+00:00").timestamp()) * 1000


def test_the_day_turns_at_midnight_in_india() -> None:
    assert business_date(_ms("2026-03-31T18:29:59") + 999) == date(2026, 3, 31)
    assert business_date(_ms("2026-03-31T18:30:00")) == date(2026, 4, 1)
    assert business_date(0) == date(1970, 1, 1)
    assert business_date(-(6 * 3_600_000)) == date(1969, 12, 31)


@given(st.integers(0, 4_102_444_800_000))
def test_business_date_is_the_utc_date_five_and_a_half_hours_on(now_at: int) -> None:
    instant = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(milliseconds=now_at)
    assert business_date(now_at) == (instant + timedelta(hours=5, minutes=30)).date()


@pytest.mark.parametrize(
    ("on", "label", "short"),
    [
        (date(2026, 3, 31), "2025-26", "25-26"),
        (date(2026, 4, 1), "2026-27", "26-27"),
        (date(2000, 1, 1), "1999-00", "99-00"),
        (date(2009, 12, 31), "2009-10", "09-10"),
    ],
)
def test_financial_year_labels(on: date, label: str, short: str) -> None:
    year = financial_year_of(on)
    assert (year.label, year.short_label) == (label, short)


@given(DATES)
def test_a_date_lies_in_its_financial_year_and_in_no_other(on: date) -> None:
    year = financial_year_of(on)
    assert on in year
    assert on not in FinancialYear(year.start_year + 1)
    assert on not in FinancialYear(year.start_year - 1)
    assert year.last_on + timedelta(days=1) == FinancialYear(year.start_year + 1).first_on


@pytest.mark.parametrize(
    ("text", "on"),
    [
        ("5", date(2026, 11, 5)),
        ("05", date(2026, 11, 5)),
        ("5-4", date(2026, 4, 5)),
        ("5-3", date(2027, 3, 5)),
        ("31/3", date(2027, 3, 31)),
        ("1-Apr", date(2026, 4, 1)),
        ("5-4-26", date(2026, 4, 5)),
        ("5-3-26", date(2026, 3, 5)),
        ("5/4/2026", date(2026, 4, 5)),
        ("5.4.26", date(2026, 4, 5)),
        ("5 4 26", date(2026, 4, 5)),
        (" 5 - 4 - 26 ", date(2026, 4, 5)),
        ("1-Apr-26", date(2026, 4, 1)),
        ("1 april 2026", date(2026, 4, 1)),
        ("1-SEPT-26", date(2026, 9, 1)),
        ("1-Sep.-26", date(2026, 9, 1)),
        ("2026-04-05", date(2026, 4, 5)),
        ("2026/4/5", date(2026, 4, 5)),
        ("29-2-28", date(2028, 2, 29)),
        ("1-4-98", date(1998, 4, 1)),
        ("१-४-२६", date(2026, 4, 1)),
    ],
)
def test_dates_as_typed_into_tally(text: str, on: date) -> None:
    assert parse_short_date(text, today_on=TODAY) == on


def test_a_short_date_before_april_belongs_to_the_year_begun_last_april() -> None:
    assert parse_short_date("5-4", today_on=date(2026, 3, 31)) == date(2025, 4, 5)
    assert parse_short_date("5-1", today_on=date(2026, 3, 31)) == date(2026, 1, 5)
    assert parse_short_date("5-4", today_on=date(2026, 4, 1)) == date(2026, 4, 5)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "^Type day-month-year"),
        ("abc", "is not a date"),
        ("31", "no day 31 in November 2026: it has 30 days"),
        ("0", "no day 0"),
        ("29-2-26", "no day 29 in February 2026: it has 28 days"),
        ("29-2-2100", "it has 28 days"),
        ("5-13", "no month 13"),
        ("5-0-26", "no month 0"),
        ("5-ju-26", "is not a date"),
        ("5-xyz-26", "“xyz” is not a month"),
        ("5-4-3", "is not a date"),
        ("5-4-126", "is not a date"),
        ("5-4-0026", "cannot be the year"),
        ("2026-13-01", "no month 13"),
        ("20260405", "is not a date"),
        ("5-4-26 10:00", "is not a date"),
        ("x" * 500, "is not a date"),
    ],
)
def test_an_impossible_date_is_refused_with_its_reason(text: str, reason: str) -> None:
    with pytest.raises(BadInput, match=reason) as caught:
        parse_short_date(text, today_on=TODAY, field="date")
    assert caught.value.field == "date"


@given(st.text(max_size=20), DATES)
def test_any_text_is_a_date_or_refused(text: str, today: date) -> None:
    try:
        on = parse_short_date(text, today_on=today)
    except BadInput:
        return
    assert 1900 <= on.year <= 2200


@given(DATES, DATES)
def test_a_printed_date_is_read_back_whatever_the_day(on: date, today: date) -> None:
    assert parse_short_date(format_date(on), today_on=today) == on
    assert parse_short_date(on.isoformat(), today_on=today) == on


def test_dates_are_printed_day_first() -> None:
    assert format_date(date(2026, 4, 5)) == "05-04-2026"


@given(st.dates(), st.dates())
def test_ymd_keeps_date_and_order(first: date, second: date) -> None:
    assert date_of_ymd(ymd_of(first)) == first
    assert (ymd_of(first) < ymd_of(second)) == (first < second)


@pytest.mark.parametrize("ymd", [0, -1, 20260231, 20261301, 2026, 202604051])
def test_ymd_that_is_no_date(ymd: int) -> None:
    with pytest.raises(BadInput, match="is not a date"):
        date_of_ymd(ymd)


def test_months_are_clamped() -> None:
    assert add_months_clamped(date(2026, 1, 31), 1) == date(2026, 2, 28)
    assert add_months_clamped(date(2028, 1, 31), 1) == date(2028, 2, 29)
    assert add_months_clamped(date(2026, 11, 30), 3) == date(2027, 2, 28)
    assert add_months_clamped(date(2026, 3, 31), -1) == date(2026, 2, 28)
    assert add_months_clamped(date(2026, 12, 15), 0) == date(2026, 12, 15)


@given(DATES, st.integers(-240, 240))
def test_months_move_the_month_and_keep_the_day_if_they_can(on: date, months: int) -> None:
    moved = add_months_clamped(on, months)
    assert (moved.year - on.year) * 12 + moved.month - on.month == months
    assert moved.day == on.day or (moved + timedelta(days=1)).day == 1


@pytest.mark.parametrize(
    ("text", "count", "unit", "due_on"),
    [
        ("60 Days", 60, PeriodUnit.DAYS, date(2026, 4, 1)),
        ("1 Day", 1, PeriodUnit.DAYS, date(2026, 2, 1)),
        ("45", 45, PeriodUnit.DAYS, date(2026, 3, 17)),
        ("0 days", 0, PeriodUnit.DAYS, date(2026, 1, 31)),
        ("30D", 30, PeriodUnit.DAYS, date(2026, 3, 2)),
        ("2 Weeks", 2, PeriodUnit.WEEKS, date(2026, 2, 14)),
        ("1 Months", 1, PeriodUnit.MONTHS, date(2026, 2, 28)),
        (" 3  month ", 3, PeriodUnit.MONTHS, date(2026, 4, 30)),
        ("1 Year", 1, PeriodUnit.YEARS, date(2027, 1, 31)),
    ],
)
def test_credit_periods(text: str, count: int, unit: PeriodUnit, due_on: date) -> None:
    period = parse_credit_period(text)
    assert period == CreditPeriod(count, unit)
    assert period.due_on(date(2026, 1, 31)) == due_on
    assert parse_credit_period(str(period)) == period


@pytest.mark.parametrize(
    "text", ["", "Days", "30 Moons", "-5 Days", "1.5 Months", "9999 Weeks", "99999", "5 6"]
)
def test_what_is_no_credit_period(text: str) -> None:
    with pytest.raises(BadInput):
        parse_credit_period(text)


def test_the_longest_period_at_the_end_of_the_calendar() -> None:
    assert parse_credit_period("9999 Days").count == 9_999
    for text in ("9999 Days", "100 Weeks", "300 Months", "27 Years"):
        assert parse_credit_period(text).due_on(date(9999, 12, 1)) == date.max
