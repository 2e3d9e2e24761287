"""What all files of an import hold, kept small until it can be made sense of.

Of ledgers and items only what is used is kept; vouchers become drafts in a
spool. Repeated exports of one object count once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.interchange.complaints import noted, rejected, warned
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.rows import Complaint
from collectiq_desktop.interchange.spool import Spool
from collectiq_desktop.interchange.tally.drafts import Draft, draft_of, type_name_of
from collectiq_desktop.interchange.tally.envelope import Envelope
from collectiq_desktop.interchange.tally.groups import DEBTORS, GroupTree
from collectiq_desktop.interchange.tally.masters import Origin, name_of, origin_of
from collectiq_desktop.interchange.tally.nodes import Node
from collectiq_desktop.interchange.tally.values import optional_date
from collectiq_desktop.interchange.tally.voucher_types import VoucherTypes

_OBJECT_GUID = re.compile(r"(.{30,}?)-[0-9a-fA-F]{8}")
_SOURCE = "tally"
_KEPT_FIELDS = frozenset(
    {
        "name",
        "guid",
        "alterid",
        "parent",
        "openingbalance",
        "closingbalance",
        "isbillwiseon",
        "billcreditperiod",
        "creditlimit",
        "partygstin",
        "incometaxnumber",
        "ledstatename",
        "priorstatename",
        "statename",
        "pincode",
        "email",
        "ledgermobile",
        "ledgerphone",
        "ledgercontact",
        "baseunits",
        "standardprice",
        "lastsaleprice",
        "openingrate",
        "rate",
        "gsthsnname",
        "hsncode",
    }
)
_KEPT_NODES = frozenset(
    {
        "languagename",
        "billallocations",
        "ledgstregdetails",
        "ledmailingdetails",
        "contactdetails",
        "address",
        "gstdetails",
        "hsndetails",
        "standardpricelist",
    }
)


@dataclass(frozen=True, slots=True)
class KeptMaster:
    """A ledger or item with its origin, pruned to what is used."""

    node: Node
    origin: Origin
    name: str


@dataclass(slots=True)
class _Seen:
    digest: str
    counter: int
    index: int


@dataclass(slots=True)
class Collected:
    """Everything that was read so far, from all files."""

    party_groups: tuple[str, ...] = (DEBTORS,)
    known_voucher_types: Mapping[str, str] = field(default_factory=dict)
    tree: GroupTree = field(init=False)
    types: VoucherTypes = field(init=False)
    ledgers: list[KeptMaster] = field(default_factory=list)
    items: list[KeptMaster] = field(default_factory=list)
    drafts: Spool[Draft] = field(default_factory=lambda: Spool(Draft))
    superseded: set[int] = field(default_factory=set)
    complaints: list[Complaint] = field(default_factory=list)
    lossy: dict[str, list[str]] = field(default_factory=dict)
    guids: dict[str, Counter[str]] = field(default_factory=dict)
    companies: list[str] = field(default_factory=list)
    books_from_on: date | None = None
    voucher_count: int = 0
    by_type: Counter[str] = field(default_factory=Counter)
    repeated: Counter[str] = field(default_factory=Counter)
    _seen: dict[str, _Seen] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.tree = GroupTree(accepted=self.party_groups)
        self.types = VoucherTypes(known=self.known_voucher_types)

    def take(self, node: Node, envelope: Envelope) -> bool:
        """Keep one object; False when it is none that an import is about."""
        place = f"{envelope.name}, line {node.line}"
        self._count_guid(node, envelope.name)
        match node.tag:
            case "group":
                self.tree.add(node)
            case "vouchertype":
                self.types.add(node)
            case "ledger":
                self._keep(node, self.ledgers, place)
                self._watch_names(envelope.name, [name_of(node)])
            case "stockitem":
                self._keep(node, self.items, place)
            case "voucher":
                self._take_voucher(node, place, envelope)
            case "company":
                self._take_company(node, envelope)
                return False
            case _:
                return False
        return True

    def _count_guid(self, node: Node, file: str) -> None:
        match = _OBJECT_GUID.fullmatch(node.text("guid"))
        if match is not None and node.tag != "company":
            self.guids.setdefault(file, Counter())[match[1]] += 1

    def _take_company(self, node: Node, envelope: Envelope) -> None:
        for remote in node.each("remotecmpinfo"):
            envelope.company = envelope.company or remote.text("remotecmpname")
            envelope.company_guid = envelope.company_guid or remote.text("name")
        if name_of(node):
            self.companies.append(name_of(node))
        begun_on = optional_date(node.text("booksfrom", "startingfrom"))
        self.books_from_on = self.books_from_on or begun_on

    def _keep(self, node: Node, kept: list[KeptMaster], place: str) -> None:
        name = name_of(node)
        if not name:
            return
        what = "ledger" if node.tag == "ledger" else "item"
        origin = origin_of(node, _SOURCE, f"{place}, {what} {name}")
        node.fields = {tag: text for tag, text in node.fields.items() if tag in _KEPT_FIELDS}
        node.nodes = {tag: many for tag, many in node.nodes.items() if tag in _KEPT_NODES}
        kept.append(KeptMaster(node, origin, name))

    def _watch_names(self, file: str, names: list[str]) -> None:
        for name in names:
            if "?" in name:
                self.lossy.setdefault(file, []).append(name)

    def _take_voucher(self, node: Node, place: str, envelope: Envelope) -> None:
        self.voucher_count += 1
        self.by_type[type_name_of(node)] += 1
        try:
            draft = draft_of(node, place)
        except ValueError as problem:
            self.complaints.append(_unreadable(place, node, problem))
            return
        self._watch_names(envelope.name, [line.ledger for line in draft.lines])
        self._check_window(draft, envelope)
        self._add(draft, envelope.name)

    def _check_window(self, draft: Draft, envelope: Envelope) -> None:
        begin, end = envelope.from_on, envelope.to_on
        if (begin and draft.on < begin) or (end and draft.on > end):
            reason = say(
                "The voucher's date lies outside the period that the file says it covers. Check "
                "the period in Tally (Alt+F2) before relying on this import."
            )
            self.complaints.append(warned(draft.where, Finding.DATE_OUTSIDE, reason))

    def _add(self, draft: Draft, file: str) -> None:
        """Put the draft aside, unless it is one that we have already."""
        if not draft.guid:
            self.drafts.add(draft)
            return
        now = _Seen(draft.digest, int(draft.counter or 0), len(self.drafts))
        before = self._seen.get(draft.guid)
        if before is None:
            self._seen[draft.guid] = now
            self.drafts.add(draft)
        elif before.digest == now.digest:
            self.repeated[file] += 1
        elif before.counter != now.counter:
            self._supersede(draft, before, now)
        else:
            reason = say(
                "Another voucher with the same GUID and another content came before; it was taken, "
                "this one was not. Export both anew from one company."
            )
            self.complaints.append(rejected(draft.where, Finding.DUPLICATE_GUID, reason))

    def _supersede(self, draft: Draft, before: _Seen, now: _Seen) -> None:
        reason = say("The voucher comes twice, altered in between; the later state is taken.")
        self.complaints.append(warned(draft.where, Finding.DUPLICATE_GUID, reason))
        if now.counter > before.counter:
            self.superseded.add(before.index)
            self._seen[draft.guid] = now
            self.drafts.add(draft)

    def repetition_notes(self) -> list[Complaint]:
        """How many vouchers of a file had come before, unchanged."""
        return [
            noted(
                file,
                Finding.DUPLICATE_GUID,
                say(
                    "Vouchers that were in another file or earlier already: {count}. "
                    "They are taken once.",
                    count=count,
                ),
            )
            for file, count in self.repeated.items()
        ]


_CALLED = {
    "date": say("date"),
    "amount": say("amount"),
    "credit period": say("credit period"),
    "GST rate": say("GST rate"),
    "value": say("value"),
}


def _unreadable(place: str, node: Node, problem: ValueError) -> Complaint:
    what, text = problem.args if len(problem.args) == 2 else ("value", str(problem))
    number = node.text("vouchernumber") or "without number"
    finding = {
        "date": Finding.BAD_DATE,
        "credit period": Finding.BAD_CREDIT_PERIOD,
    }.get(what, Finding.BAD_AMOUNT)
    reason = say(
        "The {what} “{text}” cannot be read. Correct the voucher in Tally and export it anew.",
        what=_CALLED[what],
        text=text,
    )
    return rejected(f"{place}, voucher {number}", finding, reason)
