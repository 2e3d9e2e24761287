"""Ids: 128 bits, the head from the clock, the tail random.

Whoever acts mints the id, so that a retry can be recognised. The head keeps
ids of one day together in the file; nothing may read a time out of it.
"""

from __future__ import annotations

from typing import NewType, Protocol

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say

FactId = NewType("FactId", bytes)
FirmId = NewType("FirmId", bytes)
DeviceId = NewType("DeviceId", bytes)
UserId = NewType("UserId", bytes)
PartyId = NewType("PartyId", bytes)
VoucherId = NewType("VoucherId", bytes)
ItemId = NewType("ItemId", bytes)
BatchId = NewType("BatchId", bytes)

ID_BYTES = 16
_HEAD_BYTES = 6
TAIL_BYTES = ID_BYTES - _HEAD_BYTES


class Ids(Protocol):
    """Where new ids come from; handed in, so that tests can count."""

    def mint(self) -> bytes:
        """A fresh id of 16 bytes."""
        ...


def id_of(now_at: int, tail: bytes) -> bytes:
    """The id made of an instant (UTC milliseconds) and ten random bytes."""
    assert len(tail) == TAIL_BYTES
    assert now_at >= 0
    return now_at.to_bytes(_HEAD_BYTES, "big") + tail


def text_of_id(value: bytes) -> str:
    """The id as 32 hexadecimal digits, the form used in JSON and commands."""
    return value.hex()


def parse_id(text: str) -> bytes:
    """The id behind 32 hexadecimal digits, with or without dashes.

    Raises:
        BadInput: the text is not an id.
    """
    try:
        value = bytes.fromhex(text.replace("-", "").strip())
    except ValueError:
        value = b""
    if len(value) != ID_BYTES:
        message = say("“{text}” is not an id: 32 hexadecimal digits are needed.", text=text)
        raise BadInput(message, field="id")
    return value
