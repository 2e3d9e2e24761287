"""The opening bill's presenter on real books, without a window."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.ui.forms.amender import NO_REASON
from collectiq_desktop.ui.screens.opening_bill.presenter import (
    SAME_NUMBER,
    OpeningForm,
    OpeningPresenter,
)
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.forms.views import NotedView, hit_of
from tests.ui.screens.kits import Way, kit_of


@pytest.fixture
def view() -> NotedView:
    return NotedView()


@pytest.fixture
def presenter(plain_books: PlainBooks, inline: InlineDesk, view: NotedView) -> OpeningPresenter:
    made = OpeningPresenter(view, kit_of(plain_books, inline))
    made.begin()
    return made


def _form(**said: Any) -> OpeningForm:
    usual: dict[str, Any] = {
        "on": date(2025, 12, 3),
        "due_on": date(2026, 1, 2),
        "number": "OLD/77",
        "amount_paise": 1_250_00,
        "is_ahead": False,
    }
    return OpeningForm(**(usual | said))


def test_it_has_its_own_number_and_days(
    plain_books: PlainBooks, presenter: OpeningPresenter, view: NotedView
) -> None:
    """
    party  Asha  30 days
    """
    presenter.choose_party(hit_of(plain_books, "Asha"))
    presenter.save(_form())
    [bill] = plain_books.ask(OpenBills(party_id=plain_books.parties["Asha"]))
    assert (bill.number, bill.bill_on, bill.due_on) == (
        "OLD/77",
        date(2025, 12, 3),
        date(2026, 1, 2),
    )
    assert (bill.open_paise, bill.overdue_days) == (1_250_00, 324)
    assert [(s.party, s.amount_paise, s.balance_paise) for s in view.saved] == [
        ("Asha", 1_250_00, 1_250_00)
    ]


def test_paid_ahead_it_is_an_advance_and_without_a_number_it_is_on_account(
    plain_books: PlainBooks, presenter: OpeningPresenter
) -> None:
    """
    party  Asha
    """
    for form in (_form(is_ahead=True), _form(number="", amount_paise=100_00)):
        presenter.choose_party(hit_of(plain_books, "Asha"))
        presenter.save(form)
    card = plain_books.ask(PartyCard(party_id=plain_books.parties["Asha"]))
    assert [(bill.number, bill.open_paise) for bill in card.bills] == [("OLD/77", -1_250_00)]
    assert (card.on_account_paise, card.balance_paise) == (100_00, -1_150_00)
    assert card.is_tied_out


def test_a_number_that_is_there_is_asked_about_once(
    plain_books: PlainBooks, inline: InlineDesk, presenter: OpeningPresenter, view: NotedView
) -> None:
    """
    opening  old/77  2025-12-03  Asha  10.00
    """
    presenter.choose_party(hit_of(plain_books, "Asha"))
    presenter.save(_form())
    assert (view.problems, inline.ran) == ([("number", SAME_NUMBER)], [])
    presenter.save(_form())
    assert len(view.saved) == 1


def test_a_due_date_before_the_bill_stands_at_its_field(
    plain_books: PlainBooks, presenter: OpeningPresenter, view: NotedView
) -> None:
    """
    party  Asha
    """
    presenter.choose_party(hit_of(plain_books, "Asha"))
    presenter.save(_form(due_on=date(2025, 12, 2)))
    assert [field for field, _words in view.problems] == ["due_on"]
    assert not view.is_saving


def test_from_a_party_one_returns_there(
    plain_books: PlainBooks, inline: InlineDesk, view: NotedView
) -> None:
    kit = kit_of(plain_books, inline)
    presenter = OpeningPresenter(view, kit)
    presenter.begin(plain_books.party_id("Asha"))
    presenter.save(_form())
    assert isinstance(kit.navigation, Way)
    assert kit.navigation.backs == 1


def test_it_is_posted_anew(
    plain_books: PlainBooks, presenter: OpeningPresenter, view: NotedView
) -> None:
    """
    party    Asha  30 days
    opening  OLD/77  2025-12-03  Asha  1,250.00
    opening  OLD/78  2025-12-04  Asha    100.00
    """
    presenter.amend(plain_books.vouchers["OLD/77"])
    assert view.loaded == 1
    read = view.form
    assert (read.number, read.amount_paise, read.is_ahead) == ("OLD/77", 1_250_00, False)
    presenter.save(replace(read, amount_paise=1_260_00))
    assert view.problems == [("reason", NO_REASON)]
    presenter.save(replace(read, number="OLD/78", reason="misread"))
    assert view.problems[-1] == ("number", SAME_NUMBER)
    presenter.save(replace(read, amount_paise=1_260_00, reason="misread"))
    assert len(view.amended) == 1
    card = plain_books.ask(PartyCard(party_id=plain_books.parties["Asha"]))
    assert [(bill.number, bill.open_paise) for bill in card.bills] == [
        ("OLD/77", 1_260_00),
        ("OLD/78", 100_00),
    ]
    assert card.is_tied_out
