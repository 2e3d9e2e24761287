"""The plug is pulled while receipts are printed: each comes out, none twice unmarked."""

from __future__ import annotations

import random
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

import pytest

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errands import (
    LEASE_MS,
    Document,
    ErrandId,
    ErrandPromise,
    PrintOrder,
)
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import PartyId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.queries.errands import Errands, PrintsCount
from collectiq_desktop.core.services.errands import WithErrands
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.services.receipts import RecordReceipt
from tests.fakes import CountingIds, FixedClock

ROOT = Path(__file__).resolve().parents[2]
AT = FixedClock().at


def _shop(path: Path, receipts: int) -> list[VoucherId]:
    books = Books.create(
        path, Firm(name="Print Traders"), Surroundings(clock=FixedClock(), ids=CountingIds())
    )
    party_id = PartyId(books.mint_id())
    books.run(AddParty(party_id=party_id, party=Party(name="Asha Stores")))
    voucher_ids = []
    for _ in range(receipts):
        voucher_id = VoucherId(books.mint_id())
        command = RecordReceipt(voucher_id=voucher_id, party_id=party_id, amount_paise=100)
        order = PrintOrder(document=Document.RECEIPT, subject_id=voucher_id)
        promise = ErrandPromise(errand_id=ErrandId(books.mint_id()), order=order)
        books.run(WithErrands(command=command, errands=(promise,)))
        voucher_ids.append(voucher_id)
    books.close()
    return voucher_ids


def _print(
    path: Path, papers: Path, round_no: int, *, dies_after: int = 0, killed_after: float = 60
) -> int:
    """A counter that prints, its clock one lease further every round; how it ended."""
    at = AT + round_no * LEASE_MS
    with subprocess.Popen(
        [sys.executable, "-m", "tests.journeys.printer", path, papers, str(at), str(dies_after)],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        text=True,
    ) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "ready\n"
        try:
            return process.wait(killed_after)
        except subprocess.TimeoutExpired:
            process.kill()
            return process.wait()


def _papers(papers: Path) -> list[tuple[str, bool]]:
    lines = papers.read_text(encoding="utf-8").splitlines() if papers.exists() else []
    return [(line.split()[0], line.split()[1] == "1") for line in lines]


def _check_end(path: Path, papers: Path, voucher_ids: list[VoucherId]) -> None:
    books = Books.open(path, Surroundings(clock=FixedClock(), ids=CountingIds(10**9)))
    assert books.ask(Errands()).rows == ()
    for voucher_id in voucher_ids:
        ask = PrintsCount(document=Document.RECEIPT, subject_id=voucher_id)
        assert books.ask(ask) == 1
    assert books.verify().ok
    books.close()
    printed = _papers(papers)
    assert len({number for number, _is_duplicate in printed}) == len(voucher_ids)
    unmarked = Counter(number for number, is_duplicate in printed if not is_duplicate)
    assert set(unmarked.values()) == {1}


def test_a_paper_that_was_not_reported_comes_once_more_as_a_duplicate(tmp_path: Path) -> None:
    path, papers = tmp_path / "shop.ciq", tmp_path / "papers"
    voucher_ids = _shop(path, 3)
    assert _print(path, papers, 0, dies_after=2) == -signal.SIGKILL
    assert _print(path, papers, 1) == 0
    assert [is_duplicate for _number, is_duplicate in _papers(papers)] == [
        False,
        False,
        True,
        False,
    ]
    _check_end(path, papers, voucher_ids)


def _pull_the_plug(tmp_path: Path, receipts: int, rounds: int) -> None:
    path, papers = tmp_path / "shop.ciq", tmp_path / "papers"
    voucher_ids = _shop(path, receipts)
    chance = random.Random(20261122)
    for round_no in range(rounds):
        _print(path, papers, round_no, killed_after=chance.uniform(0.0, 0.12))
    assert _print(path, papers, rounds) == 0
    _check_end(path, papers, voucher_ids)
    assert len(_papers(papers)) <= receipts + rounds


def test_whenever_the_plug_is_pulled_each_receipt_is_printed(tmp_path: Path) -> None:
    _pull_the_plug(tmp_path, receipts=60, rounds=4)


@pytest.mark.prove
def test_the_same_many_times(tmp_path: Path) -> None:
    _pull_the_plug(tmp_path, receipts=600, rounds=60)
