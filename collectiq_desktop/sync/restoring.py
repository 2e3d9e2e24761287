"""A file that lies behind what was noted outside it: a backup was restored.

It takes a new chain and a series code of its own at once, with or without a
line, so that no number is ever on two papers.

Source: sync page §4, "Any restored device".
"""

from __future__ import annotations

from typing import NamedTuple, Protocol

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.core.services import enrolling
from collectiq_desktop.core.services.verify import Anchor
from collectiq_desktop.core.storage import chains
from collectiq_desktop.core.storage.facts import head_of


class Notes(Protocol):
    """What this machine noted outside the file: heads of chains, and codes in use."""

    def load(self, device_id: bytes) -> Anchor | None:
        """How far a chain had come."""
        ...

    def codes(self, firm_id: bytes) -> tuple[str, ...]:
        """The series codes that this machine ever used for a firm."""
        ...

    def note_code(self, firm_id: bytes, series_code: str) -> None:
        """Note a code that is in use."""
        ...


class Renewed(NamedTuple):
    """A restored file that goes on with a new chain.

    `lost_count` is how many facts the chain had that are not in the file; the
    head office may still have them.
    """

    series_code: str
    lost_count: int


def renewed_words(renewed: Renewed, *, is_alone: bool) -> Sentence:
    """What a person is told of it."""
    values = {"lost": renewed.lost_count, "series": renewed.series_code}
    if is_alone:
        return say(
            "An older copy of these books was put back; {lost} entries that were recorded since "
            "then are not in it and must be recorded anew. New numbers are of series {series} "
            "from now on, so that none is ever used twice.",
            **values,
        )
    return say(
        "An older copy of these books was put back; {lost} entries that were recorded since then "
        "are not in it, and those that were sent come back by sync. New numbers are of series "
        "{series} from now on, so that none is ever used twice.",
        **values,
    )


def renewed_if_restored(books: Books, notes: Notes) -> Renewed | None:
    """Begin a new chain if the file is behind what was noted of it; None if it is not."""
    identity = books.identity
    noted = notes.load(identity.device_id)
    renewed = None
    if noted is not None and not _holds(books, noted):
        renewed = _renewed(books, notes, noted)
    notes.note_code(identity.firm_id, books.identity.series_code)
    return renewed


def _holds(books: Books, noted: Anchor) -> bool:
    """Whether the own chain holds what was noted of it."""
    firm_id, device_id = books.identity.firm_id, books.identity.device_id
    with books.reading() as conn:
        if head_of(conn, firm_id, device_id).device_seq < noted.device_seq:
            return False
        return chains.head_at(conn, firm_id, device_id, noted.device_seq).hash == noted.hash


def _renewed(books: Books, notes: Notes, noted: Anchor) -> Renewed:
    identity = books.identity
    with books.reading() as conn:
        head = head_of(conn, identity.firm_id, identity.device_id)
    with books.writing() as (writer, context):
        enrolling.note_used(writer, notes.codes(identity.firm_id))
        is_alone = not identity.is_enrolled
        series_code = enrolling.spare_code(writer, context, is_alone=is_alone)
    new_id = DeviceId(books.mint_id())
    with books.becoming(device_id=new_id, series_code=series_code) as (writer, before, now):
        enrolling.begin_chain(writer, before, now)
    return Renewed(series_code, max(0, noted.device_seq - head.device_seq))
