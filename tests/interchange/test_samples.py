"""The project's own Tally sample reads without a complaint and to its right answer."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from collectiq_desktop.interchange.rows import Reading, RowKind, RowState
from collectiq_desktop.interchange.samples import make_sample
from collectiq_desktop.interchange.tally.options import TallyOptions
from collectiq_desktop.interchange.tally.reading import read_tally

TODAY_ON = date(2026, 11, 22)


def read(folder: Path, encoding: str, today_on: date = TODAY_ON) -> Reading:
    sample = make_sample(today_on)
    paths = []
    for name in ("masters", "daybook"):
        path = folder / f"{name}.xml"
        path.write_bytes(getattr(sample, f"{name}_{encoding}"))
        paths.append(path)
    return read_tally(paths, TallyOptions(as_of_on=today_on))


@pytest.mark.parametrize("encoding", ["utf16", "utf8"])
@pytest.mark.parametrize("today_on", [TODAY_ON, date(2027, 2, 28), date(2026, 6, 30)])
def test_reads_to_its_right_answer(tmp_path: Path, encoding: str, today_on: date) -> None:
    expected = make_sample(today_on).expected
    reading = read(tmp_path, encoding, today_on)
    assert reading.complaints == ()
    balances = {party.name: party.opening_paise for party in reading.parties}
    bills = {
        (party.name, bill.number): [bill.open_paise, bill.bill_on, bill.due_on]
        for party in reading.parties
        for bill in party.opening_bills
    }
    uncounted = []
    for row in reading.vouchers:
        if row.state is not RowState.OK or row.party is None:
            uncounted.append(row.number)
            continue
        for posting in row.party_postings:
            balances[posting.ledger] += posting.amount_paise
            for ref in posting.refs:
                key = posting.ledger, ref.number or ""
                if ref.number and key in bills:
                    bills[key][0] += ref.amount_paise  # type: ignore[operator]
                elif ref.number:
                    assert ref.bill_on
                    assert ref.due_on
                    bills[key] = [ref.amount_paise, ref.bill_on, ref.due_on]
    assert uncounted == expected["not_counted"]
    for name, answer in expected["parties"].items():
        assert balances[name] == answer["closing_paise"]
        got = {number: bill for (party, number), bill in bills.items() if party == name and bill[0]}
        assert got == {
            bill["number"]: [
                bill["open_paise"],
                date.fromisoformat(bill["bill_on"]),
                date.fromisoformat(bill["due_on"]),
            ]
            for bill in answer["bills"]
        }
    assert sum(balances.values()) == expected["total_paise"]


def test_it_is_believable_and_holds_every_kind(tmp_path: Path) -> None:
    reading = read(tmp_path, "utf16")
    rows = list(reading.vouchers)
    assert (len(reading.parties), len(reading.items)) == (12, 5)
    assert len(rows) >= 60
    assert {row.kind for row in rows} == set(RowKind)
    assert {row.state for row in rows} >= {
        RowState.CANCELLED,
        RowState.OPTIONAL,
        RowState.POST_DATED,
    }
    scripts = {party.name[0] for party in reading.parties if not party.name.isascii()}
    assert scripts >= {"જ", "श", "ம", "శ", "ಗ", "ম"}
    assert all(item.gst_rates and item.hsn and item.unit for item in reading.items)
    assert any(row.items for row in rows)
    late = [row for row in rows if row.on > TODAY_ON]
    assert [row.number for row in late] == ["PDC/0001"]


def test_numbers_are_never_used_twice_and_fit_an_invoice(tmp_path: Path) -> None:
    rows = list(read(tmp_path, "utf8").vouchers)
    keys = [(row.base_type, row.number) for row in rows]
    assert len(set(keys)) == len(keys)
    assert all(len(row.number) <= 16 for row in rows)


def test_the_same_day_gives_the_same_bytes() -> None:
    assert make_sample(TODAY_ON) == make_sample(TODAY_ON)
