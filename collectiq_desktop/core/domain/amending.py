"""A voucher read back into what a person types, and posted anew from it.

Reading back is exact: what is read and posted anew at once is the same voucher
again. One that says more than its form can show (lines of other accounts,
several bills, tax without goods) is `Fixed`: its day and its words may change,
its sums stay. What no form knows of (branch, batch, IRN, type) stays always.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from collectiq_desktop.core.domain.accounts import account_of
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.posting import (
    ReceiptSums,
    contra_postings,
    payment_postings,
    receipt_postings,
)
from collectiq_desktop.core.domain.vouchers import (
    AGENTS,
    DEBTORS,
    BillOpened,
    Claim,
    Mode,
    Posting,
    Voucher,
)

_LET_OFF = ("discount", "tds", "round_off")
_MODE_OF = {"cash": Mode.CASH, AGENTS: Mode.CASH, "cheques": Mode.CHEQUE, "razorpay": Mode.RAZORPAY}


class Fixed(StrEnum):
    """Why the sums of a voucher cannot be typed anew in its form."""

    PARTIES = "several parties"
    LINES = "lines of other accounts"
    BILLS = "several bills"
    CLAIMS = "set against what the form does not show"
    TAX = "tax without goods"
    GOODS = "goods that do not come to its sums"


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What every form can change: the day and the words.

    Args:
        due_on: of the voucher's one bill; None leaves the days of credit.
    """

    on: date
    reference: str = ""
    narration: str = ""
    due_on: date | None = None


class Whose(NamedTuple):
    """The party that a voucher is to be of."""

    party_id: PartyId
    is_bill_wise: bool


class Received(NamedTuple):
    """What a receipt says: its sums, how the money came, and what becomes of the rest.

    `is_advance` when what no bill takes opens an advance; else it is on account.
    `cheque_on` and `bank` are what a cheque says, where that was noted.
    """

    sums: ReceiptSums
    mode: Mode
    is_advance: bool = False
    cheque_on: date | None = None
    bank: str = ""


class Paid(NamedTuple):
    """What a payment says.

    Money: `amount_paise` more than nothing.
    """

    amount_paise: int
    mode: Mode


class Moved(NamedTuple):
    """What a contra says.

    Money: `amount_paise` more than nothing.
    """

    amount_paise: int
    from_code: str
    to_code: str


def with_heading(old: Voucher, heading: Heading) -> Voucher:
    """The voucher with another day and other words; a bill keeps its days of credit."""
    later = heading.on - old.on
    moved = (
        bill._replace(bill_on=bill.bill_on + later, due_on=bill.due_on + later)
        if bill.bill_on == old.on
        else bill
        for bill in old.bills
    )
    bills = tuple(moved)
    if heading.due_on is not None and len(bills) == 1:
        bills = (bills[0]._replace(due_on=heading.due_on),)
    return replace(
        old,
        on=heading.on,
        reference=heading.reference,
        narration=heading.narration,
        bills=bills,
    )


def posted_anew(
    old: Voucher,
    heading: Heading,
    party_id: PartyId | None,
    postings: Sequence[Posting],
    claims: Sequence[Claim] = (),
) -> Voucher:
    """The voucher with other lines; lines that say the same stay as they were written.

    Its bills are left to the caller.
    """
    moved = replace(with_heading(old, heading), party_id=party_id)
    made = replace(moved, postings=tuple(postings), claims=tuple(claims))
    if sums_of(made) == sums_of(old):
        made = replace(made, postings=old.postings)
    if Counter(_claimed(made)) == Counter(_claimed(old)):
        made = replace(made, claims=old.claims)
    return made


def bill_again(
    old: Voucher, heading: Heading, whose: Whose, amount_paise: int
) -> tuple[BillOpened, ...]:
    """The one bill or advance that a voucher opens, for another sum.

    Of the same party the voucher goes on to open what it opened; of another
    one it opens a bill if that party's bills are kept.

    Money: debit positive, an advance negative; nothing opens nothing.
    """
    before = with_heading(old, heading).bills
    is_kept = bool(before) if whose.party_id == old.party_id else whose.is_bill_wise
    if not is_kept or not amount_paise:
        return ()
    due_on = heading.due_on or heading.on
    fresh = BillOpened(1, old.number, amount_paise, heading.on, due_on)
    return (before[0]._replace(amount_paise=amount_paise) if before else fresh,)


def sums_of(voucher: Voucher) -> Mapping[tuple[str, PartyId | None], int]:
    """What the voucher moves on each account, and for each party among the debtors."""
    sums: Counter[tuple[str, PartyId | None]] = Counter()
    for line in voucher.postings:
        party_id = voucher.party_of(line) if line.account_code == DEBTORS else None
        sums[line.account_code, party_id] += line.amount_paise
    return sums


def by_account(voucher: Voucher) -> dict[str, int] | Fixed:
    """What the voucher moves on each account, if it is of one party only.

    Money: debit positive; accounts that are not moved are left out.
    """
    lines: list[Posting | BillOpened | Claim] = [*voucher.bills, *voucher.claims]
    lines += [line for line in voucher.postings if line.account_code == DEBTORS]
    if any(voucher.party_of(line) != voucher.party_id for line in lines):
        return Fixed.PARTIES
    sums: dict[str, int] = {}
    for line in voucher.postings:
        sums[line.account_code] = sums.get(line.account_code, 0) + line.amount_paise
    return {code: paise for code, paise in sums.items() if paise}


def lowers_bills(voucher: Voucher, credited_paise: int) -> bool:
    """Whether all claims lower bills, and none by more than the party is credited with."""
    claimed = [-claim.amount_paise for claim in voucher.claims]
    return all(paise > 0 for paise in claimed) and sum(claimed) <= credited_paise


# Receipts -------------------------------------------------------------------


def read_receipt(voucher: Voucher) -> Received | Fixed:
    """What a receipt says, or why it says more than its form can show."""
    sums = by_account(voucher)
    if isinstance(sums, Fixed):
        return sums
    settled_paise = -sums.pop(DEBTORS, 0)
    let_off = [sums.pop(code, 0) for code in _LET_OFF]
    if len(sums) != 1 or min(*sums.values(), *let_off[:2], settled_paise - 1) < 0:
        return Fixed.LINES
    [(code, money_paise)] = sums.items()
    if not lowers_bills(voucher, settled_paise):
        return Fixed.CLAIMS
    rest_paise = settled_paise + sum(claim.amount_paise for claim in voucher.claims)
    opened = [bill.amount_paise for bill in voucher.bills]
    if opened not in ([], [-rest_paise]):
        return Fixed.BILLS
    read = ReceiptSums(money_paise, *let_off)
    mode = _mode(voucher, code)
    return Received(read, mode, bool(opened), voucher.cheque_on, voucher.bank)


def receipt_again(
    old: Voucher, heading: Heading, whose: Whose, money: Received, claims: Sequence[Claim]
) -> Voucher:
    """The receipt posted anew; money of the same mode stays on the account it is on.

    Args:
        claims: what of it is set against bills.
    """
    lines = receipt_postings(money.sums, money.mode)
    made = posted_anew(old, heading, whose.party_id, _on_account(old, lines, money.mode), claims)
    rest_paise = money.sums.settled_paise + sum(claim.amount_paise for claim in claims)
    bills = advance_again(old, heading, rest_paise) if money.is_advance else ()
    return replace(
        made,
        bills=bills,
        mode=_kept_mode(old, money.mode),
        cheque_on=money.cheque_on,
        bank=money.bank,
    )


def advance_again(old: Voucher, heading: Heading, rest_paise: int) -> tuple[BillOpened, ...]:
    """The advance that the rest of a receipt opens; one that was opened keeps its number."""
    if not rest_paise:
        return ()
    before = with_heading(old, heading).bills
    fresh = BillOpened(1, old.number, -rest_paise, heading.on, heading.on)
    return (before[0]._replace(amount_paise=-rest_paise) if before else fresh,)


# Payments -------------------------------------------------------------------


def read_payment(voucher: Voucher) -> Paid | Fixed:
    """What a payment says, or why it says more than its form can show."""
    sums = by_account(voucher)
    if isinstance(sums, Fixed):
        return sums
    paid_paise = sums.pop(DEBTORS, 0)
    if paid_paise <= 0 or list(sums.values()) != [-paid_paise]:
        return Fixed.LINES
    if voucher.bills:
        return Fixed.BILLS
    return Paid(paid_paise, _mode(voucher, *sums))


def payment_again(
    old: Voucher, heading: Heading, whose: Whose, money: Paid, claims: Sequence[Claim]
) -> Voucher:
    """The payment posted anew; money of the same mode stays on the account it is on."""
    lines = _on_account(old, payment_postings(*money), money.mode)
    made = posted_anew(old, heading, whose.party_id, lines, claims)
    return replace(made, mode=_kept_mode(old, money.mode))


# Contras and journals -------------------------------------------------------


def read_contra(voucher: Voucher) -> Moved | Fixed:
    """What a contra says, or why it says more than its form can show."""
    sums = by_account(voucher)
    if isinstance(sums, Fixed):
        return sums
    if len(sums) != 2 or DEBTORS in sums or voucher.party_id is not None:
        return Fixed.LINES
    (from_code, _paid), (to_code, amount_paise) = sorted(sums.items(), key=lambda each: each[1])
    return Moved(amount_paise, from_code, to_code)


def contra_again(old: Voucher, heading: Heading, moved: Moved) -> Voucher:
    """The contra posted anew."""
    return posted_anew(old, heading, None, contra_postings(*moved))


def read_journal(voucher: Voucher) -> tuple[Posting, ...] | Fixed:
    """The journal's lines, each of the debtors' with its party."""
    if voucher.bills:
        return Fixed.BILLS
    return tuple(
        line._replace(party_id=voucher.party_of(line) if line.account_code == DEBTORS else None)
        for line in voucher.postings
    )


def journal_again(
    old: Voucher, heading: Heading, lines: Sequence[Posting], more: Iterable[Claim] = ()
) -> Voucher:
    """The journal posted anew; it stays the voucher of its party while that is in a line.

    While its sums stay, all its claims do; else as far as their party still is
    moved by as much, the first ones first.

    Args:
        more: claims for what a party is credited beyond those that stay.
    """
    named = [line.party_id for line in lines if line.party_id is not None]
    party_id = old.party_id if old.party_id in named else next(iter(named), None)
    is_same = sums_of(replace(old, party_id=party_id, postings=tuple(lines))) == sums_of(old)
    claims = [*(old.claims if is_same else kept_claims(old, lines)), *more]
    return posted_anew(old, heading, party_id, lines, claims)


def kept_claims(old: Voucher, lines: Iterable[Posting]) -> list[Claim]:
    """The claims of a journal as far as other lines leave room for them.

    Debits and credits of one party are looked at apart: a journal that sets an
    advance against a bill has both, and moves nothing in all.
    """
    left: Counter[tuple[PartyId | None, bool]] = Counter()
    for line in lines:
        if line.account_code == DEBTORS:
            left[line.party_id, line.amount_paise > 0] += abs(line.amount_paise)
    kept = []
    for claim in old.claims:
        is_debit = claim.amount_paise > 0
        side = old.party_of(claim), is_debit
        part_paise = min(abs(claim.amount_paise), left[side])
        if part_paise:
            left[side] -= part_paise
            signed_paise = part_paise if is_debit else -part_paise
            kept.append(claim._replace(amount_paise=signed_paise, party_id=side[0]))
    return kept


# Money and modes ------------------------------------------------------------


def _claimed(voucher: Voucher) -> list[tuple[object, ...]]:
    return [
        (claim.bill, claim.amount_paise, claim.branch_id, voucher.party_of(claim))
        for claim in voucher.claims
    ]


def _mode(voucher: Voucher, money_code: str) -> Mode:
    """How money came or went; from outside it may stand in its account's name only."""
    return voucher.mode or _MODE_OF.get(money_code, Mode.BANK)


def _money_code(voucher: Voucher) -> str | None:
    """The account that the money of a receipt or payment lies on, if it is one."""
    others = {DEBTORS, *_LET_OFF}
    codes = {line.account_code for line in voucher.postings} - others
    return codes.pop() if len(codes) == 1 else None


def _kept_mode(old: Voucher, wanted: Mode) -> Mode | None:
    code = _money_code(old)
    return old.mode if code is not None and wanted is _mode(old, code) else wanted


def _on_account(old: Voucher, lines: Iterable[Posting], wanted: Mode) -> list[Posting]:
    """The lines, their money on the account where it was while the mode is the same."""
    code = _money_code(old)
    if code is None or wanted is not _mode(old, code):
        return list(lines)
    standard = account_of(wanted)
    return [
        line._replace(account_code=code) if line.account_code == standard else line
        for line in lines
    ]
