"""Exporting what was not sent into a file, for a line that does not come back."""

from __future__ import annotations

from pathlib import Path

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries import exchange
from collectiq_desktop.core.wire.parcel import ParcelHead, write_parcel
from collectiq_desktop.core.wire.peer import MAX_PUSHED_FACTS
from collectiq_desktop.core.wire.signing import public_key_of
from collectiq_desktop.sync.batching import Batching
from collectiq_desktop.sync.pushing import pushes


def export_unsent(books: Books, private_key: bytes, target: Path) -> int:
    """Write what the server has not placed, as far as is known here.

    It is sent all the same when the line comes back: the server knows facts
    that it has.

    Returns:
        How many links are in the file.

    Raises:
        BadInput: the file cannot be written.
    """
    identity = books.identity
    with books.reading() as conn:
        known = exchange.placed_chains(conn)
    head = ParcelHead(
        firm_id=identity.firm_id,
        device_id=identity.device_id,
        public_key=public_key_of(private_key),
        made_at=books.now_at(),
    )
    growing = target.with_name(target.name + ".new")
    try:
        with growing.open("wb") as file:
            unsent = pushes(books, private_key, known, Batching(MAX_PUSHED_FACTS))
            count = write_parcel(file, head, unsent)
        growing.replace(target)
    except OSError as error:
        message = say(
            "{target} was not written: {reason}. Choose another place.",
            target=target,
            reason=error.strerror,
        )
        raise BadInput(message, field="file") from None
    finally:
        growing.unlink(missing_ok=True)
    return count
