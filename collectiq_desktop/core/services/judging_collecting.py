"""The server's verdict on facts of collecting; `judging` calls it at their place.

What names a fact that has not come waits for it. Of two steps that exclude
each other the first in the firm's order counts.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any, TypeAlias

from sqlalchemy import Table, select

from collectiq_desktop.core.domain.attachments import HASH_BYTES, MAX_BYTES
from collectiq_desktop.core.domain.calendar import business_date, ymd_of
from collectiq_desktop.core.domain.cheques import ChequeStep, StepTaken, fits
from collectiq_desktop.core.domain.verdicts import ACCEPTED, Judged, Reason, Verdict
from collectiq_desktop.core.domain.vouchers import Voucher, VoucherKind
from collectiq_desktop.core.queries.cheques import cheque_at, gone_on
from collectiq_desktop.core.storage import collecting_tables
from collectiq_desktop.core.storage.attachments import is_paper
from collectiq_desktop.core.storage.cheques import part_of
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.collecting import (
    BeatPlanned,
    CashSigned,
    CategoryChanged,
    CategoryPinned,
    ChequeCleared,
    ChequeGivenBack,
    ChequeReceived,
    CreditAllowed,
    DayAllowed,
    PhoneAsked,
    PictureAttached,
    PromiseMade,
    PromiseWithdrawn,
    ReminderOpened,
    RunSheetClosed,
    RunSheetIssued,
    VisitMade,
)
from collectiq_desktop.core.wire.facts import Fact, VoucherAmended, VoucherCancelled


def judge_cheque_voucher(writer: Writer, fact: Fact, voucher: Voucher) -> Judged | None:
    """Why a deposit or a bounce cannot stand, None if it can or is neither."""
    if voucher.cheque_id is None:
        return None
    part = part_of(voucher)
    if part is None:
        return Judged(Verdict.HELD, Reason.UNBALANCED)
    is_credit = voucher.kind is VoucherKind.RECEIPT
    told = (0, ChequeStep(part), ymd_of(voucher.on), fact.fact_id)
    step = StepTaken(*told, is_credit=is_credit, undoes_id=voucher.undoes_id)
    return _judge_step(writer, fact, voucher.cheque_id, step)


def judge_gone_on(writer: Writer, body: VoucherAmended | VoucherCancelled) -> Judged | None:
    """A correction of a cheque's voucher comes too late once the cheque went on."""
    if gone_on(writer.conn, body.voucher_id):
        return Judged(Verdict.OVERRULED, Reason.SETTLED_BEFORE)
    return None


def _judge_step(writer: Writer, fact: Fact, cheque_id: bytes, step: StepTaken) -> Judged | None:
    writer.flush_rows()
    cheque = cheque_at(writer.conn, cheque_id, business_date(fact.recorded_at))
    if cheque is None:
        return Judged(Verdict.HELD, Reason.MISSING_BASE, cheque_id)
    if not fits(cheque.state, cheque.credit_id, step):
        return Judged(Verdict.OVERRULED, Reason.SETTLED_BEFORE)
    return None


_OfMoney: TypeAlias = ChequeReceived | PromiseMade | ReminderOpened


def _of_party(writer: Writer, _fact: Fact, body: _OfMoney) -> Judged:
    if writer.lookups.party(body.party_id) is None:
        return Judged(Verdict.HELD, Reason.MISSING_PARTY, body.party_id)
    if body.amount_paise <= 0:
        return Judged(Verdict.HELD, Reason.UNBALANCED)
    return ACCEPTED


def _cleared(writer: Writer, fact: Fact, body: ChequeCleared) -> Judged:
    step = StepTaken(0, ChequeStep.CLEAR, ymd_of(body.cleared_on), fact.fact_id)
    return _judge_step(writer, fact, body.cheque_id, step) or ACCEPTED


def _given_back(writer: Writer, fact: Fact, body: ChequeGivenBack) -> Judged:
    step = StepTaken(0, ChequeStep.GIVE_BACK, ymd_of(body.given_back_on), fact.fact_id)
    return _judge_step(writer, fact, body.cheque_id, step) or ACCEPTED


def _has(writer: Writer, table: Table, fact_id: bytes) -> bool:
    writer.flush_rows()
    mine = select(table.c.fact_id).where(table.c.fact_id == fact_id)
    return writer.conn.execute(mine).first() is not None


def _after(writer: Writer, table: Table, fact_id: bytes) -> Judged:
    """What builds on another fact of collecting waits for it."""
    if _has(writer, table, fact_id):
        return ACCEPTED
    return Judged(Verdict.HELD, Reason.MISSING_BASE, fact_id)


def _withdrawn(writer: Writer, _fact: Fact, body: PromiseWithdrawn) -> Judged:
    return _after(writer, collecting_tables.promise, body.promise_id)


def _visit(writer: Writer, _fact: Fact, body: VisitMade) -> Judged:
    if writer.lookups.party(body.party_id) is None:
        return Judged(Verdict.HELD, Reason.MISSING_PARTY, body.party_id)
    if body.sheet_id is None:
        return ACCEPTED
    return _after(writer, collecting_tables.run_sheet, body.sheet_id)


def _parties_here(writer: Writer, party_ids: Iterable[bytes]) -> Judged:
    for party_id in party_ids:
        if writer.lookups.party(party_id) is None:
            return Judged(Verdict.HELD, Reason.MISSING_PARTY, party_id)
    return ACCEPTED


def _beat(writer: Writer, _fact: Fact, body: BeatPlanned) -> Judged:
    return _parties_here(writer, body.party_ids)


def _sheet(writer: Writer, _fact: Fact, body: RunSheetIssued) -> Judged:
    return _parties_here(writer, [row.party_id for row in body.rows])


def _sheet_closed(writer: Writer, _fact: Fact, body: RunSheetClosed) -> Judged:
    return _after(writer, collecting_tables.run_sheet, body.sheet_id)


def _signed(writer: Writer, _fact: Fact, body: CashSigned) -> Judged:
    if writer.lookups.voucher_row(body.voucher_id) is None:
        return Judged(Verdict.HELD, Reason.MISSING_BASE, body.voucher_id)
    return ACCEPTED


def _picture(writer: Writer, _fact: Fact, body: PictureAttached) -> Judged:
    if len(body.content_hash) != HASH_BYTES or not 0 < body.size_bytes <= MAX_BYTES:
        return Judged(Verdict.HELD, Reason.UNBALANCED)
    if is_paper(writer, body.about_id):
        return ACCEPTED
    return Judged(Verdict.HELD, Reason.MISSING_BASE, body.about_id)


_OfAParty: TypeAlias = CategoryPinned | CategoryChanged | CreditAllowed | PhoneAsked


def _thought_of(writer: Writer, _fact: Fact, body: _OfAParty) -> Judged:
    return _parties_here(writer, [body.party_id])


def _day(_writer: Writer, _fact: Fact, _body: DayAllowed) -> Judged:
    return ACCEPTED


JUDGE: Mapping[type[Any], Callable[[Writer, Fact, Any], Judged]] = {
    ChequeReceived: _of_party,
    ChequeCleared: _cleared,
    ChequeGivenBack: _given_back,
    PromiseMade: _of_party,
    PromiseWithdrawn: _withdrawn,
    VisitMade: _visit,
    BeatPlanned: _beat,
    RunSheetIssued: _sheet,
    RunSheetClosed: _sheet_closed,
    CashSigned: _signed,
    CategoryPinned: _thought_of,
    CategoryChanged: _thought_of,
    CreditAllowed: _thought_of,
    DayAllowed: _day,
    PhoneAsked: _thought_of,
    PictureAttached: _picture,
    ReminderOpened: _of_party,
}
