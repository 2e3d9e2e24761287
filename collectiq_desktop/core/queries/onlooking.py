"""Who may ask what, and how much of the books the answer is made of.

Each ask has a line in `may_ask`. What is asked by an agent is answered over the agent's
own parties alone (`storage.scope`); books without employees answer everybody.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from enum import StrEnum
from typing import Protocol

from sqlalchemy import Connection

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.roles import Permission, Rights
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.queries.asking import Found
from collectiq_desktop.core.storage.employees import rights
from collectiq_desktop.core.storage.scope import only_parties_of


class Onlooker(StrEnum):
    """Who may ask, where no permission is needed.

    `ANYBODY` also before the sign-in: it tells nothing of parties or money.
    `OWN` what is the own, for who sees only that; else it needs the totals.
    `EMPLOYEE` over the parties that this one sees. `PROGRAM` over everything
    and without a name: for reckonings whose answer is shown to nobody as it is.
    """

    ANYBODY = "anybody"
    EMPLOYEE = "employee"
    PROGRAM = "program"
    OWN = "own"


class Telling(Protocol):
    """Makes of an answer what may be told of it."""

    def __call__(self, found: Found, /) -> Found:
        """The answer, or the same without what may not be seen."""
        ...


def _whole(found: Found, /) -> Found:
    return found


def _telling(mine: Rights, ask: object) -> Telling:
    if mine.may(Permission.SEE_TOTALS):
        return _whole
    from collectiq_desktop.core.queries.totals import WITHOUT_TOTALS

    return WITHOUT_TOTALS.get(type(ask), _whole)


@contextmanager
def onlooking(conn: Connection, ask: object, user_id: bytes) -> Iterator[Telling]:
    """Let a connection answer an ask as far as the user may see.

    Gives how the answer is told: without the totals of the firm to who may not see them.

    Raises:
        Refused: the user may not ask this, or nobody has signed in.
    """
    mine = rights(conn, user_id)
    if mine.sees_all_parties and mine.is_admin:
        yield _whole
        return
    # The table loads every ask there is: only once somebody's rights have an end.
    from collectiq_desktop.core.queries.may_ask import MAY_ASK

    wanted = MAY_ASK[type(ask)]
    if wanted not in (Onlooker.ANYBODY, Onlooker.PROGRAM):
        _check(mine, wanted)
    if mine.sees_all_parties or wanted is Onlooker.PROGRAM or not mine.is_known:
        yield _telling(mine, ask)
        return
    with only_parties_of(conn, user_id):
        yield _whole


def check_past(conn: Connection, ask: object, user_id: bytes) -> Telling:
    """Refuse a look at an earlier state to who does not see all parties now; gives how it is told.

    Raises:
        Refused: it is not permitted, or nobody has signed in.
    """
    from collectiq_desktop.core.queries.may_ask import MAY_ASK

    mine, wanted = rights(conn, user_id), MAY_ASK[type(ask)]
    _check(mine, wanted)
    _check(mine, Permission.SEE_ALL_PARTIES)
    return _telling(mine, ask)


def _check(mine: Rights, wanted: Onlooker | Permission) -> None:
    if not mine.is_known:
        raise Refused(say("Sign in first: these books have employees."), field="user")
    if wanted is Onlooker.OWN and mine.sees_all_parties:
        wanted = Permission.SEE_TOTALS
    if isinstance(wanted, Permission) and not mine.may(wanted):
        message = say("You may not see this; an admin can permit it.")
        if wanted is Permission.EXPORT:
            message = say("You may not save lists as files; an admin can permit it.")
        raise Refused(message, field="user")
