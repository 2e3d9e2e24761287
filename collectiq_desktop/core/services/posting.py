"""What all vouchers posted at a counter have in common: party, day, number."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from sqlalchemy import bindparam, literal_column, select

from collectiq_desktop.core.domain.allocation import (
    Allocation,
    OpenBill,
    allocate_oldest_first,
    check_allocations,
    claims_of,
)
from collectiq_desktop.core.domain.calendar import (
    date_of_ymd,
    financial_year_of,
    format_date,
)
from collectiq_desktop.core.domain.errors import BadInput, NotFound, Refused
from collectiq_desktop.core.domain.ids import VoucherId
from collectiq_desktop.core.domain.money import check_paise
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.series import Series, number_of
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillKey,
    BillOpened,
    Claim,
    Voucher,
    VoucherKind,
    check_voucher,
)
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.lookups import BillState, PartyRef
from collectiq_desktop.core.storage.prepared import Prepared
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import VOUCHER_FACTS

FIRST_DAY = date(2000, 1, 1)
_b, _v = tables.bill.c, tables.voucher.c
_OPEN_BILLS = Prepared(
    select(
        _v.voucher_id,
        _b.voucher_row,
        _b.n,
        _b.number,
        _b.bill_on,
        _b.due_on,
        _b.amount_paise,
        _b.open_paise,
        _b.last_on,
        _b.branch_id,
    )
    .join(tables.voucher, _v.voucher_row == _b.voucher_row)
    .where(_b.party_row == bindparam("party_row"), _b.open_paise != literal_column("0"))
)

MAX_REASON_CHARS = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class Posted:
    """What a posted voucher became; a retry gives the same again."""

    voucher_id: VoucherId
    number: str
    on: date


def posted_before(writer: Writer, kind: VoucherKind, voucher_id: bytes) -> Posted | None:
    """The voucher of an earlier try with the same id, None on the first."""
    if not already_recorded(writer, voucher_id, VOUCHER_FACTS[kind]):
        return None
    statement = select(_v.number, _v.voucher_on).where(_v.voucher_id == voucher_id)
    row = writer.conn.execute(statement).one()
    return Posted(
        voucher_id=VoucherId(voucher_id), number=row.number, on=date_of_ymd(row.voucher_on)
    )


def post(writer: Writer, context: Context, voucher: Voucher, voucher_id: bytes) -> Posted:
    """Give the voucher its number and record it.

    Raises:
        BadInput: the day is out of range, or the voucher does not close.
        Refused: these books are those of a new counter and still empty.
    """
    check_day(voucher.on, context.today_on)
    _check_accounts(writer, voucher)
    numbered = replace(voucher, number=next_number(writer, context, voucher.kind, voucher.on))
    check_voucher(numbered)
    record(writer, context, numbered, voucher_id)
    return Posted(voucher_id=VoucherId(voucher_id), number=numbered.number, on=numbered.on)


def _check_accounts(writer: Writer, voucher: Voucher) -> None:
    """Refuse a voucher on accounts that have not come from head office yet."""
    for posting in voucher.postings:
        if writer.lookups.account_row(posting.account_code) is None:
            message = say(
                "These books have not heard from head office yet: let the first exchange "
                "end, then record it again."
            )
            raise Refused(message, field="account")


def check_day(on: date, today_on: date) -> None:
    """Refuse a day after today, or one before our calendar begins.

    Source: design §4: a voucher dated after today is refused.
    """
    if on > today_on:
        message = say(
            "{on} is after today, {today}. A voucher carries today's date or an earlier one.",
            on=format_date(on),
            today=format_date(today_on),
        )
        raise BadInput(message, field="on")
    if on < FIRST_DAY:
        message = say("{on} is too long ago; check the year.", on=format_date(on))
        raise BadInput(message, field="on")


def check_two_accounts(account_codes: Iterable[str]) -> None:
    """Refuse a contra that would move money to where it is.

    Raises:
        BadInput: there is one account only.
    """
    if len(set(account_codes)) < 2:
        message = say("A contra moves money from one account to another; choose two.")
        raise BadInput(message, field="account")


def check_due(bills: Iterable[BillOpened]) -> None:
    """Refuse a bill that would be due before its own date.

    Raises:
        BadInput: one of them would.
    """
    if any(bill.due_on < bill.bill_on for bill in bills):
        message = say("The due date is before the bill's own date.")
        raise BadInput(message, field="due_on")


def next_number(writer: Writer, context: Context, kind: VoucherKind, on: date) -> str:
    """The next number of this device's series for the kind and year."""
    series = Series(kind, context.series_code, financial_year_of(on).start_year)
    return number_of(series, writer.last_number(series.prefix) + 1)


def party_for(writer: Writer, party_id: bytes) -> PartyRef:
    """The party a voucher is for.

    Raises:
        NotFound: there is no such party.
    """
    party = writer.lookups.party(party_id)
    if party is None:
        message = say("This party is not in the books; choose one from the list or add it.")
        raise NotFound(message, field="party")
    return party


def check_names(writer: Writer, voucher: Voucher) -> None:
    """Refuse a voucher of an account or a party that is not in the books.

    Raises:
        NotFound: with the account's code.
    """
    for code, _amount_paise, party_id in voucher.postings:
        check_account(writer, code)
        if code == DEBTORS:
            party_for(writer, party_id or voucher.party_id or b"")


def check_account(writer: Writer, account_code: str) -> None:
    """Refuse a code that no account has.

    Raises:
        NotFound: with the code.
    """
    if writer.lookups.account_row(account_code) is None:
        message = say(
            "There is no account “{code}”; choose one from the list.",
            code=account_code,
        )
        raise NotFound(message, field="account")


def check_claims(writer: Writer, voucher: Voucher, known: Collection[BillKey] = ()) -> None:
    """Refuse a claim that could never settle anything.

    Args:
        known: bills that were claimed before and may be gone since.

    Raises:
        NotFound: no voucher ever opened the bill.
        BadInput: the bill is another party's.
    """
    for claim in voucher.claims:
        voucher_row = writer.lookups.voucher_row(claim.bill_voucher_id)
        if voucher_row is None and claim.bill not in known:
            message = say(
                "One of the bills chosen is not in the books; look at the open bills again."
            )
            raise NotFound(message, field="bills")
        state = writer.lookups.bill(voucher_row, claim.bill_n) if voucher_row else None
        party = party_for(writer, voucher.party_of(claim) or b"")
        if state is not None and state.party_row != party.party_row:
            message = say(
                "One of the bills chosen belongs to another party; choose this party's own."
            )
            raise BadInput(message, field="bills")


def reason_given(text: str) -> str:
    """The reason of what a person decides about a party, without space around it.

    Raises:
        BadInput: none is given, or it is too long.
    """
    reason = text.strip()
    if not reason:
        message = say("Say in a few words why; the reason stays in the books.")
        raise BadInput(message, field="reason")
    if len(reason) > MAX_REASON_CHARS:
        message = say("A note has at most {most} letters.", most=MAX_REASON_CHARS)
        raise BadInput(message, field="reason")
    return reason


def positive(amount_paise: int, field: str = "amount") -> int:
    """The amount, if it is more than nothing and the books can hold it."""
    if amount_paise <= 0:
        message = say("The amount must be more than nothing.")
        raise BadInput(message, field=field)
    return check_paise(amount_paise, field=field)


def open_bills(writer: Writer, party: PartyRef) -> list[OpenBill]:
    """The party's open bills and advances, remembered for the claims to come.

    Limits: a party has at most a few hundred.
    """
    writer.flush_rows()
    bills = []
    for row in _OPEN_BILLS(writer.conn, party_row=party.party_row):
        state = BillState(party.party_row, row.amount_paise, row.open_paise, row.last_on)
        writer.lookups.vouchers[row.voucher_id] = row.voucher_row
        writer.lookups.bills.setdefault((row.voucher_row, row.n), state)
        bills.append(
            OpenBill(
                BillKey(row.voucher_id, row.n),
                row.number,
                date_of_ymd(row.bill_on),
                date_of_ymd(row.due_on),
                row.open_paise,
                row.branch_id,
            )
        )
    return bills


def spread(
    writer: Writer,
    party: PartyRef,
    amount_paise: int,
    chosen: Sequence[Allocation] | None,
) -> tuple[Claim, ...]:
    """The claims of a receipt or credit note: as chosen, or oldest first.

    A party that is not kept bill-wise has no bills: all stays on account.

    Raises:
        BadInput: more is set against a bill than is open on it.
    """
    if not party.is_bill_wise and not chosen:
        return ()
    bills = open_bills(writer, party)
    if chosen is None:
        return claims_of(allocate_oldest_first(amount_paise, bills), bills)
    check_allocations(amount_paise, chosen, bills)
    return claims_of(chosen, bills)


def today_or(on: date | None, context: Context) -> date:
    """The day asked for, or today."""
    return on or context.today_on
