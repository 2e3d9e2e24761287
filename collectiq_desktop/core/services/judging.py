"""Judging a fact at its place: accepted, overruled or held, and why.

Only the server judges, once, when it gives the place; the verdict travels
with it. Money in is never held for what its author could not know.

Source: sync page §1 and §3.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

import msgspec
from sqlalchemy import select

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.masters import MasterFact
from collectiq_desktop.core.domain.roles import is_keeper
from collectiq_desktop.core.domain.series import parse_number
from collectiq_desktop.core.domain.settlement import UNPLACED
from collectiq_desktop.core.domain.verdicts import ACCEPTED, Judged, Reason, Verdict
from collectiq_desktop.core.domain.vouchers import DEBTORS, Voucher, VoucherKind, check_voucher
from collectiq_desktop.core.services import judging_collecting
from collectiq_desktop.core.services.rights import by_rights
from collectiq_desktop.core.storage import batches, corrections, employees, held, tables
from collectiq_desktop.core.storage.devices import Device
from collectiq_desktop.core.storage.facts import read_fact
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.codec import body_from_outside, body_or_none
from collectiq_desktop.core.wire.facts import (
    KINDS,
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

_v, _i = tables.voucher.c, tables.item.c
_TAKEN_ANYWAY = (VoucherKind.RECEIPT, VoucherKind.PAYMENT, VoucherKind.CONTRA)
_SERVERS_OWN = (
    DeviceEnrolled,
    DeviceRevoked,
    SeriesAllotted,
    FactReleased,
    FactRejected,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sender:
    """Whose chain a fact stands on, and what is to be forgiven it.

    `was_accepted` of a fact that a restored server had accepted before: its
    author's rights are not asked again.
    """

    device: Device
    was_accepted: bool = False


def judge(writer: Writer, fact: Fact, body: Any, sender: Sender) -> Judged:
    """The verdict on a fact that is next in the firm's order."""
    refused = _refused_sender(fact, body, sender)
    if refused is not None:
        return refused
    judged = judge_by_books(writer, fact, body)
    if judged.verdict != Verdict.ACCEPTED or sender.was_accepted or sender.device.is_server:
        return judged
    return by_rights(writer, fact, body) or judged


def judge_by_books(writer: Writer, fact: Fact, body: Any) -> Judged:
    """The verdict by the books alone, whoever wrote the fact."""
    if body is None:
        return Judged(Verdict.HELD, _why_unread(fact))
    late = _of_undone_batch(writer, body)
    if late is not None:
        return late
    judged = _JUDGE[type(body)](writer, fact, body)
    if judged.verdict == Verdict.ACCEPTED and fact.origin is not None:
        return _by_origin(writer, fact, body) or judged
    return judged


def _refused_sender(fact: Fact, body: Any, sender: Sender) -> Judged | None:
    device = sender.device
    if sender.was_accepted:
        return None
    if device.is_revoked:
        return Judged(Verdict.HELD, Reason.REVOKED)
    is_narrow = isinstance(body, BranchAdded) and not device.has_all_branches
    if is_narrow or (isinstance(body, _SERVERS_OWN) and not device.is_server):
        return Judged(Verdict.HELD, Reason.NOT_YOURS)
    branches = body.branch_id if isinstance(body, Voucher) else fact.branches
    if not device.gets(branches):
        return Judged(Verdict.HELD, Reason.OTHER_BRANCH)
    return None


def _why_unread(fact: Fact) -> Reason:
    known = KINDS.get(fact.kind)
    is_newer = known is None or fact.version > known[0]
    return Reason.TOO_NEW if is_newer else Reason.UNREADABLE


def _of_undone_batch(writer: Writer, body: Any) -> Judged | None:
    """What came after its import was taken back, or before it began."""
    batch_id = batches.batch_brought_by(body)
    if batch_id is None:
        return None
    if not batches.has_batch(writer, batch_id):
        return Judged(Verdict.HELD, Reason.MISSING_BASE, batch_id)
    if writer.lookups.is_undone(writer.lookups.batch_row(batch_id)):
        return Judged(Verdict.OVERRULED, Reason.UNDONE)
    return None


def _by_origin(writer: Writer, fact: Fact, body: Any) -> Judged | None:
    """Of two facts that brought one document, the first accepted counts."""
    assert fact.origin is not None
    key = fact.origin.rpartition("#")[0]
    subject = batches.subject_of(fact, body)
    known = writer.lookups.origin(key)
    if known is not None and known.subject_id != subject:
        # A party or an item twice is only a name twice; money twice is not.
        is_money = isinstance(body, Voucher)
        verdict = Verdict.OVERRULED if is_money else Verdict.ACCEPTED
        return Judged(verdict, Reason.SAME_ORIGIN)
    if known is None and isinstance(body, Voucher):
        return _behind_a_held_one(writer, key, subject)
    return None


def _behind_a_held_one(writer: Writer, key: str, subject: bytes) -> Judged | None:
    if not held.has_held(writer):
        return None
    writer.flush_rows()
    for fact_id in batches.facts_of_origin(writer.conn, key):
        waiting = held.held_fact(writer.conn, fact_id)
        if fact_id != subject and waiting is not None and waiting.state == held.HELD:
            return Judged(Verdict.HELD, Reason.SAME_ORIGIN, fact_id)
    return None


def _accepted(_writer: Writer, _fact: Fact, _body: Any) -> Judged:
    return ACCEPTED


def _firm_created(writer: Writer, _fact: Fact, _body: FirmCreated) -> Judged:
    """The first begins the books; there is no second."""
    writer.flush_rows()
    has_firm = writer.conn.execute(select(tables.firm.c.firm_id)).first() is not None
    return Judged(Verdict.OVERRULED, Reason.SETTLED_BEFORE) if has_firm else ACCEPTED


def _voucher(writer: Writer, fact: Fact, voucher: Voucher) -> Judged:
    return (
        _sound(writer, voucher)
        or judging_collecting.judge_cheque_voucher(writer, fact, voucher)
        or _by_number(writer, voucher)
        or ACCEPTED
    )


def _sound(writer: Writer, voucher: Voucher) -> Judged | None:
    """Why a voucher cannot stand in these books, None if it can."""
    try:
        check_voucher(voucher)
    except (BadInput, AssertionError):
        return Judged(Verdict.HELD, Reason.UNBALANCED)
    for party_id in sorted(voucher.party_ids):
        if writer.lookups.party(party_id) is None:
            return Judged(Verdict.HELD, Reason.MISSING_PARTY, party_id)
    for posting in voucher.postings:
        if posting.account_code == DEBTORS and voucher.party_of(posting) is None:
            return Judged(Verdict.HELD, Reason.UNBALANCED)
        if writer.lookups.account_row(posting.account_code) is None:
            return Judged(Verdict.HELD, Reason.MISSING_ACCOUNT)
    return None


def _by_number(writer: Writer, voucher: Voucher) -> Judged | None:
    """Our own numbers are used once; money in is taken all the same."""
    if voucher.batch_id is not None or parse_number(voucher.number) is None:
        return None
    if not writer.is_used(voucher.number):
        return None
    verdict = Verdict.ACCEPTED if voucher.kind in _TAKEN_ANYWAY else Verdict.HELD
    return Judged(verdict, Reason.NUMBER_USED)


def _correction(writer: Writer, _fact: Fact, body: VoucherAmended | VoucherCancelled) -> Judged:
    """Only one that names the newest version stands."""
    writer.flush_rows()
    base = _base(writer, body.base)
    if base is not None:
        return base
    statement = select(_v.state).where(_v.voucher_id == body.voucher_id)
    state = writer.conn.execute(statement).scalar()
    if state in (None, "absent"):
        return Judged(Verdict.HELD, Reason.MISSING_BASE, body.voucher_id)
    if state == "undone":
        return Judged(Verdict.OVERRULED, Reason.UNDONE)
    if corrections.newest_id(writer, body.voucher_id) != body.base or state == "cancelled":
        return Judged(Verdict.OVERRULED, Reason.NOT_NEWEST)
    late = judging_collecting.judge_gone_on(writer, body)
    if late is not None:
        return late
    if isinstance(body, VoucherAmended):
        return _sound(writer, body.voucher) or ACCEPTED
    return ACCEPTED


def _base(writer: Writer, base_id: bytes) -> Judged | None:
    """Why nothing can be built on a fact yet, None if it can."""
    fact = read_fact(writer.conn, base_id)
    if fact is None:
        return Judged(Verdict.HELD, Reason.MISSING_BASE, base_id)
    waiting = held.held_fact(writer.conn, base_id)
    if waiting is not None and waiting.state == held.HELD:
        return Judged(Verdict.HELD, Reason.MISSING_BASE, base_id)
    if body_or_none(fact, is_trusted=False) is None:
        return Judged(Verdict.HELD, Reason.TOO_NEW)
    if waiting is not None and waiting.state == held.REJECTED:
        return Judged(Verdict.OVERRULED, Reason.NOT_NEWEST)
    return None


def _party_amended(writer: Writer, _fact: Fact, body: PartyAmended) -> Judged:
    if writer.lookups.party(body.party_id) is None:
        return Judged(Verdict.HELD, Reason.MISSING_PARTY, body.party_id)
    return ACCEPTED


def _item_amended(writer: Writer, _fact: Fact, body: ItemAmended) -> Judged:
    writer.flush_rows()
    found = select(_i.item_row).where(_i.item_id == body.item_id)
    if writer.conn.execute(found).first() is None:
        return Judged(Verdict.HELD, Reason.MISSING_BASE, body.item_id)
    return ACCEPTED


def _import_undone(writer: Writer, _fact: Fact, body: ImportUndone) -> Judged:
    """An import on which something builds by now is not taken back."""
    writer.flush()
    if not batches.has_batch(writer, body.batch_id):
        return Judged(Verdict.HELD, Reason.MISSING_BASE, body.batch_id)
    if not batches.is_known_batch(writer, body.batch_id):
        return Judged(Verdict.OVERRULED, Reason.UNDONE)
    is_in_use = batches.built_upon(writer, body.batch_id) or batches.changed_elsewhere(
        writer, body.batch_id
    )
    return Judged(Verdict.OVERRULED, Reason.BUILT_UPON) if is_in_use else ACCEPTED


def judge_release(writer: Writer, body: FactReleased) -> Judged:
    """The verdict at the place of a release: what the released fact may do now.

    Nobody's rights are asked: whoever releases it has judged them.
    """
    writer.flush_rows()
    waiting = held.held_fact(writer.conn, body.held_id)
    fact = read_fact(writer.conn, body.held_id)
    if waiting is None or fact is None or waiting.state != held.HELD:
        return Judged(Verdict.OVERRULED, Reason.SETTLED_BEFORE)
    known = body_from_outside(fact)
    if body.number and isinstance(known, Voucher):
        known = replace(known, number=body.number)
    return judge_by_books(writer, fact, known)


def _fact_released(writer: Writer, _fact: Fact, body: FactReleased) -> Judged:
    return judge_release(writer, body)


def _fact_rejected(writer: Writer, _fact: Fact, body: FactRejected) -> Judged:
    writer.flush_rows()
    waiting = held.held_fact(writer.conn, body.held_id)
    if waiting is None or waiting.state != held.HELD:
        return Judged(Verdict.OVERRULED, Reason.SETTLED_BEFORE)
    return ACCEPTED


def _employee_amended(writer: Writer, fact: Fact, body: EmployeeAmended) -> Judged:
    """One that would leave the firm without an admin has no effect.

    Two admins may have put each other out, neither knowing of the other.
    """
    writer.flush_rows()
    known = employees.employees(writer.conn)
    if body.employee_id not in known:
        return Judged(Verdict.HELD, Reason.MISSING_BASE, body.employee_id)
    change = MasterFact(fact.fact_id, fact.recorded_at, UNPLACED, body.edits)
    try:
        after = employees.after_edits(writer.conn, body.employee_id, change)
    except msgspec.ValidationError:
        return Judged(Verdict.HELD, Reason.UNREADABLE)
    if not any(map(is_keeper, {**known, body.employee_id: after}.values())):
        return Judged(Verdict.OVERRULED, Reason.LAST_ADMIN)
    return ACCEPTED


def _parties_assigned(writer: Writer, _fact: Fact, body: PartiesAssigned) -> Judged:
    writer.flush_rows()
    if employees.employee(writer.conn, body.agent_id) is None:
        return Judged(Verdict.HELD, Reason.MISSING_BASE, body.agent_id)
    for party_id in sorted(body.party_ids):
        if writer.lookups.party(party_id) is None:
            return Judged(Verdict.HELD, Reason.MISSING_PARTY, party_id)
    return ACCEPTED


_JUDGE: Mapping[type[Any], Callable[[Writer, Fact, Any], Judged]] = {
    FirmCreated: _firm_created,
    FirmAmended: _accepted,
    AccountAdded: _accepted,
    PartyAdded: _accepted,
    PartyAmended: _party_amended,
    ItemAdded: _accepted,
    ItemAmended: _item_amended,
    Voucher: _voucher,
    VoucherAmended: _correction,
    VoucherCancelled: _correction,
    ImportBegun: _accepted,
    ImportUndone: _import_undone,
    DocumentPrinted: _accepted,
    ErrandGivenUp: _accepted,
    DeviceEnrolled: _accepted,
    DeviceRevoked: _accepted,
    SeriesAllotted: _accepted,
    ChainBegun: _accepted,
    BranchAdded: _accepted,
    **judging_collecting.JUDGE,
    FactReleased: _fact_released,
    FactRejected: _fact_rejected,
    EmployeeAdded: _accepted,
    EmployeeAmended: _employee_amended,
    PartiesAssigned: _parties_assigned,
}
