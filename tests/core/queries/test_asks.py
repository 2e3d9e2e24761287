from __future__ import annotations

from dataclasses import fields, is_dataclass
from typing import Any

import pytest

from collectiq_desktop.core import queries
from collectiq_desktop.core.queries.asking import Ask, answer
from collectiq_desktop.core.queries.firm import FirmCard
from tests.every import every_ask, modules_of
from tests.plain_books import PlainBooks

ASKS: set[type[Any]] = {
    each
    for module in modules_of(queries)
    for each in vars(module).values()
    if isinstance(each, type) and issubclass(each, Ask) and each is not Ask
}


def test_every_ask_has_its_answer() -> None:
    assert set(every_ask()) == ASKS


@pytest.mark.parametrize("ask", sorted(ASKS, key=repr))
def test_an_ask_is_frozen_and_can_be_compared(ask: type[Any]) -> None:
    assert is_dataclass(ask)
    assert ask.__dataclass_params__.frozen  # type: ignore[attr-defined]
    assert "__slots__" in vars(ask)
    assert all(field.kw_only for field in fields(ask))


def test_an_ask_lies_where_its_answer_does() -> None:
    apart = {ask for ask, function in every_ask().items() if ask.__module__ != function.__module__}
    assert not apart, "the module of an ask is loaded without its answer"


def test_books_ask_through_it(plain_books: PlainBooks) -> None:
    with plain_books.books.reading() as conn:
        card = answer(conn, FirmCard(), plain_books.clock.today_on())
    assert plain_books.books.ask(FirmCard()) == card
