"""Tally's voucher types: a custom type is what its parent is.

The built-in types are known here, so that a day book can be read without its
VOUCHERTYPE objects. Types that never post to a party's account have no kind.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from collectiq_desktop.interchange.rows import RowKind, VoucherTypeRow
from collectiq_desktop.interchange.tally.decoder import is_reserved, shown
from collectiq_desktop.interchange.tally.groups import key_of
from collectiq_desktop.interchange.tally.masters import name_of
from collectiq_desktop.interchange.tally.nodes import Node

# What is bought from a debtor, or paid as wages to one, still moves his account.
BUILT_IN: Mapping[str, RowKind | None] = {
    "Sales": RowKind.SALES_INVOICE,
    "Receipt": RowKind.RECEIPT,
    "Credit Note": RowKind.CREDIT_NOTE,
    "Debit Note": RowKind.DEBIT_NOTE,
    "Journal": RowKind.JOURNAL,
    "Contra": RowKind.CONTRA,
    "Payment": RowKind.PAYMENT,
    "Purchase": RowKind.JOURNAL,
    "Payroll": RowKind.JOURNAL,
    "Attendance": None,
    "Delivery Note": None,
    "Job Work In Order": None,
    "Job Work Out Order": None,
    "Material In": None,
    "Material Out": None,
    "Memorandum": None,
    "Physical Stock": None,
    "Purchase Order": None,
    "Receipt Note": None,
    "Rejections In": None,
    "Rejections Out": None,
    "Reversing Journal": None,
    "Sales Order": None,
    "Stock Journal": None,
}
_DEEPEST = 20


@dataclass(slots=True)
class VoucherTypes:
    """The types met so far over the built-in ones, and those books know."""

    known: Mapping[str, str] = field(default_factory=dict)
    _names: dict[str, str] = field(default_factory=dict)
    _parents: dict[str, str] = field(default_factory=dict)
    _base: dict[str, str] = field(default_factory=dict)
    _own: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        for name in BUILT_IN:
            self._names[key_of(name)] = self._base[key_of(name)] = name
        for name, parent in self.known.items():
            self._names.setdefault(key_of(name), name)
            if key_of(name) not in self._base:
                self._parents[key_of(name)] = key_of(parent)

    def add(self, node: Node) -> None:
        """Take in a VOUCHERTYPE object, aliases included."""
        name, parent = name_of(node), node.text("parent")
        key = key_of(name)
        if not key:
            return
        if key not in self._own:
            self._own.append(key)
        self._names[key] = name
        reserved = key_of(shown(node.attr("RESERVEDNAME")))
        base = reserved if reserved in self._base else key
        if base in self._base:
            self._base[key] = self._base[base]
        elif parent and not is_reserved(parent):
            self._parents[key] = key_of(parent)
        for languages in node.each("languagename"):
            for alias in map(key_of, languages.texts("name")):
                if alias != key and alias not in self._names:
                    self._parents.setdefault(alias, key)

    def base_of(self, name: str) -> str | None:
        """The built-in type behind a type; None when it is not known."""
        key = key_of(name)
        for _step in range(_DEEPEST):
            if key in self._base:
                return self._base[key]
            if key not in self._parents:
                return None
            key = self._parents[key]
        return None

    def rows(self) -> Iterator[VoucherTypeRow]:
        """The types the file brought that lead to a built-in one."""
        for key in self._own:
            base = self.base_of(key)
            if base is not None:
                yield VoucherTypeRow(name=self._names[key], parent=base, kind=BUILT_IN[base])
