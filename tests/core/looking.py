"""Looking behind the books: what a voucher did, and that a refusal did nothing."""

from __future__ import annotations

from typing import Any, NamedTuple, TypeVar

import pytest
from sqlalchemy import func, select

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.services.corrections import AmendVoucher, CancelVoucher
from collectiq_desktop.core.services.verify import Anchor
from collectiq_desktop.core.storage import places, tables
from collectiq_desktop.core.storage.corrections import newest_id, version_at
from collectiq_desktop.core.storage.dump import dump
from collectiq_desktop.core.storage.facts import chain
from collectiq_desktop.core.storage.sqlite import SqliteDatabase
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.codec import Link
from collectiq_desktop.core.wire.facts import Fact
from tests.plain_books import PlainBooks

Trouble = TypeVar("Trouble", bound=CollectIQError)
_v, _p, _l, _a, _b, _c, _s, _n = (
    tables.voucher.c,
    tables.posting.c,
    tables.party_line.c,
    tables.account.c,
    tables.bill.c,
    tables.claim.c,
    tables.standing.c,
    tables.party.c,
)


class MemoryAnchors:
    """Heads of chains, kept in memory; it counts how often one was noted."""

    def __init__(self) -> None:
        self.noted: list[Anchor] = []
        self.heads: dict[bytes, Anchor] = {}

    def load(self, device_id: bytes) -> Anchor | None:
        return self.heads.get(device_id)

    def save(self, device_id: bytes, anchor: Anchor) -> None:
        self.noted.append(anchor)
        self.heads[device_id] = anchor


class Sums(NamedTuple):
    """A party's standing, debit positive."""

    balance_paise: int
    bills_paise: int
    on_account_paise: int


def file_of(books: Books) -> SqliteDatabase:
    """The open file under books that lie in one."""
    database = books._database
    assert isinstance(database, SqliteDatabase)
    return database


def everything(books: Books) -> tuple[int, dict[str, list[tuple[Any, ...]]]]:
    """How many facts there are, and every row of every projection."""
    with books.reading() as conn:
        facts = conn.execute(select(func.count()).select_from(tables.fact)).scalar_one()
        return facts, dump(conn)


def refused(plain: PlainBooks, command: object, kind: type[Trouble]) -> Trouble:
    """The refusal of a command that must leave no trace."""
    before = everything(plain.books)
    with pytest.raises(kind) as caught:
        plain.run(command)
    assert type(caught.value) is kind
    assert everything(plain.books) == before
    assert caught.value.message.endswith(".")
    return caught.value


def run_twice(plain: PlainBooks, command: object) -> Any:
    """The result of a command; the same again gives the same and adds nothing."""
    first = plain.run(command)
    before = everything(plain.books)
    assert plain.run(command) == first
    assert everything(plain.books) == before
    return first


def prove(plain: PlainBooks) -> None:
    """The books pass every check, also that a rebuild gives the same."""
    verification = plain.books.verify()
    assert verification.ok, [check for check in verification.checks if not check.ok]


def postings_of(plain: PlainBooks, voucher_id: bytes) -> list[tuple[str, int]]:
    """Every posting of a voucher, in the order of its lines: account and paise."""
    others = (
        select(_p.line_no, _a.account_code, _p.amount_paise)
        .join(tables.account, _a.account_row == _p.account_row)
        .join(tables.voucher, _v.voucher_row == _p.voucher_row)
        .where(_v.voucher_id == voucher_id)
    )
    debtors = (
        select(_l.line_no, _n.name, _l.amount_paise)
        .join(tables.party, _n.party_row == _l.party_row)
        .join(tables.voucher, _v.voucher_row == _l.voucher_row)
        .where(_v.voucher_id == voucher_id)
    )
    with plain.books.reading() as conn:
        rows = [*conn.execute(others), *conn.execute(debtors)]
    return [(name, paise) for _line_no, name, paise in sorted(tuple(row) for row in rows)]


def bills_of(plain: PlainBooks, party: str) -> dict[str, int]:
    """What is open on every bill of a party, closed ones too."""
    statement = (
        select(_b.number, _b.open_paise)
        .join(tables.party, _n.party_row == _b.party_row)
        .where(_n.name == party)
        .order_by(_b.due_on, _b.number)
    )
    with plain.books.reading() as conn:
        return {row.number: row.open_paise for row in conn.execute(statement)}


def claims_of(plain: PlainBooks, voucher_id: bytes) -> list[tuple[str, int, int]]:
    """The claims of a voucher: bill number, amount laid, amount settled."""
    at = (_b.voucher_row == _c.bill_voucher_row) & (_b.n == _c.bill_n)
    statement = (
        select(_b.number, _c.amount_paise, _c.settled_paise)
        .select_from(tables.claim)
        .outerjoin(tables.bill, at)
        .join(tables.voucher, _v.voucher_row == _c.voucher_row)
        .where(_v.voucher_id == voucher_id)
        .order_by(_c.claim_no)
    )
    with plain.books.reading() as conn:
        return [(number or "", laid, settled) for number, laid, settled in conn.execute(statement)]


def sums_of(plain: PlainBooks, party: str) -> Sums:
    """A party's stored standing."""
    statement = (
        select(_s.balance_paise, _s.bills_paise, _s.on_account_paise)
        .join(tables.party, _n.party_row == _s.party_row)
        .where(_n.name == party)
    )
    with plain.books.reading() as conn:
        return Sums(*conn.execute(statement).one())


def placed_links(books: Books, *, is_placed: bool) -> list[tuple[Link, Fact]]:
    """The links that the server has placed, or those it has not, with their facts."""
    with books.reading() as conn:
        placed = set(conn.execute(select(tables.place.c.fact_id)).scalars())
        links = [(link, fact) for link, fact in chain(conn) if fact is not None]
    return [(link, fact) for link, fact in links if (link.fact_id in placed) == is_placed]


def begin_order(books: Books) -> None:
    """Let the books know of the firm's first epoch, as a server's hello does."""
    with books.writing() as (writer, _context):
        places.set_epochs(writer.conn, [places.Epoch(places.FIRST_EPOCH, 0)])


def voucher_of(plain: PlainBooks, voucher_id: bytes) -> Voucher:
    """The voucher as it stands now."""
    with plain.books.reading() as conn:
        writer = Writer(conn)
        return version_at(writer, newest_id(writer, voucher_id)).voucher


def newest_of(plain: PlainBooks, voucher_id: bytes) -> FactId:
    """The fact that a person sees when looking at the voucher now."""
    with plain.books.reading() as conn:
        return FactId(newest_id(Writer(conn), voucher_id))


def fact_id(plain: PlainBooks) -> FactId:
    return FactId(plain.ids.mint())


def voucher_id(plain: PlainBooks) -> VoucherId:
    return VoucherId(plain.ids.mint())


def amendment(plain: PlainBooks, name: str, voucher: Voucher) -> AmendVoucher:
    return AmendVoucher(
        fact_id=fact_id(plain), voucher_id=plain.vouchers[name], voucher=voucher, reason="wrong"
    )


def cancellation(plain: PlainBooks, name: str) -> CancelVoucher:
    return CancelVoucher(fact_id=fact_id(plain), voucher_id=plain.vouchers[name], reason="wrong")
