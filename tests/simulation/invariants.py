"""What must hold in a simulated firm whenever it comes to rest.

The models know nothing of projections: they fold the server's log by themselves,
by the plain rule of each verdict (`models`).
"""

from __future__ import annotations

from collections import Counter as Tally
from datetime import date
from typing import Any

from sqlalchemy import Connection, Select, func, select

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.series import parse_number
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.cheques import cheque_at
from collectiq_desktop.core.queries.custody import held_by
from collectiq_desktop.core.storage import collecting_tables, tables
from collectiq_desktop.core.storage.attachments import lacking
from collectiq_desktop.core.storage.dump import dump
from collectiq_desktop.core.storage.facts import chain, is_void
from collectiq_desktop.core.wire.codec import body_or_none, first_hash, link_hash
from collectiq_desktop.core.wire.facts import (
    ChainBegun,
    DeviceRevoked,
    EmployeeAdded,
    Fact,
    FirmAmended,
    VoucherCancelled,
)
from tests.simulation.models import Model, Staff
from tests.simulation.shops import Counter
from tests.simulation.world import World

_s, _f = tables.place.c, tables.fact.c
_BALANCES = select(tables.party.c.party_id, tables.standing.c.balance_paise).join(
    tables.standing, tables.standing.c.party_row == tables.party.c.party_row
)
_ACCOUNTS = (
    select(
        tables.account.c.account_code,
        func.sum(tables.account_day.c.debit_paise - tables.account_day.c.credit_paise),
    )
    .join(tables.account_day, tables.account_day.c.account_row == tables.account.c.account_row)
    .group_by(tables.account.c.account_code)
)
_BILLS = select(tables.voucher.c.voucher_id, tables.bill.c.n, tables.bill.c.open_paise).join(
    tables.voucher, tables.voucher.c.voucher_row == tables.bill.c.voucher_row
)


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
    _money_as_modelled(world.server)
    _numbers_once(world.server)
    server = _dump(world.server)
    for counter in world.counters:
        if counter.branches == ("*",) and not world.is_revoked(counter):
            _equal(counter.name, server, _dump(counter.books))
    for counter in world.counters:
        if not world.is_revoked(counter):
            _bills_of_its_branches(world.server, counter)
    _pictures_wherever_named(world)
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


def _money_as_modelled(server: Books) -> None:
    """What the projections say of money is what the log comes to by the plain rules."""
    model = Model(_facts(server), _valid_places(server))
    with server.reading() as conn:
        _same("balance", _sums(conn, _BALANCES), model.balances())
        _same("account", _sums(conn, _ACCOUNTS), model.accounts())
        held = {who: held_by(conn, who) for who in model.with_agents()}
        _same("agent's cash", held, model.with_agents())
        bills = {(row[0], row[1]): row[2] for row in conn.execute(_BILLS)}
        _same("bill", bills, model.open_bills())
        _cheques_as_modelled(conn, model)
        for table, ids in (
            (collecting_tables.promise, model.promised),
            (collecting_tables.promise_withdrawn, model.withdrawn),
        ):
            assert set(conn.execute(select(table.c.fact_id)).scalars()) == ids, table.name
        for table, said, told in (
            (collecting_tables.reminder, "amount_paise", model.reminded),
            (collecting_tables.phone_asked, "phone", model.phones),
        ):
            rows = conn.execute(select(table.c.fact_id, table.c.party_id, table.c[said]))
            assert set(map(tuple, rows)) == told, table.name


def _cheques_as_modelled(conn: Connection, model: Model) -> None:
    credited = model.credited_by()
    for cheque_id, state in model.cheques().items():
        line = cheque_at(conn, cheque_id, date.max)
        assert line is not None, f"cheque {cheque_id.hex()} is not in the register"
        assert line.state == state, f"cheque {cheque_id.hex()} is {line.state}, not {state}"
        worth = 0 if line.credit_id is None else line.amount_paise
        message = f"cheque {cheque_id.hex()} credits {credited.get(cheque_id, 0)}, not {worth}"
        assert credited.get(cheque_id, 0) == worth, message


def _sums(conn: Connection, statement: Select[Any]) -> dict[Any, int]:
    return {key: paise for key, paise in conn.execute(statement) if paise}


def _same(what: str, stored: dict[Any, int], wanted: dict[Any, int]) -> None:
    for key in stored.keys() | wanted.keys():
        one, other = stored.get(key, 0), wanted.get(key, 0)
        assert one == other, f"{what} {key!r} is {one}, by the model {other}"


def _numbers_once(server: Books) -> None:
    """A tax invoice's number is used once; a receipt's twice only if it was noted."""
    facts = _facts(server)
    told = [row for row in _valid_places(server) if row.reason.startswith("number_used")]
    # What was held is noted where it is released.
    noted = {getattr(body_or_none(facts[r.fact_id]), "held_id", r.fact_id) for r in told}
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

    What a release let pass stands at the place of the release, and is not looked at.
    """
    staff = Staff()
    facts = _facts(world.server)
    forgiven = _accepted_before_a_restore(world)
    for place in _valid_places(world.server):
        fact = facts.get(place.fact_id)
        body = body_or_none(fact) if fact is not None else None
        if fact is None or place.verdict != "accepted":
            continue
        if staff and isinstance(body, (VoucherCancelled, FirmAmended, EmployeeAdded)):
            is_lawful = place.fact_id in forgiven or staff.is_admin(fact.user_id)
            assert is_lawful, f"{fact.kind} of an employee who is no admin"
        staff.take(fact, body, place.effective_at, place.firm_seq)


def _bills_of_its_branches(server: Books, counter: Counter) -> None:
    """A counter knows of its branches' bills what the server knows."""
    everything, mine = _open_bills(server), _open_bills(counter.books)
    if counter.branches != ("*",):
        everything = {bill for bill in everything if bill[1] in counter.branches}
        mine = {bill for bill in mine if bill[1] in counter.branches}
    assert mine == everything, f"counter {counter.name}: {sorted(mine ^ everything)[:4]}"


def _pictures_wherever_named(world: World) -> None:
    """Bytes that are on any disk are on each that knows a fact which names them."""
    counters = [each for each in world.counters if not world.is_revoked(each)]
    every = [world.server, *(each.books for each in counters)]
    somewhere: set[bytes] = set()
    for books in every:
        with books.reading() as conn:
            somewhere.update(conn.execute(select(tables.attachment_bytes.c.content_hash)).scalars())
    for books in every:
        with books.reading() as conn:
            lost = somewhere.intersection(lacking(conn, 1_000))
        assert not lost, f"{books.path.name} lacks pictures that are elsewhere"


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
