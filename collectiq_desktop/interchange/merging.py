"""Several readings as one, so that masters and vouchers may come apart."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from collectiq_desktop.core.domain.errors import ImportRefused
from collectiq_desktop.core.domain.firm import company_key
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.rows import PartyRow, Reading, VoucherRow, VoucherRows
from collectiq_desktop.interchange.tally.groups import key_of


@dataclass(frozen=True, slots=True)
class _InTurn:
    """The vouchers of several readings, one reading after the other."""

    parts: tuple[VoucherRows, ...]

    def __iter__(self) -> Iterator[VoucherRow]:
        for part in self.parts:
            yield from part

    def __len__(self) -> int:
        return sum(len(part) for part in self.parts)


def merged(readings: Sequence[Reading]) -> Reading:
    """One reading of all; of a party that comes twice what either says.

    Raises:
        ImportRefused: they are of two companies.
    """
    first = readings[0]
    if len(readings) == 1:
        return first
    companies = [one.company_name for one in readings if one.company_name]
    for company in companies[1:]:
        if company_key(company) != company_key(companies[0]):
            message = say(
                "The files are of two companies, “{companies}” and “{company}”. Import one company "
                "at a time.",
                companies=companies[0],
                company=company,
            )
            raise ImportRefused(Finding.TWO_COMPANIES.value, message)
    begins = [one.books_from_on for one in readings if one.books_from_on]
    return Reading(
        source="+".join(dict.fromkeys(one.source for one in readings)),
        files=tuple(name for one in readings for name in one.files),
        company_name=next(iter(companies), None),
        company_guid=next((one.company_guid for one in readings if one.company_guid), None),
        books_from_on=min(begins, default=None),
        parties=_parties(readings),
        accounts=tuple(
            {key_of(row.name): row for one in readings for row in one.accounts}.values()
        ),
        items=tuple({key_of(row.name): row for one in readings for row in one.items}.values()),
        voucher_types=tuple(row for one in readings for row in one.voucher_types),
        vouchers=_InTurn(tuple(one.vouchers for one in readings)),
        complaints=tuple(row for one in readings for row in one.complaints),
    )


def _parties(readings: Sequence[Reading]) -> tuple[PartyRow, ...]:
    """Each party once: by its fuller row, with the opening bills of all."""
    found: dict[str, PartyRow] = {}
    for row in (row for one in readings for row in one.parties):
        key = key_of(row.name)
        found[key] = _together(found[key], row) if key in found else row
    return tuple(found.values())


def _together(one: PartyRow, other: PartyRow) -> PartyRow:
    full, bare = (one, other) if _said(one) >= _said(other) else (other, one)
    bills = {key_of(bill.number): bill for bill in (*bare.opening_bills, *full.opening_bills)}
    return replace(
        full,
        opening_bills=tuple(bills.values()),
        opening_paise=_opening_paise(full, bare, sum(bill.open_paise for bill in bills.values())),
        change=full.change if bare.change == full.change else f"{full.change}.{bare.change}",
    )


def _opening_paise(full: PartyRow, bare: PartyRow, bills_paise: int) -> int:
    """The opening balance: as a row without bills tells it, else by the bills."""
    for row in (full, bare):
        if row.opening_paise and not row.opening_bills:
            return row.opening_paise
    return bills_paise + full.opening_on_account_paise + bare.opening_on_account_paise


def _said(row: PartyRow) -> int:
    """How much a row says of the party besides its opening."""
    fields = (row.code, row.gstin, row.state, row.email, row.credit_days, row.credit_limit_paise)
    many = (row.phones, row.address, row.aliases, row.group_path, row.opening_paise)
    return sum(field is not None for field in fields) + sum(bool(field) for field in many)
