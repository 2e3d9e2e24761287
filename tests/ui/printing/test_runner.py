"""The loop that prints: nothing lost, nothing printed twice unmarked, saving never waits."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any

import pytest

from collectiq_desktop.core.domain.errands import (
    LEASE_MS,
    Document,
    ErrandId,
    ErrandPromise,
    ErrandState,
    PrintOrder,
)
from collectiq_desktop.core.domain.papers import InvoicePaper, ReceiptPaper
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.statement import Statement
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.errands import ErrandLine, Errands
from collectiq_desktop.core.services.errands import PromiseErrands
from collectiq_desktop.gateways.printers.delivery import NotPrinted
from collectiq_desktop.gateways.printers.setup import PrinterSetup
from collectiq_desktop.ui.printing.runner import PrintRunner
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.printing.standins import SETUP, Alarms, Heard, InlineLane, Papers


@dataclass
class Room:
    """Everything around a runner."""

    plain: PlainBooks
    desk: InlineDesk
    lane: InlineLane
    alarms: Alarms
    heard: Heard
    papers: Papers
    setup: PrinterSetup
    runner: PrintRunner

    def promise(self, name: str = "R/1", **values: Any) -> ErrandId:
        known = {"document": Document.RECEIPT, "subject_id": self.plain.vouchers.get(name)}
        errand_id = ErrandId(self.plain.ids.mint())
        promise = ErrandPromise(errand_id=errand_id, order=PrintOrder(**(known | values)))
        self.desk.run(PromiseErrands(errands=(promise,)))
        return errand_id

    def line(self, errand_id: ErrandId) -> ErrandLine:
        rows = self.plain.ask(Errands(is_over=True)).rows
        return next(row for row in rows if row.errand_id == errand_id)

    def state(self, errand_id: ErrandId) -> ErrandState:
        return self.line(errand_id).state


@pytest.fixture
def room(plain_books: PlainBooks, inline: InlineDesk) -> Room:
    plain_books.write(
        "invoice  S/1  2026-11-19  Asha Stores  900.00\n"
        "receipt  R/1  2026-11-20  Asha Stores  500.00"
    )
    return _room(plain_books, inline)


def _room(plain: PlainBooks, desk: InlineDesk) -> Room:
    lane, alarms, heard, papers = InlineLane(), Alarms(), Heard(), Papers()
    made = Room(plain, desk, lane, alarms, heard, papers, SETUP, None)  # type: ignore[arg-type]
    made.runner = PrintRunner(
        desk,
        lane,
        clock=plain.clock,
        alarm=alarms,
        listener=heard,
        setup=lambda: made.setup,
        carry=papers.carry,
    )
    return made


def test_what_is_promised_is_printed_in_its_order(room: Room) -> None:
    first = room.promise()
    second = room.promise("S/1", document=Document.INVOICE)
    third = room.promise(document=Document.STATEMENT, subject_id=room.plain.parties["Asha Stores"])
    room.runner.pump()
    assert [type(record) for record in room.papers.out] == [ReceiptPaper, InvoicePaper, Statement]
    assert {room.state(each) for each in (first, second, third)} == {ErrandState.DONE}
    assert [lease.errand_id for lease, _printer in room.heard.out] == [first, second, third]
    assert room.alarms.set_to == []


def test_a_reprint_says_duplicate(room: Room) -> None:
    room.promise()
    room.runner.pump()
    room.promise()
    room.runner.pump()
    assert [record.is_duplicate for record in room.papers.out] == [False, True]  # type: ignore[union-attr]


def test_a_printer_without_paper_is_tried_again_when_it_is_time(room: Room) -> None:
    errand_id = room.promise()
    room.papers.failing = [NotPrinted(say("No paper."))]
    room.runner.pump()
    assert room.heard.troubles == ["No paper."]
    assert (room.state(errand_id), room.alarms.set_to) == (ErrandState.FAILED, [15_000])
    room.plain.clock.move(ms=15_000)
    room.runner.pump()
    assert room.state(errand_id) is ErrandState.DONE
    assert not room.heard.out[0][0].is_duplicate


def test_half_a_paper_makes_the_next_a_duplicate(room: Room) -> None:
    room.promise()
    room.papers.failing = [NotPrinted(say("Cable."), is_uncertain=True)]
    room.runner.pump()
    room.plain.clock.move(ms=15_000)
    room.runner.pump()
    assert room.heard.out[0][0].is_duplicate


def test_one_printer_in_trouble_does_not_stop_the_rest(room: Room) -> None:
    bad = room.promise(printer="Gone")
    good = room.promise("S/1", document=Document.INVOICE)
    room.runner.pump()
    assert (room.state(bad), room.state(good)) == (ErrandState.FAILED, ErrandState.DONE)
    assert "no printer “Gone”" in room.heard.troubles[0]


def test_a_cancelled_receipt_is_given_up(room: Room) -> None:
    errand_id = room.promise()
    room.plain.write("cancel  R/1  entered twice")
    room.runner.pump()
    assert room.state(errand_id) is ErrandState.GIVEN_UP
    assert "is cancelled" in room.heard.troubles[0]


def test_a_fault_of_ours_is_logged_and_tried_again(
    room: Room, caplog: pytest.LogCaptureFixture
) -> None:
    errand_id = room.promise()
    room.papers.failing = [ZeroDivisionError("nobody thought of it")]
    room.runner.pump()
    assert room.state(errand_id) is ErrandState.FAILED
    assert room.line(errand_id).is_uncertain
    assert "nobody thought of it" in caplog.text
    caplog.clear()


def test_a_crash_between_print_and_report_prints_once_more_as_a_duplicate(room: Room) -> None:
    errand_id = room.promise()
    room.lane.is_holding = True
    room.runner.pump()
    assert room.state(errand_id) is ErrandState.LEASED
    after_the_crash = _room(room.plain, room.desk)
    after_the_crash.runner.pump()
    assert after_the_crash.papers.out == []
    assert after_the_crash.alarms.set_to == [LEASE_MS]
    room.plain.clock.move(ms=LEASE_MS)
    after_the_crash.runner.pump()
    [record] = after_the_crash.papers.out
    assert isinstance(record, ReceiptPaper)
    assert record.is_duplicate
    assert room.state(errand_id) is ErrandState.DONE


def test_a_promise_made_while_printing_is_not_forgotten(room: Room) -> None:
    room.promise()
    room.lane.is_holding = True
    room.runner.pump()
    room.promise("S/1", document=Document.INVOICE)
    room.runner.books_changed(Touched(nouns={Noun.ERRAND}), initiator=None)
    room.lane.release()
    assert len(room.papers.out) == 2


def test_only_errands_of_others_wake_it(room: Room) -> None:
    room.promise()
    room.runner.books_changed(Touched(nouns={Noun.VOUCHER}), initiator=None)
    room.runner.books_changed(Touched(nouns={Noun.ERRAND}), initiator=room.runner)
    assert room.papers.out == []
    room.runner.books_changed(Touched(nouns={Noun.ERRAND}), initiator=None)
    assert len(room.papers.out) == 1


def test_a_stopped_runner_takes_nothing(room: Room) -> None:
    errand_id = room.promise()
    room.runner.stop()
    room.runner.pump()
    assert room.state(errand_id) is ErrandState.DUE


def test_closed_before_it_was_printed_is_no_duplicate_tomorrow(room: Room) -> None:
    errand_id = room.promise()
    room.desk.is_holding = True
    room.runner.pump()
    room.runner.stop()
    room.desk.release()
    assert room.papers.out == []
    line = room.line(errand_id)
    assert (line.state, line.is_uncertain) == (ErrandState.FAILED, False)
    assert "closed before" in line.last_problem


def test_closed_while_it_is_printed_is_still_reported(room: Room) -> None:
    errand_id = room.promise()
    room.lane.is_holding = True
    room.runner.pump()
    room.runner.stop()
    room.lane.release()
    assert room.state(errand_id) is ErrandState.DONE


def test_books_that_do_not_answer_are_asked_again_later(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    room.promise()
    trouble = NotPrinted(say("The books are busy."))

    def fail(*_args: object, failed: Any, **_values: object) -> None:
        failed(trouble)

    monkeypatch.setattr(room.desk, "run", fail)
    room.runner.pump()
    assert room.alarms.set_to == [60_000]
    monkeypatch.undo()
    monkeypatch.setattr(room.desk, "ask", fail)
    room.setup = replace(room.setup, printers=())
    room.runner.pump()
    assert room.alarms.set_to == [60_000, 60_000]
