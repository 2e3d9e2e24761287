"""The exchange of attachments: the bytes that either end lacks and the other has.

Which ones those are follows from the facts and from what is here; so there is
nothing to remember, and what was lost on one disk comes back from another.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.attachments import hash_of
from collectiq_desktop.core.queries.attachments import contents_for
from collectiq_desktop.core.services.attachments import take_in
from collectiq_desktop.core.storage import attachments
from collectiq_desktop.core.wire.peer import (
    MAX_ATTACHMENTS,
    AskedAttachments,
    Attachments,
    Peer,
)

MOST_BYTES_AN_EXCHANGE = 4 << 20
_MOST_ASKED = 1_000


def send_attachments(books: Books, peer: Peer, wanted: Sequence[bytes]) -> None:
    """Hand over what the server lacks, as far as it is here.

    Raises:
        PeerRefused, LineTrouble: the next exchange goes on from there.
    """
    for some in _parts(wanted):
        rest = list(some)
        while contents := _here(books, rest):
            peer.send_attachments(Attachments(contents=contents))
            rest = _without(rest, contents)


def fetch_attachments(books: Books, peer: Peer) -> None:
    """Ask for what is lacking here, the newest first, a few megabytes in one exchange.

    Raises:
        PeerRefused, LineTrouble: the next exchange goes on from there.
    """
    with books.reading() as conn:
        wanted = attachments.lacking(conn, _MOST_ASKED)
    fetched_bytes = 0
    for some in _parts(wanted):
        rest = list(some)
        while rest and fetched_bytes < MOST_BYTES_AN_EXCHANGE:
            contents = peer.attachments(AskedAttachments(hashes=tuple(rest))).contents
            if not contents:
                break
            with books.writing(is_patient=True) as (writer, _context):
                came = take_in(writer, contents)
            if not came:
                break
            rest = _without(rest, contents)
            fetched_bytes += sum(map(len, contents))


def _here(books: Books, hashes: Sequence[bytes]) -> tuple[bytes, ...]:
    """As many of them as are here and one message holds."""
    with books.reading() as conn:
        return tuple(contents_for(conn, None, hashes))


def _without(hashes: Sequence[bytes], contents: Sequence[bytes]) -> list[bytes]:
    known = set(map(hash_of, contents))
    return [each for each in hashes if each not in known]


def _parts(hashes: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    for start in range(0, len(hashes), MAX_ATTACHMENTS):
        yield hashes[start : start + MAX_ATTACHMENTS]
