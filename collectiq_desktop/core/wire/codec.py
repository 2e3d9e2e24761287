"""Canonical bytes of facts, their hashes, and the chain that orders them.

Equal bodies give equal bytes on every machine: MessagePack with sorted keys,
fields at their default left out, whole numbers and text only. Nothing here
touches a file or a socket.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from functools import cache
from operator import attrgetter
from typing import Any, NamedTuple, cast

import msgspec

from collectiq_desktop.core.domain.errors import BooksTooNew
from collectiq_desktop.core.domain.ids import DeviceId, FactId, FirmId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.wire.facts import KINDS, Body, Fact, VoucherAmended, kind_of

HASH_BYTES = 32
_ENCODER = msgspec.msgpack.Encoder(order="sorted")
_JSON = msgspec.json.Encoder()
_NUL = b"\\u0000"

Upcast = Callable[[dict[str, Any]], dict[str, Any]]
UPCASTS: Mapping[tuple[str, int], Upcast] = {}
"""How a body of an old version becomes the next: (kind, version) → function."""


class Link(NamedTuple):
    """One link of a device's chain: its n-th fact, and the hash up to here."""

    device_id: DeviceId
    device_seq: int
    fact_id: FactId
    fact_hash: bytes
    hash: bytes


class _Shape(NamedTuple):
    """A body's fields in sorted order, their defaults, and how to read them all."""

    names: tuple[str, ...]
    defaults: tuple[Any, ...]
    values_of: Callable[[Any], tuple[Any, ...]]


@cache
def _shape_of(body_type: Hashable) -> _Shape:
    """The fields of a body and the defaults that are left out of its bytes."""
    assert is_dataclass(body_type)
    defaults = {}
    for field in sorted(fields(body_type), key=lambda field: field.name):
        default = field.default
        if default is MISSING and field.default_factory is not MISSING:
            default = field.default_factory()
        defaults[field.name] = default
    return _Shape(tuple(defaults), tuple(defaults.values()), attrgetter(*defaults, "__class__"))


def plain_of(body: Any) -> dict[str, Any]:
    """The fields of a body that differ from their defaults, as its bytes spell them."""
    shape = _shape_of(cast("Hashable", type(body)))
    plain = {
        name: value
        for name, default, value in zip(
            shape.names, shape.defaults, shape.values_of(body), strict=False
        )
        # Most values are the default itself, which is quicker seen than compared.
        if value is not default and value != default
    }
    if isinstance(body, VoucherAmended):
        plain["voucher"] = plain_of(body.voucher)
    return plain


def encode(body: Body) -> bytes:
    """The canonical bytes of a body."""
    return bytes_of(plain_of(body))


def bytes_of(plain: dict[str, Any]) -> bytes:
    """The canonical bytes of a body whose fields were read already."""
    return _ENCODER.encode(plain)


def holds_nul(plain: dict[str, Any], origin: str | None = None) -> bool:
    """Whether a text in a body or its origin has the one character that PostgreSQL cannot keep."""
    # In JSON it has a spelling of its own, and bytes are written in letters.
    return _NUL in _JSON.encode((origin, plain))


@cache
def _decoder(kind: str) -> msgspec.msgpack.Decoder[Any]:
    return msgspec.msgpack.Decoder(KINDS[kind][1])


def decode(kind: str, version: int, body: bytes) -> Body:
    """The body behind the bytes, brought up to its present version.

    Unknown fields are skipped here but stay in the stored bytes.

    Raises:
        BooksTooNew: the kind or version is not known to this program.
    """
    known = KINDS.get(kind)
    if known is None or version > known[0]:
        message = say(
            "These books hold “{kind}” of a newer CollectIQ; please update this one.", kind=kind
        )
        raise BooksTooNew(message)
    if version == known[0]:
        return _decoder(kind).decode(body)  # type: ignore[no-any-return]
    plain = msgspec.msgpack.decode(body)
    for old in range(version, known[0]):
        plain = UPCASTS[kind, old](plain)
    return msgspec.convert(plain, known[1])  # type: ignore[no-any-return]


def body_of(fact: Fact) -> Body:
    """The decoded body of a fact."""
    return decode(fact.kind, fact.version, fact.body)


def body_or_none(fact: Fact, *, is_trusted: bool = True) -> Body | None:
    """The decoded body, None where only a newer program can read it.

    Facts of a newer program are kept and handed on; they have no effect here.

    Args:
        is_trusted: False for what comes from a stranger or has no effect: there
            a body that says nothing is None, too, and no sign of damage.
    """
    try:
        return body_of(fact)
    except BooksTooNew:
        return None
    except (msgspec.MsgspecError, ValueError, TypeError):
        if is_trusted:
            raise
        return None


def body_from_outside(fact: Fact) -> Body | None:
    """The decoded body of a fact that somebody sent, None where it cannot take effect.

    A text with the one character that PostgreSQL cannot keep is as unreadable
    as no body at all, on both engines.
    """
    body = body_or_none(fact, is_trusted=False)
    # Most zero bytes stand in numbers and ids: only then is it worth a closer look.
    if body is not None and b"\0" in fact.body and _NUL in _JSON.encode(body):
        return None
    return body


def version_of(body: Body) -> int:
    """The version in which a body of today is written."""
    return KINDS[kind_of(body)][0]


def fact_hash(fact: Fact) -> bytes:
    """SHA-256 over all columns of a fact; the body by its own hash.

    The body goes in as a hash, so that a body that was blanked when a person
    was forgotten still lets the rest be checked.
    """
    *columns, body = fact
    columns.append(hashlib.sha256(body).digest())
    return hashlib.sha256(_ENCODER.encode(columns)).digest()


def first_hash(firm_id: FirmId, device_id: DeviceId) -> bytes:
    """What stands before the first link of a device's chain."""
    return hashlib.sha256(b"collectiq chain 1" + firm_id + device_id).digest()


def link_hash(before: bytes, of_fact: bytes) -> bytes:
    """The hash of a link: the link before and the fact."""
    return hashlib.sha256(before + of_fact).digest()
