"""One odd thing in a small file, and the named finding that it gives."""

from __future__ import annotations

from pathlib import Path

import pytest

from collectiq_desktop.interchange.rows import Reading, RowState
from collectiq_desktop.interchange.tally.options import TallyOptions
from tests.interchange.tally_text import (
    AS_OF_ON,
    ASHA,
    CASH,
    COMPANY,
    SALES,
    bill,
    file_of,
    findings,
    ledger,
    line,
    read_text,
    sale,
    voucher,
)

RECEIPT = voucher(
    line("Cash", "-400.00"),
    line("Asha Stores", "400.00", bill("Agst Ref", "S/1", "400.00")),
    kind="Receipt",
    number="R/1",
    n=2,
)


def read(folder: Path, *objects: str) -> Reading:
    return read_text(folder, file_of(ASHA, SALES, CASH, *objects))


def test_a_clean_file_has_nothing_to_complain_of(tmp_path: Path) -> None:
    reading = read(tmp_path, sale(), RECEIPT)
    assert reading.complaints == ()
    assert (reading.sums.debit_paise, reading.sums.credit_paise) == (100_000, 40_000)


def test_unbalanced_voucher(tmp_path: Path) -> None:
    odd = voucher(line("Asha Stores", "-1000.00"), line("Sales", "990.00"))
    reading = read(tmp_path, odd, RECEIPT)
    assert findings(reading) == [("rejected", "unbalanced_voucher")]
    (complaint,) = reading.rejected
    assert "10.00" in complaint.reason
    assert complaint.where == "file1.xml, line 1, voucher S/1 of 05-04-2026"
    assert [row.number for row in reading.vouchers] == ["R/1"]


@pytest.mark.parametrize(("stage", "severity"), [("one of three", "warning"), ("most", "refused")])
def test_reversed_signs(tmp_path: Path, stage: str, severity: str) -> None:
    odd = voucher(
        line("Asha Stores", "1000.00", flag="Yes"), line("Sales", "-1000.00", flag="No"), n=9
    )
    others = (RECEIPT, sale(number="S/3", n=3)) if stage == "one of three" else ()
    reading = read(tmp_path, odd, *others)
    assert (severity, "reversed_signs") in findings(reading)
    assert bool(reading.refusals) == (severity == "refused")


def test_reversed_signs_without_marks(tmp_path: Path) -> None:
    odd = voucher(line("Asha Stores", "1000.00"), line("Sales", "-1000.00"))
    assert findings(read(tmp_path, odd)) == [("refused", "reversed_signs")]


def test_a_return_entered_as_a_negative_sale_is_no_reversal(tmp_path: Path) -> None:
    odd = voucher(line("Asha Stores", "100.00"), line("Sales", "-100.00"), number="S/9", n=9)
    assert findings(read(tmp_path, sale(), RECEIPT, odd)) == []


@pytest.mark.parametrize("cut", [40, 200, 500, 900])
def test_truncated_file(tmp_path: Path, cut: int) -> None:
    whole = file_of(ASHA, SALES, sale())
    reading = read_text(tmp_path, whole[:cut])
    assert [one.finding.value for one in reading.refusals] == ["truncated_file"]


def test_every_cut_of_a_utf16_file_is_refused(tmp_path: Path) -> None:
    whole = b"\xff\xfe" + file_of(ASHA, SALES, sale()).encode("utf-16-le")
    for cut in range(4, len(whole), 37):
        reading = read_text(tmp_path, whole[:cut])
        assert [one.finding.value for one in reading.refusals] == ["truncated_file"], cut


def test_damaged_xml(tmp_path: Path) -> None:
    reading = read_text(tmp_path, file_of(ASHA, "<LEDGER NAME='X'><PARENT></LEDGER>"))
    assert [one.finding.value for one in reading.refusals] == ["malformed_xml"]


def test_a_document_type_is_refused_before_it_can_do_harm(tmp_path: Path) -> None:
    bomb = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>' + file_of(ASHA)
    reading = read_text(tmp_path, bomb)
    assert [one.finding.value for one in reading.refusals] == ["malformed_xml"]


@pytest.mark.parametrize("text", ["party,amount\nAsha,10\n", "<html><body>no</body></html>", "{}"])
def test_not_tally(tmp_path: Path, text: str) -> None:
    reading = read_text(tmp_path, text)
    assert [one.finding.value for one in reading.refusals] == ["not_tally"]


def test_empty_file(tmp_path: Path) -> None:
    reading = read_text(tmp_path, "")
    assert [one.finding.value for one in reading.refusals] == ["empty_file"]


@pytest.mark.parametrize(
    "reply", ["Unknown Request, cannot be processed", "TallyPrime Server is Running"]
)
def test_a_bare_reply_is_no_export(tmp_path: Path, reply: str) -> None:
    reading = read_text(tmp_path, f"<RESPONSE>{reply}</RESPONSE>")
    (refusal,) = reading.refusals
    assert refusal.finding.value == "failure_reply"
    assert reply in refusal.reason


def test_unknown_voucher_type(tmp_path: Path) -> None:
    odd = voucher(line("Asha Stores", "-5.00"), line("Sales", "5.00"), kind="Bikri")
    assert findings(read(tmp_path, odd)) == [("rejected", "unknown_voucher_type")]
    kind = '<VOUCHERTYPE NAME="Bikri"><PARENT>Local Sale</PARENT></VOUCHERTYPE>'
    above = '<VOUCHERTYPE NAME="Local Sale"><PARENT>Sales</PARENT></VOUCHERTYPE>'
    reading = read(tmp_path, odd, kind, above)
    assert findings(reading) == []
    assert [(row.kind.value, row.base_type) for row in reading.vouchers] == [
        ("sales_invoice", "Sales")
    ]


def test_unknown_ledger_that_may_be_a_party(tmp_path: Path) -> None:
    odd = voucher(line("Stranger", "-5.00", bill("New Ref", "S/1", "-5.00")), line("Sales", "5.00"))
    reading = read(tmp_path, odd)
    assert findings(reading) == [("rejected", "unknown_ledger")]
    assert "“Stranger”" in reading.rejected[0].reason


def test_unknown_ledger_beside_a_known_party_is_guessed_once(tmp_path: Path) -> None:
    odd = [
        voucher(line("Asha Stores", "-5.00"), line("Sales GST 5%", "5.00"), number=f"S/{n}", n=n)
        for n in (11, 12)
    ]
    reading = read(tmp_path, *odd)
    assert findings(reading) == [("warning", "unknown_ledger")]
    assert {row.postings[1].nature.value for row in reading.vouchers} == {"sales"}


def test_parties_that_the_books_know_need_no_master(tmp_path: Path) -> None:
    options = TallyOptions(
        as_of_on=AS_OF_ON, known_parties=("ASHA  stores",), known_voucher_types={"Bikri": "Sales"}
    )
    odd = voucher(line("Asha Stores", "-5.00"), line("Sales", "5.00"), kind="Bikri")
    reading = read_text(tmp_path, file_of(SALES, odd), options=options)
    assert findings(reading) == []
    assert [row.party for row in reading.vouchers] == ["ASHA  stores"]


def test_the_same_voucher_twice_counts_once(tmp_path: Path) -> None:
    reading = read_text(tmp_path, file_of(ASHA, SALES, sale()), file_of(sale()))
    assert findings(reading) == [("note", "duplicate_guid")]
    assert len(reading.vouchers) == 1


def test_one_guid_with_two_contents(tmp_path: Path) -> None:
    reading = read(tmp_path, sale("1000.00"), sale("900.00"))
    assert findings(reading) == [("rejected", "duplicate_guid")]
    assert [row.postings[0].amount_paise for row in reading.vouchers] == [100_000]


@pytest.mark.parametrize("is_later_first", [True, False])
def test_an_altered_voucher_met_twice_is_taken_in_its_later_state(
    tmp_path: Path, is_later_first: bool
) -> None:
    states = [
        voucher(line("Asha Stores", f"-{rupees}.00"), line("Sales", f"{rupees}.00"), alter=alter)
        for rupees, alter in ((1000, 7), (900, 12))
    ]
    reading = read(tmp_path, *(reversed(states) if is_later_first else states))
    assert findings(reading) == [("warning", "duplicate_guid")]
    assert [(row.postings[0].amount_paise, row.change) for row in reading.vouchers] == [
        (90_000, "a12")
    ]


def test_a_number_used_twice(tmp_path: Path) -> None:
    reading = read(tmp_path, sale(n=1), sale("5.00", number="s/1", n=2))
    assert findings(reading) == [("warning", "duplicate_number")]
    assert len(reading.vouchers) == 2


def test_a_number_may_come_again_next_year(tmp_path: Path) -> None:
    again = voucher(line("Asha Stores", "-5.00"), line("Sales", "5.00"), on="20270401", n=2)
    assert findings(read(tmp_path, sale(), again)) == []


def test_two_ledgers_of_one_name(tmp_path: Path) -> None:
    reading = read_text(tmp_path, file_of(ASHA, ledger("ASHA STORES", n=0x299)))
    assert findings(reading) == [("rejected", "duplicate_name")]
    assert len(reading.parties) == 1


def test_a_ledger_exported_twice_is_one_in_its_later_state(tmp_path: Path) -> None:
    older = ledger("Asha Stores", inside="<ALTERID> 5</ALTERID><EMAIL>old@x.in</EMAIL>", n=1)
    newer = ledger("Asha Stores", inside="<ALTERID> 6</ALTERID><EMAIL>new@x.in</EMAIL>", n=1)
    for files in ((older, newer), (newer, older)):
        reading = read_text(tmp_path, *(file_of(one) for one in files))
        assert findings(reading) == []
        assert [party.email for party in reading.parties] == ["new@x.in"]


@pytest.mark.parametrize("by", ["name", "guid"])
def test_two_companies_are_never_poured_together(tmp_path: Path, by: str) -> None:
    other = file_of(sale(), company="Other Traders" if by == "name" else "Test Traders")
    if by == "guid":
        other = other.replace(COMPANY, "99999999-2d1e-4a53-8a60-9f00c0ffee00")
    reading = read_text(tmp_path, file_of(ASHA, SALES), other)
    (refusal,) = reading.refusals
    assert refusal.finding.value == "two_companies"
    told = ("Other Traders", "Test Traders") if by == "name" else ("99999999-2d1e", COMPANY)
    assert all(name in refusal.reason for name in told)


def test_a_split_company_is_the_same_company(tmp_path: Path) -> None:
    later = file_of(sale(), company="Test Traders (from 1-Apr-26)")
    assert findings(read_text(tmp_path, file_of(ASHA, SALES), later)) == []


def test_a_date_outside_the_files_own_period(tmp_path: Path) -> None:
    period = '<SVFROMDATE TYPE="Date">20260501</SVFROMDATE><SVTODATE>20260531</SVTODATE>'
    reading = read_text(tmp_path, file_of(ASHA, SALES, sale(), extra=period))
    assert findings(reading) == [("warning", "date_outside")]
    assert len(reading.vouchers) == 1


@pytest.mark.parametrize(
    ("field", "text", "finding"),
    [
        ("DATE", "20260231", "bad_date"),
        ("DATE", "", "bad_date"),
        ("AMOUNT", "12.3.4", "bad_amount"),
        ("AMOUNT", "10.005", "bad_amount"),
        ("AMOUNT", "999999999999999999.00", "bad_amount"),
    ],
)
def test_unreadable_values(tmp_path: Path, field: str, text: str, finding: str) -> None:
    was = "20260405" if field == "DATE" else "1000.00"
    odd = sale().replace(f"<{field}>{was}</{field}>", f"<{field}>{text}</{field}>")
    assert findings(read(tmp_path, odd)) == [("rejected", finding)]


def test_a_gstin_with_a_wrong_check_character_is_kept_with_a_warning(tmp_path: Path) -> None:
    party = ledger("Bad Number", inside="<PARTYGSTIN>27AAPFU0939F1ZX</PARTYGSTIN>")
    reading = read_text(tmp_path, file_of(party))
    assert findings(reading) == [("warning", "bad_gstin")]
    assert reading.parties[0].gstin == "27AAPFU0939F1ZX"


def test_allocations_that_do_not_explain_the_amount(tmp_path: Path) -> None:
    odd = voucher(
        line("Asha Stores", "-1000.00", bill("New Ref", "S/1", "-900.00")), line("Sales", "1000.00")
    )
    reading = read(tmp_path, odd)
    assert findings(reading) == [("warning", "allocation_mismatch")]
    assert "100.00" in reading.complaints[0].reason


def test_closing_balances_exported_as_opening(tmp_path: Path) -> None:
    opening = (
        "<OPENINGBALANCE>-1000.00</OPENINGBALANCE><BILLALLOCATIONS.LIST><BILLDATE>20260405"
        "</BILLDATE><NAME>S/1</NAME><OPENINGBALANCE>-1000.00</OPENINGBALANCE></BILLALLOCATIONS.LIST>"
    )
    party = ledger("Asha Stores", inside=opening, n=0x201)
    reading = read_text(tmp_path, file_of(party, SALES, sale()))
    assert findings(reading) == [("warning", "closing_as_opening")]
    assert "S/1 of Asha Stores" in reading.complaints[0].reason


@pytest.mark.parametrize(
    ("flag", "state"),
    [
        ("ISCANCELLED", RowState.CANCELLED),
        ("ISVOID", RowState.CANCELLED),
        ("ISOPTIONAL", RowState.OPTIONAL),
        ("ISDELETED", RowState.DELETED),
    ],
)
def test_vouchers_that_do_not_count_keep_their_number(
    tmp_path: Path, flag: str, state: RowState
) -> None:
    inside = f"<{flag}>Yes</{flag}><PARTYLEDGERNAME>Asha Stores</PARTYLEDGERNAME>"
    reading = read(tmp_path, voucher(inside, number="S/7"))
    (row,) = reading.vouchers
    assert (row.state, row.number, row.party, row.postings) == (state, "S/7", "Asha Stores", ())
    assert reading.complaints == ()


def test_a_post_dated_voucher_keeps_its_postings(tmp_path: Path) -> None:
    odd = voucher(
        "<ISPOSTDATED>Yes</ISPOSTDATED>", line("Asha Stores", "-5.00"), line("Sales", "5.00")
    )
    (row,) = read(tmp_path, odd).vouchers
    assert (row.state, len(row.postings)) == (RowState.POST_DATED, 2)


def test_orders_and_memos_never_post(tmp_path: Path) -> None:
    odd = voucher(line("Asha Stores", "-5.00"), line("Sales", "5.00"), kind="Sales Order")
    (row,) = read(tmp_path, odd).vouchers
    assert (row.state, row.postings) == (RowState.NOT_POSTING, ())


def test_question_marks_can_be_accepted(tmp_path: Path) -> None:
    text = file_of(ledger("What Else? Stores"))
    assert findings(read_text(tmp_path, text)) == [("refused", "lossy_names")]
    options = TallyOptions(as_of_on=AS_OF_ON, accept_question_marks=True)
    assert findings(read_text(tmp_path, text, options=options)) == [("warning", "lossy_names")]
