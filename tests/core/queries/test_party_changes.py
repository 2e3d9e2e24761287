from __future__ import annotations

import pytest

from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.queries.party_changes import PartyChanges
from collectiq_desktop.core.services.parties import AmendParty
from tests.plain_books import PlainBooks


def _amend(plain: PlainBooks, **changes: object) -> None:
    party_id = plain.parties["Asha Stores"]
    plain.run(AmendParty(fact_id=FactId(plain.ids.mint()), party_id=party_id, changes=changes))


def test_each_change_names_the_value_it_replaced(plain_books: PlainBooks) -> None:
    """
    party  Asha Stores  beat North
    """
    _amend(plain_books, beat="South", credit_limit_paise=50_000_00)
    _amend(plain_books, credit_limit_paise=75_000_00)
    found = plain_books.ask(PartyChanges(party_id=plain_books.parties["Asha Stores"]))
    assert [(each.field, each.before, each.after) for each in found] == [
        ("credit_limit_paise", 50_000_00, 75_000_00),
        ("credit_limit_paise", None, 50_000_00),
        ("beat", "North", "South"),
    ]
    assert {each.at for each in found} == {plain_books.clock.now_at()}


def test_only_so_many_and_none_for_a_party_that_never_changed(plain_books: PlainBooks) -> None:
    """
    party  Asha Stores
    party  Bina Stores
    """
    for days in range(1, 6):
        _amend(plain_books, credit_days=days)
    newest = plain_books.ask(PartyChanges(party_id=plain_books.parties["Asha Stores"], limit=2))
    assert [each.after for each in newest] == [5, 4]
    assert plain_books.ask(PartyChanges(party_id=plain_books.parties["Bina Stores"])) == ()


def test_a_party_that_is_not_there(plain_books: PlainBooks) -> None:
    with pytest.raises(NotFound):
        plain_books.ask(PartyChanges(party_id=PartyId(bytes(16))))
