"""A saved mapping: which column of a sheet means what.

It is a small JSON file that can be used again for every later sheet of the
same source. Columns are named by their header, never by their place.
"""

from __future__ import annotations

from collections.abc import Mapping as MappingABC
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

import msgspec

from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.saying import say


class SheetKind(StrEnum):
    """What one row of the sheet is."""

    PARTIES = "parties"
    OPENING_BILLS = "opening_bills"
    INVOICES = "invoices"
    RECEIPTS = "receipts"
    INVOICES_WITH_SETTLEMENT = "invoices_with_settlement"


class DateOrder(StrEnum):
    """How a date of three numbers is written."""

    DMY = "dmy"
    MDY = "mdy"
    YMD = "ymd"


class SignRule(StrEnum):
    """What a bare positive amount means for the party."""

    DEBIT_POSITIVE = "debit_positive"
    CREDIT_POSITIVE = "credit_positive"


# field -> whether a sheet of the kind must have it
_COMMON = {"narration": False, "entered_at": False}
_INVOICE = {
    "party": True,
    "number": False,
    "on": True,
    "due_on": False,
    "credit_days": False,
    "amount": False,
    "taxable": False,
    "cgst": False,
    "sgst": False,
    "igst": False,
    "cess": False,
    "round_off": False,
    "place_of_supply": False,
    "gstin": False,
}
FIELDS: MappingABC[SheetKind, MappingABC[str, bool]] = {
    SheetKind.PARTIES: {
        "party": True,
        **dict.fromkeys(
            (
                *("code", "alias", "phone", "email", "address", "pincode", "state", "gstin"),
                *("pan", "credit_days", "credit_limit", "opening", "debit", "credit", "side"),
                *("contact", "group", "beat", "language", "is_bill_wise"),
            ),
            False,
        ),
    },
    SheetKind.OPENING_BILLS: {
        "party": True,
        "number": True,
        "on": True,
        **dict.fromkeys(
            ("due_on", "credit_days", "amount", "debit", "credit", "side"),
            False,
        ),
    },
    SheetKind.INVOICES: {
        **_INVOICE,
        **dict.fromkeys(("item", "quantity", "unit", "rate", "hsn", "item_amount"), False),
        "gst_rate": False,
        **_COMMON,
    },
    SheetKind.RECEIPTS: {
        "party": True,
        "on": True,
        "amount": True,
        **dict.fromkeys(("number", "mode", "reference", "against", "discount", "tds"), False),
        **_COMMON,
    },
    SheetKind.INVOICES_WITH_SETTLEMENT: {
        **_INVOICE,
        "amount": True,
        **dict.fromkeys(("settled_on", "days_to_pay", "settled", "outstanding"), False),
        **_COMMON,
    },
}
SEVERAL_COLUMNS = frozenset({"address", "phone", "alias", "narration"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """How to read one kind of sheet from one source.

    `source` names where the sheets come from and keeps its documents apart
    from those of others. `columns` maps our field to a header, or to several
    where a field may be spread. A row that leaves a column of `required` empty
    is damaged and listed. `number_width` gives digits back their leading zeros.
    """

    source: str
    kind: SheetKind
    columns: dict[str, str | list[str]]
    sheet: str | None = None
    header_row: int | None = None
    date_order: DateOrder = DateOrder.DMY
    sign: SignRule = SignRule.DEBIT_POSITIVE
    required: tuple[str, ...] = ()
    fill_down: tuple[str, ...] = ()
    number_width: int | None = None
    credit_days: int | None = None
    create_parties: bool = True
    defaults: dict[str, str] = field(default_factory=dict)

    def headers_of(self, name: str) -> tuple[str, ...]:
        """The headers that a field is read from, none when it is not mapped."""
        told = self.columns.get(name)
        if told is None:
            return ()
        return (told,) if isinstance(told, str) else tuple(told)

    @property
    def headers(self) -> tuple[str, ...]:
        """Every header that the mapping needs."""
        mapped = (header for name in self.columns for header in self.headers_of(name))
        return tuple(dict.fromkeys((*mapped, *self.required)))


def check_mapping(mapping: Mapping) -> None:
    """Refuse a mapping that names unknown fields or leaves out needed ones.

    Raises:
        BadInput: says which field, and which there are.
    """
    known = FIELDS[mapping.kind]
    if not mapping.source.strip():
        raise BadInput(say("The mapping needs a source: the name of where its sheets come from."))
    for name in (*mapping.columns, *mapping.fill_down, *mapping.defaults):
        if name not in known:
            message = say(
                "The mapping names the field “{name}”, which a sheet of {value} does not have. It "
                "may have: {known}.",
                name=name,
                value=mapping.kind.value,
                known=", ".join(known),
            )
            raise BadInput(message, field=name)
    for name, is_needed in known.items():
        if is_needed and name not in mapping.columns and name not in mapping.defaults:
            message = say("The mapping does not say which column holds “{name}”.", name=name)
            raise BadInput(message, field=name)
        if len(mapping.headers_of(name)) > 1 and name not in SEVERAL_COLUMNS:
            message = say("The field “{name}” can be read from one column only.", name=name)
            raise BadInput(message, field=name)
    _check_amounts(mapping)


def _check_amounts(mapping: Mapping) -> None:
    names = set(mapping.columns)
    ways: dict[SheetKind, tuple[set[str], ...]] = {
        SheetKind.OPENING_BILLS: ({"amount"}, {"debit"}, {"credit"}),
        SheetKind.INVOICES: ({"amount"}, {"taxable"}, {"item_amount"}),
        SheetKind.INVOICES_WITH_SETTLEMENT: ({"settled_on"}, {"days_to_pay"}),
    }
    choices = ways.get(mapping.kind)
    if choices and not any(choice <= names for choice in choices):
        names_told = ", ".join(min(choice) for choice in choices)
        message = say(
            "The mapping does not say which column holds one of these: {names}.", names=names_told
        )
        raise BadInput(message)


def mapping_of(text: str | bytes) -> Mapping:
    """The mapping in a JSON text.

    Raises:
        BadInput: it is not JSON, or not a mapping; says where.
    """
    try:
        mapping = msgspec.json.decode(text, type=Mapping)
    except msgspec.DecodeError as problem:
        message = say(
            "The mapping file cannot be read: {problem}. Correct it or make a new one.",
            problem=problem,
        )
        raise BadInput(message) from problem
    check_mapping(mapping)
    return mapping


def load_mapping(path: Path) -> Mapping:
    """The mapping in a file; see `mapping_of`.

    Raises:
        NotFound: the file is not there, or cannot be opened.
        BadInput: it holds no mapping.
    """
    try:
        text = path.read_bytes()
    except OSError as trouble:
        message = say("There is no mapping file {path}. Check the name, or make one.", path=path)
        raise NotFound(message, field="mapping") from trouble
    return mapping_of(text)


def text_of_mapping(mapping: Mapping) -> str:
    """The mapping as JSON for people, without what is at its default."""
    plain = msgspec.to_builtins(mapping)
    blank = msgspec.to_builtins(Mapping(source="", kind=mapping.kind, columns={}))
    kept = {
        name: value
        for name, value in plain.items()
        if name in {"source", "kind", "columns"} or value != blank[name]
    }
    return msgspec.json.format(msgspec.json.encode(kept), indent=2).decode() + "\n"
