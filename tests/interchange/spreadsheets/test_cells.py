from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.interchange.spreadsheets.cells import (
    CellTrouble,
    amount_of,
    date_of,
    days_of,
    moment_of,
    number_of,
    text_of,
)
from collectiq_desktop.interchange.spreadsheets.grid import Cell
from collectiq_desktop.interchange.spreadsheets.mapping import DateOrder

APRIL_5 = dt.date(2026, 4, 5)


@pytest.mark.parametrize(
    ("cell", "paise"),
    [
        ("1,00,000.00", 10_000_000),
        ("12,500.00 Cr", -1_250_000),
        ("(1,234.00)", -123_400),
        ("₹ 55.94", 5_594),
        (Decimal("55.94"), 5_594),
        (Decimal(-12), -1_200),
    ],
)
def test_amounts(cell: Cell, paise: int) -> None:
    amount = amount_of(cell)
    assert (amount.paise, amount.is_rounded) == (paise, False)


def test_a_number_finer_than_paise_is_rounded_half_up_and_said() -> None:
    amount = amount_of(Decimal("10.125"))
    assert (amount.paise, amount.is_rounded) == (1_013, True)


@pytest.mark.parametrize("cell", ["ten", "1.2.3", "10.125", APRIL_5, Decimal("1e20")])
def test_what_is_no_amount(cell: Cell) -> None:
    with pytest.raises(CellTrouble) as trouble:
        amount_of(cell)
    assert trouble.value.finding.value == "bad_amount"


@pytest.mark.parametrize(
    ("cell", "order"),
    [
        ("05-04-26", DateOrder.DMY),
        ("5/4/2026", DateOrder.DMY),
        ("5.4.2026", DateOrder.DMY),
        ("4/5/2026", DateOrder.MDY),
        ("26-4-5", DateOrder.YMD),
        ("2026-04-05", DateOrder.DMY),
        ("2026-04-05", DateOrder.MDY),
        ("20260405", DateOrder.DMY),
        ("5-Apr-26", DateOrder.MDY),
        ("05 April 2026", DateOrder.DMY),
        ("Apr 5, 2026", DateOrder.DMY),
        ("46117", DateOrder.DMY),
        (Decimal("46117.5"), DateOrder.DMY),
        (APRIL_5, DateOrder.DMY),
        (dt.datetime.combine(APRIL_5, dt.time(23, 59)), DateOrder.DMY),
        ("05-04-2026 23:59", DateOrder.DMY),
    ],
)
def test_dates(cell: Cell, order: DateOrder) -> None:
    assert date_of(cell, order) == APRIL_5


@pytest.mark.parametrize(
    "cell", ["", "soon", "31-02-2026", "13/31/2026", "5-4-026", "5-4-2026 25:00", Decimal(12)]
)
def test_what_is_no_date(cell: Cell) -> None:
    with pytest.raises(CellTrouble, match="not a date"):
        date_of(cell, DateOrder.DMY)


def test_a_wall_clock_is_indian() -> None:
    moment = moment_of("26-04-2011 11:50", DateOrder.DMY)
    assert moment.instant == 1_303_798_800_000
    assert moment_of("26-04-2011 11:50 PM", DateOrder.DMY).second == 23 * 3600 + 50 * 60
    assert moment_of(Decimal("46117.5"), DateOrder.DMY).second == 12 * 3600


@pytest.mark.parametrize(
    ("cell", "text"),
    [("SW/26-27/0001", "SW/26-27/0001"), ("0042", "0042"), ("101.0", "101"), (Decimal(101), "101")],
)
def test_document_numbers(cell: Cell, text: str) -> None:
    number = number_of(cell)
    assert (number.text, number.doubt) == (text, "")


@pytest.mark.parametrize(("cell", "text"), [(dt.date(2026, 2, 1), "1-2"), ("1-Feb", "1-2")])
def test_numbers_that_excel_turned_into_dates(cell: Cell, text: str) -> None:
    number = number_of(cell)
    assert number.text == text
    assert "Excel" in number.doubt


def test_lost_leading_zeros_come_back_by_width() -> None:
    assert number_of("611365", 10).text == "0000611365"
    assert number_of("A-12", 10).text == "A-12"


@pytest.mark.parametrize(
    ("cell", "days"), [("30", 30), (Decimal(45), 45), ("60 Days", 60), ("2 Weeks", 14), ("-3", -3)]
)
def test_days(cell: Cell, days: int) -> None:
    assert days_of(cell) == days


def test_what_is_no_number_of_days() -> None:
    with pytest.raises(CellTrouble, match="“soon” is not a number of days"):
        days_of("soon")


@given(st.dates(min_value=dt.date(1970, 1, 1), max_value=dt.date(2069, 12, 31)))
def test_every_date_comes_back_in_every_spelling(on: dt.date) -> None:
    for spelling in ("%d-%m-%y", "%d/%m/%Y", "%d-%b-%y", "%Y-%m-%d", "%d.%m.%Y 10:30"):
        assert date_of(on.strftime(spelling), DateOrder.DMY) == on
    assert date_of(on.strftime("%m/%d/%Y"), DateOrder.MDY) == on


@given(st.text(max_size=30))
def test_any_text_is_read_or_refused(text: str) -> None:
    refused = 0
    for read in (amount_of, lambda cell: date_of(cell, DateOrder.DMY), days_of):
        try:
            read(text)
        except CellTrouble as trouble:
            refused += bool(trouble.reason)
    assert refused <= 3
    assert isinstance(text_of(text), str)
