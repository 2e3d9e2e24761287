"""Carrying another counter's parcel: this one's line is up, that one's is not.

The facts are kept as they came and handed on with the next exchange; they take
their place there and come back by pull like everybody's.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import BadInput, NotFound, Refused
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.storage import settings
from collectiq_desktop.core.wire.parcel import read_parcel
from collectiq_desktop.core.wire.peer import Peer, PeerRefused

_PREFIX = "carried "
LARGEST_PARCEL_BYTES = 64 << 20


def take_in(books: Books, source: Path) -> int:
    """Keep a parcel to hand it on; gives how many facts are in it.

    Raises:
        NotFound, BadInput: there is no parcel in that file.
        Refused: it is another firm's, or these books have nobody to hand it to.
    """
    if not books.identity.is_enrolled:
        message = say(
            "These books stand alone and have no head office to hand the facts to. Take the file "
            "in at a counter of the firm, or at head office."
        )
        raise Refused(message, field="books")
    told = _bytes_of(source)
    head, pushes = read_parcel(BytesIO(told))
    count = sum(len(push.links) for push in pushes)
    if head.firm_id != books.identity.firm_id:
        message = say("The file is of another firm.")
        raise Refused(message, field="file")
    name = _PREFIX + hashlib.sha256(told).hexdigest()[:32]
    with books.writing() as (writer, _context):
        settings.set_setting(writer.conn, name, told)
    return count


def _bytes_of(source: Path) -> bytes:
    try:
        if source.stat().st_size > LARGEST_PARCEL_BYTES:
            message = say(
                "{file} is larger than {limit} MB: take it in at head office with "
                "“collectiq-server take-in”.",
                file=source.name,
                limit=LARGEST_PARCEL_BYTES >> 20,
            )
            raise BadInput(message, field="file")
        return source.read_bytes()
    except OSError as error:
        message = say("{file} cannot be read: {reason}.", file=source, reason=error.strerror)
        raise NotFound(message, field="file") from None


def carried(books: Books) -> dict[str, bytes]:
    """The parcels that wait to be handed on."""
    with books.reading() as conn:
        return settings.beginning_with(conn, _PREFIX)


def hand_on(books: Books, peer: Peer) -> Iterator[PeerRefused | None]:
    """Hand each parcel on; gives for each None, or why head office takes it from nobody.

    One that is refused is given up: what is in it is still at its own counter.

    Raises:
        LineTrouble: the rest waits for the next exchange.
    """
    for name, told in carried(books).items():
        refused = _handed_on(told, peer)
        with books.writing(is_patient=True) as (writer, _context):
            settings.set_setting(writer.conn, name, None)
        yield refused


def _handed_on(told: bytes, peer: Peer) -> PeerRefused | None:
    _head, pushes = read_parcel(BytesIO(told))
    try:
        for push in pushes:
            peer.push(push)
    except PeerRefused as refusal:
        return refusal
    return None
