"""Signing in: whose words these are, and how often wrong ones may be tried.

A try is counted before it is made, so that many at once are no more guesses.
No name, no word and no verifier is ever in a fact or a log.
"""

from __future__ import annotations

import hashlib
from contextlib import AbstractContextManager
from typing import NamedTuple, Protocol

from sqlalchemy import Connection

from collectiq_desktop.core.domain.bulletins import EVERYBODY, Audience
from collectiq_desktop.core.domain.errors import NotFound, Refused
from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.passwords import check_password, check_pin, wait_ms
from collectiq_desktop.core.domain.roles import Employee, Permission, rights_of
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services import bulletins
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.rights import not_permitted
from collectiq_desktop.core.storage import employees, signing_in
from collectiq_desktop.core.storage.signing_in import Tries
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.passwords import bound, is_right, verifier_of


class OpenBooks(Protocol):
    """The books as far as a sign-in needs them."""

    def reading(self) -> AbstractContextManager[Connection]:
        """One moment of the books."""
        ...

    def writing(self) -> AbstractContextManager[tuple[Writer, Context]]:
        """One transaction."""
        ...


class ActingBooks(OpenBooks, Protocol):
    """The books as far as somebody acts there, too."""

    def writing(
        self, *, by: UserId | None = None
    ) -> AbstractContextManager[tuple[Writer, Context]]:
        """One transaction of somebody's."""
        ...


class SignedIn(NamedTuple):
    """Who has signed in."""

    employee_id: UserId
    employee: Employee


def sign_in(books: OpenBooks, name: str, password: str, branch_id: str = "") -> SignedIn:
    """Who says this name and password.

    Args:
        branch_id: where; an employee of other branches is nobody there.

    Raises:
        Refused: the words are wrong, or too many wrong ones were tried.
    """
    with books.reading() as conn:
        known = employee_called(conn, name)
        verifier = signing_in.password_verifier(conn, known.employee_id) if known else None
    subject = known.employee_id if known else _subject_of(name)
    try_words(books, subject, verifier, password)
    if known is None or not _may_be_at(known.employee, branch_id):
        raise wrong_words()
    return known


def sign_in_by_pin(
    books: OpenBooks, employee_id: UserId, pin: str, device_secret: bytes
) -> SignedIn:
    """The employee, by a PIN that was set on this device.

    Raises:
        Refused: the PIN is wrong or none is set here, or too many were tried.
    """
    with books.reading() as conn:
        employee = employees.employee(conn, employee_id)
        verifier = signing_in.pin_verifier(conn, employee_id)
    try_words(books, employee_id, verifier, bound(pin, device_secret))
    if employee is None or not employee.is_active:
        raise wrong_words()
    return SignedIn(employee_id, employee)


def try_words(books: OpenBooks, subject: bytes, verifier: str | None, words: str) -> None:
    """Try words once, counted and noted.

    Raises:
        Refused: they are wrong, or too many wrong ones were tried.
    """
    with books.writing() as (writer, context):
        known = signing_in.tries(writer.conn, subject)
        seconds = -(-(known.locked_until_at - context.now_at) // 1_000)
        if seconds <= 0:
            count = known.wrong_count + 1
            until_at = context.now_at + wait_ms(count)
            signing_in.set_tries(writer.conn, subject, Tries(count, until_at))
    if seconds > 0:
        message = say("Too many wrong tries; try again in {seconds} seconds.", seconds=seconds)
        raise Refused(message, field="password")
    has_right_words = is_right(verifier, words)
    with books.writing() as (writer, context):
        now_at = context.now_at
        if has_right_words:
            signing_in.set_tries(writer.conn, subject, None)
        must_wait = signing_in.tries(writer.conn, subject).locked_until_at > now_at
        deed = "right" if has_right_words else "locked" if must_wait else "wrong"
        signing_in.note_deed(writer.conn, now_at, subject, deed)
    if not has_right_words:
        raise wrong_words()


def sign_out(books: OpenBooks, employee_id: UserId) -> None:
    """Note that an employee has signed out here."""
    with books.writing() as (writer, context):
        signing_in.note_deed(writer.conn, context.now_at, employee_id, "out")


def wrong_words() -> Refused:
    """The same for a wrong name and a wrong word."""
    message = say("This name and password or PIN do not go together; try again.")
    return Refused(message, field="password")


def employee_called(conn: Connection, name: str) -> SignedIn | None:
    """The active employee of this name, in any case."""
    wanted = " ".join(name.split()).casefold()
    for employee_id, each in employees.employees(conn).items():
        if each.is_active and each.name.casefold() == wanted:
            return SignedIn(UserId(employee_id), each)
    return None


def _may_be_at(employee: Employee, branch_id: str) -> bool:
    return not branch_id or not employee.branches or branch_id in employee.branches


def _subject_of(name: str) -> bytes:
    """Tries at a name that nobody has are counted alike, and tell no name."""
    return hashlib.sha256(b"nobody " + " ".join(name.split()).casefold().encode()).digest()[:16]


# Setting them -----------------------------------------------------------------


def set_password(writer: Writer, context: Context, employee_id: UserId, password: str) -> None:
    """Set a password: one's own, or anybody's for who manages employees.

    What it is tried against goes to the counters of the employee's branches.

    Raises:
        NotFound: there is no such employee.
        BadInput: it is guessed first.
        Refused: it is somebody else's.
    """
    employee = _employee_for(writer, context, employee_id)
    check_password(password, employee.name)
    audience = Audience(branches=employee.branches) if employee.branches else EVERYBODY
    verifier = verifier_of(password).encode()
    bulletins.put(writer, context, signing_in.password_key(employee_id), verifier, audience)
    signing_in.set_tries(writer.conn, employee_id, None)
    signing_in.end_sessions(writer.conn, employee_id=employee_id)


def set_pin(
    writer: Writer, context: Context, employee_id: UserId, pin: str, device_secret: bytes
) -> None:
    """Set the PIN of who has signed in by password, for this device alone.

    Raises:
        NotFound: there is no such employee.
        BadInput: it is no PIN, or guessed first.
        Refused: it is somebody else's.
    """
    if context.user_id != employee_id:
        raise Refused(say("A PIN is set by its owner, after signing in by password."), field="pin")
    _employee_for(writer, context, employee_id)
    check_pin(pin)
    signing_in.set_pin(writer.conn, employee_id, verifier_of(bound(pin, device_secret)))


def forget_pin(writer: Writer, context: Context, employee_id: UserId) -> None:
    """Forget a PIN on this device: one's own, or anybody's for who manages employees.

    Raises:
        NotFound: there is no such employee.
        Refused: it is somebody else's.
    """
    _employee_for(writer, context, employee_id)
    signing_in.set_pin(writer.conn, employee_id, None)


def _employee_for(writer: Writer, context: Context, employee_id: UserId) -> Employee:
    writer.flush_rows()
    employee = employees.employee(writer.conn, employee_id)
    if employee is None:
        raise NotFound(say("This employee is not in the books."), field="employee")
    mine = employees.rights_now(writer, context.user_id)
    is_own = context.user_id == employee_id and employee.is_active
    manages = mine.may(Permission.MANAGE_EMPLOYEES)
    if not is_own and not (
        manages and mine.covers(rights_of(employee, employees.role_days(writer.conn)))
    ):
        raise Refused(not_permitted(), field="employee")
    return employee


def has_pin(conn: Connection, employee_id: UserId) -> bool:
    """Whether an employee has set a PIN on this device."""
    return signing_in.pin_verifier(conn, employee_id) is not None
