"""A statement as a file: a sheet, a PDF or plain values, by the ending of its name.

Runs on the lane for long jobs; typesetting and sheets are loaded there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Final

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.statement import Statement
from collectiq_desktop.core.queries.exporting import MayExport
from collectiq_desktop.core.queries.statements import PartyStatement
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.ui.files import write_whole

PAPER: Final = "A4"


def _sheet(statement: Statement) -> bytes:
    from collectiq_desktop.documents.sheets import statement_xlsx

    return statement_xlsx(statement)


def _values(statement: Statement) -> bytes:
    from collectiq_desktop.documents.sheets import statement_csv

    return statement_csv(statement)


def _paper(statement: Statement) -> bytes:
    from collectiq_desktop.documents.statement import statement_pdf

    return statement_pdf(statement, paper=PAPER)


MAKERS: Mapping[str, Callable[[Statement], bytes]] = {
    ".xlsx": _sheet,
    ".pdf": _paper,
    ".csv": _values,
}


def save_statement(ask: PartyStatement, path: Path, books: Books, _progress: Progress) -> Path:
    """Ask for the statement and write it; there is the whole file or none.

    Raises:
        Refused: who asks may not save lists as files.
        BadInput: the name ends in none of the kinds that can be made.
        BooksTrouble: nothing can be written there.
    """
    make = MAKERS.get(path.suffix.lower())
    if make is None:
        message = say("End the name in .xlsx for Excel, .pdf for paper or .csv for plain values.")
        raise BadInput(message, field="path")
    books.ask(MayExport())
    write_whole(path, make(books.ask(ask)))
    return path


def proposed_name(statement: Statement) -> str:
    """What the file is called unless the clerk says otherwise."""
    whose = statement.party.code or statement.party.name
    plain = "".join(each if each.isalnum() or each in " -_." else "-" for each in whose).strip()
    return f"Statement {plain[:60]} {statement.to_on:%Y-%m-%d}.xlsx"
