"""One sheet and its mapping as a reading.

A row that cannot be taken is a complaint with its row number; the rest go on.
Nothing here raises for what a sheet holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.interchange.complaints import noted, refused, warned
from collectiq_desktop.interchange.files import check_readable
from collectiq_desktop.interchange.findings import Finding
from collectiq_desktop.interchange.rows import Complaint, Counts, Reading, Sums
from collectiq_desktop.interchange.spreadsheets.cells import CellTrouble
from collectiq_desktop.interchange.spreadsheets.document_sheets import (
    OpenInvoice,
    add_item,
    begin_invoice,
    close_invoice,
    is_continuation,
    same_invoice,
    take_receipt,
    take_settlement,
)
from collectiq_desktop.interchange.spreadsheets.grid import Grid, SheetTrouble, read_grid
from collectiq_desktop.interchange.spreadsheets.mapping import Mapping, SheetKind
from collectiq_desktop.interchange.spreadsheets.party_sheets import take_opening_bill, take_party
from collectiq_desktop.interchange.spreadsheets.records import (
    Record,
    find_header,
    is_total,
    records_of,
)
from collectiq_desktop.interchange.spreadsheets.sheet_rows import SheetRows, lacking, name_key

Progress = Callable[[int], None]


def read_sheet(
    path: Path,
    mapping: Mapping,
    *,
    known_parties: Iterable[str] = (),
    on_progress: Progress | None = None,
) -> Reading:
    """Everything the sheet gives; `on_progress` is told how many rows are done.

    Raises:
        Refused: the file is not there or may not be read.
    """
    check_readable(path)
    source = f"sheet:{name_key(mapping.source)}"
    try:
        grid = read_grid(path, mapping.sheet)
        header = find_header(grid, mapping)
    except SheetTrouble as trouble:
        complaint = refused(path.name, trouble.finding, trouble.detail)
        return Reading(source=source, files=(path.name,), complaints=(complaint,))
    names = frozenset(map(name_key, known_parties))
    rows = SheetRows(mapping=mapping, file=_place(grid), known_parties=names)
    records = _watched(records_of(grid, mapping, header), on_progress)
    if mapping.kind is SheetKind.INVOICES:
        _take_invoices(rows, records)
    else:
        for record in _whole(rows, records):
            _guarded(rows, record, _TAKE[mapping.kind])
    return _reading(source, path.name, rows)


def _place(grid: Grid) -> str:
    return f"{grid.file}, sheet {grid.sheet}" if grid.sheet else grid.file


def _watched(records: Iterator[Record], on_progress: Progress | None) -> Iterator[Record]:
    for count, record in enumerate(records, start=1):
        yield record
        if on_progress is not None:
            on_progress(count)


def _whole(rows: SheetRows, records: Iterable[Record]) -> Iterator[Record]:
    """The records that are no totals; damaged ones are thrown out."""
    for record in records:
        if is_total(record):
            reason = say("The row sums up other rows; it is left out.")
            rows.complaints.append(noted(rows.where(record), Finding.TOTAL_ROW, reason))
            continue
        rows.rows += 1
        if record.lacking:
            trouble = lacking(record.lacking)
            rows.reject(record, trouble.finding, trouble.reason)
            continue
        yield record


def _guarded(rows: SheetRows, record: Record, take: Callable[[SheetRows, Record], None]) -> None:
    try:
        take(rows, record)
    except CellTrouble as trouble:
        rows.reject(record, trouble.finding, trouble.reason)


def _take_settled(rows: SheetRows, record: Record) -> None:
    invoice = close_invoice(rows, begin_invoice(rows, record))
    if invoice is not None:
        take_settlement(rows, record, invoice)


_TAKE: dict[SheetKind, Callable[[SheetRows, Record], None]] = {
    SheetKind.PARTIES: take_party,
    SheetKind.OPENING_BILLS: take_opening_bill,
    SheetKind.RECEIPTS: take_receipt,
    SheetKind.INVOICES_WITH_SETTLEMENT: _take_settled,
}


def _take_invoices(rows: SheetRows, records: Iterable[Record]) -> None:
    """Invoices, of which each may spread its items over several rows."""
    invoice: OpenInvoice | None = None
    for record in _whole(rows, records):
        try:
            if invoice is not None and (is_continuation(record) or same_invoice(invoice, record)):
                add_item(rows, invoice, record)
                continue
            _close(rows, invoice)
            invoice = None
            invoice = begin_invoice(rows, record)
            add_item(rows, invoice, record)
        except CellTrouble as trouble:
            rows.reject(record, trouble.finding, trouble.reason)
            _give_up(rows, invoice, record)
            invoice = None
    _close(rows, invoice)


def _give_up(rows: SheetRows, invoice: OpenInvoice | None, record: Record) -> None:
    """Half an invoice would be worse than none: its first row goes too."""
    if invoice is not None and invoice.record is not record:
        reason = say(
            "Its item in row {number} cannot be read, so the invoice is not taken.",
            number=record.number,
        )
        rows.reject(invoice.record, Finding.MISSING_FIELD, reason)


def _close(rows: SheetRows, invoice: OpenInvoice | None) -> None:
    if invoice is None:
        return
    try:
        close_invoice(rows, invoice)
    except CellTrouble as trouble:
        rows.reject(invoice.record, trouble.finding, trouble.reason)


def _reading(source: str, file: str, rows: SheetRows) -> Reading:
    complaints: list[Complaint] = rows.complaints
    if rows.rows == 0:
        reason = say("There is no row below the header. Check the sheet and the mapping.")
        complaints.append(warned(file, Finding.NOTHING_TO_IMPORT, reason))
    parties = rows.used_parties()
    opening = [party.opening_paise for party in parties]
    return Reading(
        source=source,
        files=(file,),
        parties=parties,
        vouchers=rows.vouchers,
        complaints=tuple(complaints),
        sums=Sums(
            opening_debit_paise=sum(paise for paise in opening if paise > 0),
            opening_credit_paise=-sum(paise for paise in opening if paise < 0),
            debit_paise=rows.debit_paise,
            credit_paise=rows.credit_paise,
        ),
        counts=Counts(
            rows=rows.rows,
            parties=len(parties),
            vouchers=len(rows.vouchers),
            rejected=sum(one.severity.value == "rejected" for one in complaints),
        ),
    )
