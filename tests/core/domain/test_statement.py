from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.papers import FirmOnPaper, PartyOnPaper
from collectiq_desktop.core.domain.statement import (
    Statement,
    StatementBill,
    StatementLine,
    StatementRow,
    running,
)

_ON = date(2026, 11, 22)
_paise = st.integers(min_value=-(10**13), max_value=10**13)


def _rows(amounts_paise: list[int]) -> list[StatementRow]:
    return [
        (n, _ON + timedelta(days=n), "journal", f"J/{n}", "", paise)
        for n, paise in enumerate(amounts_paise)
    ]


def _bill(open_paise: int) -> StatementBill:
    return StatementBill(
        number="S/1",
        bill_on=_ON,
        due_on=_ON,
        amount_paise=open_paise,
        open_paise=open_paise,
        overdue_days=0,
        age_days=0,
    )


def _statement(
    *,
    closing_paise: int,
    open_paise: int = 0,
    on_account_paise: int = 0,
    overdue_paise: int = 0,
) -> Statement:
    return Statement(
        firm=FirmOnPaper(name="Plain Firm"),
        party=PartyOnPaper(name="Asha Stores"),
        from_on=_ON,
        to_on=_ON,
        opening_paise=0,
        lines=running(0, _rows([closing_paise])),
        closing_paise=closing_paise,
        bills=(_bill(open_paise),) if open_paise else (),
        on_account_paise=on_account_paise,
        overdue_paise=overdue_paise,
    )


def test_a_debit_and_a_credit_stand_in_their_columns() -> None:
    rows = _rows([10_000_00, -4_000_00])
    assert running(500_00, rows) == (
        StatementLine(_ON, "journal", "J/0", "", 10_000_00, 0, 10_500_00),
        StatementLine(_ON + timedelta(days=1), "journal", "J/1", "", 0, 4_000_00, 6_500_00),
    )


def test_a_voucher_that_debits_and_credits_the_party_is_one_line() -> None:
    rows = [
        (7, _ON, "journal", "J/7", "S/1", 500_00),
        (7, _ON, "journal", "J/7", "S/1", -500_00),
        (8, _ON, "receipt", "R/1", "", -100_00),
    ]
    assert running(1_000_00, rows) == (
        StatementLine(_ON, "journal", "J/7", "S/1", 500_00, 500_00, 1_000_00),
        StatementLine(_ON, "receipt", "R/1", "", 0, 100_00, 900_00),
    )


def test_a_charge_beside_a_bounced_cheque_keeps_its_line() -> None:
    rows = [
        (7, _ON, "journal", "J/7", "", 2_500_00),
        (7, _ON, "journal", "J/7", "", 250_00),
    ]
    assert [line.debit_paise for line in running(0, rows)] == [2_500_00, 250_00]


@given(amounts_paise=st.lists(_paise.filter(bool), max_size=12), of=st.lists(st.integers(0, 2)))
def test_lines_of_whole_vouchers_move_the_same(amounts_paise: list[int], of: list[int]) -> None:
    marks = sorted(of[: len(amounts_paise)])
    rows = [
        (mark, _ON, "journal", "", "", paise)
        for mark, paise in zip(marks, amounts_paise, strict=False)
    ]
    lines = running(0, rows)
    moved = [(row[-1] > 0, abs(row[-1])) for row in rows]
    assert sum(line.debit_paise for line in lines) == sum(p for is_debit, p in moved if is_debit)
    assert sum(line.credit_paise for line in lines) == sum(
        p for is_debit, p in moved if not is_debit
    )
    assert (lines[-1].balance_paise if lines else 0) == sum(row[-1] for row in rows)


def test_no_rows_give_no_lines() -> None:
    assert running(500_00, []) == ()


@given(opening_paise=_paise, amounts_paise=st.lists(_paise, min_size=1, max_size=40))
def test_the_last_balance_is_the_opening_and_all_amounts(
    opening_paise: int, amounts_paise: list[int]
) -> None:
    lines = running(opening_paise, _rows(amounts_paise))
    assert lines[-1].balance_paise == opening_paise + sum(amounts_paise)
    moved_paise = sum(line.debit_paise - line.credit_paise for line in lines)
    assert moved_paise == sum(amounts_paise)
    assert all(min(line.debit_paise, line.credit_paise) == 0 for line in lines)
    assert all(max(line.debit_paise, line.credit_paise) >= 0 for line in lines)


@given(opening_paise=_paise, amounts_paise=st.lists(_paise, max_size=20), cut=st.integers(0, 20))
def test_pages_of_a_statement_join_into_the_whole(
    opening_paise: int, amounts_paise: list[int], cut: int
) -> None:
    rows = _rows(amounts_paise)
    head = running(opening_paise, rows[:cut])
    carried_paise = head[-1].balance_paise if head else opening_paise
    assert head + running(carried_paise, rows[cut:]) == running(opening_paise, rows)


def test_closing_is_bills_and_on_account() -> None:
    whole = _statement(closing_paise=25_900_00, open_paise=30_900_00, on_account_paise=-5_000_00)
    assert whole.is_tied_out
    assert whole.bills_paise == 30_900_00
    off = replace(whole, on_account_paise=-5_000_01)
    assert not off.is_tied_out
    assert off.difference_paise == 1


def test_sums_of_debits_and_credits() -> None:
    whole = replace(
        _statement(closing_paise=0), lines=running(0, _rows([7_00, -3_00, 2_00, -6_00]))
    )
    assert (whole.debit_paise, whole.credit_paise) == (9_00, 9_00)


def test_what_a_code_may_ask_for() -> None:
    assert _statement(closing_paise=100, overdue_paise=60).to_pay_paise == 60
    assert _statement(closing_paise=100).to_pay_paise == 100
    assert _statement(closing_paise=40, overdue_paise=60).to_pay_paise == 40
    assert _statement(closing_paise=0, overdue_paise=60).to_pay_paise == 0
    assert _statement(closing_paise=-100).to_pay_paise == 0
