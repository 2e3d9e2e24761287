"""One-time codes: used once, for a while, and again only by the one who used them."""

from __future__ import annotations

import threading

import pytest

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.services.codes import KeptCode, codes, give_out, take
from tests.plain_books import PlainBooks

HOUR_MS = 3_600_000
HASHED = b"c" * 32


def given(plain: PlainBooks, hashed: bytes = HASHED) -> KeptCode:
    code = KeptCode(hashed=hashed, name="Shop", valid_until_at=plain.clock.now_at() + HOUR_MS)
    with plain.books.writing() as (writer, context):
        give_out(writer, context, code)
    return code


def taken(plain: PlainBooks, key: bytes, hashed: bytes = HASHED) -> KeptCode:
    with plain.books.writing() as (writer, context):
        return take(writer, context, hashed, key)


def test_a_code_lets_in_one(plain_books: PlainBooks) -> None:
    code = given(plain_books)
    assert taken(plain_books, b"first") == code
    with pytest.raises(Refused):
        taken(plain_books, b"second")


def test_the_same_key_may_ask_again(plain_books: PlainBooks) -> None:
    given(plain_books)
    taken(plain_books, b"first")
    plain_books.clock.move(days=2)
    assert taken(plain_books, b"first").name == "Shop"


def test_a_code_runs_out(plain_books: PlainBooks) -> None:
    given(plain_books)
    plain_books.clock.move(ms=HOUR_MS + 1)
    with pytest.raises(Refused):
        taken(plain_books, b"first")


def test_an_unknown_code_is_refused(plain_books: PlainBooks) -> None:
    given(plain_books)
    with pytest.raises(Refused):
        taken(plain_books, b"first", b"x" * 32)


def test_old_codes_are_forgotten_with_the_next(plain_books: PlainBooks) -> None:
    given(plain_books)
    plain_books.clock.move(days=8)
    given(plain_books, b"d" * 32)
    with plain_books.books.reading() as conn:
        assert [each.hashed for each in codes(conn)] == [b"d" * 32]


def test_of_two_at_once_one_is_let_in(plain_books: PlainBooks) -> None:
    """Two workers, each with the file open by itself."""
    given(plain_books)
    outcomes: list[str] = []
    begin = threading.Barrier(2)

    def ask(key: bytes) -> None:
        around = Surroundings(clock=plain_books.clock, ids=plain_books.ids)
        books = Books.open(plain_books.books.at, around)
        begin.wait()
        try:
            with books.writing() as (writer, context):
                take(writer, context, HASHED, key)
            outcomes.append("in")
        except Refused:
            outcomes.append("refused")
        finally:
            books.close()

    threads = [threading.Thread(target=ask, args=(key,)) for key in (b"one", b"two")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["in", "refused"]
