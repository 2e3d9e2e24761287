"""The presenter of a party's master data on real books, without a window."""

from __future__ import annotations

import pytest

from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.party_form.presenter import PartyForm, PartyFormPresenter
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.forms.views import NotedPartyForm
from tests.ui.screens.kits import Way, kit_of


@pytest.fixture
def view() -> NotedPartyForm:
    return NotedPartyForm()


@pytest.fixture
def kit(plain_books: PlainBooks, inline: InlineDesk) -> Kit:
    return kit_of(plain_books, inline)


@pytest.fixture
def presenter(view: NotedPartyForm, kit: Kit) -> PartyFormPresenter:
    return PartyFormPresenter(view, kit)


def test_a_new_party_gets_the_id_that_was_minted_for_it(
    plain_books: PlainBooks, presenter: PartyFormPresenter, view: NotedPartyForm, kit: Kit
) -> None:
    new_id = PartyId(plain_books.ids.mint())
    presenter.begin(new_id, "Asha")
    assert (view.party, view.is_new) == (Party(name="Asha"), True)
    presenter.save(PartyForm(name="Asha Stores", gstin="24AAACC1206D1ZM", credit_days=30))
    party = plain_books.ask(PartyCard(party_id=new_id)).party
    assert (party.name, party.state_code, party.pan) == ("Asha Stores", "24", "AAACC1206D")
    assert party.code
    assert view.saved == [("Asha Stores", True)]
    assert isinstance(kit.navigation, Way)
    assert kit.navigation.backs == 1


def test_only_what_was_altered_is_written(
    plain_books: PlainBooks,
    inline: InlineDesk,
    presenter: PartyFormPresenter,
    view: NotedPartyForm,
) -> None:
    party_id = plain_books.add(Party(name="Asha Stores", code="AS", beat="North", tags=("gold",)))
    presenter.begin(party_id, "")
    assert view.party is not None
    assert not view.is_new
    presenter.save(PartyForm(name="Asha Stores", code="AS", beat="South"))
    [command] = [each for each in inline.ran if isinstance(each, AmendParty)]
    assert command.changes == {"beat": "South"}
    party = plain_books.ask(PartyCard(party_id=party_id)).party
    assert (party.beat, party.tags) == ("South", ("gold",))


def test_what_cannot_be_right_stands_at_its_field(
    plain_books: PlainBooks,
    presenter: PartyFormPresenter,
    view: NotedPartyForm,
    kit: Kit,
) -> None:
    plain_books.add(Party(name="Asha Stores", code="AS"))
    presenter.begin(None, "")
    for form in (
        PartyForm(name=" "),
        PartyForm(name="Bina Stores", code="AS"),
        PartyForm(name="Bina Stores", gstin="24AAACC1206D1ZX"),
    ):
        presenter.save(form)
    assert [field for field, _words in view.problems] == ["name", "code", "gstin"]
    assert not view.is_saving
    assert isinstance(kit.navigation, Way)
    assert kit.navigation.backs == 0
    presenter.save(PartyForm(name="Bina Stores"))
    assert view.saved == [("Bina Stores", True)]


def test_leaving_asks_only_where_something_changed(
    plain_books: PlainBooks, presenter: PartyFormPresenter
) -> None:
    party_id = plain_books.add(Party(name="Asha Stores", code="AS"))
    presenter.begin(party_id, "")
    assert not presenter.is_changed(PartyForm(name="Asha Stores", code="AS"))
    assert presenter.is_changed(PartyForm(name="Asha Stores", code="AS", note="Pays on Mondays"))
