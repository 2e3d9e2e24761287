"""`edit-log`: who did what, when and at which counter, old values beside new ones."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from collectiq_desktop.commands.answering import Answer, Call, check_place, write_file
from collectiq_desktop.commands.registers import period_of, period_text
from collectiq_desktop.commands.tables import left, table
from collectiq_desktop.commands.writing import moment_text, titled
from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.changes import ChangeLine, What
from collectiq_desktop.core.queries.edit_log import About, EditLog
from collectiq_desktop.core.queries.edits import EditLine
from collectiq_desktop.core.queries.employees import Employees
from collectiq_desktop.core.queries.exporting import MayExport
from collectiq_desktop.core.queries.finding import ResolveParty
from collectiq_desktop.core.services.verify import check_chain

_PAGE = 1_000
_HEADS = ("When", "Who", "Counter", "What", "About", "Field", "Before", "After")
_LETTERS = (9.0, 10.0, 10.0, 17.0, None, 13.0, 14.0, 16.0)


def edit_log(call: Call) -> Answer:
    """Everything that was recorded in a period, the newest first; or whether the chain holds."""
    if call.options.verify_chain:
        return _chain(call)
    for kind in ("xlsx", "pdf", "csv"):
        check_place(getattr(call.options, kind))
    from_on, to_on = period_of(call)
    with call.books() as books:
        edits = list(_all_edits(books, _wish(call, books, from_on, to_on)))
        saved = _saved(call, books, edits)
    return Answer(
        for_machines=lambda: {
            "from_on": from_on and from_on.isoformat(),
            "to_on": to_on and to_on.isoformat(),
            "edits": [_machine(edit) for edit in edits],
            **saved,
        },
        for_people=lambda: [
            *titled(f"Edit log{period_text((from_on, to_on))}", _table(edits)),
            *(f"Saved as {place}" for place in saved.values()),
        ],
    )


def _chain(call: Call) -> Answer:
    with call.books(is_examined=True) as books, books.reading() as conn:
        check = check_chain(conn)
    word = "intact" if check.ok else "broken"
    return Answer(
        for_machines=lambda: {"chain": word, "detail": str(check.detail)},
        for_people=lambda: [f"The chain is {word}. {check.detail}"],
        exit_code=0 if check.ok else 1,
    )


def _wish(call: Call, books: Books, from_on: date | None, to_on: date | None) -> EditLog:
    wish = EditLog(from_on=from_on, to_on=to_on, limit=_PAGE)
    if call.options.who is not None:
        wish = replace(wish, user_id=_who(books, call.options.who))
    if call.options.party is not None:
        party_id = books.ask(ResolveParty(text=call.options.party)).party_id
        wish = replace(wish, party_id=party_id)
    if call.options.about is not None:
        wish = replace(wish, about=About(call.options.about))
    return wish


def _who(books: Books, name: str) -> UserId:
    wanted = name.strip().casefold()
    for row in books.ask(Employees(with_inactive=True)):
        if row.employee.name.casefold() == wanted:
            return row.employee_id
    raise NotFound(say("There is no employee called {name}.", name=name), field="who")


def _all_edits(books: Books, wish: EditLog) -> Iterator[EditLine]:
    after = None
    while True:
        page = books.ask(replace(wish, after=after))
        yield from page.rows
        after = page.after
        if after is None:
            return


def _machine(edit: EditLine) -> dict[str, object]:
    told = edit.told
    return {
        "id": told.fact_id.hex(),
        "at": told.recorded_at,
        "who": edit.user,
        "counter": told.device,
        "kind": told.kind,
        "number": told.number,
        "party": told.party,
        "about": edit.subject,
        "state": edit.state,
        "reason": edit.reason,
        "changes": [
            {"field": _field(line), "before": _plain(line.old), "after": _plain(line.new)}
            for line in edit.changes
        ],
    }


def _field(line: ChangeLine) -> str:
    is_plain = line.what in (What.MASTER, What.FIELD)
    return line.subject if is_plain else f"{line.what} {line.subject}".strip()


def _plain(value: Any) -> object:
    if isinstance(value, date):
        return value.isoformat()
    return value if value is None or isinstance(value, (str, int, bool, list)) else str(value)


def _text(line: ChangeLine, value: Any) -> str:
    is_money = line.subject.endswith("_paise") or line.what not in (What.MASTER, What.FIELD)
    if is_money and isinstance(value, int) and not isinstance(value, bool):
        return format_inr(value)
    if isinstance(value, (list, tuple)):
        return ", ".join(map(str, value))
    return "" if value is None else str(_plain(value))


def _rows(edits: list[EditLine]) -> Iterator[tuple[str, ...]]:
    for edit in edits:
        told = edit.told
        what = " ".join(filter(None, (told.kind, told.number, edit.state)))
        about = " · ".join(filter(None, (told.party, edit.subject)))
        head = (moment_text(told.recorded_at), edit.user, told.device, what, about)
        lines = [*edit.changes]
        if edit.reason:
            lines.append(ChangeLine(What.MASTER, "reason", None, edit.reason))
        for line in lines or [ChangeLine(What.MASTER, "", None, None)]:
            yield (*head, _field(line), _text(line, line.old), _text(line, line.new))


def _table(edits: list[EditLine]) -> Iterator[str]:
    if not edits:
        yield "Nothing was recorded."
        return
    yield from table(list(map(left, _HEADS)), _rows(edits))


def _saved(call: Call, books: Books, edits: list[EditLine]) -> dict[str, str]:
    """The files that were asked for, by kind."""
    wanted = {kind: getattr(call.options, kind) for kind in ("xlsx", "pdf", "csv")}
    places = {kind: place for kind, place in wanted.items() if place is not None}
    if not places:
        return {}
    books.ask(MayExport())
    from collectiq_desktop.core.queries.firm import FirmCard
    from collectiq_desktop.documents import lists
    from collectiq_desktop.documents.tables import Column

    made = lists.ListOnPaper(
        firm=books.ask(FirmCard()).firm.name,
        title="Edit log",
        subs=(),
        columns=tuple(
            Column(head=head, most_em=most) for head, most in zip(_HEADS, _LETTERS, strict=True)
        ),
        rows=tuple(_rows(edits)),
        made_on=call.today_on,
        none_text="Nothing was recorded.",
    )
    makers = {"xlsx": lists.list_xlsx, "pdf": lists.list_pdf, "csv": lists.list_csv}
    return {kind: write_file(Path(place), makers[kind](made)) for kind, place in places.items()}
