"""Copying a firm's log from one place to another, whatever engine lies below.

`moving` copies whole books and proves them; this is for backups, which hold
nothing that can be worked out from the log.
"""

from __future__ import annotations

from sqlalchemy import Connection

from collectiq_desktop.core.services.identity import Identity, identity_of
from collectiq_desktop.core.storage.database import BooksAt, Lanes, copy_rows


def copy_log(at: BooksAt, target: BooksAt) -> None:
    """Make books with the same log, as it is at one moment; others may write meanwhile.

    Opening the new ones makes their projections.

    Raises:
        BooksTrouble: something lies there already, or it cannot be written.
    """
    source = at.open(is_read_only=True)
    try:
        with source.read() as view:
            target.grow(lambda lanes: _fill(view, lanes)).close()
    finally:
        source.close()


def _fill(view: Connection, lanes: Lanes) -> None:
    with lanes.write() as conn:
        copy_rows(view, conn)


def identity_at(at: BooksAt) -> Identity:
    """Whose books lie there.

    Raises:
        BooksTrouble: there are none, or they do not say.
    """
    source = at.open(is_read_only=True)
    try:
        with source.read() as conn:
            return identity_of(conn, at.name)
    finally:
        source.close()
