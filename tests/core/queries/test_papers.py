from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.ids import BatchId, FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.papers import Deduction, SettledBill
from collectiq_desktop.core.domain.posting import GoodsLine
from collectiq_desktop.core.domain.vouchers import DEBTORS, Claim, Posting, Voucher, VoucherKind
from collectiq_desktop.core.queries.papers import InvoiceOnPaper, ReceiptOnPaper, verify_code
from collectiq_desktop.core.queries.vouchers import VoucherCard
from collectiq_desktop.core.services.imports import BeginImport, TakeInVoucher
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.storage.facts import read_fact
from collectiq_desktop.core.wire.codec import fact_hash
from tests.core.queries.drawn_books import Move, books_of
from tests.plain_books import PlainBooks


@given(of_fact=st.binary(min_size=32, max_size=32))
def test_a_code_can_be_read_and_typed(of_fact: bytes) -> None:
    code = verify_code(of_fact)
    assert re.fullmatch(r"[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}", code)
    assert verify_code(of_fact[:5] + bytes(27)) == code


def test_codes_of_known_hashes() -> None:
    assert verify_code(bytes(32)) == "2222-2222"
    assert verify_code(b"\xff" * 32) == "ZZZZ-ZZZZ"
    assert verify_code(b"\x00\x44\x32\x14\xc7" + bytes(27)) == "2345-6789"


def _receipt(plain: PlainBooks, name: str) -> ReceiptOnPaper:
    return ReceiptOnPaper(voucher_id=plain.vouchers[name], user="Asha")


def test_a_receipt_names_its_bills_and_the_balance_after(plain_books: PlainBooks) -> None:
    """
    party    Asha Stores  code AS  language hi
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    invoice  S/2  2026-11-02  Asha Stores    500.00
    receipt  R/1  2026-11-22  Asha Stores  1,150.00  cheque  ref 004217  discount 40.00  tds 10.00
    invoice  S/3  2026-11-22  Asha Stores    700.00
    """
    paper = plain_books.ask(_receipt(plain_books, "R/1"))
    assert paper.bills == (
        SettledBill(number="SA01/26/000001", amount_paise=1_000_00),
        SettledBill(number="SA01/26/000002", amount_paise=200_00),
    )
    assert paper.amount_paise == 1_150_00
    assert paper.deductions == (
        Deduction(kind="discount", amount_paise=40_00),
        Deduction(kind="tds", amount_paise=10_00),
    )
    assert paper.is_tied_out
    assert paper.balance_after_paise == 300_00
    assert (paper.mode, paper.reference, paper.time_text) == ("cheque", "004217", "10:00")
    assert paper.subject_to_realisation
    assert (paper.device, paper.user) == ("First counter", "Asha")
    assert (paper.party.language, paper.firm.name) == ("hi", "Shree Test Wholesale")
    with plain_books.books.reading() as conn:
        fact = read_fact(conn, plain_books.vouchers["R/1"])
        assert fact is not None
        assert paper.verify_code == verify_code(fact_hash(fact))


def test_what_no_bill_takes_is_on_account(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  100.00
    receipt  R/1  2026-11-22  Asha Stores  150.00  upi
    """
    paper = plain_books.ask(_receipt(plain_books, "R/1"))
    assert (paper.settled_paise, paper.on_account_part_paise) == (100_00, 50_00)
    assert (paper.is_tied_out, paper.balance_after_paise) == (True, -50_00)
    assert not paper.subject_to_realisation


def test_an_imported_advance_has_no_time_and_still_ties_out() -> None:
    drawn = [
        Move("advance", 1, 0, 1_000, 0, 0, is_cancelled=False),
        Move("bill", 2, 1, 500, 0, 0, is_cancelled=False),
        Move("lower", 3, 1, 700, 0, 0, is_cancelled=False),
    ]
    with books_of(drawn) as plain:
        advance = plain.ask(ReceiptOnPaper(voucher_id=plain.vouchers["V/0"], is_duplicate=True))
        receipt = plain.ask(ReceiptOnPaper(voucher_id=plain.vouchers["V/2"]))
    assert advance.bills == (SettledBill(number="V/0", amount_paise=1_000, is_advance=True),)
    assert (advance.is_tied_out, advance.time_text, advance.device) == (True, "", "")
    assert advance.is_duplicate
    assert (receipt.settled_paise, receipt.on_account_part_paise) == (500, 200)
    assert receipt.is_tied_out


def _goods(plain: PlainBooks, party: str, on: date) -> VoucherId:
    voucher_id = plain.voucher_id("GST")
    goods = (
        GoodsLine("Rice 25 kg", 2_500, 1_201_00, unit="BAG", hsn="1006", gst_rate_bp=500),
        GoodsLine("Soap", 3_000, 33_33, hsn="3401", gst_rate_bp=1800),
    )
    plain.run(
        PostInvoice(
            voucher_id=voucher_id,
            party_id=PartyId(plain.parties[party]),
            goods=goods,
            on=on,
            place_of_supply="24",
        )
    )
    return voucher_id


def test_an_invoice_leads_from_the_old_balance_to_the_new(plain_books: PlainBooks) -> None:
    """
    party    Asha Stores  30 days
    invoice  S/1  2026-11-01  Asha Stores  500.00
    """
    voucher_id = _goods(plain_books, "Asha Stores", date(2026, 11, 20))
    plain_books.write(
        """
    receipt  R/1  2026-11-20  Asha Stores    700.00  against GST 600.00 and S/1 100.00
    receipt  R/2  2026-11-21  Asha Stores    200.00  against GST 200.00
    """
    )
    paper = plain_books.ask(
        InvoiceOnPaper(
            voucher_id=voucher_id, copies=("original",), made_text="now", title="invoice"
        )
    )
    rice, soap = paper.items
    assert (rice.quantity_text, rice.unit, rice.taxable_paise) == ("2.5", "BAG", 3_002_50)
    assert (soap.quantity_text, soap.gst_rate_bp) == ("3", 1800)
    assert paper.taxable_paise == 3_002_50 + 99_99
    assert paper.cgst_paise == paper.sgst_paise == rice.cgst_paise + soap.cgst_paise
    assert paper.total_paise % 100 == 0
    assert (paper.previous_balance_paise, paper.received_paise) == (500_00, 600_00)
    assert paper.is_tied_out
    assert paper.taxes_by_rate
    assert paper.due_on == date(2026, 12, 20)
    assert paper.place_of_supply == "Gujarat (24)"
    assert (paper.copies, paper.title, paper.made_text) == (("original",), "invoice", "now")


def test_an_invoice_over_an_amount_alone(plain_books: PlainBooks) -> None:
    """
    party    Lakshmi Agencies  not bill-wise
    invoice  S/1  2026-11-01  Lakshmi Agencies  500.00
    """
    paper = plain_books.ask(InvoiceOnPaper(voucher_id=plain_books.vouchers["S/1"]))
    assert (paper.taxable_paise, paper.total_paise, paper.new_balance_paise) == (500_00,) * 3
    assert (paper.items, paper.due_on, paper.is_tied_out) == ((), None, True)


def test_a_receipt_from_several_parties_shows_its_own_part(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  500.00
    """
    asha, bina = plain_books.parties["Asha Stores"], plain_books.party_id("Bina Stores")
    batch_id, fact_id = BatchId(plain_books.ids.mint()), FactId(plain_books.ids.mint())
    voucher = Voucher(
        kind=VoucherKind.RECEIPT,
        number="RC/7",
        on=date(2026, 11, 2),
        party_id=asha,
        postings=(
            Posting("cash", 680_00),
            Posting("discount", 20_00),
            Posting(DEBTORS, -500_00),
            Posting(DEBTORS, -200_00, bina),
        ),
        claims=(Claim(plain_books.vouchers["S/1"], 1, -500_00),),
    )
    plain_books.run(BeginImport(batch_id=batch_id, source="tally"))
    command = TakeInVoucher(
        fact_id=fact_id, voucher=voucher, batch_id=batch_id, origin_key="t/7", change="1"
    )
    plain_books.run(command)
    paper = plain_books.ask(ReceiptOnPaper(voucher_id=VoucherId(fact_id)))
    assert (paper.party.name, paper.amount_paise, paper.deductions) == ("Asha Stores", 500_00, ())
    assert (paper.settled_paise, paper.balance_after_paise, paper.is_tied_out) == (500_00, 0, True)


def test_what_cannot_be_printed(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  500.00
    receipt  R/1  2026-11-01  Asha Stores  500.00
    cancel   R/1  twice
    """
    invoice, receipt = plain_books.vouchers["S/1"], plain_books.vouchers["R/1"]
    with pytest.raises(BadInput, match="it is no receipt"):
        plain_books.ask(ReceiptOnPaper(voucher_id=invoice))
    with pytest.raises(BadInput, match="cancelled"):
        plain_books.ask(ReceiptOnPaper(voucher_id=receipt))
    with pytest.raises(BadInput, match="it is no invoice"):
        plain_books.ask(InvoiceOnPaper(voucher_id=receipt))
    with pytest.raises(NotFound):
        plain_books.ask(InvoiceOnPaper(voucher_id=VoucherId(bytes(16))))


def test_the_card_and_the_paper_bear_one_code(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores  500.00
    """
    voucher_id = plain_books.vouchers["S/1"]
    card = plain_books.ask(VoucherCard(voucher_id=voucher_id))
    assert plain_books.ask(InvoiceOnPaper(voucher_id=voucher_id)).verify_code == card.verify_code
