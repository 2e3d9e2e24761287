"""Errands in real books: promised with the command, carried out once, told as a fact."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import select, update

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errands import (
    LEASE_MS,
    TRIES_AT_MOST,
    Document,
    ErrandId,
    ErrandPromise,
    ErrandState,
    Lease,
    PrintOrder,
)
from collectiq_desktop.core.domain.errors import BadInput, Clash, NotFound, Refused
from collectiq_desktop.core.domain.ids import DeviceId, VoucherId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.touched import Noun
from collectiq_desktop.core.queries.errands import (
    CountErrands,
    ErrandLine,
    Errands,
    NextErrandAt,
    PrintsCount,
)
from collectiq_desktop.core.services.errands import (
    CompletePrint,
    FailErrand,
    GiveUpErrand,
    PromiseErrands,
    RetryErrand,
    TakeErrand,
    WithErrands,
)
from collectiq_desktop.core.services.places import take_places
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.dump import dump
from collectiq_desktop.core.storage.facts import fact_of
from collectiq_desktop.core.storage.sqlite import FileAt
from collectiq_desktop.core.wire.codec import Link
from collectiq_desktop.core.wire.peer import PlacedLink
from tests.core.looking import file_of
from tests.engines import copied
from tests.fakes import CountingIds
from tests.plain_books import PlainBooks, fresh_books

SECOND = 1_000


def _order(plain: PlainBooks, name: str = "R/1", **values: Any) -> PrintOrder:
    known = {"document": Document.RECEIPT, "subject_id": plain.vouchers[name], "printer": "Till"}
    return PrintOrder(**(known | values))


def _promise(plain: PlainBooks, order: PrintOrder, due_at: int | None = None) -> ErrandPromise:
    return ErrandPromise(errand_id=ErrandId(plain.ids.mint()), order=order, due_at=due_at)


def _promised(plain: PlainBooks, order: PrintOrder | None = None) -> ErrandId:
    promise = _promise(plain, order or _order(plain))
    plain.run(PromiseErrands(errands=(promise,)))
    return promise.errand_id


def _take(plain: PlainBooks) -> Lease | None:
    lease: Lease | None = plain.run(TakeErrand())
    return lease


def _taken(plain: PlainBooks) -> Lease:
    lease = _take(plain)
    assert lease is not None
    return lease


def _done(lease: Lease) -> CompletePrint:
    return CompletePrint(
        errand_id=lease.errand_id,
        paper="80mm",
        printer="Till",
        copy_number=lease.copy_number,
        is_duplicate=lease.is_duplicate,
    )


def _line(plain: PlainBooks, errand_id: bytes) -> ErrandLine:
    lines = plain.ask(Errands(is_over=True)).rows
    return next(line for line in lines if line.errand_id == errand_id)


def _facts(plain: PlainBooks) -> list[tuple[str, bytes]]:
    with plain.books.reading() as conn:
        rows = conn.execute(select(tables.fact.c.kind, tables.fact.c.fact_id))
        return [(kind, id_) for kind, id_ in rows if kind in {"DocumentPrinted", "ErrandGivenUp"}]


@pytest.fixture
def shop(plain_books: PlainBooks) -> PlainBooks:
    return plain_books.write("receipt  R/1  2026-11-20  Asha Stores  500.00")


# Promised -------------------------------------------------------------------------------


def _receipt(plain: PlainBooks) -> tuple[RecordReceipt, ErrandPromise]:
    voucher_id = VoucherId(plain.ids.mint())
    party_id = plain.party_id("Asha Stores")
    command = RecordReceipt(voucher_id=voucher_id, party_id=party_id, amount_paise=100)
    order = PrintOrder(document=Document.RECEIPT, subject_id=voucher_id)
    return command, _promise(plain, order)


def test_a_receipt_and_its_print_are_written_together(plain_books: PlainBooks) -> None:
    command, promise = _receipt(plain_books)
    outcome = plain_books.books.run(WithErrands(command=command, errands=(promise,)))
    assert outcome.result.number == "RA01/26/000001"
    assert {Noun.VOUCHER, Noun.ERRAND} <= outcome.touched.nouns
    line = _line(plain_books, promise.errand_id)
    assert (line.state, line.number, line.party) == (
        ErrandState.DUE,
        "RA01/26/000001",
        "Asha Stores",
    )


def test_the_same_again_promises_nothing_twice(plain_books: PlainBooks) -> None:
    command, promise = _receipt(plain_books)
    both = WithErrands(command=command, errands=(promise,))
    first = plain_books.run(both)
    assert plain_books.run(both) == first
    assert len(plain_books.ask(Errands()).rows) == 1


def test_a_refused_receipt_leaves_no_errand(plain_books: PlainBooks) -> None:
    command, promise = _receipt(plain_books)
    refused = WithErrands(command=replace(command, amount_paise=0), errands=(promise,))
    with pytest.raises(BadInput):
        plain_books.run(refused)
    assert plain_books.ask(Errands()).rows == ()


def test_an_errand_that_cannot_be_takes_its_receipt_along(plain_books: PlainBooks) -> None:
    command, promise = _receipt(plain_books)
    elsewhere = replace(promise.order, subject_id=VoucherId(b"?" * 16))
    wrong = WithErrands(command=command, errands=(replace(promise, order=elsewhere),))
    with pytest.raises(NotFound, match="not in the books"):
        plain_books.run(wrong)
    with plain_books.books.reading() as conn:
        assert conn.execute(select(tables.voucher.c.voucher_id)).all() == []


def test_errands_of_many_commands(plain_books: PlainBooks) -> None:
    pairs = [_receipt(plain_books) for _ in range(3)]
    commands = (WithErrands(command=command, errands=(promise,)) for command, promise in pairs)
    list(plain_books.books.run_many(commands, 3))
    assert plain_books.ask(CountErrands()).waiting_count == 3


def test_a_statement_is_about_a_party(shop: PlainBooks) -> None:
    order = PrintOrder(document=Document.STATEMENT, subject_id=shop.parties["Asha Stores"])
    errand_id = _promised(shop, order)
    assert (_line(shop, errand_id).number, _line(shop, errand_id).party) == ("", "Asha Stores")


def test_a_statement_of_nobody_is_refused(shop: PlainBooks) -> None:
    with pytest.raises(NotFound, match="The statement to be printed is not in the books"):
        _promised(shop, _order(shop, document=Document.STATEMENT))


# Carried out ----------------------------------------------------------------------------


def test_taken_printed_and_told(shop: PlainBooks) -> None:
    errand_id = _promised(shop)
    lease = _taken(shop)
    assert (lease.errand_id, lease.order, lease.try_number) == (errand_id, _order(shop), 1)
    assert not lease.is_duplicate
    shop.run(_done(lease))
    assert _facts(shop) == [("DocumentPrinted", errand_id)]
    assert _line(shop, errand_id).state is ErrandState.DONE
    printed = PrintsCount(document=Document.RECEIPT, subject_id=shop.vouchers["R/1"])
    assert shop.ask(printed) == 1
    assert _take(shop) is None


def test_told_twice_counts_once(shop: PlainBooks) -> None:
    _promised(shop)
    lease = _taken(shop)
    shop.run(_done(lease))
    shop.run(_done(lease))
    assert len(_facts(shop)) == 1


def test_a_reprint_says_duplicate_and_counts_on(shop: PlainBooks) -> None:
    _promised(shop)
    shop.run(_done(_taken(shop)))
    _promised(shop)
    again = _taken(shop)
    assert (again.is_duplicate, again.copy_number) == (True, 2)


def test_a_leased_errand_is_nobody_elses(shop: PlainBooks) -> None:
    _promised(shop)
    _taken(shop)
    shop.clock.move(ms=LEASE_MS - 1)
    assert _take(shop) is None


def test_an_ended_lease_is_due_again_and_says_duplicate(shop: PlainBooks) -> None:
    errand_id = _promised(shop)
    _taken(shop)
    shop.clock.move(ms=LEASE_MS)
    again = _taken(shop)
    assert (again.errand_id, again.try_number, again.is_duplicate) == (errand_id, 2, True)
    assert "stopped while this was being printed" in _line(shop, errand_id).last_problem


def test_the_one_due_longest_comes_first(shop: PlainBooks) -> None:
    now_at = shop.clock.at
    later = _promise(shop, _order(shop), due_at=now_at - 1)
    sooner = _promise(shop, _order(shop), due_at=now_at - 2)
    not_yet = _promise(shop, _order(shop), due_at=now_at + 1)
    shop.run(PromiseErrands(errands=(not_yet, later, sooner)))
    assert _taken(shop).errand_id == sooner.errand_id
    assert _taken(shop).errand_id == later.errand_id
    assert _take(shop) is None
    assert shop.ask(NextErrandAt()) == now_at + 1


# Failed ---------------------------------------------------------------------------------


def test_a_failed_one_waits_and_is_tried_again(shop: PlainBooks) -> None:
    errand_id = _promised(shop)
    _taken(shop)
    shop.run(FailErrand(errand_id=errand_id, problem=say("The printer is switched off.")))
    line = _line(shop, errand_id)
    assert (line.state, line.last_problem) == (
        ErrandState.FAILED,
        "The printer is switched off.",
    )
    assert shop.ask(NextErrandAt()) == shop.clock.at + 15 * SECOND
    assert _take(shop) is None
    shop.clock.move(ms=15 * SECOND)
    again = _taken(shop)
    assert (again.try_number, again.is_duplicate) == (2, False)


def test_half_a_print_makes_the_next_one_a_duplicate(shop: PlainBooks) -> None:
    errand_id = _promised(shop)
    _taken(shop)
    shop.run(FailErrand(errand_id=errand_id, problem=say("Paper is out."), is_uncertain=True))
    shop.clock.move(ms=15 * SECOND)
    assert _taken(shop).is_duplicate


def test_after_the_last_try_it_is_given_up(shop: PlainBooks) -> None:
    errand_id = _promised(shop)
    for _ in range(TRIES_AT_MOST):
        shop.clock.move(days=1)
        _taken(shop)
        shop.run(FailErrand(errand_id=errand_id, problem=say("No paper.")))
    assert _facts(shop) == [("ErrandGivenUp", errand_id)]
    shop.clock.move(days=1)
    assert _take(shop) is None
    assert shop.ask(CountErrands()).given_up_count == 1


def test_crashing_for_ever_is_given_up_too(shop: PlainBooks) -> None:
    errand_id = _promised(shop)
    for _ in range(TRIES_AT_MOST):
        _taken(shop)
        shop.clock.move(ms=LEASE_MS)
    assert _take(shop) is None
    assert _facts(shop) == [("ErrandGivenUp", errand_id)]


def test_what_can_never_be_printed_is_given_up_at_once(shop: PlainBooks) -> None:
    errand_id = _promised(shop)
    _taken(shop)
    shop.run(FailErrand(errand_id=errand_id, problem=say("It is cancelled."), is_final=True))
    assert _line(shop, errand_id).state is ErrandState.GIVEN_UP


def test_a_failure_told_late_changes_nothing(shop: PlainBooks) -> None:
    errand_id = _promised(shop)
    shop.run(_done(_taken(shop)))
    shop.run(FailErrand(errand_id=errand_id, problem=say("Too late.")))
    assert _line(shop, errand_id).state is ErrandState.DONE


def test_a_person_tries_again_at_once(shop: PlainBooks) -> None:
    errand_id = _promised(shop)
    _taken(shop)
    shop.run(FailErrand(errand_id=errand_id, problem=say("Switched off.")))
    shop.run(RetryErrand(errand_id=errand_id))
    assert _taken(shop).try_number == 1


def test_a_person_gives_up(shop: PlainBooks) -> None:
    errand_id = _promised(shop)
    shop.run(GiveUpErrand(errand_id=errand_id))
    assert _facts(shop) == [("ErrandGivenUp", errand_id)]
    with pytest.raises(Clash, match="given up before"):
        shop.run(CompletePrint(errand_id=errand_id, paper="A4", printer=""))
    with pytest.raises(Refused, match="is over"):
        shop.run(RetryErrand(errand_id=errand_id))


def test_what_is_being_printed_is_left_alone(shop: PlainBooks) -> None:
    errand_id = _promised(shop)
    _taken(shop)
    for command in (RetryErrand(errand_id=errand_id), GiveUpErrand(errand_id=errand_id)):
        with pytest.raises(Refused, match="being printed now"):
            shop.run(command)


def test_an_errand_that_is_not_there(shop: PlainBooks) -> None:
    with pytest.raises(NotFound, match="look at the list again"):
        shop.run(RetryErrand(errand_id=ErrandId(b"?" * 16)))


# Restored, copied, rebuilt --------------------------------------------------------------


def _as_another_device(shop: PlainBooks) -> None:
    with shop.books._database.write() as conn:
        conn.execute(update(tables.errand).values(device_id=b"another device..."))


def test_another_devices_errand_is_not_run_here(shop: PlainBooks) -> None:
    errand_id = _promised(shop)
    _as_another_device(shop)
    assert _take(shop) is None
    assert shop.ask(NextErrandAt()) is None
    assert not _line(shop, errand_id).is_own
    with pytest.raises(Refused, match="Another counter"):
        shop.run(RetryErrand(errand_id=errand_id))


def test_a_restored_file_that_hears_of_the_print_runs_it_no_more(
    tmp_path: Path, shop: PlainBooks
) -> None:
    """The backup was taken while the errand was due; its own fact comes back by pull."""
    errand_id = _promised(shop)
    if isinstance(shop.books.at, FileAt):
        file_of(shop.books).fold_in()
    backup = copied(shop.books.at, tmp_path / "backup.ciq")
    shop.run(_done(_taken(shop)))
    with shop.books.reading() as conn:
        joined = select(tables.link, tables.fact).join(
            tables.fact, tables.fact.c.fact_id == tables.link.c.fact_id
        )
        row = conn.execute(joined.where(tables.fact.c.fact_id == errand_id)).one()
    restored = Books.open(backup, Surroundings(clock=shop.clock, ids=CountingIds(10**6)))
    placement = PlacedLink(
        firm_seq=1,
        epoch=1,
        link=Link(*row[:5]),
        verdict="held",
        effective_at=row.recorded_at,
        fact=fact_of(row[5:]),
    )
    with restored.writing() as (writer, context):
        take_places(writer, context, [placement])
    assert restored.run(TakeErrand()).result is None
    assert restored.ask(Errands()).rows == ()
    asked = PrintsCount(document=Document.RECEIPT, subject_id=shop.vouchers["R/1"])
    assert restored.ask(asked) == 1
    restored.close()


def test_a_rebuild_keeps_errands_and_counts_prints_again(shop: PlainBooks) -> None:
    _promised(shop)
    shop.run(_done(_taken(shop)))
    waiting = _promised(shop)
    with shop.books.reading() as conn:
        before = dump(conn)
    shop.books.rebuild()
    with shop.books.reading() as conn:
        assert dump(conn) == before
    lease = _taken(shop)
    assert (lease.errand_id, lease.is_duplicate) == (waiting, True)
    assert shop.books.verify().ok


def test_rows_of_old_prints_go_and_their_facts_stay(shop: PlainBooks) -> None:
    first = _promised(shop)
    shop.run(_done(_taken(shop)))
    shop.clock.move(days=31)
    _promised(shop)
    shop.run(_done(_taken(shop)))
    assert first not in {line.errand_id for line in shop.ask(Errands(is_over=True)).rows}
    shop.run(PromiseErrands(errands=(ErrandPromise(errand_id=first, order=_order(shop)),)))
    assert _take(shop) is None
    assert len(_facts(shop)) == 2


def test_the_facts_name_this_device_and_branch(shop: PlainBooks) -> None:
    errand_id = _promised(shop)
    shop.run(_done(_taken(shop)))
    with shop.books.reading() as conn:
        fact = conn.execute(select(tables.fact).where(tables.fact.c.fact_id == errand_id)).one()
    assert fact.branches == "MAIN"
    assert DeviceId(shop.books.identity.device_id) in fact.body


ACTS = st.sampled_from(
    ["promise", "wait", "print", "print", "fail", "crash", "print and crash", "half", "give up"]
)


def _carry(shop: PlainBooks, lease: Lease, act: str) -> list[bool]:
    """What a printer and a runner may do with a lease; the papers that came out."""
    if act == "print":
        shop.run(_done(lease))
    elif act in {"fail", "half"}:
        is_out = act == "half"
        shop.run(FailErrand(errand_id=lease.errand_id, problem=say("No."), is_uncertain=is_out))
    return [lease.is_duplicate] if act in {"print", "print and crash", "half"} else []


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(acts=st.lists(ACTS, max_size=20))
def test_nothing_is_printed_twice_unmarked(
    acts: list[str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Whatever happens: one outcome an errand, one paper without DUPLICATE at most."""
    shop = fresh_books(tmp_path_factory.mktemp("errands"))
    shop.write("receipt  R/1  2026-11-20  Asha Stores  500.00")
    errand_ids: list[ErrandId] = []
    papers: list[bool] = []
    for act in acts:
        if act == "promise":
            errand_ids.append(_promised(shop))
        elif act == "wait":
            shop.clock.move(ms=LEASE_MS)
        elif act == "give up":
            waiting = [line for line in shop.ask(Errands()).rows if line.state != "leased"]
            for line in waiting[:1]:
                shop.run(GiveUpErrand(errand_id=line.errand_id))
        else:
            lease = _take(shop)
            papers += _carry(shop, lease, act) if lease is not None else []
    facts = _facts(shop)
    assert papers.count(False) <= 1
    assert len({fact_id for _kind, fact_id in facts}) == len(facts)
    assert {fact_id for _kind, fact_id in facts} <= set(errand_ids)
    shop.books.close()
