"""A whole book in every encoding and order of files gives the known right answer."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from collectiq_desktop.interchange.rows import Reading, RowState
from collectiq_desktop.interchange.tally.options import TallyOptions
from collectiq_desktop.interchange.tally.reading import read_tally

OPTIONS = TallyOptions(as_of_on=date(2026, 11, 22))
Bills = dict[tuple[str, str], tuple[int, date, date]]


def paise(rupees: str) -> int:
    return int(Decimal(rupees) * 100)


def closings(reading: Reading) -> tuple[dict[str, int], Bills]:
    """Balances and open bills by the plain arithmetic of refs, without the books."""
    balances = {party.name: party.opening_paise for party in reading.parties}
    bills: Bills = {
        (party.name, bill.number): (bill.open_paise, bill.bill_on, bill.due_on)
        for party in reading.parties
        for bill in party.opening_bills
    }
    for row in reading.vouchers:
        if row.state is not RowState.OK:
            continue
        for posting in row.party_postings:
            balances[posting.ledger] += posting.amount_paise
            for ref in posting.refs:
                if ref.number is None:
                    continue
                key = posting.ledger, ref.number
                before = bills.get(key)
                if before is not None:
                    bills[key] = (before[0] + ref.amount_paise, *before[1:])
                elif ref.bill_on and ref.due_on:
                    bills[key] = (ref.amount_paise, ref.bill_on, ref.due_on)
    return balances, {key: bill for key, bill in bills.items() if bill[0]}


@pytest.fixture
def book(test_data: Path) -> Path:
    return test_data / "tally" / "synthetic"


@pytest.fixture
def expected(book: Path) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads((book / "expected.json").read_text(encoding="utf-8"))
    return answer


@pytest.mark.parametrize("encoding", ["utf8", "utf16le_bom"])
@pytest.mark.parametrize("names", [("masters", "daybook"), ("daybook", "masters")])
def test_closings_and_bills(
    book: Path, expected: dict[str, Any], encoding: str, names: tuple[str, str]
) -> None:
    reading = read_tally([book / f"{name}.{encoding}.xml" for name in names], OPTIONS)
    balances, bills = closings(reading)
    assert reading.complaints == ()
    assert (reading.company_name, len(reading.vouchers)) == (expected["company"], 22)
    for name, party in expected["parties"].items():
        wanted = {
            bill["ref"]: (
                paise(bill["balance"]),
                date.fromisoformat(bill["bill_date"]),
                date.fromisoformat(bill["due_date"]),
            )
            for bill in party["bills"]
        }
        got = {number: bill for (owner, number), bill in bills.items() if owner == name}
        assert got == wanted
        assert balances[name] == paise(party["closing"])
        on_account_paise = balances[name] - sum(bill[0] for bill in got.values())
        assert on_account_paise == paise(party["on_account"])
    uncounted = [row.number for row in reading.vouchers if row.state is not RowState.OK]
    assert uncounted == expected["not_counted"]
    assert dict(reading.counts.by_type) == expected["vouchers"]
    assert reading.sums.closing_paise == paise(expected["total_outstanding_net"])


def test_every_encoding_gives_the_same_rows(book: Path) -> None:
    def told(encoding: str) -> list[tuple[str, str, object]]:
        files = [book / f"masters.{encoding}.xml", book / f"daybook.{encoding}.xml"]
        reading = read_tally(files, OPTIONS)
        parties = [(one.origin_key, one.change, one.opening_bills) for one in reading.parties]
        return parties + [(one.origin_key, one.change, one.postings) for one in reading.vouchers]

    assert told("utf8") == told("utf16le_bom")


def test_lossy_names_refuse_the_whole_import(book: Path) -> None:
    files = [book / "masters.ascii_lossy.xml", book / "daybook.ascii_lossy.xml"]
    reading = read_tally(files, OPTIONS)
    assert {one.finding.value for one in reading.refusals} == {"lossy_names"}
    assert len(reading.refusals) == 2


def test_json_masters_with_their_groups(book: Path) -> None:
    groups = ("Sundry Debtors", "Ring Road Market", "Surat Retail", "Outstation")
    options = TallyOptions(as_of_on=date(2026, 11, 22), party_groups=groups)
    for name in ("masters.utf8.json", "masters.utf16le_bom.json"):
        by_json = {one.name: one for one in read_tally([book / name], options).parties}
        by_xml = {one.name: one for one in read_tally([book / "masters.utf8.xml"], OPTIONS).parties}
        assert len(by_json) == 4
        for party, told in by_json.items():
            known = by_xml[party]
            assert told.opening_bills == known.opening_bills
            assert (told.opening_paise, told.gstin) == (known.opening_paise, known.gstin)
            assert (told.address, told.credit_days) == (known.address[:1], known.credit_days)


def test_party_master_data(book: Path) -> None:
    reading = read_tally([book / "masters.utf16le_bom.xml"], OPTIONS)
    kiran = next(party for party in reading.parties if party.name == "Kiran Kirana Stores")
    assert kiran.group_path == (
        *("Ring Road Market", "Surat Retail", "Sundry Debtors", "Current Assets"),
    )
    assert (kiran.credit_days, kiran.credit_limit_paise) == (30, 20_000_000)
    assert (kiran.gstin, kiran.state, kiran.pincode) == ("24AAKFK1234A1Z0", "Gujarat", "395002")
    assert kiran.phones == ("9800000001",)
    assert kiran.address == ("Shop 1, Sample Market", "Near Clock Tower")
    shiv = next(party for party in reading.parties if party.name == "શિવ એન્ટરપ્રાઈઝ")
    assert shiv.opening_on_account_paise == 500_000
    lakshmi = next(party for party in reading.parties if party.name == "Lakshmi Agencies")
    assert (lakshmi.is_bill_wise, lakshmi.opening_paise) == (False, 800_000)


def test_invoice_with_items_in_the_structural_file(test_data: Path) -> None:
    path = test_data / "tally" / "structural" / "ledger_and_gst_invoice_utf16le_bom.xml"
    options = TallyOptions(
        as_of_on=date(2025, 3, 31), known_voucher_types={"GST Sale Invoice": "Sales"}
    )
    reading = read_tally([path], options)
    (row,) = reading.vouchers
    assert [(one.ledger, one.amount_paise, one.nature.value) for one in row.postings] == [
        ("Sample Debtor One", 1_421_700, "party"),
        ("IGST", -216_864, "tax"),
        ("Round Off", -36, "round_off"),
        ("Sales Local 18%", -1_004_000, "sales"),
        ("Sales Local 18%", -200_800, "sales"),
    ]
    assert row.gst is not None
    assert (row.gst.taxable_paise, row.gst.igst_paise) == (1_204_800, 216_864)
    assert [(one.item, str(one.quantity), one.unit, one.gst_rate_bp) for one in row.items] == [
        ("Sample Item A", "200", "Pair", 1800),
        ("Sample Item B", "40", "Pair", 1800),
    ]
    assert row.einvoice is not None
    assert row.einvoice.ack_number == "100000000000001"
    (ref,) = row.postings[0].refs
    assert (ref.number, ref.due_on) == ("SM/24-25/1001", date(2025, 5, 7))
    assert {one.finding.value for one in reading.complaints} == {"unknown_ledger"}
    (party,) = reading.parties
    assert (len(party.opening_bills), party.opening_paise) == (7, 2_500_000)
