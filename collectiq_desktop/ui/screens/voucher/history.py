"""What changed between versions of a voucher, line by line, old beside new. No words here."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from collectiq_desktop.core.domain.accounts import STANDARD_ACCOUNTS
from collectiq_desktop.core.domain.vouchers import BillKey, BillOpened, Claim, Posting
from collectiq_desktop.core.queries.versions import FieldChange, VoucherVersion
from collectiq_desktop.core.queries.vouchers import VoucherDetails


class What(StrEnum):
    """What a line of changes speaks of."""

    FIELD = "field"
    STATE = "state"
    POSTING = "posting"
    BILL = "bill"
    BILL_DUE = "bill due"
    CLAIM = "claim"
    ITEMS = "items"


class ChangeLine(NamedTuple):
    """One thing before and after; None where it was or is not there.

    Args:
        subject: the field's name, the account, or the bill's number.
    """

    what: What
    subject: str
    old: Any
    new: Any


class Names(NamedTuple):
    """The names of accounts and of bills, as far as the voucher's card knows them."""

    accounts: Mapping[str, str]
    bills: Mapping[BillKey, str]


def names_of(details: VoucherDetails) -> Names:
    """The names that the voucher's card tells."""
    standard = {account.account_code: account.name for account in STANDARD_ACCOUNTS}
    return Names(
        standard | {line.account_code: line.account for line in details.postings},
        {BillKey(line.bill_voucher_id, line.bill_n): line.bill_number for line in details.claims},
    )


def change_lines(version: VoucherVersion, names: Names) -> list[ChangeLine]:
    """Every change of a version."""
    lines = [line for change in version.changes for line in _lines(change, names)]
    if version.act == "cancelled":
        lines.insert(0, ChangeLine(What.STATE, "", "posted", "cancelled"))
    return lines


def _lines(change: FieldChange, names: Names) -> Iterator[ChangeLine]:
    if change.name == "postings":
        sums = (_by_account(change.old, names), _by_account(change.new, names))
        yield from _paired(What.POSTING, *sums)
    elif change.name == "claims":
        yield from _paired(What.CLAIM, _by_bill(change.old, names), _by_bill(change.new, names))
    elif change.name == "bills":
        yield from _paired(What.BILL, _amounts(change.old), _amounts(change.new))
        yield from _paired(What.BILL_DUE, _due_days(change.old), _due_days(change.new))
    elif change.name == "items":
        yield ChangeLine(What.ITEMS, "", len(change.old), len(change.new))
    else:
        yield ChangeLine(What.FIELD, change.name, change.old, change.new)


def _paired(
    what: What, old: Mapping[str, object], new: Mapping[str, object]
) -> Iterator[ChangeLine]:
    for subject in dict.fromkeys((*old, *new)):
        before, after = old.get(subject), new.get(subject)
        if before != after:
            yield ChangeLine(what, subject, before, after)


def _by_account(postings: Iterable[Posting], names: Names) -> dict[str, int]:
    sums: dict[str, int] = {}
    for line in postings:
        name = names.accounts.get(line.account_code, line.account_code)
        sums[name] = sums.get(name, 0) + line.amount_paise
    return sums


def _by_bill(claims: Iterable[Claim], names: Names) -> dict[str, int]:
    sums: dict[str, int] = {}
    for claim in claims:
        number = names.bills.get(claim.bill, "")
        sums[number] = sums.get(number, 0) + claim.amount_paise
    return sums


def _amounts(bills: Iterable[BillOpened]) -> dict[str, object]:
    return {bill.number: bill.amount_paise for bill in bills}


def _due_days(bills: Iterable[BillOpened]) -> dict[str, object]:
    return {bill.number: bill.due_on for bill in bills}
