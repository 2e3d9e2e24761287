"""After how many idle minutes a counter locks itself is that counter's own, and its admin's."""

from __future__ import annotations

import pytest

from collectiq_desktop.core.domain.errors import BadInput, Refused
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.queries.idling import IDLE_SETTING, USUAL_IDLE_MINUTES, IdleLock
from collectiq_desktop.core.services.idling import SetIdleLock
from collectiq_desktop.core.storage.settings import set_setting
from tests.people import employ
from tests.plain_books import PlainBooks


def test_the_usual_minutes_hold_until_others_are_set(plain_books: PlainBooks) -> None:
    assert plain_books.ask(IdleLock()) == USUAL_IDLE_MINUTES
    plain_books.run(SetIdleLock(minutes=3))
    assert plain_books.ask(IdleLock()) == 3
    plain_books.run(SetIdleLock(minutes=120))
    assert plain_books.ask(IdleLock()) == 120


@pytest.mark.parametrize("minutes", [-1, 0, 121])
def test_never_and_half_a_day_are_refused(plain_books: PlainBooks, minutes: int) -> None:
    with pytest.raises(BadInput) as caught:
        plain_books.run(SetIdleLock(minutes=minutes))
    assert caught.value.field == "minutes"
    assert plain_books.ask(IdleLock()) == USUAL_IDLE_MINUTES


def test_a_clerk_cannot_leave_the_counter_open(plain_books: PlainBooks) -> None:
    employ(plain_books, "Owner", Role.ADMIN)
    clerk = employ(plain_books, "Bina")
    plain_books.books.acting = clerk
    with pytest.raises(Refused):
        plain_books.run(SetIdleLock(minutes=120))


@pytest.mark.parametrize("kept", [b"0", b"999", b"soon", b""])
def test_what_cannot_be_meant_is_the_usual(plain_books: PlainBooks, kept: bytes) -> None:
    with plain_books.books.writing() as (writer, _context):
        set_setting(writer.conn, IDLE_SETTING, kept)
    assert plain_books.ask(IdleLock()) == USUAL_IDLE_MINUTES
