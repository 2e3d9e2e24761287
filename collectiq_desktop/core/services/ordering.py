"""The server's half: giving places to what devices push.

One push is one transaction that holds the firm's writer lane from its first
statement on; judging and placing happen behind that lock, so that two workers
never settle one bill blindly. A push is taken whole or not at all: whatever
is wrong is raised.

Source: sync page §1, §2 and §4.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from collectiq_desktop.core.domain.clock import MAX_AHEAD_MS
from collectiq_desktop.core.domain.ids import DeviceId, FactId
from collectiq_desktop.core.domain.verdicts import ACCEPTED, Judged, Reason, Verdict
from collectiq_desktop.core.services import judging
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.judging import Sender, judge
from collectiq_desktop.core.services.places import take_placed
from collectiq_desktop.core.services.prefetching import prefetch
from collectiq_desktop.core.services.record import record
from collectiq_desktop.core.services.replay import Placed
from collectiq_desktop.core.storage import chains, devices, held, order, places, tables
from collectiq_desktop.core.storage.devices import Device
from collectiq_desktop.core.storage.facts import head_of, own_head, read_fact
from collectiq_desktop.core.storage.writer import ChainHead, Writer
from collectiq_desktop.core.wire.codec import (
    Link,
    body_from_outside,
    body_or_none,
    fact_hash,
    link_hash,
)
from collectiq_desktop.core.wire.facts import (
    ChainBegun,
    DeviceEnrolled,
    Fact,
    FactRejected,
    FactReleased,
)
from collectiq_desktop.core.wire.peer import FormerPlace, PeerRefused, Push, PushedLink
from collectiq_desktop.core.wire.signing import is_signed, sign


@dataclass(slots=True, kw_only=True)
class _Coming:
    """One link of a push as it comes to be placed."""

    link: Link
    fact: Fact | None
    former: FormerPlace | None
    # None also where this program cannot read it.
    body: Any = None


def take_push(writer: Writer, context: Context, push: Push) -> ChainHead:
    """Take in a stretch of a chain, and give each new link its place.

    Returns:
        The end of that chain as it is now.

    Raises:
        PeerRefused: `unknown`, `gap`, `fork` or `corrupt`; nothing was taken.
    """
    own_head(writer, context.firm_id, context.device_id)
    sender = _sender_of(writer, push)
    coming = _checked(writer, context, push)
    _read(writer, coming)
    _check_signature(context, push, sender, coming)
    for each in coming:
        sender = _place(writer, context, each, sender)
    writer.flush()
    if push.signature and coming:
        chains.add_seal(writer, push.device_id, coming[-1].link.device_seq, push.signature)
    writer.flush()
    return head_of(writer.conn, context.firm_id, DeviceId(push.device_id))


def _sender_of(writer: Writer, push: Push) -> Device:
    """The device whose chain this is.

    A new chain says in its first fact whose it is: of a device that was
    restored, or of the server in an epoch that this one has lost. Its key is
    one that is known, and signs the chain.
    """
    known = devices.device(writer.conn, push.device_id)
    if known is not None:
        return known
    first = push.links[0].fact if push.links and push.first_seq == 1 else None
    body = body_or_none(first, is_trusted=False) if first is not None else None
    if isinstance(body, ChainBegun) and body.device_id == push.device_id:
        before = devices.device(writer.conn, body.replaces_id)
        if before is not None:
            return before._replace(device_id=body.device_id, replaces_id=body.replaces_id)
    if isinstance(body, DeviceEnrolled) and body.device_id == push.device_id and body.is_server:
        for each in devices.devices(writer.conn):
            if each.is_server and each.public_key == body.public_key:
                return each._replace(device_id=body.device_id)
    raise PeerRefused("unknown", "this device is not of the firm")


def _checked(writer: Writer, context: Context, push: Push) -> list[_Coming]:
    """The links that are new here, their chain followed hash by hash."""
    device_id = DeviceId(push.device_id)
    end = head_of(writer.conn, context.firm_id, device_id)
    if not 1 <= push.first_seq <= end.device_seq + 1:
        raise PeerRefused("gap", f"known up to {end.device_seq}")
    before = chains.head_at(writer.conn, context.firm_id, device_id, push.first_seq - 1).hash
    known = chains.links_from(writer.conn, device_id, push.first_seq)
    coming: list[_Coming] = []
    for n, pushed in enumerate(push.links):
        before = link_hash(before, pushed.fact_hash)
        link = Link(device_id, push.first_seq + n, FactId(pushed.fact_id), pushed.fact_hash, before)
        if n < len(known):
            if known[n] != link:
                raise PeerRefused("fork", f"at {link.device_seq}")
            continue
        coming.append(_Coming(link=link, fact=_whole(pushed), former=pushed.former))
    if before != push.last_hash:
        raise PeerRefused("corrupt", "the last hash is another")
    return coming


def _read(writer: Writer, coming: Sequence[_Coming]) -> None:
    """Read the bodies of their facts; what they ask of the books is looked up at once."""
    writer.lookups.prefetch(facts=[each.link.fact_id for each in coming])
    for each in coming:
        if each.fact is not None:
            each.body = body_from_outside(each.fact)
    facts = ((each.fact, each.body) for each in coming if each.fact is not None)
    prefetch(writer, facts, is_judging=True)


def _whole(pushed: PushedLink) -> Fact | None:
    fact = pushed.fact
    if fact is None:
        return None
    if fact.fact_id != pushed.fact_id or fact_hash(fact) != pushed.fact_hash:
        raise PeerRefused("corrupt", f"fact {pushed.fact_id.hex()} does not hash to its link")
    if any("\0" in text for text in (fact.kind, fact.branches, fact.origin or "")):
        raise PeerRefused("corrupt", f"fact {pushed.fact_id.hex()} holds what no engine keeps")
    return fact


def _check_signature(
    context: Context, push: Push, sender: Device, coming: Sequence[_Coming]
) -> None:
    """Refuse a stretch whose end its own device did not sign.

    A device that began alone has no key until it is enrolled; its chain is
    then signed whole.
    """
    if coming and sender.public_key:
        last = coming[-1].link
        told = signed_words(context.firm_id, last.device_id, last.device_seq, last.hash)
        if not is_signed(told, push.signature, sender.public_key):
            raise PeerRefused("corrupt", "the signature is not this device's")


def signed_words(firm_id: bytes, device_id: bytes, device_seq: int, hashed: bytes) -> bytes:
    """What a device signs: whose chain, how far, and the hash up to there."""
    return b"collectiq chain" + firm_id + device_id + device_seq.to_bytes(8, "big") + hashed


def _place(writer: Writer, context: Context, coming: _Coming, sender: Device) -> Device:
    """Give one link its place; gives the sender as the books know it then."""
    link = coming.link
    writer.add(tables.link, tuple(link))
    if writer.lookups.has_fact(link.fact_id):
        _place_again(writer, context, coming)
        return sender
    if coming.fact is None:
        order.place_last(writer, link, Judged(Verdict.MISSING), context.now_at)
        return sender
    is_accepted = coming.former is not None and coming.former.verdict == Verdict.ACCEPTED
    judged = _place_fact(writer, context, coming, Sender(device=sender, was_accepted=is_accepted))
    if judged.verdict == Verdict.ACCEPTED:
        judge_waiting(writer, context, link.fact_id)
    if not writer.is_device_changed:
        return sender
    writer.is_device_changed = False
    return devices.device(writer.conn, link.device_id) or sender


def _place_again(writer: Writer, context: Context, coming: _Coming) -> None:
    """A fact that has its place by another link, or claims to be one that is here."""
    link = coming.link
    writer.flush_rows()
    here = read_fact(writer.conn, link.fact_id)
    is_same = here is not None and fact_hash(here) == link.fact_hash
    reason = Reason.NOTHING if is_same else Reason.OTHER_BODY
    order.place_last(writer, link, Judged(Verdict.AGAIN, reason), context.now_at)


def _place_fact(writer: Writer, context: Context, coming: _Coming, sender: Sender) -> Judged:
    fact, former, body = coming.fact, coming.former, coming.body
    assert fact is not None
    judged = judge(writer, fact, body, sender)
    at = former.effective_at if former is not None else fact.recorded_at
    effective_at = min(at, context.now_at + MAX_AHEAD_MS)
    place = order.place_last(writer, coming.link, judged, effective_at)
    placed = Placed(fact, body, place.firm_seq, effective_at, judged)
    take_placed(writer, placed, is_here=False)
    places.count(writer, fact, body, place.told)
    return judged


def take_bodies(writer: Writer, context: Context, facts: Sequence[Fact]) -> int:
    """Take in facts of which only the link had come; each link is placed anew.

    Returns:
        How many were taken; those that are known or hash to nothing are not.
    """
    own_head(writer, context.firm_id, context.device_id)
    taken = 0
    for fact in facts:
        link = chains.missing_link(writer.conn, fact.fact_id)
        if link is None or link.fact_hash != fact_hash(fact):
            continue
        if writer.lookups.has_fact(fact.fact_id):
            continue
        device = devices.device(writer.conn, link.device_id)
        assert device is not None, "a placed link is of a device that is known"
        body = body_from_outside(fact)
        coming = _Coming(link=link, fact=fact, former=None, body=body)
        judged = _place_fact(writer, context, coming, Sender(device=device, was_accepted=True))
        if judged.verdict == Verdict.ACCEPTED:
            judge_waiting(writer, context, fact.fact_id)
        taken += 1
    writer.flush()
    return taken


def judge_waiting(writer: Writer, context: Context, fact_id: bytes) -> None:
    """Judge again what waited for a fact, in the same transaction.

    What may stand now is released by the server; what waits for something
    else now is told so.
    """
    if not held.has_waiting(writer):
        return
    writer.flush_rows()
    for waiting_id in held.waiting_for(writer.conn, fact_id):
        release(writer, context, FactId(waiting_id), context.ids.mint())


def release(
    writer: Writer,
    context: Context,
    held_id: FactId,
    fact_id: bytes,
    *,
    reason: str = "",
    number: str = "",
) -> Judged:
    """Let a held fact take effect now, as far as the books let it.

    Returns:
        The verdict at the place of the release.
    """
    fact = read_fact(writer.conn, held_id)
    branches = fact.branches if fact is not None else "*"
    body = FactReleased(held_id=held_id, reason=reason, number=number, branches=branches)
    judged = judging.judge_release(writer, body)
    record(writer, context, body, fact_id, judged=judged)
    if judged.verdict == Verdict.ACCEPTED:
        judge_waiting(writer, context, held_id)
    return judged


def reject(
    writer: Writer, context: Context, held_id: FactId, fact_id: bytes, *, reason: str
) -> Judged:
    """Leave a held fact without effect for good; what waited for it is judged."""
    fact = read_fact(writer.conn, held_id)
    waiting = held.held_fact(writer.conn, held_id)
    branches = fact.branches if fact is not None else "*"
    body = FactRejected(held_id=held_id, reason=reason, branches=branches)
    is_open = waiting is not None and waiting.state == held.HELD
    judged = ACCEPTED if is_open else Judged(Verdict.OVERRULED, Reason.SETTLED_BEFORE)
    record(writer, context, body, fact_id, judged=judged)
    writer.flush_rows()
    judge_waiting(writer, context, held_id)
    return judged


def newly_read(conn: Connection) -> list[bytes]:
    """Held facts that an older program of the server's could not read, and this one can."""
    found = []
    for row in held.all_held(conn):
        fact = read_fact(conn, row.fact_id) if row.reason == Reason.TOO_NEW else None
        if fact is not None and body_from_outside(fact) is not None:
            found.append(row.fact_id)
    return found


def judge_newly_read(writer: Writer, context: Context) -> None:
    """Judge such facts now, by the same rules as any; what must wait on stays held."""
    own_head(writer, context.firm_id, context.device_id)
    for held_id in newly_read(writer.conn):
        fact, link = read_fact(writer.conn, held_id), chains.missing_link(writer.conn, held_id)
        device = devices.device(writer.conn, link.device_id) if link is not None else None
        if fact is None or device is None:
            continue
        judged = judge(writer, fact, body_from_outside(fact), Sender(device=device))
        if judged.verdict != Verdict.HELD:
            release(writer, context, FactId(held_id), context.ids.mint())


def seal_own(writer: Writer, context: Context, server_key: bytes) -> None:
    """Sign the end of the server's own chain, where this transaction moved it."""
    head = writer.head
    if head is None or head.device_seq == 0:
        return
    if chains.seal_at(writer.conn, context.device_id, head.device_seq) is None:
        told = signed_words(context.firm_id, context.device_id, head.device_seq, head.hash)
        signature = sign(told, server_key)
        chains.add_seal(writer, context.device_id, head.device_seq, signature)
