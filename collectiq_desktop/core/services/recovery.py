"""A forgotten password of an admin: a code that lets in once, made beforehand and kept on paper.

Kept as passwords are, and tried as slowly. It is used up before it lets in,
and the edit log says whom it has let in.
"""

from __future__ import annotations

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import FactId, UserId
from collectiq_desktop.core.domain.recovery import CODE_BYTES, read_code, recovery_code
from collectiq_desktop.core.domain.roles import Employee, Permission, is_keeper
from collectiq_desktop.core.services import bulletins
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.employees import AmendEmployee, amend_employee
from collectiq_desktop.core.services.rights import not_permitted
from collectiq_desktop.core.services.signing_in import ActingBooks, SignedIn, try_words, wrong_words
from collectiq_desktop.core.storage import employees
from collectiq_desktop.core.storage.bulletins import bulletin_at
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.passwords import verifier_of

_KEY = "recovery code"


def make_code(writer: Writer, context: Context) -> str:
    """A new code, which is told this once; the one before is worth nothing any more.

    Raises:
        Refused: who acts is no admin who manages employees.
    """
    mine = employees.rights_now(writer, context.user_id)
    if not (mine.is_admin and mine.may(Permission.MANAGE_EMPLOYEES)):
        raise Refused(not_permitted(), field="user")
    code = recovery_code(context.ids.mint()[-CODE_BYTES:])
    bulletins.put(writer, context, _KEY, verifier_of(code).encode())
    return code


def sign_in_by_code(books: ActingBooks, employee_id: UserId, words: str) -> SignedIn:
    """Let an admin in by the code, which is used up; the edit log tells it.

    Raises:
        Refused: it is not the code, there is none, or this is no admin.
    """
    with books.reading() as conn:
        employee = employees.employee(conn, employee_id)
        kept = bulletin_at(conn, _KEY)
    is_admin = employee is not None and is_keeper(employee)
    verifier = kept.value.decode() if kept is not None and kept.value and is_admin else None
    try_words(books, employee_id, verifier, read_code(words) or "")
    if employee is None or not is_admin:
        raise wrong_words()
    with books.writing(by=employee_id) as (writer, context):
        now = bulletin_at(writer.conn, _KEY)
        if now is None or now.value is None or now.value.decode() != verifier:
            raise wrong_words()
        bulletins.put(writer, context, _KEY, b"")
        _note(writer, context, employee_id, employee)
        writer.flush()
    return SignedIn(employee_id, employee)


def _note(writer: Writer, context: Context, employee_id: UserId, employee: Employee) -> None:
    """A fact of the employee, by whom it let in."""
    changes = {"recoveries_count": employee.recoveries_count + 1}
    fact_id = FactId(context.ids.mint())
    amending = AmendEmployee(fact_id=fact_id, employee_id=employee_id, changes=changes)
    amend_employee(writer, amending, context)
