"""Giving a fact that is applied already another place or another verdict.

What it does to the projections moves to that place, or goes, or comes: after
this, the books are as if the fact had come at its new place from the first.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, get_args

from sqlalchemy import select

from collectiq_desktop.core.domain.verdicts import Verdict
from collectiq_desktop.core.domain.versions import Correction
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.services.kept_used import count_number
from collectiq_desktop.core.services.replay import (
    Placed,
    apply,
    note_verdict,
    placed_of,
    released,
)
from collectiq_desktop.core.storage import (
    assignments,
    batches,
    collecting,
    corrections,
    devices,
    employees,
    held,
    masters,
    tables,
)
from collectiq_desktop.core.storage.facts import facts_in_order, ordered_facts, read_fact
from collectiq_desktop.core.storage.places import verdict_of
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.codec import body_of
from collectiq_desktop.core.wire.collecting import Collecting
from collectiq_desktop.core.wire.facts import (
    AccountAdded,
    ChainBegun,
    DeviceEnrolled,
    DeviceRevoked,
    EmployeeAdded,
    EmployeeAmended,
    FactRejected,
    FactReleased,
    FirmAmended,
    ImportUndone,
    ItemAdded,
    ItemAmended,
    PartiesAssigned,
    PartyAdded,
    PartyAmended,
    SeriesAllotted,
    VoucherAmended,
    VoucherCancelled,
    batch_of,
)

_v = tables.voucher.c
JUDGEMENTS = (FactReleased.__name__, FactRejected.__name__)


def replace(writer: Writer, placed: Placed) -> None:
    """Let a fact that is in the log already stand as its new place says."""
    if placed.body is None:
        return
    _note_held_or_not(writer, placed)
    moved = _MOVE.get(type(placed.body))
    if moved is not None:
        moved(writer, placed)
    if placed.judged.verdict == Verdict.HELD and not isinstance(placed.body, FactReleased):
        _judge_again(writer, placed.fact.fact_id)
    if placed.fact.origin is not None:
        batches.fold_origin(writer, placed.fact.origin)


def _note_held_or_not(writer: Writer, placed: Placed) -> None:
    if isinstance(placed.body, FactReleased):
        return
    if placed.judged.verdict == Verdict.HELD:
        note_verdict(writer, placed)
    else:
        held.forget_held(writer, placed.fact.fact_id)


def _voucher(writer: Writer, placed: Placed) -> None:
    fact_id, voucher = placed.fact.fact_id, placed.body
    if placed.is_idle:
        count_number(writer, voucher)
        _withdraw(writer, fact_id, voucher)
        return
    writer.flush_rows()
    state = writer.conn.execute(select(_v.state).where(_v.voucher_id == fact_id)).scalar()
    if state in (None, "absent"):
        apply(writer, placed)
    else:
        corrections.move_voucher(writer, fact_id, placed.ordinal)


def _withdraw(writer: Writer, voucher_id: bytes, voucher: Voucher) -> None:
    corrections.withdraw(writer, voucher_id)
    writer.flush()
    writer.touched.party_ids.update(voucher.party_ids)
    for party_id in voucher.party_ids:
        _drop_if_gone(writer, party_id)


def _drop_if_gone(writer: Writer, party_id: bytes) -> None:
    """Drop a party that only a voucher without effect kept in the books."""
    ref = writer.lookups.party(party_id)
    fact = read_fact(writer.conn, party_id)
    if ref is None or fact is None or masters.is_used(writer.conn, ref.party_row):
        return
    is_idle = verdict_of(writer.conn, party_id) not in (None, Verdict.ACCEPTED)
    batch_row = writer.lookups.batch_row(batch_of(body_of(fact)))
    if is_idle or writer.lookups.is_undone(batch_row):
        masters.drop_party(writer, ref.party_row)


def _correction(writer: Writer, placed: Placed) -> None:
    body: VoucherAmended | VoucherCancelled = placed.body
    correction = Correction(placed.ordinal, placed.fact.fact_id, body.base, placed.is_idle)
    corrections.note_correction(writer, body.voucher_id, correction)


def _party_added(writer: Writer, placed: Placed) -> None:
    party_id = placed.fact.fact_id
    ref = writer.lookups.party(party_id)
    if placed.is_idle:
        writer.flush()
        if ref is not None and not masters.is_used(writer.conn, ref.party_row):
            masters.drop_party(writer, ref.party_row)
    elif ref is None and not writer.lookups.is_undone(
        writer.lookups.batch_row(placed.body.batch_id)
    ):
        apply(writer, placed)
        masters.fold_party(writer, party_id)


def _party_amended(writer: Writer, placed: Placed) -> None:
    party_id = placed.body.party_id
    if placed.is_idle:
        masters.drop_edit(writer, party_id, placed.fact.fact_id)
        masters.fold_party(writer, party_id)
    else:
        masters.amend_party(writer, party_id, placed.at)


def _item_added(writer: Writer, placed: Placed) -> None:
    item_id, column = placed.fact.fact_id, tables.item.c
    writer.flush_rows()
    known = writer.conn.execute(select(column.item_row).where(column.item_id == item_id)).first()
    if placed.is_idle:
        masters.drop_item(writer, item_id)
    elif known is None and not writer.lookups.is_undone(
        writer.lookups.batch_row(placed.body.batch_id)
    ):
        apply(writer, placed)
        writer.flush_rows()
        masters.fold_item(writer, item_id)


def _item_amended(writer: Writer, placed: Placed) -> None:
    item_id = placed.body.item_id
    if placed.is_idle:
        masters.drop_edit(writer, item_id, placed.fact.fact_id)
        masters.fold_item(writer, item_id)
    else:
        masters.amend_item(writer, item_id, placed.at)


def _firm_amended(writer: Writer, placed: Placed) -> None:
    created_id, firm_id = masters.firm_ids(writer.conn)
    if placed.is_idle:
        masters.drop_edit(writer, created_id, placed.fact.fact_id)
    else:
        masters.note_edit(writer, created_id, placed.at)
    masters.set_firm(writer, firm_id, created_id)


def _account_added(writer: Writer, placed: Placed) -> None:
    masters.fold_account(writer, placed.body.account_code)


def _import_undone(writer: Writer, placed: Placed) -> None:
    batch_row = writer.lookups.batch_row(placed.body.batch_id)
    if not placed.is_idle and not writer.lookups.is_undone(batch_row):
        apply(writer, placed)


def _released(writer: Writer, placed: Placed) -> None:
    """Move what a release lets take effect, or let it take effect only now."""
    body: FactReleased = placed.body
    known = held.held_fact(writer.conn, body.held_id)
    if known is None or known.state != held.RELEASED or placed.is_idle:
        apply(writer, placed)
        return
    again = released(writer.conn, body, placed.ordinal, known.effective_at)
    moved = _MOVE.get(type(again.body))
    if moved is not None:
        moved(writer, again)


def _rejected(writer: Writer, placed: Placed) -> None:
    """Work out anew whether the held fact waits or was rejected."""
    body: FactRejected = placed.body
    known = held.held_fact(writer.conn, body.held_id)
    if known is not None and known.state != held.RELEASED:
        held.set_state(writer, body.held_id, held.HELD)
        _judge_again(writer, body.held_id)


def _judge_again(writer: Writer, held_id: bytes) -> None:
    """Let a fact that waits be released or rejected by what stands after it in the order."""
    writer.flush()
    judgements = []
    for ordered in facts_in_order(writer.conn, JUDGEMENTS):
        again = placed_of(ordered)
        if again.body is not None and again.body.held_id == held_id and not again.is_idle:
            judgements.append(again)
    if not judgements:
        return
    waiting = ordered_facts(writer.conn, [held_id])
    for again in judgements:
        if waiting and again.ordinal > waiting[0].ordinal:
            apply(writer, again)


def _collected(writer: Writer, placed: Placed) -> None:
    collecting.drop_rows(writer, placed.fact.fact_id, placed.body)
    collecting.count_sheet(writer, placed.body)
    if not placed.is_idle:
        collecting.add_rows(writer, placed.fact.fact_id, placed.ordinal, placed.body)


def _devices_changed(writer: Writer, _placed: Placed) -> None:
    devices.fold(writer)


def _employee_added(writer: Writer, placed: Placed) -> None:
    employee_id = placed.fact.fact_id
    if placed.is_idle:
        employees.drop_employee(writer, employee_id)
    elif employees.employee(writer.conn, employee_id) is None:
        apply(writer, placed)
        employees.fold_employee(writer, employee_id)


def _employee_amended(writer: Writer, placed: Placed) -> None:
    employee_id = placed.body.employee_id
    if placed.is_idle:
        masters.drop_edit(writer, employee_id, placed.fact.fact_id)
    else:
        masters.note_edit(writer, employee_id, placed.at)
    employees.fold_employee(writer, employee_id)


def _parties_assigned(writer: Writer, placed: Placed) -> None:
    if placed.is_idle:
        assignments.drop_assigned(writer, placed.fact.fact_id, placed.body)
    else:
        assignments.note_assigned(writer, placed.at, placed.body)


_MOVE: Mapping[type[Any], Callable[[Writer, Placed], None]] = {
    Voucher: _voucher,
    VoucherAmended: _correction,
    VoucherCancelled: _correction,
    PartyAdded: _party_added,
    PartyAmended: _party_amended,
    ItemAdded: _item_added,
    ItemAmended: _item_amended,
    FirmAmended: _firm_amended,
    AccountAdded: _account_added,
    ImportUndone: _import_undone,
    FactReleased: _released,
    FactRejected: _rejected,
    **dict.fromkeys(get_args(Collecting), _collected),
    DeviceEnrolled: _devices_changed,
    DeviceRevoked: _devices_changed,
    SeriesAllotted: _devices_changed,
    ChainBegun: _devices_changed,
    EmployeeAdded: _employee_added,
    EmployeeAmended: _employee_amended,
    PartiesAssigned: _parties_assigned,
}
