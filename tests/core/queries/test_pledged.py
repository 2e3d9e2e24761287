"""What a party promised and gave in cheques, in three sums, on both engines."""

from __future__ import annotations

from datetime import date, timedelta

from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.queries.pledged import Pledged, PledgedBy
from collectiq_desktop.core.services.cheques import (
    BounceCheque,
    ClearCheque,
    DepositCheque,
    ReceiveCheque,
)
from collectiq_desktop.core.services.promises import MakePromise
from tests.core.looking import fact_id, voucher_id
from tests.plain_books import PlainBooks

TODAY = date(2026, 11, 22)


def _promise(plain: PlainBooks, paise: int, days: int) -> None:
    command = MakePromise(
        fact_id=fact_id(plain),
        party_id=plain.parties["Asha"],
        amount_paise=paise,
        promised_on=TODAY + timedelta(days=days),
    )
    plain.run(command)


def _cheque(plain: PlainBooks, paise: int, number: str) -> FactId:
    command = ReceiveCheque(
        fact_id=fact_id(plain),
        party_id=plain.parties["Asha"],
        amount_paise=paise,
        number=number,
        cheque_on=TODAY + timedelta(days=1),
    )
    plain.run(command)
    return command.fact_id


def _deposited(plain: PlainBooks, paise: int, number: str) -> FactId:
    cheque_id = _cheque(plain, paise, number)
    plain.clock.move(days=1)
    plain.run(DepositCheque(voucher_id=voucher_id(plain), cheque_id=cheque_id))
    plain.clock.move(days=-1)
    return cheque_id


def test_only_what_is_still_open_counts(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-11-01  Asha  10,000.00
    invoice  S/2  2026-11-01  Bina  10,000.00
    """
    plain = plain_books
    _promise(plain, 300_00, 0)
    _promise(plain, 500_00, 4)
    plain.write("receipt  R/1  2026-11-22  Asha  100.00")
    _cheque(plain, 1_000_00, "1")
    bounced, cleared = _deposited(plain, 70_00, "2"), _deposited(plain, 80_00, "3")
    plain.clock.move(days=1)
    plain.run(BounceCheque(voucher_id=voucher_id(plain), cheque_id=bounced, reason="no funds"))
    plain.run(ClearCheque(fact_id=fact_id(plain), cheque_id=cleared))
    found = plain.ask(PledgedBy(party_id=plain.parties["Asha"]))
    assert (found.in_hand_count, found.in_hand_paise) == (1, 1_000_00)
    assert (found.bounced_count, found.bounced_paise) == (1, 70_00)
    # The cleared cheque of 80 and the receipt of 100 came for the first promise.
    assert found.promised_paise == 300_00 - 180_00 + 500_00
    assert found.promised_by_on == TODAY + timedelta(days=4)


def test_a_kept_or_broken_promise_is_none_any_more(plain_books: PlainBooks) -> None:
    """invoice  S/1  2026-11-01  Asha  10,000.00"""
    plain = plain_books
    _promise(plain, 300_00, 0)
    plain.clock.move(days=10)
    assert plain.ask(PledgedBy(party_id=plain.parties["Asha"])) == Pledged()


def test_of_nobody_nothing(plain_books: PlainBooks) -> None:
    assert plain_books.ask(PledgedBy(party_id=PartyId(b"x" * 16))) == Pledged()
