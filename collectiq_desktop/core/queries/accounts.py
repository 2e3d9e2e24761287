"""Accounts: the trial balance as of a day, and one account's ledger."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, Row, select, tuple_

from collectiq_desktop.core.domain.accounts import Nature
from collectiq_desktop.core.domain.calendar import financial_year_of, ymd_of
from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import DEBTORS
from collectiq_desktop.core.queries.asking import KIND_WORDS, AnyRow, Ask, answers, day_of, summed
from collectiq_desktop.core.storage import tables

_a, _d, _g, _v, _p = (
    tables.account.c,
    tables.account_day.c,
    tables.posting.c,
    tables.voucher.c,
    tables.party.c,
)


class TrialBalanceRow(NamedTuple):
    """One account's balance; one of the two amounts is 0.

    Money: both are >= 0.
    """

    account_code: str
    account: str
    nature: str
    group: str
    debit_paise: int
    credit_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialBalanceSheet:
    """Every account with a balance; all debtors are one line.

    Money: debit_paise and credit_paise are the two totals.
    """

    as_of_on: date
    rows: tuple[TrialBalanceRow, ...]
    debit_paise: int
    credit_paise: int

    @property
    def difference_paise(self) -> int:
        """Debits less credits; 0 is right."""
        return self.debit_paise - self.credit_paise


@dataclass(frozen=True, slots=True, kw_only=True)
class TrialBalance(Ask[TrialBalanceSheet]):
    """Every account's balance as of a day, of today by default."""

    as_of_on: date | None = None


_NATURES = [nature.value for nature in Nature]


@answers(TrialBalance)
def trial_balance(conn: Connection, ask: TrialBalance, today_on: date) -> TrialBalanceSheet:
    """The trial balance, accounts by nature and name."""
    as_of_on = ask.as_of_on or today_on
    statement = (
        select(
            _a.account_code,
            _a.name,
            _a.nature,
            _a.group_name,
            summed(_d.debit_paise - _d.credit_paise),
        )
        .join(tables.account_day, _d.account_row == _a.account_row)
        .where(_d.voucher_on <= ymd_of(as_of_on))
        .group_by(_a.account_code, _a.name, _a.nature, _a.group_name)
    )
    rows = [
        TrialBalanceRow(code, name, nature, group, max(paise, 0), max(-paise, 0))
        for code, name, nature, group, paise in conn.execute(statement)
        if paise
    ]
    rows.sort(key=lambda row: (_NATURES.index(row.nature), row.account, row.account_code))
    return TrialBalanceSheet(
        as_of_on=as_of_on,
        rows=tuple(rows),
        debit_paise=sum(row.debit_paise for row in rows),
        credit_paise=sum(row.credit_paise for row in rows),
    )


class ChartLine(NamedTuple):
    """A ledger head of the books."""

    account_code: str
    account: str
    nature: Nature
    group: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart(Ask[tuple[ChartLine, ...]]):
    """The chart of accounts, by name."""


@answers(Chart)
def chart(conn: Connection, _ask: Chart, _today_on: date) -> tuple[ChartLine, ...]:
    """All ledger heads."""
    statement = select(_a.account_code, _a.name, _a.nature, _a.group_name).order_by(
        _a.name, _a.account_code
    )
    return tuple(
        ChartLine(code, name, Nature(nature), group)
        for code, name, nature, group in conn.execute(statement)
    )


class AccountLine(NamedTuple):
    """One posting to the account, with the balance after it.

    Money: balance_paise is debit positive.
    """

    voucher_id: VoucherId
    on: date
    kind: str
    number: str
    party: str
    narration: str
    debit_paise: int
    credit_paise: int
    balance_paise: int


class AccountKey(NamedTuple):
    """Where a page of an account's ledger ends, and the balance there."""

    voucher_on: int
    voucher_row: int
    line_no: int
    balance_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountPage:
    """A page of an account's ledger; `after` asks for the next, None on the last.

    Money: opening_paise is the balance before the first line of the page.
    """

    account_code: str
    account: str
    from_on: date
    to_on: date
    opening_paise: int
    lines: tuple[AccountLine, ...]
    after: AccountKey | None


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountLedger(Ask[AccountPage]):
    """One account's postings page by page; by default of the year up to today."""

    account_code: str
    from_on: date | None = None
    to_on: date | None = None
    after: AccountKey | None = None
    limit: int = 100


@answers(AccountLedger)
def account_ledger(conn: Connection, ask: AccountLedger, today_on: date) -> AccountPage:
    """One page of the account's ledger.

    Raises:
        NotFound: there is no such account.
        BadInput: it is the debtors' account, which is kept party by party.
    """
    assert ask.limit > 0
    account = _account(conn, ask.account_code)
    to_on = ask.to_on or today_on
    from_on = ask.from_on or financial_year_of(to_on).first_on
    opening_paise = (
        _balance_before(conn, account.account_row, from_on)
        if ask.after is None
        else ask.after.balance_paise
    )
    rows = _postings(conn, ask, account.account_row, (from_on, to_on))
    lines: list[AccountLine] = []
    balance_paise = opening_paise
    for _on, _row, _line_no, voucher_id, kind, number, party, narration, paise in rows:
        balance_paise += paise
        lines.append(
            AccountLine(
                voucher_id,
                day_of(_on),
                KIND_WORDS[kind],
                number,
                party or "",
                narration or "",
                max(paise, 0),
                max(-paise, 0),
                balance_paise,
            )
        )
    is_last = len(rows) < ask.limit
    return AccountPage(
        account_code=ask.account_code,
        account=account.name,
        from_on=from_on,
        to_on=to_on,
        opening_paise=opening_paise,
        lines=tuple(lines),
        after=None if is_last else _key(rows[-1], balance_paise),
    )


def _key(row: AnyRow, balance_paise: int) -> AccountKey:
    on, voucher_row, line_no, *_line = row
    return AccountKey(on, voucher_row, line_no, balance_paise)


def _account(conn: Connection, account_code: str) -> Row[int, str]:
    if account_code == DEBTORS:
        message = say("Sundry Debtors are kept party by party; ask for a party's statement.")
        raise BadInput(message, field="account")
    statement = select(_a.account_row, _a.name).where(_a.account_code == account_code)
    row = conn.execute(statement).first()
    if row is None:
        message = say(
            "There is no account “{code}”; choose one from the trial balance.",
            code=account_code,
        )
        raise NotFound(message, field="account")
    return row


def _balance_before(conn: Connection, account_row: int, from_on: date) -> int:
    statement = select(summed(_d.debit_paise - _d.credit_paise)).where(
        _d.account_row == account_row, _d.voucher_on < ymd_of(from_on)
    )
    return conn.execute(statement).scalar_one()


def _postings(
    conn: Connection, ask: AccountLedger, account_row: int, period: tuple[date, date]
) -> list[AnyRow]:
    """The postings of the page, found by the days on which the account moved."""
    key = (_d.voucher_on, _v.voucher_row, _g.line_no)
    conditions = [
        _d.account_row == account_row,
        _d.voucher_on >= ymd_of(period[0]),
        _d.voucher_on <= ymd_of(period[1]),
    ]
    if ask.after is not None:
        conditions.append(_d.voucher_on >= ask.after.voucher_on)
        conditions.append(tuple_(*key) > tuple_(*ask.after[:3]))
    statement = (
        select(*key, _v.voucher_id, _v.kind, _v.number, _p.name, _v.narration, _g.amount_paise)
        .select_from(tables.account_day)
        .join(tables.voucher, _v.voucher_on == _d.voucher_on)
        .join(
            tables.posting,
            (_g.voucher_row == _v.voucher_row) & (_g.account_row == _d.account_row),
        )
        .outerjoin(tables.party, _p.party_row == _v.party_row)
        .where(*conditions)
        .order_by(*key)
        .limit(ask.limit)
    )
    return list(conn.execute(statement))
