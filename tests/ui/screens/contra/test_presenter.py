"""The contra's presenter on real books, without a window."""

from __future__ import annotations

from datetime import date

import pytest

from collectiq_desktop.ui.screens.contra.presenter import ContraForm, ContraPresenter
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.forms.views import NotedContra
from tests.ui.screens.kits import kit_of


@pytest.fixture
def view() -> NotedContra:
    return NotedContra()


@pytest.fixture
def presenter(plain_books: PlainBooks, inline: InlineDesk, view: NotedContra) -> ContraPresenter:
    made = ContraPresenter(view, kit_of(plain_books, inline))
    made.begin()
    return made


def _form(from_code: str, to_code: str) -> ContraForm:
    return ContraForm(
        amount_paise=300_00, from_code=from_code, to_code=to_code, on=date(2026, 11, 22)
    )


def test_only_accounts_that_hold_money_are_offered(
    presenter: ContraPresenter, view: NotedContra
) -> None:
    assert {line.account_code for line in view.accounts} == {"cash", "bank", "cheques", "razorpay"}
    assert not presenter.is_saving


def test_money_moves(
    plain_books: PlainBooks, presenter: ContraPresenter, view: NotedContra
) -> None:
    """
    receipt  R/1  2026-11-01  Asha Stores  1,000.00
    """
    presenter.begin()
    assert view.balances_paise["cash"] == 1_000_00
    presenter.save(_form("cash", "bank"))
    assert [saved.amount_paise for saved in view.saved] == [300_00]
    assert (view.balances_paise["cash"], view.balances_paise["bank"]) == (700_00, 300_00)
    assert plain_books.books.path.exists()


def test_one_account_twice_is_refused_at_its_field(
    presenter: ContraPresenter, view: NotedContra
) -> None:
    presenter.save(_form("cash", "cash"))
    assert [field for field, _words in view.problems] == ["account"]
    assert view.saved == []
    assert not presenter.is_saving
