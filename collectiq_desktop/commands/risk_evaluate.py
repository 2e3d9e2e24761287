"""`risk evaluate`: how well it would have been foretold, beside plain rules."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.commands.progress import shown_progress
from collectiq_desktop.commands.risk_sheets import read_bills
from collectiq_desktop.commands.tables import left, right, table
from collectiq_desktop.commands.writing import count_text
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.intelligence.evaluating import Row, evaluate
from collectiq_desktop.intelligence.foresight import firm_folder
from collectiq_desktop.intelligence.from_sheet import history_of_sheet
from collectiq_desktop.intelligence.history import History
from collectiq_desktop.intelligence.kept import history_kept
from collectiq_desktop.intelligence.schedules import Schedule, schedule_for


def answer(call: Call) -> Answer:
    """The table of an evaluation."""
    history, schedule = _tried(call)
    with shown_progress("Trying", " steps") as progress:
        rows = list(evaluate(history, schedule, progress))
    return Answer(for_machines=lambda: _machine(rows), for_people=lambda: _lines(history, rows))


def _tried(call: Call) -> tuple[History, Schedule]:
    """The history that is tried: of a sheet, else of the books."""
    target, mapping = call.options.target, call.options.mapping
    if target is None:
        with call.books() as books:
            card = books.ask(FirmCard())
            history = history_kept(books, firm_folder(card.firm_id))
        return history, schedule_for(history, card.firm.name)
    path = Path(target)
    found = read_bills(path, Path(mapping) if mapping else None)
    if found.left_out_count:
        call.notice(
            say(
                "Rows left out: {count}. They cannot be read, stand there twice, or were paid "
                "before the bill.",
                count=found.left_out_count,
            )
        )
    history = history_of_sheet(found.bills)
    return history, found.schedule or schedule_for(history, path.stem)


def _machine(rows: Sequence[Row]) -> dict[str, object]:
    return {"rows": [_row_machine(row) for row in rows]}


def _row_machine(row: Row) -> dict[str, object]:
    return {
        "test": row.test,
        "naive": round(row.naive, 4),
        "curves": round(row.curves, 4),
        "figure": round(row.figure, 4),
        "bar": round(row.bar, 4),
        "met": row.is_met,
        "low": round(row.gain.low, 4),
        "high": round(row.gain.high, 4),
        "cases_count": row.cases_count,
        "is_higher_better": row.is_higher_better,
    }


def _lines(history: History, rows: Sequence[Row]) -> Iterator[str]:
    bills = count_text(len(history.bills), "bill")
    yield f"{bills} of {count_text(len(history.members), 'party', 'parties')}"
    yield "Each was foretold from what was known strictly before its day."
    yield "Gain: over the plain rule, 90 % interval by party; above nothing is better."
    yield ""
    columns = (
        left("Test", widest=60),
        right("Cases"),
        right("Plain rule"),
        right("Curves"),
        right("Figure"),
        right("Bar"),
        left("Bar met"),
        right("Gain from"),
        right("to"),
    )
    yield from table(columns, map(_cells, rows))
    tried = [row for row in rows if row.cases_count]
    missed = [row for row in tried if not row.is_met]
    yield ""
    yield f"Bars met: {len(tried) - len(missed)} of {len(tried)}."
    if len(tried) < len(rows):
        left_out = len(rows) - len(tried)
        yield f"Not tried, for the history is too short or too small: {left_out}."
    for row in missed:
        yield f"Missed: {row.test} by {abs(row.figure - row.bar):.4f}"


def _cells(row: Row) -> tuple[str, ...]:
    return (
        row.test,
        str(row.cases_count),
        f"{row.naive:.4f}",
        f"{row.curves:.4f}",
        f"{row.figure:.4f}",
        f"{'≥' if row.is_higher_better else '≤'} {row.bar:.4f}",
        "yes" if row.is_met else "no" if row.cases_count else "–",
        f"{row.gain.low:+.4f}",
        f"{row.gain.high:+.4f}",
    )
