"""The exchange of bulletins: what the server has and what it lacks, newest first known.

Asks nothing where hello told that there is no news.
"""

from __future__ import annotations

from collections.abc import Iterator

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.queries.exchange import own_chains
from collectiq_desktop.core.services.bulletins import bulletin_words, take_told, told_of
from collectiq_desktop.core.storage import bulletins, places
from collectiq_desktop.core.storage.bulletins import BulletinRow, Mark
from collectiq_desktop.core.wire.peer import (
    MAX_BULLETINS,
    MAX_BULLETINS_BYTES,
    AskedBulletins,
    Peer,
    PushedBulletins,
)
from collectiq_desktop.core.wire.signing import sign


def exchange_bulletins(books: Books, peer: Peer, private_key: bytes, last: int) -> None:
    """Fetch what came in at the server, then send what it has not told to have.

    Args:
        last: the number of what came in last at the server.

    Raises:
        PeerRefused, LineTrouble: the next exchange goes on from there.
    """
    known = _mark(books)
    while known.arrival < last:
        page = peer.bulletins(AskedBulletins(after=known.arrival))
        known = Mark(known.epoch, page.upto)
        with books.writing(is_patient=True) as (writer, context):
            take_told(writer, context, page.bulletins)
            bulletins.set_mark(writer.conn, known)
        if not page.has_more:
            break
    for part in _unsent(books, private_key):
        answer = peer.publish(PushedBulletins(bulletins=tuple(map(told_of, part))))
        offered = {row.key: row for row in part}
        with books.writing(is_patient=True) as (writer, context):
            for taken in answer.taken:
                told = (taken.key, taken.device_id, taken.written_at)
                bulletins.note_taken(
                    writer.conn, told, ranked_at=taken.ranked_at, arrival=taken.arrival
                )
            take_told(writer, context, answer.newer, offered)


def _mark(books: Books) -> Mark:
    """How far the server's are known; a server that began anew may have lost some."""
    with books.reading() as conn:
        epoch = places.cursor(conn).epoch
        known = bulletins.mark(conn)
    if known.epoch == epoch:
        return known
    with books.writing(is_patient=True) as (writer, _context):
        bulletins.begin_anew(writer.conn, epoch)
    return Mark(epoch, 0)


def _unsent(books: Books, private_key: bytes) -> Iterator[list[BulletinRow]]:
    """What the server may lack, in parts small enough for one message, each signed."""
    with books.reading() as conn:
        keys = bulletins.unsent_keys(conn)
        own = own_chains(conn, books.identity.device_id)
    part: list[BulletinRow] = []
    size = 0
    for key in keys:
        with books.reading() as conn:
            row = bulletins.bulletin_at(conn, key)
        if row is None or row.value is None:
            continue
        if part and (len(part) == MAX_BULLETINS or size + len(row.value) > MAX_BULLETINS_BYTES):
            yield part
            part, size = [], 0
        if not row.signature and row.device_id in own:
            words = bulletin_words(books.identity.firm_id, row)
            row = row._replace(signature=sign(words, private_key))
        part.append(row)
        size += len(row.value or b"")
    if part:
        yield part
