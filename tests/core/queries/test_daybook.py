from __future__ import annotations

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.daybook import DayBook, DayBookKey, DayBookLine
from tests.core.queries.drawn_books import FIRST_ON, Move, books_of, days, moves
from tests.plain_books import PlainBooks


def _downward(plain: PlainBooks, limit: int, **wanted: object) -> list[DayBookLine]:
    rows: list[DayBookLine] = []
    after: DayBookKey | None = None
    while True:
        page = plain.ask(DayBook(after=after, limit=limit, **wanted))  # type: ignore[arg-type]
        assert (page.before is None) == (not rows)
        rows += page.rows
        after = page.after
        if after is None:
            return rows


def _upward(plain: PlainBooks, limit: int, **wanted: object) -> list[DayBookLine]:
    page = plain.ask(DayBook(is_from_end=True, limit=limit, **wanted))  # type: ignore[arg-type]
    assert page.after is None
    rows = list(page.rows)
    while page.before is not None:
        page = plain.ask(DayBook(before=page.before, limit=limit, **wanted))  # type: ignore[arg-type]
        assert page.after is not None
        rows = [*page.rows, *rows]
    return rows


@settings(max_examples=25)
@given(drawn=moves, limit=st.integers(1, 5), from_on=days, to_on=days)
def test_pages_both_ways_are_the_whole(
    drawn: list[Move], limit: int, from_on: date, to_on: date
) -> None:
    with books_of(drawn) as plain:
        wanted: list[dict[str, object]] = [
            {},
            {"from_on": from_on, "to_on": to_on},
            {"kind": VoucherKind.RECEIPT},
        ]
        wanted += [{"party_id": party_id} for party_id in plain.parties.values()]
        for each in wanted:
            whole = plain.ask(DayBook(limit=1_000, **each))  # type: ignore[arg-type]
            rows = list(whole.rows)
            assert (whole.before, whole.after) == (None, None)
            assert _downward(plain, limit, **each) == rows
            assert _upward(plain, limit, **each) == rows
        everything = plain.ask(DayBook(limit=1_000)).rows
        assert len(everything) == len(drawn)
        assert [row.on for row in everything] == sorted(move.on for move in drawn)
        by_party = [plain.ask(DayBook(party_id=p)).rows for p in plain.parties.values()]
        assert sum(map(len, by_party)) == len(drawn)


def test_a_cancelled_voucher_is_shown_without_its_amount(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  1,000.00  ref PO 7
    receipt  R/1  2026-04-02  Asha Stores    400.00  upi  note at the counter
    contra   K/1  2026-04-03  300.00
    cancel   S/1  wrong rate
    """
    first, second, third = plain_books.ask(DayBook()).rows
    assert (first.is_cancelled, first.amount_paise, first.reference) == (True, 0, "PO 7")
    assert (second.kind, second.amount_paise, second.mode) == ("receipt", 400_00, "upi")
    assert (second.party, second.narration) == ("Asha Stores", "at the counter")
    assert (third.kind, third.party, third.party_code) == ("contra", "", "")
    asha = DayBook(party_id=plain_books.parties["Asha Stores"])
    assert plain_books.ask(asha).rows == (first, second)


def test_kind_party_and_days_together(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  1,000.00
    receipt  R/1  2026-04-02  Asha Stores    100.00
    receipt  R/2  2026-04-03  Asha Stores    200.00
    receipt  R/3  2026-04-03  Bina Stores    300.00
    receipt  R/4  2026-04-04  Asha Stores    400.00
    cancel   R/2  twice
    """
    ask = DayBook(
        party_id=plain_books.parties["Asha Stores"],
        kind=VoucherKind.RECEIPT,
        from_on=date(2026, 4, 2),
        to_on=date(2026, 4, 3),
    )
    rows = plain_books.ask(ask).rows
    assert [(row.amount_paise, row.is_cancelled) for row in rows] == [(100_00, False), (0, True)]


def test_nothing_is_a_page_too(plain_books: PlainBooks) -> None:
    page = plain_books.ask(DayBook(to_on=FIRST_ON, is_from_end=True))
    assert (page.rows, page.before, page.after) == ((), None, None)
