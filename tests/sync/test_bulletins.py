"""Bulletins: the newest wins everywhere, nobody gets what is not for them, nothing stays lost."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.bulletins import EVERYBODY, MAX_VALUE_BYTES, Audience
from collectiq_desktop.core.queries.bulletins import BulletinsLike
from collectiq_desktop.core.services import bulletins
from collectiq_desktop.core.services.bulletins import told_of
from collectiq_desktop.core.storage.bulletins import bulletin_at
from collectiq_desktop.core.storage.dump import dump
from collectiq_desktop.core.wire.peer import MAX_BULLETINS, PeerRefused, PushedBulletins
from sync_server.book_peer import BookPeer, begin_epoch
from tests.firms import SERVER_KEY, Shop, TestFirm

MINUTE_MS = 60_000
DAY_MS = 86_400_000


def read(books: Books, prefix: str = "") -> dict[str, bytes]:
    return {each.key: each.value for each in books.ask(BulletinsLike(prefix=prefix))}


def rest(*shops: Shop) -> None:
    """Exchange until everybody knows everything."""
    for shop in shops * 2:
        assert shop.exchange().outcome.value == "done"


@contextmanager
def lost(firm: TestFirm) -> Iterator[None]:
    """What the server hears within is lost: its file is put back as it was before."""
    path, kept = firm.folder / "server.collectiq", firm.folder / "kept.collectiq"
    firm.server.close()
    shutil.copy(path, kept)
    firm.server = Books.open(path, firm.around)
    yield
    firm.server.close()
    shutil.copy(kept, path)
    firm.server = Books.open(path, firm.around)
    begin_epoch(firm.server, SERVER_KEY)


def peer(firm: TestFirm, shop: Shop) -> BookPeer:
    return BookPeer(firm.server, shop.books.identity.device_id, SERVER_KEY)


def test_the_newest_wins_at_every_counter_and_at_the_server(firm: TestFirm) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    rest(one, two)
    one.books.publish("risk asha", b"low")
    two.plain.clock.move(ms=5)
    two.books.publish("risk asha", b"high")
    one.books.publish("note", b"only one's")
    rest(one, two)
    for books in (one.books, two.books, firm.server):
        assert read(books) == {"note": b"only one's", "risk asha": b"high"}

    one.books.publish("risk asha", b"low again")
    rest(one, two)
    assert read(two.books, "risk ") == {"risk asha": b"low again"}


def test_what_is_withdrawn_is_read_by_nobody(firm: TestFirm) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    one.books.publish("a", b"said")
    rest(one, two)
    two.books.publish("a", b"")
    rest(two, one)
    assert read(one.books) == {}


def test_nothing_is_asked_where_there_is_no_news(firm: TestFirm) -> None:
    one = firm.enrol("One")
    one.books.publish("a", b"1")
    rest(one)
    one.books.publish("a", b"1")
    one.wire.asked.clear()
    one.exchange()
    assert one.wire.asked == ["hello", "pull"]


def test_a_server_says_something_too(firm: TestFirm) -> None:
    one = firm.enrol("One")
    firm.server.publish("from above", b"hello")
    rest(one)
    assert read(one.books) == {"from above": b"hello"}


def test_only_the_audience_gets_a_value_and_loses_it_when_it_is_narrowed(firm: TestFirm) -> None:
    firm.add_branch("B", "Second shop")
    one, two = firm.enrol("One"), firm.enrol("Two")
    there = firm.enrol("There", "B", ("B",))
    rest(one, two, there)
    named = Audience(device_ids=(two.books.identity.device_id,))
    one.books.publish("for B", b"b", Audience(branches=("B",)))
    one.books.publish("for Two", b"2", named)
    one.books.publish("for all", b"all")
    rest(one, two, there)
    assert read(one.books) == {"for B": b"b", "for Two": b"2", "for all": b"all"}
    assert read(two.books) == {"for B": b"b", "for Two": b"2", "for all": b"all"}
    assert read(there.books) == {"for B": b"b", "for all": b"all"}

    one.plain.clock.move(ms=1)
    one.books.publish("for all", b"all", named)
    rest(one, two, there)
    assert read(there.books) == {"for B": b"b"}
    assert read(two.books)["for all"] == b"all"


def test_a_counter_speaks_for_its_own_branches_only(firm: TestFirm) -> None:
    firm.add_branch("B", "Second shop")
    there, one = firm.enrol("There", "B", ("B",)), firm.enrol("One")
    there.books.publish("ours", b"x", Audience(branches=("B",)))
    there.books.publish("everybody's", b"x")
    rest(there, one)
    assert read(one.books) == {"ours": b"x"}
    there.wire.asked.clear()
    there.exchange()
    assert "publish" not in there.wire.asked


def test_a_clock_that_is_ahead_wins_for_five_minutes_only(firm: TestFirm) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    one.plain.clock.move(ms=30 * DAY_MS)
    one.books.publish("a", b"from the future")
    rest(one, two)
    for clock in (firm.clock, two.plain.clock):
        clock.move(ms=6 * MINUTE_MS)
    two.books.publish("a", b"now")
    rest(two, one)
    assert read(one.books) == read(two.books) == {"a": b"now"}


def test_a_clock_that_is_behind_still_says_something_newer(firm: TestFirm) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    one.books.publish("a", b"first")
    rest(one, two)
    two.plain.clock.move(ms=-3 * DAY_MS)
    two.books.publish("a", b"second")
    rest(two, one)
    assert read(one.books) == {"a": b"second"}


def test_what_a_restored_server_lost_comes_back_from_whoever_has_it(firm: TestFirm) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    one.books.publish("old", b"1")
    rest(one, two)
    with lost(firm):
        one.books.publish("new", b"1")
        one.plain.clock.move(ms=1)
        one.books.publish("old", b"2")
        firm.server.publish("server's", b"1")
        rest(one, two)
    # Not its author, but whoever has it, and with the author's signature.
    rest(two)
    assert read(firm.server) == {"new": b"1", "old": b"2", "server's": b"1"}
    with firm.server.reading() as conn:
        row = bulletin_at(conn, "new")
    assert row is not None
    assert row.device_id == one.books.identity.device_id
    rest(one)
    assert read(one.books) == read(firm.server)


def test_a_clamped_one_that_is_sent_again_does_not_beat_what_replaced_it(firm: TestFirm) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    one.plain.clock.move(ms=DAY_MS)
    with lost(firm):
        one.books.publish("a", b"clamped")
        rest(one)
        for clock in (firm.clock, two.plain.clock):
            clock.move(ms=6 * MINUTE_MS)
        two.books.publish("a", b"replaced it")
        rest(two)
    firm.clock.move(ms=DAY_MS)
    rest(one, two)
    assert read(firm.server) == read(one.books) == {"a": b"replaced it"}


def test_it_survives_a_restart_and_a_rebuild_and_is_in_no_dump(firm: TestFirm) -> None:
    one = firm.enrol("One")
    rest(one)
    with one.books.reading() as conn:
        before = list(dump(conn))
    one.books.publish("a", b"1")
    one.books.rebuild()
    with one.books.reading() as conn:
        assert list(dump(conn)) == before
    one.books.close()
    again = Books.open(one.books.at, firm.around)
    assert read(again) == {"a": b"1"}
    again.close()


def test_forged_ones_change_nothing(firm: TestFirm) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    rest(one, two)
    one.books.publish("a", b"1")
    rest(one, two)
    with firm.server.reading() as conn:
        row = bulletin_at(conn, "a")
    assert row is not None
    told = told_of(row)
    later = told.written_at + 1
    spoilt = [
        replace(told, value=b"2"),
        replace(told, written_at=later, ranked_at=later),
        replace(told, key="b"),
        replace(told, key="a\0"),
        replace(told, key=""),
        replace(told, branches=("B C",)),
        replace(told, device_ids=(b"short",)),
        replace(told, device_id=two.books.identity.device_id),
        replace(told, device_id=b"nobody's device!"),
        replace(told, value=None),
        replace(told, value=b"x" * (MAX_VALUE_BYTES + 1)),
    ]
    taken = peer(firm, two).publish(PushedBulletins(bulletins=tuple(spoilt)))
    assert [each.arrival for each in taken.taken] == [-1] * len(spoilt)
    assert read(firm.server) == {"a": b"1"}
    with pytest.raises(PeerRefused, match="corrupt"):
        peer(firm, two).publish(PushedBulletins(bulletins=(told,) * (MAX_BULLETINS + 1)))


def test_the_server_cannot_put_words_into_a_counters_mouth(firm: TestFirm) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    one.books.publish("a", b"1")
    rest(one, two)
    with two.books.writing() as (writer, context):
        row = bulletin_at(writer.conn, "a")
        assert row is not None
        forged = told_of(row._replace(value=b"2", ranked_at=row.ranked_at + 1, arrival=9))
        bulletins.take_told(writer, context, [forged])
    assert read(two.books) == {"a": b"1"}


def test_a_revoked_counter_publishes_nothing_and_hears_nothing(firm: TestFirm) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    rest(one, two)
    firm.revoke(two)
    two.books.publish("a", b"1")
    two.exchange()
    one.books.publish("b", b"1")
    rest(one)
    two.exchange()
    assert read(firm.server) == {"b": b"1"}
    assert read(two.books) == {"a": b"1"}


def test_many_and_large_ones_go_in_several_messages(firm: TestFirm) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    said = {f"large {n:02}": bytes([n]) * MAX_VALUE_BYTES for n in range(20)}
    said |= {f"small {n:03}": b"s" for n in range(600)}
    with one.books.writing() as (writer, context):
        for key, value in said.items():
            assert bulletins.put(writer, context, key, value)
    rest(one, two)
    assert read(two.books) == said
    assert two.wire.asked.count("bulletins") >= 3


KEYS = st.sampled_from(["a", "b", "c"])
STEPS = st.one_of(
    st.tuples(st.just("put"), st.integers(0, 2), KEYS, st.binary(max_size=2)),
    st.tuples(st.just("exchange"), st.integers(0, 2), KEYS, st.just(b"")),
    st.tuples(st.just("clock"), st.integers(0, 2), KEYS, st.sampled_from([b"+", b"-"])),
    st.tuples(st.just("rebuild"), st.integers(0, 2), KEYS, st.just(b"")),
)


@given(
    before=st.lists(STEPS, max_size=8), within=st.lists(STEPS, max_size=8), is_lost=st.booleans()
)
@settings(max_examples=12, deadline=None)
def test_whatever_happens_everybody_ends_at_the_same(
    before: list[tuple[str, int, str, bytes]],
    within: list[tuple[str, int, str, bytes]],
    is_lost: bool,
) -> None:
    with TemporaryDirectory() as folder:
        firm = TestFirm(Path(folder))
        shops = [firm.enrol(f"Shop {n}") for n in range(3)]
        said: dict[str, set[bytes]] = {}

        def play(steps: list[tuple[str, int, str, bytes]]) -> None:
            for verb, n, key, value in steps:
                shop = shops[n]
                if verb == "put":
                    shop.books.publish(key, value, EVERYBODY)
                    said.setdefault(key, set()).add(value)
                elif verb == "exchange":
                    shop.exchange()
                elif verb == "rebuild":
                    shop.books.rebuild()
                else:
                    shop.plain.clock.move(ms=DAY_MS if value == b"+" else -DAY_MS)
                firm.clock.move(ms=1)

        play(before)
        if is_lost:
            with lost(firm):
                play(within)
        else:
            play(within)
        rest(*shops)
        found = [read(each) for each in (firm.server, *(shop.books for shop in shops))]
        assert all(each == found[0] for each in found)
        for key, values in said.items():
            assert found[0].get(key, b"") in values
        firm.close()
