"""Replay: what each kind of fact does to the projections.

Commands, rebuild and sync all come through `apply`, so that the same facts
give the same books everywhere. Facts of one's own that the server has not
placed come after all placed ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, NamedTuple, get_args

from sqlalchemy import Connection

from collectiq_desktop.core.domain.accounts import STANDARD_ACCOUNTS
from collectiq_desktop.core.domain.settlement import UNPLACED
from collectiq_desktop.core.domain.touched import Noun
from collectiq_desktop.core.domain.verdicts import ACCEPTED, Judged, Verdict, judged_of
from collectiq_desktop.core.domain.versions import Correction
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.services.kept_used import count_number, keep_used
from collectiq_desktop.core.storage import (
    assignments,
    batches,
    collecting,
    corrections,
    devices,
    employees,
    errands,
    held,
    masters,
    settings,
    tables,
)
from collectiq_desktop.core.storage.bills import resettle
from collectiq_desktop.core.storage.database import put
from collectiq_desktop.core.storage.facts import Ordered, read_fact
from collectiq_desktop.core.storage.vouchers import (
    Head,
    entered_after,
    head_row,
    lay,
    write_head,
)
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.codec import body_or_none
from collectiq_desktop.core.wire.collecting import Collecting
from collectiq_desktop.core.wire.facts import (
    AccountAdded,
    BranchAdded,
    ChainBegun,
    DeviceEnrolled,
    DeviceRevoked,
    DocumentPrinted,
    EmployeeAdded,
    EmployeeAmended,
    ErrandGivenUp,
    Fact,
    FactRejected,
    FactReleased,
    FirmAmended,
    FirmCreated,
    ImportBegun,
    ImportUndone,
    ItemAdded,
    ItemAmended,
    PartiesAssigned,
    PartyAdded,
    PartyAmended,
    SeriesAllotted,
    VoucherAmended,
    VoucherCancelled,
)


class Placed(NamedTuple):
    """A fact with its decoded body, its place, the instant that ranks it, and the verdict.

    `body` is None where this program cannot read it.
    """

    fact: Fact
    body: Any
    ordinal: int
    effective_at: int
    judged: Judged = ACCEPTED

    @property
    def is_idle(self) -> bool:
        """Whether the server's verdict leaves it without effect."""
        return self.judged.verdict != Verdict.ACCEPTED

    @property
    def at(self) -> masters.At:
        """The fact's place as master data needs it."""
        return masters.At(self.fact.fact_id, self.ordinal, self.effective_at)


def placed_of(ordered: Ordered) -> Placed:
    """A fact of the log as it is to be applied."""
    judged = judged_of(ordered.verdict, ordered.reason)
    body = body_or_none(ordered.fact, is_trusted=judged.verdict == Verdict.ACCEPTED)
    return Placed(ordered.fact, body, ordered.ordinal, ordered.effective_at, judged)


def apply(writer: Writer, placed: Placed) -> None:
    """Let one fact take effect on the projections, as far as its verdict lets it."""
    note_verdict(writer, placed)
    if placed.body is None:
        settings.note_parked(writer.conn)
        return
    if placed.is_idle and not isinstance(placed.body, TOLD_ANYWAY):
        keep_used(writer, placed.body)
        return
    _APPLY[type(placed.body)](writer, placed)
    writer.highest_ordinal = max(writer.highest_ordinal, placed.ordinal)
    if placed.fact.origin is not None and not placed.is_idle:
        _note_origin(writer, placed)


def note_verdict(writer: Writer, placed: Placed) -> None:
    """Keep a held fact among those that wait; a release says nothing of itself."""
    if placed.judged.verdict == Verdict.HELD and not isinstance(placed.body, FactReleased):
        held.note_held(writer, placed.fact.fact_id, placed.effective_at, placed.judged)


def _note_origin(writer: Writer, placed: Placed) -> None:
    """Note what a document from outside became."""
    key, _hash, change = (placed.fact.origin or "").rpartition("#")
    known = writer.lookups.origin(key)
    subject = batches.subject_of(placed.fact, placed.body)
    is_change = subject != placed.fact.fact_id
    if is_change if known is None else known.subject_id != subject:
        batches.fold_origin(writer, placed.fact.origin or "")
        return
    batch_row = writer.lookups.batch_row(batches.batch_brought_by(placed.body))
    batches.note_origin(writer, (key, change, subject, batch_row))


def _firm_created(writer: Writer, placed: Placed) -> None:
    body: FirmCreated = placed.body
    devices.fold(writer)
    writer.add(tables.branch, (body.branch_id, body.branch_name))
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
    if lookups.is_undone(batch_row):
        # It came after its batch was taken back: known, and without effect.
        write_head(writer, head._replace(state="undone"), voucher)
        batches.unname_party(writer, row)
    elif known_row is None:
        is_last = placed.ordinal > writer.highest_ordinal
        affected = lay(writer, head, voucher, is_last=is_last, is_new=True)
        writer.add(tables.voucher, head_row(writer, head, voucher))
        lookups.numbers[voucher.number] = True
        resettle(writer, affected)
    else:
        corrections.withdraw(writer, voucher_id)
        affected = lay(writer, head, voucher, is_last=False)
        write_head(writer, head, voucher)
        resettle(writer, affected | {(row, bill.n) for bill in voucher.bills})
        corrections.restand(writer, voucher_id)
    count_number(writer, voucher)
    _touch(writer, voucher)


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
    if is_waiting(placed):
        return
    batches.undo_batch(writer, body.batch_id)
    for noun in (Noun.BATCH, Noun.VOUCHER, Noun.PARTY):
        writer.touched.add(noun)


def _document_printed(writer: Writer, placed: Placed) -> None:
    body: DocumentPrinted = placed.body
    errands.count_print(writer, body.subject_id, body.document)
    writer.touched.nouns.add(Noun.ERRAND)


def _errand_given_up(writer: Writer, _placed: Placed) -> None:
    writer.touched.nouns.add(Noun.ERRAND)


def is_waiting(placed: Placed) -> bool:
    """Whether an import's undoing waits for the server's word.

    Another counter may build on the import meanwhile, and what was taken back
    is not easily put back. Without a server it takes effect at once.
    """
    return placed.ordinal >= UNPLACED and placed.fact.seen_epoch > 0


def _devices_changed(writer: Writer, _placed: Placed) -> None:
    devices.fold(writer)
    writer.touched.add(Noun.DEVICE)


def _branch_added(writer: Writer, placed: Placed) -> None:
    body: BranchAdded = placed.body
    writer.flush_rows()
    put(writer.conn, tables.branch, [(body.branch_id, body.name)])
    writer.touched.add(Noun.FIRM)


def _employee_added(writer: Writer, placed: Placed) -> None:
    body: EmployeeAdded = placed.body
    employees.add_employee(writer, placed.fact.fact_id, body.fields)
    writer.touched.add(Noun.EMPLOYEE)


def _employee_amended(writer: Writer, placed: Placed) -> None:
    body: EmployeeAmended = placed.body
    masters.note_edit(writer, body.employee_id, placed.at)
    employees.fold_employee(writer, body.employee_id)
    writer.touched.add(Noun.EMPLOYEE)


def _parties_assigned(writer: Writer, placed: Placed) -> None:
    assignments.note_assigned(writer, placed.at, placed.body)
    writer.touched.add(Noun.ASSIGNMENT)


def _collected(writer: Writer, placed: Placed) -> None:
    """Cheques, promises, visits: what a fact says stands in rows of its own."""
    collecting.add_rows(writer, placed.fact.fact_id, placed.ordinal, placed.body)


def _fact_released(writer: Writer, placed: Placed) -> None:
    """Let the held fact take effect here, as the verdict of this place says."""
    body: FactReleased = placed.body
    known = held.held_fact(writer.conn, body.held_id)
    if known is None or known.state != held.HELD:
        return
    if placed.judged.verdict == Verdict.HELD:
        held.note_held(writer, body.held_id, known.effective_at, placed.judged)
        return
    held.set_state(writer, body.held_id, held.RELEASED, body.number)
    again = released(writer.conn, body, placed.ordinal, known.effective_at)
    # What was told when it was held is not told twice.
    if not placed.is_idle and not isinstance(again.body, (DocumentPrinted, ErrandGivenUp)):
        apply(writer, again)
    writer.touched.add(Noun.HELD)


def released(conn: Connection, body: FactReleased, ordinal: int, effective_at: int) -> Placed:
    """The held fact as it takes effect at the place of its release."""
    fact = read_fact(conn, body.held_id)
    assert fact is not None, "a release is told to whoever holds the fact"
    known = body_or_none(fact)
    if body.number and isinstance(known, Voucher):
        known = replace(known, number=body.number)
    return Placed(fact, known, ordinal, effective_at)


def _fact_rejected(writer: Writer, placed: Placed) -> None:
    body: FactRejected = placed.body
    known = held.held_fact(writer.conn, body.held_id)
    if known is not None and known.state == held.HELD and not placed.is_idle:
        held.set_state(writer, body.held_id, held.REJECTED)
        writer.touched.add(Noun.HELD)


# A correction keeps its place among others, and no verdict takes back a print.
# An account or a batch carries no money: what names it may come before its release.
TOLD_ANYWAY = (
    VoucherAmended,
    VoucherCancelled,
    DocumentPrinted,
    ErrandGivenUp,
    AccountAdded,
    ImportBegun,
    ChainBegun,
    FactReleased,
)

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
    DeviceEnrolled: _devices_changed,
    DeviceRevoked: _devices_changed,
    SeriesAllotted: _devices_changed,
    ChainBegun: _devices_changed,
    BranchAdded: _branch_added,
    **dict.fromkeys(get_args(Collecting), _collected),
    FactReleased: _fact_released,
    FactRejected: _fact_rejected,
    EmployeeAdded: _employee_added,
    EmployeeAmended: _employee_amended,
    PartiesAssigned: _parties_assigned,
}
