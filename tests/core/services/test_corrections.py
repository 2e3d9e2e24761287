"""Amending and cancelling: what was posted stays in the log, what stands is the newest."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from collectiq_desktop.core.domain.errors import BadInput, Clash, NotFound, Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    Claim,
    Posting,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.services.corrections import AmendVoucher, CancelVoucher, Corrected
from collectiq_desktop.core.storage import tables
from tests.core.looking import (
    Sums,
    amendment,
    bills_of,
    cancellation,
    claims_of,
    everything,
    fact_id,
    newest_of,
    postings_of,
    prove,
    refused,
    run_twice,
    sums_of,
    voucher_id,
    voucher_of,
)
from tests.plain_books import PlainBooks

ONE, TWO = "SA01/26/000001", "SA01/26/000002"
RECEIPT = "RA01/26/000001"


def _standing(plain: PlainBooks, name: str) -> Voucher:
    return voucher_of(plain, plain.vouchers[name])


def _of_amount(voucher: Voucher, paise: int) -> Voucher:
    """The voucher for another sum; its claims, if any, keep theirs."""
    sign = 1 if voucher.postings[0].amount_paise > 0 else -1
    first, second = (posting.account_code for posting in voucher.postings)
    return replace(
        voucher,
        postings=(Posting(first, sign * paise), Posting(second, -sign * paise)),
        bills=tuple(bill._replace(amount_paise=paise) for bill in voucher.bills),
    )


def _state(plain: PlainBooks, name: str) -> str:
    column = tables.voucher.c
    statement = select(column.state).where(column.voucher_id == plain.vouchers[name])
    with plain.books.reading() as conn:
        return str(conn.execute(statement).scalar_one())


# Amending -------------------------------------------------------------------


def test_an_amended_invoice_stands_under_its_number(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    """
    plain = plain_books
    changed = replace(_of_amount(_standing(plain, "S/1"), 8_000), on=date(2026, 5, 2))
    result = run_twice(plain, amendment(plain, "S/1", changed))
    assert result == Corrected(voucher_id=plain.vouchers["S/1"], number=ONE)
    assert postings_of(plain, plain.vouchers["S/1"]) == [("Asha", 8_000), ("sales", -8_000)]
    assert bills_of(plain, "Asha") == {ONE: 8_000}
    assert sums_of(plain, "Asha") == Sums(8_000, 8_000, 0)
    assert _standing(plain, "S/1") == changed
    prove(plain)


def test_money_beyond_an_amended_bill_falls_on_account_and_comes_back(
    plain_books: PlainBooks,
) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    receipt  R/1  2026-05-02  Asha   90.00
    """
    plain = plain_books
    first = _standing(plain, "S/1")
    plain.run(amendment(plain, "S/1", _of_amount(first, 5_000)))
    assert claims_of(plain, plain.vouchers["R/1"]) == [(ONE, -9_000, -5_000)]
    assert sums_of(plain, "Asha") == Sums(-4_000, 0, -4_000)
    plain.run(amendment(plain, "S/1", first))
    assert claims_of(plain, plain.vouchers["R/1"]) == [(ONE, -9_000, -9_000)]
    assert sums_of(plain, "Asha") == Sums(1_000, 1_000, 0)
    prove(plain)


def test_an_amended_receipt_settles_after_those_before_it(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    receipt  R/1  2026-05-02  Asha   60.00
    receipt  R/2  2026-05-03  Asha   70.00
    """
    plain = plain_books
    assert claims_of(plain, plain.vouchers["R/2"]) == [(ONE, -4_000, -4_000)]
    first = _standing(plain, "R/1")
    changed = replace(
        _of_amount(first, 8_000), claims=(first.claims[0]._replace(amount_paise=-8_000),)
    )
    plain.run(amendment(plain, "R/1", changed))
    assert claims_of(plain, plain.vouchers["R/2"]) == [(ONE, -4_000, -4_000)]
    assert claims_of(plain, plain.vouchers["R/1"]) == [(ONE, -8_000, -6_000)]
    assert sums_of(plain, "Asha") == Sums(-5_000, 0, -5_000)
    prove(plain)


def test_a_receipt_moved_to_another_bill_frees_the_first(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    invoice  S/2  2026-05-02  Asha   70.00
    receipt  R/1  2026-05-03  Asha   50.00
    """
    plain = plain_books
    claims = (Claim(plain.vouchers["S/2"], 1, -5_000),)
    plain.run(amendment(plain, "R/1", replace(_standing(plain, "R/1"), claims=claims)))
    assert bills_of(plain, "Asha") == {ONE: 10_000, TWO: 2_000}
    prove(plain)


def test_an_invoice_given_to_another_party_leaves_the_firsts_money_on_account(
    plain_books: PlainBooks,
) -> None:
    """
    party    Bina
    invoice  S/1  2026-05-01  Asha  100.00
    receipt  R/1  2026-05-02  Asha   30.00
    """
    plain = plain_books
    changed = replace(_standing(plain, "S/1"), party_id=plain.parties["Bina"])
    plain.run(amendment(plain, "S/1", changed))
    assert sums_of(plain, "Asha") == Sums(-3_000, 0, -3_000)
    assert sums_of(plain, "Bina") == Sums(10_000, 10_000, 0)
    assert claims_of(plain, plain.vouchers["R/1"]) == [(ONE, -3_000, 0)]
    prove(plain)


def test_a_receipt_on_a_cancelled_bill_may_still_be_amended(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    receipt  R/1  2026-05-02  Asha   30.00
    cancel   S/1  wrong
    """
    plain = plain_books
    plain.run(amendment(plain, "R/1", replace(_standing(plain, "R/1"), narration="by hand")))
    assert claims_of(plain, plain.vouchers["R/1"]) == [("", -3_000, 0)]
    assert sums_of(plain, "Asha") == Sums(-3_000, 0, -3_000)
    prove(plain)


def test_amending_twice_goes_on_from_the_newest(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    """
    plain = plain_books
    first = _standing(plain, "S/1")
    for paise in (8_000, 9_000):
        seen = newest_of(plain, plain.vouchers["S/1"])
        command = amendment(plain, "S/1", _of_amount(first, paise))
        plain.run(replace(command, base_id=seen))
        assert newest_of(plain, plain.vouchers["S/1"]) == command.fact_id
    assert bills_of(plain, "Asha") == {ONE: 9_000}
    prove(plain)


def test_amending_what_somebody_else_amended_is_refused(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    """
    plain = plain_books
    seen = newest_of(plain, plain.vouchers["S/1"])
    changed = _of_amount(_standing(plain, "S/1"), 8_000)
    plain.run(amendment(plain, "S/1", changed))
    for command in (amendment(plain, "S/1", changed), cancellation(plain, "S/1")):
        error = refused(plain, replace(command, base_id=seen), Clash)
        assert (error.field, "look at it again first" in error.message) == ("voucher", True)


@pytest.mark.parametrize(
    ("changes", "kind", "field"),
    [
        ({"number": "SA01/26/000009"}, Refused, "number"),
        ({"kind": VoucherKind.DEBIT_NOTE}, Refused, "number"),
        ({"on": date(2026, 11, 23)}, BadInput, "on"),
        ({"on": date(1999, 1, 1)}, BadInput, "on"),
        ({"postings": (Posting(DEBTORS, 5), Posting("sales", -4))}, BadInput, "amount"),
        ({"postings": (Posting(DEBTORS, 5), Posting("nowhere", -5))}, NotFound, "account"),
        ({"party_id": PartyId(b"z" * 16)}, NotFound, "party"),
        ({"party_id": None}, NotFound, "party"),
        ({"claims": (Claim(VoucherId(b"n" * 16), 1, -5),)}, NotFound, "bills"),
    ],
)
def test_an_amendment_that_could_not_stand_is_refused(
    plain_books: PlainBooks, changes: dict[str, Any], kind: type[Refused], field: str
) -> None:
    plain = plain_books.write("invoice  S/1  2026-05-01  Asha  100.00")
    changed = replace(_standing(plain, "S/1"), **changes)
    assert refused(plain, amendment(plain, "S/1", changed), kind).field == field


def test_an_amendment_onto_another_partys_bill_is_refused(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    receipt  R/1  2026-05-02  Bina   30.00
    """
    plain = plain_books
    claims = (Claim(plain.vouchers["S/1"], 1, -3_000),)
    changed = replace(_standing(plain, "R/1"), claims=claims)
    assert refused(plain, amendment(plain, "R/1", changed), BadInput).field == "bills"


# Cancelling -----------------------------------------------------------------


def test_a_cancelled_invoice_leaves_its_number_and_frees_the_money(
    plain_books: PlainBooks,
) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    receipt  R/1  2026-05-02  Asha   30.00
    """
    plain = plain_books
    result = run_twice(plain, cancellation(plain, "S/1"))
    assert result == Corrected(voucher_id=plain.vouchers["S/1"], number=ONE)
    assert (_state(plain, "S/1"), postings_of(plain, plain.vouchers["S/1"])) == ("cancelled", [])
    assert bills_of(plain, "Asha") == {}
    assert sums_of(plain, "Asha") == Sums(-3_000, 0, -3_000)
    plain.write("invoice  S/2  2026-05-03  Asha  10.00")
    assert bills_of(plain, "Asha") == {TWO: 1_000}
    prove(plain)


def test_a_cancelled_receipt_opens_its_bills_and_lets_the_next_settle(
    plain_books: PlainBooks,
) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    receipt  R/1  2026-05-02  Asha   80.00
    receipt  R/2  2026-05-03  Asha   50.00
    cancel   R/1  bounced
    """
    plain = plain_books
    assert claims_of(plain, plain.vouchers["R/2"]) == [(ONE, -2_000, -2_000)]
    assert sums_of(plain, "Asha") == Sums(5_000, 8_000, -3_000)
    prove(plain)


def test_cancelling_a_bounce_settles_the_bill_again(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    receipt  R/1  2026-05-20  Asha  100.00  cheque
    journal  J/1  2026-05-25  Asha  100.00  account cheques  against S/1 100.00
    receipt  R/2  2026-05-26  Asha   40.00
    cancel   J/1  the bank paid after all
    """
    plain = plain_books
    assert bills_of(plain, "Asha") == {ONE: 0}
    assert claims_of(plain, plain.vouchers["R/2"]) == [(ONE, -4_000, 0)]
    assert sums_of(plain, "Asha") == Sums(-4_000, 0, -4_000)
    prove(plain)


@pytest.mark.parametrize("kind", ["credit_note", "debit_note", "payment", "opening"])
def test_every_kind_of_voucher_can_be_cancelled(plain_books: PlainBooks, kind: str) -> None:
    plain = plain_books.write(
        f"""
        opening  A/1  2026-04-01  Asha  -50.00
        invoice  S/1  2026-05-01  Asha  100.00
        {kind}   X/1  2026-05-02  Asha   30.00
        """
    )
    plain.run(cancellation(plain, "X/1"))
    assert bills_of(plain, "Asha") == {"A/1": -5_000, ONE: 10_000}
    assert sums_of(plain, "Asha") == Sums(5_000, 5_000, 0)
    prove(plain)


def test_a_contra_can_be_cancelled(plain_books: PlainBooks) -> None:
    """
    contra  K/1  2026-05-02  30.00
    cancel  K/1  not brought to the bank
    """
    _facts, rows = everything(plain_books.books)
    assert rows["account_day"] == []
    prove(plain_books)


def test_an_amended_voucher_can_be_cancelled_and_keeps_its_last_words(
    plain_books: PlainBooks,
) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    """
    plain = plain_books
    changed = _of_amount(_standing(plain, "S/1"), 8_000)
    plain.run(amendment(plain, "S/1", changed))
    plain.run(cancellation(plain, "S/1"))
    assert _state(plain, "S/1") == "cancelled"
    assert _standing(plain, "S/1") == changed
    assert sums_of(plain, "Asha") == Sums(0, 0, 0)
    prove(plain)


def test_what_is_cancelled_is_neither_cancelled_again_nor_amended(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    cancel   S/1  wrong
    """
    plain = plain_books
    for command in (cancellation(plain, "S/1"), amendment(plain, "S/1", _standing(plain, "S/1"))):
        error = refused(plain, command, Refused)
        assert (error.field, error.message) == ("voucher", f"{ONE} is cancelled already.")


def test_what_is_not_in_the_books_cannot_be_corrected(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    """
    plain = plain_books
    plain.vouchers["X"] = voucher_id(plain)
    for command in (cancellation(plain, "X"), amendment(plain, "X", _standing(plain, "S/1"))):
        assert refused(plain, command, NotFound).field == "voucher"


@pytest.mark.parametrize("reason", ["", "  \n", "x" * 501])
def test_a_correction_needs_a_reason(plain_books: PlainBooks, reason: str) -> None:
    plain = plain_books.write("invoice  S/1  2026-05-01  Asha  100.00")
    for command in (cancellation(plain, "S/1"), amendment(plain, "S/1", _standing(plain, "S/1"))):
        error = refused(plain, replace(command, reason=reason), BadInput)
        assert (error.field, "Say in a few words why" in error.message) == ("reason", True)


def test_an_id_used_before_is_refused(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    """
    plain = plain_books
    used = fact_id(plain)
    plain.run(replace(amendment(plain, "S/1", _standing(plain, "S/1")), fact_id=used))
    cancel = CancelVoucher(fact_id=used, voucher_id=plain.vouchers["S/1"], reason="x")
    assert refused(plain, cancel, Clash).field == "id"
    amend = AmendVoucher(
        fact_id=newest_of(plain, plain.vouchers["S/1"]),
        voucher_id=plain.vouchers["S/1"],
        voucher=_standing(plain, "S/1"),
        reason="x",
    )
    assert plain.run(amend).number == ONE
    posted = replace(amend, fact_id=FactId(plain.vouchers["S/1"]))
    assert refused(plain, posted, Clash).field == "id"
