"""Messages in and out of HTTP: MessagePack or JSON, compressed or plain, within limits.

Devices speak MessagePack and zstd; JSON is for people who look.
"""

from __future__ import annotations

from typing import Any, TypeVar

import msgspec
from litestar import Request, Response

from collectiq_desktop.core.wire.packing import (
    COMPRESSION,
    JSON_TYPE,
    MEDIA_TYPE,
    BadMessage,
    compressed,
    decoded,
    decompressed,
)
from collectiq_desktop.core.wire.peer import (
    MAX_COMPRESSED_BYTES,
    PROTOCOL_VERSIONS,
    Message,
    PeerRefused,
)

VERSION_HEADER = "CollectIQ-Protocol"
AnyRequest = Request[Any, Any, Any]
Told = TypeVar("Told", bound=Message)
_VERSIONS = " ".join(map(str, PROTOCOL_VERSIONS))


class Body:
    """The bytes of a request as they came; what they say is for a thread to find out."""

    def __init__(self, told: bytes, media_type: str, compression: str) -> None:
        self.told = told
        self._media_type = media_type
        self._compression = compression

    def read(self, kind: type[Told]) -> Told:
        """The message in it.

        Raises:
            BadMessage: too much, of a form that we do not read, or no such message.
        """
        if self._media_type not in {MEDIA_TYPE, JSON_TYPE}:
            raise BadMessage("media_type", f"send {MEDIA_TYPE} or {JSON_TYPE}")
        if self._compression not in {"", "identity", COMPRESSION}:
            raise BadMessage("media_type", f"compress with {COMPRESSION} or not at all")
        is_small = self._compression == COMPRESSION
        plain = decompressed(self.told) if is_small else self.told
        return decoded(kind, plain, self._media_type)


async def body_of(request: AnyRequest) -> Body:
    """The body of a request, counted while it comes.

    Raises:
        BadMessage: it is larger than any of ours.
        PeerRefused: `version`: it is of a protocol that is not spoken here.
    """
    check_version(request)
    declared = request.headers.get("content-length", "")
    if declared.isdecimal() and int(declared) > MAX_COMPRESSED_BYTES:
        raise BadMessage("too_large", f"more than {MAX_COMPRESSED_BYTES} bytes")
    parts: list[bytes] = []
    size = 0
    async for part in request.stream():
        size += len(part)
        if size > MAX_COMPRESSED_BYTES:
            raise BadMessage("too_large", f"more than {MAX_COMPRESSED_BYTES} bytes")
        parts.append(part)
    media_type = request.headers.get("content-type", MEDIA_TYPE).partition(";")[0].strip().lower()
    compression = request.headers.get("content-encoding", "").strip().lower()
    return Body(b"".join(parts), media_type, compression)


def check_version(request: AnyRequest) -> None:
    """Refuse a protocol that is not spoken here; who names none speaks ours."""
    told = request.headers.get(VERSION_HEADER)
    spoken = told.split() if told is not None else None
    if spoken is not None and not {each for each in spoken if each.isdecimal()} & set(
        _VERSIONS.split()
    ):
        raise PeerRefused("version", f"this server speaks {_VERSIONS}")


def answer(request: AnyRequest, message: Message, status: int = 200) -> Response[bytes]:
    """A message as the one who asked can read it."""
    headers = {VERSION_HEADER: _VERSIONS, "Cache-Control": "no-store"}
    media_type = MEDIA_TYPE
    accepted = request.headers.get("accept", MEDIA_TYPE)
    if MEDIA_TYPE in accepted or JSON_TYPE not in accepted:
        told = msgspec.msgpack.encode(message)
    else:
        media_type, told = JSON_TYPE, msgspec.json.encode(message)
    if COMPRESSION in request.headers.get("accept-encoding", ""):
        headers["Content-Encoding"] = COMPRESSION
        told = compressed(told)
    return Response(told, status_code=status, headers=headers, media_type=media_type)
