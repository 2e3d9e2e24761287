from __future__ import annotations

import pytest

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.queries.sign_ins import SignIns
from collectiq_desktop.core.services.signing_in import set_password, sign_in, sign_out
from tests.people import employ
from tests.plain_books import PlainBooks

WORDS = "mango season 26"


def test_each_try_is_kept_with_its_outcome_and_without_its_words(plain_books: PlainBooks) -> None:
    plain = plain_books
    owner = employ(plain, "Owner", Role.ADMIN)
    with plain.books.writing(by=owner) as (writer, context):
        set_password(writer, context, owner, WORDS)
    for name in ("Owner", "Nobody"):
        plain.clock.move(ms=1_000)
        with pytest.raises(Refused):
            sign_in(plain.books, name, "wrong words")
    plain.clock.move(ms=600_000)
    sign_in(plain.books, "Owner", WORDS)
    plain.clock.move(ms=1_000)
    sign_out(plain.books, owner)
    lines = plain.ask(SignIns())
    assert [(line.employee, line.deed) for line in lines] == [
        ("Owner", "out"),
        ("Owner", "right"),
        ("", "wrong"),
        ("Owner", "wrong"),
    ]
    assert plain.ask(SignIns(limit=1)) == lines[:1]


def test_who_must_wait_is_noted_once_and_what_is_long_past_goes(plain_books: PlainBooks) -> None:
    plain = plain_books
    employ(plain, "Owner", Role.ADMIN)
    for _try in range(8):
        with pytest.raises(Refused):
            sign_in(plain.books, "Owner", "wrong words")
        plain.clock.move(ms=1)
    deeds = [line.deed for line in plain.ask(SignIns())]
    assert deeds[0] == "locked", "tries while one must wait are not even made"
    assert set(deeds[1:]) == {"wrong"}
    plain.clock.move(days=401)
    sign_out(plain.books, plain.books.acting or plain.books.identity.user_id)
    assert [line.deed for line in plain.ask(SignIns())] == ["out"]


def test_only_who_manages_employees_sees_them(plain_books: PlainBooks) -> None:
    employ(plain_books, "Owner", Role.ADMIN)
    clerk = employ(plain_books, "Bina")
    with pytest.raises(Refused):
        plain_books.books.ask(SignIns(), by=clerk)
