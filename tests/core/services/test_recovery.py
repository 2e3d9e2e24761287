"""The recovery code lets an admin in once, slowly tried, told in the edit log, and nobody else."""

from __future__ import annotations

from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.recovery import CODE_BYTES, read_code, recovery_code
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.queries.edit_log import EditLog
from collectiq_desktop.core.services.recovery import make_code, sign_in_by_code
from collectiq_desktop.core.services.signing_in import set_password, sign_in
from tests.people import employ
from tests.plain_books import PlainBooks, fresh_books


@pytest.fixture
def plain(tmp_path: Path) -> PlainBooks:
    return fresh_books(tmp_path)


def _made(plain: PlainBooks, by: UserId) -> str:
    with plain.books.writing(by=by) as (writer, context):
        return make_code(writer, context)


def _refused(plain: PlainBooks, who: UserId, words: str) -> str:
    with pytest.raises(Refused) as caught:
        sign_in_by_code(plain.books, who, words)
    return str(caught.value)


@pytest.mark.parametrize("chance", [bytes(CODE_BYTES), b"\xff" * CODE_BYTES, bytes(range(10))])
def test_a_code_is_read_however_it_is_written(chance: bytes) -> None:
    code = recovery_code(chance)
    assert [len(group) for group in code.split("-")] == [4, 4, 4, 4]
    assert read_code(code) == read_code(f" {code.lower()} ") == code
    assert read_code(code.replace("0", "O").replace("1", "l")) == code
    for other in (code.replace("-", ""), code[:-1], code + "-AAAA", "river stones 12", ""):
        assert read_code(other) is None


def test_different_chance_gives_different_codes() -> None:
    codes = {recovery_code(n.to_bytes(CODE_BYTES, "big")) for n in range(200)}
    assert len(codes) == 200


def test_it_lets_an_admin_in_once_who_then_sets_a_password(plain: PlainBooks) -> None:
    owner = employ(plain, "Owner", Role.ADMIN)
    with plain.books.writing(by=owner) as (writer, context):
        set_password(writer, context, owner, "mango season 26")
    code = _made(plain, owner)
    plain.books.acting = None
    assert sign_in_by_code(plain.books, owner, code.lower()).employee_id == owner
    assert "do not go together" in _refused(plain, owner, code), "it is used up"
    with plain.books.writing(by=owner) as (writer, context):
        set_password(writer, context, owner, "river stones 12")
    assert sign_in(plain.books, "Owner", "river stones 12").employee_id == owner
    [line] = plain.books.ask(EditLog(limit=1), by=owner).rows
    assert (line.told.kind, line.user, line.subject) == ("EmployeeAmended", "Owner", "Owner")
    assert [(each.subject, each.new) for each in line.changes] == [("recoveries_count", 1)]
    again = _made(plain, owner)
    sign_in_by_code(plain.books, owner, again)
    [line] = plain.books.ask(EditLog(limit=1), by=owner).rows
    assert [(each.old, each.new) for each in line.changes] == [(1, 2)]


def test_a_new_code_ends_the_one_before(plain: PlainBooks) -> None:
    owner = employ(plain, "Owner", Role.ADMIN)
    old, new = _made(plain, owner), _made(plain, owner)
    assert old != new
    assert "do not go together" in _refused(plain, owner, old)
    sign_in_by_code(plain.books, owner, new)


def test_it_is_for_admins_alone(plain: PlainBooks) -> None:
    owner = employ(plain, "Owner", Role.ADMIN)
    bina = employ(plain, "Bina", granted=("manage_employees",))
    left = employ(plain, "Dev", Role.ADMIN, is_active=False)
    code = _made(plain, owner)
    for who in (bina, left, UserId(b"n" * 16)):
        assert "do not go together" in _refused(plain, who, code)
    with pytest.raises(Refused, match="not permitted"):
        _made(plain, bina)
    sign_in_by_code(plain.books, owner, code)


def test_guesses_are_counted_and_wait(plain: PlainBooks) -> None:
    owner = employ(plain, "Owner", Role.ADMIN)
    assert "do not go together" in _refused(plain, owner, recovery_code(b"?" * CODE_BYTES))
    code = _made(plain, owner)
    for n in range(8):
        sentence = _refused(plain, owner, recovery_code(bytes([n]) * CODE_BYTES))
    assert "Too many wrong tries" in sentence
    assert "Too many wrong tries" in _refused(plain, owner, code), "the right one waits, too"
    plain.clock.move(ms=3_600_000)
    sign_in_by_code(plain.books, owner, code)
