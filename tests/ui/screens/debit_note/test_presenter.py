"""The debit note's presenter on real books, without a window."""

from __future__ import annotations

from datetime import date

from collectiq_desktop.core.queries.accounts import TrialBalance
from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.ui.forms.goods_presenter import SumForm
from collectiq_desktop.ui.screens.debit_note.presenter import CHARGED_FOR, DebitNotePresenter
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.forms.views import NotedView, hit_of
from tests.ui.screens.kits import kit_of


def test_charges_open_a_bill_of_their_own(plain_books: PlainBooks, inline: InlineDesk) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    view = NotedView()
    presenter = DebitNotePresenter(view, kit_of(plain_books, inline))
    for code in CHARGED_FOR:
        presenter.begin()
        presenter.choose_party(hit_of(plain_books, "Asha Stores"))
        presenter.save(
            SumForm(
                amount_paise=150_00,
                on=date(2026, 11, 22),
                due_on=date(2026, 12, 1),
                account_code=code,
            )
        )
    assert view.problems == []
    assert [saved.balance_paise for saved in view.saved] == [1_150_00, 1_300_00, 1_450_00]
    bills = plain_books.ask(OpenBills(party_id=plain_books.parties["Asha Stores"]))
    assert [(bill.open_paise, bill.due_on.month) for bill in bills[1:]] == [(150_00, 12)] * 3
    rows = {row.account_code: row.credit_paise for row in plain_books.ask(TrialBalance()).rows}
    assert (rows["charges"], rows["interest"], rows["sales"]) == (150_00, 150_00, 1_150_00)
