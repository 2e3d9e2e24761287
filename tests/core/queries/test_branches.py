"""Branches: what is open in one of them, and that all of them together are the whole."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from collectiq_desktop.core.domain.errors import BadInput, Refused
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.vouchers import MAIN_BRANCH
from collectiq_desktop.core.queries.ageing import Ageing
from collectiq_desktop.core.queries.branches import Branches
from collectiq_desktop.core.queries.daybook import DayBook
from collectiq_desktop.core.queries.daybook_sums import DayBookSums
from collectiq_desktop.core.queries.outstanding import Outstanding, OutstandingParty
from collectiq_desktop.core.queries.registers import CollectionRegister
from collectiq_desktop.core.services.branches import AddBranch
from tests.core.looking import refused, run_twice
from tests.plain_books import PlainBooks

SURAT = "SURAT"
At = Callable[[str], PlainBooks]


@pytest.fixture
def at(plain_books: PlainBooks) -> At:
    """The books as a counter of another branch writes them."""
    fact_id = FactId(plain_books.ids.mint())
    command = AddBranch(fact_id=fact_id, branch_id="surat", name="Surat shop")
    assert plain_books.run(command) == SURAT

    def stand(branch_id: str) -> PlainBooks:
        with plain_books.books.becoming(branch_id=branch_id):
            pass
        return plain_books

    return stand


def party(plain: PlainBooks, branch_id: str, on: date | None = None) -> OutstandingParty | None:
    sheet = plain.ask(Outstanding(branch_id=branch_id, as_of_on=on))
    return next(iter(sheet.parties), None)


def test_a_receipt_at_one_branch_closes_the_bill_of_another_there(at: At) -> None:
    """invoice  S/1  2026-11-01  Asha Stores  1,000.00"""
    plain = at(SURAT)
    plain.write(
        """
        invoice  S/2  2026-11-02  Asha Stores    500.00
        receipt  R/1  2026-11-03  Asha Stores  1,300.00  against S/1 1,000.00 and S/2 300.00
        """
    )

    assert party(plain, MAIN_BRANCH) is None
    there = party(plain, SURAT)
    assert there is not None
    assert (there.balance_paise, there.on_account_paise) == (20_000, 0)
    assert [bill.open_paise for bill in there.bills] == [20_000]


def test_the_excess_of_a_claim_stands_on_account_in_the_bills_branch(at: At) -> None:
    """invoice  S/1  2026-11-01  Asha Stores  1,000.00"""
    plain = at(SURAT)
    plain.write("receipt  R/1  2026-11-03  Asha Stores  800.00  against S/1 800.00")
    at(MAIN_BRANCH).write("cancel  S/1  wrong party")

    there = party(plain, MAIN_BRANCH)
    assert there is not None
    assert (there.balance_paise, there.on_account_paise) == (-80_000, -80_000)
    assert party(plain, SURAT) is None


def test_on_account_stands_in_the_branch_that_took_it(at: At) -> None:
    """invoice  S/1  2026-11-01  Asha Stores  1,000.00"""
    plain = at(SURAT)
    plain.write("receipt  R/1  2026-11-03  Asha Stores  250.00  on account")

    main, surat = party(plain, MAIN_BRANCH), party(plain, SURAT)
    assert main is not None
    assert surat is not None
    assert (main.balance_paise, main.on_account_paise) == (100_000, 0)
    assert (surat.balance_paise, surat.on_account_paise) == (-25_000, -25_000)


def test_as_of_a_past_day_a_branch_is_as_it_was(at: At) -> None:
    """invoice  S/1  2026-11-01  Asha Stores  1,000.00"""
    plain = at(SURAT)
    plain.write("receipt  R/1  2026-11-03  Asha Stores  1,000.00  against S/1 1,000.00")

    before = party(plain, MAIN_BRANCH, date(2026, 11, 2))
    assert before is not None
    assert (before.balance_paise, len(before.bills)) == (100_000, 1)
    assert party(plain, MAIN_BRANCH, date(2026, 11, 3)) is None


@pytest.mark.parametrize("as_of_on", [None, date(2026, 11, 4), date(2026, 11, 2)])
def test_all_branches_together_are_the_whole(at: At, as_of_on: date | None) -> None:
    """
    invoice  S/1  2026-11-01  Asha Stores   1,000.00
    invoice  S/2  2026-11-02  Binod & Sons    400.00
    receipt  R/1  2026-11-03  Binod & Sons    150.00  on account
    """
    plain = at(SURAT)
    plain.write(
        """
        invoice  S/3  2026-11-02  Asha Stores    700.00
        receipt  R/2  2026-11-04  Asha Stores  1,500.00  against S/1 900.00 and S/3 350.00
        receipt  R/3  2026-11-05  Binod & Sons   500.00  against S/2 400.00
        """
    )
    whole = plain.ask(Ageing(as_of_on=as_of_on))
    parts = [plain.ask(Ageing(as_of_on=as_of_on, branch_id=b)) for b in (MAIN_BRANCH, SURAT)]

    assert sum(part.total_paise for part in parts) == whole.total_paise
    assert sum(part.on_account_paise for part in parts) == whole.on_account_paise
    for name in {row.party for row in whole.rows}:
        of_party = [row.total_paise for part in parts for row in part.rows if row.party == name]
        assert sum(of_party) == next(row.total_paise for row in whole.rows if row.party == name)


def test_day_book_and_register_show_one_branch(at: At) -> None:
    """receipt  R/1  2026-11-21  Asha Stores  100.00"""
    plain = at(SURAT)
    plain.write(
        """
        invoice  S/1  2026-11-21  Asha Stores  700.00
        receipt  R/2  2026-11-21  Asha Stores  200.00  on account
        cancel   S/1  wrong
        """
    )
    on = date(2026, 11, 21)

    rows = plain.ask(DayBook(branch_id=SURAT)).rows
    assert [(row.branch_id, row.amount_paise) for row in rows] == [(SURAT, 0), (SURAT, 20_000)]
    mine = plain.ask(DayBook(branch_id=SURAT, party_id=plain.parties["Asha Stores"])).rows
    assert len(mine) == 2
    sums = plain.ask(DayBookSums(branch_id=MAIN_BRANCH))
    assert [(each.kind, each.amount_paise) for each in sums] == [("receipt", 10_000)]
    sheet = plain.ask(CollectionRegister(from_on=on, to_on=on, branch_id=SURAT))
    assert sheet.total.received_paise == 20_000


def test_branches_are_listed_and_added_once(at: At) -> None:
    plain = at(MAIN_BRANCH)
    assert plain.ask(Branches()) == ((MAIN_BRANCH, "Main"), (SURAT, "Surat shop"))
    fact_id = FactId(plain.ids.mint())
    again = refused(plain, AddBranch(fact_id=fact_id, branch_id="Surat"), Refused)
    assert "already" in again.message
    for wrong in ("", "two words", "*", "SURAT!", "A" * 13):
        trouble = refused(plain, AddBranch(fact_id=fact_id, branch_id=wrong), BadInput)
        assert trouble.field == "branch_id"
    assert run_twice(plain, AddBranch(fact_id=fact_id, branch_id="b2")) == "B2"
    assert plain.ask(Branches())[0] == ("B2", "B2")
