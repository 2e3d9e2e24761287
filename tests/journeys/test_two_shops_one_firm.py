"""Two shops of one firm and its head office: each works alone, and both end at the same books."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.vouchers import MAIN_BRANCH
from collectiq_desktop.core.queries.attention import Attention, Matter
from collectiq_desktop.core.queries.branches import Branches
from collectiq_desktop.core.queries.daybook import DayBook
from collectiq_desktop.core.queries.outstanding import Outstanding
from collectiq_desktop.core.queries.syncing import Held, Sync
from collectiq_desktop.core.services.branches import AddBranch
from collectiq_desktop.core.storage.dump import fingerprints
from collectiq_desktop.sync.comparing import compare_days
from collectiq_desktop.sync.ended import Outcome
from tests.firms import Shop, TestFirm
from tests.plain_books import outstanding

SURAT = "SURAT"


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[TestFirm]:
    firm = TestFirm(tmp_path)
    firm.add_branch(SURAT, "Surat shop")
    yield firm
    firm.close()


@pytest.fixture
def main(firm: TestFirm) -> Shop:
    shop = firm.enrol("Main counter")
    shop.exchange()
    shop.plain.write("invoice  S/1  2026-11-01  Asha Stores  1,000.00")
    shop.exchange()
    return shop


@pytest.fixture
def surat(firm: TestFirm, main: Shop) -> Shop:
    shop = firm.enrol("Surat counter", SURAT)
    know(shop, main)
    return shop


def know(shop: Shop, other: Shop) -> None:
    """Exchange, and know the names that the other one's ledger gave."""
    assert shop.exchange().outcome is Outcome.DONE
    shop.plain.parties |= other.plain.parties
    shop.plain.vouchers |= other.plain.vouchers


def settle(*shops: Shop) -> None:
    """Exchange until nobody has news; both ends are alike at the end."""
    for _round in range(2):
        for shop in shops:
            assert shop.exchange().outcome is Outcome.DONE


def test_a_receipt_at_one_shop_closes_the_bill_of_the_other_at_both(
    main: Shop, surat: Shop
) -> None:
    surat.plain.write("receipt  R/1  2026-11-02  Asha Stores  1,000.00  against S/1 1,000.00")
    settle(surat, main)

    for shop in (main, surat):
        assert outstanding(shop.plain, "Asha Stores") == "0.00"
        for branch_id in (MAIN_BRANCH, SURAT):
            assert shop.books.ask(Outstanding(branch_id=branch_id)).parties == ()
    numbers = [row.number for row in main.books.ask(DayBook(branch_id=SURAT)).rows]
    assert numbers == [f"R{surat.books.identity.series_code}/26/000001"]


def test_two_shops_without_a_line_settle_one_bill_and_the_rest_is_looked_at(
    main: Shop, surat: Shop
) -> None:
    for shop, amount in ((main, "800.00"), (surat, "700.00")):
        shop.wire.is_cut = True
        shop.plain.write(f"receipt  R/{amount}  2026-11-02  Asha Stores  {amount}")
        assert shop.exchange().outcome is Outcome.LINE_DOWN
        shop.wire.is_cut = False
    settle(main, surat)

    for shop in (main, surat):
        assert outstanding(shop.plain, "Asha Stores") == "-500.00"
        lines = [line for line in shop.books.ask(Attention()) if line.matter is Matter.UNSETTLED]
        assert [(line.subject[:3], line.amount_paise) for line in lines] == [("SA0", -50_000)]
        of_main = shop.books.ask(Outstanding(branch_id=MAIN_BRANCH)).parties
        assert [party.on_account_paise for party in of_main] == [-50_000]
        assert shop.books.ask(Outstanding(branch_id=SURAT)).parties == ()


def test_both_ends_have_the_same_books_day_by_day(firm: TestFirm, main: Shop, surat: Shop) -> None:
    main.plain.write("invoice  S/2  2026-11-05  Binod & Sons  250.00")
    surat.plain.write("receipt  R/9  2026-11-06  Asha Stores  100.00  upi")
    settle(main, surat)

    prints = []
    for books in (firm.server, main.books, surat.books):
        with books.reading() as conn:
            prints.append(fingerprints(conn))
    assert prints[0] == prints[1] == prints[2]
    first_on, last_on = date(2026, 11, 1), date(2026, 11, 30)
    for shop in (main, surat):
        days = compare_days(shop.books, shop.wire, first_on, last_on)
        assert [(each.on.day, each.branch_id) for each in days] == [
            (1, MAIN_BRANCH),
            (5, MAIN_BRANCH),
            (6, SURAT),
        ]
        assert all(each.is_equal for each in days)


def test_a_branch_that_one_counter_adds_is_known_everywhere(main: Shop, surat: Shop) -> None:
    fact_id = FactId(main.plain.ids.mint())
    main.plain.run(AddBranch(fact_id=fact_id, branch_id="vapi", name="Vapi godown"))
    settle(main, surat)
    assert ("VAPI", "Vapi godown") in surat.books.ask(Branches())


def test_a_counter_of_one_branch_adds_none(firm: TestFirm, main: Shop) -> None:
    narrow = firm.enrol("Narrow counter", SURAT, (SURAT,))
    narrow.exchange()
    fact_id = FactId(narrow.plain.ids.mint())
    narrow.plain.run(AddBranch(fact_id=fact_id, branch_id="vapi"))
    settle(narrow, main)
    assert "VAPI" not in {line.branch_id for line in main.books.ask(Branches())}
    assert [line.fact.kind for line in main.books.ask(Held())] == ["BranchAdded"]


def test_a_revoked_shop_goes_on_and_what_it_sends_waits(
    firm: TestFirm, main: Shop, surat: Shop
) -> None:
    firm.revoke(surat)
    surat.plain.write("receipt  R/1  2026-11-02  Asha Stores  1,000.00")
    assert surat.exchange().outcome is Outcome.REVOKED
    settle(main)

    assert outstanding(surat.plain, "Asha Stores") == "0.00"
    assert outstanding(main.plain, "Asha Stores") == "1,000.00"
    (held,) = main.books.ask(Held())
    assert (held.fact.kind, held.fact.amount_paise) == ("ReceiptRecorded", 100_000)
    assert surat.books.ask(Sync()).unsent_count == 1
