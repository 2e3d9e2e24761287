"""The versions of a voucher: what each fact about it said, and which stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, NamedTuple

from sqlalchemy import Connection, select

from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId, VoucherId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.versions import Correction, Standing, newest_of
from collectiq_desktop.core.domain.vouchers import BillKey, Voucher
from collectiq_desktop.core.queries.asking import SHOWN_STATES, AnyRow, Ask, answers
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.facts import read_fact
from collectiq_desktop.core.wire.codec import body_of
from collectiq_desktop.core.wire.facts import Fact, VoucherAmended, VoucherCancelled

_v, _p, _k = tables.voucher.c, tables.party.c, tables.correction.c
_a, _b = tables.account.c, tables.bill.c


class Version(NamedTuple):
    """A version of a voucher: its fact, what it says, and why it was made."""

    fact: Fact
    voucher: Voucher
    reason: str
    is_cancelled: bool


def version_of(conn: Connection, fact_id: bytes) -> Version:
    """The version that a fact made; a cancellation keeps the words it cancels."""
    fact = read_fact(conn, fact_id)
    if fact is None:
        # The log has it, but not for who asks: a journal with other parties in it.
        raise _not_here()
    body = body_of(fact)
    if isinstance(body, VoucherCancelled):
        return Version(fact, version_of(conn, body.base).voucher, body.reason, is_cancelled=True)
    if isinstance(body, VoucherAmended):
        return Version(fact, body.voucher, body.reason, is_cancelled=False)
    assert isinstance(body, Voucher)
    return Version(fact, body, "", is_cancelled=False)


def shown_voucher(conn: Connection, voucher_id: bytes) -> AnyRow:
    """The voucher's row.

    Raises:
        NotFound: no voucher that may be shown has this id.
    """
    statement = (
        select(tables.voucher, _p.party_id, _p.name.label("party"), _p.code)
        .outerjoin_from(tables.voucher, tables.party, _p.party_row == _v.party_row)
        .where(_v.voucher_id == voucher_id, _v.state.in_(SHOWN_STATES))
    )
    row = conn.execute(statement).first()
    if row is None:
        raise _not_here()
    return row


def _not_here() -> NotFound:
    message = say("This voucher is not in the books; look it up again.")
    return NotFound(message, field="voucher")


class FieldChange(NamedTuple):
    """A field of a voucher before and after a correction."""

    name: str
    old: Any
    new: Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """What the accounts, bills and parties that a voucher's versions speak of are called.

    A bill that is not in the books has no name.
    """

    accounts: Mapping[str, str]
    bills: Mapping[BillKey, str]
    parties: Mapping[PartyId, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherVersion:
    """One fact about a voucher.

    Args:
        act: `posted`, `amended` or `cancelled`.
        is_standing: it is the one that counts.
        is_overruled: it came too late and has no effect.
        changes: against the version that it names as its base.
        base: what that version says; of the first, what it says itself.
        names: the same for all versions.
    """

    fact_id: FactId
    act: str
    recorded_at: int
    user_id: UserId
    reason: str
    is_standing: bool
    is_overruled: bool
    changes: tuple[FieldChange, ...]
    base: Voucher
    voucher: Voucher
    names: Names


@dataclass(frozen=True, slots=True, kw_only=True)
class VoucherHistory(Ask[tuple[VoucherVersion, ...]]):
    """Every fact about one voucher, in the firm's order, with old and new values."""

    voucher_id: VoucherId


@answers(VoucherHistory)
def voucher_history(
    conn: Connection, ask: VoucherHistory, _today_on: date
) -> tuple[VoucherVersion, ...]:
    """The voucher's facts.

    Raises:
        NotFound: there is no such voucher.
    """
    row = shown_voucher(conn, ask.voucher_id)
    statement = (
        select(_k.ordinal, _k.fact_id, _k.base_id, _k.is_idle)
        .where(_k.voucher_row == row.voucher_row)
        .order_by(_k.ordinal)
    )
    corrections = [Correction(o, f, b, bool(idle)) for o, f, b, idle in conn.execute(statement)]
    first = read_fact(conn, ask.voucher_id)
    standing = newest_of(ask.voucher_id, corrections, is_begun=first is not None)
    begun = [] if first is None else [(ask.voucher_id, ask.voucher_id)]
    told = [*begun, *((each.fact_id, each.base_id) for each in corrections)]
    found = [version_of(conn, fact_id) for fact_id, _base_id in told]
    names = names_of(conn, [version.voucher for version in found])
    return tuple(
        _version(version, _base(conn, base_id) or version.voucher, standing, names)
        for version, (_fact_id, base_id) in zip(found, told, strict=True)
    )


def _base(conn: Connection, base_id: bytes) -> Voucher | None:
    """What the version replaced says; None where it lies with other branches alone."""
    return None if read_fact(conn, base_id) is None else version_of(conn, base_id).voucher


def _version(version: Version, base: Voucher, standing: Standing, names: Names) -> VoucherVersion:
    fact = version.fact
    is_amended = fact.kind == VoucherAmended.__name__
    return VoucherVersion(
        fact_id=fact.fact_id,
        act="cancelled" if version.is_cancelled else "amended" if is_amended else "posted",
        recorded_at=fact.recorded_at,
        user_id=fact.user_id,
        reason=version.reason,
        is_standing=fact.fact_id == standing.newest_id,
        is_overruled=fact.fact_id in standing.overruled,
        changes=tuple(changed_fields(base, version.voucher)),
        base=base,
        voucher=version.voucher,
        names=names,
    )


def changed_fields(old: Voucher, new: Voucher) -> Iterator[FieldChange]:
    """The fields of a voucher that a version says otherwise than its base."""
    for field in fields(Voucher):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before != after:
            yield FieldChange(field.name, before, after)


def names_of(conn: Connection, vouchers: Sequence[Voucher]) -> Names:
    """What the accounts, bills and parties of some vouchers are called."""
    codes = {line.account_code for each in vouchers for line in each.postings}
    accounts = select(_a.account_code, _a.name).where(_a.account_code.in_(codes))
    claimed = {claim.bill_voucher_id for each in vouchers for claim in each.claims}
    bills = (
        select(_v.voucher_id, _b.n, _b.number)
        .join(tables.bill, _b.voucher_row == _v.voucher_row)
        .where(_v.voucher_id.in_(claimed))
    )
    ids = {party_id for each in vouchers for party_id in each.party_ids}
    parties = select(_p.party_id, _p.name).where(_p.party_id.in_(ids))
    return Names(
        accounts=dict(conn.execute(accounts).all()),
        bills={BillKey(opener, n): number for opener, n, number in conn.execute(bills)},
        parties=dict(conn.execute(parties).all()),
    )
