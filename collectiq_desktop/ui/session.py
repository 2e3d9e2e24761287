"""Who has signed in at this window; plain Python, all words are tried on a lane.

The books are told who acts, so that nobody who has not signed in can do
anything behind a screen that forgot to ask.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from collectiq_desktop.core.books import Books, Outcome
from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.passwords import MOST_PIN_DIGITS
from collectiq_desktop.core.domain.recovery import read_code
from collectiq_desktop.core.domain.roles import is_keeper
from collectiq_desktop.core.queries.employees import EmployeeRow, Employees
from collectiq_desktop.core.services.employees import AddEmployee
from collectiq_desktop.core.services.recovery import make_code, sign_in_by_code
from collectiq_desktop.core.services.registry import carry_out
from collectiq_desktop.core.services.signing_in import (
    SignedIn,
    has_pin,
    set_password,
    set_pin,
    sign_in,
    sign_in_by_pin,
    sign_out,
)
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.ui.work.lanes import Failed, Work

Done = Callable[[], None]
Secret = Callable[[], bytes]
_KEY = "session"


class Session:
    """Signing in and out of the open books."""

    def __init__(self, work: Work, secret: Secret) -> None:
        self._work = work
        self._secret = secret
        self._watchers: list[Done] = []
        self.who: SignedIn | None = None
        self.is_needed = False
        # Books to try things on begin with their owner, so that they open at once.
        self.is_for_trying = False

    @property
    def is_locked(self) -> bool:
        """Whether somebody must sign in before anything is shown."""
        return self.is_needed and self.who is None

    def watch(self, watcher: Done) -> None:
        """Tell somebody whenever another has signed in, or nobody any more."""
        self._watchers.append(watcher)

    def look(self, books: Books) -> None:
        """The books are open: whether they have employees, and this machine is one of them."""
        own_id = books.identity.user_id

        def took(rows: tuple[EmployeeRow, ...]) -> None:
            self.is_needed = bool(rows)
            own = [each for each in rows if each.employee_id == own_id]
            self.is_for_trying = bool(own)
            self._become(SignedIn(own_id, own[0].employee) if own else None)

        self._work.ask(Employees(), key=_KEY, done=took)

    def sign_in(
        self, row: EmployeeRow, words: str, *, done: Callable[[bool], None], failed: Failed
    ) -> None:
        """Sign an employee in by PIN or password.

        Args:
            done: is told whether a PIN is set on this machine.
        """

        def job(books: Books, _progress: Progress) -> tuple[SignedIn, bool]:
            found, is_set = self._tried(books, row, words)
            books.acting = found.employee_id
            return found, is_set

        def took(answer: tuple[SignedIn, bool]) -> None:
            self._become(answer[0])
            done(answer[1])

        self._work.begin(job, key=_KEY, done=took, failed=failed, is_writing=True)

    def act_as(
        self,
        row: EmployeeRow,
        words: str,
        command: object,
        *,
        done: Callable[[Any], None],
        failed: Failed,
    ) -> None:
        """Carry out one command in the name of another, who says PIN or password for it.

        Who has signed in stays so.
        """

        def job(books: Books, _progress: Progress) -> Outcome:
            found, _is_set = self._tried(books, row, words)
            return books.run(command, by=found.employee_id)

        def took(outcome: Outcome) -> None:
            self._work.announce(outcome.touched, self)
            done(outcome.result)

        self._work.begin(job, key="act as", done=took, failed=failed, is_writing=True)

    def _tried(self, books: Books, row: EmployeeRow, words: str) -> tuple[SignedIn, bool]:
        """Whose words these are, and whether a PIN of theirs is set on this machine."""
        with books.reading() as conn:
            is_set = has_pin(conn, row.employee_id)
        if read_code(words) is not None and is_keeper(row.employee):
            return sign_in_by_code(books, row.employee_id, words), True
        if is_set and words.isdecimal() and len(words) <= MOST_PIN_DIGITS:
            return sign_in_by_pin(books, row.employee_id, words, self._secret()), is_set
        return sign_in(books, row.employee.name, words, books.identity.branch_id), is_set

    def lock(self) -> None:
        """Sign out; in books without employees there is nobody to."""
        if self.is_needed:
            self.sign_out()

    def sign_out(self) -> None:
        """Nobody is signed in any more."""
        who = self.who

        def job(books: Books, _progress: Progress) -> None:
            books.acting = None
            if who is not None:
                sign_out(books, who.employee_id)

        def took(_nothing: None) -> None:
            self._become(None)

        self._work.begin(job, key=_KEY, done=took, is_writing=True)

    def set_pin(self, pin: str, *, done: Done, failed: Failed) -> None:
        """Set a PIN for this machine, of who has signed in."""
        who = self.who

        def job(books: Books, _progress: Progress) -> None:
            assert who is not None
            with books.writing(by=who.employee_id) as (writer, context):
                set_pin(writer, context, who.employee_id, pin, self._secret())

        self._work.begin(
            job, key="pin", done=lambda _nothing: done(), failed=failed, is_writing=True
        )

    def begin_with(
        self, command: AddEmployee, password: str, *, done: Done, failed: Failed
    ) -> None:
        """Add the first employee, an admin, with a password, and sign in: all or nothing."""

        def job(books: Books, _progress: Progress) -> SignedIn:
            with books.writing(by=command.employee_id) as (writer, context):
                carry_out(writer, command, context)
                set_password(writer, context, command.employee_id, password)
                writer.flush()
            books.acting = command.employee_id
            return SignedIn(command.employee_id, command.employee)

        def took(found: SignedIn) -> None:
            self.is_needed = True
            self._become(found)
            done()

        self._work.begin(job, key=_KEY, done=took, failed=failed, is_writing=True)

    def make_recovery_code(self, *, done: Callable[[str], None], failed: Failed) -> None:
        """Make a new recovery code, which is told this once."""

        def job(books: Books, _progress: Progress) -> str:
            with books.writing(by=books.acting) as (writer, context):
                return make_code(writer, context)

        self._work.begin(job, key="recovery", done=done, failed=failed, is_writing=True)

    def set_password(
        self, employee_id: UserId, password: str, *, done: Done, failed: Failed
    ) -> None:
        """Set an employee's password."""

        def job(books: Books, _progress: Progress) -> None:
            with books.writing(by=books.acting) as (writer, context):
                set_password(writer, context, employee_id, password)

        self._work.begin(
            job, key="password", done=lambda _nothing: done(), failed=failed, is_writing=True
        )

    def _become(self, who: SignedIn | None) -> None:
        self.who = who
        self._tell()

    def _tell(self) -> None:
        for watcher in self._watchers:
            watcher()
