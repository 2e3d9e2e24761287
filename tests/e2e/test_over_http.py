"""Two counters and a server over a port: what is said arrives, once, whatever the line does."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.attachments import MAX_BYTES
from collectiq_desktop.core.domain.ids import FactId, VoucherId
from collectiq_desktop.core.queries.attachments import AttachmentsOf
from collectiq_desktop.core.queries.bulletins import BulletinsLike
from collectiq_desktop.core.queries.exchange import count_unsent
from collectiq_desktop.core.services.attachments import AttachPicture
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.wire.peer import LineTrouble, PeerRefused
from collectiq_desktop.sync import enrolment
from collectiq_desktop.sync.parcels import export_unsent
from tests.core.looking import bills_of
from tests.e2e.cutting_proxy import CuttingProxy, Fate
from tests.e2e.running import Counter, RunningServer, same
from tests.fakes import CountingIds, FixedClock
from tests.plain_books import PlainBooks
from tests.sync_server.headquarters import fill


@pytest.fixture
def two(server: RunningServer, folder: Path) -> Iterator[tuple[Counter, Counter]]:
    """Two counters of the firm, both up to date."""
    counters = tuple(
        Counter.enrol(folder / name, server.address, server.code(name)) for name in ("one", "two")
    )
    for counter in counters:
        counter.exchange()
    yield counters  # type: ignore[misc]
    for counter in counters:
        counter.close()


def unsent(counter: Counter) -> int:
    with counter.books.reading() as conn:
        return count_unsent(conn, counter.books.identity.device_id)


def test_what_one_records_the_other_has(two: tuple[Counter, Counter]) -> None:
    one, other = two
    fill(one.books, 30)
    assert one.exchange().pushed_count == 31
    assert other.exchange().pulled_count == 31
    assert unsent(one) == 0
    assert same(one.books, other.books)


def test_what_one_publishes_the_other_reads(two: tuple[Counter, Counter]) -> None:
    one, other = two
    one.books.publish("e2e asha", b"late")
    one.exchange()
    other.exchange()
    assert [each.value for each in other.books.ask(BulletinsLike(prefix="e2e "))] == [b"late"]


def test_a_picture_that_one_attaches_the_other_sees(two: tuple[Counter, Counter]) -> None:
    one, other = two
    main = _plain(one.books)
    main.write("invoice  S/1  2025-04-01  Photo Stores  1,000.00")
    main.write("receipt  R/1  2025-05-01  Photo Stores  1,000.00  cheque")
    about_id = FactId(main.vouchers["R/1"])
    content = b"\xff\xd8\xff".ljust(MAX_BYTES, b"x")
    attaching = AttachPicture(
        fact_id=FactId(one.books.mint_id()), about_id=about_id, content=content
    )
    one.books.run(attaching)
    one.exchange()
    other.exchange()
    [seen] = other.books.ask(AttachmentsOf(about_id=about_id))
    assert seen.content == content


def test_an_exchange_again_has_nothing_to_do(two: tuple[Counter, Counter]) -> None:
    one, _other = two
    again = one.exchange()
    assert (again.pushed_count, again.differing) == (0, ())


# Each cut lies well inside its message: one that fell just behind it would cut
# an idle line, which the counter rightly opens anew without a word.
@pytest.mark.parametrize("verb", ["hello", "push", "pull"])
@pytest.mark.parametrize(
    "cut",
    [Fate(up_bytes=0), Fate(up_bytes=300), Fate(down_bytes=0), Fate(down_bytes=300)],
    ids=["never heard", "cut while speaking", "answer lost", "answer truncated"],
)
def test_a_cut_line_loses_and_doubles_nothing(
    server: RunningServer, two: tuple[Counter, Counter], cut: Fate, verb: str
) -> None:
    one, other = two
    fate = replace(cut, at=f"POST /v1/sync/{verb} ".encode())
    proxy = CuttingProxy(server.port, random.Random(1)).start()
    enrolment.move_head_office(one.books, proxy.address)
    fill(one.books, 12)
    proxy.befall(fate)
    with pytest.raises(LineTrouble):
        one.exchange()
    one.exchange()
    other.exchange()
    one.exchange()
    assert unsent(one) == 0
    assert same(one.books, other.books)
    proxy.stop()


def test_a_receipt_at_one_branch_closes_the_bill_of_another_at_both(
    server: RunningServer, folder: Path
) -> None:
    code = server.code("main", "--branches", "MAIN")
    at_main = Counter.enrol(folder / "main", server.address, code)
    code = server.code("bhuj", "--branch", "B", "--branches", "B,MAIN")
    at_bhuj = Counter.enrol(folder / "bhuj", server.address, code)
    code = server.code("kutch", "--branch", "B", "--branches", "B")
    elsewhere = Counter.enrol(folder / "kutch", server.address, code)
    counters = (at_main, at_bhuj, elsewhere)
    for counter in counters:
        counter.exchange()
    main, bhuj = _plain(at_main.books), _plain(at_bhuj.books)
    main.write("invoice  S/1  2025-04-01  Both Branches  1,000.00")
    at_main.exchange()
    at_bhuj.exchange()
    bhuj.parties, bhuj.vouchers = main.parties, main.vouchers
    bhuj.write("receipt  R/1  2025-05-01  Both Branches  1,000.00  cash  against S/1 1000.00")
    at_bhuj.exchange()
    for counter in counters:
        assert counter.exchange().differing == ()
    assert list(bills_of(main, "Both Branches").values()) == [0]
    assert list(bills_of(bhuj, "Both Branches").values()) == [0]
    assert list(bills_of(_plain(elsewhere.books), "Both Branches").values()) == []
    for counter in counters:
        assert counter.books.verify().ok
        counter.close()


def _plain(books: Books) -> PlainBooks:
    """The books of a counter, to be written to as plain text."""
    ids = CountingIds(int.from_bytes(books.identity.device_id[-4:], "big"))
    return PlainBooks(books, FixedClock(), ids)


def test_a_revoked_counter_still_sends_and_all_of_it_is_held(
    server: RunningServer, two: tuple[Counter, Counter]
) -> None:
    one, _other = two
    party_id = fill(one.books, 1)
    one.exchange()
    server.say("revoke", one.books.identity.device_id.hex(), "--reason", "stolen")
    voucher_id = VoucherId(one.books.mint_id())
    one.books.run(PostInvoice(voucher_id=voucher_id, party_id=party_id, amount_paise=777))
    with pytest.raises(PeerRefused) as refusal:
        one.exchange()
    assert refusal.value.word == "revoked"
    (held,) = [each for each in server.say("held")["held"] if each["amount_paise"] == 777]
    assert held["reason"] == "revoked"
    server.say("release", held["fact_id"], "--reason", "looked at")
    assert not [each for each in server.say("held")["held"] if each["amount_paise"] == 777]


def test_facts_are_carried_by_hand(
    server: RunningServer, two: tuple[Counter, Counter], folder: Path
) -> None:
    one, other = two
    fill(one.books, 9)
    parcel = folder / "unsent.facts"
    key = enrolment.key_of(one.books, one.keys)
    assert export_unsent(one.books, key, parcel) == 10
    assert server.say("take-in", str(parcel)) == {"facts": 10, "placed": 10}
    assert server.say("take-in", str(parcel)) == {"facts": 10, "placed": 0}
    other.exchange()
    assert one.exchange().pushed_count == 0
    assert same(one.books, other.books)


def test_a_server_that_stops_says_goodbye_and_goes_on_later(
    server: RunningServer, two: tuple[Counter, Counter]
) -> None:
    one, _other = two
    fill(one.books, 3)
    assert server.stop() == 0
    with pytest.raises(LineTrouble):
        one.exchange()
    server.start()
    one.exchange()
    assert unsent(one) == 0
