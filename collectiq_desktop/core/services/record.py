"""Recording: the one way in which a command's fact enters the log.

The fact is linked to the device's chain and applied at once, in the same
transaction; nothing else appends.
"""

from __future__ import annotations

from collectiq_desktop.core.domain.errors import BadInput, Clash
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.verdicts import ACCEPTED, Judged
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.replay import Placed, apply
from collectiq_desktop.core.services.rights import check_fact
from collectiq_desktop.core.storage import order, places
from collectiq_desktop.core.storage.facts import append, ordinal_of, read_fact
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.codec import bytes_of, holds_nul, plain_of
from collectiq_desktop.core.wire.collecting import (
    ChequeCleared,
    ChequeGivenBack,
    ChequeReceived,
    PictureAttached,
)
from collectiq_desktop.core.wire.facts import (
    EVERY_BRANCH,
    KINDS,
    Body,
    DocumentPrinted,
    ErrandGivenUp,
    Fact,
    FactRejected,
    FactReleased,
    VoucherAmended,
    VoucherCancelled,
    kind_of,
)


def record(
    writer: Writer,
    context: Context,
    body: Body,
    fact_id: bytes,
    origin: str | None = None,
    *,
    judged: Judged = ACCEPTED,
) -> Fact:
    """Append one fact to the own chain and apply it; the server places it, too.

    Args:
        origin: where a document from outside comes from, `key#change`.
        judged: the server's verdict, where that is not plain.

    Raises:
        BadInput: a text holds what not every engine can keep.
        Refused: the one who acts may not record it, or its day is locked.
    """
    check_fact(writer, context, body, fact_id)
    plain = plain_of(body)
    if holds_nul(plain, origin):
        message = say(
            "A text holds an invisible character (NUL) that cannot be kept; type it again."
        )
        raise BadInput(message)
    kind = kind_of(body)
    fact = Fact(
        fact_id=FactId(fact_id),
        user_id=context.user_id,
        kind=kind,
        version=KINDS[kind][0],
        branches=branches_of(writer, body),
        seen_epoch=context.seen_epoch,
        seen_firm_seq=context.seen_firm_seq,
        origin=origin,
        recorded_at=context.now_at,
        body=bytes_of(plain),
    )
    link = append(writer, fact, context.firm_id, context.device_id)
    ordinal = ordinal_of(link)
    if context.is_server:
        place = order.place_last(writer, link, judged, fact.recorded_at)
        places.count(writer, fact, body, place.told)
        ordinal = place.firm_seq
    apply(writer, Placed(fact, body, ordinal, fact.recorded_at, judged))
    return fact


def branches_of(writer: Writer, body: Body) -> str:
    """The branches a fact concerns.

    A voucher's are its own and those of the bills it claims; a correction
    adds the whole set of the fact that it replaces, so that whoever holds the
    one also gets the other.

    Source: sync page §1, "Branches".
    """
    if isinstance(body, Voucher) and body.cheque_id is not None:
        return _joined(_branches_of_voucher(body) | _branches_of_fact(writer, body.cheque_id))
    if isinstance(body, Voucher):
        return _joined(_branches_of_voucher(body)) if body.claims else body.branch_id
    if isinstance(body, (ChequeCleared, ChequeGivenBack)):
        return _joined({body.branch_id} | _branches_of_fact(writer, body.cheque_id))
    if isinstance(body, (VoucherAmended, VoucherCancelled)):
        own = _branches_of_voucher(body.voucher) if isinstance(body, VoucherAmended) else set()
        return _joined(own | _branches_of_fact(writer, body.base))
    if isinstance(body, PictureAttached):
        return _joined(_branches_of_fact(writer, body.about_id))
    if isinstance(body, (ChequeReceived, DocumentPrinted, ErrandGivenUp)):
        return body.branch_id
    if isinstance(body, (FactReleased, FactRejected)):
        return body.branches
    return EVERY_BRANCH


def _branches_of_fact(writer: Writer, fact_id: bytes) -> set[str]:
    writer.flush_rows()
    fact = read_fact(writer.conn, fact_id)
    assert fact is not None, "a correction names a fact that is in the log"
    return set(fact.branches.split(" "))


def _branches_of_voucher(voucher: Voucher) -> set[str]:
    return {voucher.branch_id, *(claim.branch_id for claim in voucher.claims)}


def _joined(branches: set[str]) -> str:
    return " ".join(sorted(branches))


def already_recorded(writer: Writer, fact_id: bytes, kind: str) -> bool:
    """Whether this command was carried out before; a retry is harmless.

    Raises:
        Clash: the id was used for something else.
    """
    if not writer.lookups.has_fact(fact_id):
        return False
    writer.flush_rows()
    fact = read_fact(writer.conn, fact_id)
    assert fact is not None
    if fact.kind != kind:
        message = say("This id was used before for another document; make a new one.")
        raise Clash(message, field="id")
    return True
