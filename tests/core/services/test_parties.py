"""Adding and amending parties."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import select

from collectiq_desktop.core.domain.errors import BadInput, Clash, NotFound, Refused
from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.queries.finding import FindParties
from collectiq_desktop.core.services.parties import AddParty, AmendParty
from collectiq_desktop.core.storage import tables
from tests.core.looking import Sums, everything, fact_id, prove, refused, run_twice, sums_of
from tests.plain_books import PlainBooks


def _adding(plain: PlainBooks, name: str = "Asha", **said: Any) -> AddParty:
    return AddParty(party_id=PartyId(plain.ids.mint()), party=Party(name=name, **said))


def _amending(plain: PlainBooks, party_id: PartyId, **changes: Any) -> AmendParty:
    return AmendParty(fact_id=fact_id(plain), party_id=party_id, changes=changes)


def _codes(plain: PlainBooks) -> list[str]:
    column = tables.party.c
    with plain.books.reading() as conn:
        return list(conn.execute(select(column.code).order_by(column.party_row)).scalars())


def _found(plain: PlainBooks, text: str) -> list[str]:
    return [row.party for row in plain.ask(FindParties(text=text))]


def test_a_party_is_added_once_with_a_code_of_this_counter(plain_books: PlainBooks) -> None:
    command = _adding(plain_books)
    assert run_twice(plain_books, command) == command.party_id
    assert _codes(plain_books) == ["A01-1"]
    assert sums_of(plain_books, "Asha") == Sums(0, 0, 0)
    prove(plain_books)


def test_codes_count_on_whatever_codes_people_give(plain_books: PlainBooks) -> None:
    plain = plain_books
    for code in ("", "A01-7", "", "X-99", "A01-007x", "plain", "A01-99999999", ""):
        plain.run(_adding(plain, code=code))
    assert _codes(plain) == [
        "A01-1",
        "A01-7",
        "A01-8",
        "X-99",
        "A01-007x",
        "plain",
        "A01-99999999",
        "A01-9",
    ]
    prove(plain)


def test_a_code_that_is_taken_is_refused(plain_books: PlainBooks) -> None:
    plain = plain_books
    plain.run(_adding(plain, code="X1"))
    error = refused(plain, _adding(plain, "Bina", code="X1"), Clash)
    assert (error.field, "belongs to Asha" in error.message) == ("code", True)
    bina = plain.run(_adding(plain, "Bina"))
    assert refused(plain, _amending(plain, bina, code="X1"), Clash).field == "code"


def test_a_code_taken_by_a_command_just_before_is_refused(plain_books: PlainBooks) -> None:
    plain = plain_books
    asha = plain.run(_adding(plain))
    commands = [
        _adding(plain, "Bina", code="X1"),
        _adding(plain, "Chetan", code="X1"),
        _amending(plain, asha, code="X2"),
        _adding(plain, "Deepa", code="X2"),
        _adding(plain, "Esha", code="A01-1"),
    ]
    results = list(plain.books.run_many(iter(commands), len(commands)))
    assert [type(result) for result in results] == [bytes, Clash, bytes, Clash, bytes]
    assert _codes(plain) == ["X2", "X1", "A01-1"]
    prove(plain)


def test_two_parties_may_do_without_a_code(plain_books: PlainBooks) -> None:
    plain = plain_books
    for name in ("Asha", "Bina"):
        plain.run(_amending(plain, plain.run(_adding(plain, name)), code=""))
    assert _codes(plain) == ["", ""]
    prove(plain)


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"name": " "}, "name"),
        ({"gstin": "24AAACC1206D1ZX"}, "gstin"),
        ({"credit_days": -1}, "credit_days"),
        ({"credit_limit_paise": -1}, "credit_limit"),
        ({"code": " x"}, "code"),
    ],
)
def test_a_party_that_cannot_be_is_refused(
    plain_books: PlainBooks, said: dict[str, Any], field: str
) -> None:
    plain = plain_books
    assert refused(plain, _adding(plain, **said), BadInput).field == field
    asha = plain.run(_adding(plain))
    assert refused(plain, _amending(plain, asha, **said), BadInput).field == field


def test_only_the_fields_that_are_named_are_amended(plain_books: PlainBooks) -> None:
    plain = plain_books
    asha = plain.run(_adding(plain, beat="North", phones=("98250 11111",)))
    command = _amending(plain, asha, name="Asha Stores", credit_days=15)
    assert run_twice(plain, command) == asha
    column = tables.party.c
    with plain.books.reading() as conn:
        row = conn.execute(select(column.name, column.beat, column.credit_days)).one()
    assert tuple(row) == ("Asha Stores", "North", 15)
    assert _found(plain, "11111") == ["Asha Stores"]
    prove(plain)


def test_an_amended_party_is_found_by_its_new_words_only(plain_books: PlainBooks) -> None:
    plain = plain_books
    asha = plain.run(_adding(plain, "Zeenat Bags"))
    plain.run(_amending(plain, asha, name="गणेश ट्रेडर्स"))
    assert _found(plain, "zee") == _found(plain, "Ze") == []
    assert _found(plain, "गण") == _found(plain, "गणेश") == ["गणेश ट्रेडर्स"]
    prove(plain)


def test_nothing_changed_adds_no_fact(plain_books: PlainBooks) -> None:
    plain = plain_books
    asha = plain.run(_adding(plain, beat="North"))
    before = everything(plain.books)
    assert plain.run(_amending(plain, asha, beat="North", name="Asha")) == asha
    assert everything(plain.books) == before


def test_a_field_can_be_emptied_and_filled_again(plain_books: PlainBooks) -> None:
    plain = plain_books
    asha = plain.run(_adding(plain, beat="North"))
    for beat in ("", "South"):
        plain.run(_amending(plain, asha, beat=beat))
    column = tables.party.c
    with plain.books.reading() as conn:
        assert conn.execute(select(column.beat)).scalar_one() == "South"
    prove(plain)


def test_new_credit_days_hold_for_the_next_invoice(plain_books: PlainBooks) -> None:
    """
    party    Asha  10 days
    invoice  S/1  2026-05-01  Asha  1.00
    """
    plain = plain_books
    plain.run(_amending(plain, plain.parties["Asha"], credit_days=20))
    plain.write("invoice  S/2  2026-05-01  Asha  1.00")
    column = tables.bill.c
    with plain.books.reading() as conn:
        days = conn.execute(select(column.due_on).order_by(column.voucher_row)).scalars().all()
    assert days == [20_260_511, 20_260_521]


def test_an_unknown_party_or_field_is_refused(plain_books: PlainBooks) -> None:
    plain = plain_books
    stranger = _amending(plain, PartyId(b"z" * 16), beat="x")
    assert refused(plain, stranger, NotFound).field == "party"
    asha = plain.run(_adding(plain))
    error = refused(plain, _amending(plain, asha, bets="x", zebra=1), BadInput)
    assert (error.field, "“bets”" in error.message) == ("bets", True)


def test_an_id_used_before_is_refused(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-05-01  Asha  1.00
    """
    plain = plain_books
    used = plain.vouchers["S/1"]
    adding = AddParty(party_id=PartyId(used), party=Party(name="x"))
    amending = AmendParty(fact_id=FactId(used), party_id=plain.parties["Asha"], changes={})
    for command in (adding, amending):
        error: Refused = refused(plain, command, Clash)
        assert error.field == "id"
