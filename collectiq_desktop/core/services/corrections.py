"""Amending and cancelling a posted voucher: a new fact, with a reason.

Nothing posted is edited in place; the number stays used.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from sqlalchemy import select

from collectiq_desktop.core.domain.calendar import format_date
from collectiq_desktop.core.domain.errors import BadInput, Clash, NotFound, Refused
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import Voucher, VoucherKind, check_voucher
from collectiq_desktop.core.queries.cheques import gone_on
from collectiq_desktop.core.services.carrying import carries_out
from collectiq_desktop.core.services.cash import guard_cash
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.posting import (
    check_claims,
    check_day,
    check_due,
    check_names,
    check_two_accounts,
)
from collectiq_desktop.core.services.record import already_recorded, record
from collectiq_desktop.core.storage import corrections, tables
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import VoucherAmended, VoucherCancelled

MAX_REASON_CHARS = 500
_v = tables.voucher.c


@dataclass(frozen=True, slots=True, kw_only=True)
class AmendVoucher:
    """Post a voucher anew.

    Args:
        base_id: the fact that the person saw when amending; None means the newest.
        voucher: the voucher as it should be; kind and number must stay.
    """

    fact_id: FactId
    voucher_id: VoucherId
    voucher: Voucher
    reason: str
    base_id: FactId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CancelVoucher:
    """Cancel a voucher; receipts set against its bills fall to on account."""

    fact_id: FactId
    voucher_id: VoucherId
    reason: str
    base_id: FactId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Corrected:
    """The voucher that was amended or cancelled."""

    voucher_id: VoucherId
    number: str


@carries_out(AmendVoucher)
def amend_voucher(writer: Writer, command: AmendVoucher, context: Context) -> Corrected:
    """Amend the voucher.

    Raises:
        Clash: somebody amended it meanwhile.
        Refused: it is cancelled, or kind or number would change.
        NotFound: an account, a party or a bill is not in the books.
    """
    if already_recorded(writer, command.fact_id, VoucherAmended.__name__):
        return _corrected(writer, command.voucher_id)
    base = _base_for(writer, command)
    old = corrections.version_at(writer, base).voucher
    voucher = replace(command.voucher, batch_id=old.batch_id)
    if (voucher.kind, voucher.number) != (old.kind, old.number):
        message = say(
            "Kind and number of {number} stay; cancel it and post another instead.",
            number=old.number,
        )
        raise Refused(message, field="number")
    check_day(voucher.on, context.today_on)
    check_due([bill for bill in voucher.bills if bill not in old.bills])
    _check_cheque_day(voucher, old)
    check_names(writer, voucher)
    if voucher.kind is VoucherKind.CONTRA:
        check_two_accounts(line.account_code for line in voucher.postings)
    check_voucher(voucher)
    check_claims(writer, voucher, known=[claim.bill for claim in old.claims])
    if _is_moved(voucher, old):
        guard_cash(writer, voucher, command.voucher_id)
    body = VoucherAmended(
        voucher_id=command.voucher_id, base=base, reason=_reason(command), voucher=voucher
    )
    record(writer, context, body, command.fact_id)
    return _corrected(writer, command.voucher_id)


@carries_out(CancelVoucher)
def cancel_voucher(writer: Writer, command: CancelVoucher, context: Context) -> Corrected:
    """Cancel the voucher.

    Raises:
        Clash: somebody amended it meanwhile.
        Refused: it is cancelled already.
    """
    if already_recorded(writer, command.fact_id, VoucherCancelled.__name__):
        return _corrected(writer, command.voucher_id)
    base = _base_for(writer, command)
    body = VoucherCancelled(voucher_id=command.voucher_id, base=base, reason=_reason(command))
    record(writer, context, body, command.fact_id)
    return _corrected(writer, command.voucher_id)


def _is_moved(voucher: Voucher, old: Voucher) -> bool:
    """Whether another day, party, sum or bill is meant; words alone are nobody's business."""
    told = ("on", "party_id", "postings", "claims")
    return any(getattr(voucher, name) != getattr(old, name) for name in told)


def _reason(command: AmendVoucher | CancelVoucher) -> str:
    reason = command.reason.strip()
    if not 0 < len(reason) <= MAX_REASON_CHARS:
        message = say("Say in a few words why; the reason stays in the books.")
        raise BadInput(message, field="reason")
    return reason


def _base_for(writer: Writer, command: AmendVoucher | CancelVoucher) -> FactId:
    """The fact to be replaced, which must be the newest of the voucher."""
    writer.flush_rows()
    statement = select(_v.state, _v.number).where(_v.voucher_id == command.voucher_id)
    row = writer.conn.execute(statement).first()
    if row is None or row.state in ("absent", "undone"):
        message = say("This voucher is not in the books.")
        raise NotFound(message, field="voucher")
    if row.state == "cancelled":
        message = say("{number} is cancelled already.", number=row.number)
        raise Refused(message, field="voucher")
    _check_cheque(writer, command.voucher_id, row.number)
    newest = FactId(corrections.newest_id(writer, command.voucher_id))
    if command.base_id is not None and command.base_id != newest:
        message = say(
            "{number} was changed by somebody else meanwhile; look at it again first.",
            number=row.number,
        )
        raise Clash(message, field="voucher")
    return newest


def _check_cheque(writer: Writer, voucher_id: VoucherId, number: str) -> None:
    if gone_on(writer.conn, voucher_id):
        message = say(
            "The cheque of {number} has gone on since; take its later steps back first.",
            number=number,
        )
        raise Refused(message, field="voucher")


def _check_cheque_day(voucher: Voucher, old: Voucher) -> None:
    """Books move on the day of a cheque at the earliest, however they are corrected."""
    is_moved = (voucher.on, voucher.cheque_on) != (old.on, old.cheque_on)
    if is_moved and voucher.cheque_on is not None and voucher.cheque_on > voucher.on:
        message = say(
            "The cheque bears {date}, after the day of {number}. If it is post-dated, "
            "cancel this one and take the cheque in anew with that date.",
            date=format_date(voucher.cheque_on),
            number=old.number,
        )
        raise Refused(message, field="cheque_on")


def _corrected(writer: Writer, voucher_id: VoucherId) -> Corrected:
    statement = select(_v.number).where(_v.voucher_id == voucher_id)
    number = writer.conn.execute(statement).scalar_one()
    return Corrected(voucher_id=voucher_id, number=number)
