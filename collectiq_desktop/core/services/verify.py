"""Proving the books: chains, sums, numbers, and that a rebuild gives the same.

Each check says what it looked at, and names the first thing that is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import NamedTuple, Protocol

import msgspec
from sqlalchemy import Connection, func, select
from sqlalchemy.exc import DBAPIError

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import DeviceId, FirmId
from collectiq_desktop.core.domain.money import format_inr
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.core.domain.series import Series, number_of, parse_number
from collectiq_desktop.core.domain.verdicts import Reason, Verdict
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.services.upkeep import Progress, quietly, replay
from collectiq_desktop.core.storage import devices, settings, tables
from collectiq_desktop.core.storage.database import Database
from collectiq_desktop.core.storage.dump import fingerprints
from collectiq_desktop.core.storage.facts import chain, count_facts, read_fact, unlinked_facts
from collectiq_desktop.core.storage.masters import firm_ids
from collectiq_desktop.core.wire.codec import (
    body_of,
    body_or_none,
    fact_hash,
    first_hash,
    link_hash,
)
from collectiq_desktop.core.wire.facts import VOUCHER_FACTS, Fact

# What reading a column raises when it holds text for bytes or the other way round.
_NOT_AS_WRITTEN = (DBAPIError, TypeError, ValueError)
_v, _l, _p, _b, _o, _s = (
    tables.voucher.c,
    tables.party_line.c,
    tables.posting.c,
    tables.bill.c,
    tables.on_account.c,
    tables.standing.c,
)


class Anchor(NamedTuple):
    """A chain's head as it was noted outside the books."""

    device_seq: int
    hash: bytes


class Anchors(Protocol):
    """Where heads of chains are noted, outside the books' own file."""

    def load(self, device_id: bytes) -> Anchor | None:
        """The last head noted for a device."""
        ...

    def save(self, device_id: bytes, anchor: Anchor) -> None:
        """Note a head."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing that was looked at, and what was found."""

    name: str
    ok: bool
    detail: Sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """All checks of one verification."""

    facts: int
    checks: tuple[Check, ...]

    @property
    def ok(self) -> bool:
        """Whether every check passed."""
        return all(check.ok for check in self.checks)


def verify(
    database: Database,
    anchors: Anchors | None = None,
    progress: Progress = quietly,
    *,
    is_quick: bool = False,
) -> Verification:
    """Look at everything; a quick look leaves out the rebuild.

    Raises:
        BooksDamaged: the file cannot even be looked at.
    """
    with database.read() as conn:
        facts = count_facts(conn)
        checks = [_check_file(database, conn)]
        if checks[0].ok:
            checks.append(check_chain(conn))
            checks += [
                _check(name, detail, conn, find)
                for name, detail, find in (
                    ("vouchers", say("Debits equal credits in every voucher."), _unbalanced),
                    ("parties", say("Balance = open bills + on account for every party."), _untied),
                    ("numbers", say("No number is missing or used twice."), _gaps),
                )
            ]
            checks.append(_check_anchor(conn, anchors))
    if all(check.ok for check in checks) and not is_quick:
        checks.append(_check_rebuild(database, progress))
    return Verification(facts=facts, checks=tuple(checks))


def _check(
    name: str, fine: Sentence, conn: Connection, find: Callable[[Connection], Sentence | None]
) -> Check:
    found = find(conn)
    return Check(name=name, ok=found is None, detail=found or fine)


def check_chain(conn: Connection) -> Check:
    """Whether every fact is as it was recorded and none is missing, or the first that is not.

    Limits: reads the whole log, about a second for a hundred thousand facts.
    """
    facts = count_facts(conn)
    fine = say("All {facts} facts are as they were recorded.", facts=facts)
    return _check("chain", fine, conn, _broken_chain)


def _check_file(database: Database, conn: Connection) -> Check:
    found = database.find_damage(conn)
    detail = (
        say("The file is damaged: {found}. Restore a backup, and keep this file.", found=found)
        if found
        else say("The file's own structure is sound.")
    )
    return Check(name="file", ok=not found, detail=detail)


def _broken_chain(conn: Connection) -> Sentence | None:
    try:
        return _walk_chain(conn)
    except _NOT_AS_WRITTEN:
        return _unreadable(conn)


def _unreadable(conn: Connection) -> Sentence:
    """The first fact of which a column is no longer what a fact's can be."""
    for fact_id in list(conn.execute(select(tables.fact.c.fact_id)).scalars()):
        try:
            fact = read_fact(conn, fact_id)
            assert fact is not None
            fact_hash(fact)
        except _NOT_AS_WRITTEN:
            return _changed(fact_id.hex())
    return say("A link of the chain was changed after it was recorded.")


def _changed(fact: str) -> Sentence:
    return say("Fact {fact} was changed after it was recorded.", fact=fact)


def _walk_chain(conn: Connection) -> Sentence | None:
    firm_id = FirmId(firm_ids(conn)[1])
    before: dict[DeviceId, tuple[int, bytes]] = {}
    for_others = _not_ours(conn)
    for link, fact in chain(conn):
        seq, hashed = before.get(link.device_id, (0, first_hash(firm_id, link.device_id)))
        if link.device_seq != seq + 1:
            return say("Number {number} of a device's facts is missing.", number=seq + 1)
        if fact is None and not for_others(link.fact_id):
            return say(
                "Fact {fact} is missing; it was number {number}.",
                fact=link.fact_id.hex(),
                number=link.device_seq,
            )
        if fact is not None and fact_hash(fact) != link.fact_hash:
            return _changed(name_of(fact))
        if link_hash(hashed, link.fact_hash) != link.hash:
            return say(
                "The chain is broken at number {number}, before fact {fact}.",
                number=link.device_seq,
                fact=name_of(fact) if fact is not None else link.fact_id.hex(),
            )
        before[link.device_id] = (link.device_seq, link.hash)
    loose = unlinked_facts(conn)
    return say("Fact {fact} is in no chain.", fact=loose[0].hex()) if loose else None


def _not_ours(conn: Connection) -> Callable[[bytes], bool]:
    """Tells of which facts only the link is here: other branches', or not sent yet."""
    place = tables.place.c
    own = devices.device(conn, settings.setting(conn, "device_id") or b"")
    if own is not None and not own.has_all_branches:
        here = place.verdict != ""
    else:
        here = place.verdict == Verdict.MISSING
    allowed = set(conn.execute(select(place.fact_id).where(here)).scalars())
    return allowed.__contains__


def name_of(fact: Fact) -> str:
    """A fact as a person can find it: its kind, number and id."""
    try:
        body = body_of(fact)
    except (CollectIQError, msgspec.DecodeError, ValueError):
        body = None
    number = f" {body.number}" if isinstance(body, Voucher) else ""
    return f"{fact.fact_id.hex()} ({fact.kind}{number})"


def _unbalanced(conn: Connection) -> Sentence | None:
    lines = (
        select(_p.voucher_row, _p.amount_paise)
        .union_all(select(_l.voucher_row, _l.amount_paise))
        .subquery()
    )
    row, total = lines.c.voucher_row, func.sum(lines.c.amount_paise)
    # No LIMIT: it would talk PostgreSQL into looking at one voucher after another.
    statement = select(row, total).group_by(row).having(total != 0).order_by(row)
    wrong = conn.execute(statement).first()
    if wrong is None:
        return None
    number = conn.execute(select(_v.number).where(_v.voucher_row == wrong[0])).scalar()
    return say(
        "{number}: debits and credits differ by {difference}.",
        number=number or "?",
        difference=format_inr(wrong[1]),
    )


def _untied(conn: Connection) -> Sentence | None:
    wanted = {
        row.party_row: (row.balance_paise, row.bills_paise, row.on_account_paise)
        for row in conn.execute(select(tables.standing))
    }
    found: dict[int, list[int]] = {row: [0, 0, 0] for row in wanted}
    for position, (party_row, paise) in enumerate(
        (
            (_l.party_row, _l.amount_paise),
            (_b.party_row, _b.open_paise),
            (_o.party_row, _o.amount_paise),
        )
    ):
        for row, total in conn.execute(select(party_row, func.sum(paise)).group_by(party_row)):
            found.setdefault(row, [0, 0, 0])[position] = int(total)
    for row, sums in found.items():
        balance, bills, on_account = sums
        if tuple(sums) != wanted.get(row) or balance != bills + on_account:
            name = conn.execute(
                select(tables.party.c.name).where(tables.party.c.party_row == row)
            ).scalar()
            return say(
                "{party}: balance {balance}, bills {bills}, on account {on_account} "
                "do not tie out.",
                party=name,
                balance=format_inr(balance),
                bills=format_inr(bills),
                on_account=format_inr(on_account),
            )
    return None


def _gaps(conn: Connection) -> Sentence | None:
    """A number of our own that is used twice or missing.

    A number that two counters used is known since its place said so. A chain
    that was begun anew, or branches that are not ours, leave gaps that nobody
    here can fill.
    """
    used: dict[Series, set[int]] = {}
    whole = _whole_series(conn)
    own = (_v.batch_row.is_(None), _v.state.in_(("posted", "cancelled")))
    for (number,) in conn.execute(select(_v.number).where(*own)):
        parsed = parse_number(number)
        if parsed is None:
            continue
        series, n = parsed
        if n in used.setdefault(series, set()) and not _is_noted(conn, number):
            return say("Number {number} was used twice.", number=number)
        used[series].add(n)
    for number in _held_numbers(conn):
        parsed = parse_number(number)
        if parsed is not None:
            used.setdefault(parsed[0], set()).add(parsed[1])
    for series, numbers in sorted(used.items()):
        missing = next(_missing(numbers), None)
        if missing is not None and series.series_code in whole:
            return say(
                "Number {number} is missing from its series.", number=number_of(series, missing)
            )
    return None


def _whole_series(conn: Connection) -> set[str]:
    """The series of which no number can be elsewhere: of devices that never lost a disk."""
    known = devices.devices(conn)
    own = devices.device(conn, settings.setting(conn, "device_id") or b"")
    if own is not None and not own.has_all_branches:
        return set()
    replaced = {each.replaces_id for each in known}
    return {
        each.series_code
        for each in known
        if each.device_id not in replaced and each.replaces_id is None and not each.is_server
    }


def _is_noted(conn: Connection, number: str) -> bool:
    """Whether the server noted that a number was used twice."""
    place = tables.place.c
    same = select(_v.voucher_id).where(_v.number == number)
    noted = (place.fact_id.in_(same), place.reason.startswith(Reason.NUMBER_USED))
    return conn.execute(select(place.fact_id).where(*noted).limit(1)).first() is not None


def _held_numbers(conn: Connection) -> Iterator[str]:
    """Numbers of documents that have no effect, but were written on paper."""
    place = tables.place.c
    idle = select(place.fact_id).where(place.verdict.in_((Verdict.HELD, Verdict.OVERRULED)))
    kinds = tuple(VOUCHER_FACTS.values())
    statement = select(tables.fact).where(
        tables.fact.c.fact_id.in_(idle), tables.fact.c.kind.in_(kinds)
    )
    for row in conn.execute(statement):
        body = body_or_none(Fact._make(row), is_trusted=False)
        if isinstance(body, Voucher):
            yield body.number


def _missing(numbers: set[int]) -> Iterator[int]:
    return (n for n in range(1, max(numbers) + 1) if n not in numbers)


def _check_anchor(conn: Connection, anchors: Anchors | None) -> Check:
    name = "anchor"
    if anchors is None:
        return Check(name=name, ok=True, detail=say("No anchor is kept for these books."))
    link = tables.link.c
    replaced = {each.replaces_id for each in devices.devices(conn)}
    restored: list[int] = []
    for device_id in conn.execute(select(link.device_id).distinct()).scalars():
        anchor = anchors.load(device_id)
        if anchor is None:
            continue
        mine = (link.device_id == device_id, link.device_seq == anchor.device_seq)
        stored = conn.execute(select(link.hash).where(*mine)).scalar()
        if stored != anchor.hash and device_id in replaced:
            restored.append(anchor.device_seq)
        elif stored != anchor.hash:
            detail = say(
                "The chain had reached number {number} when it was last noted, and does not "
                "hold that any more: facts were taken away, or a backup was restored.",
                number=anchor.device_seq,
            )
            return Check(name=name, ok=False, detail=detail)
    if restored:
        detail = say(
            "A backup was restored: an earlier chain had reached number {number}, which is not "
            "here any more. The books went on with a new chain and a series of its own.",
            number=restored[0],
        )
        return Check(name=name, ok=True, detail=detail)
    return Check(name=name, ok=True, detail=say("The chain holds what was last noted of it."))


def _check_rebuild(database: Database, progress: Progress) -> Check:
    name = "rebuild"
    with database.read() as view, database.passing(view) as copy:
        try:
            replay(copy, progress)
        except (CollectIQError, msgspec.DecodeError, AssertionError) as error:
            told = error.message if isinstance(error, CollectIQError) else error
            detail = say("The facts cannot be replayed: {trouble}", trouble=told)
            return Check(name=name, ok=False, detail=detail)
        with copy.read() as conn:
            stored, made = fingerprints(view), fingerprints(conn)
    different = [table for table in stored if stored[table] != made[table]]
    if different:
        detail = say(
            "A rebuild differs in: {different}. Rebuild the books.",
            different=", ".join(different),
        )
        return Check(name=name, ok=False, detail=detail)
    return Check(name=name, ok=True, detail=say("A rebuild from the facts gives the same books."))
