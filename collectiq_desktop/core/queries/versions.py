"""The versions of a voucher: what each fact about it said, and which stands."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.ids import FactId, UserId, VoucherId
from collectiq_desktop.core.domain.versions import Correction, newest_of
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.queries.asking import SHOWN_STATES, AnyRow, Ask
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.facts import read_fact
from collectiq_desktop.core.wire.codec import body_of
from collectiq_desktop.core.wire.facts import Fact, VoucherAmended, VoucherCancelled

_v, _p, _k = tables.voucher.c, tables.party.c, tables.correction.c


class Version(NamedTuple):
    """A version of a voucher: its fact, what it says, and why it was made."""

    fact: Fact
    voucher: Voucher
    reason: str
    is_cancelled: bool


def version_of(conn: Connection, fact_id: bytes) -> Version:
    """The version that a fact made; a cancellation keeps the words it cancels."""
    fact = read_fact(conn, fact_id)
    assert fact is not None, "a voucher names a fact that is not in the log"
    body = body_of(fact)
    if isinstance(body, VoucherCancelled):
        return Version(fact, version_of(conn, body.base).voucher, body.reason, is_cancelled=True)
    if isinstance(body, VoucherAmended):
        return Version(fact, body.voucher, body.reason, is_cancelled=False)
    assert isinstance(body, Voucher)
    return Version(fact, body, "", is_cancelled=False)


def shown_voucher(conn: Connection, voucher_id: bytes) -> AnyRow:
    """The voucher's row.

    Raises:
        NotFound: no voucher that may be shown has this id.
    """
    statement = (
        select(tables.voucher, _p.party_id, _p.name.label("party"), _p.code)
        .outerjoin_from(tables.voucher, tables.party, _p.party_row == _v.party_row)
        .where(_v.voucher_id == voucher_id, _v.state.in_(SHOWN_STATES))
    )
    row = conn.execute(statement).first()
    if row is None:
        message = "This voucher is not in the books; look it up again."
        raise NotFound(message, field="voucher")
    return row


class FieldChange(NamedTuple):
    """A field of a voucher before and after a correction."""

    name: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherVersion:
    """One fact about a voucher.

    Args:
        act: `posted`, `amended` or `cancelled`.
        is_standing: it is the one that counts.
        is_overruled: it came too late and has no effect.
        changes: against the version that it names as its base.
    """

    fact_id: FactId
    act: str
    recorded_at: int
    user_id: UserId
    reason: str
    is_standing: bool
    is_overruled: bool
    changes: tuple[FieldChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherHistory(Ask[tuple[VoucherVersion, ...]]):
    """Every fact about one voucher, in the firm's order, with old and new values."""

    voucher_id: VoucherId


def voucher_history(
    conn: Connection, ask: VoucherHistory, _today_on: date
) -> tuple[VoucherVersion, ...]:
    """The voucher's facts.

    Raises:
        NotFound: there is no such voucher.
    """
    row = shown_voucher(conn, ask.voucher_id)
    statement = (
        select(_k.ordinal, _k.fact_id, _k.base_id, _k.is_idle)
        .where(_k.voucher_row == row.voucher_row)
        .order_by(_k.ordinal)
    )
    corrections = [Correction(o, f, b, bool(idle)) for o, f, b, idle in conn.execute(statement)]
    standing = newest_of(ask.voucher_id, corrections)
    first = version_of(conn, ask.voucher_id)
    versions = [_version(first, standing.newest_id, changes=())]
    for correction in corrections:
        base = version_of(conn, correction.base_id)
        version = version_of(conn, correction.fact_id)
        changes = tuple(_changes(base.voucher, version.voucher))
        is_overruled = correction.fact_id in standing.overruled
        versions.append(
            _version(version, standing.newest_id, changes=changes, is_overruled=is_overruled)
        )
    return tuple(versions)


def _version(
    version: Version,
    newest_id: bytes,
    *,
    changes: tuple[FieldChange, ...],
    is_overruled: bool = False,
) -> VoucherVersion:
    fact = version.fact
    is_amended = fact.kind == VoucherAmended.__name__
    return VoucherVersion(
        fact_id=fact.fact_id,
        act="cancelled" if version.is_cancelled else "amended" if is_amended else "posted",
        recorded_at=fact.recorded_at,
        user_id=fact.user_id,
        reason=version.reason,
        is_standing=fact.fact_id == newest_id,
        is_overruled=is_overruled,
        changes=changes,
    )


def _changes(old: Voucher, new: Voucher) -> Iterator[FieldChange]:
    for field in fields(Voucher):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after:
            yield FieldChange(field.name, before, after)
