"""`risk score --publish`: every counter and phone of the firm then shows the same scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from collectiq_desktop.commands.progress import shown_progress
from collectiq_desktop.core.books import Books
from collectiq_desktop.core.services import bulletins
from collectiq_desktop.core.wire.risk_bulletins import (
    OUTLOOK_KEY,
    outlook_bytes,
    party_bytes,
    party_key,
)
from collectiq_desktop.intelligence.foresight import Foresight, Look
from collectiq_desktop.intelligence.people import PartyAhead
from collectiq_desktop.intelligence.scoring import Scoring

_AT_ONCE = 50
"""Few to a transaction, so that a counter that saves waits for milliseconds only."""

Value = tuple[str, bytes]


def publish(books: Books, foresight: Foresight, look: Look, found: list[PartyAhead]) -> int:
    """Publish what is foretold; gives how much of it was new."""
    scoring = Scoring(books, look)
    with shown_progress("Working out", " parties") as progress:
        values = [
            (party_key(risk.party_id), party_bytes(risk))
            for risk in scoring.people(found, progress)
        ]
    values.append((OUTLOOK_KEY, outlook_bytes(scoring.outlook(foresight, found))))
    return sum(_put(books, some) for some in _some(values))


def _some(values: Iterable[Value]) -> Iterator[list[Value]]:
    every = iter(values)
    while some := list(islice(every, _AT_ONCE)):
        yield some


def _put(books: Books, values: list[Value]) -> int:
    with books.writing(is_patient=True) as (writer, context):
        return sum(bulletins.put(writer, context, key, value) for key, value in values)
