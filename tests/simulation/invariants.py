"""What must hold in a simulated firm whenever it comes to rest.

The model knows nothing of projections: it folds the server's log by itself,
by the plain rule of each verdict.
"""

from __future__ import annotations

from collections import Counter as Tally
from typing import Any

from sqlalchemy import select

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.domain.series import parse_number
from collectiq_desktop.core.domain.vouchers import DEBTORS, Voucher, VoucherKind
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.dump import dump
from collectiq_desktop.core.storage.facts import chain, is_void
from collectiq_desktop.core.wire.codec import body_or_none, first_hash, link_hash
from collectiq_desktop.core.wire.facts import (
    ChainBegun,
    DeviceRevoked,
    EmployeeAdded,
    Fact,
    FactReleased,
    FirmAmended,
    ImportUndone,
    VoucherAmended,
    VoucherCancelled,
)
from tests.simulation.shops import Counter
from tests.simulation.world import World

_s, _f = tables.place.c, tables.fact.c


def check(world: World) -> None:
    """Every invariant, at rest."""
    facts = _facts(world.server)
    for counter in world.counters:
        _nothing_lost(facts, counter)
    _placed_once(world.server)
    _gap_free(world.server)
    for books in world.all_books():
        _chains_whole(books)
        _equals_rebuild(books)
    _balances_as_modelled(world.server)
    _numbers_once(world.server)
    server = _dump(world.server)
    for counter in world.counters:
        if counter.branches == ("*",) and not world.is_revoked(counter):
            _equal(counter.name, server, _dump(counter.books))
    for counter in world.counters:
        if not world.is_revoked(counter):
            _bills_of_its_branches(world.server, counter)
    _no_rights_broken(world)
    _employees_keep_to_their_rights(world)
    _origins_once(world.server)
    _never_ahead(world)


def _facts(books: Books) -> dict[bytes, Fact]:
    with books.reading() as conn:
        return {row.fact_id: Fact._make(row) for row in conn.execute(select(tables.fact))}


def _nothing_lost(server: dict[bytes, Fact], counter: Counter) -> None:
    for fact_id, fact in _facts(counter.books).items():
        assert server.get(fact_id) == fact, f"{fact.kind} of counter {counter.name} is lost"


def _valid_places(books: Books) -> list[Any]:
    with books.reading() as conn:
        statement = select(tables.place).where(~is_void()).order_by(_s.firm_seq)
        return list(conn.execute(statement))


def _placed_once(server: Books) -> None:
    counted = Tally(
        row.fact_id for row in _valid_places(server) if row.verdict not in ("again", "missing")
    )
    for fact_id in _facts(server):
        assert counted[fact_id] == 1, f"{fact_id.hex()} has {counted[fact_id]} places"


def _gap_free(server: Books) -> None:
    numbers = [row.firm_seq for row in _valid_places(server)]
    assert numbers == list(range(1, len(numbers) + 1))


def _chains_whole(books: Books) -> None:
    firm_id = books.identity.firm_id
    before: dict[bytes, tuple[int, bytes]] = {}
    with books.reading() as conn:
        for link, _fact in chain(conn):
            seq, hashed = before.get(link.device_id, (0, first_hash(firm_id, link.device_id)))
            assert link.device_seq == seq + 1
            assert link.hash == link_hash(hashed, link.fact_hash)
            before[link.device_id] = (link.device_seq, link.hash)


def _equals_rebuild(books: Books) -> None:
    verification = books.verify()
    wrong = [
        c
        for c in verification.checks
        if not c.ok and c.name in ("rebuild", "vouchers", "parties", "chain")
    ]
    assert not wrong, f"{books.path.name}: {wrong}"


def _dump(books: Books) -> dict[str, list[tuple[Any, ...]]]:
    with books.reading() as conn:
        return dump(conn)


def _equal(name: str, server: dict[str, list[Any]], counter: dict[str, list[Any]]) -> None:
    for table, rows in server.items():
        if rows != counter[table]:
            extra = [row for row in counter[table] if row not in rows][:3]
            lacking = [row for row in rows if row not in counter[table]][:3]
            message = f"counter {name}, {table}: has {extra}, lacks {lacking}"
            raise AssertionError(message)


def _balances_as_modelled(server: Books) -> None:
    with server.reading() as conn:
        standing = select(tables.party.c.party_id, tables.standing.c.balance_paise).join(
            tables.standing, tables.standing.c.party_row == tables.party.c.party_row
        )
        stored = {row.party_id: row.balance_paise for row in conn.execute(standing)}
    wanted = Model(server).balances()
    for party_id in stored.keys() | wanted.keys():
        assert stored.get(party_id, 0) == wanted.get(party_id, 0), "a balance is not the model's"


class Model:
    """Balances by the verdicts alone: each accepted document once, its newest version."""

    def __init__(self, server: Books) -> None:
        self.standing: dict[bytes, Voucher | None] = {}
        self.batches: dict[bytes, bytes] = {}
        facts = _facts(server)
        for place in _valid_places(server):
            if place.verdict == "accepted":
                self._take(facts, facts[place.fact_id])

    def _take(self, facts: dict[bytes, Fact], fact: Fact) -> None:
        body = body_or_none(fact)
        if isinstance(body, FactReleased):
            self._take(facts, facts[body.held_id])
        elif isinstance(body, Voucher):
            assert fact.fact_id not in self.standing, "a document counts twice"
            self.standing[fact.fact_id] = body
            if body.batch_id is not None:
                self.batches[fact.fact_id] = body.batch_id
        elif isinstance(body, VoucherAmended):
            self.standing[body.voucher_id] = body.voucher
        elif isinstance(body, VoucherCancelled):
            self.standing[body.voucher_id] = None
        elif isinstance(body, ImportUndone):
            for voucher_id, batch_id in self.batches.items():
                if batch_id == body.batch_id:
                    self.standing[voucher_id] = None

    def balances(self) -> dict[bytes, int]:
        sums: dict[bytes, int] = {}
        for voucher in self.standing.values():
            for posting in voucher.postings if voucher else ():
                if posting.account_code == DEBTORS:
                    party_id = voucher.party_of(posting) if voucher else None
                    assert party_id is not None
                    sums[party_id] = sums.get(party_id, 0) + posting.amount_paise
        return {party_id: paise for party_id, paise in sums.items() if paise}


def _numbers_once(server: Books) -> None:
    """A tax invoice's number is used once; a receipt's twice only if it was noted."""
    noted = {row.fact_id for row in _valid_places(server) if row.reason.startswith("number_used")}
    with server.reading() as conn:
        v = tables.voucher.c
        rows = conn.execute(
            select(v.voucher_id, v.number, v.kind).where(v.state.in_(("posted", "cancelled")))
        ).all()
    seen: dict[str, bytes] = {}
    for row in rows:
        if parse_number(row.number) is None:
            continue
        if row.number in seen:
            assert row.kind != VoucherKind.SALES_INVOICE, f"{row.number} is used twice"
            assert {row.voucher_id, seen[row.number]} & noted, f"{row.number} twice, not noted"
        seen[row.number] = row.voucher_id


def _accepted_before_a_restore(world: World) -> set[bytes]:
    """Facts that the server had accepted, lost with its disk, and was sent again."""
    forgiven: set[bytes] = set()
    for books in world.all_books():
        with books.reading() as conn:
            lost = select(_s.fact_id).where(is_void(), _s.verdict == "accepted")
            forgiven.update(conn.execute(lost).scalars())
    return forgiven


def _no_rights_broken(world: World) -> None:
    """Nothing that a revoked device sent after its revocation has an effect."""
    revoked: set[bytes] = set()
    facts = _facts(world.server)
    forgiven = _accepted_before_a_restore(world)
    for place in _valid_places(world.server):
        body = body_or_none(facts[place.fact_id]) if place.fact_id in facts else None
        if isinstance(body, ChainBegun) and body.replaces_id in revoked:
            revoked.add(body.device_id)
        is_accepted = place.verdict == "accepted" and place.fact_id not in forgiven
        if place.device_id in revoked and is_accepted:
            message = f"{facts[place.fact_id].kind} of a revoked device was accepted"
            raise AssertionError(message)
        if isinstance(body, DeviceRevoked) and place.verdict == "accepted":
            revoked.add(body.device_id)


def _employees_keep_to_their_rights(world: World) -> None:
    """What an employee may not do has no effect: nobody cancels or sets up who is no admin.

    The model knows two kinds of employees, and counts what a release let pass as permitted.
    """
    roles: dict[bytes, str] = {}
    facts = _facts(world.server)
    for place in _valid_places(world.server):
        fact = facts.get(place.fact_id)
        body = body_or_none(fact) if fact is not None else None
        if fact is None or place.verdict != "accepted":
            continue
        if roles and isinstance(body, (VoucherCancelled, FirmAmended, EmployeeAdded)):
            role = roles.get(fact.user_id)
            assert role == Role.ADMIN, f"{fact.kind} of an employee who is {role}"
        if isinstance(body, EmployeeAdded):
            roles[place.fact_id] = str(body.fields.get("role", Role.CLERK))


def _bills_of_its_branches(server: Books, counter: Counter) -> None:
    """A counter knows of its branches' bills what the server knows."""
    everything, mine = _open_bills(server), _open_bills(counter.books)
    if counter.branches != ("*",):
        everything = {bill for bill in everything if bill[1] in counter.branches}
        mine = {bill for bill in mine if bill[1] in counter.branches}
    assert mine == everything, f"counter {counter.name}: {sorted(mine ^ everything)[:4]}"


def _open_bills(books: Books) -> set[tuple[bytes, str, int]]:
    bill, voucher = tables.bill.c, tables.voucher.c
    statement = select(voucher.voucher_id, bill.branch_id, bill.open_paise).join(
        tables.voucher, voucher.voucher_row == bill.voucher_row
    )
    with books.reading() as conn:
        return {(row[0], row[1], row[2]) for row in conn.execute(statement)}


def _origins_once(server: Books) -> None:
    """One document from outside is one voucher in the books."""
    voucher = tables.voucher.c
    standing = select(voucher.voucher_id).where(voucher.state.in_(("posted", "cancelled")))
    with server.reading() as conn:
        ids = set(conn.execute(standing).scalars())
    facts = _facts(server)
    keys = Tally(
        (facts[i].origin or "").rpartition("#")[0] for i in ids if facts[i].origin is not None
    )
    assert not [key for key, n in keys.items() if n > 1], "a document from outside counts twice"


def _never_ahead(world: World) -> None:
    """A clock that is ahead does not rank what it wrote above all that is to come."""
    limit = world.server_clock.now_at() + 5 * 60_000
    for place in _valid_places(world.server):
        assert place.effective_at <= limit, "an instant lies in the future"
