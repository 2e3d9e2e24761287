"""`statement`: one record, as text, JSON, PDF, XLSX or CSV."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from collectiq_desktop.commands.answering import Answer, Call, check_place, write_file
from collectiq_desktop.commands.parties import BILL_COLUMNS
from collectiq_desktop.commands.reports import slabs_of
from collectiq_desktop.commands.tables import left, right, table
from collectiq_desktop.commands.writing import (
    bill_cells,
    count_text,
    day_text,
    kind_text,
    moment_text,
    sum_text,
    tie_out,
)
from collectiq_desktop.core.domain.money import format_dr_cr, format_inr
from collectiq_desktop.core.domain.statement import Statement
from collectiq_desktop.core.queries.exporting import MayExport
from collectiq_desktop.core.queries.finding import ResolveParty
from collectiq_desktop.core.queries.statements import PartyStatement


def make(call: Call) -> Answer:
    """A party's statement, and the files that were asked for."""
    options = call.options
    for place in (options.pdf, options.xlsx, options.csv):
        check_place(place)
    with call.books() as books:
        if options.pdf or options.xlsx or options.csv:
            books.ask(MayExport())
        party = books.ask(ResolveParty(text=options.party))
        statement: Statement = books.ask(
            PartyStatement(
                party_id=party.party_id,
                from_on=call.day("from_on"),
                to_on=call.day("to_on"),
                form=options.form,
                basis=options.by,
                slabs=slabs_of(options.slabs),
                made_text=moment_text(call.outside.clock.now_at()),
            )
        )
    files = [
        write_file(Path(place), content(statement, call))
        for place, content in ((options.pdf, _pdf), (options.xlsx, _xlsx), (options.csv, _csv))
        if place
    ]
    return Answer(
        for_machines=lambda: _machine(statement, files),
        for_people=lambda: _lines(statement, files),
    )


def _pdf(statement: Statement, call: Call) -> bytes:
    from collectiq_desktop.documents.statement import statement_pdf

    return statement_pdf(statement, paper=call.options.paper, language=call.options.language)


def _xlsx(statement: Statement, call: Call) -> bytes:
    from collectiq_desktop.documents.sheets import statement_xlsx

    return statement_xlsx(statement, language=call.options.language)


def _csv(statement: Statement, call: Call) -> bytes:
    from collectiq_desktop.documents.sheets import statement_csv

    return statement_csv(statement, language=call.options.language)


def _machine(statement: Statement, files: list[str]) -> dict[str, object]:
    from collectiq_desktop.documents.sheets import statement_dict

    return {**statement_dict(statement), "files": files}


def _lines(statement: Statement, files: list[str]) -> Iterator[str]:
    period = f"{day_text(statement.from_on)} to {day_text(statement.to_on)}"
    yield statement.firm.name
    yield f"Statement of {statement.party.name} ({statement.party.code}), {period}"
    yield ""
    if statement.form == "ledger":
        yield from _ledger(statement)
        yield ""
    if statement.bills:
        yield f"Open bills on {day_text(statement.to_on)}"
        yield from table(BILL_COLUMNS, map(bill_cells, statement.bills))
        yield ""
        yield from _strip(statement)
        yield ""
    yield tie_out(statement.bills_paise, statement.on_account_paise, statement.closing_paise)
    if statement.overdue_paise:
        yield f"Overdue {format_inr(statement.overdue_paise)}"
    for place in files:
        yield f"Written: {place}"


def _ledger(statement: Statement) -> Iterator[str]:
    columns = (
        left("Date"),
        left("Voucher", 16),
        left("Number", 24),
        left("Particulars", 44),
        right("Debit"),
        right("Credit"),
        right("Balance"),
    )
    opening = format_dr_cr(statement.opening_paise)
    rows = [(day_text(statement.from_on), "Opening", "", "", "", "", opening)]
    rows += [
        (
            day_text(line.on),
            kind_text(line.kind),
            line.number,
            line.particulars,
            sum_text(line.debit_paise),
            sum_text(line.credit_paise),
            format_dr_cr(line.balance_paise),
        )
        for line in statement.lines
    ]
    totals = (
        count_text(len(statement.lines), "line"),
        "",
        "",
        "Closing",
        format_inr(statement.debit_paise),
        format_inr(statement.credit_paise),
        format_dr_cr(statement.closing_paise),
    )
    yield from table(columns, rows, totals)


def _strip(statement: Statement) -> Iterator[str]:
    words = "days overdue" if statement.basis == "due" else "days old"
    columns = [right(bucket.label) for bucket in statement.ageing]
    yield f"Open by {words}"
    yield from table(columns, [[format_inr(bucket.open_paise) for bucket in statement.ageing]])
