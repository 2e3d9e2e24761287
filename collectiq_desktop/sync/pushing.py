"""What is pushed: the links that the server lacks, in stretches, each signed.

Own links are read a stretch at a time, so that a firm of a million facts is
handed over without ever being held in memory. Only after the server lost
places must all that it lacks be put in order first.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.queries import exchange
from collectiq_desktop.core.queries.exchange import Unsent
from collectiq_desktop.core.services.ordering import signed_words
from collectiq_desktop.core.storage import chains
from collectiq_desktop.core.wire.peer import Push
from collectiq_desktop.core.wire.signing import sign
from collectiq_desktop.sync.batching import Batching


def pushes(
    books: Books, private_key: bytes, known: Mapping[bytes, int], batching: Batching
) -> Iterator[Push]:
    """The pushes that bring the server what it lacks, each made when it is asked for.

    Args:
        known: the last number of each chain that the server has.
        batching: how large the next one may be.
    """
    for stretch in _stretches(books, known, batching):
        last_seq = stretch.first_seq + len(stretch.links) - 1
        yield Push(
            device_id=stretch.device_id,
            first_seq=stretch.first_seq,
            links=stretch.links,
            last_hash=stretch.last_hash,
            signature=_signature(books, private_key, stretch, last_seq),
        )


def _stretches(books: Books, known: Mapping[bytes, int], batching: Batching) -> Iterator[Unsent]:
    own_id = books.identity.device_id
    with books.reading() as conn:
        is_plain = exchange.lacks_only_news(conn, own_id, known)
        ordered = [] if is_plain else list(exchange.unsent(conn, own_id, known))
    if not is_plain:
        yield from ordered
        return
    after_seq = known.get(own_id, 0)
    while True:
        with books.reading() as conn:
            stretch = exchange.next_unsent(conn, own_id, after_seq, batching.facts)
        if stretch is None:
            return
        yield stretch
        after_seq += len(stretch.links)


def _signature(books: Books, private_key: bytes, stretch: Unsent, last_seq: int) -> bytes:
    """Ours under our own chains; under another's the seal that came with it."""
    device_id = DeviceId(stretch.device_id)
    with books.reading() as conn:
        kept = chains.seal_at(conn, device_id, last_seq)
    if kept is not None:
        return kept
    firm_id = books.identity.firm_id
    return sign(signed_words(firm_id, device_id, last_seq, stretch.last_hash), private_key)
