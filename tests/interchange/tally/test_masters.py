from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from collectiq_desktop.interchange.rows import GstRateRow, Nature
from collectiq_desktop.interchange.tally.options import TallyOptions
from tests.interchange.tally_text import (
    COMPANY,
    SALES,
    bill,
    file_of,
    findings,
    ledger,
    line,
    read_text,
    voucher,
)

SALES_NATURE = Nature.SALES
UNDATED = (
    "<OPENINGBALANCE>-5.00</OPENINGBALANCE><BILLALLOCATIONS.LIST><NAME>A/1</NAME>"
    "<OPENINGBALANCE>-5.00</OPENINGBALANCE></BILLALLOCATIONS.LIST>"
)
DATED = (
    "<LEDGSTREGDETAILS.LIST><APPLICABLEFROM>20240401</APPLICABLEFROM><STATE>Gujarat</STATE>"
    "<GSTIN>24AAKFK1234A1Z0</GSTIN></LEDGSTREGDETAILS.LIST>"
    "<LEDGSTREGDETAILS.LIST><APPLICABLEFROM>20260901</APPLICABLEFROM>"
    "<PLACEOFSUPPLY>Maharashtra</PLACEOFSUPPLY><GSTIN>27AAPFU0939F1ZV</GSTIN>"
    "</LEDGSTREGDETAILS.LIST>"
)


@pytest.mark.parametrize(
    ("as_of_on", "gstin", "state"),
    [
        (date(2020, 1, 1), "24AAKFK1234A1Z0", "Gujarat"),
        (date(2026, 8, 31), "24AAKFK1234A1Z0", "Gujarat"),
        (date(2026, 9, 1), "27AAPFU0939F1ZV", "Maharashtra"),
        (None, "27AAPFU0939F1ZV", "Maharashtra"),
    ],
)
def test_dated_lists_hold_as_of_a_day(
    tmp_path: Path, as_of_on: date | None, gstin: str, state: str
) -> None:
    text = file_of(ledger("Mover", inside=DATED))
    (party,) = read_text(tmp_path, text, options=TallyOptions(as_of_on=as_of_on)).parties
    assert (party.gstin, party.state) == (gstin, state)


def test_old_places_of_gstin_state_and_phone(tmp_path: Path) -> None:
    inside = (
        "<PARTYGSTIN>24AAKFK1234A1Z0</PARTYGSTIN><LEDSTATENAME>&#4; Any</LEDSTATENAME>"
        "<PRIORSTATENAME>Gujarat</PRIORSTATENAME><LEDGERMOBILE>9800000001</LEDGERMOBILE>"
        "<LEDGERPHONE>0261-2400000</LEDGERPHONE><LEDGERCONTACT>Ramesh</LEDGERCONTACT>"
        "<INCOMETAXNUMBER>AAKFK1234A</INCOMETAXNUMBER><CREDITLIMIT>20,00,000.00</CREDITLIMIT>"
        '<ADDRESS.LIST TYPE="String"><ADDRESS>Old Market</ADDRESS></ADDRESS.LIST>'
        "<CONTACTDETAILS.LIST><PHONENUMBER>9800000001</PHONENUMBER></CONTACTDETAILS.LIST>"
    )
    (party,) = read_text(tmp_path, file_of(ledger("Old Form", inside=inside))).parties
    assert (party.gstin, party.state) == ("24AAKFK1234A1Z0", "Gujarat")
    assert party.phones == ("9800000001", "0261-2400000")
    assert (party.contact, party.pan) == ("Ramesh", "AAKFK1234A")
    assert (party.address, party.credit_limit_paise) == (("Old Market",), 200_000_000)


def test_a_ledgers_alias_finds_the_party(tmp_path: Path) -> None:
    names = (
        '<LANGUAGENAME.LIST><NAME.LIST TYPE="String"><NAME>Asha Stores</NAME><NAME>AS</NAME>'
        "<NAME>આશા</NAME></NAME.LIST></LANGUAGENAME.LIST>"
    )
    sold = voucher(line("આશા", "-5.00", bill("New Ref", "S/1", "-5.00")), line("Sales", "5.00"))
    reading = read_text(tmp_path, file_of(ledger("Asha Stores", inside=names), SALES, sold))
    assert reading.parties[0].aliases == ("AS", "આશા")
    assert [row.party for row in reading.vouchers] == ["Asha Stores"]


def test_an_opening_that_bills_explain_in_part(tmp_path: Path) -> None:
    inside = (
        "<OPENINGBALANCE>-1500.00</OPENINGBALANCE>"
        "<BILLALLOCATIONS.LIST>      </BILLALLOCATIONS.LIST>"
        "<BILLALLOCATIONS.LIST><BILLDATE>20260301</BILLDATE><NAME>A/1</NAME>"
        '<BILLCREDITPERIOD JD="46081" P="1 Months">1 Months</BILLCREDITPERIOD>'
        "<OPENINGBALANCE>-2000.00</OPENINGBALANCE></BILLALLOCATIONS.LIST>"
        "<BILLALLOCATIONS.LIST><BILLDATE>20260305</BILLDATE><NAME>ADV/1</NAME>"
        "<ISADVANCE>Yes</ISADVANCE><OPENINGBALANCE>600.00</OPENINGBALANCE></BILLALLOCATIONS.LIST>"
    )
    (party,) = read_text(tmp_path, file_of(ledger("Part", inside=inside))).parties
    assert [
        (one.number, one.due_on, one.open_paise, one.is_advance) for one in party.opening_bills
    ] == [
        ("A/1", date(2026, 4, 1), 200_000, False),
        ("ADV/1", date(2026, 3, 5), -60_000, True),
    ]
    assert party.opening_on_account_paise == 10_000


@pytest.mark.parametrize(
    ("inside", "severity", "finding"),
    [
        ("<OPENINGBALANCE>much</OPENINGBALANCE>", "rejected", "bad_amount"),
        ("<BILLCREDITPERIOD>soon</BILLCREDITPERIOD>", "warning", "bad_credit_period"),
        (
            UNDATED.replace("</NAME>", "</NAME><BILLDATE>20260231</BILLDATE>"),
            "rejected",
            "bad_amount",
        ),
        (UNDATED, "warning", "bad_date"),
    ],
)
def test_what_cannot_be_read_of_a_party(
    tmp_path: Path, inside: str, severity: str, finding: str
) -> None:
    reading = read_text(tmp_path, file_of(ledger("Odd", inside=inside)))
    assert findings(reading) == [(severity, finding)]
    if inside == UNDATED:
        assert reading.parties[0].opening_on_account_paise == 500


def item(inside: str) -> str:
    return f'<STOCKITEM NAME="Soap"><BASEUNITS>Pcs</BASEUNITS>{inside}</STOCKITEM>'


def rates(from_on: str, *heads: tuple[str, str]) -> str:
    details = "".join(
        f"<RATEDETAILS.LIST><GSTRATEDUTYHEAD>{head}</GSTRATEDUTYHEAD><GSTRATE> {rate}</GSTRATE>"
        "</RATEDETAILS.LIST>"
        for head, rate in heads
    )
    return (
        f"<GSTDETAILS.LIST><APPLICABLEFROM>{from_on}</APPLICABLEFROM><STATEWISEDETAILS.LIST>"
        f"{details}</STATEWISEDETAILS.LIST></GSTDETAILS.LIST>"
    )


def test_an_item_with_dated_rates(tmp_path: Path) -> None:
    inside = (
        rates("20250922", ("CGST", "2.5"), ("SGST/UTGST", "2.5"))
        + rates("20170701", ("CGST", "9"), ("SGST/UTGST", "9"), ("IGST", "18"))
        + "<HSNDETAILS.LIST><HSNCODE>34011190</HSNCODE></HSNDETAILS.LIST>"
        + "<STANDARDPRICELIST.LIST><RATE>112.50/Pcs</RATE></STANDARDPRICELIST.LIST>"
    )
    (soap,) = read_text(tmp_path, file_of(item(inside))).items
    assert (soap.hsn, soap.unit, soap.rate) == ("34011190", "Pcs", Decimal("112.50"))
    assert soap.gst_rates == (
        GstRateRow(from_on=date(2017, 7, 1), rate_bp=1_800),
        GstRateRow(from_on=date(2025, 9, 22), rate_bp=500),
    )


def test_an_item_whose_rate_cannot_be_read(tmp_path: Path) -> None:
    reading = read_text(tmp_path, file_of(item(rates("20250922", ("IGST", "five")))))
    assert findings(reading) == [("rejected", "bad_amount")]


@pytest.mark.parametrize("tag", ["COMPANY", "COMPANY NAME='Test Traders'"])
def test_the_company_object_of_an_export(tmp_path: Path, tag: str) -> None:
    company = (
        f"<{tag}><BOOKSFROM>20260401</BOOKSFROM><REMOTECMPINFO.LIST MERGE='Yes'>"
        f"<NAME>{COMPANY}</NAME><REMOTECMPNAME>Test Traders</REMOTECMPNAME></REMOTECMPINFO.LIST>"
        "</COMPANY>"
    )
    text = file_of(company, ledger("Asha Stores")).replace(
        "<SVCURRENTCOMPANY>Test Traders</SVCURRENTCOMPANY>", ""
    )
    reading = read_text(tmp_path, text)
    assert (reading.company_name, reading.company_guid) == ("Test Traders", COMPANY)
    assert reading.books_from_on == date(2026, 4, 1)


def test_masters_without_a_guid_have_a_stable_origin(tmp_path: Path) -> None:
    first, again, other = (
        read_text(tmp_path, file_of(ledger("Plain", inside=inside))).parties[0]
        for inside in ("", "", "<EMAIL>a@b.in</EMAIL>")
    )
    assert (first.origin_key, first.change) == (again.origin_key, again.change)
    assert first.origin_key == other.origin_key
    assert first.change != other.change


def test_known_accounts_need_no_master(tmp_path: Path) -> None:
    sold = voucher(line("Asha Stores", "-5.00"), line("Income of goods", "5.00"))
    options = TallyOptions(known_accounts={"Income of Goods": SALES_NATURE})
    reading = read_text(tmp_path, file_of(ledger("Asha Stores"), sold), options=options)
    assert findings(reading) == []
    (row,) = reading.vouchers
    assert (row.postings[1].ledger, row.postings[1].nature) == ("Income of Goods", SALES_NATURE)


def test_a_report_row_without_a_party_is_listed(tmp_path: Path) -> None:
    row = (
        "<BILLFIXED><BILLDATE>1-May-26</BILLDATE><BILLREF>A</BILLREF><BILLPARTY>{}</BILLPARTY>"
        "</BILLFIXED><BILLCL>-5.00</BILLCL><BILLDUE>{}</BILLDUE>"
    )
    options = TallyOptions(bills_as_opening=True)
    good, nobody = row.format("Asha", ""), row.format("", "1-Jun-26")
    reading = read_text(tmp_path, f"<ENVELOPE>{good}{nobody}</ENVELOPE>", options=options)
    assert findings(reading) == [("rejected", "missing_field")]
    assert [one.due_on for one in reading.parties[0].opening_bills] == [date(2026, 5, 1)]
    odd = row.format("Asha", "someday")
    assert findings(read_text(tmp_path, f"<ENVELOPE>{odd}</ENVELOPE>")) == [
        ("refused", "bad_amount")
    ]
