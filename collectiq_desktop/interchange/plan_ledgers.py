"""Accounts and items of an import as commands.

A ledger keeps its own name, so that a trial balance reads like the source's.
It is one of our standard accounts only where name and nature agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from collectiq_desktop.core.domain.accounts import Account, code_for_name
from collectiq_desktop.core.domain.accounts import Nature as AccountNature
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.items import GstRate, Item, check_item
from collectiq_desktop.core.domain.money import round_half_up
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.imports import TakeInItem, Taken
from collectiq_desktop.core.services.masters import AddAccount
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.planned import Planning
from collectiq_desktop.interchange.rows import AccountRow, ItemRow, Nature
from collectiq_desktop.interchange.tally.groups import key_of

_NATURES = {
    Nature.SALES: AccountNature.SALES,
    Nature.TAX: AccountNature.TAX,
    Nature.CASH: AccountNature.CASH,
    Nature.BANK: AccountNature.BANK,
    Nature.DISCOUNT: AccountNature.EXPENSE,
    Nature.ROUND_OFF: AccountNature.EXPENSE,
    Nature.TDS: AccountNature.ASSET,
    Nature.BAD_DEBTS: AccountNature.EXPENSE,
}
_NATURE_OF_GROUP = (
    ("income", AccountNature.INCOME),
    ("expense", AccountNature.EXPENSE),
    ("purchase", AccountNature.EXPENSE),
    ("liabilit", AccountNature.LIABILITY),
    ("creditors", AccountNature.LIABILITY),
    ("capital", AccountNature.LIABILITY),
    ("loans", AccountNature.LIABILITY),
    ("provisions", AccountNature.LIABILITY),
)
# Ours alone: no ledger of another program may post to them.
_RESERVED = frozenset({AccountNature.DEBTORS, AccountNature.OPENING})


def nature_of(nature: Nature, group_path: Iterable[str] = ()) -> AccountNature:
    """What an account is to the books; its groups tell where its name does not."""
    if nature in _NATURES:
        return _NATURES[nature]
    groups = [group.casefold() for group in group_path]
    for word, found in _NATURE_OF_GROUP:
        if any(word in group for group in groups):
            return found
    return AccountNature.INCOME if nature is Nature.INTEREST else AccountNature.ASSET


def row_nature_of(nature: AccountNature) -> Nature:
    """What an account of the books is to a reader, `other` where it cannot tell."""
    return {
        AccountNature.SALES: Nature.SALES,
        AccountNature.TAX: Nature.TAX,
        AccountNature.CASH: Nature.CASH,
        AccountNature.BANK: Nature.BANK,
    }.get(nature, Nature.OTHER)


@dataclass(slots=True)
class AccountPlan:
    """The code of every ledger that is no party, made where there is none."""

    planning: Planning
    codes: dict[str, str] = field(default_factory=dict)
    commands: list[AddAccount] = field(default_factory=list)
    _there: dict[str, Account] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Read the accounts of the books."""
        for account in self.planning.lookups.accounts():
            if account.nature not in _RESERVED:
                self._there.setdefault(key_of(account.name), account)
                self._there[account.account_code] = account

    def take(self, row: AccountRow) -> None:
        """Plan the account of a row."""
        self._add(row.name, nature_of(row.nature, row.group_path), row.group_path)

    def code_of(self, ledger: str, nature: Nature) -> str:
        """The code of a ledger that a voucher posts to.

        One without a row of its own gets an account by what its reader guessed.
        """
        code = self.codes.get(ledger)
        if code is None:
            code = self.codes.get(key_of(ledger)) or self._known(ledger, nature)
            self.codes[ledger] = code
        return code

    def _known(self, ledger: str, nature: Nature) -> str:
        there = self._there.get(code_for_name(ledger)) or self._there.get(key_of(ledger))
        if there is not None:
            return there.account_code
        return self._add(ledger, nature_of(nature), ())

    def _add(self, name: str, nature: AccountNature, group_path: Sequence[str]) -> str:
        name = " ".join(name.split())
        code, key = code_for_name(name), key_of(name)
        there = self._there.get(code) or self._there.get(key)
        if there is not None and (there.account_code == code or there.nature is nature):
            code = there.account_code
        else:
            account = Account(code, name, nature)
            self._there[code] = account
            self.commands.append(
                AddAccount(
                    fact_id=FactId(self.planning.mint()),
                    account=account,
                    group=group_path[0] if group_path else "",
                    batch_id=self.planning.batch_id,
                )
            )
        self.codes[key] = code
        return code


def plan_accounts(planning: Planning, rows: Iterable[AccountRow]) -> AccountPlan:
    """What becomes of each account row; their opening balances stay outside."""
    plan = AccountPlan(planning)
    with_opening = 0
    for row in rows:
        plan.take(row)
        with_opening += row.opening_paise != 0
    if with_opening:
        reason = say(
            "Accounts that are no parties have opening balances ({count}); they are left "
            "out, because these books hold the receivables side only.",
            count=with_opening,
        )
        planning.tallied.note("accounts", Finding.OPENING_LEFT_OUT, reason)
    return plan


def plan_items(planning: Planning, rows: Sequence[ItemRow]) -> list[TakeInItem]:
    """What becomes of each item row; a name that is there already stays as it is."""
    lookups, tallied = planning.lookups, planning.tallied
    origins = lookups.origins(row.origin_key for row in rows)
    known = lookups.items(origin.subject_id for origin in origins.values())
    strangers = (row.name for row in rows if row.origin_key not in origins)
    names = {key_of(one.item.name) for one in lookups.items_named(strangers)}
    commands: list[TakeInItem] = []
    for row in rows:
        item, origin = item_of(row), origins.get(row.origin_key)
        try:
            check_item(item)
        except Refused as refusal:
            tallied.reject(row.where, Finding.NOT_ACCEPTED, refusal.message)
            continue
        before = known.get(origin.subject_id) if origin else None
        is_same = origin is not None and origin.change == row.change
        if (
            is_same
            or (before and before.item == item)
            or (not origin and key_of(row.name) in names)
        ):
            tallied.taken[Taken.UNCHANGED] += 1
            continue
        tallied.taken[Taken.AMENDED if origin else Taken.NEW] += 1
        commands.append(
            TakeInItem(
                fact_id=FactId(planning.mint()),
                item=item,
                batch_id=planning.batch_id,
                origin_key=row.origin_key,
                change=row.change,
            )
        )
    return commands


def item_of(row: ItemRow) -> Item:
    """The master data that a row gives."""
    rate_paise = 0
    if row.rate is not None:
        numerator, denominator = (row.rate * 100).as_integer_ratio()
        rate_paise = round_half_up(numerator, denominator)
    return Item(
        name=" ".join(row.name.split()),
        hsn=row.hsn or "",
        unit=row.unit or "NOS",
        rate_paise=rate_paise,
        gst_rates=tuple(GstRate(one.from_on, one.rate_bp) for one in row.gst_rates),
    )
