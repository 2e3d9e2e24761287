"""Messages as bytes: MessagePack, compressed with zstd, within limits.

Limits are counted while a message is decompressed, so that a small body that
swells never fills the memory. Nothing here knows a socket.

Source: sync page §7.
"""

from __future__ import annotations

from functools import cache
from typing import Any, TypeVar

import msgspec
import zstandard

from collectiq_desktop.core.wire.peer import MAX_COMPRESSED_BYTES, MAX_MESSAGE_BYTES, Message

COMPRESSION = "zstd"
MEDIA_TYPE = "application/msgpack"
JSON_TYPE = "application/json"
_LEVEL = 3
_WINDOW_BYTES = 8 << 20
_STEP_BYTES = 1 << 18
_ENCODER = msgspec.msgpack.Encoder()
Told = TypeVar("Told", bound=Message)


class BadMessage(Exception):
    """Bytes that are no message of ours; `word` says why, for programs.

    `too_large`: more than the limits allow. `malformed`: anything else.
    """

    def __init__(self, word: str, detail: str) -> None:
        super().__init__(detail)
        self.word = word
        self.detail = detail


def pack(message: Message) -> bytes:
    """The bytes of a message as they travel."""
    return compressed(_ENCODER.encode(message))


def compressed(plain: bytes) -> bytes:
    """The bytes, made smaller."""
    return zstandard.ZstdCompressor(level=_LEVEL).compress(plain)


def unpack(kind: type[Told], told: bytes) -> Told:
    """The message behind the bytes.

    Raises:
        BadMessage: too much of it, or not such a message.
    """
    return decoded(kind, decompressed(told))


def decoded(kind: type[Told], plain: bytes, media_type: str = MEDIA_TYPE) -> Told:
    """The message behind bytes that are not compressed, in MessagePack or JSON.

    Raises:
        BadMessage: it is not such a message.
    """
    try:
        found: Told = _decoder(kind, is_json=media_type == JSON_TYPE).decode(plain)
    except (msgspec.MsgspecError, UnicodeDecodeError, RecursionError) as error:
        raise BadMessage("malformed", f"not a message of this kind: {error}") from None
    return found


@cache
def _decoder(kind: type[Any], *, is_json: bool) -> Any:
    return msgspec.json.Decoder(kind) if is_json else msgspec.msgpack.Decoder(kind)


def decompressed(told: bytes, limit: int = MAX_MESSAGE_BYTES) -> bytes:
    """The plain bytes, counted while they are unpacked.

    Raises:
        BadMessage: they are too many, or were not compressed with zstd.
    """
    if len(told) > MAX_COMPRESSED_BYTES:
        raise BadMessage("too_large", f"more than {MAX_COMPRESSED_BYTES} bytes")
    parts: list[bytes] = []
    size = 0
    unpacker = zstandard.ZstdDecompressor(max_window_size=_WINDOW_BYTES)
    try:
        with unpacker.stream_reader(told, read_across_frames=True) as stream:
            while part := stream.read(_STEP_BYTES):
                size += len(part)
                if size > limit:
                    raise BadMessage("too_large", f"unpacks to more than {limit} bytes")
                parts.append(part)
    except zstandard.ZstdError:
        raise BadMessage("malformed", "not compressed with zstd") from None
    return b"".join(parts)
