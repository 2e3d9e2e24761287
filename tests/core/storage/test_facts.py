"""The log as it is read: own facts, placed facts, and the order of both."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import insert, select

from collectiq_desktop.core.domain.ids import DeviceId
from collectiq_desktop.core.domain.settlement import UNPLACED
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.facts import (
    PENDING,
    _pending,
    chain,
    count_facts,
    fact_of,
    facts_in_order,
    has_lost_places,
    head_of,
    highest_ordinal,
    is_void,
    note_nothing_pends,
    pending_facts,
    pending_ordinal,
    read_fact,
    unlinked_facts,
)
from collectiq_desktop.core.storage.places import Epoch, set_epochs, stretches_after
from collectiq_desktop.core.storage.writer import ChainHead
from collectiq_desktop.core.wire.codec import first_hash
from tests.core.looking import begin_order
from tests.plain_books import PlainBooks, fresh_books

LEDGER = """
    invoice  S/1  2026-05-01  Asha  100.00
    receipt  R/1  2026-05-03  Asha  130.00
"""


@pytest.fixture
def plain(tmp_path: Path) -> PlainBooks:
    made = fresh_books(tmp_path).write(LEDGER)
    begin_order(made.books)
    return made


def _place(
    plain: PlainBooks,
    device_seq: int,
    firm_seq: int,
    verdict: str = "accepted",
    *,
    epoch: int = 1,
) -> None:
    device_id = plain.books.identity.device_id
    link = tables.link.c
    with plain.books._database.write() as conn:
        statement = select(link.fact_id).where(link.device_seq == device_seq)
        fact_id = conn.execute(statement).scalar_one()
        row = (epoch, firm_seq, device_id, device_seq, fact_id, verdict, 1_000 + firm_seq, "")
        conn.execute(insert(tables.place).values(row))


def test_a_chain_without_links_begins_with_the_firm_and_the_device(plain: PlainBooks) -> None:
    firm_id, stranger = plain.books.identity.firm_id, DeviceId(b"x" * 16)
    with plain.books.reading() as conn:
        assert head_of(conn, firm_id, stranger) == ChainHead(0, first_hash(firm_id, stranger))


def test_own_facts_wait_at_the_end_until_they_are_placed(plain: PlainBooks) -> None:
    identity = plain.books.identity
    with plain.books.reading() as conn:
        head = head_of(conn, identity.firm_id, identity.device_id)
        assert highest_ordinal(conn, head, identity.device_id) == UNPLACED + 4
        orders = [ordered.ordinal for ordered in facts_in_order(conn)]
    assert orders == [UNPLACED + n for n in (1, 2, 3, 4)]
    for device_seq in (1, 2, 3, 4):
        _place(plain, device_seq, device_seq)
    with plain.books.reading() as conn:
        assert highest_ordinal(conn, head, identity.device_id) == 4
        assert highest_ordinal(conn, ChainHead(0, b""), DeviceId(b"x" * 16)) == 4


def test_placed_facts_come_first_with_verdict_and_instant(plain: PlainBooks) -> None:
    with plain.books.reading() as conn:
        kinds = [fact.kind for _link, fact in chain(conn) if fact is not None]
    _place(plain, 4, 8, "held")
    _place(plain, 2, 9)
    with plain.books.reading() as conn:
        found = list(facts_in_order(conn))
    now_at = plain.clock.now_at()
    assert [(fact.kind, *rest) for fact, *rest in found] == [
        (kinds[3], 8, "held", 1_008, ""),
        (kinds[1], 9, "accepted", 1_009, ""),
        (kinds[0], UNPLACED + 1, "accepted", now_at, ""),
        (kinds[2], UNPLACED + 3, "accepted", now_at, ""),
    ]


def test_a_fact_is_read_by_its_id(plain: PlainBooks) -> None:
    with plain.books.reading() as conn:
        assert count_facts(conn) == 4
        fact = read_fact(conn, plain.vouchers["S/1"])
        assert fact is not None
        assert (bytes(fact.fact_id), fact.kind) == (plain.vouchers["S/1"], "InvoicePosted")
        row = conn.execute(select(tables.fact).where(tables.fact.c.fact_id == fact.fact_id)).one()
        assert fact_of(row) == fact
        assert read_fact(conn, b"n" * 16) is None
        assert unlinked_facts(conn) == []


def test_a_fact_in_no_chain_is_found(plain: PlainBooks) -> None:
    row = (b"n" * 16, b"u" * 16, "FirmAmended", 1, "*", 0, 0, None, 0, b"\x80")
    with plain.books._database.write() as conn:
        conn.execute(insert(tables.fact).values(row))
    with plain.books.reading() as conn:
        assert unlinked_facts(conn) == [b"n" * 16]


def _begin(plain: PlainBooks, *line: tuple[int, int]) -> None:
    with plain.books._database.write() as conn:
        set_epochs(conn, [Epoch(*each) for each in line])


def _pends(plain: PlainBooks) -> tuple[bool, list[int]]:
    """Whether facts wait for a new place, as it is asked before each posting; their old places."""
    with plain.books.reading() as conn:
        return has_lost_places(conn), [each.ordinal - PENDING for each in pending_facts(conn)]


def _old(epoch: int, firm_seq: int) -> int:
    return pending_ordinal(epoch, firm_seq) - PENDING


def test_what_a_restored_server_lost_waits_until_it_is_placed_again(plain: PlainBooks) -> None:
    for device_seq in (1, 2, 3, 4):
        _place(plain, device_seq, device_seq)
    assert _pends(plain) == (False, [])
    _begin(plain, (1, 0), (5, 2))
    assert _pends(plain) == (True, [_old(1, 3), _old(1, 4)])
    _place(plain, 4, 3, epoch=5)
    assert _pends(plain) == (True, [_old(1, 3)])
    _place(plain, 3, 4, epoch=5)
    assert _pends(plain) == (False, [])


def test_places_of_an_epoch_that_the_firm_never_had_are_lost(plain: PlainBooks) -> None:
    _place(plain, 1, 1)
    _place(plain, 2, 2, epoch=3)
    _begin(plain, (1, 0), (7, 1))
    assert _pends(plain) == (True, [_old(3, 2)])


def test_that_nothing_waits_is_noted_until_the_next_epoch(plain: PlainBooks) -> None:
    _place(plain, 1, 1)
    _place(plain, 2, 2)
    _begin(plain, (1, 0), (5, 1))
    with plain.books._database.write() as conn:
        note_nothing_pends(conn)
    assert _pends(plain)[0]
    _place(plain, 2, 2, epoch=5)
    with plain.books._database.write() as conn:
        note_nothing_pends(conn)
        conn.exec_driver_sql("CREATE TEMP TABLE place (hidden INTEGER)")
        # It is known without a look at the places, which are hidden here.
        assert not has_lost_places(conn)
        conn.exec_driver_sql("DROP TABLE place")
    _begin(plain, (1, 0), (5, 1), (9, 1))
    assert _pends(plain) == (True, [_old(5, 2)])


@pytest.mark.one_engine
def test_only_lost_places_are_looked_at(plain: PlainBooks) -> None:
    """The plan reaches places by epoch and number, whatever the firm has of them."""
    with plain.books.reading() as conn:
        asked = _pending().limit(1)
        sql = asked.compile(dialect=conn.dialect, compile_kwargs={"literal_binds": True})
        plan = [row[3] for row in conn.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}")]
    by_number = "SEARCH place USING INDEX sqlite_autoindex_place_1 (epoch=? AND firm_seq>?)"
    assert by_number in plan
    assert [line for line in plan if line.startswith("SCAN")] == [
        "SCAN CONSTANT ROW",
        # The first epoch, one row.
        "SCAN place USING COVERING INDEX sqlite_autoindex_place_1",
        "SCAN here",
        "SCAN here",
    ]


def test_the_places_that_hold_are_reached_by_epoch_and_number(plain: PlainBooks) -> None:
    """The stretches hold exactly the places that are not void, in order."""
    for epoch, firm_seq in ((1, 1), (1, 2), (1, 3), (5, 2), (5, 3), (5, 4), (9, 4), (9, 5)):
        _place(plain, 1 + firm_seq % 4, firm_seq, epoch=epoch)
    _begin(plain, (1, 0), (5, 1), (9, 3))
    place = tables.place.c
    with plain.books.reading() as conn:
        valid = select(place.epoch, place.firm_seq).where(~is_void()).order_by(place.firm_seq)
        holding = [tuple(row) for row in conn.execute(valid)]
        for after in range(6):
            found = []
            for stretch in stretches_after(conn, after):
                here = (
                    place.epoch == stretch.epoch,
                    place.firm_seq > stretch.after_firm_seq,
                    place.firm_seq <= stretch.upto_firm_seq,
                )
                rows = conn.execute(select(place.epoch, place.firm_seq).where(*here))
                found += sorted(tuple(row) for row in rows)
            assert found == [each for each in holding if each[1] > after]
        assert holding == [(1, 1), (5, 2), (5, 3), (9, 4), (9, 5)]
