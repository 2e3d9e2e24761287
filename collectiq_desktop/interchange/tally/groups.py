"""Tally's groups: who is a debtor, and what any other ledger is to us.

The groups that every company has are known here, so that a file without its
GROUP objects can still be read. A user's own group named like a reserved one
does not count as it; a reserved one under another name does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from collectiq_desktop.interchange.rows import Nature
from collectiq_desktop.interchange.tally.decoder import is_reserved, shown
from collectiq_desktop.interchange.tally.nodes import Node

DEBTORS = "Sundry Debtors"
_DEEPEST = 50
_TOP = ""
_PRIMARY = "primary"

_BUILT_IN = {
    "Branch / Divisions": _TOP,
    "Capital Account": _TOP,
    "Reserves & Surplus": "Capital Account",
    "Retained Earnings": "Capital Account",
    "Current Assets": _TOP,
    "Bank Accounts": "Current Assets",
    "Cash-in-Hand": "Current Assets",
    "Deposits (Asset)": "Current Assets",
    "Loans & Advances (Asset)": "Current Assets",
    "Stock-in-Hand": "Current Assets",
    "Sundry Debtors": "Current Assets",
    "Current Liabilities": _TOP,
    "Duties & Taxes": "Current Liabilities",
    "Provisions": "Current Liabilities",
    "Sundry Creditors": "Current Liabilities",
    "Direct Expenses": _TOP,
    "Expenses (Direct)": _TOP,
    "Direct Incomes": _TOP,
    "Income (Direct)": _TOP,
    "Fixed Assets": _TOP,
    "Indirect Expenses": _TOP,
    "Expenses (Indirect)": _TOP,
    "Indirect Incomes": _TOP,
    "Income (Indirect)": _TOP,
    "Investments": _TOP,
    "Loans (Liability)": _TOP,
    "Bank OD A/c": "Loans (Liability)",
    "Bank OCC A/c": "Loans (Liability)",
    "Secured Loans": "Loans (Liability)",
    "Unsecured Loans": "Loans (Liability)",
    "Misc. Expenses (ASSET)": _TOP,
    "Purchase Accounts": _TOP,
    "Sales Accounts": _TOP,
    "Suspense A/c": _TOP,
}

_NATURE_OF_GROUP = {
    "sales accounts": Nature.SALES,
    "duties & taxes": Nature.TAX,
    "cash-in-hand": Nature.CASH,
    "bank accounts": Nature.BANK,
    "bank od a/c": Nature.BANK,
    "bank occ a/c": Nature.BANK,
}
_NATURE_OF_NAME = (
    (Nature.TDS, re.compile(r"\btds\b|\btcs\b|tax deducted")),
    (Nature.ROUND_OFF, re.compile(r"round(?:ed|ing)?[ _-]*off|\brounding\b")),
    (Nature.BAD_DEBTS, re.compile(r"bad[ -]*debt|written[ -]*off|write[ -]*off")),
    (Nature.DISCOUNT, re.compile(r"discount|rebate|kasar|vatav")),
    (Nature.INTEREST, re.compile(r"\binterest\b|\bbyaj\b")),
    (Nature.TAX, re.compile(r"\b[cs]gst\b|\bigst\b|\butgst\b|\bcess\b|central tax|state tax")),
    (Nature.CASH, re.compile(r"^(?:petty )?cash(?:[ -]in[ -]hand)?$")),
    (Nature.BANK, re.compile(r"\bbank (?:a/c|account|ca|cc|od)\b|\bbank\b(?!.*\bcharges)")),
    (Nature.SALES, re.compile(r"\bsales?\b(?!.*\b(?:promotion|expense|commission|salary))")),
)
_BY_NAME_ANYWHERE = frozenset(
    {Nature.TDS, Nature.ROUND_OFF, Nature.BAD_DEBTS, Nature.DISCOUNT, Nature.INTEREST}
)


def key_of(name: str) -> str:
    """A name as Tally compares it: case and runs of spaces do not matter."""
    return " ".join(name.casefold().split())


@dataclass(slots=True)
class GroupTree:
    """The groups met so far over those that every company has."""

    accepted: tuple[str, ...] = (DEBTORS,)
    _parents: dict[str, str] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _reserved: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for name, parent in _BUILT_IN.items():
            key = key_of(name)
            self._names[key], self._parents[key] = name, key_of(parent)
            self._reserved[key] = key
        for name in self.accepted:
            self._names.setdefault(key_of(name), name)

    def add(self, node: Node) -> None:
        """Take in a GROUP object, aliases included."""
        name = shown(node.attr("NAME") or node.text("name"))
        if not name:
            return
        key = key_of(name)
        parent = node.text("parent")
        self._names[key] = name
        self._parents[key] = _TOP if is_reserved(parent) else key_of(parent)
        reserved = key_of(node.attr("RESERVEDNAME"))
        if reserved:
            self._reserved[key] = reserved
        for languages in node.each("languagename"):
            for alias in languages.texts("name"):
                self._parents.setdefault(key_of(alias), key)
                self._names.setdefault(key_of(alias), alias)

    def path(self, group: str) -> tuple[str, ...] | None:
        """Group names from the ledger's own upwards; None if one is unknown.

        A ledger right under Primary has an empty path.
        """
        if is_reserved(group):
            return ()
        if not group.strip():
            return None
        path: list[str] = []
        key = key_of(group)
        while key:
            if key == _PRIMARY and key not in self._names:
                break
            if key not in self._names or len(path) > _DEEPEST:
                return None
            path.append(self._names[key])
            key = self._parents.get(key, _TOP)
        return tuple(path)

    def is_party_group(self, path: Iterable[str]) -> bool:
        """Whether ledgers of this path are parties: debtors, or as chosen."""
        accepted = {key_of(name) for name in self.accepted}
        for name in path:
            key = key_of(name)
            if key in accepted or self._reserved.get(key) in accepted:
                return True
        return False

    def nature_of(self, name: str, path: Iterable[str]) -> Nature:
        """What a ledger is to us: by telling names first, then by its groups."""
        guess = nature_of_name(name)
        if guess in _BY_NAME_ANYWHERE:
            return guess
        for group in path:
            key = key_of(group)
            nature = _NATURE_OF_GROUP.get(self._reserved.get(key, key))
            if nature is not None:
                return nature
        return Nature.OTHER


def nature_of_name(name: str) -> Nature:
    """What a ledger's name alone suggests, for ledgers without a master."""
    folded = key_of(name)
    for nature, pattern in _NATURE_OF_NAME:
        if pattern.search(folded):
            return nature
    return Nature.OTHER
