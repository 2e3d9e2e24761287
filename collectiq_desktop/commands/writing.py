"""How figures, days and papers are written by the verbs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TypeAlias

from collectiq_desktop.core.domain.calendar import IST_OFFSET_MS, business_date, format_date
from collectiq_desktop.core.domain.money import format_dr_cr, format_inr
from collectiq_desktop.core.domain.statement import StatementBill
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.bills import BillLine
from collectiq_desktop.core.queries.outstanding import OutstandingBill

AnyBill: TypeAlias = BillLine | OutstandingBill | StatementBill
_MINUTE_MS = 60_000


def sum_text(paise: int) -> str:
    """A sum as it stands in a column; nothing is an empty cell."""
    return format_inr(paise) if paise else ""


def day_text(on: date | None) -> str:
    return "" if on is None else format_date(on)


def time_text(now_at: int) -> str:
    """The time of day in India, 14:05."""
    minutes = (now_at + IST_OFFSET_MS) // _MINUTE_MS % (24 * 60)
    return f"{minutes // 60:02d}:{minutes % 60:02d}"


def moment_text(now_at: int) -> str:
    """Day and time in India, as papers say when they were made."""
    return f"{format_date(business_date(now_at))} {time_text(now_at)}"


def count_text(count: int, one: str, many: str | None = None) -> str:
    """So many of something: 1 bill, 3 bills, no bills."""
    word = one if count == 1 else many or f"{one}s"
    return f"{count or 'no'} {word}"


def kind_text(word: str) -> str:
    """A voucher's kind as people read it: Sales invoice."""
    return VoucherKind[word.upper()].caption


def bill_machine(bill: AnyBill) -> dict[str, object]:
    """A bill in the form that scripts rely on."""
    return {
        "number": bill.number,
        "bill_on": bill.bill_on.isoformat(),
        "due_on": bill.due_on.isoformat(),
        "amount_paise": bill.amount_paise,
        "open_paise": bill.open_paise,
        "overdue_days": bill.overdue_days,
        "age_days": bill.age_days,
    }


def bill_cells(bill: AnyBill) -> tuple[str, ...]:
    """A bill as a row for people."""
    return (
        bill.number,
        day_text(bill.bill_on),
        day_text(bill.due_on),
        format_inr(bill.amount_paise),
        format_inr(bill.open_paise),
        f"{bill.overdue_days}" if bill.overdue_days else "",
        f"{bill.age_days}",
    )


def tie_out(bills_paise: int, on_account_paise: int, balance_paise: int) -> str:
    """How bills and on account make up the balance."""
    return (
        f"Bills {format_dr_cr(bills_paise)}, on account {format_dr_cr(on_account_paise)}: "
        f"balance {format_dr_cr(balance_paise)}"
    )


def titled(title: str, lines: Iterable[str]) -> Iterator[str]:
    """The lines under a title."""
    yield title
    yield ""
    yield from lines
