"""Vouchers in the order in which they are written: by day, as they stand.

Where a file settles bills before it opens them, as a day book sorted by type
does, those that open a bill come first within their day. A file in another
order is put in order on disk, so that memory stays flat.
"""

from __future__ import annotations

import itertools
from array import array
from collections.abc import Iterator, Sequence
from tempfile import SpooledTemporaryFile
from typing import NamedTuple

import msgspec

from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.services.imports import Taken
from collectiq_desktop.interchange.rows import VoucherRow, VoucherRows

_IN_MEMORY_BYTES = 4 << 20


class Chosen(NamedTuple):
    """A voucher to be written; sorts into the order of writing.

    `place` is where its row stands among the rows of the reading.
    """

    day: int
    rank: int
    place: int
    fact_id: FactId
    voucher_id: VoucherId
    taken: Taken


def in_order(
    rows: VoucherRows, chosen: Sequence[Chosen], *, is_by_rank: bool
) -> Iterator[tuple[Chosen, VoucherRow]]:
    """The chosen rows by day; `chosen` stands in the order of the rows."""
    ordered = sorted(chosen) if is_by_rank else sorted(chosen, key=_by_day)
    if all(one.place < other.place for one, other in itertools.pairwise(ordered)):
        yield from _picked(rows, ordered)
        return
    with SpooledTemporaryFile(max_size=_IN_MEMORY_BYTES) as file:
        encode = msgspec.msgpack.Encoder().encode
        decode = msgspec.msgpack.Decoder(VoucherRow).decode
        starts = array("q", bytes(8 * len(rows)))
        end = 0
        for one, row in _picked(rows, chosen):
            starts[one.place] = end
            body = encode(row)
            end += file.write(len(body).to_bytes(4, "big") + body)
        for one in ordered:
            file.seek(starts[one.place])
            length = int.from_bytes(file.read(4), "big")
            yield one, decode(file.read(length))


def _by_day(one: Chosen) -> tuple[int, int]:
    return one.day, one.place


def _picked(rows: VoucherRows, chosen: Sequence[Chosen]) -> Iterator[tuple[Chosen, VoucherRow]]:
    """The rows that were chosen, in the order of the rows."""
    coming = iter(chosen)
    one = next(coming, None)
    for place, row in enumerate(rows):
        if one is None:
            return
        if place == one.place:
            yield one, row
            one = next(coming, None)
