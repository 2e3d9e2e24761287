"""The statement of account: one record for screen, paper, sheet and phone.

Plain frozen records and pure functions. Queries fill them, documents lay them
out; no SQL, no formatting and no paper size belongs here.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple, TypeAlias

from collectiq_desktop.core.domain.ageing import AgeingBasis
from collectiq_desktop.core.domain.papers import FirmOnPaper, PartyOnPaper

StatementForm: TypeAlias = Literal["ledger", "outstanding"]
StatementRow: TypeAlias = tuple[int, date, str, str, str, int]
"""What `running` is fed: the voucher by any mark, date, kind, number, particulars, paise."""


class StatementLine(NamedTuple):
    """One voucher of the party with the balance after it.

    One that debits and credits the party, as a set-off does, has both sums.

    A named tuple and not a dataclass: a busy party has 27,000 of them, and a
    frozen dataclass takes three times as long to make.

    Args:
        kind: the word of the voucher kind, `sales_invoice`, `receipt` …

    Money: debit_paise and credit_paise are >= 0; balance_paise is debit positive.
    """

    on: date
    kind: str
    number: str
    particulars: str
    debit_paise: int
    credit_paise: int
    balance_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementBill:
    """A bill that is open on the last day of the statement.

    Money: debit positive; an advance has a negative open_paise.
    Dates: overdue_days is 0 for what is not overdue; age_days counts from
        bill_on. Both as of the last day of the statement.
    """

    number: str
    bill_on: date
    due_on: date
    amount_paise: int
    open_paise: int
    overdue_days: int
    age_days: int


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementBucket:
    """One field of the ageing strip, its label as the slabs name it."""

    label: str
    open_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ChequeInHand:
    """A post-dated cheque that has not been deposited, so is not posted.

    Money: amount_paise > 0; it is not part of any balance.
    """

    number: str
    bank: str
    cheque_on: date
    amount_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Statement:
    """What one party owes, and how it came to be, for a period.

    Args:
        form: `ledger` shows every voucher, `outstanding` the open bills only.
        lines: the vouchers of the period; may be left empty by `outstanding`.
        bills: open on to_on, oldest first.
        ageing: the open bills by age; their sum is the sum of the bills.
        basis: whether the ageing counts from the due or from the bill date.
        made_text: when it was made, as it is printed, `22-11-2026 14:05`.
        cheques: post-dated cheques in hand, shown apart.

    Money: debit positive, on account too. Law: closing is the sum of the open
        bills and on account.
    Dates: from_on and to_on are both inside the period; bills, ageing, on
        account and overdue are as of to_on.
    Limits: 27,000 lines and a few thousand bills.
    """

    firm: FirmOnPaper
    party: PartyOnPaper
    from_on: date
    to_on: date
    opening_paise: int
    lines: tuple[StatementLine, ...]
    closing_paise: int
    bills: tuple[StatementBill, ...]
    on_account_paise: int
    overdue_paise: int
    ageing: tuple[StatementBucket, ...] = ()
    basis: AgeingBasis = "due"
    form: StatementForm = "ledger"
    made_text: str = ""
    cheques: tuple[ChequeInHand, ...] = ()

    @property
    def bills_paise(self) -> int:
        """The open bills together, debit positive."""
        return sum(bill.open_paise for bill in self.bills)

    @property
    def difference_paise(self) -> int:
        """What the closing balance has beyond bills and on account; 0 is right."""
        return self.closing_paise - self.bills_paise - self.on_account_paise

    @property
    def is_tied_out(self) -> bool:
        """Whether closing is the sum of the open bills and on account."""
        return self.difference_paise == 0

    @property
    def debit_paise(self) -> int:
        """All debits of the period together."""
        return sum(line.debit_paise for line in self.lines)

    @property
    def credit_paise(self) -> int:
        """All credits of the period together."""
        return sum(line.credit_paise for line in self.lines)

    @property
    def to_pay_paise(self) -> int:
        """What a UPI code on this statement may ask for; never below zero.

        The overdue bills, or the closing balance where nothing is overdue, and
        never more than the closing balance: on account counts for the party.
        """
        asked_paise = self.overdue_paise if self.overdue_paise > 0 else self.closing_paise
        return max(0, min(asked_paise, self.closing_paise))


def running(opening_paise: int, rows: Iterable[StatementRow]) -> tuple[StatementLine, ...]:
    """The rows as statement lines, each with the balance after it.

    A voucher that debits and credits the party is one line with both sums; one
    that does the same twice, such as a bounced cheque and its charge, keeps its lines.

    Money: the paise of a row are debit positive; the balance after the last
        line is opening_paise plus all of them.
    Limits: 27,000 rows take a few hundredths of a second.
    """
    lines: list[StatementLine] = []
    balance_paise = opening_paise
    last, first = -1, 0
    for voucher, on, kind, number, particulars, paise in rows:
        balance_paise += paise
        debit_paise, credit_paise = (paise, 0) if paise > 0 else (0, -paise)
        if voucher != last:
            last, first = voucher, len(lines)
        elif any(each.credit_paise if paise > 0 else each.debit_paise for each in lines[first:]):
            debit_paise += sum(each.debit_paise for each in lines[first:])
            credit_paise += sum(each.credit_paise for each in lines[first:])
            del lines[first:]
        lines.append(
            StatementLine(on, kind, number, particulars, debit_paise, credit_paise, balance_paise)
        )
    return tuple(lines)
