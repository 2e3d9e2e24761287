"""The set-off's presenter on real books, without a window."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import NamedTuple

import pytest

from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.ui.screens.set_off.presenter import (
    NO_BILLS,
    NOT_ALL,
    NOTHING_AHEAD,
    TOO_MUCH,
    Ahead,
    SetOffForm,
    SetOffPresenter,
)
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.forms.views import NotedView, hit_of
from tests.ui.screens.kits import kit_of

TODAY = date(2026, 11, 22)


@dataclass
class Noted(NotedView):
    """Takes the amount that is proposed, as the screen does."""

    proposed_paise: list[int] = field(default_factory=list)
    ahead: Ahead | None = None
    presenter: SetOffPresenter | None = None

    def propose_amount(self, amount_paise: int) -> None:
        self.proposed_paise.append(amount_paise)
        assert self.presenter is not None
        self.presenter.take_amount(amount_paise)

    def show_ahead(self, ahead: Ahead | None) -> None:
        self.ahead = ahead


@pytest.fixture
def view() -> Noted:
    return Noted()


@pytest.fixture
def presenter(plain_books: PlainBooks, inline: InlineDesk, view: Noted) -> SetOffPresenter:
    made = SetOffPresenter(view, kit_of(plain_books, inline))
    view.presenter = made
    made.begin()
    return made


def _form(amount_paise: int) -> SetOffForm:
    return SetOffForm(amount_paise=amount_paise, on=TODAY)


def test_all_that_can_be_is_proposed_and_saved(
    plain_books: PlainBooks, presenter: SetOffPresenter, view: Noted
) -> None:
    """
    receipt  R/1  2026-11-01  Asha  30.00  on account
    receipt  R/2  2026-11-02  Asha  50.00  advance
    invoice  S/1  2026-11-03  Asha  60.00
    """
    presenter.choose_party(hit_of(plain_books, "Asha"))
    assert view.proposed_paise == [60_00]
    assert view.ahead == Ahead(50_00, 10_00, 20_00)
    assert [row.part_paise for row in view.spread.rows] == [60_00]
    presenter.save(_form(60_00))
    [saved] = view.saved
    assert (saved.party, saved.amount_paise, saved.balance_paise) == ("Asha", 60_00, -20_00)
    card = plain_books.ask(PartyCard(party_id=plain_books.parties["Asha"]))
    assert (card.bills, card.on_account_paise, card.paid_ahead_paise) == ((), -20_00, 20_00)
    assert view.ahead is None


def test_less_and_other_bills_may_be_chosen(
    plain_books: PlainBooks, presenter: SetOffPresenter, view: Noted
) -> None:
    """
    receipt  R/1  2026-11-01  Asha  30.00  on account
    invoice  S/1  2026-11-03  Asha  60.00
    invoice  S/2  2026-11-04  Asha  40.00
    """
    presenter.choose_party(hit_of(plain_books, "Asha"))
    presenter.take_amount(10_00)
    presenter.bills.take_part(1, 5, "10")
    presenter.save(_form(10_00))
    bills = plain_books.ask(OpenBills(party_id=plain_books.parties["Asha"]))
    assert [bill.open_paise for bill in bills] == [60_00, 30_00]


class Wrong(NamedTuple):
    """What is typed, and where what is said of it."""

    amount_paise: int
    part: str
    field: str
    words: str


BOTH = """
receipt  R/1  2026-11-01  Asha  30.00  on account
invoice  S/1  2026-11-03  Asha  60.00
"""


@pytest.mark.parametrize(
    ("books", "wrong"),
    [
        ("invoice  S/1  2026-11-03  Asha  60.00", Wrong(10_00, "", "party", NOTHING_AHEAD)),
        ("receipt  R/1  2026-11-03  Asha  60.00  advance", Wrong(10_00, "", "party", NO_BILLS)),
        (BOTH, Wrong(31_00, "", "amount", "Only 30.00 is paid ahead")),
        (BOTH, Wrong(20_00, "5", "amount", NOT_ALL)),
        (BOTH, Wrong(20_00, "25", "bills", TOO_MUCH)),
    ],
)
def test_what_cannot_be_stands_at_its_field(
    plain_books: PlainBooks, inline: InlineDesk, books: str, wrong: Wrong
) -> None:
    view = Noted()
    presenter = SetOffPresenter(view, kit_of(plain_books.write(books), inline))
    view.presenter = presenter
    presenter.begin()
    presenter.choose_party(hit_of(plain_books, "Asha"))
    presenter.take_amount(wrong.amount_paise)
    if wrong.part:
        presenter.bills.take_part(0, 5, wrong.part)
    presenter.save(_form(wrong.amount_paise))
    [(at, said)] = view.problems
    assert at == wrong.field
    assert said.startswith(wrong.words)
    assert inline.ran == []
