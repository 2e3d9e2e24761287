"""The payment history: what came, what was set against it, and since when the books know."""

from __future__ import annotations

from datetime import date

from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.payment_columns import PaymentRecords
from collectiq_desktop.core.queries.payment_history import PaymentHistory
from tests.core.looking import amendment, cancellation, voucher_of
from tests.plain_books import PlainBooks

JOURNAL, CREDIT_NOTE, OPENING = (
    ord(kind.value)
    for kind in (VoucherKind.JOURNAL, VoucherKind.CREDIT_NOTE, VoucherKind.OPENING_BILL)
)


def _at(plain: PlainBooks, day: str, text: str) -> None:
    """Key the lines in on a day."""
    plain.clock.set_today(date.fromisoformat(day))
    plain.write(text)


def _history(plain: PlainBooks) -> PaymentRecords:
    records: PaymentRecords = plain.ask(PaymentHistory())
    return records


def _rows(columns: tuple[object, ...]) -> list[tuple[object, ...]]:
    return sorted(zip(*columns, strict=True))


def test_empty_books_know_nothing(plain_books: PlainBooks) -> None:
    records = _history(plain_books)
    assert records.parties == ()
    assert [len(column) for column in (*records.bills, *records.claims, *records.heads)] == [0] * 15
    assert records.corrected == ()


def test_a_bill_and_what_was_set_against_it(plain_books: PlainBooks) -> None:
    _at(plain_books, "2026-05-01", "invoice  S/1  2026-05-01  Asha  100.00  due 30 days")
    _at(plain_books, "2026-06-10", "receipt  R/1  2026-06-10  Asha  120.00")
    records = _history(plain_books)
    (party,) = records.parties
    assert (party.name, party.balance_paise, party.is_bill_wise) == ("Asha", -20_00, True)
    assert _rows(records.bills) == [(1, 1, party.party_row, 20260501, 20260531, 20260501, 100_00)]
    assert _rows(records.claims) == [(2, 1, 1, 20260610, -100_00)]
    assert _rows(records.rests) == [(2, party.party_row, 20260610, -20_00)]
    assert _rows(records.heads) == []


def test_what_is_no_sale_or_receipt_is_told_apart(plain_books: PlainBooks) -> None:
    plain_books.clock.set_today(date(2026, 5, 3))
    plain_books.write(
        """
        opening      O/1  2026-05-03  Asha  100.00
        credit_note  C/1  2026-05-03  Asha   30.00
        journal      J/1  2026-05-03  Asha  -20.00  against O/1 20.00
        """
    )
    assert _rows(_history(plain_books).heads) == [
        (1, OPENING, 0),
        (2, CREDIT_NOTE, 0),
        (3, JOURNAL, 0),
    ]


def test_what_was_keyed_in_later_says_when(plain_books: PlainBooks) -> None:
    _at(plain_books, "2026-05-01", "invoice  S/1  2026-04-20  Asha  100.00")
    _at(plain_books, "2026-06-10", "receipt  R/1  2026-05-15  Asha  100.00")
    assert [row[2] for row in _rows(_history(plain_books).heads)] == [20260501, 20260610]


def test_a_cancelled_receipt_is_told_with_the_days_between(plain_books: PlainBooks) -> None:
    _at(plain_books, "2026-05-01", "invoice  S/1  2026-05-01  Asha  100.00")
    _at(plain_books, "2026-05-05", "receipt  R/1  2026-05-04  Asha  100.00")
    _at(plain_books, "2026-05-09", "cancel  R/1  the cheque came back")
    records = _history(plain_books)
    assert _rows(records.claims) == []
    (corrected,) = records.corrected
    (old,) = corrected.superseded
    assert (old.keyed_on, old.gone_on) == (20260505, 20260509)
    assert (corrected.keyed_on, old.voucher.amount_paise) == (20260509, 100_00)
    assert old.bill_rows == (1,)


def test_an_amended_receipt_is_told_in_both_versions(plain_books: PlainBooks) -> None:
    _at(plain_books, "2026-05-01", "invoice  S/1  2026-05-01  Asha  100.00")
    _at(plain_books, "2026-05-05", "receipt  R/1  2026-05-04  Asha  60.00")
    plain_books.clock.set_today(date(2026, 5, 7))
    voucher = voucher_of(plain_books, plain_books.vouchers["R/1"])
    plain_books.run(amendment(plain_books, "R/1", voucher))
    (corrected,) = _history(plain_books).corrected
    assert [(old.keyed_on, old.gone_on) for old in corrected.superseded] == [(20260505, 20260507)]
    assert corrected.keyed_on == 20260507
    assert len(_history(plain_books).claims.paise) == 1


def test_a_correction_of_a_correction_is_a_chain(plain_books: PlainBooks) -> None:
    _at(plain_books, "2026-05-05", "receipt  R/1  2026-05-05  Asha  60.00")
    voucher = voucher_of(plain_books, plain_books.vouchers["R/1"])
    plain_books.clock.set_today(date(2026, 5, 7))
    plain_books.run(amendment(plain_books, "R/1", voucher))
    plain_books.clock.set_today(date(2026, 5, 9))
    plain_books.run(cancellation(plain_books, "R/1"))
    (corrected,) = _history(plain_books).corrected
    days = [(old.keyed_on, old.gone_on) for old in corrected.superseded]
    assert days == [(20260505, 20260507), (20260507, 20260509)]


def test_some_parties_only(plain_books: PlainBooks) -> None:
    plain_books.write(
        """
        invoice  S/1  2026-05-01  Asha   100.00
        invoice  S/2  2026-05-01  Bina   200.00
        receipt  R/2  2026-05-02  Bina   250.00
        """
    )
    everyone = _history(plain_books)
    bina = next(party for party in everyone.parties if party.name == "Bina")
    asked = PaymentHistory(party_rows=frozenset({bina.party_row}))
    records: PaymentRecords = plain_books.ask(asked)
    assert records.parties == everyone.parties
    assert list(records.bills.amount_paise) == [200_00]
    assert list(records.claims.paise) == [-200_00]
    assert list(records.rests.paise) == [-50_00]
