"""The agent: each exchange ends as something that a person can be told, and none as an error."""

from __future__ import annotations

import pytest
from sqlalchemy import update

from collectiq_desktop.core.domain.calendar import ymd_of
from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.verdicts import Reason
from collectiq_desktop.core.queries.syncing import Held, Sync, SyncDevices, Unsent
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.seen import seen
from collectiq_desktop.sync.agent import Agent, Reached
from collectiq_desktop.sync.comparing import compare_days
from collectiq_desktop.sync.ended import Outcome, last_ended
from collectiq_desktop.sync.exchange import Exchanged
from collectiq_desktop.sync.stopping import ExchangeStopped
from tests.firms import PROGRAM, TestFirm
from tests.plain_books import outstanding

LEDGER = """
    party    Asha Stores  code AS  30 days
    invoice  S/1  2026-11-20  Asha Stores  10,000.00
    receipt  R/1  2026-11-21  Asha Stores   4,000.00  upi
"""


def test_what_one_counter_records_the_other_has_after_both_exchanged(firm: TestFirm) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    one.exchange()
    one.plain.write(LEDGER)
    before = one.books.ask(Sync())
    ended = one.exchange()
    two.exchange()
    two.plain.parties |= one.plain.parties

    assert (before.unsent_count, before.oldest_unsent_at) == (3, one.plain.clock.now_at())
    assert ended.outcome is Outcome.DONE
    assert (ended.pushed_count, ended.pulled_count) == (3, 3)
    assert one.books.ask(Sync()).unsent_count == 0
    assert outstanding(two.plain, "Asha Stores") == "6,000.00"


def test_a_cut_line_is_told_and_loses_nothing(firm: TestFirm) -> None:
    shop = firm.enrol("One")
    shop.exchange()
    shop.plain.write(LEDGER)
    shop.wire.is_cut = True

    assert shop.exchange().outcome is Outcome.LINE_DOWN
    assert [line.number for line in shop.books.ask(Unsent())][1:] == [
        "SA01/26/000001",
        "RA01/26/000001",
    ]

    shop.wire.is_cut = False
    assert shop.exchange().pushed_count == 3


def test_a_revoked_counter_still_pushes_and_is_told(firm: TestFirm) -> None:
    shop = firm.enrol("One")
    shop.exchange()
    firm.revoke(shop)
    shop.plain.write(LEDGER)

    assert shop.exchange().outcome is Outcome.REVOKED
    with firm.server.reading() as conn:
        held = conn.execute(tables.held.select()).all()
    assert [row.reason for row in held] == [Reason.REVOKED] * 3


def test_a_key_that_is_not_here_is_told(firm: TestFirm) -> None:
    shop = firm.enrol("One")

    def reach() -> Reached:
        raise BooksTrouble(say("the key is not here"))

    ended = Agent(books=shop.books, reach=reach, program=PROGRAM).exchange()

    assert (ended.outcome, ended.told) == (Outcome.NO_KEY, "the key is not here")


def test_a_bug_ends_the_exchange_and_nothing_else(
    firm: TestFirm, caplog: pytest.LogCaptureFixture
) -> None:
    shop = firm.enrol("One")

    def reach() -> Reached:
        raise ZeroDivisionError

    ended = Agent(books=shop.books, reach=reach, program=PROGRAM).exchange()

    assert (ended.outcome, ended.detail) == (Outcome.TROUBLE, "ZeroDivisionError")
    assert "An exchange broke off." in caplog.text
    caplog.clear()


def test_a_stopped_exchange_ends_between_two_slices_and_goes_on_later(firm: TestFirm) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    one.plain.write("\n".join(f"party  Party {n}" for n in range(200)))
    one.exchange()
    two.agent._slicing.places = 20

    def tell(done: Exchanged) -> None:
        if done.pulled_count > 0:
            two.agent.stop.set()

    with pytest.raises(ExchangeStopped):
        two.agent.exchange(tell)
    with pytest.raises(ExchangeStopped):
        two.agent.exchange()
    some = two.books.ask(Sync()).firm_seq
    two.agent.stop.clear()
    two.exchange()

    assert 0 < some < 200 < two.books.ask(Sync()).firm_seq


def test_a_needed_repair_is_made_once_and_healed(
    firm: TestFirm, caplog: pytest.LogCaptureFixture
) -> None:
    shop = firm.enrol("One")
    shop.exchange()
    shop.plain.write(LEDGER)
    shop.exchange()
    spoil_standing(shop.books)

    ended = shop.exchange()

    assert (ended.outcome, ended.is_repaired) == (Outcome.DONE, True)
    assert "rebuilding" in caplog.text
    caplog.clear()


def test_what_a_rebuild_does_not_heal_is_an_alarm_that_names_the_first_day(
    firm: TestFirm, caplog: pytest.LogCaptureFixture
) -> None:
    shop = firm.enrol("One")
    shop.exchange()
    shop.plain.write(LEDGER)
    shop.exchange()
    spoil_standing(firm.server)
    with firm.server.writing() as (writer, _context):
        later = tables.voucher.c.voucher_on == 20261121
        writer.conn.execute(update(tables.voucher).where(later).values(amount_paise=1))

    ended = shop.exchange()
    again = shop.exchange()

    assert (ended.outcome, ended.differs_from_on) == (Outcome.DIFFERS, 20261121)
    assert again.outcome is Outcome.DIFFERS
    assert caplog.text.count("rebuilding") == 1
    caplog.clear()


def test_days_are_compared_branch_by_branch(firm: TestFirm) -> None:
    firm.add_branch("B", "Surat")
    one, two = firm.enrol("One"), firm.enrol("Two", "B")
    one.exchange()
    one.plain.write(LEDGER)
    two.exchange()
    two.plain.write("invoice  S/9  2026-11-20  Binod & Sons  500.00")
    two.exchange()

    today = one.plain.clock.today_on()
    days = compare_days(one.books, one.wire, today.replace(day=1), today)

    assert [(ymd_of(each.on), each.branch_id, *each[2:]) for each in days] == [
        (20261120, "B", 0, 0, 1, 50_000),
        (20261120, "MAIN", 1, 1_000_000, 0, 0),
        (20261121, "MAIN", 1, 400_000, 0, 0),
    ]
    one.exchange()
    assert all(
        each.is_equal for each in compare_days(one.books, one.wire, today.replace(day=1), today)
    )


def test_idle_exchanges_are_kept_seldom_and_others_always(firm: TestFirm) -> None:
    shop = firm.enrol("One")
    for _time in range(3):
        shop.exchange()
    assert len(last_ended(shop.books)) == 1
    shop.plain.clock.move(ms=6 * 60_000)
    shop.exchange()
    shop.plain.write("party  Asha Stores")
    shop.exchange()

    assert [ended.pushed_count for ended in last_ended(shop.books)] == [1, 0, 0]


def test_devices_are_known_with_when_they_were_seen_last(firm: TestFirm) -> None:
    one, two = firm.enrol("One"), firm.enrol("Two")
    one.exchange()
    firm.clock.move(ms=3_600_000)
    two.exchange()
    two.plain.clock.move(days=1)
    firm.clock.move(days=1)
    one.plain.clock.move(days=1)
    one.plain.write("party  Asha Stores")
    one.exchange()

    with one.books.reading() as conn:
        told = seen(conn)
    found = {each.name: each for each in one.books.ask(SyncDevices())}
    assert list(found) == ["One", "Two", "Head office"]
    assert (found["One"].is_own, found["Two"].is_own) == (True, False)
    assert found["One"].facts_count == 1
    assert told[found["One"].device_id] - told[found["Two"].device_id] == 86_400_000


def test_own_held_facts_are_told_with_their_reason(firm: TestFirm) -> None:
    shop = firm.enrol("One")
    shop.exchange()
    other = firm.enrol("Two")
    other.exchange()
    shop.plain.write(LEDGER)
    firm.revoke(shop)
    shop.exchange()
    other.exchange()

    lines = other.books.ask(Held())

    assert [(line.fact.kind, line.fact.amount_paise, line.is_own) for line in lines] == [
        ("PartyAdded", 0, False),
        ("InvoicePosted", 1_000_000, False),
        ("ReceiptRecorded", 400_000, False),
    ]
    assert {line.reason for line in lines} == {Reason.REVOKED}
    assert lines[0].fact.party == "Asha Stores"


def spoil_standing(books: object) -> None:
    """What no bug is known to do: the standing says another sum."""
    with books.writing() as (writer, _context):  # type: ignore[attr-defined]
        wrong = tables.branch_standing.c.balance_paise + 1
        writer.conn.execute(update(tables.branch_standing).values(balance_paise=wrong))
