"""Promises and visits through the books: kept by receipts, broken by returned cheques."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from collectiq_desktop.core.domain.errors import BadInput, NotFound, Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.domain.promises import PromiseState
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.domain.vouchers import BillKey
from collectiq_desktop.core.queries.promises import (
    Pauses,
    PromiseLine,
    Promises,
    PromisesDueOn,
    PromisesOf,
)
from collectiq_desktop.core.queries.visits import Visits
from collectiq_desktop.core.services.cheques import BounceCheque, DepositCheque
from collectiq_desktop.core.services.promises import MakePromise, NoteVisit, WithdrawPromise
from tests.core.looking import fact_id, prove, refused, run_twice, voucher_id
from tests.core.services.elsewhere import Elsewhere
from tests.plain_books import PlainBooks

TODAY = date(2026, 11, 22)


def promise(plain: PlainBooks, paise: int, days: int = 3, **said: Any) -> FactId:
    command = MakePromise(
        fact_id=fact_id(plain),
        party_id=plain.party_id("Asha"),
        amount_paise=paise,
        promised_on=TODAY + timedelta(days=days),
        **said,
    )
    made: FactId = run_twice(plain, command)
    return made


def only(plain: PlainBooks) -> PromiseLine:
    [line] = plain.ask(Promises()).lines
    return line


def test_a_promise_is_kept_by_the_receipts_until_its_day(plain_books: PlainBooks) -> None:
    """invoice  S/1  2026-10-01  Asha  1,000.00"""
    plain = plain_books
    promise(plain, 60_000, note="after the fair")
    line = only(plain)
    assert (line.state, line.until_on, line.note) == (
        PromiseState.WAITING,
        date(2026, 11, 27),
        "after the fair",
    )
    assert [pause.until_on for pause in plain.ask(Pauses())] == [line.until_on]
    plain.clock.move(days=1)
    plain.write("receipt  R/1  2026-11-23  Asha  200.00")
    assert (only(plain).state, only(plain).paid_paise) == (PromiseState.WAITING, 20_000)
    assert [pause.amount_paise for pause in plain.ask(Pauses())] == [40_000]
    plain.write("receipt  R/2  2026-11-23  Asha  400.00")
    assert only(plain).state is PromiseState.KEPT
    assert plain.ask(Pauses()) == ()
    assert only(plain).rate == (1, 0, 0)
    prove(plain)


def test_a_promise_without_money_is_broken_after_the_grace(plain_books: PlainBooks) -> None:
    """invoice  S/1  2026-10-01  Asha  1,000.00"""
    plain = plain_books
    promise(plain, 60_000)
    plain.clock.move(days=3)
    sheet = plain.ask(Promises())
    assert (sheet.due.promises_count, sheet.late.promises_count) == (1, 0)
    plain.clock.move(days=2)
    assert plain.ask(Promises()).late.amount_paise == 60_000
    assert [line.party for line in plain.ask(PromisesDueOn())] == ["Asha"]
    plain.clock.move(days=1)
    sheet = plain.ask(Promises())
    assert [line.state for line in sheet.lines] == [PromiseState.BROKEN]
    assert sheet.broken.promises_count == 1
    word = plain.ask(PromisesOf(party_id=plain.parties["Asha"]))
    assert (word.rate, word.paused_until_on) == ((0, 0, 1), None)
    assert plain.ask(PromisesDueOn()) == ()


def test_a_returned_cheque_breaks_the_promise_that_it_had_kept(plain_books: PlainBooks) -> None:
    """invoice  S/1  2026-10-01  Asha  1,000.00"""
    plain = plain_books
    promise(plain, 60_000)
    plain.write("receipt  R/1  2026-11-22  Asha  600.00  cheque")
    assert only(plain).state is PromiseState.KEPT
    cheque_id = FactId(plain.vouchers["R/1"])
    plain.run(DepositCheque(voucher_id=voucher_id(plain), cheque_id=cheque_id))
    plain.run(BounceCheque(voucher_id=voucher_id(plain), cheque_id=cheque_id, reason="no funds"))
    assert only(plain).paid_paise == 0
    prove(plain)


def test_a_promise_on_a_bill_looks_at_that_bill(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-10-01  Asha  100.00
    invoice  S/2  2026-10-02  Asha  100.00
    """
    plain = plain_books
    promise(plain, 10_000, bill=BillKey(plain.vouchers["S/2"], 1))
    assert only(plain).bill_number == "SA01/26/000002"
    plain.write("receipt  R/1  2026-11-22  Asha  100.00")
    assert only(plain).paid_paise == 0
    plain.write("receipt  R/2  2026-11-22  Asha  100.00")
    assert only(plain).state is PromiseState.KEPT


def test_a_promise_noted_by_mistake_counts_no_more(plain_books: PlainBooks) -> None:
    """party  Asha"""
    plain = plain_books
    promise_id = promise(plain, 100)
    command = WithdrawPromise(fact_id=fact_id(plain), promise_id=promise_id, reason="other party")
    run_twice(plain, command)
    assert plain.ask(Promises()).lines == ()
    assert plain.ask(PromisesOf(party_id=plain.parties["Asha"])).last is None
    again = WithdrawPromise(fact_id=fact_id(plain), promise_id=promise_id, reason="again")
    assert refused(plain, again, Refused).field == "promise"
    nobody = WithdrawPromise(fact_id=fact_id(plain), promise_id=FactId(b"?" * 16), reason="x")
    assert refused(plain, nobody, NotFound).field == "promise"
    prove(plain)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"amount_paise": 0}, "amount"),
        ({"promised_on": TODAY - timedelta(days=1)}, "promised_on"),
        ({"promised_on": TODAY + timedelta(days=400)}, "promised_on"),
        ({"on": TODAY + timedelta(days=1)}, "on"),
        ({"note": "x" * 501}, "note"),
    ],
)
def test_what_is_no_promise_is_refused(
    plain_books: PlainBooks, said: dict[str, Any], field: str
) -> None:
    """party  Asha"""
    plain = plain_books
    usual: dict[str, Any] = {"amount_paise": 100, "promised_on": TODAY + timedelta(days=1)}
    command = MakePromise(fact_id=fact_id(plain), party_id=plain.parties["Asha"], **(usual | said))
    assert refused(plain, command, BadInput).field == field


def test_a_visit_is_noted_with_its_outcome(plain_books: PlainBooks) -> None:
    """party  Asha"""
    plain = plain_books
    asha = plain.parties["Asha"]
    command = NoteVisit(fact_id=fact_id(plain), party_id=asha, outcome=Outcome.SHUT, note="at 11")
    run_twice(plain, command)
    [line] = plain.ask(Visits(party_id=asha))
    assert (line.outcome, line.note, line.on) == ("shut", "at 11", TODAY)
    nobody = NoteVisit(fact_id=fact_id(plain), party_id=PartyId(b"?" * 16), outcome=Outcome.PAID)
    assert refused(plain, nobody, NotFound).field == "party"
    prove(plain)


@pytest.mark.parametrize("verdict", ["held", "overruled"])
def test_what_the_server_gives_no_effect_is_not_shown(
    plain_books: PlainBooks, verdict: str
) -> None:
    """party  Asha"""
    plain = plain_books
    elsewhere = Elsewhere(plain)
    elsewhere.place_own()
    promise(plain, 100)
    plain.run(
        NoteVisit(fact_id=fact_id(plain), party_id=plain.parties["Asha"], outcome=Outcome.REFUSED)
    )
    elsewhere.place_own(verdict)
    assert plain.ask(Promises()).lines == ()
    assert plain.ask(Visits()) == ()
    prove(plain)
