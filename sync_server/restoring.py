"""Restoring a firm from a backup, and moving it to another kind of store.

Whatever the backup lacks comes back from the counters, which is why a restored
server begins a new epoch of its order before it answers anybody.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import FirmId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.copying import copy_log, identity_at
from collectiq_desktop.core.services.moving import copy_books
from collectiq_desktop.core.services.upkeep import Progress, quietly
from collectiq_desktop.core.services.verify import Verification
from collectiq_desktop.core.storage.sqlite import FileAt
from sync_server.book_peer import begin_epoch
from sync_server.firms import Places, name_of, set_aside
from sync_server.keys import ServerKeys


class Restored(NamedTuple):
    """What came of it."""

    firm_id: FirmId
    epoch: int
    kept_at: str


def restore(
    backup: Path,
    places: Places,
    keys: ServerKeys,
    outside: Surroundings,
    progress: Progress = quietly,
) -> Restored:
    """Let a backup take the place of a firm's books; those are kept beside it.

    Limits: no server runs meanwhile.

    Raises:
        Refused: the file is no backup of a server.
        BooksTrouble: it cannot be read, or nothing can be written.
    """
    source = FileAt(backup)
    identity = identity_at(source)
    if not identity.is_server:
        message = say("{name} is the books of a counter, not of a server.", name=backup.name)
        raise Refused(message, field="file")
    firm_id = identity.firm_id
    now_at = outside.clock.now_at()
    kept_at = set_aside(places, firm_id, now_at) if places.has(firm_id) else ""
    copy_log(source, places.at(firm_id))
    books = Books.open(places.at(firm_id), outside, progress)
    try:
        epoch = begin_epoch(books, keys.signing)
        assert epoch is not None, "no other worker runs meanwhile"
    finally:
        books.close()
    return Restored(firm_id, epoch, kept_at)


def move(
    firm_id: FirmId,
    source: Places,
    target: Places,
    outside: Surroundings,
    progress: Progress = quietly,
) -> Verification:
    """Copy a firm to another store, prove it there, and set the old one aside.

    Limits: no server runs meanwhile.

    Raises:
        Refused: it is there already.
        BooksTrouble: it cannot be read or written, or the copy does not hold.
    """
    if target.has(firm_id):
        message = say("{name} is there already.", name=name_of(firm_id))
        raise Refused(message, field="firm")
    proof = copy_books(source.at(firm_id), target.at(firm_id), progress)
    set_aside(source, firm_id, outside.clock.now_at())
    return proof
