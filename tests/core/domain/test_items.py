from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.items import GstRate, Item, check_item, gst_rate_on

SOAP = Item(
    name="Soap", gst_rates=(GstRate(date(2025, 9, 22), 500), GstRate(date(2017, 7, 1), 1_800))
)
days = st.dates(date(2017, 1, 1), date(2030, 1, 1))


@pytest.mark.parametrize(
    ("on", "rate_bp"),
    [
        (date(2017, 6, 30), 0),
        (date(2017, 7, 1), 1_800),
        (date(2025, 9, 21), 1_800),
        (date(2025, 9, 22), 500),
        (date(2030, 1, 1), 500),
    ],
)
def test_a_rate_holds_from_its_day(on: date, rate_bp: int) -> None:
    assert gst_rate_on(SOAP, on) == rate_bp


@given(st.dictionaries(days, st.integers(0, 10_000), max_size=5), days)
def test_the_latest_rate_not_after_the_day_holds(rates: dict[date, int], on: date) -> None:
    item = Item(name="Soap", gst_rates=tuple(GstRate(*rate) for rate in rates.items()))
    at = on
    while at > date(2016, 12, 31) and at not in rates:
        at -= timedelta(days=1)
    assert gst_rate_on(item, on) == rates.get(at, 0)


def test_a_sound_item_is_let_through() -> None:
    check_item(SOAP)


@pytest.mark.parametrize(
    ("fields", "field", "sentence"),
    [
        ({"name": " "}, "name", "needs a name"),
        ({"name": "Soap", "rate_paise": -1}, "rate", "cannot be negative"),
        (
            {"name": "Soap", "gst_rates": (GstRate(date(2017, 7, 1), 10_001),)},
            "gst_rate",
            "between 0 and 100 percent",
        ),
        (
            {"name": "Soap", "gst_rates": (GstRate(date(2017, 7, 1), -1),)},
            "gst_rate",
            "between 0 and 100 percent",
        ),
    ],
)
def test_an_impossible_item_is_refused(fields: dict[str, Any], field: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence) as caught:
        check_item(Item(**fields))
    assert caught.value.field == field
