"""The credit note's presenter on real books, without a window."""

from __future__ import annotations

from datetime import date

import pytest

from collectiq_desktop.core.domain.posting import GoodsLine
from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.ui.forms.goods_presenter import SumForm
from collectiq_desktop.ui.screens.credit_note.presenter import (
    TOO_MUCH_ON_BILLS,
    CreditNotePresenter,
)
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.forms.views import NotedView, hit_of
from tests.ui.screens.kits import kit_of

TODAY = date(2026, 11, 22)


@pytest.fixture
def view() -> NotedView:
    return NotedView()


@pytest.fixture
def presenter(plain_books: PlainBooks, inline: InlineDesk, view: NotedView) -> CreditNotePresenter:
    made = CreditNotePresenter(view, kit_of(plain_books, inline))
    made.begin()
    return made


def _open(plain: PlainBooks, name: str) -> list[int]:
    return [bill.open_paise for bill in plain.ask(OpenBills(party_id=plain.parties[name]))]


def test_the_oldest_bills_are_proposed(
    plain_books: PlainBooks, presenter: CreditNotePresenter, view: NotedView
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    invoice  S/2  2026-11-01  Asha Stores  2,000.00
    """
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    presenter.take_sums(1_500_00)
    assert [row.part_paise for row in view.spread.rows] == [1_000_00, 500_00]
    presenter.save(SumForm(amount_paise=1_500_00, on=TODAY, reference="S/1 of 01-10-2026"))
    assert [(s.amount_paise, s.balance_paise) for s in view.saved] == [(1_500_00, 1_500_00)]
    assert _open(plain_books, "Asha Stores") == [1_500_00]


def test_another_bill_may_be_chosen(
    plain_books: PlainBooks, presenter: CreditNotePresenter, view: NotedView
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    invoice  S/2  2026-11-01  Asha Stores  2,000.00
    """
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    presenter.take_sums(800_00)
    presenter.bills.take_part(0, 4, "0")
    assert [row.part_paise for row in view.spread.rows] == [0, 800_00]
    presenter.save(SumForm(amount_paise=800_00, on=TODAY))
    assert _open(plain_books, "Asha Stores") == [1_000_00, 1_200_00]


def test_more_on_bills_than_the_note_is_refused(
    plain_books: PlainBooks, inline: InlineDesk, presenter: CreditNotePresenter, view: NotedView
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    presenter.take_sums(800_00)
    presenter.bills.take_part(0, 4, "900")
    presenter.save(SumForm(amount_paise=800_00, on=TODAY))
    assert view.problems == [("bills", TOO_MUCH_ON_BILLS)]
    presenter.bills.take_part(0, 4, "1000.01")
    assert view.problems[-1][0] == "bills"
    assert inline.ran == []


def test_goods_that_come_back_lower_the_balance(
    plain_books: PlainBooks, presenter: CreditNotePresenter, view: NotedView
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    presenter.turn_to_goods()
    presenter.put_goods(GoodsLine("Tea", 1_000, 100_00, gst_rate_bp=500), -1)
    assert view.balances is not None
    assert (view.balances.this_paise, view.balances.new_paise) == (-105_00, 895_00)
    presenter.save(SumForm(amount_paise=0, on=TODAY))
    assert _open(plain_books, "Asha Stores") == [895_00]


def test_a_bill_is_ticked_out(
    plain_books: PlainBooks, presenter: CreditNotePresenter, view: NotedView
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    presenter.take_sums(300_00)
    presenter.bills.tick(0)
    assert view.spread.rest_paise == 300_00
    presenter.save(SumForm(amount_paise=300_00, on=TODAY))
    assert _open(plain_books, "Asha Stores") == [1_000_00]
