"""What a file knows of the exchange, for a person to look at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.queries.branches import branches_of_firm
from collectiq_desktop.core.queries.syncing import Sync, SyncStanding
from collectiq_desktop.core.storage.seen import seen
from collectiq_desktop.sync.ended import Ended, last_ended
from collectiq_desktop.sync.head_office import NO_KEY, head_office_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What a file knows of the exchange.

    Args:
        address: of the head office, empty where the books stand alone.
        is_held_back: nothing is recorded until a person has said why the key
            is not here.
        has_key: whether anything can be sent.
        seen_at: when head office saw each device last.
        branches: the name of each branch by its id.
    """

    standing: SyncStanding
    address: str
    is_held_back: bool
    has_key: bool
    ended: tuple[Ended, ...]
    seen_at: Mapping[bytes, int]
    branches: Mapping[str, str]


def overview(books: Books) -> Overview:
    """What this file knows of the exchange."""
    office = head_office_of(books)
    with books.reading() as conn:
        seen_at, branches = seen(conn), branches_of_firm(conn)
    return Overview(
        standing=books.ask(Sync()),
        address=office.address if office is not None else "",
        is_held_back=bool(books.held_back),
        has_key=office is not None and office.device_key != NO_KEY,
        ended=last_ended(books),
        seen_at=seen_at,
        branches=branches,
    )
