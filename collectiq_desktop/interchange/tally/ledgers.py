"""Kept ledgers and items as rows, each name once, with what is wrong."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Protocol, TypeVar

from collectiq_desktop.core.domain.gstin import check_gstin
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.interchange.complaints import rejected, warned
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.rows import (
    AccountRow,
    Complaint,
    ItemRow,
    Nature,
    OpeningBillRow,
    PartyRow,
)
from collectiq_desktop.interchange.tally.collecting import Collected, KeptMaster
from collectiq_desktop.interchange.tally.envelope import ReportBill
from collectiq_desktop.interchange.tally.groups import key_of
from collectiq_desktop.interchange.tally.masters import (
    account_row,
    has_good_period,
    item_row,
    party_row,
    undated_bills,
)
from collectiq_desktop.interchange.tally.options import TallyOptions
from collectiq_desktop.interchange.tally.vouchers import Ledger


class _Keyed(Protocol):
    """What every master row tells of itself."""

    @property
    def name(self) -> str: ...
    @property
    def origin_key(self) -> str: ...
    @property
    def change(self) -> str: ...
    @property
    def where(self) -> str: ...


Row = TypeVar("Row", bound=_Keyed)


@dataclass(slots=True)
class Masters:
    """Parties, accounts and items by folded name."""

    parties: dict[str, PartyRow] = field(default_factory=dict)
    accounts: dict[str, AccountRow] = field(default_factory=dict)
    items: dict[str, ItemRow] = field(default_factory=dict)
    complaints: list[Complaint] = field(default_factory=list)

    def ledgers(self, options: TallyOptions) -> dict[str, Ledger]:
        """Every ledger by folded name and alias; the file's own go first."""
        found: dict[str, Ledger] = {}
        for party in self.parties.values():
            found[key_of(party.name)] = Ledger(party.name, Nature.PARTY, party.is_bill_wise)
        for account in self.accounts.values():
            found[key_of(account.name)] = Ledger(account.name, account.nature)
        for party in self.parties.values():
            for alias in party.aliases:
                found.setdefault(key_of(alias), found[key_of(party.name)])
        for name in options.known_parties:
            found.setdefault(key_of(name), Ledger(name, Nature.PARTY))
        for name, nature in options.known_accounts.items():
            found.setdefault(key_of(name), Ledger(name, nature))
        return found


def masters_of(collected: Collected, options: TallyOptions) -> Masters:
    """All kept ledgers and items as rows."""
    masters = Masters()
    for kept in collected.ledgers:
        _take_ledger(masters, kept, collected, options)
    for kept in collected.items:
        try:
            _put(masters, masters.items, item_row(kept.node, kept.origin))
        except ValueError as problem:
            masters.complaints.append(_unreadable(kept, problem))
    return masters


def _take_ledger(
    masters: Masters, kept: KeptMaster, collected: Collected, options: TallyOptions
) -> None:
    tree = collected.tree
    path = tree.path(kept.node.text("parent"))
    if path is None:
        masters.complaints.append(_unknown_group(kept))
        return
    try:
        if not tree.is_party_group(path):
            _put(masters, masters.accounts, account_row(kept.node, path, tree, kept.origin))
            return
        party = party_row(kept.node, path, kept.origin, options.as_of_on)
    except ValueError as problem:
        masters.complaints.append(_unreadable(kept, problem))
        return
    if _put(masters, masters.parties, party):
        masters.complaints.extend(_oddities(party, kept))


def _put(masters: Masters, rows: dict[str, Row], row: Row) -> bool:
    """Keep a row; of one object met twice the later state, of two namesakes the first."""
    key = key_of(row.name)
    before = rows.get(key)
    if before is None:
        rows[key] = row
        return True
    if before.origin_key == row.origin_key:
        if _counter(row.change) > _counter(before.change):
            rows[key] = row
        return False
    reason = say(
        "“{name}” is there twice, with two identities; the first is taken. Rename one of "
        "them in Tally and export again.",
        name=row.name,
    )
    masters.complaints.append(rejected(row.where, Finding.DUPLICATE_NAME, reason))
    return False


def _counter(change: str) -> int:
    return int(change[1:]) if change[1:].isdecimal() and change.startswith("a") else 0


def _unknown_group(kept: KeptMaster) -> Complaint:
    group = kept.node.text("parent")
    reason = (
        say(
            "Its group “{group}” is not in the file, so it cannot be said whether this ledger "
            "is a party. Export All Masters: they hold the groups.",
            group=group,
        )
        if group
        else say(
            "The file does not tell its group, so it cannot be said whether this ledger "
            "is a party. Export All Masters: they hold the groups."
        )
    )
    return rejected(kept.origin.where, Finding.UNKNOWN_GROUP, reason)


def _unreadable(kept: KeptMaster, problem: ValueError) -> Complaint:
    reason = say(
        "An amount, a date or a credit period of it cannot be read: {problem}. Correct it "
        "in Tally and export again.",
        problem=problem,
    )
    return rejected(kept.origin.where, Finding.BAD_AMOUNT, reason)


def _oddities(party: PartyRow, kept: KeptMaster) -> Iterable[Complaint]:
    if party.gstin and not (check := check_gstin(party.gstin)).is_valid:
        reason = say(
            "GSTIN {gstin} cannot be right: {problem} The party is taken with it; ask the party "
            "and correct it.",
            gstin=party.gstin,
            problem=check.problem,
        )
        yield warned(party.where, Finding.BAD_GSTIN, reason)
    for number in undated_bills(kept.node):
        reason = say(
            "Opening bill {number} has no date, so its amount is kept on account.", number=number
        )
        yield warned(party.where, Finding.BAD_DATE, reason)
    if not has_good_period(kept.node):
        period = kept.node.text("billcreditperiod")
        reason = say(
            "The credit period “{period}” cannot be read; enter the party's credit days.",
            period=period,
        )
        yield warned(party.where, Finding.BAD_CREDIT_PERIOD, reason)


def take_report(masters: Masters, file: str, bills: Iterable[ReportBill]) -> None:
    """Open bills of a report as opening bills of their parties.

    The report knows nothing of money on account, so the opening balance is
    what the bills sum to.
    """
    for bill in bills:
        key = key_of(bill.party)
        where = f"{file}, line {bill.line}, bill {bill.number}"
        if not bill.party or bill.open_paise == 0:
            reason = say("The row names no party or no amount; it is left out.")
            masters.complaints.append(rejected(where, Finding.MISSING_FIELD, reason))
            continue
        row = OpeningBillRow(
            number=bill.number,
            bill_on=bill.bill_on,
            due_on=bill.due_on,
            open_paise=bill.open_paise,
            is_advance=bill.open_paise < 0,
        )
        party = masters.parties.get(key) or PartyRow(
            name=bill.party,
            origin_key=f"tally:party:{key}",
            change="report",
            where=where,
            group_path=("Sundry Debtors",),
        )
        masters.parties[key] = replace(
            party,
            opening_paise=party.opening_paise + bill.open_paise,
            opening_bills=(*party.opening_bills, row),
        )
