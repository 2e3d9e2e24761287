"""`cheques`, `promises`, `visits`, `reminders`, `run-sheets`, `cash`: how money is chased."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any, NamedTuple

from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.commands.tables import Column, left, right, table
from collectiq_desktop.commands.writing import day_text, sum_text, titled
from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.queries.cheques import ChequeRegister
from collectiq_desktop.core.queries.custody import Handovers
from collectiq_desktop.core.queries.promises import Promises
from collectiq_desktop.core.queries.reminders import RemindersOpened
from collectiq_desktop.core.queries.runsheets import RunSheets
from collectiq_desktop.core.queries.visits import Visits

_SIGNED = {None: "not signed", True: "signed", False: "disputed"}


class _Cell(NamedTuple):
    """One column: its title, the field it is of, and how that is written for people."""

    column: Column
    field: str
    text: Callable[[Any], str]


def _words(title: str, field: str, widest: int = 30) -> _Cell:
    return _Cell(left(title, widest), field, str)


def _day(title: str, field: str) -> _Cell:
    return _Cell(left(title), field, day_text)


def _sum(title: str, field: str) -> _Cell:
    return _Cell(right(title), field, format_inr)


CHEQUES = (
    _day("Dated", "cheque_on"),
    _words("Number", "number"),
    _words("Bank", "bank", 20),
    _words("Party", "party"),
    _sum("Amount", "amount_paise"),
    _words("State", "state"),
    _day("Since", "since_on"),
)
PROMISES = (
    _day("By", "promised_on"),
    _words("Party", "party"),
    _sum("Promised", "amount_paise"),
    _Cell(right("Came"), "paid_paise", sum_text),
    _words("State", "state"),
    _words("Taken by", "taker", 20),
    _day("Made", "made_on"),
)
VISITS = (
    _day("Day", "on"),
    _words("Party", "party"),
    _words("Outcome", "outcome"),
    _words("Agent", "agent", 20),
    _words("Note", "note"),
)
REMINDERS = (
    _day("Day", "on"),
    _words("Party", "party"),
    _words("Opened in", "channel"),
    _words("Language", "language"),
    _sum("Overdue", "amount_paise"),
    _words("By", "agent", 20),
)
SHEETS = (
    _words("Number", "number"),
    _day("Day", "on"),
    _words("Agent", "agent", 20),
    _Cell(right("Rows"), "rows_count", str),
    _Cell(right("Ended"), "ended_count", str),
    _sum("Expected", "expected_paise"),
    _sum("Came", "received_paise"),
    _day("Closed", "closed_on"),
)
CASH = (
    _day("Day", "on"),
    _words("Number", "number"),
    _words("Agent", "agent", 20),
    _sum("Should be", "expected_paise"),
    _sum("Counted", "counted_paise"),
    _Cell(right("Short"), "short_paise", sum_text),
    _words("Counted by", "counted_by", 20),
    _Cell(left("Agent says"), "is_agreed", _SIGNED.__getitem__),
)


def cheques(call: Call) -> Answer:
    """Cheques that are not at an end, and those that came to one lately."""
    return _told(call, "Cheques", CHEQUES, lambda books: books.ask(ChequeRegister()).lines)


def promises(call: Call) -> Answer:
    """Promises that wait, and those decided lately."""
    return _told(call, "Promises", PROMISES, lambda books: books.ask(Promises()).lines)


def visits(call: Call) -> Answer:
    """Calls on parties and what came of them."""
    return _told(call, "Visits", VISITS, lambda books: books.ask(Visits()))


def reminders(call: Call) -> Answer:
    """Reminders that were opened lately; whether they went out, nobody here knows."""
    return _told(call, "Reminders", REMINDERS, lambda books: books.ask(RemindersOpened()))


def run_sheets(call: Call) -> Answer:
    """Run sheets that are open, and those of the last 30 days."""
    return _told(call, "Run sheets", SHEETS, lambda books: books.ask(RunSheets()))


def cash(call: Call) -> Answer:
    """Agents' cash as it was counted in, of the last 60 days."""
    return _told(call, "Cash hand-overs", CASH, lambda books: books.ask(Handovers()))


def _told(
    call: Call, title: str, cells: Sequence[_Cell], ask: Callable[[Books], Iterable[Any]]
) -> Answer:
    with call.books() as books:
        lines = list(ask(books))
    rows = [tuple(cell.text(getattr(line, cell.field)) for cell in cells) for line in lines]
    name = title.lower().replace(" ", "_").replace("-", "_")
    return Answer(
        for_machines=lambda: {name: [_machine(line, cells) for line in lines]},
        for_people=lambda: titled(
            title, table([cell.column for cell in cells], rows) if rows else ["Nothing."]
        ),
    )


def _machine(line: Any, cells: Sequence[_Cell]) -> dict[str, object]:
    return {cell.field: _plain(getattr(line, cell.field)) for cell in cells}


def _plain(value: Any) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, (bool, int)) else str(value)
