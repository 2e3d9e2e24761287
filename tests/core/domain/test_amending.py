"""Vouchers read back and posted anew: what is not changed stays to the last paisa and word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.amending import (
    Fixed,
    Heading,
    Moved,
    Paid,
    Received,
    Whose,
    contra_again,
    journal_again,
    payment_again,
    read_contra,
    read_journal,
    read_payment,
    read_receipt,
    receipt_again,
    with_heading,
)
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.posting import (
    ReceiptSums,
    contra_postings,
    payment_postings,
    receipt_postings,
)
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillOpened,
    Claim,
    Mode,
    Posting,
    Voucher,
    VoucherKind,
    check_voucher,
    party_balances,
)

DAY, LATER, DUE = date(2026, 4, 1), date(2026, 4, 11), date(2026, 5, 1)
ASHA, BINA = PartyId(b"a" * 16), PartyId(b"b" * 16)
BILLS = VoucherId(b"v" * 16)
HEADING = Heading(on=DAY)
OF_ASHA, OF_BINA = Whose(ASHA, is_bill_wise=True), Whose(BINA, is_bill_wise=True)
SALE = Voucher(
    kind=VoucherKind.SALES_INVOICE,
    number="S/1",
    on=DAY,
    party_id=ASHA,
    postings=(Posting(DEBTORS, 500), Posting("sales", -500)),
    bills=(BillOpened(1, "S/1", 500, DAY, DUE),),
)
RECEIPT = Voucher(
    kind=VoucherKind.RECEIPT,
    number="R/1",
    on=DAY,
    party_id=ASHA,
    postings=(Posting("cash", 500), Posting(DEBTORS, -500)),
    claims=(Claim(BILLS, 1, -200), Claim(BILLS, 2, -250)),
    mode=Mode.CASH,
    branch_id="NORTH",
    type_name="Cash receipt",
    entered_at=7,
)
PAYMENT = Voucher(
    kind=VoucherKind.PAYMENT,
    number="P/1",
    on=DAY,
    party_id=ASHA,
    postings=payment_postings(300, Mode.UPI),
    claims=(Claim(BILLS, 1, 300),),
    mode=Mode.UPI,
)
CONTRA = Voucher(
    kind=VoucherKind.CONTRA, number="K/1", on=DAY, postings=contra_postings(70, "cash", "bank")
)
JOURNAL = Voucher(
    kind=VoucherKind.JOURNAL,
    number="J/1",
    on=DAY,
    party_id=ASHA,
    postings=(Posting(DEBTORS, -90), Posting("bad_debts", 90)),
    claims=(Claim(BILLS, 1, -60), Claim(BILLS, 2, -30)),
)


def _heading(voucher: Voucher) -> Heading:
    return Heading(on=voucher.on, reference=voucher.reference, narration=voucher.narration)


def _receipt_again(voucher: Voucher) -> Voucher:
    read = read_receipt(voucher)
    assert not isinstance(read, Fixed)
    whose = Whose(voucher.party_id or ASHA, is_bill_wise=True)
    return receipt_again(voucher, _heading(voucher), whose, read, voucher.claims)


# The day and the words ------------------------------------------------------


def test_words_and_day_and_the_days_of_credit_stay() -> None:
    heading = Heading(on=LATER, reference="order 7", narration="by hand")
    moved = with_heading(SALE, heading)
    assert (moved.on, moved.reference, moved.narration) == (LATER, "order 7", "by hand")
    assert (moved.bills[0].bill_on, moved.bills[0].due_on) == (LATER, date(2026, 5, 11))
    due = with_heading(SALE, replace(heading, due_on=date(2026, 6, 1)))
    assert due.bills[0].due_on == date(2026, 6, 1)


def test_a_bill_of_another_day_keeps_its_day() -> None:
    old = replace(SALE, bills=(SALE.bills[0]._replace(bill_on=date(2025, 1, 1)),))
    assert with_heading(old, Heading(on=LATER)).bills == old.bills


# Receipts -------------------------------------------------------------------


def test_a_receipt_is_read_as_it_was_typed() -> None:
    sums = ReceiptSums(10_000, 500, 200, -30)
    of_upi = replace(
        RECEIPT, postings=receipt_postings(sums, Mode.UPI), mode=Mode.UPI, claims=RECEIPT.claims
    )
    assert read_receipt(of_upi) == Received(sums, Mode.UPI)
    assert _receipt_again(of_upi) == of_upi


def test_an_advance_keeps_its_number_and_takes_the_rest() -> None:
    advance = replace(RECEIPT, bills=(BillOpened(1, "ADV-9", -50, DAY, DAY),))
    assert read_receipt(advance) == Received(ReceiptSums(500), Mode.CASH, is_advance=True)
    assert _receipt_again(advance) == advance
    wanted = Received(ReceiptSums(600), Mode.CASH, is_advance=True)
    more = receipt_again(advance, Heading(on=LATER), OF_ASHA, wanted, advance.claims)
    assert more.bills == (BillOpened(1, "ADV-9", -150, LATER, LATER),)
    none = receipt_again(advance, HEADING, OF_ASHA, wanted._replace(is_advance=False), ())
    assert none.bills == ()
    fresh = receipt_again(RECEIPT, HEADING, OF_ASHA, wanted, RECEIPT.claims)
    assert fresh.bills == (BillOpened(1, "R/1", -150, DAY, DAY),)


def test_money_goes_to_the_account_of_another_mode_and_else_stays_where_it_is() -> None:
    read = Received(ReceiptSums(500), Mode.UPI)
    upi = receipt_again(RECEIPT, HEADING, OF_ASHA, read, RECEIPT.claims)
    assert (upi.mode, upi.postings) == (Mode.UPI, (Posting("bank", 500), Posting(DEBTORS, -500)))
    own_bank = replace(
        RECEIPT, postings=(Posting("x-hdfc", 500), Posting(DEBTORS, -500)), mode=None
    )
    assert read_receipt(own_bank) == Received(ReceiptSums(500), Mode.BANK)
    wanted = Received(ReceiptSums(800), Mode.BANK)
    more = receipt_again(own_bank, HEADING, OF_ASHA, wanted, own_bank.claims)
    assert (more.mode, more.postings[0]) == (None, Posting("x-hdfc", 800))


def test_what_no_form_knows_of_stays() -> None:
    wanted = Received(ReceiptSums(700), Mode.CHEQUE)
    made = receipt_again(RECEIPT, Heading(on=LATER), OF_BINA, wanted, ())
    kept = (made.kind, made.number, made.branch_id, made.type_name, made.entered_at)
    assert kept == (VoucherKind.RECEIPT, "R/1", "NORTH", "Cash receipt", 7)
    assert (made.party_id, party_balances(made)) == (BINA, {BINA: -700})


@pytest.mark.parametrize(
    ("changes", "why"),
    [
        (
            {"postings": (Posting("cash", 450), Posting("x", 50), Posting(DEBTORS, -500))},
            Fixed.LINES,
        ),
        ({"postings": (Posting(DEBTORS, 500), Posting("cash", -500))}, Fixed.LINES),
        (
            {
                "postings": (
                    Posting("cash", 510),
                    Posting("discount", -10),
                    Posting(DEBTORS, -500),
                )
            },
            Fixed.LINES,
        ),
        (
            {
                "postings": (
                    Posting("cash", 500),
                    Posting(DEBTORS, -300),
                    Posting(DEBTORS, -200, BINA),
                )
            },
            Fixed.PARTIES,
        ),
        ({"claims": (Claim(BILLS, 1, -200, party_id=BINA),)}, Fixed.PARTIES),
        ({"claims": (Claim(BILLS, 1, 20),)}, Fixed.CLAIMS),
        ({"claims": (Claim(BILLS, 1, -501),)}, Fixed.CLAIMS),
        ({"bills": (BillOpened(1, "A", -20, DAY, DAY),)}, Fixed.BILLS),
    ],
)
def test_a_receipt_that_says_more_than_its_form(changes: dict[str, object], why: Fixed) -> None:
    assert read_receipt(replace(RECEIPT, **changes)) is why  # type: ignore[arg-type]


_PAISE = st.integers(1, 10**12)


@given(
    money=_PAISE,
    discount=st.integers(0, 10**9),
    tds=st.integers(0, 10**9),
    round_off=st.integers(0, 1_000),
    mode=st.sampled_from(Mode),
    claimed=st.lists(_PAISE, max_size=3),
    is_advance=st.booleans(),
    is_told=st.booleans(),
)
def test_any_receipt_read_and_posted_anew_is_itself(
    *,
    money: int,
    discount: int,
    tds: int,
    round_off: int,
    mode: Mode,
    claimed: list[int],
    is_advance: bool,
    is_told: bool,
) -> None:
    sums = ReceiptSums(money, discount, tds, round_off)
    parts = [paise for paise in claimed if paise <= sums.settled_paise // 4]
    rest = sums.settled_paise - sum(parts)
    receipt = replace(
        RECEIPT,
        postings=receipt_postings(sums, mode),
        claims=tuple(Claim(BILLS, n, -paise) for n, paise in enumerate(parts, 1)),
        bills=(BillOpened(1, "R/1", -rest, DAY, DAY),) if is_advance else (),
        mode=mode if is_told else None,
    )
    assert _receipt_again(receipt) == receipt


@given(money=_PAISE, discount=st.integers(0, 10**9), mode=st.sampled_from(Mode), on=st.dates())
def test_whatever_is_wanted_of_a_receipt_can_stand_in_books(
    money: int, discount: int, mode: Mode, on: date
) -> None:
    wanted = Received(ReceiptSums(money, discount), mode, is_advance=True)
    made = receipt_again(RECEIPT, Heading(on=on), OF_BINA, wanted, ())
    check_voucher(made)
    assert made.amount_paise == money + discount
    assert read_receipt(made) == wanted


# Payments, contras, journals ------------------------------------------------


def test_a_payment_read_and_posted_anew_is_itself() -> None:
    read = read_payment(PAYMENT)
    assert read == Paid(300, Mode.UPI)
    assert payment_again(PAYMENT, HEADING, OF_ASHA, read, PAYMENT.claims) == PAYMENT
    less = payment_again(PAYMENT, HEADING, OF_ASHA, Paid(200, Mode.CASH), ())
    assert less.postings == payment_postings(200, Mode.CASH)
    assert (less.mode, less.claims) == (Mode.CASH, ())


def test_a_payment_that_says_more_than_its_form() -> None:
    charged = (Posting(DEBTORS, 290), Posting("charges", 10), Posting("bank", -300))
    assert read_payment(replace(PAYMENT, postings=charged)) is Fixed.LINES
    opening = replace(PAYMENT, bills=(BillOpened(1, "P/1", 300, DAY, DAY),))
    assert read_payment(opening) is Fixed.BILLS


def test_a_contra_read_and_posted_anew_is_itself() -> None:
    read = read_contra(CONTRA)
    assert read == Moved(70, "cash", "bank")
    turned = replace(CONTRA, postings=CONTRA.postings[::-1])
    assert contra_again(turned, HEADING, read) == turned
    more = contra_again(CONTRA, HEADING, Moved(90, "bank", "cash"))
    assert more.postings == contra_postings(90, "bank", "cash")
    split = (Posting("bank", 60), Posting("x", 10), Posting("cash", -70))
    assert read_contra(replace(CONTRA, postings=split)) is Fixed.LINES


def test_a_journal_read_and_posted_anew_is_itself() -> None:
    lines = read_journal(JOURNAL)
    assert lines == (Posting(DEBTORS, -90, ASHA), Posting("bad_debts", 90))
    assert journal_again(JOURNAL, HEADING, lines) == JOURNAL
    opening = replace(JOURNAL, bills=(BillOpened(1, "J/1", -90, DAY, DAY),))
    assert read_journal(opening) is Fixed.BILLS


def test_a_journal_from_outside_that_claims_more_than_it_moves_stays_so() -> None:
    odd = replace(JOURNAL, claims=(Claim(BILLS, 1, -500),))
    lines = read_journal(odd)
    assert not isinstance(lines, Fixed)
    assert journal_again(odd, HEADING, lines) == odd


def test_a_journal_lets_go_of_its_last_claims_first() -> None:
    less = journal_again(JOURNAL, HEADING, (Posting(DEBTORS, -70, ASHA), Posting("interest", 70)))
    assert [claim.amount_paise for claim in less.claims] == [-60, -10]
    turned = journal_again(JOURNAL, HEADING, (Posting(DEBTORS, 70, ASHA), Posting("cash", -70)))
    assert turned.claims == ()
    other = journal_again(JOURNAL, HEADING, (Posting(DEBTORS, -90, BINA), Posting("cash", 90)))
    assert (other.party_id, other.claims) == (BINA, ())
    more = [Claim(BILLS, 3, -5, party_id=ASHA)]
    lines = (Posting(DEBTORS, -95, ASHA), Posting("bad_debts", 95))
    assert journal_again(JOURNAL, HEADING, lines, more).claims[-1] == more[0]


def test_an_advance_set_against_a_bill_stays_so() -> None:
    settled = replace(
        JOURNAL,
        postings=(Posting(DEBTORS, 90), Posting(DEBTORS, -90)),
        claims=(Claim(BILLS, 9, 90), Claim(BILLS, 1, -90)),
    )
    lines = read_journal(settled)
    assert not isinstance(lines, Fixed)
    assert journal_again(settled, HEADING, lines) == settled
    heading = replace(HEADING, narration="by letter")
    assert journal_again(settled, heading, lines).claims == settled.claims


@given(paise=st.lists(st.integers(-(10**9), 10**9).filter(bool), min_size=1, max_size=5))
def test_a_journal_never_claims_more_than_it_moves(paise: list[int]) -> None:
    lines = [Posting(DEBTORS, each, ASHA) for each in paise]
    rest = -sum(paise)
    if rest:
        lines.append(Posting("bad_debts", rest))
    made = journal_again(JOURNAL, HEADING, lines)
    credited = -sum(each for each in paise if each < 0)
    assert -sum(claim.amount_paise for claim in made.claims) <= credited
    assert all(claim.amount_paise < 0 for claim in made.claims)
