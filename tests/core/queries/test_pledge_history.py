"""What parties pledged, with the days on which it was known, on both engines."""

from __future__ import annotations

from datetime import date, timedelta

from collectiq_desktop.core.queries.pledge_history import PledgeHistory, PledgeRecords, PostDated
from collectiq_desktop.core.services.cheques import BounceCheque, DepositCheque, ReceiveCheque
from collectiq_desktop.core.services.promises import MakePromise, WithdrawPromise
from tests.core.looking import fact_id, voucher_id
from tests.plain_books import PlainBooks

TODAY = date(2026, 11, 22)


def _promise(plain: PlainBooks, name: str) -> MakePromise:
    command = MakePromise(
        fact_id=fact_id(plain),
        party_id=plain.party_id(name),
        amount_paise=500_00,
        promised_on=TODAY + timedelta(days=2),
    )
    plain.run(command)
    return command


def test_promises_with_the_receipts_that_may_keep_them(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-11-01  Asha  1,000.00
    receipt  R/0  2026-11-20  Asha  10.00
    """
    plain = plain_books
    promise = _promise(plain, "Asha")
    withdrawn = _promise(plain, "Bina")
    plain.run(WithdrawPromise(fact_id=fact_id(plain), promise_id=withdrawn.fact_id, reason="slip"))
    plain.clock.move(days=3)
    plain.write("receipt  R/1  2026-11-23  Asha  300.00")
    (word,) = plain.ask(PledgeHistory()).words
    assert word.party_id == plain.parties["Asha"]
    assert [each.promise_id for each in word.promises] == [promise.fact_id]
    (receipt,) = word.receipts
    assert (receipt.paid.amount_paise, receipt.paid.paid_on) == (300_00, date(2026, 11, 23))
    assert (receipt.known_on, receipt.gone_on) == (date(2026, 11, 25), None)
    assert list(receipt.paid.on_bills.values()) == [300_00]


def test_cheques_until_they_are_deposited_and_what_a_bounce_takes_back(
    plain_books: PlainBooks,
) -> None:
    """invoice  S/1  2026-11-01  Asha  1,000.00"""
    plain = plain_books
    cheque = ReceiveCheque(
        fact_id=fact_id(plain),
        party_id=plain.parties["Asha"],
        amount_paise=400_00,
        number="000777",
        cheque_on=TODAY + timedelta(days=1),
    )
    plain.run(cheque)
    waits = PostDated(cheque.party_id, 400_00, TODAY + timedelta(days=1), TODAY, None)
    assert plain.ask(PledgeHistory()) == PledgeRecords(words=(), cheques=(waits,))
    _promise(plain, "Asha")
    plain.clock.move(days=1)
    plain.run(DepositCheque(voucher_id=voucher_id(plain), cheque_id=cheque.fact_id))
    plain.clock.move(days=4)
    plain.run(
        BounceCheque(voucher_id=voucher_id(plain), cheque_id=cheque.fact_id, reason="no funds")
    )
    found = plain.ask(PledgeHistory())
    assert found.cheques == (waits._replace(ended_on=TODAY + timedelta(days=1)),)
    ((receipt,),) = (word.receipts for word in found.words)
    assert receipt.paid.paid_on == TODAY + timedelta(days=1)
    assert receipt.gone_on == TODAY + timedelta(days=5)
