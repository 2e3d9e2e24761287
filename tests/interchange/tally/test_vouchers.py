from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from collectiq_desktop.interchange.rows import Mode, RefKind, RowKind, VoucherRow
from tests.interchange.tally_text import (
    ASHA,
    CASH,
    SALES,
    bill,
    file_of,
    findings,
    ledger,
    line,
    read_text,
    voucher,
)

BANK = ledger("Sample Bank", "Bank Accounts", n=0x204)
TAX = ledger("Output CGST", "Duties & Taxes", n=0x205)


def only(folder: Path, *objects: str) -> VoucherRow:
    reading = read_text(folder, file_of(ASHA, SALES, CASH, BANK, TAX, *objects))
    assert findings(reading) == []
    (row,) = reading.vouchers
    return row


def new_ref(folder: Path, extra: str) -> tuple[date | None, date | None]:
    allocation = bill("New Ref", "S/1", "-100.00", extra)
    row = only(folder, voucher(line("Asha Stores", "-100.00", allocation), line("Sales", "100.00")))
    (ref,) = row.postings[0].refs
    return ref.bill_on, ref.due_on


@pytest.mark.parametrize(
    ("extra", "bill_on", "due_on"),
    [
        ("", date(2026, 4, 5), date(2026, 4, 5)),
        ("<BILLCREDITPERIOD>30 Days</BILLCREDITPERIOD>", date(2026, 4, 5), date(2026, 5, 5)),
        ("<BILLCREDITPERIOD>2 Weeks</BILLCREDITPERIOD>", date(2026, 4, 5), date(2026, 4, 19)),
        ("<BILLCREDITPERIOD>1 Months</BILLCREDITPERIOD>", date(2026, 4, 5), date(2026, 5, 5)),
        ("<BILLCREDITPERIOD>20-Jun-26</BILLCREDITPERIOD>", date(2026, 4, 5), date(2026, 6, 20)),
        ("<BILLDATE>20260401</BILLDATE>", date(2026, 4, 1), date(2026, 4, 1)),
        (
            '<BILLCREDITPERIOD JD="46112" P="10 Days">10 Days</BILLCREDITPERIOD>',
            date(2026, 4, 5),
            date(2026, 4, 11),
        ),
        (
            '<BILLCREDITPERIOD JD="46050" P="1 Months">1 Months</BILLCREDITPERIOD>',
            date(2026, 4, 5),
            date(2026, 2, 28),
        ),
    ],
)
def test_due_dates(tmp_path: Path, extra: str, bill_on: date, due_on: date) -> None:
    assert new_ref(tmp_path, extra) == (bill_on, due_on)


def test_every_kind_of_reference(tmp_path: Path) -> None:
    allocations = (
        bill("Agst Ref", "S/1", "60.00")
        + bill("Advance", "ADV/1", "30.00")
        + bill("On Account", "", "10.00")
        + "<BILLALLOCATIONS.LIST>      </BILLALLOCATIONS.LIST>"
    )
    row = only(
        tmp_path,
        voucher(
            line("Cash", "-100.00"), line("Asha Stores", "100.00", allocations), kind="Receipt"
        ),
    )
    assert row.kind is RowKind.RECEIPT
    assert [(ref.kind, ref.number, ref.amount_paise) for ref in row.postings[1].refs] == [
        (RefKind.AGAINST, "S/1", -6_000),
        (RefKind.ADVANCE, "ADV/1", -3_000),
        (RefKind.ON_ACCOUNT, None, -1_000),
    ]


def test_a_party_not_kept_bill_wise_has_no_references(tmp_path: Path) -> None:
    running = ledger("Running", inside="<ISBILLWISEON>No</ISBILLWISEON>")
    row = only(
        tmp_path,
        running,
        voucher(line("Running", "-9.00", bill("New Ref", "S/1", "-9.00")), line("Sales", "9.00")),
    )
    assert row.postings[0].refs == ()


def test_the_party_of_a_receipt_is_found_among_its_lines(tmp_path: Path) -> None:
    row = only(
        tmp_path,
        voucher(
            "<PARTYLEDGERNAME>Cash</PARTYLEDGERNAME>",
            line("Cash", "-9.00"),
            line("asha  stores", "9.00"),
            kind="Receipt",
        ),
    )
    assert row.party == "Asha Stores"
    assert [posting.ledger for posting in row.party_postings] == ["Asha Stores"]


def item(rupees: str, allocations: str) -> str:
    return (
        f"<ALLINVENTORYENTRIES.LIST><STOCKITEMNAME>Soap</STOCKITEMNAME><RATE>50.00/Pcs</RATE>"
        f"<AMOUNT>{rupees}</AMOUNT><BILLEDQTY> 2 Pcs</BILLEDQTY>{allocations}"
        "</ALLINVENTORYENTRIES.LIST>"
    )


ALLOCATION = (
    "<ACCOUNTINGALLOCATIONS.LIST><LEDGERNAME>Sales</LEDGERNAME><AMOUNT>100.00</AMOUNT>"
    "</ACCOUNTINGALLOCATIONS.LIST>"
)


@pytest.mark.parametrize("allocations", [ALLOCATION, ""])
def test_invoice_view_posts_its_items(tmp_path: Path, allocations: str) -> None:
    lines = line("Asha Stores", "-105.00") + line("Output CGST", "5.00")
    invoice = lines.replace("ALLLEDGERENTRIES", "LEDGERENTRIES") + item("100.00", allocations)
    row = only(tmp_path, voucher(invoice))
    assert [(posting.ledger, posting.amount_paise) for posting in row.postings] == [
        ("Asha Stores", 10_500),
        ("Output CGST", -500),
        ("Sales", -10_000),
    ]
    assert [(one.item, one.value_paise, str(one.rate)) for one in row.items] == [
        ("Soap", 10_000, "50.00")
    ]


def test_lines_that_come_in_two_lists_count_once(tmp_path: Path) -> None:
    whole = line("Asha Stores", "-105.00") + line("Output CGST", "5.00") + line("Sales", "100.00")
    part = line("Asha Stores", "-105.00") + line("Output CGST", "5.00")
    part = part.replace("ALLLEDGERENTRIES", "LEDGERENTRIES")
    row = only(tmp_path, voucher(whole, part, item("100.00", ALLOCATION)))
    assert len(row.postings) == 3
    assert row.gst is not None
    assert (row.gst.taxable_paise, row.gst.cgst_paise) == (10_000, 500)


def test_the_gst_of_a_credit_note_is_positive_too(tmp_path: Path) -> None:
    row = only(
        tmp_path,
        voucher(
            line("Sales", "-100.00"),
            line("Output CGST", "-5.00"),
            line("Asha Stores", "105.00"),
            kind="Credit Note",
        ),
    )
    assert row.gst is not None
    assert (row.gst.taxable_paise, row.gst.cgst_paise) == (10_000, 500)


def bank_line(transaction: str, number: str) -> str:
    return (
        f"<BANKALLOCATIONS.LIST><TRANSACTIONTYPE>{transaction}</TRANSACTIONTYPE>"
        f"<INSTRUMENTNUMBER>{number}</INSTRUMENTNUMBER><INSTRUMENTDATE>20260407</INSTRUMENTDATE>"
        "<BANKNAME>State Bank</BANKNAME></BANKALLOCATIONS.LIST>"
    )


@pytest.mark.parametrize(
    ("told", "mode", "reference"),
    [
        (("Cash", "", ""), Mode.CASH, None),
        (("Sample Bank", "", ""), Mode.BANK, None),
        (("Sample Bank", bank_line("Cheque/DD", "000123"), ""), Mode.CHEQUE, "000123"),
        (("Sample Bank", bank_line("e-Fund Transfer", "X1"), "UPI later"), Mode.BANK, "X1"),
        (("Sample Bank", "", "By UPI 612345678901"), Mode.UPI, "612345678901"),
        (("Sample Bank", "", "chq no. 004512 of SBI"), Mode.CHEQUE, "004512"),
        (("Sample Bank", "", "NEFT SBINR52026040512345"), Mode.BANK, "SBINR52026040512345"),
        (("Sample Bank", "", "in place of cash"), Mode.BANK, None),
    ],
)
def test_how_money_came(
    tmp_path: Path, told: tuple[str, str, str], mode: Mode, reference: str | None
) -> None:
    money, bank, narration = told
    row = only(
        tmp_path,
        voucher(
            f"<NARRATION>{narration}</NARRATION>",
            line(money, "-9.00", bank),
            line("Asha Stores", "9.00"),
            kind="Receipt",
        ),
    )
    assert row.instrument is not None
    assert (row.instrument.mode, row.instrument.reference) == (mode, reference)
    assert row.narration == (narration or None)
    assert row.instrument.instrument_on == (date(2026, 4, 7) if bank else None)


def test_a_voucher_without_guid_or_number_still_has_a_stable_origin(tmp_path: Path) -> None:
    plain = (
        "<VOUCHER VCHTYPE='Sales'><DATE>20260405</DATE><VOUCHERTYPENAME>Sales</VOUCHERTYPENAME>"
        + line("Asha Stores", "-9.00")
        + line("Sales", "9.00")
        + "</VOUCHER>"
    )
    first, again = only(tmp_path, plain), only(tmp_path, plain)
    assert (first.origin_key, first.change, first.number) == (
        again.origin_key,
        again.change,
        again.number,
    )
    other = only(tmp_path, plain.replace("9.00", "8.00"))
    assert other.change != first.change


def test_vouchers_without_a_debtor_have_no_party(tmp_path: Path) -> None:
    row = only(tmp_path, voucher(line("Cash", "-9.00"), line("Sales", "9.00"), kind="Receipt"))
    assert row.party is None
    assert row.party_postings == ()


def test_a_purchase_from_a_debtor_is_a_journal_to_us(tmp_path: Path) -> None:
    buy = ledger("Purchases", "Purchase Accounts")
    row = only(
        tmp_path,
        buy,
        voucher(line("Purchases", "-9.00"), line("Asha Stores", "9.00"), kind="Purchase"),
    )
    assert (row.kind, row.base_type, row.type_name) == (RowKind.JOURNAL, "Purchase", "Purchase")
