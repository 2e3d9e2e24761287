"""Signing in without a line: passwords and PINs, and how wrong ones lock one out."""

from __future__ import annotations

from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errors import BadInput, NotFound, Refused
from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.passwords import (
    FREE_TRIES,
    check_password,
    check_pin,
    wait_ms,
)
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.services.employees import AmendEmployee
from collectiq_desktop.core.services.signing_in import (
    forget_pin,
    set_password,
    set_pin,
    sign_in,
    sign_in_by_pin,
)
from collectiq_desktop.core.storage import signing_in
from collectiq_desktop.core.wire.passwords import bound, is_right, verifier_of
from tests.core.looking import fact_id, prove
from tests.people import employ
from tests.plain_books import PlainBooks, fresh_books

WORDS, SECRET = "mango season 26", b"s" * 32


@pytest.fixture
def plain(tmp_path: Path) -> PlainBooks:
    plain = fresh_books(tmp_path)
    admin = employ(plain, "Asha", Role.ADMIN)
    _set_password(plain, admin)
    return plain


def _admin(plain: PlainBooks) -> UserId:
    assert plain.books.acting is not None
    return plain.books.acting


def _set_password(plain: PlainBooks, employee_id: UserId, by: UserId | None = None) -> None:
    with plain.books.writing(by=by or plain.books.acting) as (writer, context):
        set_password(writer, context, employee_id, WORDS)


def _set_pin(plain: PlainBooks, pin: str, by: UserId | None = None) -> None:
    with plain.books.writing(by=by or _admin(plain)) as (writer, context):
        set_pin(writer, context, _admin(plain), pin, SECRET)


def test_who_says_the_words_is_that_employee(plain: PlainBooks) -> None:
    found = sign_in(plain.books, " ASHA ", WORDS)
    assert (found.employee_id, found.employee.name) == (_admin(plain), "Asha")
    with pytest.raises(Refused, match="do not go together"):
        sign_in(plain.books, "Asha", WORDS.upper())
    prove(plain)


def test_words_of_another_branch_are_nobody_s(plain: PlainBooks) -> None:
    bina = employ(plain, "Bina", branches=("SURAT",))
    _set_password(plain, bina)
    assert sign_in(plain.books, "Bina", WORDS, "SURAT").employee_id == bina
    with pytest.raises(Refused, match="do not go together"):
        sign_in(plain.books, "Bina", WORDS, "MAIN")


def test_a_pin_is_set_by_its_owner_and_good_on_this_device_alone(plain: PlainBooks) -> None:
    admin = _admin(plain)
    with pytest.raises(Refused, match="do not go together"):
        sign_in_by_pin(plain.books, admin, "2580", SECRET)
    _set_pin(plain, "2580")
    assert sign_in_by_pin(plain.books, admin, "2580", SECRET).employee.name == "Asha"
    for pin, secret in (("2581", SECRET), ("2580", b"t" * 32)):
        with pytest.raises(Refused, match="do not go together"):
            sign_in_by_pin(plain.books, admin, pin, secret)
    bina = employ(plain, "Bina")
    with pytest.raises(Refused, match="by its owner"):
        _set_pin(plain, "2580", by=bina)
    with plain.books.writing(by=admin) as (writer, context):
        forget_pin(writer, context, admin)
    with pytest.raises(Refused):
        sign_in_by_pin(plain.books, admin, "2580", SECRET)


def test_many_wrong_words_lock_one_out_and_right_ones_forget_them(plain: PlainBooks) -> None:
    for name in ("Asha", "Nobody"):
        for _try in range(FREE_TRIES):
            with pytest.raises(Refused, match="do not go together"):
                sign_in(plain.books, name, "wrong words")
        with pytest.raises(Refused, match="try again in 30 seconds"):
            sign_in(plain.books, name, WORDS)
    plain.clock.move(ms=30_000)
    assert sign_in(plain.books, "Asha", WORDS).employee.name == "Asha"
    with pytest.raises(Refused, match="do not go together"):
        sign_in(plain.books, "Asha", "wrong words")


def test_who_left_signs_in_no_more(plain: PlainBooks) -> None:
    bina = employ(plain, "Bina")
    _set_password(plain, bina)
    left = AmendEmployee(fact_id=fact_id(plain), employee_id=bina, changes={"is_active": False})
    plain.run(left)
    with pytest.raises(Refused, match="do not go together"):
        sign_in(plain.books, "Bina", WORDS)


def test_a_password_is_set_by_its_owner_or_who_manages_employees(plain: PlainBooks) -> None:
    bina = employ(plain, "Bina")
    chetan = employ(plain, "Chetan", granted=("manage_employees",))
    _set_password(plain, bina, by=bina)
    for by, whose in ((bina, chetan), (chetan, _admin(plain))):
        with pytest.raises(Refused, match="not permitted"):
            _set_password(plain, whose, by=by)
    _set_password(plain, bina, by=_admin(plain))
    with pytest.raises(NotFound):
        _set_password(plain, UserId(b"?" * 16))


def test_what_is_kept_tells_no_words(plain: PlainBooks) -> None:
    _set_pin(plain, "2580")
    with plain.books.reading() as conn:
        kept = signing_in.password_verifier(conn, _admin(plain)) or ""
        pin = signing_in.pin_verifier(conn, _admin(plain)) or ""
    assert kept.startswith("$argon2id$v=19$m=19456,t=2,p=1$")
    assert pin.startswith("$argon2id$")
    assert not is_right(pin, "2580")
    assert is_right(pin, bound("2580", SECRET))
    assert verifier_of(WORDS) != verifier_of(WORDS)


def test_without_a_verifier_no_words_are_right() -> None:
    assert not is_right(None, "nobody has this")
    assert not is_right("no verifier", "x")


@pytest.mark.parametrize(
    "words", ["short", "a" * 8, "abcdefgh", "12345678", "Password", "Mahendra Shah", "x" * 201]
)
def test_a_password_that_is_guessed_first_is_refused(words: str) -> None:
    with pytest.raises(BadInput) as refused:
        check_password(words, "mahendra shah")
    assert refused.value.field == "password"


@pytest.mark.parametrize("digits", ["123", "1234", "0000", "98765432", "12a4", "१२३५", "123456789"])
def test_a_pin_that_is_guessed_first_is_refused(digits: str) -> None:
    with pytest.raises(BadInput) as refused:
        check_pin(digits)
    assert refused.value.field == "pin"


def test_waits_double_up_to_an_hour() -> None:
    assert [wait_ms(n) for n in (0, FREE_TRIES - 1)] == [0, 0]
    assert [wait_ms(FREE_TRIES + n) for n in range(3)] == [30_000, 60_000, 120_000]
    assert wait_ms(1_000) == 3_600_000
