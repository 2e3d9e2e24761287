"""The books as of a day, against the vouchers themselves and against snapshots."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from hypothesis import given, settings
from sqlalchemy import select

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.queries.as_of import (
    EVERYONE,
    PartyFilter,
    among,
    balance_on,
    conditions_of,
    is_past,
    open_bills_on,
    open_now,
    open_on,
)
from collectiq_desktop.core.queries.outstanding import Outstanding, OutstandingSheet
from collectiq_desktop.core.storage import tables
from tests.core.queries.drawn_books import (
    FIRST_ON,
    LAST_DAY,
    PARTIES,
    Move,
    balance_of,
    books_of,
    days,
    moves,
)
from tests.plain_books import PlainBooks

_EVER_ON = FIRST_ON + timedelta(days=LAST_DAY + 10)


def _rows(plain: PlainBooks, found: Any) -> list[tuple[Any, ...]]:
    with plain.books.reading() as conn:
        return sorted(tuple(row) for row in conn.execute(select(found)))


@settings(max_examples=25)
@given(drawn=moves, as_of_on=days)
def test_bills_and_on_account_make_up_every_balance(drawn: list[Move], as_of_on: date) -> None:
    with books_of(drawn) as plain:
        sheet = plain.ask(Outstanding(as_of_on=as_of_on))
    found = {party.party: party for party in sheet.parties}
    for place, name in enumerate(PARTIES):
        expected = balance_of(drawn, place, as_of_on)
        if name not in found:
            assert expected == 0
            continue
        party = found[name]
        assert party.balance_paise == expected
        assert sum(b.open_paise for b in party.bills) + party.on_account_paise == expected
        assert all(bill.open_paise * bill.amount_paise > 0 for bill in party.bills)
    assert sheet.total_paise == sum(party.balance_paise for party in sheet.parties)


@settings(max_examples=25)
@given(drawn=moves)
def test_a_past_day_after_everything_is_today(drawn: list[Move]) -> None:
    with books_of(drawn) as plain:
        assert _rows(plain, open_on(ymd_of(_EVER_ON))) == _rows(plain, open_now())
        sheet = plain.ask(Outstanding())
        with plain.books.reading() as conn:
            assert not is_past(conn, _EVER_ON)
            standings = conn.execute(select(tables.standing)).all()
        in_all = sum(row.balance_paise for row in standings)
        assert sheet.total_paise == in_all
        rests = sum(party.on_account_paise for party in sheet.parties)
        assert rests == sum(row.on_account_paise for row in standings)


def _plain(sheet: OutstandingSheet) -> Sequence[tuple[Any, ...]]:
    return [(p.party, p.balance_paise, p.on_account_paise, p.bills) for p in sheet.parties]


def _entered_in_order(drawn: list[Move]) -> list[Move]:
    """The moves by date, without those that claim what is not there yet."""
    ordered = sorted((m for m in drawn if not m.is_cancelled), key=lambda move: move.day)
    kept: list[Move] = []
    for move in ordered:
        bills = [m for m in kept if m.kind in {"bill", "advance"} and m.party == move.party]
        if move.kind in {"lower", "raise"} and not bills:
            continue
        kept.append(replace(move, target=move.target % max(1, len(bills))))
    return kept


@settings(max_examples=25)
@given(drawn=moves, as_of_on=days)
def test_a_past_day_looks_as_it_looked_on_that_day(drawn: list[Move], as_of_on: date) -> None:
    entered = _entered_in_order(drawn)
    then = [move for move in entered if move.on <= as_of_on]
    with books_of(entered) as plain:
        now_found = plain.ask(Outstanding(as_of_on=as_of_on))
    with books_of(then) as plain:
        plain.clock.set_today(as_of_on)
        then_found = plain.ask(Outstanding())
    assert _plain(now_found) == _plain(then_found)


def test_a_bill_paid_later_is_open_on_the_day(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  10,000.00  due 30 days
    receipt  R/1  2026-05-10  Asha Stores   4,000.00
    receipt  R/2  2026-06-10  Asha Stores   6,000.00
    """
    for on, open_paise in (
        (date(2026, 3, 31), []),
        (date(2026, 5, 9), [10_000_00]),
        (date(2026, 5, 10), [6_000_00]),
        (date(2026, 6, 10), []),
    ):
        with plain_books.books.reading() as conn:
            found = open_bills_on(conn, on)
            rows = conn.execute(select(found.c.open_paise)).scalars().all()
        assert rows == open_paise, on


def test_a_sign_never_turns(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  1,000.00
    receipt  R/1  2026-04-10  Asha Stores  1,000.00
    journal  J/1  2026-06-01  Asha Stores  1,000.00  account bank  against S/1 1,000.00
    receipt  R/2  2026-05-01  Asha Stores  1,000.00
    """
    sheet = plain_books.ask(Outstanding(as_of_on=date(2026, 5, 15)))
    (asha,) = sheet.parties
    assert (asha.balance_paise, asha.on_account_paise, asha.bills) == (-1_000_00, -1_000_00, ())


def test_only_the_parties_asked_for(plain_books: PlainBooks) -> None:
    """
    party    Asha Stores  beat North
    party    Bina Stores  beat South
    invoice  S/1  2026-04-01  Asha Stores  1,000.00
    invoice  S/2  2026-04-02  Bina Stores  2,000.00
    receipt  R/1  2026-05-02  Bina Stores  2,000.00
    """
    north = PartyFilter(beat="North")
    bina = PartyFilter(party_ids=(PartyId(plain_books.parties["Bina Stores"]),))
    nobody = PartyFilter(beat="West")
    assert EVERYONE.is_everyone
    assert not north.is_everyone
    for wanted, names in ((north, ["Asha Stores"]), (bina, ["Bina Stores"]), (nobody, [])):
        sheet = plain_books.ask(Outstanding(as_of_on=date(2026, 4, 30), parties=wanted))
        assert [party.party for party in sheet.parties] == names
        assert [len(party.bills) for party in sheet.parties] == [1] * len(names)
        with plain_books.books.reading() as conn:
            rows = select(tables.party.c.name).where(*conditions_of(wanted))
            assert list(conn.execute(rows).scalars()) == names
            lines = select(tables.party_line).where(*among(tables.party_line.c.party_row, wanted))
            assert bool(conn.execute(lines).all()) == bool(names)


def test_balances_as_of_a_day(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  1,000.00
    receipt  R/1  2026-05-02  Asha Stores    300.00
    """
    with plain_books.books.reading() as conn:
        for on, balance in ((date(2026, 5, 1), 1_000_00), (date(2026, 5, 2), 700_00)):
            sums = select(balance_on(ymd_of(on) if is_past(conn, on) else None)).select_from(
                tables.standing
            )
            assert conn.execute(sums).scalar_one() == balance
