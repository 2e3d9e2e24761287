"""The workload is what it says, and a bar is judged as it is written."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.benchmarks.stage import count_of, size_text
from tests.benchmarks.table import Bar, Row, read_json, row_of, write_json
from tests.benchmarks.workload import FIRST_ON, TODAY_ON, Workload

WORKLOAD = Workload(10_000, 500, later_count=100)


def test_the_same_seed_draws_the_same_vouchers() -> None:
    small = Workload(500, 25)
    assert list(small.vouchers()) == list(Workload(500, 25).vouchers())
    assert list(small.vouchers()) != list(Workload(500, 25, seed=2).vouchers())


def test_kinds_days_and_the_busiest_party_are_as_described() -> None:
    vouchers = list(WORKLOAD.vouchers())
    assert len(vouchers) == 10_100
    kinds = Counter(voucher.kind for voucher in vouchers)
    shares = {kind: round(count / len(vouchers), 2) for kind, count in kinds.items()}
    assert shares == {"S": 0.6, "R": 0.38, "C": 0.02}
    days = [voucher.on for voucher in vouchers]
    assert (days[0], days[-1]) == (FIRST_ON, TODAY_ON)
    assert days == sorted(days)
    (busiest, count), *_ = Counter(voucher.party_no for voucher in vouchers).most_common(1)
    assert busiest == WORKLOAD.busiest_no
    assert 650 < count < 900


def test_claims_take_a_bill_of_the_same_party_and_never_more_than_it_holds() -> None:
    bills = {}
    partial = receipts = 0
    for voucher in WORKLOAD.vouchers():
        if voucher.kind == "S":
            bills[voucher.no] = [voucher.party_no, voucher.paise]
        for claim in voucher.claims:
            party_no, open_paise = bills[claim.voucher_no]
            assert party_no == voucher.party_no
            assert 0 < -claim.paise <= open_paise
            bills[claim.voucher_no][1] += claim.paise
        if voucher.kind == "R":
            assert 1 <= len(voucher.claims) <= 4
            receipts += 1
            partial += bills[voucher.claims[-1].voucher_no][1] > 0
    assert 0.27 < partial / receipts < 0.33


@pytest.mark.parametrize(("size", "count"), [("10k", 10_000), ("1M", 1_000_000), ("70", 70)])
def test_a_size_names_a_count(size: str, count: int) -> None:
    assert count_of(size) == count
    assert size_text(count) == size


@pytest.mark.parametrize(
    ("bar", "text", "figures"),
    [
        (Bar(at_most=6, is_ratio=True), "≤ 6× limit", {12.0: True, 12.1: False}),
        (Bar(at_least=20_000, unit="/s"), "≥ 20,000 /s", {20_000.0: True, 19_999.0: False}),
        (Bar(at_most=1.1), "≤ 1.1", {1.1: True, 1.2: False}),
    ],
)
def test_a_bar_is_met_at_its_figure(bar: Bar, text: str, figures: dict[float, bool]) -> None:
    for figure, is_met in figures.items():
        row = row_of("what", "10k", figure, "ms", limit=2.0, bar=bar)
        assert (row.bar, row.met, row.ratio) == (text, is_met, round(figure / 2, 3))


def test_rows_survive_their_file(tmp_path: Path) -> None:
    rows = [row_of("what", "10k", 1.5, "ms", limit=3, bar=Bar(at_most=2, unit="ms"))]
    rows.append(Row(row="other", size="10k", figure=2, unit="s"))
    path = tmp_path / "build" / "bench.json"
    write_json(rows, path)
    assert read_json(path) == rows
    keys = {"row", "size", "figure", "unit", "limit", "ratio", "bar", "met"}
    assert set(json.loads(path.read_text(encoding="utf-8"))[0]) == keys
