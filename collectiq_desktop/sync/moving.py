"""Books whose counter's key is not on this machine: moved here, or to be a new counter?

The key never lies in the file, so a copy is told from the counter itself.
Until a person has answered, nothing is recorded in it: two machines on one
chain would give one number twice.

Source: design §5, "Identity".
"""

from __future__ import annotations

from dataclasses import replace

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.domain.saying import NOTHING, say
from collectiq_desktop.core.services import enrolling
from collectiq_desktop.sync.device_keys import DeviceKeys
from collectiq_desktop.sync.head_office import (
    NO_KEY,
    HeadOffice,
    head_office_of,
    note_head_office,
)

UNANSWERED = say(
    "The key of this counter is not on this machine, so nothing can be recorded yet. Were the "
    "books moved here, or is this to be a new counter? Say so in the window under Sync, or with "
    "“collectiq enrol --moved-here” or “collectiq enrol ADDRESS CODE”."
)


def is_key_missing(books: Books, keys: DeviceKeys) -> bool:
    """Whether these books are a counter's whose key is not here, and nobody has said why."""
    if not books.identity.is_enrolled:
        return False
    office = head_office_of(books)
    return office is not None and office.device_key != NO_KEY and not keys.has(office.device_key)


def move_here(books: Books) -> str:
    """Go on as this counter on this machine; gives the series of its numbers from now on.

    The old machine's chain is left as it is. Selling goes on at once; sending
    waits for a code of head office, because the key stayed behind.

    Raises:
        BadInput: the books stand alone.
    """
    office = head_office_of(books)
    if office is None:
        message = say("These books stand alone; there is nothing to be moved.")
        raise BadInput(message, field="books")
    held_back, books.held_back = books.held_back, NOTHING
    try:
        return _moved(books, office)
    except BaseException:
        books.held_back = held_back
        raise


def _moved(books: Books, office: HeadOffice) -> str:
    with books.writing() as (writer, context):
        series_code = enrolling.spare_code(writer, context)
    new_id = DeviceId(books.mint_id())
    with books.becoming(device_id=new_id, series_code=series_code) as (writer, before, now):
        enrolling.become_another(writer, before, now)
        note_head_office(writer, replace(office, device_key=NO_KEY))
    return series_code
