from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collectiq_desktop.core.domain.allocation import Allocation
from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.statement import Statement, StatementLine
from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.core.queries.statements import (
    PartyStatement,
    StatementLines,
    numbers_text,
    particulars_of,
)
from collectiq_desktop.core.services.set_off import SetOff
from tests.core.queries.drawn_books import PARTIES, Move, balance_of, books_of, days, moves
from tests.plain_books import PlainBooks


def _statement(plain: PlainBooks, party: str, **wanted: object) -> Statement:
    return plain.ask(PartyStatement(party_id=plain.parties[party], **wanted))  # type: ignore[arg-type]


def test_three_receipts_on_a_bill_are_all_listed(plain_books: PlainBooks) -> None:
    """
    party    Asha Stores  code AS
    invoice  S/1  2026-04-01  Asha Stores  1,000.00  due 30 days  ref PO 7
    receipt  R/1  2026-05-20  Asha Stores    100.00  upi  ref UTR9
    receipt  R/2  2026-05-21  Asha Stores    200.00
    receipt  R/3  2026-05-22  Asha Stores    300.00  note from his brother
    """
    statement = _statement(plain_books, "Asha Stores")
    bill = statement.bills[0].number
    assert [(x.kind, x.particulars, x.balance_paise) for x in statement.lines] == [
        ("sales_invoice", "PO 7", 1_000_00),
        ("receipt", f"UTR9 · {bill}", 900_00),
        ("receipt", bill, 700_00),
        ("receipt", f"{bill} · from his brother", 400_00),
    ]
    assert (statement.from_on, statement.to_on) == (date(2026, 4, 1), date(2026, 11, 22))
    assert (statement.opening_paise, statement.closing_paise) == (0, 400_00)
    assert statement.overdue_paise == 400_00
    assert statement.is_tied_out
    assert statement.firm.state == "Gujarat (24)"
    assert (statement.party.name, statement.party.code) == ("Asha Stores", "AS")
    assert [(b.label, b.open_paise) for b in statement.ageing if b.open_paise] == [(">120", 400_00)]


def test_a_set_off_is_one_line_on_every_page(plain_books: PlainBooks) -> None:
    """
    receipt  R/1  2026-04-01  Asha Stores  1,000.00  advance
    invoice  S/1  2026-04-02  Asha Stores    400.00
    invoice  S/2  2026-04-02  Asha Stores    600.00
    """
    plain = plain_books
    party_id = plain.parties["Asha Stores"]
    bills = [bill for bill in plain.ask(OpenBills(party_id=party_id)) if bill.open_paise > 0]
    for bill in bills:
        setting = SetOff(
            voucher_id=VoucherId(plain.ids.mint()),
            party_id=party_id,
            allocations=(Allocation(bill.key, bill.open_paise),),
        )
        plain.run(setting)
    whole = _statement(plain, "Asha Stores")
    assert [(x.debit_paise, x.credit_paise, x.balance_paise) for x in whole.lines[-2:]] == [
        (400_00, 400_00, 0),
        (600_00, 600_00, 0),
    ]
    assert whole.is_tied_out
    for limit in range(1, 8):
        period = (whole.from_on, whole.to_on)
        assert _paged(plain, "Asha Stores", period, limit) == whole.lines


def test_opening_is_what_was_owed_the_day_before(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-03-31  Asha Stores  1,000.00
    invoice  S/2  2026-04-01  Asha Stores  2,000.00
    receipt  R/1  2026-04-02  Asha Stores    500.00
    """
    statement = _statement(plain_books, "Asha Stores", to_on=date(2026, 4, 1))
    assert (statement.opening_paise, statement.closing_paise) == (1_000_00, 3_000_00)
    assert len(statement.lines) == 1
    assert [bill.open_paise for bill in statement.bills] == [1_000_00, 2_000_00]
    assert statement.is_tied_out


def test_outstanding_form_has_the_bills_and_no_lines(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  1,000.00
    receipt  R/1  2026-04-02  Asha Stores    400.00  on account
    """
    statement = _statement(plain_books, "Asha Stores", form="outstanding", made_text="now")
    assert statement.lines == ()
    assert (statement.closing_paise, statement.on_account_paise) == (600_00, -400_00)
    assert statement.bills_paise == 1_000_00
    assert statement.made_text == "now"


def test_a_period_that_ends_before_it_begins(plain_books: PlainBooks) -> None:
    """
    party  Asha Stores
    """
    with pytest.raises(BadInput, match="before it begins"):
        _statement(plain_books, "Asha Stores", from_on=date(2026, 12, 1))
    with pytest.raises(NotFound):
        plain_books.ask(PartyStatement(party_id=PartyId(bytes(16))))


def test_particulars_stay_short() -> None:
    assert particulars_of(None, None, None) == ""
    assert particulars_of("A", "1, 2", "by  tempo") == "A · 1, 2 · by tempo"
    assert particulars_of("4217", "1", "cheque 4217") == "1 · cheque 4217"
    assert numbers_text("1") == "1"
    assert numbers_text("123") == "1, 2, 3"
    assert numbers_text("12345") == "1, 2, 3 +2"
    long = particulars_of("", "", "word  " * 40)
    assert len(long) == 60
    assert long.endswith("…")


@settings(max_examples=30)
@given(drawn=moves, from_on=days, to_on=days, limit=st.integers(1, 5))
def test_pages_together_are_the_whole_and_close_at_the_balance(
    drawn: list[Move], from_on: date, to_on: date, limit: int
) -> None:
    from_on, to_on = min(from_on, to_on), max(from_on, to_on)
    with books_of(drawn) as plain:
        for place, name in enumerate(PARTIES):
            whole = _statement(plain, name, from_on=from_on, to_on=to_on)
            assert _paged(plain, name, (from_on, to_on), limit) == whole.lines
            assert whole.closing_paise == balance_of(drawn, place, to_on)
            sums = whole.debit_paise - whole.credit_paise
            assert whole.opening_paise + sums == whole.closing_paise
            assert whole.is_tied_out
            brief = _statement(plain, name, from_on=from_on, to_on=to_on, form="outstanding")
            assert brief.closing_paise == whole.closing_paise
            assert brief.bills == whole.bills


def _paged(
    plain: PlainBooks, name: str, period: tuple[date, date], limit: int
) -> tuple[StatementLine, ...]:
    lines: list[StatementLine] = []
    after = None
    while True:
        page = plain.ask(
            StatementLines(
                party_id=plain.parties[name],
                from_on=period[0],
                to_on=period[1],
                after=after,
                limit=limit,
            )
        )
        if lines:
            assert page.opening_paise == lines[-1].balance_paise
        lines += page.lines
        after = page.after
        if after is None:
            return tuple(lines)
