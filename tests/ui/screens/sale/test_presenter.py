"""The sale's presenter on real books, without a window."""

from __future__ import annotations

from datetime import date

import pytest

from collectiq_desktop.core.domain.ids import FactId, ItemId
from collectiq_desktop.core.domain.items import GstRate, Item
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.posting import GoodsLine
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.bills import OpenBills
from collectiq_desktop.core.queries.papers import InvoiceOnPaper
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.core.queries.pledged import Pledged
from collectiq_desktop.core.services.allowing import AllowCredit
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.masters import AddItem
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.services.promises import MakePromise
from collectiq_desktop.core.services.together import Together
from collectiq_desktop.ui.forms.allowing import Word
from collectiq_desktop.ui.forms.goods_presenter import SumForm
from collectiq_desktop.ui.forms.party_presenter import NOBODY, PARTY_FORM
from collectiq_desktop.ui.forms.sum_presenter import NO_AMOUNT, NO_GOODS
from collectiq_desktop.ui.screens.sale.presenter import RECEIVED_TOO_MUCH, SalePresenter
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.forms.views import NotedView, hit_of
from tests.ui.screens.kits import Way, kit_of

TODAY = date(2026, 11, 22)
SUGAR = GoodsLine("Sugar 50 kg", 2_000, 2_150_00, "BAG", "1701", 500)


@pytest.fixture
def view() -> NotedView:
    return NotedView()


@pytest.fixture
def presenter(plain_books: PlainBooks, inline: InlineDesk, view: NotedView) -> SalePresenter:
    made = SalePresenter(view, kit_of(plain_books, inline))
    made.begin()
    return made


def _form(amount_paise: int, received_paise: int = 0) -> SumForm:
    return SumForm(amount_paise=amount_paise, received_paise=received_paise, on=TODAY)


def test_an_amount_alone_is_a_sale(
    plain_books: PlainBooks, presenter: SalePresenter, view: NotedView
) -> None:
    """
    party    Asha Stores  30 days
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    """
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    presenter.take_sums(500_00)
    assert view.balances is not None
    assert (view.balances.previous_paise, view.balances.new_paise) == (1_000_00, 1_500_00)
    presenter.save(_form(500_00))
    [saved] = view.saved
    assert (saved.party, saved.amount_paise, saved.balance_paise) == (
        "Asha Stores",
        500_00,
        1_500_00,
    )
    card = plain_books.ask(PartyCard(party_id=plain_books.parties["Asha Stores"]))
    assert card.balance_paise == saved.balance_paise
    assert card.bills[-1].due_on == date(2026, 12, 22)


def test_what_is_received_with_it_stands_against_this_bill(
    plain_books: PlainBooks, inline: InlineDesk, presenter: SalePresenter, view: NotedView
) -> None:
    """
    party    Asha Stores  30 days
    invoice  S/1  2026-11-01  Asha Stores  1,000.00
    """
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    presenter.save(_form(500_00, 200_00))
    party_id = plain_books.parties["Asha Stores"]
    bills = plain_books.ask(OpenBills(party_id=party_id))
    assert [bill.open_paise for bill in bills] == [1_000_00, 300_00]
    assert [saved.balance_paise for saved in view.saved] == [1_300_00]
    [both] = inline.ran
    assert isinstance(both, Together)
    sold = both.commands[0]
    assert isinstance(sold, PostInvoice)
    paper = plain_books.ask(InvoiceOnPaper(voucher_id=sold.voucher_id, made_text=""))
    assert (paper.previous_balance_paise, paper.received_paise) == (1_000_00, 200_00)
    assert paper.new_balance_paise == 1_300_00


def test_more_than_the_bill_is_not_received_here(
    plain_books: PlainBooks, inline: InlineDesk, presenter: SalePresenter, view: NotedView
) -> None:
    plain_books.party_id("Asha Stores")
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    presenter.save(_form(500_00, 500_01))
    assert view.problems == [("received", RECEIVED_TOO_MUCH)]
    assert inline.ran == []


def test_cash_that_comes_with_the_sale_meets_the_law_before_anything_is_posted(
    plain_books: PlainBooks, inline: InlineDesk, presenter: SalePresenter, view: NotedView
) -> None:
    """
    receipt  R/1  2026-11-22  Asha Stores  1,00,000.00  cash
    """
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    for _try in range(2):
        presenter.save(_form(5_00_000_00, 1_00_000_00))
    assert [weight.is_over for weight in view.cash] == [True, True]
    assert view.cash[0].most_paise == 99_999_99
    assert inline.ran == []
    presenter.save(_form(5_00_000_00, 90_000_00))
    assert (len(view.cash), inline.ran) == (3, [])
    presenter.save(_form(5_00_000_00, 90_000_00))
    assert len(inline.ran) == 1
    assert not view.is_saving


def test_one_bill_takes_no_more_cash_at_once(
    plain_books: PlainBooks, inline: InlineDesk, presenter: SalePresenter, view: NotedView
) -> None:
    plain_books.party_id("Asha Stores")
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    presenter.save(_form(5_00_000_00, 2_00_000_00))
    assert view.cash[0].is_over
    assert inline.ran == []


def test_goods_come_with_the_tax_of_their_place(
    plain_books: PlainBooks, presenter: SalePresenter, view: NotedView
) -> None:
    plain_books.add(Party(name="Bina Stores", state_code="27"))
    plain_books.add(Party(name="Asha Stores", state_code="24"))
    presenter.turn_to_goods()
    assert presenter.put_goods(SUGAR, -1)
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    assert [(row.cgst_paise, row.igst_paise) for row in view.goods] == [(107_50, 0)]
    presenter.choose_party(hit_of(plain_books, "Bina Stores"))
    assert [(row.cgst_paise, row.igst_paise) for row in view.goods] == [(0, 215_00)]
    presenter.save(_form(0))
    assert [saved.amount_paise for saved in view.saved] == [4_515_00]
    assert view.goods == ()


def test_an_item_brings_what_is_known_of_it(
    plain_books: PlainBooks, presenter: SalePresenter, view: NotedView
) -> None:
    rates = (GstRate(date(2017, 7, 1), 1_200), GstRate(date(2026, 9, 22), 500))
    item = Item(name="Ghee tin", hsn="0405", unit="TIN", rate_paise=6_000_00, gst_rates=rates)
    item_id = ItemId(plain_books.ids.mint())
    plain_books.run(AddItem(item_id=item_id, item=item))
    presenter.begin()
    [known] = view.known
    presenter.choose_item(known, date(2026, 9, 1))
    assert view.proposed == GoodsLine("Ghee tin", 0, 6_000_00, "TIN", "0405", 1_200, 0, item_id)
    presenter.choose_item(known, None)
    assert view.proposed.gst_rate_bp == 500


def test_lines_are_changed_and_removed(presenter: SalePresenter, view: NotedView) -> None:
    presenter.turn_to_goods()
    presenter.put_goods(SUGAR, -1)
    presenter.put_goods(SUGAR._replace(name="Tea"), -1)
    presenter.put_goods(SUGAR._replace(quantity_milli=3_000), 0)
    assert [(row.name, row.quantity_milli) for row in view.goods] == [
        ("Sugar 50 kg", 3_000),
        ("Tea", 2_000),
    ]
    presenter.remove_goods(0)
    assert [row.name for row in view.goods] == ["Tea"]
    assert not presenter.put_goods(SUGAR._replace(quantity_milli=0), -1)
    assert [field for field, _words in view.problems] == ["items"]


def test_nothing_is_saved_of_nobody_or_over_nothing(
    plain_books: PlainBooks, inline: InlineDesk, presenter: SalePresenter, view: NotedView
) -> None:
    plain_books.party_id("Asha Stores")
    presenter.save(_form(500_00))
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    presenter.save(_form(0))
    presenter.turn_to_goods()
    presenter.save(_form(0))
    assert view.problems == [("party", NOBODY), ("amount", NO_AMOUNT), ("items", NO_GOODS)]
    assert inline.ran == []


def test_fast_hands_wait_for_the_party(
    plain_books: PlainBooks, inline: InlineDesk, presenter: SalePresenter, view: NotedView
) -> None:
    plain_books.party_id("Asha Stores")
    hit = hit_of(plain_books, "Asha Stores")
    inline.is_holding = True
    presenter.choose_party(hit)
    presenter.save(_form(500_00))
    assert inline.ran == []
    inline.release()
    assert [saved.amount_paise for saved in view.saved] == [500_00]


def test_a_refusal_stands_at_its_field_and_nothing_is_lost(
    plain_books: PlainBooks, presenter: SalePresenter, view: NotedView
) -> None:
    plain_books.party_id("Asha Stores")
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    cleared = view.cleared
    presenter.save(SumForm(amount_paise=1_00, on=date(2027, 1, 1)))
    assert [field for field, _words in view.problems] == ["on"]
    assert (view.cleared, view.is_saving) == (cleared, False)
    presenter.save(_form(1_00))
    assert len(view.saved) == 1


def test_the_limit_is_seen_before_it_is_passed(
    plain_books: PlainBooks, presenter: SalePresenter, view: NotedView
) -> None:
    plain_books.add(Party(name="Asha Stores", credit_limit_paise=1_000_00))
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    presenter.take_sums(1_200_00)
    assert view.balances is not None
    assert view.balances.over_limit_paise == 200_00
    presenter.take_sums(1_200_00, 300_00)
    assert view.balances.over_limit_paise == 0


def test_a_limit_is_asked_about_once(
    plain_books: PlainBooks, inline: InlineDesk, presenter: SalePresenter, view: NotedView
) -> None:
    plain_books.add(Party(name="Asha Stores", credit_limit_paise=1_000_00))
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    presenter.save(_form(1_200_00))
    [(sentence, is_stop)] = view.limits
    assert (is_stop, inline.ran) == (False, [])
    assert sentence.endswith("Take 200.00 of it first.")
    presenter.save(_form(1_200_00))
    assert [saved.amount_paise for saved in view.saved] == [1_200_00]


def test_a_limit_that_stops_is_passed_by_no_number_of_tries(
    plain_books: PlainBooks, inline: InlineDesk, presenter: SalePresenter, view: NotedView
) -> None:
    plain_books.add(Party(name="Asha Stores", bills_limit_count=1, stops_at_limit=True))
    plain_books.write("invoice  S/1  2026-11-01  Asha Stores  1.00")
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    for _try in range(2):
        presenter.save(_form(50_00))
    assert [is_stop for _sentence, is_stop in view.limits] == [True, True]
    assert inline.ran == []
    presenter.ask_allowers()
    assert view.allowers == [([], True)], "without employees everybody may"
    presenter.allow(_form(50_00), Word(None, "", "", None))
    assert view.problems[-1][0] == "reason"
    presenter.allow(_form(50_00), Word(None, "", "The owner said so", None))
    assert view.allowed_count == 1
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    presenter.save(_form(50_00, 50_00))
    assert len(view.saved) == 2
    allowed, let_pass, _paid = inline.ran[-3:]
    assert isinstance(allowed, AllowCredit)
    assert isinstance(let_pass, PostInvoice)
    assert allowed.voucher_id == let_pass.voucher_id


def test_who_is_let_pass_until_a_day_is_only_asked_about(
    plain_books: PlainBooks, inline: InlineDesk, presenter: SalePresenter, view: NotedView
) -> None:
    plain_books.add(Party(name="Asha Stores", bills_limit_count=1, stops_at_limit=True))
    plain_books.write("invoice  S/1  2026-11-01  Asha Stores  1.00")
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    until_on = plain_books.clock.today_on()
    presenter.allow(_form(50_00), Word(None, "", "Diwali", until_on))
    assert len(view.saved) == 1
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    presenter.save(_form(60_00))
    assert [is_stop for _sentence, is_stop in view.limits] == [False]
    presenter.save(_form(60_00))
    assert len(view.saved) == 2
    assert len(inline.ran) == 3


def test_from_a_party_one_returns_there(
    plain_books: PlainBooks, inline: InlineDesk, view: NotedView
) -> None:
    kit = kit_of(plain_books, inline)
    presenter = SalePresenter(view, kit)
    presenter.begin(plain_books.party_id("Asha Stores"))
    assert presenter.is_party_given
    presenter.save(_form(1_00))
    assert isinstance(kit.navigation, Way)
    assert kit.navigation.backs == 1


def test_a_new_party_is_taken_when_one_comes_back(
    plain_books: PlainBooks, inline: InlineDesk, view: NotedView
) -> None:
    kit = kit_of(plain_books, inline)
    presenter = SalePresenter(view, kit)
    presenter.begin()
    presenter.on_the_way.add("Che")
    assert isinstance(kit.navigation, Way)
    [place] = kit.navigation.places
    assert (place.screen, place.text) == (PARTY_FORM, "Che")
    presenter.on_the_way.resume()
    assert (view.party, view.problems) == (None, [])
    presenter.on_the_way.add("Che")
    new_id = kit.navigation.places[-1].party_id
    assert new_id is not None
    plain_books.run(AddParty(party_id=new_id, party=Party(name="Chetan Stores")))
    presenter.on_the_way.resume()
    assert view.party is not None
    assert view.party.party.name == "Chetan Stores"
    assert view.gone_on == 1


def test_promises_stand_beside_the_limit_as_they_are_now(
    plain_books: PlainBooks, presenter: SalePresenter, view: NotedView
) -> None:
    """invoice  S/1  2026-11-01  Asha Stores  1,000.00"""

    def promised(paise: int) -> MakePromise:
        return MakePromise(
            fact_id=FactId(plain_books.ids.mint()),
            party_id=plain_books.parties["Asha Stores"],
            amount_paise=paise,
            promised_on=TODAY,
        )

    plain_books.run(promised(300_00))
    presenter.choose_party(hit_of(plain_books, "Asha Stores"))
    assert (view.pledged.promised_paise, view.pledged.promised_by_on) == (300_00, TODAY)
    plain_books.run(promised(50_00))
    presenter.books_changed(Touched({Noun.COLLECTING}), None)
    assert view.pledged.promised_paise == 350_00
    presenter.drop_party()
    assert view.pledged == Pledged()
