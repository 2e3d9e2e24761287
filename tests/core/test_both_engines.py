"""The same commands give the same books on both engines: facts, projections, answers, proof."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import MISSING, fields
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errands import Document
from collectiq_desktop.core.domain.errors import BooksDamaged, BooksTrouble, CollectIQError, Refused
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.payment_changes import PaymentStamp
from collectiq_desktop.core.queries.payment_columns import PaymentRecords
from collectiq_desktop.core.services import moving
from collectiq_desktop.core.services.moving import copy_books
from collectiq_desktop.core.services.upkeep import replay
from collectiq_desktop.core.storage import postgres_engine, tables
from collectiq_desktop.core.storage.database import BooksAt, kept_tables
from collectiq_desktop.core.storage.postgres import SchemaAt
from collectiq_desktop.core.storage.sqlite import FileAt, new_path
from tests.core.looking import everything, prove
from tests.core.services.days import FIRST_ON, Day, deeds
from tests.engines import Server, spoil
from tests.every import every_ask
from tests.fakes import CountingIds, FixedClock
from tests.plain_books import FIRM, PlainBooks

pytestmark = pytest.mark.one_engine
NAMES = ("Zeta & Sons", "alpha store", "Ábc Traders", "श्री गणेश", "શિવ સ્ટોર", "Shop 9", "Shop 10")
_A_FEW = 4
TEXTS = ("", "a", "sh", "Sto", "श्र", "શિવ", "9", "A01", "nobody", "ash", " a", "\n", "%", '"')


class Both(NamedTuple):
    """The same books twice."""

    in_file: PlainBooks
    in_schema: PlainBooks


def _books_at(at: BooksAt) -> PlainBooks:
    clock, ids = FixedClock(), CountingIds()
    plain = PlainBooks(Books.create(at, FIRM, Surroundings(clock=clock, ids=ids)), clock, ids)
    for n, name in enumerate(NAMES):
        plain.add(Party(name=name, code=f"{name[:2]}{n}", beat=name[-1:], phones=("98250 11111",)))
        plain.books.publish(f"risk {name}", name.encode())
    return plain


@pytest.fixture
def schema(postgres: Server) -> Iterator[SchemaAt]:
    """Where books may be made in the database."""
    at = postgres.postgres.firm("both_engines")
    at.remove()
    yield at
    at.remove()


def _opened(plain: PlainBooks, at: BooksAt | None = None) -> PlainBooks:
    """The books opened once more, at their place or another."""
    around = Surroundings(clock=plain.clock, ids=plain.ids)
    return PlainBooks(Books.open(at or plain.books.at, around), plain.clock, plain.ids)


def _do(plain: PlainBooks, drawn: list[tuple[str, int, int, int]]) -> list[object]:
    """What each deed gave, or the sentence with which it was refused."""
    day, results = Day(plain), list[object]()
    for deed in drawn:
        try:
            command = day.command(*deed)
        except Refused as refusal:
            results.append(refusal.message)
            continue
        results += [
            result.message if isinstance(result, CollectIQError) else result
            for result in plain.books.run_many(iter([command]), 1)
        ]
    return results


def _kept(plain: PlainBooks) -> dict[str, set[tuple[Any, ...]]]:
    """The log and the local tables, row by row."""
    with plain.books.reading() as conn:
        return {
            table.name: {tuple(row) for row in conn.execute(select(table))}
            for table in kept_tables()
        }


def _values(plain: PlainBooks) -> dict[str, list[Any]]:
    """What asks may be about, by its type or else its name: a few of each, and nothing."""
    columns = {
        "PartyId": tables.party.c.party_id,
        "VoucherId": tables.voucher.c.voucher_id,
        "FactId": tables.fact.c.fact_id,
        "account_code": tables.account.c.account_code,
    }
    values: dict[str, list[Any]] = {}
    with plain.books.reading() as conn:
        for name, column in columns.items():
            every = sorted(conn.execute(select(column)).scalars())
            values[name] = every[:: max(len(every) // _A_FEW, 1)]
            values[name] += [b"?" * 16] if name.endswith("Id") else ["?"]
        rows = select(tables.bill.c.voucher_row, tables.bill.c.n)
        bills = frozenset((row, n) for row, n in conn.execute(rows))
    values["bytes"] = values["VoucherId"]
    values["UserId"] = [b"?" * 16]
    return values | {
        "frozenset[BillRow]": [frozenset(), bills | {(0, 0)}],
        "text": list(TEXTS),
        "prefix": ["", "risk "],
        "date": [FIRST_ON],
        "int": [1, 50],
        "Mode": [Mode.CASH],
        "Document": [Document.RECEIPT],
        "PaymentStamp": [PaymentStamp((), 0)],
    }


def _asks(plain: PlainBooks) -> Iterator[Any]:
    """Every ask there is; one with a need of a new kind asks for a line in `_values`."""
    values = _values(plain)
    dates: list[dict[str, Any]] = [{}, {"as_of_on": FIRST_ON}, {"to_on": FIRST_ON}]
    for ask in every_ask():
        chosen: list[dict[str, Any]] = [{}]
        for field in fields(ask):
            if field.default is MISSING and field.default_factory is MISSING:
                few = values[field.name if field.type == "str" else str(field.type)]
                chosen = [{**each, field.name: value} for each in chosen for value in few]
        known = {field.name for field in fields(ask)}
        for each in chosen:
            for when in dates:
                if when.keys() <= known:
                    yield ask(**each, **when)


def _answer(plain: PlainBooks, ask: Any) -> object:
    try:
        found = plain.ask(ask)
    except CollectIQError as error:
        return type(error), error.message
    return _ordered(found) if isinstance(found, PaymentRecords) else found


def _ordered(found: PaymentRecords) -> list[Any]:
    """The one answer that comes in no order, in order."""
    columns = (found.bills, found.claims, found.rests, found.heads)
    rows = [sorted(zip(*each, strict=True)) for each in columns]
    return [found.parties, rows, sorted(found.corrected, key=repr)]


def _assert_the_same(one: PlainBooks, other: PlainBooks) -> None:
    assert _kept(one) == _kept(other)
    assert everything(one.books) == everything(other.books)
    for ask in _asks(one):
        assert _answer(one, ask) == _answer(other, ask), ask
    for plain in (one, other):
        prove(plain)


@settings(
    max_examples=5,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)
@given(st.lists(deeds, min_size=5, max_size=40))
@example([("invoice", 0, 0, 50), ("receipt", 0, 0, 70), ("invoice", 1, 9, 1), ("cancel", 0, 0, 1)])
def test_the_same_commands_give_the_same_books(
    schema: SchemaAt, drawn: list[tuple[str, int, int, int]]
) -> None:
    schema.remove()
    with TemporaryDirectory() as folder:
        both = Both(_books_at(FileAt(Path(folder) / "a.ciq")), _books_at(schema))
        assert _do(both.in_file, drawn) == _do(both.in_schema, drawn)
        _assert_the_same(*both)
        for plain in both:
            plain.books.rebuild()
            plain.books.close()
        assert everything(_opened(both.in_file).books) == everything(_opened(both.in_schema).books)


# Moving ---------------------------------------------------------------------

DAY = [
    ("invoice", 0, 0, 50),
    ("receipt", 0, 0, 70),
    ("invoice", 1, 9, 100),
    ("voucher_in", 1, 1, 9),
]


@pytest.mark.parametrize("is_to_schema", [True, False])
def test_a_firm_is_copied_to_the_other_engine_and_goes_on_there(
    tmp_path: Path, schema: SchemaAt, is_to_schema: bool
) -> None:
    file = FileAt(tmp_path / "a.ciq")
    source, target = (file, schema) if is_to_schema else (schema, file)
    plain = _books_at(source)
    _do(plain, DAY)
    told: list[tuple[int, int]] = []
    verification = copy_books(source, target, lambda *done: told.append(done))
    assert verification.ok
    assert [check.name for check in verification.checks][-1] == "rebuild"
    assert told[-1][0] == told[-1][1] == verification.facts
    copy = _opened(plain, target)
    _assert_the_same(plain, copy)
    copy.write("invoice  S/9  2026-05-04  Shop 9  5.00")
    prove(copy)
    assert verification.facts == len(_kept(plain)["fact"])
    plain.books.close()
    copy.books.close()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["a.ciq"]


def test_a_firm_is_copied_within_an_engine(
    tmp_path: Path, schema: SchemaAt, postgres: Server
) -> None:
    plain = _books_at(schema)
    _do(plain, DAY)
    other = postgres.postgres.firm("both_engines_too")
    assert copy_books(schema, other).ok
    in_file, again = FileAt(tmp_path / "a.ciq"), FileAt(tmp_path / "b.ciq")
    assert copy_books(other, in_file).ok
    assert copy_books(in_file, again).ok
    _assert_the_same(plain, _opened(plain, again))
    other.remove()


def test_nothing_is_copied_over_what_is_there(tmp_path: Path, schema: SchemaAt) -> None:
    file = FileAt(tmp_path / "a.ciq")
    plain, other = _books_at(file), _books_at(schema)
    before = everything(other.books)
    for source, target in ((file, schema), (schema, file)):
        with pytest.raises(BooksTrouble, match="already there"):
            copy_books(source, target)
    assert everything(other.books) == before
    prove(plain)


@pytest.mark.parametrize("is_to_schema", [True, False])
def test_books_that_do_not_follow_from_their_facts_are_not_copied(
    tmp_path: Path, schema: SchemaAt, is_to_schema: bool
) -> None:
    file = FileAt(tmp_path / "a.ciq")
    source, target = (file, schema) if is_to_schema else (schema, file)
    plain = _books_at(source)
    plain.books.close()
    spoil(source, "UPDATE party SET beat = 'x'")
    with pytest.raises(BooksDamaged, match="a rebuild differs in party"):
        copy_books(source, target)
    with pytest.raises(CollectIQError, match="no books"):
        target.open()
    assert not new_path(file.path).exists()


def test_nobody_writes_into_the_old_books_while_they_are_copied(
    tmp_path: Path, schema: SchemaAt, monkeypatch: pytest.MonkeyPatch
) -> None:
    plain = _books_at(schema)
    _do(plain, DAY)

    def write_meanwhile(*arguments: Any, **options: Any) -> None:
        monkeypatch.setattr(postgres_engine, "BUSY_TIMEOUT_SECONDS", 0.01)
        with pytest.raises(BooksTrouble):
            plain.write("invoice  S/9  2026-05-04  Shop 9  5.00")
        monkeypatch.undo()
        replay(*arguments, **options)

    monkeypatch.setattr(moving, "replay", write_meanwhile)
    assert copy_books(schema, FileAt(tmp_path / "a.ciq")).ok
    plain.write("invoice  S/9  2026-05-04  Shop 9  5.00")
    prove(plain)
