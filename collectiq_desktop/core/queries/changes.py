"""What changed between versions of a voucher, line by line, old beside new. No words here."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from collectiq_desktop.core.domain.vouchers import DEBTORS, Voucher
from collectiq_desktop.core.queries.versions import (
    FieldChange,
    Names,
    VoucherVersion,
    changed_fields,
)


class What(StrEnum):
    """What a line of changes speaks of."""

    FIELD = "field"
    STATE = "state"
    POSTING = "posting"
    BILL = "bill"
    BILL_DUE = "bill due"
    CLAIM = "claim"
    ITEM = "item"
    MASTER = "master"
    MAIN_AGENT = "main agent"
    OTHER_AGENT = "other agent"


class ChangeLine(NamedTuple):
    """One thing before and after; None where it was or is not there.

    Args:
        subject: the field's name, the account, the party, the item, or the bill's number.
            Of a master's field (`MASTER`), its name in the facts; of an agent, the party.
    """

    what: What
    subject: str
    old: Any
    new: Any


def change_lines(version: VoucherVersion) -> list[ChangeLine]:
    """Every change of a version."""
    lines = list(voucher_changes(version.base, version.voucher, version.names))
    if version.act == "cancelled":
        lines.insert(0, CANCELLED)
    return lines


CANCELLED = ChangeLine(What.STATE, "", "posted", "cancelled")


def voucher_changes(old: Voucher, new: Voucher, names: Names) -> Iterator[ChangeLine]:
    """What one version of a voucher says otherwise than another."""
    for change in changed_fields(old, new):
        yield from _lines(change, old, new, names)


def _lines(change: FieldChange, old: Voucher, new: Voucher, names: Names) -> Iterator[ChangeLine]:
    if change.name == "postings":
        yield from _paired(What.POSTING, _by_account(old, names), _by_account(new, names))
    elif change.name == "claims":
        yield from _paired(What.CLAIM, _by_bill(old, names), _by_bill(new, names))
    elif change.name == "bills":
        yield from _paired(What.BILL, _amounts(old), _amounts(new))
        yield from _paired(What.BILL_DUE, _due_days(old), _due_days(new))
    elif change.name == "items":
        yield from _paired(What.ITEM, _goods(old), _goods(new))
    elif change.name == "party_id":
        parties = (names.parties.get(change.old), names.parties.get(change.new))
        yield ChangeLine(What.FIELD, change.name, *parties)
    else:
        yield ChangeLine(What.FIELD, change.name, change.old, change.new)


def _paired(
    what: What, old: Mapping[str, object], new: Mapping[str, object]
) -> Iterator[ChangeLine]:
    for subject in dict.fromkeys((*old, *new)):
        before, after = old.get(subject), new.get(subject)
        if before != after:
            yield ChangeLine(what, subject, before, after)


def _by_account(voucher: Voucher, names: Names) -> dict[str, int]:
    sums: dict[str, int] = {}
    for line in voucher.postings:
        name = names.accounts.get(line.account_code, line.account_code)
        party_id = voucher.party_of(line) if line.account_code == DEBTORS else None
        if party_id is not None:
            name = names.parties.get(party_id, name)
        sums[name] = sums.get(name, 0) + line.amount_paise
    return sums


def _by_bill(voucher: Voucher, names: Names) -> dict[str, int]:
    sums: dict[str, int] = {}
    for claim in voucher.claims:
        number = names.bills.get(claim.bill, "")
        sums[number] = sums.get(number, 0) + claim.amount_paise
    return sums


def _amounts(voucher: Voucher) -> dict[str, object]:
    return {bill.number: bill.amount_paise for bill in voucher.bills}


def _due_days(voucher: Voucher) -> dict[str, object]:
    return {bill.number: bill.due_on for bill in voucher.bills}


def _goods(voucher: Voucher) -> dict[str, object]:
    """The lines of goods by name; the second line of a name is told apart by its place."""
    lines: dict[str, object] = {}
    for line in voucher.items:
        count = 1
        while (name := line.name if count == 1 else f"{line.name} ({count})") in lines:
            count += 1
        lines[name] = line
    return lines
