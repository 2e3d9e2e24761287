"""`outstanding`, `ageing`, `trial-balance`: where things stand on a day."""

from __future__ import annotations

from collections.abc import Iterator

from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.commands.parties import BILL_COLUMNS
from collectiq_desktop.commands.tables import left, right, table
from collectiq_desktop.commands.writing import (
    bill_cells,
    bill_machine,
    count_text,
    day_text,
    sum_text,
    tie_out,
    titled,
)
from collectiq_desktop.core.domain.ageing import DEFAULT_SLABS, Slabs, parse_slabs
from collectiq_desktop.core.domain.money import format_dr_cr, format_inr
from collectiq_desktop.core.queries.ageing import Ageing, AgeingSheet
from collectiq_desktop.core.queries.as_of import PartyFilter
from collectiq_desktop.core.queries.outstanding import Outstanding, OutstandingSheet


def slabs_of(text: str | None) -> Slabs:
    """The slabs that were typed, or the usual ones."""
    return DEFAULT_SLABS if text is None else parse_slabs(text)


def outstanding(call: Call) -> Answer:
    """Who owes what, bill by bill, as of a day."""
    wanted = PartyFilter(beat=call.options.beat or "", area=call.options.area or "")
    with call.books() as books:
        sheet: OutstandingSheet = books.ask(Outstanding(as_of_on=call.day("as_of"), parties=wanted))
    return Answer(
        for_machines=lambda: _outstanding_machine(sheet),
        for_people=lambda: _outstanding_lines(sheet),
    )


def _outstanding_machine(sheet: OutstandingSheet) -> dict[str, object]:
    return {
        "as_of_on": sheet.as_of_on.isoformat(),
        "total_paise": sheet.total_paise if sheet.has_totals else None,
        "parties": [
            {
                "party": party.party,
                "code": party.code,
                "balance_paise": party.balance_paise,
                "on_account_paise": party.on_account_paise,
                "bills": [bill_machine(bill) for bill in party.bills],
            }
            for party in sheet.parties
        ],
    }


def _outstanding_lines(sheet: OutstandingSheet) -> Iterator[str]:
    yield f"Outstanding on {day_text(sheet.as_of_on)}"
    for party in sheet.parties:
        yield ""
        yield f"{party.party} ({party.code})"
        if party.bills:
            yield from table(BILL_COLUMNS, map(bill_cells, party.bills))
        bills_paise = sum(bill.open_paise for bill in party.bills)
        yield tie_out(bills_paise, party.on_account_paise, party.balance_paise)
    yield ""
    count = count_text(len(sheet.parties), "party", "parties")
    total = format_dr_cr(sheet.total_paise) if sheet.has_totals else "not shown to you"
    yield f"Total {total}, {count}"


def ageing(call: Call) -> Answer:
    """What is open, by how late or how old it is, as of a day."""
    options = call.options
    ask = Ageing(
        as_of_on=call.day("as_of"),
        basis=options.by,
        slabs=slabs_of(options.slabs),
        parties=PartyFilter(beat=options.beat or "", area=options.area or ""),
    )
    with call.books() as books:
        sheet: AgeingSheet = books.ask(ask)
    words = "due date" if sheet.basis == "due" else "bill date"
    title = f"Ageing by {words}, on {day_text(sheet.as_of_on)}, in days"
    return Answer(
        for_machines=lambda: _ageing_machine(sheet),
        for_people=lambda: titled(title, _ageing_table(sheet)),
    )


def _ageing_machine(sheet: AgeingSheet) -> dict[str, object]:
    return {
        "slabs": list(sheet.slabs.limits_days),
        "labels": list(sheet.labels),
        "basis": sheet.basis,
        "as_of_on": sheet.as_of_on.isoformat(),
        "rows": [
            {
                "party": row.party,
                "code": row.code,
                "buckets_paise": list(row.buckets_paise),
                "on_account_paise": row.on_account_paise,
                "total_paise": row.total_paise,
            }
            for row in sheet.rows
        ],
        "buckets_paise": list(sheet.buckets_paise),
        "on_account_paise": sheet.on_account_paise,
        "total_paise": sheet.total_paise if sheet.has_totals else None,
    }


def _ageing_table(sheet: AgeingSheet) -> Iterator[str]:
    columns = (
        left("Party"),
        *map(right, sheet.labels),
        right("On account"),
        right("Total"),
    )
    rows = [
        (
            row.party,
            *map(sum_text, row.buckets_paise),
            sum_text(row.on_account_paise),
            format_inr(row.total_paise),
        )
        for row in sheet.rows
    ]
    totals = (
        count_text(len(sheet.rows), "party", "parties"),
        *map(sum_text, sheet.buckets_paise),
        sum_text(sheet.on_account_paise),
        format_inr(sheet.total_paise),
    )
    yield from table(columns, rows, totals if sheet.has_totals else ())
