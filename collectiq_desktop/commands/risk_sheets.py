"""Bills out of a spreadsheet, for trying what is foretold on somebody else's history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from collectiq_desktop.core.domain.errors import BadInput, ImportRefused, NotFound
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.intelligence.from_sheet import SheetBill
from collectiq_desktop.intelligence.schedules import CASSANDRA, IBM, Schedule
from collectiq_desktop.interchange.spreadsheets.cells import (
    CellTrouble,
    amount_of,
    date_of,
    days_of,
)
from collectiq_desktop.interchange.spreadsheets.grid import Grid, SheetTrouble, read_grid
from collectiq_desktop.interchange.spreadsheets.mapping import (
    DateOrder,
    Mapping,
    SheetKind,
    load_mapping,
)
from collectiq_desktop.interchange.spreadsheets.records import (
    Record,
    find_header,
    is_total,
    key_of,
    records_of,
)

_KIND = SheetKind.INVOICES_WITH_SETTLEMENT
KNOWN: tuple[tuple[Schedule, Mapping], ...] = (
    (
        CASSANDRA,
        Mapping(
            source="cassandra",
            kind=_KIND,
            columns={
                "party": "Vendor_Name",
                "on": "Invoice_Date",
                "due_on": "Due_Date",
                "amount": "Amount",
                "days_to_pay": "Number_of_Days_until_Payment",
                "entered_at": "Created",
            },
        ),
    ),
    (
        IBM,
        Mapping(
            source="ibm",
            kind=_KIND,
            columns={
                "party": "customerID",
                "on": "InvoiceDate",
                "due_on": "DueDate",
                "amount": "InvoiceAmount",
                "settled_on": "SettledDate",
            },
            date_order=DateOrder.MDY,
        ),
    ),
)
"""Files that are known by their columns, with the bars that were reached on them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetHistory:
    """The bills of a sheet, the schedule where the file is known, and what was left out.

    Args:
        left_out: rows that cannot be read, were there twice, or were paid before the bill.
    """

    bills: tuple[SheetBill, ...]
    schedule: Schedule | None
    left_out_count: int


def read_bills(path: Path, mapping_path: Path | None) -> SheetHistory:
    """The bills of a sheet.

    Raises:
        NotFound, BadInput, ImportRefused: each says what to do.
    """
    if not path.is_file():
        message = say("There is no file {path}. Check the name, or export it again.", path=path)
        raise NotFound(message, field="files")
    try:
        grid = read_grid(path)
        schedule, mapping = _mapping(grid, mapping_path)
        header = find_header(grid, mapping)
    except SheetTrouble as trouble:
        raise ImportRefused(trouble.finding.value, trouble.detail) from trouble
    bills: list[SheetBill] = []
    seen: set[tuple[object, ...]] = set()
    left_out_count = 0
    cells = {row.number: row.cells for row in grid.rows}
    for record in records_of(grid, mapping, header):
        if is_total(record):
            continue
        bill = _bill(record, mapping)
        if bill is None or cells[record.number] in seen:
            left_out_count += 1
            continue
        seen.add(cells[record.number])
        bills.append(bill)
    if left_out_count > len(bills):
        message = say(
            "Of {count} rows {left_out} cannot be read, stand there twice, or were paid before "
            "the bill. Check the columns and the order of dates in the mapping.",
            count=len(bills) + left_out_count,
            left_out=left_out_count,
        )
        raise BadInput(message, field="mapping")
    if not bills:
        raise BadInput(say("The sheet has no bills below its titles."), field="files")
    return SheetHistory(bills=tuple(bills), schedule=schedule, left_out_count=left_out_count)


def _mapping(grid: Grid, mapping_path: Path | None) -> tuple[Schedule | None, Mapping]:
    if mapping_path is not None:
        mapping = load_mapping(mapping_path)
        if mapping.kind is not _KIND:
            message = say(
                "The mapping reads a sheet of {kind}; for this it must be of {wanted}.",
                kind=mapping.kind.value,
                wanted=_KIND.value,
            )
            raise BadInput(message, field="mapping")
        return None, mapping
    titles = {key_of(str(cell)) for row in grid.rows[:1] for cell in row.cells}
    for schedule, mapping in KNOWN:
        if {key_of(header) for header in mapping.headers} <= titles:
            return schedule, mapping
    message = say(
        "Which column is what? Name a mapping with --mapping FILE; “collectiq import SHEET "
        "--suggest-mapping FILE” writes one to begin with."
    )
    raise BadInput(message, field="mapping")


def _bill(record: Record, mapping: Mapping) -> SheetBill | None:
    """The bill of a row; None for one that cannot be read, or was paid before it was written."""
    order = mapping.date_order
    try:
        bill_on = date_of(record.cell("on"), order)
        paid_on = _paid_on(record, bill_on, order)
        keyed = record.has("entered_at")
        amount_paise = amount_of(record.cell("amount")).paise
        found = SheetBill(
            party=record.text("party"),
            bill_on=bill_on.toordinal(),
            due_on=_due_on(record, mapping, bill_on).toordinal(),
            amount_paise=amount_paise,
            paid_on=paid_on,
            keyed_on=date_of(record.cell("entered_at"), order).toordinal() if keyed else None,
        )
    except CellTrouble:
        return None
    is_before = paid_on is not None and paid_on < found.bill_on
    return None if is_before or not found.party or amount_paise <= 0 else found


def _due_on(record: Record, mapping: Mapping, bill_on: date) -> date:
    if record.has("due_on"):
        return date_of(record.cell("due_on"), mapping.date_order)
    if record.has("credit_days"):
        return date.fromordinal(bill_on.toordinal() + days_of(record.cell("credit_days")))
    return date.fromordinal(bill_on.toordinal() + (mapping.credit_days or 0))


def _paid_on(record: Record, bill_on: date, order: DateOrder) -> int | None:
    if record.has("settled_on"):
        return date_of(record.cell("settled_on"), order).toordinal()
    if record.has("days_to_pay"):
        return bill_on.toordinal() + days_of(record.cell("days_to_pay"))
    return None
