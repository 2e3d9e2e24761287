"""What an exchange asks of the books: what is unsent, and what the order holds.

What is unsent is counted from the links, never kept in a second counter that
could drift.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from sqlalchemy import Connection, and_, func, select, text

from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.storage import chains, devices, places, tables
from collectiq_desktop.core.storage.devices import Device
from collectiq_desktop.core.storage.facts import fact_of, is_void
from collectiq_desktop.core.wire.codec import Link
from collectiq_desktop.core.wire.facts import Fact
from collectiq_desktop.core.wire.peer import (
    MAX_PUSHED_BYTES,
    MAX_PUSHED_FACTS,
    FormerPlace,
    Hello,
    PlacedLink,
    PushedLink,
    ToldChain,
    ToldEpoch,
    ToldStanding,
)

_l, _f, _s, _z = tables.link.c, tables.fact.c, tables.place.c, tables.seal.c
_LINK_COLUMNS = len(tables.link.columns)


class Unsent(NamedTuple):
    """Links of one chain that the server lacks, in their order."""

    device_id: DeviceId
    first_seq: int
    links: tuple[PushedLink, ...]
    last_hash: bytes


class _Waiting(NamedTuple):
    """One link that the server lacks, with where it stood before."""

    link: Link
    fact: Fact | None
    former: FormerPlace | None


def told_epochs(conn: Connection) -> tuple[ToldEpoch, ...]:
    """The epochs as both ends tell them."""
    return tuple(ToldEpoch(epoch=e, after_firm_seq=after) for e, after in places.epochs(conn))


def is_ahead(conn: Connection, hello: Hello) -> bool:
    """Whether a device knows places that these books gave and have lost."""
    mine = places.epochs(conn)
    theirs = [places.Epoch(each.epoch, each.after_firm_seq) for each in hello.epochs]
    is_beyond = theirs == mine and hello.firm_seq > places.cursor(conn).firm_seq
    is_elsewhere = bool({each.epoch for each in theirs} - {each.epoch for each in mine})
    return bool(theirs) and (is_beyond or is_elsewhere)


def told_chains(conn: Connection) -> tuple[ToldChain, ...]:
    """The ends of all chains as the server tells them."""
    return tuple(
        ToldChain(device_id=chain.device_id, device_seq=chain.device_seq, hash=chain.hash)
        for chain in chains.chain_states(conn)
    )


def told_otherwise(conn: Connection, told: Iterable[ToldChain]) -> set[bytes]:
    """Chains that go on here from another link than the server's last.

    Server and counter were both put back, and the counter went on: what is
    here of that chain is another history, and goes when the pull brings theirs.
    """
    here = {chain.device_id: chain.device_seq for chain in chains.chain_states(conn)}
    found = set()
    for chain in told:
        if here.get(DeviceId(chain.device_id), 0) > chain.device_seq > 0:
            link = chains.link_at(conn, DeviceId(chain.device_id), chain.device_seq)
            if link is not None and link.hash != chain.hash:
                found.add(chain.device_id)
    return found


def told_standings(conn: Connection, device: Device | None) -> tuple[ToldStanding, ...]:
    """What the branches come to that a device gets; all of them without one."""
    told = (ToldStanding(**row._asdict()) for row in places.standings(conn))
    return tuple(row for row in told if device is None or device.gets(row.branch_id))


def unsent(conn: Connection, device_id: DeviceId, known: Mapping[bytes, int]) -> Iterator[Unsent]:
    """What the server lacks, in stretches small enough for one push.

    Facts that had places come first, in their former order; never a link
    before an earlier one of its chain; own ones that never had a place last.
    A stretch of another device's chain ends where that device signed.

    Args:
        device_id: whose own chain is sent to its end.
        known: the last number of each chain that the server has.
    """
    own = own_chains(conn, device_id)
    for run in _runs(_in_order(_lacking(conn, known))):
        yield from _cut(conn, run, is_own=run[0].link.device_id in own)


def own_chains(conn: Connection, device_id: DeviceId) -> set[DeviceId]:
    """The chains that a device signs: its own, and those it had before a restore."""
    known = devices.devices(conn)
    keys = {each.public_key for each in known if each.device_id == device_id} - {b""}
    return {device_id} | {each.device_id for each in known if each.public_key in keys}


def placed_chains(conn: Connection) -> dict[bytes, int]:
    """The last number of each chain that the server placed, as far as is known here."""
    last = select(_s.device_id, func.max(_s.device_seq)).where(~is_void()).group_by(_s.device_id)
    return {row[0]: row[1] for row in conn.execute(last)}


def lacks_only_news(conn: Connection, device_id: DeviceId, known: Mapping[bytes, int]) -> bool:
    """Whether the server lacks nothing but own links that never had a place."""
    for chain in chains.chain_states(conn):
        after = known.get(chain.device_id, 0)
        if chain.device_seq <= after:
            continue
        mine = (_s.device_id == chain.device_id, _s.device_seq > after)
        had_place = conn.execute(select(_s.firm_seq).where(*mine).limit(1)).first()
        if chain.device_id != device_id or had_place is not None:
            return False
    return True


def next_unsent(
    conn: Connection, device_id: DeviceId, after_seq: int, most_facts: int
) -> Unsent | None:
    """The next own links after one that the server has, for one push; None at the end.

    Limits: none of them had a place before, as `lacks_only_news` tells.
    """
    statement = (
        select(tables.link, tables.fact)
        .outerjoin(tables.fact, _f.fact_id == _l.fact_id)
        .where(_l.device_id == device_id, _l.device_seq > after_seq)
        .order_by(_l.device_seq)
        .limit(min(most_facts, MAX_PUSHED_FACTS))
    )
    part: list[_Waiting] = []
    size = 0
    for row in conn.execute(statement):
        each = _Waiting(Link(*row[:_LINK_COLUMNS]), fact_of(row[_LINK_COLUMNS:]), None)
        size += _bytes_of(each)
        if part and size > MAX_PUSHED_BYTES:
            break
        part.append(each)
    return _stretch(part) if part else None


def _bytes_of(each: _Waiting) -> int:
    """About what a link takes up in a push, before it is compressed."""
    return 200 + (len(each.fact.body) if each.fact is not None else 0)


def count_lacking(conn: Connection, known: Mapping[bytes, int]) -> int:
    """How many links of any chain the server lacks."""
    ends = ((each.device_seq, known.get(each.device_id, 0)) for each in chains.chain_states(conn))
    return sum(max(0, last - theirs) for last, theirs in ends)


def count_unsent(conn: Connection, device_id: DeviceId) -> int:
    """How many own facts the server has not placed, as far as is known here."""
    mine = (_s.device_id == _l.device_id, _s.device_seq == _l.device_seq)
    placed = select(_s.firm_seq).where(*mine, ~is_void()).correlate(tables.link).exists()
    after = chains.next_to_place(conn, device_id) - 1
    statement = select(func.count()).where(_l.device_id == device_id, _l.device_seq > after)
    return int(conn.execute(statement.where(~placed)).scalar_one())


def _lacking(conn: Connection, known: Mapping[bytes, int]) -> Iterator[_Waiting]:
    for chain in chains.chain_states(conn):
        after = known.get(chain.device_id, 0)
        if chain.device_seq <= after:
            continue
        former = _former(conn, chain.device_id, after)
        statement = (
            select(tables.link, tables.fact)
            .outerjoin(tables.fact, _f.fact_id == _l.fact_id)
            .where(_l.device_id == chain.device_id, _l.device_seq > after)
            .order_by(_l.device_seq)
        )
        for row in conn.execute(statement):
            link = Link(*row[:_LINK_COLUMNS])
            fact = fact_of(row[_LINK_COLUMNS:]) if row[_LINK_COLUMNS] is not None else None
            yield _Waiting(link, fact, former.get(link.device_seq))


def _former(conn: Connection, device_id: bytes, after_seq: int) -> dict[int, FormerPlace]:
    """The places, now void, that links of a chain had; the last of each."""
    statement = (
        select(_s.device_seq, _s.epoch, _s.firm_seq, _s.verdict, _s.effective_at)
        .where(_s.device_id == device_id, _s.device_seq > after_seq)
        .order_by(_s.epoch, _s.firm_seq)
    )
    return {
        row.device_seq: FormerPlace(
            epoch=row.epoch,
            firm_seq=row.firm_seq,
            verdict=row.verdict,
            effective_at=row.effective_at,
        )
        for row in conn.execute(statement)
    }


def _in_order(waiting: Iterable[_Waiting]) -> list[_Waiting]:
    """Former order first, chains whole: a link waits for those before it in its chain."""
    latest: dict[bytes, tuple[int, int]] = {}
    ranked: list[tuple[tuple[int, int], bytes, int, _Waiting]] = []
    never = (1 << 62, 0)
    for each in waiting:
        former = each.former
        own = (former.epoch, former.firm_seq) if former is not None else never
        device_id = each.link.device_id
        rank = max(own, latest.get(device_id, (0, 0)))
        latest[device_id] = rank
        ranked.append((rank, device_id, each.link.device_seq, each))
    return [each for *_rank, each in sorted(ranked, key=lambda row: row[:3])]


def _runs(waiting: Sequence[_Waiting]) -> Iterator[list[_Waiting]]:
    for _device_id, run in groupby(waiting, key=lambda each: each.link.device_id):
        yield list(run)


def _cut(conn: Connection, run: Sequence[_Waiting], *, is_own: bool) -> Iterator[Unsent]:
    """The run in stretches; what no seal covers of another's chain is left out."""
    part: list[_Waiting] = []
    size = last_sealed = 0
    for each in run:
        bytes_ = _bytes_of(each)
        is_full = len(part) >= MAX_PUSHED_FACTS or size + bytes_ > MAX_PUSHED_BYTES
        if part and is_full and (is_own or last_sealed):
            cut_at = len(part) if is_own else last_sealed
            yield _stretch(part[:cut_at])
            part = part[cut_at:]
            size, last_sealed = sum(200 for _each in part), 0
        part.append(each)
        size += bytes_
        link = each.link
        if not is_own and chains.seal_at(conn, link.device_id, link.device_seq) is not None:
            last_sealed = len(part)
    rest = part if is_own else part[:last_sealed]
    if rest:
        yield _stretch(rest)


def _stretch(part: Sequence[_Waiting]) -> Unsent:
    first, last = part[0].link, part[-1].link
    links = tuple(
        PushedLink(
            fact_id=each.link.fact_id,
            fact_hash=each.link.fact_hash,
            fact=each.fact,
            former=each.former,
        )
        for each in part
    )
    return Unsent(first.device_id, first.device_seq, links, last.hash)


def missing_bodies(conn: Connection) -> tuple[bytes, ...]:
    """Facts of which only the link has come.

    Limits: few, and only after a server was restored.
    """
    # The condition of the index, word for word, or every place would be looked at.
    is_indexed = text("(place.verdict <> 'accepted' OR place.reason <> '')")
    wanted = (is_indexed, _s.verdict == "missing", ~is_void())
    statement = select(_s.fact_id).where(*wanted)
    here = select(_f.fact_id)
    return tuple(dict.fromkeys(conn.execute(statement.where(_s.fact_id.not_in(here))).scalars()))


def bodies_of(conn: Connection, fact_ids: Sequence[bytes]) -> list[Fact]:
    """The facts among these that are here."""
    rows = conn.execute(select(tables.fact).where(_f.fact_id.in_(list(fact_ids))))
    return [fact_of(row) for row in rows]


def page(
    conn: Connection, device: Device, after_firm_seq: int, limit: int
) -> tuple[list[PlacedLink], bool]:
    """The next places of the firm's order as one device gets them.

    Facts of branches that are not the device's are left out, but for its own;
    their links are told, so that chains stay whole.

    Returns:
        The places, and whether there are more.
    """
    at = and_(_l.device_id == _s.device_id, _l.device_seq == _s.device_seq)
    sealed = and_(_z.device_id == _s.device_id, _z.device_seq == _s.device_seq)
    statement = (
        select(tables.place, _l.fact_hash, _l.hash, _z.signature, tables.fact)
        .join_from(tables.place, tables.link, at)
        .outerjoin(tables.seal, sealed)
        .outerjoin(tables.fact, _f.fact_id == _s.fact_id)
        .order_by(_s.firm_seq)
    )
    rows: list[Any] = []
    for epoch, after, upto in places.stretches_after(conn, after_firm_seq):
        here = (_s.epoch == epoch, _s.firm_seq > after, _s.firm_seq <= upto)
        rows += conn.execute(statement.where(*here).limit(limit + 1 - len(rows))).all()
        if len(rows) > limit:
            break
    return [_placed(row, device) for row in rows[:limit]], len(rows) > limit


def _placed(row: Any, device: Device) -> PlacedLink:
    # By position: a million rows are told to a new counter, and names cost a look each.
    epoch, firm_seq, device_id, device_seq, fact_id, verdict, effective_at, reason = row[:8]
    fact_hash, hashed, seal = row[8:11]
    link = Link(device_id, device_seq, fact_id, fact_hash, hashed)
    fact = fact_of(row[11:]) if row[11] is not None else None
    if fact is not None and not (device.gets(fact.branches) or _is_own(link, device)):
        fact = None
    if verdict in ("again", "missing"):
        fact = None
    return PlacedLink(
        firm_seq=firm_seq,
        epoch=epoch,
        link=link,
        verdict=verdict,
        effective_at=effective_at,
        reason=reason,
        fact=fact,
        seal=seal,
    )


def _is_own(link: Link, device: Device) -> bool:
    return link.device_id in (device.device_id, device.replaces_id)
