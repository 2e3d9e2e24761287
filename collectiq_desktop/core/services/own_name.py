"""In whose name an agent's facts stand, and whose parties they tell of.

Who sees all parties may enter what an agent did, as a clerk does. Who sees
only assigned ones collects, promises and visits in the own name, and of
parties that are the agent's own. That a hand-over is right only the agent
signs to whom it happened, or an admin. A counter that asks nobody can write
anything; so the server asks again what the counter's own commands asked.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import Any

from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.roles import Rights
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.core.domain.vouchers import Voucher, VoucherKind
from collectiq_desktop.core.storage import assignments, corrections
from collectiq_desktop.core.storage.scope import hidden_among
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire import collecting as c
from collectiq_desktop.core.wire import facts as f

_AGENTS_OWN = (c.ChequeReceived, c.PromiseMade, c.VisitMade, c.PhoneAsked, c.ReminderOpened)
_BUILT_ON = {
    c.ChequeCleared: "cheque_id",
    c.ChequeGivenBack: "cheque_id",
    c.PromiseWithdrawn: "promise_id",
    c.RunSheetClosed: "sheet_id",
    c.PictureAttached: "about_id",
}


def in_others_name(
    writer: Writer, rights: Rights, author: UserId, body: Any
) -> tuple[str, Sentence] | None:
    """Why a fact may not stand in the name that it does: its field, and a sentence."""
    if isinstance(body, c.CashSigned):
        if body.agent_id == author or rights.is_admin:
            return None
        return "user", say("Only the agent signs this hand-over: let the agent sign in first.")
    if rights.sees_all_parties or _named(writer, author, body) == author:
        return None
    return "agent", say("You collect in your own name only; let the other agent sign in.")


def _named(writer: Writer, author: UserId, body: Any) -> UserId | None:
    """The agent whom a fact names anew; the author where that is nobody's question."""
    if isinstance(body, f.VoucherAmended):
        before = corrections.version_at(writer, body.base).voucher.agent_id
        return author if body.voucher.agent_id == before else body.voucher.agent_id
    is_collected = isinstance(body, Voucher) and body.kind is VoucherKind.RECEIPT
    if isinstance(body, _AGENTS_OWN) or (is_collected and body.cheque_id is None):
        agent_id: UserId | None = body.agent_id
        return agent_id
    return author


def of_others_party(
    writer: Writer, rights: Rights, author: UserId, body: Any, seen_firm_seq: int
) -> bool:
    """Whether a fact tells of a party that was not the author's, neither then nor now."""
    if rights.sees_all_parties:
        return False
    writer.flush_rows()
    if not all(_is_own(writer, author, each, seen_firm_seq) for each in _parties(writer, body)):
        return True
    built_on = set(_built_on(body))
    return bool(built_on and hidden_among(writer.conn, author, built_on))


def _is_own(writer: Writer, author: UserId, party_id: bytes, seen_firm_seq: int) -> bool:
    conn = writer.conn
    return assignments.is_assigned(conn, party_id, author) or assignments.was_assigned(
        conn, party_id, author, seen_firm_seq
    )


def _parties(writer: Writer, body: Any) -> Collection[bytes]:
    if isinstance(body, Voucher):
        return body.party_ids
    if isinstance(body, f.VoucherAmended):
        return body.voucher.party_ids | corrections.version_at(writer, body.base).voucher.party_ids
    if isinstance(body, f.VoucherCancelled):
        return corrections.version_at(writer, body.base).voucher.party_ids
    if isinstance(body, (*_AGENTS_OWN, f.PartyAmended)):
        return {body.party_id}
    return ()


def _built_on(body: Any) -> Iterator[bytes]:
    name = _BUILT_ON.get(type(body), "")
    if name:
        yield getattr(body, name)
    if isinstance(body, (Voucher, c.VisitMade)) and body.sheet_id is not None:
        yield body.sheet_id
