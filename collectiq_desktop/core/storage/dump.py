"""The canonical dump: what “equal” means for two sets of projections.

Every projection row with row numbers replaced by what they stand for, so that
books built in another order, or on another engine, can be compared.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec
from sqlalchemy import Connection, Select, Table, or_, select

from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.database import paged
from collectiq_desktop.core.storage.tables import PROJECTIONS

_NAMED_BY = {
    "party_row": (tables.party, "party_row", "party_id"),
    "voucher_row": (tables.voucher, "voucher_row", "voucher_id"),
    "undoes_row": (tables.voucher, "voucher_row", "voucher_id"),
    "bill_voucher_row": (tables.voucher, "voucher_row", "voucher_id"),
    "account_row": (tables.account, "account_row", "account_code"),
    "batch_row": (tables.batch, "batch_row", "batch_id"),
}
_OWN_ROW = {
    (tables.party, "party_row"),
    (tables.voucher, "voucher_row"),
    (tables.account, "account_row"),
    (tables.item, "item_row"),
    (tables.batch, "batch_row"),
}
# A device's own facts have no place yet; their order says nothing to others.
_LEFT_OUT = {(tables.master_history, "ordinal"), (tables.master_history, "effective_at")}


class Fingerprint(NamedTuple):
    """How many rows a table has, and the sum of their hashes."""

    row_count: int
    sum_of_hashes: int


def _select(table: Table) -> Select[Any]:
    columns: list[Any] = []
    source: Any = table
    for column in table.columns:
        if (table, column.name) in _OWN_ROW or (table, column.name) in _LEFT_OUT:
            continue
        named = _NAMED_BY.get(column.name)
        if named is None:
            columns.append(column)
            continue
        other, key, name = named[0].alias(), named[1], named[2]
        source = source.outerjoin(other, column == other.c[key])
        columns.append(other.c[name])
    statement = select(*columns).select_from(source)
    return _without_empty(table, statement)


def _without_empty(table: Table, statement: Select[Any]) -> Select[Any]:
    """Leave out rows that say nothing: a day back at zero, a voucher not here yet.

    So does the standing of a branch all of whose places a restored server has lost.
    """
    if table is tables.account_day:
        c: Any = table.c
        return statement.where(or_(c.debit_paise != 0, c.credit_paise != 0))
    if table is tables.voucher:
        return statement.where(table.c.state != "absent")
    if table is tables.branch_standing:
        c = table.c
        return statement.where(or_(c.facts_count != 0, c.balance_paise != 0))
    return statement


def rows_of(conn: Connection, table: Table) -> Iterator[tuple[Any, ...]]:
    """The rows of one projection, row numbers replaced."""
    for row in paged(conn, _select(table)):
        yield tuple(row)


def dump(conn: Connection) -> dict[str, list[tuple[Any, ...]]]:
    """Every projection, its rows sorted. For tests; a large firm has millions."""
    return {
        table.name: sorted(rows_of(conn, table), key=repr) for table in PROJECTIONS.sorted_tables
    }


def fingerprints(conn: Connection) -> dict[str, Fingerprint]:
    """A fingerprint of every projection, whatever the order of its rows."""
    return {table.name: _fingerprint(conn, table) for table in PROJECTIONS.sorted_tables}


def _fingerprint(conn: Connection, table: Table) -> Fingerprint:
    count = total = 0
    encode = msgspec.msgpack.Encoder().encode
    for row in rows_of(conn, table):
        digest = hashlib.blake2b(encode(row), digest_size=16).digest()
        total += int.from_bytes(digest, "big")
        count += 1
    return Fingerprint(count, total % (1 << 128))
