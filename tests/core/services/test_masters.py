"""Master data besides parties: the firm, its accounts, its items."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from sqlalchemy import select

from collectiq_desktop.core.domain.accounts import Account, Nature
from collectiq_desktop.core.domain.errors import BadInput, Clash, NotFound
from collectiq_desktop.core.domain.ids import FactId, ItemId
from collectiq_desktop.core.domain.items import GstRate, Item, gst_rate_on
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.core.services.masters import AddAccount, AddItem, AmendFirm, AmendItem
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.masters import master_of, unpack
from tests.core.looking import everything, fact_id, prove, refused, run_twice
from tests.plain_books import FIRM, PlainBooks

FREIGHT = Account("xfreight", "Freight", Nature.INCOME)


def _firm(plain: PlainBooks, **changes: Any) -> AmendFirm:
    return AmendFirm(fact_id=fact_id(plain), changes=changes)


def _item(plain: PlainBooks, **said: Any) -> AddItem:
    return AddItem(item_id=ItemId(plain.ids.mint()), item=Item(**{"name": "Soap"} | said))


def _stored(plain: PlainBooks) -> list[Item]:
    column = tables.item.c
    with plain.books.reading() as conn:
        rows = conn.execute(select(column.fields).order_by(column.item_row)).scalars().all()
    return [master_of(Item, unpack(fields)) for fields in rows]


# The firm -------------------------------------------------------------------


def test_the_firm_is_amended_field_by_field(plain_books: PlainBooks) -> None:
    plain = plain_books
    run_twice(plain, _firm(plain, email="a@example.in", phones=("1", "2")))
    plain.run(_firm(plain, email="b@example.in"))
    firm = plain.ask(FirmCard()).firm
    assert (firm.name, firm.email, firm.phones) == (FIRM.name, "b@example.in", ("1", "2"))
    prove(plain)


def test_nothing_changed_about_the_firm_adds_no_fact(plain_books: PlainBooks) -> None:
    before = everything(plain_books.books)
    plain_books.run(_firm(plain_books, name=FIRM.name))
    assert everything(plain_books.books) == before


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"gstin": "x"}, "gstin"),
        ({"vpa": "x"}, "vpa"),
        ({"bank_ifsc": "x"}, "bank_ifsc"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_firm_that_cannot_be_is_refused(
    plain_books: PlainBooks, changes: dict[str, Any], field: str
) -> None:
    assert refused(plain_books, _firm(plain_books, **changes), BadInput).field == field


# Accounts -------------------------------------------------------------------


def test_an_account_is_added_once(plain_books: PlainBooks) -> None:
    plain = plain_books
    command = AddAccount(fact_id=fact_id(plain), account=FREIGHT, group="Incomes")
    assert run_twice(plain, command) == "xfreight"
    before = everything(plain.books)
    other = Account("xfreight", "Other", Nature.EXPENSE)
    assert plain.run(AddAccount(fact_id=fact_id(plain), account=other)) == "xfreight"
    assert everything(plain.books) == before
    column = tables.account.c
    statement = select(column.name, column.nature, column.group_name).where(
        column.account_code == "xfreight"
    )
    with plain.books.reading() as conn:
        assert tuple(conn.execute(statement).one()) == ("Freight", "income", "Incomes")
    prove(plain)


def test_an_account_without_a_name_is_refused(plain_books: PlainBooks) -> None:
    nameless = FREIGHT._replace(name="  ")
    command = AddAccount(fact_id=fact_id(plain_books), account=nameless)
    assert refused(plain_books, command, BadInput).field == "name"


# Items ----------------------------------------------------------------------


def test_an_item_is_added_and_amended(plain_books: PlainBooks) -> None:
    plain = plain_books
    command = _item(plain, hsn="3401", gst_rates=(GstRate(date(2017, 7, 1), 1_800),))
    assert run_twice(plain, command) == command.item_id
    rates = (*command.item.gst_rates, GstRate(date(2025, 9, 22), 500))
    changes = {"rate_paise": 4_550, "gst_rates": rates}
    amending = AmendItem(fact_id=fact_id(plain), item_id=command.item_id, changes=changes)
    assert run_twice(plain, amending) == command.item_id
    (item,) = _stored(plain)
    assert (item.name, item.hsn, item.rate_paise) == ("Soap", "3401", 4_550)
    assert gst_rate_on(item, date(2025, 9, 22)) == 500
    prove(plain)


def test_nothing_changed_about_an_item_adds_no_fact(plain_books: PlainBooks) -> None:
    plain = plain_books
    item_id = plain.run(_item(plain, hsn="3401"))
    before = everything(plain.books)
    command = AmendItem(fact_id=fact_id(plain), item_id=item_id, changes={"hsn": "3401"})
    assert plain.run(command) == item_id
    assert everything(plain.books) == before


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"name": " "}, "name"),
        ({"rate_paise": -1}, "rate"),
        ({"gst_rates": (GstRate(date(2017, 7, 1), 10_001),)}, "gst_rate"),
    ],
)
def test_an_item_that_cannot_be_is_refused(
    plain_books: PlainBooks, said: dict[str, Any], field: str
) -> None:
    plain = plain_books
    assert refused(plain, _item(plain, **said), BadInput).field == field
    item_id = plain.run(_item(plain))
    command = AmendItem(fact_id=fact_id(plain), item_id=item_id, changes=said)
    assert refused(plain, command, BadInput).field == field


def test_an_unknown_item_or_field_is_refused(plain_books: PlainBooks) -> None:
    plain = plain_books
    stranger = AmendItem(fact_id=fact_id(plain), item_id=ItemId(b"z" * 16), changes={})
    assert refused(plain, stranger, NotFound).field == "item"
    item_id = plain.run(_item(plain))
    unknown = AmendItem(fact_id=fact_id(plain), item_id=item_id, changes={"stock": 5})
    assert refused(plain, unknown, BadInput).field == "stock"


def test_an_id_used_before_is_refused(plain_books: PlainBooks) -> None:
    plain = plain_books
    used = FactId(plain.party_id("Asha"))
    item_id = plain.run(_item(plain))
    for command in (
        AmendFirm(fact_id=used, changes={}),
        AddAccount(fact_id=used, account=FREIGHT),
        AddItem(item_id=ItemId(used), item=Item(name="x")),
        AmendItem(fact_id=used, item_id=item_id, changes={}),
    ):
        assert refused(plain, command, Clash).field == "id"
