"""Two counters, one firm: whatever order news arrives in, the books end equal."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import DeviceId, FactId, PartyId, UserId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import DEBTORS, Posting, Voucher
from collectiq_desktop.core.services.corrections import AmendVoucher, CancelVoucher
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.parties import AddParty, AmendParty
from collectiq_desktop.core.services.places import take_places
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.corrections import version_at
from collectiq_desktop.core.storage.dump import dump
from collectiq_desktop.core.storage.facts import fact_of
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.codec import Link, body_of
from collectiq_desktop.core.wire.facts import VoucherAmended, VoucherCancelled
from collectiq_desktop.core.wire.peer import PlacedLink
from tests.core.looking import begin_order
from tests.engines import copied, place
from tests.fakes import CountingIds, FixedClock

PARTIES = 2


@dataclass
class Shop:
    """One device: its books, what it has sent and how far it has pulled."""

    books: Books
    clock: FixedClock
    sent: int = 0
    pulled: int = 0


@dataclass
class Server:
    """Gives places and verdicts, and keeps them; the smallest that can."""

    order: list[PlacedLink] = field(default_factory=list)
    newest: dict[bytes, bytes] = field(default_factory=dict)
    known: set[bytes] = field(default_factory=set)

    def push(self, shop: Shop) -> None:
        link_table, fact_table = tables.link, tables.fact
        device_id = shop.books.identity.device_id
        statement = (
            select(link_table, fact_table)
            .join(fact_table, fact_table.c.fact_id == link_table.c.fact_id)
            .where(link_table.c.device_id == device_id, link_table.c.device_seq > shop.sent)
            .order_by(link_table.c.device_seq)
        )
        with shop.books.reading() as conn:
            rows = conn.execute(statement).all()
        for row in rows:
            fact = fact_of(row[5:])
            verdict = self._judge(fact.fact_id, body_of(fact))
            self.order.append(
                PlacedLink(
                    firm_seq=len(self.order) + 1,
                    epoch=1,
                    link=Link(*row[:5]),
                    verdict=verdict,
                    effective_at=fact.recorded_at,
                    fact=fact,
                )
            )
            shop.sent = row.device_seq

    def _judge(self, fact_id: bytes, body: object) -> str:
        if not isinstance(body, (VoucherAmended, VoucherCancelled)):
            return "accepted"
        if self.newest.get(body.voucher_id, body.voucher_id) != body.base:
            return "overruled"
        self.newest[body.voucher_id] = fact_id
        return "accepted"

    def pull(self, shop: Shop, count: int) -> None:
        page = self.order[shop.pulled : shop.pulled + count]
        with shop.books.writing() as (writer, context):
            take_places(writer, context, page)
        shop.pulled += len(page)


def _open_shops(folder: Path) -> tuple[list[Shop], list[PartyId], Server]:
    clock = FixedClock()
    first = Books.create(
        place(folder / "a.ciq"),
        Firm(name="Two Shops"),
        Surroundings(clock=clock, ids=CountingIds(0)),
    )
    parties = [PartyId(first.mint_id()) for _ in range(PARTIES)]
    for n, party_id in enumerate(parties):
        first.run(AddParty(party_id=party_id, party=Party(name=f"Party {n}", credit_days=n)))
    begin_order(first)
    server = Server()
    shop_a = Shop(first, clock)
    server.push(shop_a)
    server.pull(shop_a, 99)
    first.close()
    copied(place(folder / "a.ciq"), folder / "b.ciq")
    shops = []
    for n, name in enumerate("ab"):
        clock = FixedClock()
        around = Surroundings(clock=clock, ids=CountingIds(1000 * (n + 1)))
        shops.append(
            Shop(Books.open(place(folder / f"{name}.ciq"), around), clock, 0, len(server.order))
        )
    shops[0].sent = shop_a.sent
    other = replace(
        shops[1].books._identity,
        device_id=DeviceId(b"b" * 16),
        series_code="A02",
        user_id=UserId(b"u" * 16),
    )
    shops[1].books._identity = other
    return shops, parties, server


class World:
    """The two shops at work."""

    def __init__(self, folder: Path) -> None:
        self.shops, self.parties, self.server = _open_shops(folder)

    def act(self, shop: Shop, what: str, party: int, paise: int) -> None:
        shop.clock.move(ms=1)
        with suppress(Refused):
            getattr(self, what)(shop, self.parties[party % PARTIES], paise)

    def invoice(self, shop: Shop, party_id: PartyId, paise: int) -> None:
        voucher_id = VoucherId(shop.books.mint_id())
        shop.books.run(PostInvoice(voucher_id=voucher_id, party_id=party_id, amount_paise=paise))

    def receipt(self, shop: Shop, party_id: PartyId, paise: int) -> None:
        voucher_id = VoucherId(shop.books.mint_id())
        shop.books.run(RecordReceipt(voucher_id=voucher_id, party_id=party_id, amount_paise=paise))

    def cancel(self, shop: Shop, _party_id: PartyId, paise: int) -> None:
        voucher_id, _voucher = self._some_voucher(shop, paise)
        shop.books.run(
            CancelVoucher(
                fact_id=FactId(shop.books.mint_id()), voucher_id=voucher_id, reason="wrong"
            )
        )

    def amend(self, shop: Shop, _party_id: PartyId, paise: int) -> None:
        voucher_id, voucher = self._some_voucher(shop, paise)
        other = next(p for p in voucher.postings if p.account_code != DEBTORS)
        sign = 1 if other.amount_paise < 0 else -1
        changed = replace(
            voucher,
            postings=(Posting(DEBTORS, sign * paise), Posting(other.account_code, -sign * paise)),
            bills=tuple(bill._replace(amount_paise=paise) for bill in voucher.bills),
            claims=(),
        )
        shop.books.run(
            AmendVoucher(
                fact_id=FactId(shop.books.mint_id()),
                voucher_id=voucher_id,
                voucher=changed,
                reason="other amount",
            )
        )

    def rename(self, shop: Shop, party_id: PartyId, paise: int) -> None:
        shop.books.run(
            AmendParty(
                fact_id=FactId(shop.books.mint_id()),
                party_id=party_id,
                changes={"name": f"Name {paise}", "beat": f"Beat {paise % 3}"},
            )
        )

    def _some_voucher(self, shop: Shop, pick: int) -> tuple[VoucherId, Voucher]:
        voucher = tables.voucher.c
        posted = select(voucher.voucher_id, voucher.newest_id).where(voucher.state == "posted")
        with shop.books.reading() as conn:
            rows = conn.execute(posted.order_by(voucher.voucher_id)).all()
            if not rows:
                message = "nothing to correct yet"
                raise Refused(say(message))
            row = rows[pick % len(rows)]
            version = version_at(Writer(conn), row.newest_id or row.voucher_id)
        return VoucherId(row.voucher_id), version.voucher

    def settle_down(self) -> None:
        for shop in self.shops:
            self.server.push(shop)
        for shop in self.shops:
            self.server.pull(shop, len(self.server.order))

    def close(self) -> None:
        for shop in self.shops:
            shop.books.close()


WORK = st.tuples(
    st.integers(0, 1),
    st.sampled_from(
        ["invoice", "invoice", "receipt", "receipt", "cancel", "amend", "rename", "push", "pull"]
    ),
    st.integers(0, PARTIES - 1),
    st.integers(1, 300),
)


def _dump_of(books: Books) -> dict[str, list[tuple[Any, ...]]]:
    with books.reading() as conn:
        return dump(conn)


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(WORK, max_size=40))
def test_any_interleaving_of_arrival_gives_the_same_books(
    work: list[tuple[int, str, int, int]],
) -> None:
    with TemporaryDirectory() as folder:
        world = World(Path(folder))
        for who, what, party, paise in work:
            shop = world.shops[who]
            if what == "push":
                world.server.push(shop)
            elif what == "pull":
                world.server.pull(shop, paise % 7 + 1)
            else:
                world.act(shop, what, party, paise)
        world.settle_down()
        first, second = (_dump_of(shop.books) for shop in world.shops)
        assert first == second
        for shop in world.shops:
            verification = shop.books.verify()
            assert verification.ok, verification.checks
        world.close()


def test_the_earlier_amendment_stands_and_the_later_is_overruled(tmp_path: Path) -> None:
    world = World(tmp_path)
    first, second = world.shops
    world.act(first, "invoice", 0, 100)
    world.settle_down()
    world.act(second, "amend", 0, 70)
    world.act(first, "cancel", 0, 0)
    world.server.push(second)
    world.server.push(first)
    world.settle_down()
    for shop in world.shops:
        rows = _dump_of(shop.books)
        assert [row[4] for row in rows["voucher"]] == ["posted"]
        assert [row[8] for row in rows["voucher"]] == [70]
        assert len(rows["correction"]) == 2
    world.close()


def test_two_receipts_on_one_bill_settle_in_the_firms_order(tmp_path: Path) -> None:
    world = World(tmp_path)
    first, second = world.shops
    world.act(first, "invoice", 0, 100)
    world.settle_down()
    world.act(first, "receipt", 0, 80)
    world.act(second, "receipt", 0, 60)
    world.server.push(second)
    world.settle_down()
    for shop in world.shops:
        rows = _dump_of(shop.books)
        assert sorted(row[-2] for row in rows["claim"]) == [-60, -40]
        assert [row[-1] for row in rows["on_account"]] == [-40]
        assert rows["standing"][0][1:] == (-40, 0, -40)
    world.close()
