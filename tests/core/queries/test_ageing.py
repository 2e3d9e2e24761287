from __future__ import annotations

from datetime import date
from typing import Literal

from hypothesis import given, settings
from hypothesis import strategies as st

from collectiq_desktop.core.domain.ageing import Slabs, ageing_of
from collectiq_desktop.core.queries.ageing import Ageing
from collectiq_desktop.core.queries.as_of import PartyFilter
from collectiq_desktop.core.queries.outstanding import Outstanding
from tests.core.queries.drawn_books import Move, books_of, days, moves
from tests.plain_books import PlainBooks

slabs_drawn = st.sets(st.integers(1, 120), min_size=1, max_size=5).map(
    lambda limits: Slabs(tuple(sorted(limits)))
)
bases = st.sampled_from(("due", "bill"))


@settings(max_examples=40)
@given(drawn=moves, as_of_on=days, slabs=slabs_drawn, basis=bases)
def test_buckets_are_the_open_bills_and_with_on_account_the_outstanding(
    drawn: list[Move], as_of_on: date, slabs: Slabs, basis: Literal["due", "bill"]
) -> None:
    with books_of(drawn) as plain:
        sheet = plain.ask(Ageing(as_of_on=as_of_on, slabs=slabs, basis=basis))
        owed = plain.ask(Outstanding(as_of_on=as_of_on))
    assert [row.party_id for row in sheet.rows] == [party.party_id for party in owed.parties]
    for row, party in zip(sheet.rows, owed.parties, strict=True):
        by_domain = ageing_of(party.bills, slabs, basis=basis, as_of_on=as_of_on)
        assert row.buckets_paise == by_domain.buckets_paise
        assert row.on_account_paise == party.on_account_paise
        assert row.total_paise == sum(row.buckets_paise) + row.on_account_paise
        assert row.total_paise == party.balance_paise
    assert sheet.labels == slabs.labels(basis)
    assert len(sheet.buckets_paise) == len(sheet.labels)
    assert sum(sheet.buckets_paise) + sheet.on_account_paise == sheet.total_paise
    assert sheet.total_paise == owed.total_paise


def test_the_edges_of_the_slabs(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-10-23  Asha Stores    1.00
    invoice  S/2  2026-10-24  Asha Stores   10.00
    invoice  S/3  2026-11-21  Asha Stores  100.00
    invoice  S/4  2026-11-22  Asha Stores  1,000.00
    """
    by_due = plain_books.ask(Ageing(as_of_on=date(2026, 11, 22), slabs=Slabs((29, 30))))
    assert by_due.labels == ("Not due", "1–29", "30", ">30")
    assert by_due.rows[0].buckets_paise == (1_000_00, 110_00, 1_00, 0)
    by_bill = plain_books.ask(Ageing(basis="bill", slabs=Slabs((28, 29))))
    assert by_bill.labels == ("0–28", "29", ">29")
    assert by_bill.rows[0].buckets_paise == (1_100_00, 10_00, 1_00)


def test_an_advance_stands_in_the_bucket_of_its_own_age(plain_books: PlainBooks) -> None:
    """
    opening  ADV/1  2026-10-01  Om Distributors  -500.00
    receipt  R/1    2026-11-01  Om Distributors    40.00  on account
    """
    sheet = plain_books.ask(Ageing())
    (om,) = sheet.rows
    assert om.buckets_paise == (0, 0, -500_00, 0, 0, 0)
    assert (om.on_account_paise, om.total_paise) == (-40_00, -540_00)
    assert (sheet.on_account_paise, sheet.total_paise) == (-40_00, -540_00)


def test_a_beat_alone(plain_books: PlainBooks) -> None:
    """
    party    Asha Stores  beat North
    party    Bina Stores  beat South
    invoice  S/1  2026-04-01  Asha Stores  1,000.00
    invoice  S/2  2026-04-02  Bina Stores  2,000.00
    """
    sheet = plain_books.ask(Ageing(parties=PartyFilter(beat="South")))
    assert [row.party for row in sheet.rows] == ["Bina Stores"]
    assert sheet.total_paise == 2_000_00


def test_slabs_that_reach_before_the_calendar(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  1,000.00
    """
    sheet = plain_books.ask(Ageing(as_of_on=date(1, 1, 5), slabs=Slabs((3, 30, 9_999))))
    assert sheet.rows == ()
    assert sheet.buckets_paise == (0,) * 5
