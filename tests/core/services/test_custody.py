"""Cash with agents: it stays with them until it is counted in, blind, and signed."""

from __future__ import annotations

from typing import Any

import pytest

from collectiq_desktop.core.domain.custody import LATE_AFTER_MS, is_late
from collectiq_desktop.core.domain.errors import BadInput, NotFound, Refused
from collectiq_desktop.core.domain.ids import UserId, VoucherId
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.domain.vouchers import Mode, Pieces
from collectiq_desktop.core.queries.accounts import TrialBalance
from collectiq_desktop.core.queries.custody import AgentCash, CashMoves, Custody, Handovers
from collectiq_desktop.core.services.custody import CountedIn, CountInCash, SignCash
from collectiq_desktop.core.services.journals import PostContra
from collectiq_desktop.core.services.receipts import RecordReceipt
from tests.core.looking import fact_id, postings_of, prove, refused, run_twice, voucher_id
from tests.people import employ
from tests.plain_books import PlainBooks


@pytest.fixture
def ravi(plain_books: PlainBooks) -> UserId:
    employ(plain_books, "Owner", Role.ADMIN)
    return employ(plain_books, "Ravi", Role.AGENT)


def collect(plain: PlainBooks, agent_id: UserId, paise: int, **said: Any) -> VoucherId:
    command = RecordReceipt(
        voucher_id=voucher_id(plain),
        party_id=plain.party_id("Asha"),
        amount_paise=paise,
        agent_id=agent_id,
        **said,
    )
    collected: VoucherId = plain.run(command).voucher_id
    return collected


def count_in(plain: PlainBooks, agent_id: UserId, *pieces: Pieces, **said: Any) -> CountedIn:
    command = CountInCash(voucher_id=voucher_id(plain), agent_id=agent_id, counted=pieces, **said)
    counted: CountedIn = run_twice(plain, command)
    return counted


def cash_of(plain: PlainBooks, agent_id: UserId) -> AgentCash:
    [agent] = plain.ask(Custody(agent_id=agent_id)).agents
    return agent


def test_cash_stays_with_the_agent_and_the_rest_does_not(
    plain_books: PlainBooks, ravi: UserId
) -> None:
    plain = plain_books
    cash = collect(plain, ravi, 30_000)
    by_upi = collect(plain, ravi, 20_000, mode=Mode.UPI)
    assert postings_of(plain, cash) == [("agents", 30_000), ("Asha", -30_000)]
    assert postings_of(plain, by_upi)[0] == ("bank", 20_000)
    held = cash_of(plain, ravi)
    assert (held.agent, held.held_paise, held.dues_paise) == ("Ravi", 30_000, 0)
    assert [move.amount_paise for move in plain.ask(CashMoves(agent_id=ravi))] == [30_000]
    prove(plain)


def test_a_blind_hand_over_that_is_500_short(plain_books: PlainBooks, ravi: UserId) -> None:
    plain = plain_books
    collect(plain, ravi, 10_00_000)
    collect(plain, ravi, 2_50_000)
    counted = count_in(plain, ravi, Pieces(500, 20), Pieces(200, 10), Pieces(100, 0))
    assert (counted.expected_paise, counted.counted_paise) == (12_50_000, 12_00_000)
    assert counted.short_paise == 500_00
    assert postings_of(plain, counted.voucher_id) == [
        ("cash", 12_00_000),
        ("agents", -12_50_000),
        ("agent_dues", 500_00),
    ]
    held = cash_of(plain, ravi)
    assert (held.held_paise, held.dues_paise, held.unsigned_count) == (0, 500_00, 1)
    [line] = plain.ask(Handovers(agent_id=ravi))
    assert (line.short_paise, line.is_agreed, line.counted) == (
        500_00,
        None,
        (Pieces(500, 20), Pieces(200, 10)),
    )
    sheet = plain.ask(TrialBalance())
    assert sheet.difference_paise == 0
    run_twice(plain, SignCash(fact_id=fact_id(plain), voucher_id=counted.voucher_id))
    [line] = plain.ask(Handovers())
    assert line.is_agreed is True
    assert cash_of(plain, ravi).unsigned_count == 0
    prove(plain)


def test_what_is_too_much_stands_for_the_agent(plain_books: PlainBooks, ravi: UserId) -> None:
    plain = plain_books
    collect(plain, ravi, 10_000)
    counted = count_in(plain, ravi, Pieces(100, 1), Pieces(50, 1))
    assert counted.short_paise == -5_000
    assert cash_of(plain, ravi).dues_paise == -5_000
    prove(plain)


def test_an_agent_may_hand_over_a_part(plain_books: PlainBooks, ravi: UserId) -> None:
    plain = plain_books
    collect(plain, ravi, 50_000)
    counted = count_in(plain, ravi, Pieces(200, 1), declared_paise=20_000)
    assert counted.short_paise == 0
    assert cash_of(plain, ravi).held_paise == 30_000


def test_since_when_the_cash_is_there(plain_books: PlainBooks, ravi: UserId) -> None:
    plain = plain_books
    first_at = plain.clock.now_at()
    collect(plain, ravi, 10_000)
    plain.clock.move(ms=LATE_AFTER_MS)
    collect(plain, ravi, 20_000)
    assert cash_of(plain, ravi).oldest_at == first_at
    assert not is_late(first_at, plain.clock.now_at())
    plain.clock.move(ms=1)
    assert is_late(cash_of(plain, ravi).oldest_at, plain.clock.now_at())
    count_in(plain, ravi, Pieces(100, 1), declared_paise=10_000)
    assert cash_of(plain, ravi).oldest_at == first_at + LATE_AFTER_MS
    count_in(plain, ravi, Pieces(200, 1))
    assert cash_of(plain, ravi).oldest_at is None


def test_an_agent_takes_cash_to_the_bank_himself(plain_books: PlainBooks, ravi: UserId) -> None:
    plain = plain_books
    collect(plain, ravi, 10_000)
    common: dict[str, Any] = {"amount_paise": 10_000, "from_code": "agents", "to_code": "bank"}
    nobody = PostContra(voucher_id=voucher_id(plain), **common)
    assert refused(plain, nobody, BadInput).field == "agent"
    plain.run(PostContra(voucher_id=voucher_id(plain), agent_id=ravi, **common))
    assert cash_of(plain, ravi).held_paise == 0
    assert plain.ask(Handovers()) == ()
    prove(plain)


def test_what_cannot_be_counted_in_is_refused(plain_books: PlainBooks, ravi: UserId) -> None:
    plain = plain_books

    def counted(agent_id: UserId, *pieces: Pieces) -> CountInCash:
        return CountInCash(voucher_id=voucher_id(plain), agent_id=agent_id, counted=pieces)

    assert refused(plain, counted(ravi), BadInput).field == "counted"
    assert refused(plain, counted(ravi, Pieces(3, 1)), BadInput).field == "counted"
    assert refused(plain, counted(UserId(b"?" * 16), Pieces(5, 1)), NotFound).field == "agent"
    unknown = SignCash(fact_id=fact_id(plain), voucher_id=VoucherId(b"?" * 16))
    assert refused(plain, unknown, NotFound).field == "voucher"
    collect(plain, ravi, 500)
    done = count_in(plain, ravi, Pieces(5, 1))
    plain.run(SignCash(fact_id=fact_id(plain), voucher_id=done.voucher_id, is_agreed=False))
    again = SignCash(fact_id=fact_id(plain), voucher_id=done.voucher_id)
    assert refused(plain, again, Refused).field == "voucher"
