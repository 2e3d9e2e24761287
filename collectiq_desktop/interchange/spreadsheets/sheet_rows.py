"""What the readers of all kinds of sheets share: place, keys, cells with complaints."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.interchange.complaints import rejected, warned
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.rows import Complaint, PartyRow, VoucherRow
from collectiq_desktop.interchange.spool import Spool
from collectiq_desktop.interchange.spreadsheets.cells import (
    CellTrouble,
    amount_of,
    date_of,
    days_of,
    number_of,
    text_of,
)
from collectiq_desktop.interchange.spreadsheets.mapping import Mapping
from collectiq_desktop.interchange.spreadsheets.records import Record

_NAME_ONLY = "name"


def name_key(name: str) -> str:
    """A name as compared between rows."""
    return " ".join(name.casefold().split())


def digest_of(*parts: object) -> str:
    """A short digest that is the same for the same content, for ever."""
    said = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.blake2b(said.encode(), digest_size=8).hexdigest()


@dataclass(slots=True)
class SheetRows:
    """Collects what a sheet gives; one reader per kind fills it."""

    mapping: Mapping
    file: str
    known_parties: frozenset[str] = frozenset()
    parties: dict[str, PartyRow] = field(default_factory=dict)
    vouchers: Spool[VoucherRow] = field(default_factory=lambda: Spool(VoucherRow))
    complaints: list[Complaint] = field(default_factory=list)
    rows: int = 0
    debit_paise: int = 0
    credit_paise: int = 0
    _seen: dict[str, tuple[str, int]] = field(default_factory=dict)
    _used: set[str] = field(default_factory=set)
    _made: dict[str, list[str]] = field(default_factory=dict)

    def where(self, record: Record, name: str = "") -> str:
        """The file, the row and what it is about."""
        about = name or record.text("number") or record.text("party")
        return f"{self.file}, row {record.number}" + (f", {about}" if about else "")

    def reject(self, record: Record, finding: Finding, reason: Sentence) -> None:
        """Throw the row out, with its place."""
        self.complaints.append(rejected(self.where(record), finding, reason))

    def warn(self, record: Record, finding: Finding, reason: Sentence) -> None:
        """Take the row, but say what is odd about it."""
        self.complaints.append(warned(self.where(record), finding, reason))

    def key(self, *parts: str) -> str:
        """An origin key: the source, then what names the thing in it."""
        return ":".join(("sheet", name_key(self.mapping.source), *parts))

    def amount(self, record: Record, name: str) -> int | None:
        """The field's paise, None when empty; a rounded one is said."""
        if not record.has(name):
            return None
        amount = amount_of(record.cell(name))
        if amount.is_rounded:
            reason = say(
                "“{name}” has parts of a paisa; it is taken rounded.", name=record.text(name)
            )
            self.warn(record, Finding.BAD_AMOUNT, reason)
        return amount.paise

    def date(self, record: Record, name: str) -> dt.date | None:
        """The field's date, None when empty."""
        return date_of(record.cell(name), self.mapping.date_order) if record.has(name) else None

    def needed_date(self, record: Record, name: str = "on") -> dt.date:
        """The field's date; a row without it is thrown out."""
        found = self.date(record, name)
        if found is None:
            raise missing(self.mapping, name)
        return found

    def due_on(self, record: Record, bill_on: dt.date) -> dt.date:
        """The due date: its own column, or the credit days after the bill."""
        due = self.date(record, "due_on")
        if due is not None:
            return due
        days = days_of(record.cell("credit_days")) if record.has("credit_days") else None
        days = self.mapping.credit_days if days is None else days
        return bill_on + dt.timedelta(days=days or 0)

    def number(self, record: Record) -> str:
        """The document's number as on paper, "" when there is none."""
        if not record.has("number"):
            return ""
        number = number_of(record.cell("number"), self.mapping.number_width)
        if number.doubt:
            self.warn(record, Finding.BAD_NUMBER, number.doubt)
        return number.text.strip()

    def made_number(self, record: Record, content: str) -> str:
        """A number for a paper without one; the same row always gives the same.

        What changes later, such as the payment, is no part of it. Two papers
        of one content are told apart by their order.
        """
        content = digest_of(content, record.text("narration"), record.text("entered_at"))
        whole = digest_of(*(text_of(cell) for cells in record.cells.values() for cell in cells))
        alike = self._made.setdefault(content, [])
        if whole not in alike:
            alike.append(whole)
        place = alike.index(whole)
        return f"X{content[:10].upper()}" + (f"-{place + 1}" if place else "")

    def party(self, record: Record) -> str:
        """The party's name as first written; made a party if it is new."""
        name = " ".join(record.text("party").split())
        if not name:
            raise missing(self.mapping, "party")
        known = self.parties.get(name_key(name))
        if known is not None:
            return known.name
        if name_key(name) not in self.known_parties and not self.mapping.create_parties:
            reason = say(
                "Party “{name}” is not in the books. Add it, or let the import add parties.",
                name=name,
            )
            raise CellTrouble(Finding.UNKNOWN_PARTY, reason)
        self.parties[name_key(name)] = PartyRow(
            name=name,
            origin_key=self.key("party", name_key(name)),
            change=_NAME_ONLY,
            where=self.where(record, name),
        )
        return name

    def add(self, row: VoucherRow) -> None:
        """Keep a voucher, and with it its party."""
        self.vouchers.add(row)
        self._used.add(name_key(row.party or ""))

    def used_parties(self) -> tuple[PartyRow, ...]:
        """The parties that a row was taken for; rejected rows make none."""
        return tuple(
            party
            for key, party in self.parties.items()
            if key in self._used or party.change != _NAME_ONLY
        )

    def is_repeated(self, record: Record, key: str, change: str) -> bool:
        """Whether a document came before; an exact repetition and a clash differ."""
        before = self._seen.get(key)
        if before is None:
            self._seen[key] = change, record.number
            return False
        if before[0] == change:
            reason = say(
                "The row repeats row {before} exactly; it is taken once.", before=before[1]
            )
            self.reject(record, Finding.DUPLICATE_ROW, reason)
        else:
            reason = say(
                "The number was used in row {before} already, with another content; that row was "
                "taken. Correct the number of one of them.",
                before=before[1],
            )
            self.reject(record, Finding.DUPLICATE_NUMBER, reason)
        return True


def missing(mapping: Mapping, name: str) -> CellTrouble:
    """The trouble of a row that lacks a needed field."""
    headers = " / ".join(mapping.headers_of(name)) or name
    reason = say("Column “{headers}” is empty; the row needs it.", headers=headers)
    return CellTrouble(Finding.MISSING_FIELD, reason)


def lacking(names: Iterable[str]) -> CellTrouble:
    """The trouble of a row that leaves columns empty which the mapping requires."""
    told = "”, “".join(names)
    reason = say(
        "The row is damaged: “{told}” empty, which the mapping requires to be filled.", told=told
    )
    return CellTrouble(Finding.MISSING_FIELD, reason)
