"""Journals, contras and opening bills: postings that a person writes out."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.vouchers import DEBTORS, Claim, Posting
from collectiq_desktop.core.services.journals import PostContra, PostJournal, PostOpeningBill
from tests.core.looking import (
    Sums,
    bills_of,
    claims_of,
    postings_of,
    prove,
    refused,
    sums_of,
    voucher_id,
    voucher_of,
)
from tests.plain_books import PlainBooks

ONE = "SA01/26/000001"


def _journal(plain: PlainBooks, *postings: Posting, **said: Any) -> PostJournal:
    return PostJournal(voucher_id=voucher_id(plain), postings=postings, **said)


def _opening(plain: PlainBooks, paise: int, **said: Any) -> PostOpeningBill:
    return PostOpeningBill(
        voucher_id=voucher_id(plain),
        party_id=plain.party_id("Asha"),
        amount_paise=paise,
        **said,
    )


# Journals -------------------------------------------------------------------


def test_a_bad_debt_is_written_off_its_bill(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    journal  J/1  2026-05-27  Asha  -40.00  account bad_debts  against S/1 40.00
    """
    plain = plain_books
    assert postings_of(plain, plain.vouchers["J/1"]) == [("Asha", -4_000), ("bad_debts", 4_000)]
    assert bills_of(plain, "Asha") == {ONE: 6_000}
    assert sums_of(plain, "Asha") == Sums(6_000, 6_000, 0)
    prove(plain)


def test_an_advance_is_moved_onto_a_bill_by_two_lines_of_one_party(
    plain_books: PlainBooks,
) -> None:
    """
    opening  A/1  2026-04-01  Asha  -50.00
    invoice  S/1  2026-05-01  Asha  100.00
    """
    plain = plain_books
    asha = plain.parties["Asha"]
    posted = plain.run(
        _journal(
            plain,
            Posting(DEBTORS, 5_000, asha),
            Posting(DEBTORS, -5_000, asha),
            claims=(
                Claim(plain.vouchers["A/1"], 1, 5_000, party_id=asha),
                Claim(plain.vouchers["S/1"], 1, -5_000, party_id=asha),
            ),
        )
    )
    assert postings_of(plain, posted.voucher_id) == [("Asha", 5_000), ("Asha", -5_000)]
    assert bills_of(plain, "Asha") == {"A/1": 0, ONE: 5_000}
    assert sums_of(plain, "Asha") == Sums(5_000, 5_000, 0)
    prove(plain)


def test_one_party_takes_over_what_another_owes(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    party    Bina
    """
    plain = plain_books
    asha, bina = plain.parties["Asha"], plain.parties["Bina"]
    plain.run(
        _journal(
            plain,
            Posting(DEBTORS, 10_000, bina),
            Posting(DEBTORS, -10_000, asha),
            claims=(Claim(plain.vouchers["S/1"], 1, -10_000, party_id=asha),),
        )
    )
    assert sums_of(plain, "Asha") == Sums(0, 0, 0)
    assert sums_of(plain, "Bina") == Sums(10_000, 0, 10_000)
    prove(plain)


def test_a_returned_cheque_opens_its_bill_again_with_its_own_dates(
    plain_books: PlainBooks,
) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00  due 2026-05-11
    receipt  R/1  2026-05-20  Asha  100.00  cheque
    journal  J/1  2026-05-25  Asha  100.00  account cheques  against S/1 100.00
    """
    plain = plain_books
    assert bills_of(plain, "Asha") == {ONE: 10_000}
    assert sums_of(plain, "Asha") == Sums(10_000, 10_000, 0)
    assert claims_of(plain, plain.vouchers["J/1"]) == [(ONE, 10_000, 10_000)]
    plain.write("receipt  R/2  2026-06-01  Asha  150.00")
    assert sums_of(plain, "Asha") == Sums(-5_000, 0, -5_000)
    prove(plain)


def test_a_journal_beyond_the_bill_leaves_the_rest_on_account(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    """
    plain = plain_books
    asha = plain.parties["Asha"]
    posted = plain.run(
        _journal(
            plain,
            Posting(DEBTORS, -12_000),
            Posting("discount", 12_000),
            party_id=asha,
            claims=(Claim(plain.vouchers["S/1"], 1, -12_000),),
        )
    )
    assert claims_of(plain, posted.voucher_id) == [(ONE, -12_000, -10_000)]
    assert sums_of(plain, "Asha") == Sums(-2_000, 0, -2_000)
    prove(plain)


@pytest.mark.parametrize(
    ("postings", "field"),
    [
        ((), "amount"),
        ((Posting("cash", 5),), "amount"),
        ((Posting("cash", 5), Posting("bank", -4)), "amount"),
        ((Posting("cash", 0), Posting("bank", 0)), "amount"),
    ],
)
def test_a_journal_that_does_not_close_is_refused(
    plain_books: PlainBooks, postings: tuple[Posting, ...], field: str
) -> None:
    assert refused(plain_books, _journal(plain_books, *postings), BadInput).field == field


def test_a_journal_of_an_unknown_account_or_party_is_refused(plain_books: PlainBooks) -> None:
    plain = plain_books
    nowhere = _journal(plain, Posting("nowhere", 5), Posting("cash", -5))
    assert refused(plain, nowhere, NotFound).field == "account"
    nobody = _journal(plain, Posting(DEBTORS, 5), Posting("cash", -5))
    assert refused(plain, nobody, NotFound).field == "party"
    stranger = _journal(plain, Posting(DEBTORS, 5, PartyId(b"z" * 16)), Posting("cash", -5))
    assert refused(plain, stranger, NotFound).field == "party"


def test_a_journal_on_another_partys_bill_is_refused(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    party    Bina
    """
    plain = plain_books
    postings = (Posting(DEBTORS, -5), Posting("cash", 5))
    claims = (Claim(plain.vouchers["S/1"], 1, -5),)
    command = _journal(plain, *postings, party_id=plain.parties["Bina"], claims=claims)
    error = refused(plain, command, BadInput)
    assert (error.field, "belongs to another party" in error.message) == ("bills", True)


def test_a_journal_on_a_bill_that_is_nowhere_is_refused(plain_books: PlainBooks) -> None:
    plain = plain_books
    postings = (Posting(DEBTORS, -5), Posting("cash", 5))
    claims = (Claim(VoucherId(b"n" * 16), 1, -5),)
    command = _journal(plain, *postings, party_id=plain.party_id("Asha"), claims=claims)
    assert refused(plain, command, NotFound).field == "bills"


def test_a_claim_of_a_party_that_is_not_posted_to_is_refused(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  100.00
    """
    plain = plain_books
    claims = (Claim(plain.vouchers["S/1"], 1, -5, party_id=plain.parties["Asha"]),)
    command = _journal(plain, Posting("cash", 5), Posting("bank", -5), claims=claims)
    assert refused(plain, command, BadInput).field == "bills"


# Contras --------------------------------------------------------------------


def test_a_contra_moves_money_between_own_accounts(plain_books: PlainBooks) -> None:
    plain = plain_books
    posted = plain.run(
        PostContra(
            voucher_id=voucher_id(plain), amount_paise=5_000, from_code="cheques", to_code="bank"
        )
    )
    assert postings_of(plain, posted.voucher_id) == [("bank", 5_000), ("cheques", -5_000)]
    prove(plain)


@pytest.mark.parametrize(
    ("from_code", "to_code", "kind", "sentence"),
    [
        ("cash", "cash", BadInput, "choose two"),
        ("cash", "sales", BadInput, "use a journal"),
        (DEBTORS, "cash", BadInput, "use a journal"),
        ("cash", "nowhere", NotFound, "“nowhere”"),
        ("nowhere", "cash", NotFound, "“nowhere”"),
    ],
)
def test_a_contra_of_other_accounts_is_refused(
    plain_books: PlainBooks, from_code: str, to_code: str, kind: type[Any], sentence: str
) -> None:
    command = PostContra(
        voucher_id=voucher_id(plain_books), amount_paise=5, from_code=from_code, to_code=to_code
    )
    error = refused(plain_books, command, kind)
    assert (error.field, sentence in error.message) == ("account", True)


# Opening bills --------------------------------------------------------------


def test_an_opening_bill_keeps_its_own_number_and_dates(plain_books: PlainBooks) -> None:
    plain = plain_books
    days = {"bill_on": date(2026, 3, 1), "due_on": date(2026, 4, 15)}
    posted = plain.run(_opening(plain, 5_000, number="OLD/7", **days))
    assert postings_of(plain, posted.voucher_id) == [("Asha", 5_000), ("opening", -5_000)]
    assert (posted.number, posted.on) == ("OA01/25/000001", date(2026, 3, 1))
    assert bills_of(plain, "Asha") == {"OLD/7": 5_000}
    voucher = voucher_of(plain, posted.voucher_id)
    assert {"bill_on": voucher.bills[0].bill_on, "due_on": voucher.bills[0].due_on} == days
    assert voucher.reference == "OLD/7"
    prove(plain)


def test_an_opening_advance_is_a_bill_below_nothing(plain_books: PlainBooks) -> None:
    plain_books.run(_opening(plain_books, -5_000, number="ADV"))
    assert bills_of(plain_books, "Asha") == {"ADV": -5_000}
    assert sums_of(plain_books, "Asha") == Sums(-5_000, -5_000, 0)


def test_an_opening_balance_without_a_number_is_on_account(plain_books: PlainBooks) -> None:
    plain_books.run(_opening(plain_books, 5_000))
    plain_books.run(_opening(plain_books, -2_000))
    assert bills_of(plain_books, "Asha") == {}
    assert sums_of(plain_books, "Asha") == Sums(3_000, 0, 3_000)


def test_an_opening_bill_of_a_running_account_is_on_account(plain_books: PlainBooks) -> None:
    """
    party  Asha  not bill-wise
    """
    plain_books.run(_opening(plain_books, 5_000, number="OLD/7"))
    assert sums_of(plain_books, "Asha") == Sums(5_000, 0, 5_000)


def test_an_opening_bill_due_before_its_day_is_refused(plain_books: PlainBooks) -> None:
    command = _opening(
        plain_books, 5, number="OLD/7", bill_on=date(2026, 4, 2), due_on=date(2026, 4, 1)
    )
    assert refused(plain_books, command, BadInput).field == "due_on"
