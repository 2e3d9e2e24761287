"""`risk score --publish`: every counter and phone of the firm then shows the same scores."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import islice

from collectiq_desktop.commands.progress import shown_progress
from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.risk import PartyRisk
from collectiq_desktop.core.services import bulletins
from collectiq_desktop.core.services.categories import note_category
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


def publish(books: Books, foresight: Foresight, look: Look, found: list[PartyAhead]) -> int:
    """Publish what is foretold; gives how much of it was new."""
    scoring = Scoring(books, look)
    with shown_progress("Working out", " parties") as progress:
        risks = list(scoring.people(found, progress))
    put_count = sum(_put(books, some) for some in _some(risks))
    outlook = outlook_bytes(scoring.outlook(foresight, found))
    with books.writing(is_patient=True) as (writer, context):
        return put_count + bulletins.put(writer, context, OUTLOOK_KEY, outlook)


def _some(risks: Iterable[PartyRisk]) -> Iterator[list[PartyRisk]]:
    every = iter(risks)
    while some := list(islice(every, _AT_ONCE)):
        yield some


def _put(books: Books, risks: list[PartyRisk]) -> int:
    """Publish some; a change of category goes into the log with them."""
    put_count = 0
    with books.writing(is_patient=True) as (writer, context):
        for risk in risks:
            note_category(writer, context, risk)
            put_count += bulletins.put(writer, context, party_key(risk.party_id), party_bytes(risk))
    return put_count
