"""Whose payment history changed since it was read last.

What was worked out from a payment history is kept beside the books; after a day
at the counter only the parties that came in are read anew.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, and_, func, or_, select

from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.wire.facts import VOUCHER_FACTS

_f, _l, _s, _v = tables.fact.c, tables.link.c, tables.place.c, tables.voucher.c
_MOST_FACTS, _IDS_AT_ONCE = 20_000, 500
_OF_ONE_PARTY = frozenset(
    name for kind, name in VOUCHER_FACTS.items() if kind is not VoucherKind.JOURNAL
)
_OF_SEVERAL = frozenset(
    {VOUCHER_FACTS[VoucherKind.JOURNAL], "VoucherAmended", "VoucherCancelled", "ImportUndone"}
)


class PaymentStamp(NamedTuple):
    """How much of the log a reading had seen: the end of each chain, and of the firm's order."""

    chains: tuple[tuple[str, int], ...]
    last_place: int


class ChangedParties(NamedTuple):
    """What must be read anew: everything, or the parties in these rows."""

    is_everyone: bool
    party_rows: frozenset[int]


@dataclass(frozen=True, slots=True)
class PaymentState(Ask[PaymentStamp]):
    """How much of the log there is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentChanges(Ask[ChangedParties]):
    """Whose history changed since a stamp was taken."""

    since: PaymentStamp


@answers(PaymentState)
def payment_state(conn: Connection, _ask: PaymentState, _today_on: date) -> PaymentStamp:
    """The stamp of the books as they are."""
    chains = sorted((device_id.hex(), last) for device_id, last in _chains(conn))
    last_place: int | None = conn.execute(select(func.max(_s.firm_seq))).scalar()
    return PaymentStamp(tuple(chains), last_place or 0)


def _chains(conn: Connection) -> Iterator[tuple[bytes, int]]:
    """Every chain with its last number.

    From one to the next by the index: to group a million links would take longer than all else.
    """
    next_one = select(_l.device_id).order_by(_l.device_id).limit(1)
    device_id = conn.execute(next_one).scalar()
    while device_id is not None:
        last = select(func.max(_l.device_seq)).where(_l.device_id == device_id)
        yield device_id, conn.execute(last).scalar_one()
        device_id = conn.execute(next_one.where(_l.device_id > device_id)).scalar()


@answers(PaymentChanges)
def payment_changes(conn: Connection, ask: PaymentChanges, _today_on: date) -> ChangedParties:
    """The parties of all vouchers that came or were placed since.

    A correction or a journal may move several parties, and an overruled voucher
    goes again: after one of those, everything is read anew.
    """
    everyone = ChangedParties(is_everyone=True, party_rows=frozenset())
    facts = _new_facts(conn, ask.since)
    if facts is None or any(kind in _OF_SEVERAL for _id, kind in facts):
        return everyone
    ids = [fact_id for fact_id, kind in facts if kind in _OF_ONE_PARTY]
    return ChangedParties(is_everyone=False, party_rows=frozenset(_parties_of(conn, ids)))


def _new_facts(conn: Connection, since: PaymentStamp) -> list[tuple[bytes, str]] | None:
    """The id and kind of every fact that came or was placed since; None for too many."""
    known = {bytes.fromhex(device_id): last for device_id, last in since.chains}
    beyond = [
        and_(_l.device_id == device_id, _l.device_seq > last) for device_id, last in known.items()
    ]
    linked = select(_l.fact_id).where(or_(*beyond, _l.device_id.not_in(known)))
    placed = select(_s.fact_id, _s.verdict).where(_s.firm_seq > since.last_place)
    places = conn.execute(placed.limit(_MOST_FACTS + 1)).all()
    if any(verdict != "accepted" for _id, verdict in places):
        return None
    ids = {fact_id for fact_id, _verdict in places}
    ids.update(conn.execute(linked.limit(_MOST_FACTS + 1)).scalars())
    if len(ids) > _MOST_FACTS:
        return None
    return [
        (fact_id, kind)
        for some in _some(sorted(ids))
        for fact_id, kind in conn.execute(select(_f.fact_id, _f.kind).where(_f.fact_id.in_(some)))
    ]


def _parties_of(conn: Connection, voucher_ids: list[bytes]) -> Iterable[int]:
    for some in _some(voucher_ids):
        statement = select(_v.party_row).where(_v.voucher_id.in_(some))
        yield from (row for row in conn.execute(statement).scalars() if row is not None)


def _some(ids: list[bytes]) -> Iterable[list[bytes]]:
    return (ids[at : at + _IDS_AT_ONCE] for at in range(0, len(ids), _IDS_AT_ONCE))
