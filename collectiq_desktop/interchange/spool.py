"""A list of rows that lies on disk once it grows long.

An import of a whole year must not need a year's memory. Rows are written once
and can be walked any number of times, in order.
"""

from __future__ import annotations

import weakref
from collections.abc import Iterator
from tempfile import SpooledTemporaryFile
from typing import Generic, TypeVar

import msgspec

_IN_MEMORY_BYTES = 4 << 20
_LENGTH_BYTES = 4

Row = TypeVar("Row")


class Spool(Generic[Row]):
    """Rows of one type in the order they were added; closes itself."""

    def __init__(self, row_type: type[Row]) -> None:
        self._file = SpooledTemporaryFile(max_size=_IN_MEMORY_BYTES)  # noqa: SIM115 - kept open.
        self._encoder = msgspec.msgpack.Encoder()
        self._decoder = msgspec.msgpack.Decoder(row_type)
        self._count = 0
        self._end = 0
        weakref.finalize(self, self._file.close)

    def add(self, row: Row) -> None:
        """Put a row at the end."""
        body = self._encoder.encode(row)
        self._file.seek(self._end)
        self._file.write(len(body).to_bytes(_LENGTH_BYTES, "big"))
        self._file.write(body)
        self._end = self._file.tell()
        self._count += 1

    def __len__(self) -> int:
        return self._count

    def __iter__(self) -> Iterator[Row]:
        position = 0
        for _turn in range(self._count):
            # Another walk may have moved the file's place meanwhile.
            self._file.seek(position)
            length = int.from_bytes(self._file.read(_LENGTH_BYTES), "big")
            body = self._file.read(length)
            position += _LENGTH_BYTES + length
            yield self._decoder.decode(body)
