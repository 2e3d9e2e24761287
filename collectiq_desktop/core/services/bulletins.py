"""Bulletins: publishing one, and taking in those of others.

Of two under one key the newest wins, on every device the same one. An author
whose clock is ahead is clamped by the server, once, as facts are.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence

import msgspec
from sqlalchemy import Connection

from collectiq_desktop.core.domain.bulletins import (
    EVERYBODY,
    MAX_VALUE_BYTES,
    Audience,
    is_sound_audience,
    is_sound_key,
)
from collectiq_desktop.core.domain.clock import MAX_AHEAD_MS
from collectiq_desktop.core.domain.ids import DeviceId, FirmId
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.storage import bulletins, devices
from collectiq_desktop.core.storage.bulletins import NOT_TAKEN, BulletinRow
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.peer import (
    MAX_BULLETINS,
    MAX_BULLETINS_BYTES,
    PeerRefused,
    TakenBulletin,
    ToldBulletin,
)
from collectiq_desktop.core.wire.signing import is_signed


def put(
    writer: Writer, context: Context, key: str, value: bytes, audience: Audience = EVERYBODY
) -> bool:
    """Publish a value under a key, for those who may receive it.

    Args:
        value: empty withdraws what was said; readers find nothing then.

    Returns:
        False where just this is said already.

    Limits: 200 characters of key, 64 KiB of value.
    """
    assert is_sound_key(key), "a bulletin has a short key without invisible characters"
    assert is_sound_audience(audience), "an audience is branches and ids of devices"
    assert len(value) <= MAX_VALUE_BYTES, "a bulletin is small: spread it over several keys"
    known = bulletins.bulletin_at(writer.conn, key)
    if known is not None and (known.value, known.audience) == (value, audience):
        return False
    # What is known here is older, whatever the clocks say.
    at = max(context.now_at, known.ranked_at + 1) if known is not None else context.now_at
    row = BulletinRow(
        key=key,
        device_id=context.device_id,
        written_at=at,
        ranked_at=at,
        branches=" ".join(audience.branches),
        device_ids=b"".join(audience.device_ids),
        value_hash=hashlib.sha256(value).digest(),
        value=value,
        signature=b"",
        arrival=bulletins.last_arrival(writer.conn) + 1 if context.is_server else 0,
    )
    bulletins.keep(writer.conn, row)
    return True


def bulletin_words(firm_id: FirmId, row: BulletinRow) -> bytes:
    """What an author signs: the key, who says what to whom, and when."""
    said = (row.key, row.device_id, row.written_at, row.branches, row.device_ids, row.value_hash)
    return b"collectiq bulletin" + firm_id + msgspec.msgpack.encode(said)


def take_pushed(
    writer: Writer, context: Context, pushed: Sequence[ToldBulletin]
) -> tuple[list[TakenBulletin], list[BulletinRow]]:
    """The server's half: take in what a device pushed, as far as it is newer.

    Returns:
        What became of each, and what is here instead of those that are older.

    Raises:
        PeerRefused: more at once than is taken.
    """
    size = sum(len(told.value or b"") for told in pushed)
    if len(pushed) > MAX_BULLETINS or size > MAX_BULLETINS_BYTES + MAX_VALUE_BYTES:
        raise PeerRefused("corrupt", f"more than {MAX_BULLETINS} bulletins, or too large")
    taken: list[TakenBulletin] = []
    newer: list[BulletinRow] = []
    for told in pushed:
        here = bulletins.bulletin_at(writer.conn, told.key) if is_sound_key(told.key) else None
        coming = _row_of(told)
        if not _is_allowed(writer.conn, context, told, coming):
            taken.append(_taken(coming._replace(arrival=NOT_TAKEN)))
            continue
        if here is not None and here.is_same(coming):
            taken.append(_taken(here))
            continue
        coming = coming._replace(
            ranked_at=min(coming.ranked_at, context.now_at + MAX_AHEAD_MS),
            arrival=bulletins.last_arrival(writer.conn) + 1,
        )
        if here is not None and here.rank > coming.rank:
            newer.append(here)
            continue
        bulletins.keep(writer.conn, coming)
        taken.append(_taken(coming))
    return taken, newer


def _taken(row: BulletinRow) -> TakenBulletin:
    return TakenBulletin(
        key=row.key,
        device_id=row.device_id,
        written_at=row.written_at,
        ranked_at=row.ranked_at,
        arrival=row.arrival,
    )


def _is_allowed(
    conn: Connection, context: Context, told: ToldBulletin, coming: BulletinRow
) -> bool:
    """Whether it is whole, its author's, and for branches that its author works in."""
    audience = Audience(
        branches=told.branches, device_ids=tuple(DeviceId(each) for each in told.device_ids)
    )
    is_sound = is_sound_key(told.key) and is_sound_audience(audience)
    if not is_sound or coming.value is None or len(coming.value) > MAX_VALUE_BYTES:
        return False
    if not is_authentic(conn, context.firm_id, coming):
        return False
    author = devices.device(conn, coming.device_id)
    assert author is not None, "the author of what is authentic is known"
    own = set(author.branches.split())
    is_own_matter = author.has_all_branches or set(audience.branches) <= own
    return is_own_matter and not author.is_revoked


def is_authentic(conn: Connection, firm_id: FirmId, row: BulletinRow) -> bool:
    """Whether a bulletin is what a device of the firm wrote."""
    author = devices.device(conn, row.device_id)
    if author is None or not author.public_key:
        return False
    if row.value is not None and hashlib.sha256(row.value).digest() != row.value_hash:
        return False
    return is_signed(bulletin_words(firm_id, row), row.signature, author.public_key)


def take_told(
    writer: Writer,
    context: Context,
    told: Iterable[ToldBulletin],
    offered: Mapping[str, BulletinRow] | None = None,
) -> None:
    """A counter's half: take in what the server has.

    What was written here and not yet sent stays, if it is newer; what is no
    device's of the firm is left.

    Args:
        offered: what the server was just shown, and has something newer than.
    """
    for each in told:
        coming = _row_of(each)
        here = bulletins.bulletin_at(writer.conn, coming.key)
        shown = (offered or {}).get(coming.key)
        if here is not None and here.arrival == 0 and here.rank > coming.rank:
            is_settled = shown is not None and here.is_same(shown)
            if not is_settled and not here.is_same(coming):
                continue
        if is_authentic(writer.conn, context.firm_id, coming):
            bulletins.keep(writer.conn, coming)


def _row_of(told: ToldBulletin) -> BulletinRow:
    return BulletinRow(
        key=told.key,
        device_id=DeviceId(told.device_id),
        written_at=told.written_at,
        ranked_at=told.ranked_at,
        branches=" ".join(told.branches),
        device_ids=b"".join(told.device_ids),
        value_hash=told.value_hash,
        value=told.value,
        signature=told.signature,
        arrival=told.arrival,
    )


def told_of(row: BulletinRow) -> ToldBulletin:
    """A bulletin as it travels."""
    audience = row.audience
    return ToldBulletin(
        key=row.key,
        device_id=row.device_id,
        written_at=row.written_at,
        ranked_at=row.ranked_at,
        value_hash=row.value_hash,
        branches=audience.branches,
        device_ids=audience.device_ids,
        value=row.value,
        signature=row.signature,
        arrival=row.arrival,
    )
