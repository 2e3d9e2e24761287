"""Items: what the firm sells, by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.ids import ItemId
from collectiq_desktop.core.domain.items import Item
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.masters import master_of, unpack

_i = tables.item.c


class ItemLine(NamedTuple):
    """One item with its master data."""

    item_id: ItemId
    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class Items(Ask[tuple[ItemLine, ...]]):
    """All items, by name."""


@answers(Items)
def items(conn: Connection, _ask: Items, _today_on: date) -> tuple[ItemLine, ...]:
    """The items.

    Limits: a wholesaler sells a few thousand.
    """
    statement = select(_i.item_id, _i.fields).order_by(_i.name_key, _i.item_row)
    return tuple(
        ItemLine(item_id, master_of(Item, unpack(fields)))
        for item_id, fields in conn.execute(statement)
    )
