"""Sheets of parties and of opening bills."""

from __future__ import annotations

from dataclasses import replace

from collectiq_desktop.core.domain.gstin import check_gstin
from collectiq_desktop.core.domain.phones import read_phones
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.rows import OpeningBillRow, PartyRow
from collectiq_desktop.interchange.spreadsheets.cells import CellTrouble, days_of
from collectiq_desktop.interchange.spreadsheets.mapping import SignRule
from collectiq_desktop.interchange.spreadsheets.records import Record
from collectiq_desktop.interchange.spreadsheets.sheet_rows import (
    SheetRows,
    digest_of,
    missing,
    name_key,
)

_CREDIT_WORDS = frozenset({"cr", "cr.", "credit", "c", "जमा"})
_DEBIT_WORDS = frozenset({"dr", "dr.", "debit", "d", "नावे"})
_NO_WORDS = frozenset({"no", "n", "false", "0"})


def signed_paise(rows: SheetRows, record: Record, name: str) -> int | None:
    """A balance, debit positive, whichever way the sheet tells its side.

    Forms: debit and credit columns; a Dr/Cr column; a Dr/Cr suffix; else the
    mapping's sign rule.
    """
    debit, credit = rows.amount(record, "debit"), rows.amount(record, "credit")
    if debit is not None or credit is not None:
        return abs(debit or 0) - abs(credit or 0)
    paise = rows.amount(record, name)
    if paise is None:
        return None
    side = record.text("side").casefold()
    if side in _CREDIT_WORDS or side in _DEBIT_WORDS:
        return -abs(paise) if side in _CREDIT_WORDS else abs(paise)
    if side:
        raise CellTrouble(Finding.BAD_AMOUNT, say("“{side}” is neither Dr nor Cr.", side=side))
    has_own_side = record.text(name).casefold().rstrip(". ").endswith(("dr", "cr"))
    turn = rows.mapping.sign is SignRule.CREDIT_POSITIVE and not has_own_side
    return -paise if turn else paise


def take_party(rows: SheetRows, record: Record) -> None:
    """One row of a party list."""
    name = " ".join(record.text("party").split())
    if not name:
        raise missing(rows.mapping, "party")
    key = name_key(name)
    opening_paise = signed_paise(rows, record, "opening")
    limit_paise = rows.amount(record, "credit_limit")
    phones = tuple(dict.fromkeys(record.texts("phone")))
    row = PartyRow(
        name=name,
        origin_key=rows.key("party", key),
        change="",
        where=rows.where(record, name),
        aliases=record.texts("alias"),
        group_path=record.texts("group"),
        is_bill_wise=record.text("is_bill_wise").casefold() not in _NO_WORDS,
        opening_paise=opening_paise or 0,
        credit_days=days_of(record.cell("credit_days")) if record.has("credit_days") else None,
        credit_limit_paise=None if limit_paise is None else abs(limit_paise),
        gstin=record.text("gstin").upper() or None,
        pan=record.text("pan").upper() or None,
        state=record.text("state") or None,
        address=record.texts("address"),
        pincode=record.text("pincode") or None,
        phones=phones,
        email=record.text("email") or None,
        contact=record.text("contact") or None,
        language=record.text("language") or None,
        beat=record.text("beat") or None,
        code=record.text("code") or None,
    )
    said = [getattr(row, field) for field in _HASHED]
    row = replace(row, change=f"h{digest_of(*said)}")
    if rows.is_repeated(record, row.origin_key, row.change):
        return
    rows.parties[key] = row
    _look(rows, record, row)


_HASHED = (
    *("name", "aliases", "group_path", "is_bill_wise", "opening_paise", "credit_days"),
    *("credit_limit_paise", "gstin", "pan", "state", "address", "pincode", "phones", "email"),
    *("contact", "language", "beat", "code"),
)


def _look(rows: SheetRows, record: Record, row: PartyRow) -> None:
    if row.gstin and not (check := check_gstin(row.gstin)).is_valid:
        reason = say(
            "GSTIN {gstin} cannot be right: {problem} The party is taken with it.",
            gstin=row.gstin,
            problem=check.problem,
        )
        rows.warn(record, Finding.BAD_GSTIN, reason)
    for phone in row.phones:
        for part in read_phones(phone).complaints:
            reason = say("“{text}” is not an Indian mobile number.", text=part)
            rows.warn(record, Finding.BAD_PHONE, reason)


def take_opening_bill(rows: SheetRows, record: Record) -> None:
    """One row of a list of open bills; the party's opening is their sum."""
    name = rows.party(record)
    number = rows.number(record)
    if not number:
        raise missing(rows.mapping, "number")
    bill_on = rows.needed_date(record)
    open_paise = signed_paise(rows, record, "amount")
    if open_paise is None:
        raise missing(rows.mapping, "amount")
    if open_paise == 0:
        raise CellTrouble(
            Finding.BAD_AMOUNT, say("The bill has no open amount; leave the row out.")
        )
    bill = OpeningBillRow(
        number=number,
        bill_on=bill_on,
        due_on=rows.due_on(record, bill_on),
        open_paise=open_paise,
        is_advance=open_paise < 0,
    )
    party = rows.parties[name_key(name)]
    change = digest_of(number, bill.bill_on, bill.due_on, open_paise)
    if rows.is_repeated(record, f"{party.origin_key}:{number.casefold()}", change):
        return
    bills = (*party.opening_bills, bill)
    said = [(one.number, one.bill_on, one.due_on, one.open_paise) for one in bills]
    rows.parties[name_key(name)] = replace(
        party,
        opening_bills=bills,
        opening_paise=party.opening_paise + open_paise,
        change=f"h{digest_of(*said)}",
    )
