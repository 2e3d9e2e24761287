"""Master data in the projections: firm, accounts, parties, items.

A master's row is always the fold of all its facts, so that it comes out the
same in whatever order they arrived.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, NamedTuple, TypeAlias, TypeVar

import msgspec
from sqlalchemy import Connection, delete, insert, select, update

from collectiq_desktop.core.domain.accounts import STANDARD_ACCOUNTS
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.items import Item
from collectiq_desktop.core.domain.masters import Chosen, Edit, MasterFact, Value, fold_masters
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.roles import Employee
from collectiq_desktop.core.domain.scripts import fold_for_search, sort_key
from collectiq_desktop.core.storage import search, tables
from collectiq_desktop.core.storage.facts import facts_in_order, read_fact
from collectiq_desktop.core.storage.lookups import PartyRef
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.codec import body_of, body_or_none
from collectiq_desktop.core.wire.facts import AccountAdded, batch_of

_h = tables.master_history.c
_STANDARD_CODES = {account.account_code for account in STANDARD_ACCOUNTS}
AnyMaster: TypeAlias = Firm | Party | Item | Employee
Master = TypeVar("Master", Firm, Party, Item, Employee)


class At(NamedTuple):
    """Where a fact stands: its order and the instant that ranks it."""

    fact_id: bytes
    ordinal: int
    effective_at: int


def master_of(kind: type[Master], fields: Mapping[str, Value]) -> Master:
    """The typed master behind plain fields; fields of newer programs are skipped."""
    return msgspec.convert(dict(fields), kind)


def plain_of(master: AnyMaster) -> dict[str, Value]:
    """All fields of a master as facts and rows hold them: plain values."""
    plain: dict[str, Value] = msgspec.to_builtins(master)
    return plain


def fields_of(master: AnyMaster) -> dict[str, Value]:
    """The plain fields that differ from their defaults."""
    blank = type(master).__dataclass_fields__
    plain = plain_of(master)
    return {n: value for n, value in plain.items() if getattr(master, n) != blank[n].default}


def pack(value: object) -> bytes:
    """Plain fields as the bytes a row holds."""
    return msgspec.msgpack.encode(value, order="sorted")


def unpack(data: bytes) -> Any:
    """The plain fields behind a row's bytes."""
    return msgspec.msgpack.decode(data)


def chosen_fields(conn: Connection, master_id: bytes) -> dict[str, Chosen]:
    """Each field's winning value, after all facts about this master.

    `master_id` is the id of the fact that added it.
    """
    return fold_masters(facts_about(conn, master_id))


def facts_about(conn: Connection, master_id: bytes) -> list[MasterFact]:
    """All facts that have effect on a master, with their places."""
    facts = [_added(conn, master_id)]
    history = select(_h.fact_id, _h.ordinal, _h.effective_at).where(_h.master_id == master_id)
    for fact_id, ordinal, effective_at in conn.execute(history):
        fact = read_fact(conn, fact_id)
        assert fact is not None
        edits: Mapping[str, Edit] = getattr(body_of(fact), "edits")  # noqa: B009 -- several bodies have it
        facts.append(MasterFact(fact_id, effective_at, ordinal, edits))
    return facts


def _added(conn: Connection, master_id: bytes) -> MasterFact:
    fact = read_fact(conn, master_id)
    assert fact is not None
    fields: Mapping[str, Value] = getattr(body_of(fact), "fields")  # noqa: B009 -- several bodies have it
    edits = {name: Edit(value, None) for name, value in fields.items()}
    return MasterFact(master_id, fact.recorded_at, 0, edits)


def _folded(conn: Connection, master_id: bytes) -> dict[str, Value]:
    return {name: chosen.value for name, chosen in chosen_fields(conn, master_id).items()}


def note_edit(writer: Writer, master_id: bytes, at: At) -> None:
    """Note that a fact amended a master; its row must be folded again."""
    writer.flush_rows()
    history = tables.master_history
    mine = (history.c.master_id == master_id, history.c.fact_id == at.fact_id)
    writer.conn.execute(delete(history).where(*mine))
    writer.conn.execute(insert(history).values((master_id, *at)))


def set_firm(writer: Writer, firm_id: bytes, created_id: bytes) -> None:
    """Write the firm's row from all its facts."""
    writer.flush_rows()
    fields = pack(_folded(writer.conn, created_id))
    writer.conn.execute(delete(tables.firm))
    row = {"firm_id": firm_id, "created_id": created_id, "fields": fields}
    writer.conn.execute(insert(tables.firm).values(row))
    writer.locked = None
    writer.rights.clear()


def locked_until(writer: Writer) -> date | None:
    """The last day on which no voucher may be dated any more, asked once in a transaction."""
    if writer.locked is None:
        writer.flush_rows()
        fields = writer.conn.execute(select(tables.firm.c.fields)).scalar()
        firm = master_of(Firm, unpack(fields)) if fields else None
        writer.locked = (firm.locked_until_on if firm is not None else None,)
    return writer.locked[0]


def firm_ids(conn: Connection) -> tuple[bytes, bytes]:
    """The fact that began the books, and the firm's id."""
    row = conn.execute(select(tables.firm.c.created_id, tables.firm.c.firm_id)).one()
    return row.created_id, row.firm_id


def add_account(writer: Writer, row: tuple[str, str, str, str], batch_id: bytes | None) -> None:
    """Add an account (code, name, nature, group).

    Two devices may name one code each in its own way: the name given first in
    the firm's order stands.
    """
    if writer.lookups.account_row(row[0]) is not None:
        fold_account(writer, row[0])
        return
    account_row = writer.next_row(tables.account)
    writer.add(tables.account, (account_row, *row, writer.lookups.batch_row(batch_id)))
    writer.lookups.accounts[row[0]] = account_row


def fold_account(writer: Writer, account_code: str) -> None:
    """Write an account's row from the first fact that names it, if one does."""
    writer.flush_rows()
    for ordered in facts_in_order(writer.conn, [AccountAdded.__name__]):
        body = body_or_none(ordered.fact)
        if not isinstance(body, AccountAdded) or body.account_code != account_code:
            continue
        if account_code not in _STANDARD_CODES:
            named = (body.name, body.nature, body.group, writer.lookups.batch_row(body.batch_id))
            names = ("name", "nature", "group_name", "batch_row")
            mine = tables.account.c.account_code == account_code
            values = dict(zip(names, named, strict=True))
            writer.conn.execute(update(tables.account).where(mine).values(**values))
        return


def party_values(party: Party) -> dict[str, Any]:
    """The columns of a party's row that come from its master data."""
    return {
        "code": party.code,
        "name": party.name,
        "name_key": sort_key(party.name),
        "name_fold": fold_for_search(party.name),
        "gstin": party.gstin,
        "credit_days": party.credit_days,
        "credit_limit_paise": party.credit_limit_paise,
        "is_bill_wise": int(party.is_bill_wise),
        "is_active": int(party.is_active),
        "beat": party.beat,
        "area": party.area,
        "language": party.language,
        "fields": pack(fields_of(party)),
    }


def add_party(
    writer: Writer, party_id: bytes, fields: Mapping[str, Value], batch_id: bytes | None
) -> None:
    """Add a party's row, its standing and its words for search."""
    party = master_of(Party, fields)
    party_row = writer.next_row(tables.party)
    batch_row = writer.lookups.batch_row(batch_id)
    writer.add(tables.party, (party_row, party_id, *party_values(party).values(), batch_row))
    writer.move_standing(party_row, balance_paise=0, bills_paise=0, on_account_paise=0)
    search.index_party(writer, party_row, party)
    writer.lookups.parties[party_id] = PartyRef(
        party_row, party_id, party.is_bill_wise, party.credit_days
    )
    writer.lookups.new_codes.setdefault(party.code, []).append((party_id, party.name))
    count_code(writer, party.code)


def bring_back_party(writer: Writer, party_id: bytes) -> PartyRef:
    """The party of an undone import, which a voucher from elsewhere still names."""
    writer.flush_rows()
    fact = read_fact(writer.conn, party_id)
    assert fact is not None, "a voucher names a party that is not in the books"
    add_party(writer, party_id, _folded(writer.conn, party_id), batch_of(body_of(fact)))
    party = writer.lookups.party(party_id)
    assert party is not None
    return party


def count_code(writer: Writer, code: str) -> None:
    """Keep the counter of our own party codes (`A01-12`) above this one."""
    prefix, _dash, digits = code.rpartition("-")
    if prefix and digits.isdecimal() and len(digits) <= 7:
        writer.set_counter(f"{prefix}-", int(digits))


def amend_party(writer: Writer, party_id: bytes, at: At) -> None:
    """Fold a party's facts again after one more, and write its row."""
    note_edit(writer, party_id, at)
    fold_party(writer, party_id)


def item_values(item: Item) -> dict[str, Any]:
    """The columns of an item's row that come from its master data."""
    return {"name": item.name, "name_key": sort_key(item.name), "fields": pack(fields_of(item))}


def is_used(conn: Connection, party_row: int) -> bool:
    """Whether a voucher names a party, also one that is cancelled."""
    line, voucher = tables.party_line.c, tables.voucher.c
    lines = select(line.party_row).where(line.party_row == party_row).limit(1)
    heads = select(voucher.party_row).where(voucher.party_row == party_row).limit(1)
    return any(conn.execute(statement).first() for statement in (lines, heads))


def drop_party(writer: Writer, party_row: int) -> None:
    """Take a party's row, standing and words away."""
    writer.flush()
    table = tables.party
    search.drop_party(writer.conn, party_row)
    standing = tables.standing
    writer.conn.execute(delete(standing).where(standing.c.party_row == party_row))
    writer.conn.execute(delete(table).where(table.c.party_row == party_row))
    writer.lookups.clear()


def drop_item(writer: Writer, item_id: bytes) -> None:
    """Take an item's row away."""
    writer.flush_rows()
    writer.conn.execute(delete(tables.item).where(tables.item.c.item_id == item_id))


def drop_edit(writer: Writer, master_id: bytes, fact_id: bytes) -> None:
    """Forget an edit that has no effect; the master must be folded again."""
    writer.flush_rows()
    writer.conn.execute(
        delete(tables.master_history).where(_h.master_id == master_id, _h.fact_id == fact_id)
    )


def fold_party(writer: Writer, party_id: bytes) -> None:
    """Write a party's row from all its facts.

    A party that was taken back with its import has none.
    """
    ref = writer.lookups.party(party_id)
    if ref is None:
        return
    party = master_of(Party, _folded(writer.conn, party_id))
    table = tables.party
    writer.conn.execute(
        update(table).where(table.c.party_row == ref.party_row).values(party_values(party))
    )
    search.index_party_again(writer, ref.party_row, party)
    writer.lookups.parties[party_id] = ref._replace(
        is_bill_wise=party.is_bill_wise, credit_days=party.credit_days
    )
    writer.lookups.forget_codes()


def fold_item(writer: Writer, item_id: bytes) -> None:
    """Write an item's row from all its facts."""
    item = master_of(Item, _folded(writer.conn, item_id))
    table = tables.item
    writer.conn.execute(update(table).where(table.c.item_id == item_id).values(item_values(item)))


def add_item(
    writer: Writer, item_id: bytes, fields: Mapping[str, Value], batch_id: bytes | None
) -> None:
    """Add an item's row."""
    values = item_values(master_of(Item, fields)).values()
    row = writer.next_row(tables.item)
    writer.add(tables.item, (row, item_id, *values, writer.lookups.batch_row(batch_id)))


def amend_item(writer: Writer, item_id: bytes, at: At) -> None:
    """Fold an item's facts again after one more, and write its row."""
    note_edit(writer, item_id, at)
    fold_item(writer, item_id)
