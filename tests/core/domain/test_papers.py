from __future__ import annotations

from dataclasses import replace
from datetime import date

from collectiq_desktop.core.domain.papers import (
    Deduction,
    FirmOnPaper,
    InvoiceItem,
    InvoicePaper,
    PartyOnPaper,
    ReceiptPaper,
    SettledBill,
    TaxOnPaper,
)

_FIRM = FirmOnPaper(name="Plain Firm")
_PARTY = PartyOnPaper(name="Asha Stores")
_ON = date(2026, 11, 22)

_RECEIPT = ReceiptPaper(
    firm=_FIRM,
    party=_PARTY,
    number="R/1",
    on=_ON,
    time_text="10:00",
    amount_paise=950_00,
    mode="cash",
    bills=(
        SettledBill(number="S/1", amount_paise=600_00),
        SettledBill(number="S/2", amount_paise=300_00),
    ),
    deductions=(Deduction(kind="discount", amount_paise=50_00),),
    on_account_part_paise=100_00,
)
_INVOICE = InvoicePaper(
    firm=_FIRM,
    party=_PARTY,
    number="S/1",
    on=_ON,
    items=(
        InvoiceItem(
            name="Rice", taxable_paise=1_000_00, gst_rate_bp=500, cgst_paise=25_00, sgst_paise=25_00
        ),
        InvoiceItem(
            name="Soap", taxable_paise=100_00, gst_rate_bp=1800, cgst_paise=9_00, sgst_paise=9_00
        ),
        InvoiceItem(
            name="Dal", taxable_paise=200_00, gst_rate_bp=500, cgst_paise=5_00, sgst_paise=5_00
        ),
    ),
    taxable_paise=1_300_00,
    cgst_paise=39_00,
    sgst_paise=39_00,
    round_off_paise=0,
    total_paise=1_378_00,
    previous_balance_paise=500_00,
    received_paise=378_00,
    new_balance_paise=1_500_00,
)


def test_a_receipt_and_its_deductions_are_all_of_bills_and_on_account() -> None:
    assert (_RECEIPT.settled_paise, _RECEIPT.deducted_paise) == (900_00, 50_00)
    assert _RECEIPT.is_tied_out
    assert not replace(_RECEIPT, on_account_part_paise=99_99).is_tied_out


def test_taxes_are_summed_by_rate_lowest_first() -> None:
    assert _INVOICE.taxes_by_rate == (
        TaxOnPaper(
            rate_bp=500, taxable_paise=1_200_00, cgst_paise=30_00, sgst_paise=30_00, igst_paise=0
        ),
        TaxOnPaper(
            rate_bp=1800, taxable_paise=100_00, cgst_paise=9_00, sgst_paise=9_00, igst_paise=0
        ),
    )
    assert _INVOICE.tax_paise == 78_00


def test_taxes_that_do_not_lead_to_the_totals_are_left_out() -> None:
    assert replace(_INVOICE, cgst_paise=39_01).taxes_by_rate == ()
    assert replace(_INVOICE, items=()).taxes_by_rate == ()


def test_an_invoice_adds_up_twice() -> None:
    assert _INVOICE.is_tied_out
    assert not replace(_INVOICE, total_paise=1_378_01).is_tied_out
    assert not replace(_INVOICE, new_balance_paise=1_500_01).is_tied_out
    assert replace(
        _INVOICE, round_off_paise=-50, total_paise=1_377_50, new_balance_paise=1_499_50
    ).is_tied_out


def test_a_code_asks_for_the_unpaid_part_of_the_bill() -> None:
    assert _INVOICE.to_pay_paise == 1_000_00
    assert replace(_INVOICE, new_balance_paise=200_00).to_pay_paise == 200_00
    assert replace(_INVOICE, new_balance_paise=-1).to_pay_paise == 0
    assert replace(_INVOICE, received_paise=1_378_00).to_pay_paise == 0
