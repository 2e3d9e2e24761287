"""What an import must know of the books before it can say what it will do.

Everything is asked for in bulk, by keys that come from a file: which
documents came before, which party a name is, which bill a number names. What
is decided with it belongs to the room that reads files.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, Select, select

from collectiq_desktop.core.domain.accounts import Account, Nature
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.items import Item
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.scripts import fold_for_search, sort_key
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.database import chunks
from collectiq_desktop.core.storage.masters import master_of, unpack

_a, _b, _o, _p, _v = (
    tables.account.c,
    tables.bill.c,
    tables.origin.c,
    tables.party.c,
    tables.voucher.c,
)


class KnownOrigin(NamedTuple):
    """What a document from outside became when it came before."""

    change: str
    subject_id: bytes


class KnownParty(NamedTuple):
    """A party in the books; `is_typed_here` when no import brought it."""

    party_id: PartyId
    party: Party
    is_typed_here: bool


class KnownItem(NamedTuple):
    """An item in the books."""

    item_id: bytes
    item: Item


class KnownBill(NamedTuple):
    """A bill in the books, by the key that claims name.

    Money: debit positive.
    """

    party_id: PartyId
    number: str
    voucher_id: VoucherId
    n: int
    amount_paise: int
    open_paise: int
    branch_id: str


class ImportLookups:
    """One moment of the books, asked by keys from outside.

    Limits: any number of keys; what is found must fit in memory.
    """

    def __init__(self, conn: Connection) -> None:
        self._conn = conn

    def firm(self) -> Firm:
        """Whose books these are."""
        fields = self._conn.execute(select(tables.firm.c.fields)).scalar_one()
        return master_of(Firm, unpack(fields))

    def origins(self, keys: Iterable[str]) -> dict[str, KnownOrigin]:
        """Those documents that came before, by origin key."""
        statement = select(_o.origin_key, _o.change, _o.subject_id)
        rows = self._all(statement, _o.origin_key, list(keys))
        return {key: KnownOrigin(change, subject_id) for key, change, subject_id in rows}

    def parties(self, party_ids: Iterable[bytes]) -> dict[bytes, KnownParty]:
        """The parties with these ids."""
        found = self._parties(_p.party_id, list(party_ids))
        return {known.party_id: known for known in found}

    def parties_named(self, names: Iterable[str]) -> list[KnownParty]:
        """The parties whose name, folded as for search, is one of these."""
        folds = dict.fromkeys(fold_for_search(name) for name in names)
        return list(self._parties(_p.name_fold, list(folds)))

    def parties_coded(self, codes: Iterable[str]) -> dict[str, PartyId]:
        """Which party has which code."""
        rows = self._all(select(_p.code, _p.party_id), _p.code, list(codes))
        return {code: PartyId(party_id) for code, party_id in rows}

    def _parties(self, column: ColumnElement[Any], keys: Sequence[Any]) -> Iterator[KnownParty]:
        statement = select(_p.party_id, _p.fields, _p.batch_row).order_by(_p.party_row)
        for party_id, fields, batch_row in self._all(statement, column, keys):
            party = master_of(Party, unpack(fields))
            yield KnownParty(PartyId(party_id), party, batch_row is None)

    def party_names(self) -> list[str]:
        """The name of every party, for files that come without their masters."""
        return list(self._conn.execute(select(_p.name).order_by(_p.party_row)).scalars())

    def accounts(self) -> list[Account]:
        """Every account."""
        rows = self._conn.execute(select(_a.account_code, _a.name, _a.nature))
        return [Account(code, name, Nature(nature)) for code, name, nature in rows]

    def items(self, item_ids: Iterable[bytes]) -> dict[bytes, KnownItem]:
        """The items with these ids."""
        found = self._items(tables.item.c.item_id, list(item_ids))
        return {known.item_id: known for known in found}

    def items_named(self, names: Iterable[str]) -> list[KnownItem]:
        """The items whose name, as ordered, is one of these."""
        keys = dict.fromkeys(sort_key(name) for name in names)
        return list(self._items(tables.item.c.name_key, list(keys)))

    def _items(self, column: ColumnElement[Any], keys: Sequence[Any]) -> Iterator[KnownItem]:
        statement = select(tables.item.c.item_id, tables.item.c.fields)
        for item_id, fields in self._all(statement, column, keys):
            yield KnownItem(item_id, master_of(Item, unpack(fields)))

    def bills_of_parties(self, party_ids: Iterable[bytes]) -> Iterator[KnownBill]:
        """Every bill of these parties, open or settled, oldest first."""
        return self._bills(_p.party_id, list(party_ids))

    def bills_of_vouchers(self, voucher_ids: Iterable[bytes]) -> Iterator[KnownBill]:
        """The bills that these vouchers opened."""
        return self._bills(_v.voucher_id, list(voucher_ids))

    def _bills(self, column: ColumnElement[Any], keys: Sequence[bytes]) -> Iterator[KnownBill]:
        statement = (
            select(
                _p.party_id,
                _b.number,
                _v.voucher_id,
                _b.n,
                _b.amount_paise,
                _b.open_paise,
                _b.branch_id,
            )
            .select_from(tables.bill)
            .join(tables.party, _p.party_row == _b.party_row)
            .join(tables.voucher, _v.voucher_row == _b.voucher_row)
            .order_by(_b.bill_on, _b.voucher_row, _b.n)
        )
        for part in chunks(keys):
            for row in self._conn.execute(statement.where(column.in_(part))):
                yield KnownBill(*row)

    def counting(self, voucher_ids: Iterable[bytes]) -> set[bytes]:
        """Those of the vouchers that stand posted and move balances."""
        statement = select(_v.voucher_id).where(_v.state == "posted")
        return {voucher_id for (voucher_id,) in self._all(statement, _v.voucher_id, voucher_ids)}

    def voucher_types(self) -> dict[str, str]:
        """The source's voucher types and what they are, as all imports told them."""
        column = tables.batch.c
        statement = select(column.voucher_types).order_by(column.batch_row)
        known: dict[str, str] = {}
        for packed in self._conn.execute(statement).scalars():
            known.update(unpack(packed))
        return known

    def _all(
        self, statement: Select[Any], column: ColumnElement[Any], keys: Iterable[Any]
    ) -> Iterator[Any]:
        for part in chunks(list(keys)):
            yield from self._conn.execute(statement.where(column.in_(part)))
