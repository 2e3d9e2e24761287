from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.ids import BatchId, FactId, VoucherId
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.vouchers import (
    FindVouchers,
    ResolveVoucher,
    VoucherCard,
    VoucherDetails,
)
from collectiq_desktop.core.services.imports import TakeInVoucher
from tests.core.queries.drawn_books import Move, books_of
from tests.plain_books import PlainBooks


def _card(plain: PlainBooks, name: str) -> VoucherDetails:
    return plain.ask(VoucherCard(voucher_id=plain.vouchers[name]))


def test_the_card_of_an_invoice(plain_books: PlainBooks) -> None:
    """
    party    Asha Stores  code AS
    invoice  S/1  2026-04-01  Asha Stores  1,000.00  due 30 days  note by tempo
    receipt  R/1  2026-04-02  Asha Stores    300.00
    """
    card = _card(plain_books, "S/1")
    assert (card.kind, card.on, card.amount_paise) == ("sales_invoice", date(2026, 4, 1), 1_000_00)
    assert [(p.account, p.party, p.amount_paise) for p in card.postings] == [
        ("Sundry Debtors", "Asha Stores", 1_000_00),
        ("Sales", "", -1_000_00),
    ]
    assert [(b.number, b.open_paise) for b in card.bills] == [(card.number, 700_00)]
    assert (card.party, card.party_code, card.party_id) == (
        "Asha Stores",
        "AS",
        plain_books.parties["Asha Stores"],
    )
    assert card.voucher.narration == "by tempo"
    assert (card.is_cancelled, card.reason) == (False, "")
    assert bytes(card.newest_id) == bytes(card.voucher_id)
    assert card.recorded_at == plain_books.clock.at
    assert len(card.verify_code) == 9


def test_the_card_of_a_receipt(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  1,000.00
    receipt  R/1  2026-04-02  Asha Stores  1,200.00  cheque  discount 50.00
    """
    card = _card(plain_books, "R/1")
    (claim,) = card.claims
    bill = _card(plain_books, "S/1")
    assert (claim.bill_number, claim.bill_voucher_id) == (bill.number, bill.voucher_id)
    assert (claim.amount_paise, claim.settled_paise) == (-1_000_00, -1_000_00)
    assert card.on_account_paise == -250_00
    assert [p.account for p in card.postings] == [
        "Cheques in hand",
        "Discount allowed",
        "Sundry Debtors",
    ]


def test_a_cancelled_voucher_keeps_its_words(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  1,000.00
    receipt  R/1  2026-04-02  Asha Stores    300.00
    cancel   S/1  wrong party
    """
    card = _card(plain_books, "S/1")
    assert (card.is_cancelled, card.reason) == (True, "wrong party")
    assert bytes(card.newest_id) != bytes(card.voucher_id)
    assert card.bills == ()
    assert card.postings[0].amount_paise == 1_000_00
    (claim,) = _card(plain_books, "R/1").claims
    assert (claim.bill_number, claim.settled_paise) == ("", 0)


def test_what_is_not_there(plain_books: PlainBooks) -> None:
    with pytest.raises(NotFound, match="look it up"):
        plain_books.ask(VoucherCard(voucher_id=VoucherId(bytes(16))))


def test_found_by_the_beginning_of_the_number(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  1,000.00
    invoice  S/2  2026-04-01  Asha Stores  2,000.00
    receipt  R/1  2026-04-02  Asha Stores    300.00
    cancel   S/2  twice
    """
    hits = plain_books.ask(FindVouchers(text="sa01/26"))
    assert [(hit.number, hit.amount_paise, hit.is_cancelled) for hit in hits] == [
        ("SA01/26/000001", 1_000_00, False),
        ("SA01/26/000002", 0, True),
    ]
    assert len(plain_books.ask(FindVouchers(text="SA01", limit=1))) == 1
    assert plain_books.ask(FindVouchers(text=" ")) == ()
    assert plain_books.ask(FindVouchers(text="A01")) == ()


def test_one_voucher_is_meant(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  1,000.00
    receipt  R/1  2026-04-02  Asha Stores    300.00
    """
    voucher_id = plain_books.vouchers["R/1"]
    for text in ("RA01/26/000001", "ra01/26/000001", " RA01/26/000001 ", voucher_id.hex()):
        assert plain_books.ask(ResolveVoucher(text=text)).voucher_id == voucher_id
    for text in ("RA01/26/000002", "", "\udcff", "f" * 32, "g" * 32):
        with pytest.raises(NotFound, match="day book"):
            plain_books.ask(ResolveVoucher(text=text))
    with pytest.raises(NotFound):
        plain_books.ask(ResolveVoucher(text="RA01/26/000001", kind=VoucherKind.PAYMENT))


def test_two_vouchers_of_one_number_are_named() -> None:
    twice = [Move("bill", day, 0, 100, 0, 0, is_cancelled=False) for day in (1, 2)]
    with books_of(twice) as plain, books_of([]) as empty:
        assert plain.ask(ResolveVoucher(text="v/0")).number == "V/0"
        with pytest.raises(NotFound):
            empty.ask(ResolveVoucher(text="V/0"))
    with books_of(twice) as plain:
        _rename(plain, "V/1", "V/0")
        with pytest.raises(BadInput, match=r"02-04-2026.*03-04-2026.*id"):
            plain.ask(ResolveVoucher(text="V/0"))


def _rename(plain: PlainBooks, old: str, new: str) -> None:
    """Give an imported voucher another's number, as two financial years may."""
    card = _card(plain, old)
    assert card.voucher.batch_id is not None
    plain.run(
        TakeInVoucher(
            fact_id=FactId(plain.ids.mint()),
            voucher=replace(card.voucher, number=new, batch_id=None),
            batch_id=BatchId(card.voucher.batch_id),
            origin_key="drawn/1",
            change="2",
        )
    )
