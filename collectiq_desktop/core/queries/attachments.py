"""Pictures of a voucher or cheque, and what of them a device may fetch."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select

from collectiq_desktop.core.domain.attachments import Attachment
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.storage import attachments, collecting_tables, tables
from collectiq_desktop.core.storage.database import chunks
from collectiq_desktop.core.storage.devices import Device
from collectiq_desktop.core.wire.peer import MAX_ATTACHMENTS_BYTES

_a, _k = collecting_tables.attachment.c, tables.attachment_bytes.c


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachmentsOf(Ask[tuple[Attachment, ...]]):
    """The pictures of a voucher or a post-dated cheque, in the order they were attached."""

    about_id: FactId


@answers(AttachmentsOf)
def attachments_of(conn: Connection, ask: AttachmentsOf, _today_on: date) -> tuple[Attachment, ...]:
    """The pictures with their bytes, as far as these have come."""
    statement = (
        select(_a.fact_id, _a.content_hash, _a.content_type, _a.size_bytes, _k.content)
        .outerjoin(tables.attachment_bytes, _k.content_hash == _a.content_hash)
        .where(_a.about_id == ask.about_id)
        .order_by(_a.ordinal)
    )
    return tuple(
        Attachment(
            fact_id=FactId(fact_id),
            about_id=ask.about_id,
            content_hash=content_hash,
            content_type=content_type,
            size_bytes=size_bytes,
            content=content,
        )
        for fact_id, content_hash, content_type, size_bytes, content in conn.execute(statement)
    )


def picture_counts(conn: Connection, about_ids: Collection[bytes]) -> dict[bytes, int]:
    """How many pictures each of some papers has; those without any are left out."""
    found: dict[bytes, int] = {}
    for some in chunks(sorted(about_ids)):
        counted = select(_a.about_id, func.count()).where(_a.about_id.in_(some))
        found.update((row[0], row[1]) for row in conn.execute(counted.group_by(_a.about_id)))
    return found


def contents_for(
    conn: Connection, device: Device | None, hashes: Sequence[bytes]
) -> Iterator[bytes]:
    """The bytes of those hashes that are here, as many as one message holds.

    Args:
        device: gets only what facts of its branches name; None for the server itself.
    """
    named = attachments.named_among(conn, hashes)
    size = 0
    for content_hash in dict.fromkeys(hashes):
        branches = named.get(content_hash, set())
        if device is not None and not any(map(device.gets, branches)):
            continue
        content = attachments.content_of(conn, content_hash) if branches else None
        if content is None:
            continue
        size += len(content)
        if size > MAX_ATTACHMENTS_BYTES:
            return
        yield content
