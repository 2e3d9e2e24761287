"""The payment's presenter on real books, without a window."""

from __future__ import annotations

from datetime import date

from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.ui.screens.payment.presenter import PaymentForm, PaymentPresenter
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.forms.views import NotedView, hit_of
from tests.ui.screens.kits import kit_of


def test_money_is_paid_back(plain_books: PlainBooks, inline: InlineDesk) -> None:
    """
    receipt  R/1  2026-11-01  Asha Stores  1,000.00  on account
    """
    view = NotedView()
    presenter = PaymentPresenter(view, kit_of(plain_books, inline))
    presenter.begin()
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    form = PaymentForm(amount_paise=400_00, mode=Mode.UPI, on=date(2026, 11, 22), reference="U1")
    presenter.save(form)
    assert [(s.party, s.amount_paise, s.balance_paise) for s in view.saved] == [
        ("Asha Stores", 400_00, -600_00)
    ]
    card = plain_books.ask(PartyCard(party_id=plain_books.parties["Asha Stores"]))
    assert card.balance_paise == -600_00


def test_nothing_is_paid_to_nobody(plain_books: PlainBooks, inline: InlineDesk) -> None:
    view = NotedView()
    presenter = PaymentPresenter(view, kit_of(plain_books, inline))
    presenter.begin()
    presenter.save(PaymentForm(amount_paise=1, mode=Mode.CASH, on=date(2026, 11, 22)))
    assert [field for field, _words in view.problems] == ["party"]
    assert inline.ran == []
