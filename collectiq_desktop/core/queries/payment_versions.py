"""Corrected vouchers: what the books said of them before, and since when they say otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby, pairwise

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.calendar import business_date, ymd_of
from collectiq_desktop.core.domain.versions import Correction
from collectiq_desktop.core.queries.asking import SHOWN_STATES
from collectiq_desktop.core.queries.payment_columns import Corrected, Superseded
from collectiq_desktop.core.queries.versions import Version, version_of
from collectiq_desktop.core.storage import tables

_k, _v = tables.correction.c, tables.voucher.c
_IDS_AT_ONCE = 500


def corrected_vouchers(conn: Connection) -> tuple[Corrected, ...]:
    """Every amended or cancelled voucher with the versions that stood before.

    Limits: reads a fact for each version; some thousands in a large firm.
    """
    chains = [(row, _versions(conn, chain)) for row, chain in _chains(conn)]
    bill_ids = {
        claim.bill_voucher_id
        for _row, versions in chains
        for version in versions[:-1]
        for claim in version.voucher.claims
    }
    rows = _rows_of(conn, sorted(bill_ids))
    return tuple(_corrected(row, versions, rows) for row, versions in chains)


def _chains(conn: Connection) -> Iterator[tuple[int, list[bytes]]]:
    """The facts that stood for each corrected voucher, each until the next."""
    statement = (
        select(_k.voucher_row, _v.voucher_id, _k.ordinal, _k.fact_id, _k.base_id, _k.is_idle)
        .join(tables.voucher, _v.voucher_row == _k.voucher_row)
        .where(_v.state.in_(SHOWN_STATES))
        .order_by(_k.voucher_row, _k.ordinal)
    )
    rows = conn.execute(statement).all()
    for (voucher_row, voucher_id), group in groupby(rows, key=lambda row: (row[0], row[1])):
        chain = [voucher_id]
        for correction in (Correction(o, f, b, bool(idle)) for _r, _i, o, f, b, idle in group):
            if not correction.is_idle and correction.base_id == chain[-1]:
                chain.append(correction.fact_id)
        if len(chain) > 1:
            yield voucher_row, chain


def _versions(conn: Connection, chain: list[bytes]) -> list[Version]:
    return [version_of(conn, fact_id) for fact_id in chain]


def _rows_of(conn: Connection, voucher_ids: Sequence[bytes]) -> dict[bytes, int]:
    found: dict[bytes, int] = {}
    for start in range(0, len(voucher_ids), _IDS_AT_ONCE):
        some = voucher_ids[start : start + _IDS_AT_ONCE]
        statement = select(_v.voucher_id, _v.voucher_row).where(_v.voucher_id.in_(some))
        found.update((voucher_id, row) for voucher_id, row in conn.execute(statement))
    return found


def _corrected(row: int, versions: list[Version], bill_rows: Mapping[bytes, int]) -> Corrected:
    days = [_keyed_on(versions[0]), *(_day_of(version) for version in versions[1:])]
    superseded = tuple(
        Superseded(
            old.voucher,
            tuple(bill_rows.get(claim.bill_voucher_id) for claim in old.voucher.claims),
            keyed_on,
            gone_on,
        )
        for old, (keyed_on, gone_on) in zip(versions, pairwise(days), strict=False)
        if not old.is_cancelled
    )
    return Corrected(row, days[-1], superseded)


def _keyed_on(first: Version) -> int:
    """The day a voucher was keyed in; an import may say, else its own date must do."""
    voucher, keyed_at = first.voucher, first.voucher.entered_at
    if keyed_at is not None:
        return ymd_of(business_date(keyed_at))
    return ymd_of(voucher.on) if voucher.batch_id is not None else _day_of(first)


def _day_of(version: Version) -> int:
    return ymd_of(business_date(version.fact.recorded_at))
