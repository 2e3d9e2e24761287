"""A parcel: what a device has not sent, as a file that a person carries.

A head, and then pushes exactly as they would have travelled, each signed, so
that the server takes them in like any other. Read and written piece by piece.

Source: sync page §4, "Lost or stolen PC".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import BinaryIO, TypeVar

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.wire.packing import BadMessage, pack, unpack
from collectiq_desktop.core.wire.peer import MAX_COMPRESSED_BYTES, Message, Push

PARCEL_ENDING = ".facts"
_MARK = b"CollectIQ facts 1\n"
_LENGTH_BYTES = 4
Told = TypeVar("Told", bound=Message)


class ParcelHead(Message, frozen=True):
    """Whose facts they are."""

    firm_id: bytes
    device_id: bytes
    public_key: bytes
    made_at: int


def write_parcel(file: BinaryIO, head: ParcelHead, pushes: Iterable[Push]) -> int:
    """Write a parcel; gives how many links are in it."""
    file.write(_MARK)
    _write(file, head)
    count = 0
    for push in pushes:
        _write(file, push)
        count += len(push.links)
    return count


def _write(file: BinaryIO, message: Message) -> None:
    told = pack(message)
    file.write(len(told).to_bytes(_LENGTH_BYTES, "big") + told)


def read_parcel(file: BinaryIO) -> tuple[ParcelHead, Iterator[Push]]:
    """What is in a parcel; the pushes are read as they are asked for.

    Raises:
        BadInput: it is none, or it was damaged on its way.
    """
    if file.read(len(_MARK)) != _MARK:
        message = say(
            "This is not a file of unsent facts: make one with “collectiq export-unsent”."
        )
        raise BadInput(message, field="file")
    told = _piece(file)
    if told is None:
        raise BadInput(_DAMAGED, field="file")
    return _read(ParcelHead, told), _pushes(file)


def _pushes(file: BinaryIO) -> Iterator[Push]:
    while (told := _piece(file)) is not None:
        yield _read(Push, told)


def _piece(file: BinaryIO) -> bytes | None:
    """The next piece, None at the end of the file."""
    length = file.read(_LENGTH_BYTES)
    if not length:
        return None
    size = int.from_bytes(length, "big")
    if len(length) != _LENGTH_BYTES or size > MAX_COMPRESSED_BYTES:
        raise BadInput(_DAMAGED, field="file")
    told = file.read(size)
    if len(told) != size:
        raise BadInput(_DAMAGED, field="file")
    return told


_DAMAGED = say("The file was damaged or cut off on its way: export it again and copy it whole.")


def _read(kind: type[Told], told: bytes) -> Told:
    try:
        return unpack(kind, told)
    except BadMessage:
        raise BadInput(_DAMAGED, field="file") from None
