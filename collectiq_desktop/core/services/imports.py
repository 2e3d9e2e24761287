"""Taking in documents from outside: one batch, one command a document.

Each carries its origin, so that the same file read again adds nothing, and a
document that changed at its source becomes an amendment of ours. Imported
documents keep their numbers; a day after today, or a number used twice, is
the reader's to judge.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum

from collectiq_desktop.core.domain.errors import Clash, Refused
from collectiq_desktop.core.domain.ids import BatchId, FactId, ItemId, PartyId, VoucherId
from collectiq_desktop.core.domain.items import Item, check_item
from collectiq_desktop.core.domain.masters import Value
from collectiq_desktop.core.domain.party import Party, check_party_terms
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import Voucher, check_voucher
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.parties import edits_between, with_code
from collectiq_desktop.core.services.posting import check_names
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.storage import batches, corrections, masters
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import (
    ImportBegun,
    ImportUndone,
    ItemAdded,
    ItemAmended,
    PartyAdded,
    PartyAmended,
    VoucherAmended,
)


class Taken(StrEnum):
    """What became of a document that was taken in."""

    NEW = "new"
    AMENDED = "amended"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True, kw_only=True)
class BeginImport:
    """Begin a batch; the documents that follow name it."""

    batch_id: BatchId
    source: str
    files: tuple[str, ...] = ()
    digest: str = ""
    company: str = ""
    company_guid: str = ""
    voucher_types: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class UndoImport:
    """Take a whole batch back, unless something else builds on it."""

    fact_id: FactId
    batch_id: BatchId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeInParty:
    """Take in a party.

    Args:
        matched_id: a party already in the books that this one is; its fields
            are amended where the source says otherwise.
    """

    fact_id: FactId
    party: Party
    batch_id: BatchId
    origin_key: str
    change: str
    matched_id: PartyId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeInItem:
    """Take in an item."""

    fact_id: FactId
    item: Item
    batch_id: BatchId
    origin_key: str
    change: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TakeInVoucher:
    """Take in a voucher with its own number."""

    fact_id: FactId
    voucher: Voucher
    batch_id: BatchId
    origin_key: str
    change: str


@carries_out(BeginImport)
def begin_import(writer: Writer, command: BeginImport, context: Context) -> BatchId:
    """Begin the batch."""
    if not already_recorded(writer, command.batch_id, ImportBegun.__name__):
        body = ImportBegun(
            source=command.source,
            files=command.files,
            digest=command.digest,
            company=command.company,
            company_guid=command.company_guid,
            voucher_types=dict(command.voucher_types),
        )
        record(writer, context, body, command.batch_id)
    return command.batch_id


@carries_out(UndoImport)
def undo_import(writer: Writer, command: UndoImport, context: Context) -> BatchId:
    """Undo the batch.

    Raises:
        Refused: it was undone before, something builds on it, or it changed
            vouchers of an earlier import, which would be lost to their source.
    """
    if already_recorded(writer, command.fact_id, ImportUndone.__name__):
        return command.batch_id
    writer.flush()
    if not batches.is_known_batch(writer, command.batch_id):
        message = say("There is no such import, or it was undone already.")
        raise Refused(message, field="batch")
    number = batches.built_upon(writer, command.batch_id)
    if number is not None:
        message = say(
            "This import cannot be undone any more: voucher {number} builds on it. Cancel that "
            "voucher first, or correct single vouchers.",
            number=number,
        )
        raise Refused(message, field="batch")
    number = batches.changed_elsewhere(writer, command.batch_id)
    if number is not None:
        message = say(
            "This import changed voucher {number}, which an earlier import brought, so it "
            "cannot be undone as a whole. Correct single vouchers, or import a newer file.",
            number=number,
        )
        raise Refused(message, field="batch")
    body = ImportUndone(batch_id=command.batch_id, reason=command.reason)
    record(writer, context, body, command.fact_id)
    return command.batch_id


def _origin(command: TakeInParty | TakeInItem | TakeInVoucher) -> str:
    return f"{command.origin_key}#{command.change}"


def _check_id_is_free(writer: Writer, fact_id: FactId) -> None:
    if writer.lookups.has_fact(fact_id):
        message = say("This id was used before for another document; make a new one.")
        raise Clash(message, field="id")


@carries_out(TakeInParty)
def take_in_party(writer: Writer, command: TakeInParty, context: Context) -> Taken:
    """Take the party in, or amend the one that it is.

    Raises:
        BadInput: a field cannot be right.
        Clash: the id was used for something else, or the code is taken.
    """
    known = writer.lookups.origin(command.origin_key)
    if known is not None and known.change == command.change:
        return Taken.UNCHANGED
    _check_id_is_free(writer, command.fact_id)
    check_party_terms(command.party)
    party_id = known.subject_id if known is not None else command.matched_id
    if party_id is None:
        party = with_code(writer, command.party, context)
        body = PartyAdded(fields=masters.fields_of(party), batch_id=command.batch_id)
        record(writer, context, body, command.fact_id, _origin(command))
        return Taken.NEW
    return _amend_party(writer, command, context, PartyId(party_id))


def _amend_party(
    writer: Writer, command: TakeInParty, context: Context, party_id: PartyId
) -> Taken:
    writer.flush_rows()
    chosen = masters.chosen_fields(writer.conn, party_id)
    before = masters.master_of(Party, {name: c.value for name, c in chosen.items()})
    after = replace(before, **_said_fields(command.party))
    authors = {name: c.fact_id for name, c in chosen.items()}
    edits = edits_between(before, after, authors)
    if not edits:
        return Taken.UNCHANGED
    body = PartyAmended(party_id=party_id, edits=edits, batch_id=command.batch_id)
    record(writer, context, body, command.fact_id, _origin(command))
    return Taken.AMENDED


def _said_fields(party: Party) -> dict[str, Value]:
    """The fields that the source says something about, as the party holds them."""
    return {name: getattr(party, name) for name in masters.fields_of(party)}


@carries_out(TakeInItem)
def take_in_item(writer: Writer, command: TakeInItem, context: Context) -> Taken:
    """Take the item in, or amend the one that it is.

    Raises:
        BadInput: a field cannot be right.
        Clash: the id was used for something else.
    """
    known = writer.lookups.origin(command.origin_key)
    if known is not None and known.change == command.change:
        return Taken.UNCHANGED
    _check_id_is_free(writer, command.fact_id)
    check_item(command.item)
    if known is None:
        body = ItemAdded(fields=masters.fields_of(command.item), batch_id=command.batch_id)
        record(writer, context, body, command.fact_id, _origin(command))
        return Taken.NEW
    writer.flush_rows()
    chosen = masters.chosen_fields(writer.conn, known.subject_id)
    before = masters.master_of(Item, {name: c.value for name, c in chosen.items()})
    edits = edits_between(before, command.item, {n: c.fact_id for n, c in chosen.items()})
    if not edits:
        return Taken.UNCHANGED
    item_id = ItemId(known.subject_id)
    amended = ItemAmended(item_id=item_id, edits=edits, batch_id=command.batch_id)
    record(writer, context, amended, command.fact_id, _origin(command))
    return Taken.AMENDED


def _batched(command: TakeInVoucher) -> Voucher:
    if command.voucher.batch_id == command.batch_id:
        return command.voucher
    return replace(command.voucher, batch_id=command.batch_id)


@carries_out(TakeInVoucher)
def take_in_voucher(writer: Writer, command: TakeInVoucher, context: Context) -> Taken:
    """Take the voucher in, or amend the one that it is.

    Raises:
        BadInput: it does not close to zero.
        NotFound: an account or a party that it names was not taken in.
        Clash: the id was used for something else.
    """
    known = writer.lookups.origin(command.origin_key)
    if known is not None and known.change == command.change:
        return Taken.UNCHANGED
    _check_id_is_free(writer, command.fact_id)
    check_names(writer, command.voucher)
    check_voucher(command.voucher)
    if known is None:
        record(writer, context, _batched(command), command.fact_id, _origin(command))
        return Taken.NEW
    voucher_id = VoucherId(known.subject_id)
    writer.flush_rows()
    body = VoucherAmended(
        voucher_id=voucher_id,
        base=FactId(corrections.newest_id(writer, voucher_id)),
        reason="Changed at its source",
        voucher=_batched(command),
    )
    record(writer, context, body, command.fact_id, _origin(command))
    return Taken.AMENDED
