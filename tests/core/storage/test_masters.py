from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import select

from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.items import GstRate, Item
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.masters import (
    add_account,
    count_code,
    fields_of,
    master_of,
    pack,
    plain_of,
    unpack,
)
from collectiq_desktop.core.storage.writer import Writer
from tests.plain_books import fresh_books

words = st.text(max_size=8)
parties = st.builds(
    Party,
    name=words,
    code=words,
    phones=st.lists(words, max_size=2).map(tuple),
    credit_days=st.integers(0, 99),
    is_bill_wise=st.booleans(),
    tags=st.lists(words, max_size=2).map(tuple),
)
rates = st.builds(GstRate, st.dates(date(2017, 1, 1), date(2030, 1, 1)), st.integers(0, 10_000))
items = st.builds(
    Item, name=words, rate_paise=st.integers(0, 99), gst_rates=st.lists(rates).map(tuple)
)
firms = st.builds(Firm, name=words, phones=st.lists(words, max_size=2).map(tuple), vpa=words)


@given(st.one_of(parties, items, firms))
def test_a_master_is_what_its_fields_say(master: Any) -> None:
    said = fields_of(master)
    assert master_of(type(master), said) == master
    assert master_of(type(master), unpack(pack(said))) == master
    assert master_of(type(master), plain_of(master)) == master
    blank = type(master).__dataclass_fields__
    assert all(getattr(master, name) != blank[name].default for name in said)


@given(parties)
def test_fields_of_a_newer_program_are_skipped(party: Party) -> None:
    assert master_of(Party, {**fields_of(party), "aura": "blue"}) == party


@given(st.dictionaries(words, st.integers(), max_size=5))
def test_equal_fields_pack_to_equal_bytes(fields: dict[str, int]) -> None:
    small = {name: value % 1_000 for name, value in fields.items()}
    assert pack(small) == pack(dict(reversed(small.items())))


@pytest.mark.parametrize(
    ("code", "counted"),
    [
        ("A01-12", {"A01-": 12}),
        ("A01-007", {"A01-": 7}),
        ("X-Y-3", {"X-Y-": 3}),
        ("A01-", {}),
        ("-5", {}),
        ("A01-x", {}),
        ("A01-²", {}),
        ("A01-12345678", {}),
        ("plain", {}),
        ("", {}),
    ],
)
def test_only_codes_of_a_series_are_counted(
    tmp_path: Path, code: str, counted: dict[str, int]
) -> None:
    plain = fresh_books(tmp_path)
    with plain.books._database.write() as conn:
        writer = Writer(conn)
        count_code(writer, code)
        writer.flush()
        rows = conn.execute(select(tables.counter)).all()
    assert {row.prefix: row.last_number for row in rows} == counted


def test_an_account_that_is_there_stays_as_it_is(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    column = tables.account.c
    with plain.books._database.write() as conn:
        writer = Writer(conn)
        for name in ("Freight", "Other"):
            add_account(writer, ("xf", name, "income", ""), None)
        writer.flush()
        names = conn.execute(select(column.name).where(column.account_code == "xf")).scalars().all()
    assert names == ["Freight"]
