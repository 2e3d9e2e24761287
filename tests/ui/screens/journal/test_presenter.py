"""The journal's presenter on real books, without a window."""

from __future__ import annotations

from datetime import date

import pytest

from collectiq_desktop.core.domain.vouchers import DEBTORS
from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.ui.forms.typed import Typed
from collectiq_desktop.ui.screens.journal.presenter import (
    NOT_EQUAL,
    NOTHING,
    TOO_FEW,
    JournalLine,
    JournalPresenter,
)
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.forms.views import NotedView
from tests.ui.screens.kits import kit_of

FORM = Typed(on=date(2026, 11, 22), narration="Shop has shut")


@pytest.fixture
def view() -> NotedView:
    return NotedView()


@pytest.fixture
def presenter(plain_books: PlainBooks, inline: InlineDesk, view: NotedView) -> JournalPresenter:
    made = JournalPresenter(view, kit_of(plain_books, inline))
    made.begin()
    return made


def test_a_bad_debt_settles_the_oldest_bills(
    plain_books: PlainBooks, presenter: JournalPresenter, view: NotedView
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    invoice  S/2  2026-11-01  Asha Stores  2,000.00
    """
    asha = plain_books.parties["Asha Stores"]
    presenter.put_line(JournalLine("bad_debts", "Bad debts", 1_500_00), -1)
    assert presenter.difference_paise == 1_500_00
    presenter.put_line(JournalLine(DEBTORS, "Asha Stores", -1_500_00, asha), -1)
    presenter.save(FORM)
    assert view.problems == []
    assert [(saved.party, saved.amount_paise) for saved in view.saved] == [("", 1_500_00)]
    assert [bill.open_paise for bill in plain_books.ask(OpenBills(party_id=asha))] == [1_500_00]
    assert view.lines == ()


def test_one_party_settles_what_another_owes(
    plain_books: PlainBooks, presenter: JournalPresenter, view: NotedView
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    invoice  S/2  2026-10-01  Bina Stores  400.00
    """
    asha, bina = plain_books.parties["Asha Stores"], plain_books.parties["Bina Stores"]
    presenter.put_line(JournalLine(DEBTORS, "Asha Stores", 400_00, asha), -1)
    presenter.put_line(JournalLine(DEBTORS, "Bina Stores", -400_00, bina), -1)
    presenter.save(FORM)
    assert len(view.saved) == 1
    assert plain_books.ask(OpenBills(party_id=bina)) == ()


def test_lines_that_do_not_close_are_refused(
    inline: InlineDesk, presenter: JournalPresenter, view: NotedView
) -> None:
    assert not presenter.put_line(JournalLine("cash", "Cash", 0), -1)
    presenter.put_line(JournalLine("cash", "Cash", 100_00), -1)
    presenter.save(FORM)
    presenter.put_line(JournalLine("bank", "Bank", -90_00), -1)
    presenter.save(FORM)
    assert [words for _field, words in view.problems] == [NOTHING, TOO_FEW, NOT_EQUAL]
    assert inline.ran == []
    presenter.put_line(JournalLine("bank", "Bank", -100_00), 1)
    presenter.save(FORM)
    assert len(view.saved) == 1


def test_a_line_is_taken_away(presenter: JournalPresenter, view: NotedView) -> None:
    presenter.put_line(JournalLine("cash", "Cash", 100_00), -1)
    presenter.put_line(JournalLine("bank", "Bank", -90_00), -1)
    presenter.remove_line(0)
    assert [line.account_code for line in view.lines] == ["bank"]
