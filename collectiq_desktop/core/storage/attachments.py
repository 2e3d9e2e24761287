"""The bytes of attachments as this file keeps them: local, named by their hash.

Facts say which there should be (`attachment`); what has not come is lacking,
and is asked for with the next exchange.
"""

from __future__ import annotations

from collections.abc import Collection

from sqlalchemy import Connection, func, insert, select

from collectiq_desktop.core.domain.attachments import hash_of
from collectiq_desktop.core.storage import collecting_tables, tables
from collectiq_desktop.core.storage.database import chunks
from collectiq_desktop.core.storage.writer import Writer

_c = collecting_tables.cheque.c
_a, _k = collecting_tables.attachment.c, tables.attachment_bytes.c


def is_paper(writer: Writer, about_id: bytes) -> bool:
    """Whether a voucher or a post-dated cheque of this id is here."""
    if writer.lookups.voucher_row(about_id) is not None:
        return True
    writer.flush_rows()
    mine = select(_c.fact_id).where(_c.fact_id == about_id)
    return writer.conn.execute(mine).first() is not None


def keep(conn: Connection, content: bytes) -> None:
    """Keep the bytes of a picture, once."""
    content_hash = hash_of(content)
    if content_of(conn, content_hash) is None:
        row = {"content_hash": content_hash, "content": content}
        conn.execute(insert(tables.attachment_bytes).values(row))


def content_of(conn: Connection, content_hash: bytes) -> bytes | None:
    """The bytes of this hash, None where they are not here."""
    mine = select(_k.content).where(_k.content_hash == content_hash)
    return conn.execute(mine).scalar()


def here_among(conn: Connection, hashes: Collection[bytes]) -> set[bytes]:
    """Of some hashes, those whose bytes are here."""
    found: set[bytes] = set()
    for some in chunks(sorted(hashes)):
        mine = select(_k.content_hash).where(_k.content_hash.in_(some))
        found.update(conn.execute(mine).scalars())
    return found


def named_among(conn: Connection, hashes: Collection[bytes]) -> dict[bytes, set[str]]:
    """Of some hashes, those that facts here name, with the branches of these facts."""
    found: dict[bytes, set[str]] = {}
    at = tables.fact.c.fact_id == _a.fact_id
    for some in chunks(sorted(hashes)):
        mine = select(_a.content_hash, tables.fact.c.branches).join(tables.fact, at)
        for content_hash, branches in conn.execute(mine.where(_a.content_hash.in_(some))):
            found.setdefault(content_hash, set()).add(branches)
    return found


def lacking(conn: Connection, limit: int) -> tuple[bytes, ...]:
    """Hashes that facts name and whose bytes are not here, the newest first.

    Limits: looks at each attachment of the books; 10,000 take some milliseconds.
    """
    newest = func.max(_a.ordinal)
    wanted = (
        select(_a.content_hash)
        .outerjoin(tables.attachment_bytes, _k.content_hash == _a.content_hash)
        .where(_k.content_hash.is_(None))
        .group_by(_a.content_hash)
        .order_by(newest.desc(), _a.content_hash)
        .limit(limit)
    )
    return tuple(conn.execute(wanted).scalars())
