"""A first mapping for a sheet nobody has mapped yet, guessed from its headers.

A suggestion is shown and corrected before it is used. What was not recognised
is said, so that nothing is left out unnoticed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping as MappingABC
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from collectiq_desktop.interchange.spreadsheets.cells import text_of
from collectiq_desktop.interchange.spreadsheets.grid import Grid, GridRow
from collectiq_desktop.interchange.spreadsheets.mapping import (
    FIELDS,
    SEVERAL_COLUMNS,
    DateOrder,
    Mapping,
    SheetKind,
)

_SEARCHED_ROWS = 40
_SAMPLED_ROWS = 500
_ALIKE = 88.0
_MANY_BLANKS = 0.3
_THREE_NUMBERS = re.compile(r"(\d{1,2})[-/. ](\d{1,2})[-/. ]\d{2,4}\b.*", re.ASCII)
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")

WORDS: MappingABC[str, tuple[str, ...]] = {
    "party": (
        *("party", "party name", "customer", "customer name", "customer id", "name", "ledger"),
        *("account name", "acc name", "vendor name", "buyer", "particulars", "shop name"),
    ),
    "code": ("code", "party code", "customer code", "account code"),
    "alias": ("alias", "short name", "print name"),
    "phone": (
        "phone",
        "mobile",
        "mobile no",
        "phone number",
        "contact no",
        "whatsapp",
        "telephone",
    ),
    "email": ("email", "e mail", "email id", "mail"),
    "address": ("address", "address1", "address 1", "address2", "address 2", "address3", "city"),
    "pincode": ("pincode", "pin code", "pin", "zip"),
    "state": ("state", "state name"),
    "gstin": ("gstin", "gst no", "gstno", "gst number", "gstin/uin", "gstin no"),
    "pan": ("pan", "pan no", "itpan"),
    "credit_days": (
        *("credit days", "credit period", "creditdaysforsale", "days", "payment terms", "terms"),
    ),
    "credit_limit": ("credit limit", "limit"),
    "opening": ("opening balance", "op bal", "opening", "balance", "closing balance"),
    "debit": ("debit", "dr amount", "debit amount", "dr"),
    "credit": ("credit", "cr amount", "credit amount", "cr"),
    "side": ("dr/cr", "drcr", "type dr cr", "d/c"),
    "contact": ("contact person", "contact", "owner"),
    "group": ("group", "account group", "under"),
    "beat": ("beat", "route", "area", "line"),
    "number": (
        *("number", "invoice no", "invoice number", "bill no", "bill number", "voucher no"),
        *(
            "voucher/bill number",
            "vch no",
            "vch/bill no",
            "ref no",
            "receipt no",
            "doc no",
            "inv no",
        ),
    ),
    "on": (
        *("date", "invoice date", "bill date", "voucher date", "voucher/bill date", "vch date"),
        *("receipt date", "payment date", "doc date", "txn date"),
    ),
    "due_on": ("due date", "due on", "payment due", "due by"),
    "amount": (
        *("amount", "invoice amount", "bill amount", "net amount", "total", "total amount"),
        *("grand total", "pending amount", "balance amount", "received amount", "amount received"),
        *("paid amount", "outstanding amount", "invoice value"),
    ),
    "taxable": ("taxable value", "taxable amount", "taxable"),
    "cgst": ("cgst", "cgst amount", "central tax"),
    "sgst": ("sgst", "sgst amount", "sgst/utgst", "state tax"),
    "igst": ("igst", "igst amount", "integrated tax"),
    "cess": ("cess", "cess amount"),
    "round_off": ("round off", "rounding", "roundoff"),
    "place_of_supply": ("place of supply", "pos"),
    "item": ("item", "item name", "product", "description of goods", "stock item"),
    "quantity": ("quantity", "qty", "billed qty"),
    "unit": ("unit", "unit name", "uom", "uqc"),
    "rate": ("rate", "price", "unit price"),
    "hsn": ("hsn", "hsn code", "hsn/sac"),
    "item_amount": ("item amount", "line amount", "item value"),
    "gst_rate": ("gst rate", "gst %", "tax rate", "tax %", "gst"),
    "mode": ("mode", "payment mode", "mode of payment", "payment type", "receipt mode"),
    "reference": (
        "reference",
        "utr",
        "cheque no",
        "chq no",
        "instrument no",
        "transaction id",
        "ref",
    ),
    "against": ("against", "against bill", "adjusted against", "bill ref", "invoice ref"),
    "discount": ("discount", "discount allowed", "cash discount"),
    "tds": ("tds", "tds amount"),
    "settled_on": ("settled date", "settled on", "paid on", "paid date", "clear date"),
    "days_to_pay": ("days to pay", "days to settle", "number of days until payment"),
    "settled": ("settled", "paid", "amount paid"),
    "outstanding": ("outstanding", "open amount", "due amount", "unpaid"),
    "narration": ("narration", "remarks", "description", "notes", "remark"),
    "entered_at": ("created", "created at", "entered at", "entry date", "created on"),
}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A mapping to begin with, and the headers that were not recognised."""

    mapping: Mapping
    unused: tuple[str, ...]


def suggest_mapping(grid: Grid, source: str, kind: SheetKind | None = None) -> Suggestion:
    """The likeliest mapping of a sheet; of the kind that fits best, if none is told."""
    row = _header_row(grid)
    headers = [text_of(cell) for cell in row.cells if cell != ""]
    kinds = (kind,) if kind else tuple(SheetKind)
    chosen = max(kinds, key=lambda one: _fit(one, _columns(headers, one)))
    columns = _columns(headers, chosen)
    used = {
        header
        for told in columns.values()
        for header in (told if isinstance(told, list) else [told])
    }
    mapping = Mapping(
        source=source,
        kind=chosen,
        columns=columns,
        sheet=grid.sheet or None,
        date_order=_date_order(grid, row, columns),
        fill_down=_fill_down(grid, row, columns, chosen),
    )
    return Suggestion(mapping, tuple(header for header in headers if header not in used))


def _plain(header: str) -> str:
    words = _CAMEL.sub(" ", header).replace("_", " ").replace(".", " ")
    return " ".join(words.casefold().split())


def _header_row(grid: Grid) -> GridRow:
    """The row in which most cells are words that we know."""
    known = {word for words in WORDS.values() for word in words}

    def score(row: GridRow) -> tuple[int, int]:
        texts = [_plain(text_of(cell)) for cell in row.cells if isinstance(cell, str) and cell]
        return sum(text in known for text in texts), len(texts)

    rows = [row for row in grid.rows[:_SEARCHED_ROWS] if not row.is_blank]
    return max(rows, key=score) if rows else GridRow(1, ())


def _columns(headers: list[str], kind: SheetKind) -> dict[str, str | list[str]]:
    """Our fields of a kind, each with its header; exact words go before like ones."""
    words = {word: name for name in FIELDS[kind] for word in WORDS.get(name, ())}
    matches: list[tuple[float, int, str, str]] = []
    for place, header in enumerate(headers):
        found = process.extractOne(
            _plain(header), words.keys(), scorer=fuzz.ratio, score_cutoff=_ALIKE
        )
        if found is not None:
            matches.append((-found[1], place, header, words[found[0]]))
    columns: dict[str, str | list[str]] = {}
    for _score, _place, header, name in sorted(matches):
        before = columns.get(name)
        if before is None:
            columns[name] = header
        elif name in SEVERAL_COLUMNS:
            columns[name] = [*(before if isinstance(before, list) else [before]), header]
    return columns


def _fit(kind: SheetKind, columns: dict[str, str | list[str]]) -> tuple[bool, int]:
    """How well a kind explains the headers: the needed ones, then the number."""
    has_needed = all(name in columns for name, needed in FIELDS[kind].items() if needed)
    if kind is SheetKind.INVOICES_WITH_SETTLEMENT:
        has_needed &= bool({"settled_on", "days_to_pay"} & set(columns))
    if kind is SheetKind.INVOICES:
        has_needed &= bool({"amount", "taxable", "item_amount"} & set(columns))
    if kind is SheetKind.RECEIPTS:
        has_needed &= bool({"mode", "against", "reference"} & set(columns))
    return has_needed, len(columns)


def _samples(grid: Grid, row: GridRow, header: str | list[str] | None) -> list[str]:
    """The first cells of a column below the header, empty ones too."""
    name = header[0] if isinstance(header, list) else header
    if not name:
        return []
    places = [place for place, cell in enumerate(row.cells) if text_of(cell) == name]
    if not places:
        return []
    below = [one for one in grid.rows if one.number > row.number and not one.is_blank]
    return [
        text_of(one.cells[places[0]]) if places[0] < len(one.cells) else ""
        for one in below[:_SAMPLED_ROWS]
    ]


def _date_order(grid: Grid, row: GridRow, columns: dict[str, str | list[str]]) -> DateOrder:
    """Month first only when a second number is above twelve and no first one is."""
    over: Counter[str] = Counter()
    for name in ("on", "due_on", "settled_on"):
        for text in _samples(grid, row, columns.get(name)):
            match = _THREE_NUMBERS.fullmatch(text)
            if match is not None:
                over["first"] += int(match[1]) > 12
                over["second"] += int(match[2]) > 12
    return DateOrder.MDY if over["second"] and not over["first"] else DateOrder.DMY


def _fill_down(
    grid: Grid, row: GridRow, columns: dict[str, str | list[str]], kind: SheetKind
) -> tuple[str, ...]:
    """The party, where most of its repeated cells are left blank."""
    if kind is not SheetKind.OPENING_BILLS:
        return ()
    texts = _samples(grid, row, columns.get("party"))
    blanks = sum(not text for text in texts)
    return ("party",) if blanks > _MANY_BLANKS * len(texts) else ()
