from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collectiq_desktop.core.domain.accounts import Nature
from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.queries.accounts import (
    AccountKey,
    AccountLedger,
    AccountLine,
    Chart,
    TrialBalance,
)
from collectiq_desktop.core.queries.outstanding import Outstanding
from tests.core.queries.drawn_books import FIRST_ON, Move, books_of, days, moves
from tests.plain_books import PlainBooks


@settings(max_examples=30)
@given(drawn=moves, as_of_on=days, limit=st.integers(1, 4))
def test_it_closes_and_the_debtors_are_the_outstanding(
    drawn: list[Move], as_of_on: date, limit: int
) -> None:
    with books_of(drawn) as plain:
        sheet = plain.ask(TrialBalance(as_of_on=as_of_on))
        owed = plain.ask(Outstanding(as_of_on=as_of_on))
        for row in sheet.rows:
            if row.account_code != "debtors":
                lines = _paged(plain, row.account_code, (FIRST_ON, max(FIRST_ON, as_of_on)), limit)
                assert lines[-1].balance_paise == row.debit_paise - row.credit_paise
    assert sheet.difference_paise == 0
    debtors = [r.debit_paise - r.credit_paise for r in sheet.rows if r.account_code == "debtors"]
    assert sum(debtors) == owed.total_paise
    assert len(debtors) <= 1
    assert all(row.debit_paise == 0 or row.credit_paise == 0 for row in sheet.rows)


def _paged(
    plain: PlainBooks, account_code: str, period: tuple[date, date], limit: int
) -> list[AccountLine]:
    lines: list[AccountLine] = []
    after: AccountKey | None = None
    while True:
        page = plain.ask(
            AccountLedger(
                account_code=account_code,
                from_on=period[0],
                to_on=period[1],
                after=after,
                limit=limit,
            )
        )
        assert page.opening_paise == (lines[-1].balance_paise if lines else 0)
        lines += page.lines
        after = page.after
        if after is None:
            return lines


def test_accounts_by_nature(plain_books: PlainBooks) -> None:
    """
    opening  O/1  2026-04-01  Asha Stores  100.00
    invoice  S/1  2026-04-02  Asha Stores  900.00
    receipt  R/1  2026-04-03  Asha Stores  400.00  discount 5.00
    contra   K/1  2026-04-04  150.00
    """
    sheet = plain_books.ask(TrialBalance())
    assert [(r.account, r.debit_paise, r.credit_paise) for r in sheet.rows] == [
        ("Sundry Debtors", 595_00, 0),
        ("Cash", 250_00, 0),
        ("Bank", 150_00, 0),
        ("Sales", 0, 900_00),
        ("Discount allowed", 5_00, 0),
        ("Opening balances", 0, 100_00),
    ]
    assert sheet.debit_paise == sheet.credit_paise == 1_000_00
    early = plain_books.ask(TrialBalance(as_of_on=date(2026, 4, 1)))
    assert [row.account for row in early.rows] == ["Sundry Debtors", "Opening balances"]


def test_the_cash_book(plain_books: PlainBooks) -> None:
    """
    receipt  R/1  2026-03-31  Asha Stores  100.00
    receipt  R/2  2026-04-02  Asha Stores  400.00  note at the counter
    receipt  R/3  2026-04-02  Asha Stores   70.00  upi
    contra   K/1  2026-04-04  150.00
    """
    page = plain_books.ask(AccountLedger(account_code="cash"))
    assert (page.account, page.opening_paise, page.after) == ("Cash", 100_00, None)
    assert [
        (x.kind, x.party, x.debit_paise, x.credit_paise, x.balance_paise) for x in page.lines
    ] == [
        ("receipt", "Asha Stores", 400_00, 0, 500_00),
        ("contra", "", 0, 150_00, 350_00),
    ]
    assert page.lines[0].narration == "at the counter"
    with pytest.raises(NotFound, match="petty"):
        plain_books.ask(AccountLedger(account_code="petty"))
    with pytest.raises(BadInput, match="party by party"):
        plain_books.ask(AccountLedger(account_code="debtors"))


def test_the_chart_lists_every_head(plain_books: PlainBooks) -> None:
    chart = plain_books.ask(Chart())
    assert [line.account for line in chart] == sorted(line.account for line in chart)
    assert {line.account_code: line.nature for line in chart}["tds"] is Nature.ASSET
