"""Places: the firm's order as the server gave it, and what both ends compare.

A server that was restored has lost the end of its order and begins a new
epoch; places of earlier epochs beyond that point are void from then on. They
stay in the log, so that what was lost can be sent again in its former order.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from sqlalchemy import Connection, bindparam, delete, insert, literal_column, select

from collectiq_desktop.core.domain.verdicts import Verdict
from collectiq_desktop.core.domain.vouchers import DEBTORS, Voucher
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.corrections import version_at
from collectiq_desktop.core.storage.facts import is_void, read_fact
from collectiq_desktop.core.storage.prepared import Prepared
from collectiq_desktop.core.storage.writer import HASH_SUM_BYTES, Writer
from collectiq_desktop.core.wire.codec import Link, body_or_none
from collectiq_desktop.core.wire.facts import (
    Body,
    Fact,
    FactReleased,
    VoucherAmended,
    VoucherCancelled,
)

_s, _e, _l = tables.place.c, tables.epoch.c, tables.link.c
FIRST_EPOCH = 1
_CHANCE_BITS = 16


class Epoch(NamedTuple):
    """A stretch of the firm's order: its number, and the place after which it began."""

    epoch: int
    after_firm_seq: int


class Cursor(NamedTuple):
    """How far the firm's order is known here."""

    epoch: int
    firm_seq: int


class BranchStanding(NamedTuple):
    """What both ends compare for one branch: placed facts, balances, hashes.

    Money: debit positive, as each fact moved parties' balances at its place.
    """

    branch_id: str
    facts_count: int
    balance_paise: int
    sum_of_hashes: bytes


def epochs(conn: Connection) -> list[Epoch]:
    """All epochs that these books know of, oldest first."""
    return [
        Epoch(*row) for row in conn.execute(select(_e.epoch, _e.after_firm_seq).order_by(_e.epoch))
    ]


def set_epochs(conn: Connection, line: Sequence[Epoch]) -> None:
    """Note the firm's line of epochs; places that are not of it are void from now on."""
    conn.execute(delete(tables.epoch))
    conn.execute(insert(tables.epoch), [epoch._asdict() for epoch in line])


def next_epoch(known: Iterable[int], chance: int) -> int:
    """A number higher than all that were heard of, which nobody else would choose.

    A backup may be restored twice: what came in between must not be taken for
    the same.
    """
    past = max(known, default=0) >> _CHANCE_BITS
    return (past + 1) << _CHANCE_BITS | chance & ((1 << _CHANCE_BITS) - 1)


def last_common(mine: Sequence[Epoch], theirs: Sequence[Epoch]) -> int:
    """The last place that two lists of epochs, oldest first, still share.

    Returns:
        A firm_seq; beyond it the two orders have nothing in common. Without
        any epoch in common, 0.
    """
    shared = 0
    while shared < min(len(mine), len(theirs)) and mine[shared] == theirs[shared]:
        shared += 1
    rest = [epoch.after_firm_seq for epoch in (*mine[shared:], *theirs[shared:])]
    if shared == 0:
        return 0
    return min(rest) if rest else 1 << 62


_HASH = Prepared(
    select(_l.hash)
    .join(tables.place, (_l.device_id == _s.device_id) & (_l.device_seq == _s.device_seq))
    .where(_s.epoch == bindparam("epoch"), _s.firm_seq == bindparam("firm_seq"))
)
_LAST_EPOCH = Prepared(select(_e.epoch).order_by(_e.epoch.desc()).limit(literal_column("1")))
_LAST_PLACE = Prepared(
    select(_s.firm_seq)
    .where(~is_void())
    .order_by(_s.epoch.desc(), _s.firm_seq.desc())
    .limit(literal_column("1"))
)


def cursor(conn: Connection) -> Cursor:
    """The last place that is known here and holds; the epoch is the newest known."""
    return Cursor(_LAST_EPOCH(conn).scalar() or 0, _LAST_PLACE(conn).scalar() or 0)


class Head(NamedTuple):
    """How far an order had come: its newest epoch, the last place, the hash of its link."""

    epoch: int
    firm_seq: int
    hash: bytes


def head(conn: Connection) -> Head:
    """How far the order has come."""
    known = cursor(conn)
    return Head(*known, _hash_at(conn, known.firm_seq))


def is_lost(conn: Connection, known: Head) -> bool:
    """Whether the books lack what was known of them, and nobody has begun a new epoch since."""
    here = cursor(conn)
    if here.epoch != known.epoch:
        return here.epoch < known.epoch
    return _hash_at(conn, known.firm_seq) != known.hash


def _hash_at(conn: Connection, firm_seq: int) -> bytes:
    """The hash of the link at a place that holds, empty where there is none."""
    for stretch in stretches_after(conn, firm_seq - 1):
        found: bytes | None = _HASH(conn, epoch=stretch.epoch, firm_seq=firm_seq).scalar()
        return found or b""
    return b""


class Stretch(NamedTuple):
    """The places of one epoch that hold: after one, up to another."""

    epoch: int
    after_firm_seq: int
    upto_firm_seq: int


def stretches_after(conn: Connection, firm_seq: int) -> list[Stretch]:
    """Where the places beyond a point lie, in order: each is reached by its epoch and number."""
    found: list[Stretch] = []
    upto = 1 << 62
    for epoch, began_after in reversed(epochs(conn)):
        if max(began_after, firm_seq) < upto:
            found.append(Stretch(epoch, max(began_after, firm_seq), upto))
        upto = min(upto, began_after)
    return found[::-1]


def valid_after(conn: Connection, firm_seq: int) -> list[PlaceRow]:
    """Places beyond a point that hold so far, in order."""
    statement = select(tables.place).where(_s.firm_seq > firm_seq, ~is_void())
    return [PlaceRow(*row) for row in conn.execute(statement.order_by(_s.epoch, _s.firm_seq))]


def was_placed(conn: Connection, fact_id: bytes) -> bool:
    """Whether a fact ever had a place of its own, also one that the server has lost."""
    mine = (_s.fact_id == fact_id, _s.verdict.not_in((Verdict.MISSING, Verdict.AGAIN)))
    return conn.execute(select(_s.firm_seq).where(*mine).limit(1)).first() is not None


def verdict_of(conn: Connection, fact_id: bytes) -> str | None:
    """The verdict at the place of a fact that holds, None while it has none."""
    mine = (_s.fact_id == fact_id, _s.verdict.not_in((Verdict.MISSING, Verdict.AGAIN)))
    return conn.execute(select(_s.verdict).where(*mine, ~is_void())).scalar()


class Moved(NamedTuple):
    """What a fact moves on parties' balances: up by what it says, down by what it replaces.

    Only branches that know the version replaced, those of `old_branches`, take that out.
    Money: debit positive.
    """

    new_paise: int = 0
    old_paise: int = 0
    old_branches: frozenset[str] = frozenset()

    def in_branch(self, branch_id: str) -> int:
        """What one branch counts."""
        return self.new_paise - (self.old_paise if branch_id in self.old_branches else 0)


def moved_by(writer: Writer, body: Body | None) -> Moved:
    """What an accepted fact moves on parties' balances, as it says itself.

    What an import's undoing takes back is not in it: the verdict in the hash
    says so.
    """
    if isinstance(body, FactReleased):
        released = read_fact(writer.conn, body.held_id)
        assert released is not None, "a release is told to whoever holds the fact"
        return moved_by(writer, body_or_none(released))
    if isinstance(body, Voucher):
        return Moved(_balance_of(body))
    if isinstance(body, (VoucherAmended, VoucherCancelled)):
        writer.flush_rows()
        new = _balance_of(body.voucher) if isinstance(body, VoucherAmended) else 0
        base = read_fact(writer.conn, body.base)
        if base is None:
            # It lies with other branches, and this amendment brings the voucher into ours.
            return Moved(new)
        before = version_at(writer, body.base)
        old = 0 if before.is_cancelled else _balance_of(before.voucher)
        return Moved(new, old, frozenset(base.branches.split(" ")))
    return Moved()


def _balance_of(voucher: Voucher) -> int:
    return sum(paise for code, paise, _party_id in voucher.postings if code == DEBTORS)


class Told(NamedTuple):
    """What a place says of its fact, as both ends must have heard it."""

    firm_seq: int
    verdict: str
    effective_at: int


class PlaceRow(NamedTuple):
    """One place, in the table's column order."""

    epoch: int
    firm_seq: int
    device_id: bytes
    device_seq: int
    fact_id: bytes
    verdict: str
    effective_at: int
    reason: str

    @property
    def told(self) -> Told:
        """What it says of its fact."""
        return Told(self.firm_seq, self.verdict, self.effective_at)


def place_of(cursor_: Cursor, link: Link, verdict: str, effective_at: int, reason: str) -> PlaceRow:
    """The place of a link at a position of the firm's order."""
    return PlaceRow(
        cursor_.epoch,
        cursor_.firm_seq,
        link.device_id,
        link.device_seq,
        link.fact_id,
        verdict,
        effective_at,
        reason,
    )


def count(writer: Writer, fact: Fact, body: Body | None, told: Told, *, sign: int = 1) -> None:
    """Count a placed fact in its branches' standings; with `sign` -1 take it out."""
    moved = moved_by(writer, body) if told.verdict == Verdict.ACCEPTED else Moved()
    said = f"{fact.fact_id.hex()} {told.firm_seq} {told.verdict} {told.effective_at}"
    digest = hashlib.blake2b(said.encode(), digest_size=HASH_SUM_BYTES).digest()
    hashed = int.from_bytes(digest, "big")
    for branch in fact.branches.split(" "):
        writer.move_branch(branch, sign, sign * moved.in_branch(branch), sign * hashed)


def standings(conn: Connection, branches: Iterable[str] | None = None) -> list[BranchStanding]:
    """The standing of each branch, or of those named, ordered by branch."""
    statement = select(tables.branch_standing).order_by(tables.branch_standing.c.branch_id)
    if branches is not None:
        statement = statement.where(tables.branch_standing.c.branch_id.in_(list(branches)))
    found = [BranchStanding(*row) for row in conn.execute(statement)]
    return [row for row in found if row.facts_count]
