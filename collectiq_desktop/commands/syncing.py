"""`sync`, `export-unsent`, `take-in` and `devices`: the exchange without a window."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from collectiq_desktop import __version__, paths
from collectiq_desktop.app import device_keys
from collectiq_desktop.commands.answering import Answer, Call, check_place
from collectiq_desktop.commands.progress import shown_progress
from collectiq_desktop.commands.tables import Column, left, right, table
from collectiq_desktop.commands.writing import count_text, moment_text
from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.branches import branches_of_firm
from collectiq_desktop.core.queries.syncing import Sync, SyncDevice, SyncDevices, SyncStanding
from collectiq_desktop.core.storage.locks import FileLocks
from collectiq_desktop.core.storage.seen import seen
from collectiq_desktop.sync.carrying import take_in as carry
from collectiq_desktop.sync.ended import Ended, Outcome
from collectiq_desktop.sync.enrolment import key_of
from collectiq_desktop.sync.exchange import Exchanged
from collectiq_desktop.sync.parcels import export_unsent as export
from collectiq_desktop.sync.reaching import agent_of
from collectiq_desktop.sync.words import sentence_of

PROGRAM = f"CollectIQ {__version__}"


def exchange(call: Call) -> Answer:
    """Exchange once, or every so often until somebody stops it."""
    with call.books() as books:
        _check_enrolled(books)
        ended = exchange_shown(books, call)
        if call.options.every is not None:
            ended = _again_and_again(books, call, ended)
        standing = books.ask(Sync())
    return Answer(
        for_machines=lambda: _machine(ended, standing),
        for_people=lambda: _lines(ended, standing),
        exit_code=0 if ended.outcome.is_good else 1,
    )


def _again_and_again(books: Books, call: Call, ended: Ended) -> Ended:
    """Until Ctrl+C; what was exchanged until then stays."""
    with suppress(KeyboardInterrupt):
        while ended.outcome is not Outcome.REVOKED:
            time.sleep(max(1, call.options.every))
            ended = exchange_shown(books, call)
    return ended


def exchange_shown(books: Books, call: Call) -> Ended:
    """One exchange, with its progress on stderr."""
    folder = paths.data_folder() / "locks"
    folder.mkdir(parents=True, exist_ok=True)
    agent = agent_of(books, device_keys(), PROGRAM, FileLocks(folder))
    with shown_progress("Exchanging") as progress:

        def tell(done: Exchanged) -> None:
            whole = done.to_push_count + done.to_pull_count
            progress(min(done.pushed_count + done.pulled_count, whole), whole)

        ended = agent.exchange(tell)
    if ended.is_repaired:
        call.notice("The books were worked out anew, because head office had other sums.")
    return ended


def _check_enrolled(books: Books) -> None:
    if not books.identity.is_enrolled:
        message = say("These books stand alone. Enrol them first: “collectiq enrol ADDRESS CODE”.")
        raise Refused(message, field="books")


def _machine(ended: Ended, standing: SyncStanding) -> dict[str, object]:
    return {
        "outcome": str(ended.outcome),
        "detail": str(ended.told),
        "pushed": ended.pushed_count,
        "pulled": ended.pulled_count,
        "unsent": standing.unsent_count,
        "held": standing.held_count,
        "firm_seq": standing.firm_seq,
        "is_repaired": ended.is_repaired,
        "is_restored": ended.is_restored,
        "differs_from_on": ended.differs_from_on or None,
    }


def _lines(ended: Ended, standing: SyncStanding) -> Iterator[str]:
    yield sentence_of(ended)
    if standing.unsent_count and standing.oldest_unsent_at is not None:
        since = moment_text(standing.oldest_unsent_at)
        yield f"Not yet sent: {count_text(standing.unsent_count, 'entry', 'entries')} since {since}"
    if standing.held_count:
        yield f"Held at head office: {count_text(standing.held_count, 'entry', 'entries')}"


def export_unsent(call: Call) -> Answer:
    """Write what was not sent into a file, signed by this counter."""
    check_place(call.options.file)
    target = Path(call.options.file)
    with call.books() as books:
        _check_enrolled(books)
        count = export(books, key_of(books, device_keys()), target)
    return Answer(
        for_machines=lambda: {"file": str(target), "facts": count},
        for_people=lambda: [
            f"{count_text(count, 'entry', 'entries')} written to {target}.",
            (
                "Head office takes it in with “collectiq-server take-in”, another counter with "
                "“collectiq take-in”. It is no harm if the line comes back before that."
            ),
        ],
    )


def take_in(call: Call) -> Answer:
    """Keep another counter's parcel, and hand it on if the line is up."""
    with call.books() as books:
        count = carry(books, Path(call.options.file))
        ended = exchange_shown(books, call)
    facts = count_text(count, "entry", "entries")
    handed = f"{facts} of another counter handed on to head office."
    kept = f"{facts} of another counter are kept, and handed on when the line is up."
    return Answer(
        for_machines=lambda: {"facts": count, "outcome": str(ended.outcome)},
        for_people=lambda: [handed if ended.outcome.is_good else kept],
        exit_code=0 if ended.outcome.is_good else 1,
    )


def devices(call: Call) -> Answer:
    """The firm's devices as far as they are known here."""
    with call.books() as books:
        known = books.ask(SyncDevices())
        with books.reading() as conn:
            last_seen, branches = seen(conn), branches_of_firm(conn)
    return Answer(
        for_machines=lambda: {
            "devices": [_device_machine(each, last_seen.get(each.device_id)) for each in known]
        },
        for_people=lambda: table(
            _DEVICE_COLUMNS,
            [_device_cells(each, last_seen.get(each.device_id), branches) for each in known],
        ),
    )


_DEVICE_COLUMNS: tuple[Column, ...] = (
    left("Series"),
    left("Name"),
    left("Branch"),
    left("Gets"),
    right("Entries"),
    left("Seen last"),
    left("State"),
)


def _device_machine(device: SyncDevice, seen_at: int | None) -> dict[str, object]:
    return {
        "device_id": device.device_id.hex(),
        "name": device.name,
        "series_code": device.series_code,
        "branch_id": device.branch_id,
        "branches": device.branches.split(" "),
        "facts": device.facts_count,
        "seen_at": seen_at,
        "is_own": device.is_own,
        "is_server": device.is_server,
        "is_revoked": device.is_revoked,
    }


def _device_cells(
    device: SyncDevice, seen_at: int | None, branches: dict[str, str]
) -> tuple[str, ...]:
    gets = ["all"] if device.branches == "*" else device.branches.split(" ")
    state = "revoked" if device.is_revoked else "head office" if device.is_server else ""
    return (
        device.series_code,
        device.name,
        branches.get(device.branch_id, device.branch_id),
        ", ".join(branches.get(each, each) for each in gets),
        str(device.facts_count),
        moment_text(seen_at) if seen_at is not None else "",
        state or ("this one" if device.is_own else ""),
    )
