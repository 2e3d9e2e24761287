"""Taking in the firm's order: places that the server gave, with their facts.

Own facts stood last until now; their place may move them before others, and
its verdict may leave them without effect. What depends on the order (claims
on bills, corrections, master data) is worked out anew for them, so that all
devices end at the same books.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.domain.verdicts import Verdict, judged_of
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.services import replacing
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.prefetching import prefetch
from collectiq_desktop.core.services.replay import Placed, apply, placed_of
from collectiq_desktop.core.storage import chains, devices, places, tables
from collectiq_desktop.core.storage.facts import (
    NO_PLACE_OF_ITS_OWN,
    add_fact,
    append_link,
    has_lost_places,
    note_nothing_pends,
    ordinal_of,
    own_head,
    pending_facts,
    read_fact,
)
from collectiq_desktop.core.storage.places import Epoch, PlaceRow
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.codec import (
    Link,
    body_or_none,
    fact_hash,
    first_hash,
    link_hash,
)
from collectiq_desktop.core.wire.facts import Body, PartyAdded
from collectiq_desktop.core.wire.peer import PeerRefused, PlacedLink

Bodies = Mapping[bytes, Body | None]
"""Bodies that came along, each by its fact's id; None where it cannot be read."""


def take_places(writer: Writer, context: Context, coming: Sequence[PlacedLink]) -> int:
    """Take in places in the firm's order; facts not yet here are applied.

    Returns:
        How many were taken in, at least one: where the transaction is patient
        and somebody waits to write, the rest is left for the next one.

    Limits: some hundreds, in one short transaction.
    """
    own_head(writer, context.firm_id, context.device_id)
    fresh = _fresh_links(writer, context, coming)
    bodies = _read(writer, coming)
    in_turn = InTurn.of(writer, context)
    taken = 0
    for placement in coming:
        if taken and writer.is_waited_for():
            break
        link = placement.link
        if link in fresh:
            # It may have two places: first without its fact, then with it.
            fresh.remove(link)
            writer.add(tables.link, link)
        if placement.seal is not None:
            chains.add_seal(writer, link.device_id, link.device_seq, placement.seal)
        if not in_turn.takes(writer, placement, bodies.get(link.fact_id)):
            _take(writer, placement, bodies)
        taken += 1
    writer.flush()
    note_nothing_pends(writer.conn)
    return taken


def _read(writer: Writer, coming: Sequence[PlacedLink]) -> dict[bytes, Body | None]:
    """The bodies that came along; what they ask of the books is looked up at once."""
    writer.lookups.prefetch(facts=[each.link.fact_id for each in coming])
    bodies: dict[bytes, Body | None] = {}
    told = []
    for each in coming:
        if each.fact is not None:
            is_trusted = each.verdict == Verdict.ACCEPTED
            body = bodies[each.link.fact_id] = body_or_none(each.fact, is_trusted=is_trusted)
            told.append((each.fact, body))
    prefetch(writer, told)
    return bodies


@dataclass(slots=True)
class InTurn:
    """Own vouchers and parties that are placed when they are next: the order of all stays as it is.

    Each stood behind all placed facts and before all others that wait; so does
    it now, and nothing must be settled anew.
    """

    device_id: DeviceId
    next_seq: int

    @classmethod
    def of(cls, writer: Writer, context: Context) -> InTurn:
        """Where the own chain goes on; nowhere while others' facts wait, too, or another chain."""
        device = devices.device(writer.conn, context.device_id)
        is_plain = (
            device is not None and device.replaces_id is None and not has_lost_places(writer.conn)
        )
        next_seq = chains.next_to_place(writer.conn, context.device_id) if is_plain else -1
        return cls(context.device_id, next_seq)

    def takes(self, writer: Writer, placement: PlacedLink, body: Body | None) -> bool:
        """Take a place in where nothing but its number changes."""
        link, fact = placement.link, placement.fact
        if (link.device_id, link.device_seq) != (self.device_id, self.next_seq):
            return False
        self.next_seq += 1
        if placement.verdict != Verdict.ACCEPTED or not writer.lookups.has_fact(link.fact_id):
            return False
        if fact is None or not self._moves(writer, placement, body):
            return False
        place = _place_of(placement)
        writer.add(tables.place, place)
        places.count(writer, fact, body, place.told)
        return True

    @staticmethod
    def _moves(writer: Writer, placement: PlacedLink, body: Body | None) -> bool:
        """Give the fact's rows their place, if a number is all that changes in them."""
        if isinstance(body, PartyAdded):
            # Its row says nothing of where it stands.
            return writer.lookups.party(placement.link.fact_id) is not None
        if (
            not isinstance(body, Voucher)
            or body.cheque_id is not None
            or body.undoes_id is not None
        ):
            return False
        row = writer.lookups.voucher_row(placement.link.fact_id)
        if row is not None:
            writer.move_to_place(row, placement.firm_seq)
        return row is not None


def _place_of(placement: PlacedLink) -> PlaceRow:
    link = placement.link
    return PlaceRow(
        placement.epoch,
        placement.firm_seq,
        link.device_id,
        link.device_seq,
        link.fact_id,
        placement.verdict,
        placement.effective_at,
        placement.reason,
    )


def _take(writer: Writer, placement: PlacedLink, bodies: Bodies) -> None:
    place = _place_of(placement)
    writer.add(tables.place, place)
    fact_id = placement.link.fact_id
    is_here = writer.lookups.has_fact(fact_id)
    if placement.verdict in NO_PLACE_OF_ITS_OWN or (placement.fact is None and not is_here):
        return
    if is_here:
        writer.flush_rows()
    judged = judged_of(placement.verdict, placement.reason)
    fact = placement.fact
    if fact is not None:
        body = bodies[fact_id]
    else:
        fact = read_fact(writer.conn, fact_id)
        assert fact is not None
        body = body_or_none(fact, is_trusted=judged.verdict == Verdict.ACCEPTED)
    placed = Placed(fact, body, placement.firm_seq, placement.effective_at, judged)
    take_placed(writer, placed, is_here=is_here)
    places.count(writer, fact, body, place.told)


def take_placed(writer: Writer, placed: Placed, *, is_here: bool) -> None:
    """Apply a fact at its place, or move one that is applied already."""
    if is_here:
        replacing.replace(writer, placed)
    else:
        add_fact(writer, placed.fact)
        apply(writer, placed)


def _fresh_links(writer: Writer, context: Context, coming: Sequence[PlacedLink]) -> set[Link]:
    """The links of some places that are not here yet, each hash followed from the one before.

    Where they tell another history of a chain, they are taken in at once.

    Raises:
        PeerRefused: `corrupt`: a link does not hash on, or a fact not to its link.
    """
    known = chains.links_among(writer.conn, [each.link for each in coming])
    is_another_history = False
    fresh: list[Link] = []
    for placement in coming:
        link = placement.link
        if placement.fact is not None and fact_hash(placement.fact) != link.fact_hash:
            raise PeerRefused("corrupt", f"fact {link.fact_id.hex()} does not hash to its link")
        here = known.get((link.device_id, link.device_seq))
        if here == link:
            continue
        is_another_history = is_another_history or here is not None
        before = known.get((link.device_id, link.device_seq - 1))
        hashed = before.hash if before else _hash_before(writer, context, link)
        if link_hash(hashed, link.fact_hash) != link.hash:
            raise PeerRefused("corrupt", f"link {link.device_seq} does not hash on")
        known[link.device_id, link.device_seq] = link
        fresh.append(link)
    if not is_another_history:
        return set(fresh)
    for link in fresh:
        take_link(writer, context, link)
    return set()


def _hash_before(writer: Writer, context: Context, link: Link) -> bytes:
    """What a link hashes on, where it is not among those that came with it."""
    if link.device_seq == 1:
        return first_hash(context.firm_id, link.device_id)
    before = chains.link_at(writer.conn, link.device_id, link.device_seq - 1)
    if before is None:
        raise PeerRefused("corrupt", f"nothing is known before link {link.device_seq}")
    return before.hash


def take_link(writer: Writer, context: Context, link: Link) -> None:
    """Take in a link of any chain.

    Where ours of that number differs, another history of the chain is what
    the firm knows: ours are displaced from there on, and the facts among them
    that are in no chain now are linked anew on our own.
    """
    known = chains.link_at(writer.conn, link.device_id, link.device_seq)
    if known == link:
        return
    if known is not None:
        lost = chains.links_from(writer.conn, link.device_id, link.device_seq)
        chains.displace(writer, lost)
        relink(writer, context, [each.fact_id for each in lost])
    writer.add(tables.link, tuple(link))
    writer.flush_rows()


def relink(writer: Writer, context: Context, fact_ids: Sequence[bytes]) -> None:
    """Link facts anew on the own chain, where no chain names them any more."""
    for fact_id in fact_ids:
        if chains.is_linked(writer.conn, fact_id):
            continue
        fact = read_fact(writer.conn, fact_id)
        if fact is None:
            continue
        ordinal = ordinal_of(append_link(writer, fact, context.firm_id, context.device_id))
        writer.flush_rows()
        if not places.was_placed(writer.conn, fact_id):
            replacing.replace(writer, Placed(fact, body_or_none(fact), ordinal, fact.recorded_at))


def begin_epochs(writer: Writer, context: Context, theirs: Sequence[Epoch]) -> int:
    """Take in the server's list of epochs; places that it lost become void.

    Facts among them keep their effect, after all placed ones and in their
    former order, until they are placed again.

    Returns:
        How many facts wait to be placed again.
    """
    own_head(writer, context.firm_id, context.device_id)
    mine = places.epochs(writer.conn)
    common = places.last_common(mine, theirs)
    lost = places.valid_after(writer.conn, common)
    for place in lost:
        fact = read_fact(writer.conn, place.fact_id)
        if fact is not None and place.verdict not in NO_PLACE_OF_ITS_OWN:
            body = body_or_none(fact, is_trusted=place.verdict == Verdict.ACCEPTED)
            places.count(writer, fact, body, place.told, sign=-1)
    places.set_epochs(writer.conn, theirs)
    pending = pending_facts(writer.conn)
    for ordered in pending:
        replacing.replace(writer, placed_of(ordered))
    writer.flush()
    note_nothing_pends(writer.conn)
    return len(pending)
