"""Every file of the test data gives a result or a named finding."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from collectiq_desktop.interchange.tally.options import TallyOptions
from collectiq_desktop.interchange.tally.reading import read_tally

# file -> parties, accounts, voucher types, vouchers taken, rejected rows, findings
EXPECTED: dict[str, tuple[int, int, int, int, int, set[str]]] = {
    "bridge/encoding/bills-ascii.bin": (0, 0, 0, 0, 0, {"report_form"}),
    "bridge/encoding/bills-utf16.bin": (0, 0, 0, 0, 0, {"report_form"}),
    "bridge/encoding/led-ascii.bin": (6, 7, 0, 0, 0, {"lossy_names"}),
    "bridge/encoding/led-utf16.bin": (6, 7, 0, 0, 0, set()),
    "bridge/jsonex/ledger_collection_sanitized.json": (0, 0, 0, 0, 2, {"unknown_group"}),
    "bridge/live/live_education_w1_ledger_sanitized.xml": (0, 0, 0, 0, 0, {"import_reply"}),
    "bridge/live/live_education_w4_voucher_sanitized.xml": (0, 0, 0, 0, 0, {"import_reply"}),
    "bridge/live/live_education_w7_baddate_sanitized.xml": (0, 0, 0, 0, 0, {"import_reply"}),
    "bridge/live/unit_a_company_extent_live.xml": (0, 0, 0, 0, 0, {"nothing_to_import"}),
    "bridge/live/unit_a_invalid_char_ref_live.xml": (4, 23, 0, 0, 0, set()),
    "bridge/native/bills_payable_validation_lab.xml": (0, 0, 0, 0, 0, {"report_form"}),
    "bridge/native/bills_receivable_unloaded_company_failure.xml": (
        *(0, 0, 0, 0, 0),
        {"failure_reply"},
    ),
    "bridge/native/bills_receivable_validation_lab.xml": (0, 0, 0, 0, 0, {"report_form"}),
    "bridge/native/company_collection_live.xml": (0, 0, 0, 0, 0, {"nothing_to_import"}),
    "bridge/native/company_extent_9000.xml": (0, 0, 0, 0, 0, {"nothing_to_import"}),
    "bridge/native/empty_voucher_window_wr2.utf16le.xml": (0, 0, 0, 0, 0, {"nothing_to_import"}),
    "bridge/native/group_snapshot_wr2.xml": (0, 0, 0, 0, 0, {"nothing_to_import"}),
    "bridge/native/group_snapshot_wr2_with_identity.utf16le.xml": (
        *(0, 0, 0, 0, 0),
        {"nothing_to_import"},
    ),
    "bridge/native/ledger_snapshot_validation_lab.xml": (6, 7, 0, 0, 0, {"lossy_names"}),
    "bridge/native/ledgers_native_wr2_core_window.xml": (5, 3, 0, 0, 1, {"unknown_group"}),
    "bridge/native/response-illegal-svtodate-bound-dropped-wr2.utf16le.xml": (
        *(0, 0, 0, 0, 3),
        {"unknown_ledger"},
    ),
    "bridge/native/voucher_types_native_wr2.xml": (0, 0, 24, 0, 0, set()),
    "bridge/native/vouchers_native_wr2.xml": (0, 0, 0, 0, 3, {"unknown_ledger"}),
    "bridge/simulator/duplicate_export_metadata.xml": (0, 0, 0, 0, 0, {"nothing_to_import"}),
    "bridge/simulator/empty_export.xml": (0, 0, 0, 0, 0, {"nothing_to_import"}),
    "bridge/simulator/exact_decimals.xml": (0, 0, 0, 0, 0, {"nothing_to_import"}),
    "bridge/simulator/export_status_0.xml": (0, 0, 0, 0, 0, {"failure_reply"}),
    "bridge/simulator/export_status_1.xml": (0, 0, 0, 0, 0, {"nothing_to_import"}),
    "bridge/simulator/export_status_invalid.xml": (0, 0, 0, 0, 0, {"failure_reply"}),
    "bridge/simulator/export_status_missing.xml": (0, 0, 0, 0, 0, {"nothing_to_import"}),
    "bridge/simulator/import_counters.xml": (0, 0, 0, 0, 0, {"import_reply"}),
    "bridge/simulator/import_duplicate.xml": (0, 0, 0, 0, 0, {"import_reply"}),
    "bridge/simulator/import_partial.xml": (0, 0, 0, 0, 0, {"import_reply"}),
    "bridge/simulator/inconsistent_date_filter.xml": (
        *(0, 0, 0, 0, 1),
        {"date_outside", "no_postings"},
    ),
    "bridge/simulator/malformed.xml": (0, 0, 0, 0, 0, {"malformed_xml"}),
    "bridge/simulator/malformed_export_metadata.xml": (0, 0, 0, 0, 0, {"count_mismatch"}),
    "bridge/simulator/normal_export.xml": (0, 0, 0, 0, 1, {"unknown_group"}),
    "bridge/simulator/record_count_mismatch.xml": (
        *(0, 0, 0, 0, 1),
        {"count_mismatch", "unknown_group"},
    ),
    "bridge/simulator/synthetic_json_semantic_reference.json": (0, 0, 0, 0, 0, {"not_tally"}),
    "bridge/simulator/voucher_export.xml": (0, 0, 0, 0, 1, {"no_postings"}),
    "structural/ledger_and_gst_invoice_utf16le_bom.xml": (
        *(1, 0, 0, 0, 1),
        {"unknown_voucher_type"},
    ),
    "structural/ledger_and_gst_invoice_utf8.xml": (1, 0, 0, 0, 1, {"unknown_voucher_type"}),
    "synthetic/daybook.ascii_lossy.xml": (
        *(0, 0, 0, 2, 20),
        {"lossy_names", "unknown_ledger", "unknown_voucher_type"},
    ),
    "synthetic/daybook.utf16le_bom.xml": (
        *(0, 0, 0, 2, 20),
        {"unknown_ledger", "unknown_voucher_type"},
    ),
    "synthetic/daybook.utf8.xml": (0, 0, 0, 2, 20, {"unknown_ledger", "unknown_voucher_type"}),
    "synthetic/masters.ascii_lossy.xml": (8, 11, 2, 0, 0, {"lossy_names"}),
    "synthetic/masters.utf16le_bom.json": (0, 0, 0, 0, 4, {"unknown_group"}),
    "synthetic/masters.utf16le_bom.xml": (8, 11, 2, 0, 0, set()),
    "synthetic/masters.utf8.json": (0, 0, 0, 0, 4, {"unknown_group"}),
    "synthetic/masters.utf8.xml": (8, 11, 2, 0, 0, set()),
}
OPTIONS = TallyOptions(as_of_on=date(2026, 11, 22))


@pytest.mark.parametrize("name", EXPECTED)
def test_gives_a_result_or_a_named_finding(test_data: Path, name: str) -> None:
    reading = read_tally([test_data / "tally" / name], OPTIONS)
    counts = reading.counts
    got = (counts.parties, counts.accounts, counts.voucher_types, len(reading.vouchers))
    found = {one.finding.value for one in reading.complaints}
    assert (*got, counts.rejected, found) == EXPECTED[name]


def test_the_table_names_every_file(test_data: Path) -> None:
    folder = test_data / "tally"
    there = {
        path.relative_to(folder).as_posix()
        for path in folder.rglob("*")
        if path.suffix in {".xml", ".json", ".bin"} and path.name != "expected.json"
    }
    assert there == set(EXPECTED)


def test_a_complaint_is_a_sentence_and_names_its_file(test_data: Path) -> None:
    for name in EXPECTED:
        path = test_data / "tally" / name
        for complaint in read_tally([path], OPTIONS).complaints:
            assert complaint.where.startswith(path.name)
            assert complaint.reason[0].isupper() or complaint.reason[0].isdigit()
            assert "traceback" not in complaint.reason.lower()


def test_masters_of_one_company_in_four_files_make_its_vouchers_readable(test_data: Path) -> None:
    native = test_data / "tally" / "bridge" / "native"
    files = [
        native / name
        for name in (
            "vouchers_native_wr2.xml",
            "ledgers_native_wr2_core_window.xml",
            "group_snapshot_wr2_with_identity.utf16le.xml",
            "voucher_types_native_wr2.xml",
        )
    ]
    reading = read_tally(files, OPTIONS)
    assert reading.complaints == ()
    assert reading.company_guid == "61c6de69-1748-461c-ad3f-162cb949df9f"
    assert {party.name: party.opening_paise for party in reading.parties}[
        "Bridge Nested Debtor WR4"
    ] == 5_000_000
    assert [(row.party, row.postings[0].amount_paise) for row in reading.vouchers] == [
        ("नमस्ते ट्रेडर्स", 10_101),
        ("Café Naïve Traders", 10_202),
        ("WR2 XML Café Naïve Ledger 01A01A2F", 10_303),
    ]


@pytest.mark.parametrize("name", ["bills-utf16.bin", "bills-ascii.bin"])
def test_a_report_gives_opening_bills_when_that_is_chosen(test_data: Path, name: str) -> None:
    path = test_data / "tally" / "bridge" / "encoding" / name
    options = TallyOptions(as_of_on=date(2026, 11, 22), bills_as_opening=True)
    reading = read_tally([path], options)
    alpha = next(party for party in reading.parties if party.name == "BVL Alpha Traders")
    assert [(bill.number, bill.due_on, bill.open_paise) for bill in alpha.opening_bills] == [
        ("ALPHA-OVERDUE", date(2026, 5, 1), 1_111_100),
        ("ALPHA-FUTURE", date(2026, 10, 1), 2_222_200),
    ]
    assert alpha.opening_paise == 3_333_300
    refusals = [one.finding.value for one in reading.refusals]
    assert refusals == (["lossy_names"] if "ascii" in name else [])
