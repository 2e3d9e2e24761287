"""Taking a whole firm to another place: file to file, file to database, and back.

The log and the local tables are copied row by row; the projections are made
from them anew and must then be the same. The old place is left as it is.
"""

from __future__ import annotations

from sqlalchemy import Connection

from collectiq_desktop.core.domain.errors import BooksDamaged
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.upkeep import Progress, open_current, quietly, replay
from collectiq_desktop.core.services.verify import Verification, verify
from collectiq_desktop.core.storage.database import BooksAt, Lanes, copy_rows
from collectiq_desktop.core.storage.dump import fingerprints


def copy_books(source: BooksAt, target: BooksAt, progress: Progress = quietly) -> Verification:
    """Copy the books of one firm to a place where there are none, and prove them there.

    Nobody can write to the old place meanwhile. Killed at any moment, there
    are whole books at the new place, or none.

    Returns:
        What was looked at in the new books; every check passed.

    Raises:
        BooksTrouble: something lies at the new place, or the old cannot be read.
        BooksDamaged: the facts do not give the books they lie with; rebuild first.
    """
    opened = open_current(source, progress)
    try:
        with opened.write() as view:
            database = target.grow(lambda lanes: _fill(view, lanes, progress))
    finally:
        opened.close()
    verification = verify(database, progress=progress)
    database.close()
    if not verification.ok:
        target.remove()
        raise BooksDamaged(next(check.detail for check in verification.checks if not check.ok))
    return verification


def _fill(view: Connection, lanes: Lanes, progress: Progress) -> None:
    with lanes.write() as conn:
        copy_rows(view, conn)
    replay(lanes, progress)
    with lanes.read() as conn:
        stored, made = fingerprints(view), fingerprints(conn)
    different = [table for table in stored if stored[table] != made[table]]
    if different:
        message = say(
            "The books were not copied: a rebuild differs in {different}. Run “collectiq "
            "verify”, then “collectiq rebuild”, and copy them again.",
            different=", ".join(different),
        )
        raise BooksDamaged(message)
