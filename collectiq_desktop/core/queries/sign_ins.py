"""Who signed in or out at this counter, or could not; kept here alone, and without any words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

from sqlalchemy import Connection, select

from collectiq_desktop.core.queries.asking import Ask, answers
from collectiq_desktop.core.storage import employees, tables

_g = tables.sign_in_log.c


class SignInLine(NamedTuple):
    """One try, or one sign-out.

    Args:
        at: UTC milliseconds, by this machine's clock.
        employee: by name; empty where a name was typed that nobody has.
        deed: `right`, `wrong`, `locked` (wrong once too often: one must wait) or `out`.
    """

    at: int
    employee: str
    deed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignIns(Ask[tuple[SignInLine, ...]]):
    """The last sign-ins at this counter, the newest first."""

    limit: int = 500


@answers(SignIns)
def sign_ins(conn: Connection, ask: SignIns, _today_on: date) -> tuple[SignInLine, ...]:
    """The newest ones."""
    known = {key: each.name for key, each in employees.employees(conn).items()}
    statement = (
        select(_g.happened_at, _g.subject, _g.deed)
        .order_by(_g.happened_at.desc(), _g.subject)
        .limit(ask.limit)
    )
    rows = conn.execute(statement)
    return tuple(SignInLine(at, known.get(subject, ""), deed) for at, subject, deed in rows)
