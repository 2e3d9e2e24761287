"""Master data besides parties: the firm, its accounts, its items."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sqlalchemy import select

from collectiq_desktop.core.domain.accounts import Account
from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.firm import Firm, check_firm
from collectiq_desktop.core.domain.ids import BatchId, FactId, ItemId
from collectiq_desktop.core.domain.items import Item, check_item
from collectiq_desktop.core.domain.masters import Value
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.parties import check_field_names, edits_between
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.storage import masters, tables
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import AccountAdded, FirmAmended, ItemAdded, ItemAmended


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendFirm:
    """Change fields of the firm's master data."""

    fact_id: FactId
    changes: Mapping[str, Value]


@dataclass(frozen=True, slots=True, kw_only=True)
class AddAccount:
    """Add a ledger head; one that is there already is left as it is."""

    fact_id: FactId
    account: Account
    group: str = ""
    batch_id: BatchId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AddItem:
    """Add an item."""

    item_id: ItemId
    item: Item


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendItem:
    """Change fields of an item."""

    fact_id: FactId
    item_id: ItemId
    changes: Mapping[str, Value]


@carries_out(AmendFirm)
def amend_firm(writer: Writer, command: AmendFirm, context: Context) -> None:
    """Change the firm's fields.

    Raises:
        BadInput: a field is unknown or cannot be right.
    """
    if already_recorded(writer, command.fact_id, FirmAmended.__name__):
        return
    writer.flush_rows()
    chosen = masters.chosen_fields(writer.conn, masters.firm_ids(writer.conn)[0])
    before = masters.master_of(Firm, {name: c.value for name, c in chosen.items()})
    check_field_names(Firm, command.changes)
    after = replace(before, **command.changes)
    check_firm(after)
    edits = edits_between(before, after, {name: c.fact_id for name, c in chosen.items()})
    if edits:
        record(writer, context, FirmAmended(edits=edits), command.fact_id)


@carries_out(AddAccount)
def add_account(writer: Writer, command: AddAccount, context: Context) -> str:
    """Add the account and give its code.

    Raises:
        BadInput: it has no name.
    """
    account = command.account
    if already_recorded(writer, command.fact_id, AccountAdded.__name__):
        return account.account_code
    if not account.name.strip():
        message = say("An account needs a name.")
        raise BadInput(message, field="name")
    if writer.lookups.account_row(account.account_code) is None:
        body = AccountAdded(
            account_code=account.account_code,
            name=account.name,
            nature=account.nature.value,
            group=command.group,
            batch_id=command.batch_id,
        )
        record(writer, context, body, command.fact_id)
    return account.account_code


@carries_out(AddItem)
def add_item(writer: Writer, command: AddItem, context: Context) -> ItemId:
    """Add the item.

    Raises:
        BadInput: a field cannot be right.
    """
    if not already_recorded(writer, command.item_id, ItemAdded.__name__):
        check_item(command.item)
        body = ItemAdded(fields=masters.fields_of(command.item))
        record(writer, context, body, command.item_id)
    return command.item_id


@carries_out(AmendItem)
def amend_item(writer: Writer, command: AmendItem, context: Context) -> ItemId:
    """Change the item's fields.

    Raises:
        NotFound: there is no such item.
        BadInput: a field is unknown or cannot be right.
    """
    if already_recorded(writer, command.fact_id, ItemAmended.__name__):
        return command.item_id
    writer.flush_rows()
    column = tables.item.c
    found = select(column.item_row).where(column.item_id == command.item_id)
    if writer.conn.execute(found).first() is None:
        message = say("This item is not in the books.")
        raise NotFound(message, field="item")
    chosen = masters.chosen_fields(writer.conn, command.item_id)
    before = masters.master_of(Item, {name: c.value for name, c in chosen.items()})
    check_field_names(Item, command.changes)
    after = replace(before, **command.changes)
    check_item(after)
    edits = edits_between(before, after, {name: c.fact_id for name, c in chosen.items()})
    if edits:
        body = ItemAmended(item_id=command.item_id, edits=edits)
        record(writer, context, body, command.fact_id)
    return command.item_id
