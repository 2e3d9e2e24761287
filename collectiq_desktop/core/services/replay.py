"""Replay: what each kind of fact does to the projections.

Commands, rebuild and sync all come through `apply`, so that the same facts
give the same books everywhere. Facts of one's own that the server has not
placed come after all placed ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from collectiq_desktop.core.domain.accounts import STANDARD_ACCOUNTS
from collectiq_desktop.core.domain.series import parse_number
from collectiq_desktop.core.domain.touched import Noun
from collectiq_desktop.core.domain.versions import Correction
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.storage import batches, corrections, errands, masters, tables
from collectiq_desktop.core.storage.bills import resettle
from collectiq_desktop.core.storage.vouchers import (
    Head,
    entered_after,
    head_row,
    lay,
    write_head,
)
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import (
    AccountAdded,
    Body,
    DocumentPrinted,
    ErrandGivenUp,
    Fact,
    FirmAmended,
    FirmCreated,
    ImportBegun,
    ImportUndone,
    ItemAdded,
    ItemAmended,
    PartyAdded,
    PartyAmended,
    VoucherAmended,
    VoucherCancelled,
    batch_of,
)


class Placed(NamedTuple):
    """A fact with its decoded body, its place, and the instant that ranks it.

    `is_idle` when the server gave it a verdict without effect.
    """

    fact: Fact
    body: Any
    ordinal: int
    effective_at: int
    is_idle: bool = False

    @property
    def at(self) -> masters.At:
        """The fact's place as master data needs it."""
        return masters.At(self.fact.fact_id, self.ordinal, self.effective_at)


def apply(writer: Writer, placed: Placed) -> None:
    """Let one fact take effect on the projections."""
    if placed.is_idle and not isinstance(placed.body, _TOLD_ANYWAY):
        return
    _APPLY[type(placed.body)](writer, placed)
    writer.highest_ordinal = max(writer.highest_ordinal, placed.ordinal)
    if placed.fact.origin is not None and not placed.is_idle:
        _note_origin(writer, placed)


def _note_origin(writer: Writer, placed: Placed) -> None:
    key, _hash, change = (placed.fact.origin or "").rpartition("#")
    batch_row = writer.lookups.batch_row(batch_of(_batched(placed.body)))
    batches.note_origin(writer, (key, change, _subject_of(placed), batch_row))


def _subject_of(placed: Placed) -> bytes:
    """What a fact from outside is about: what it amends, or itself."""
    subject: bytes = placed.fact.fact_id
    if not isinstance(placed.body, Voucher):
        for name in ("voucher_id", "party_id", "item_id"):
            subject = getattr(placed.body, name, subject)
    return subject


def _batched(body: Body) -> Body:
    return body.voucher if isinstance(body, VoucherAmended) else body


def _firm_created(writer: Writer, placed: Placed) -> None:
    body: FirmCreated = placed.body
    device = (body.device_id, body.device_name, body.series_code, body.branch_id)
    writer.add(tables.device, device)
    for account in STANDARD_ACCOUNTS:
        row = (account.account_code, account.name, account.nature.value, "")
        masters.add_account(writer, row, None)
    masters.set_firm(writer, body.firm_id, placed.fact.fact_id)
    writer.touched.add(Noun.FIRM)


def _firm_amended(writer: Writer, placed: Placed) -> None:
    created_id, firm_id = masters.firm_ids(writer.conn)
    masters.note_edit(writer, created_id, placed.at)
    masters.set_firm(writer, firm_id, created_id)
    writer.touched.add(Noun.FIRM)


def _account_added(writer: Writer, placed: Placed) -> None:
    body: AccountAdded = placed.body
    row = (body.account_code, body.name, body.nature, body.group)
    masters.add_account(writer, row, body.batch_id)
    writer.touched.add(Noun.ACCOUNT)


def _party_added(writer: Writer, placed: Placed) -> None:
    body: PartyAdded = placed.body
    masters.add_party(writer, placed.fact.fact_id, body.fields, body.batch_id)
    writer.touched.add(Noun.PARTY, placed.fact.fact_id)


def _party_amended(writer: Writer, placed: Placed) -> None:
    body: PartyAmended = placed.body
    masters.amend_party(writer, body.party_id, placed.at)
    if "code" in body.edits:
        masters.count_code(writer, body.edits["code"].value)
    writer.touched.add(Noun.PARTY, body.party_id)


def _item_added(writer: Writer, placed: Placed) -> None:
    body: ItemAdded = placed.body
    masters.add_item(writer, placed.fact.fact_id, body.fields, body.batch_id)
    writer.touched.add(Noun.ITEM)


def _item_amended(writer: Writer, placed: Placed) -> None:
    body: ItemAmended = placed.body
    masters.amend_item(writer, body.item_id, placed.at)
    writer.touched.add(Noun.ITEM)


def _voucher_posted(writer: Writer, placed: Placed) -> None:
    voucher: Voucher = placed.body
    lookups, voucher_id = writer.lookups, placed.fact.fact_id
    known_row = lookups.voucher_row(voucher_id)
    row = writer.next_row(tables.voucher) if known_row is None else known_row
    batch_row = lookups.batch_row(voucher.batch_id)
    entered_on = entered_after(voucher, placed.fact.recorded_at)
    head = Head(row, voucher_id, None, placed.ordinal, "posted", batch_row, entered_on)
    lookups.vouchers[voucher_id] = row
    if known_row is None and placed.ordinal > writer.highest_ordinal:
        lay(writer, head, voucher, is_last=True)
        writer.add(tables.voucher, head_row(writer, head, voucher))
    else:
        affected = lay(writer, head, voucher, is_last=False)
        write_head(writer, head, voucher)
        resettle(writer, affected | {(row, bill.n) for bill in voucher.bills})
        corrections.restand(writer, voucher_id)
    _count_number(writer, voucher)
    _touch(writer, voucher)


def _count_number(writer: Writer, voucher: Voucher) -> None:
    counted = parse_number(voucher.number) if voucher.batch_id is None else None
    if counted is not None:
        series, n = counted
        writer.set_counter(series.prefix, n)


def _touch(writer: Writer, voucher: Voucher) -> None:
    writer.touched.nouns.add(Noun.VOUCHER)
    if voucher.party_id is not None:
        writer.touched.party_ids.add(voucher.party_id)


def _voucher_amended(writer: Writer, placed: Placed) -> None:
    body: VoucherAmended = placed.body
    _correct(writer, placed, body)
    _touch(writer, body.voucher)


def _voucher_cancelled(writer: Writer, placed: Placed) -> None:
    _correct(writer, placed, placed.body)
    writer.touched.add(Noun.VOUCHER)


def _correct(writer: Writer, placed: Placed, body: VoucherAmended | VoucherCancelled) -> None:
    correction = Correction(placed.ordinal, placed.fact.fact_id, body.base, placed.is_idle)
    corrections.note_correction(writer, body.voucher_id, correction)


def _import_begun(writer: Writer, placed: Placed) -> None:
    body: ImportBegun = placed.body
    types = masters.pack(dict(body.voucher_types))
    batches.begin_batch(writer, placed.fact.fact_id, body.source, placed.fact.recorded_at, types)
    writer.touched.add(Noun.BATCH)


def _import_undone(writer: Writer, placed: Placed) -> None:
    body: ImportUndone = placed.body
    batches.undo_batch(writer, body.batch_id)
    for noun in (Noun.BATCH, Noun.VOUCHER, Noun.PARTY):
        writer.touched.add(noun)


def _document_printed(writer: Writer, placed: Placed) -> None:
    body: DocumentPrinted = placed.body
    errands.count_print(writer, body.subject_id, body.document)
    writer.touched.nouns.add(Noun.ERRAND)


def _errand_given_up(writer: Writer, _placed: Placed) -> None:
    writer.touched.nouns.add(Noun.ERRAND)


# A correction keeps its place among others, and no verdict takes back a print.
_TOLD_ANYWAY = (VoucherAmended, VoucherCancelled, DocumentPrinted, ErrandGivenUp)

_APPLY: Mapping[type[Any], Callable[[Writer, Placed], None]] = {
    FirmCreated: _firm_created,
    FirmAmended: _firm_amended,
    AccountAdded: _account_added,
    PartyAdded: _party_added,
    PartyAmended: _party_amended,
    ItemAdded: _item_added,
    ItemAmended: _item_amended,
    Voucher: _voucher_posted,
    VoucherAmended: _voucher_amended,
    VoucherCancelled: _voucher_cancelled,
    ImportBegun: _import_begun,
    ImportUndone: _import_undone,
    DocumentPrinted: _document_printed,
    ErrandGivenUp: _errand_given_up,
}
