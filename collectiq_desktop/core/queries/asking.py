"""What every question to the books has in common, and small pieces of SQL.

An ask is a frozen dataclass and lies in the module of the function that
answers it: whoever holds an ask has loaded both, and a window that opens
loads only what it asks. No query of its own belongs here.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import lru_cache
from typing import Any, Generic, NamedTuple, TypeAlias, TypeVar

from sqlalchemy import BigInteger, ColumnElement, Connection, Row, cast, func, select

from collectiq_desktop.core.domain.calendar import date_of_ymd
from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.storage import tables

Found = TypeVar("Found")
AnyRow: TypeAlias = Row[*tuple[Any, ...]]
"""A row of columns of any kind."""

SHOWN_STATES = ("posted", "cancelled")
"""Vouchers that a person may see; undone and absent ones are never shown."""

_p = tables.party.c


class Ask(Generic[Found]):
    """A question to the books; the type in brackets is what answers it."""

    __slots__ = ()


Answer: TypeAlias = Callable[[Connection, Any, date], Any]
_A = TypeVar("_A", bound=Answer)

ANSWERS: dict[type[Any], Answer] = {}
"""Every ask that was loaded, and the function `(conn, ask, today_on)` that answers it."""


def answers(ask: type[Any]) -> Callable[[_A], _A]:
    """Mark the function that answers an ask."""

    def mark(function: _A) -> _A:
        ANSWERS[ask] = function
        return function

    return mark


def answer(conn: Connection, ask: Ask[Found], today_on: date) -> Found:
    """What an ask finds, as of today where it names no day.

    Raises:
        Refused: as the function that answers it says.
    """
    found: Found = ANSWERS[type(ask)](conn, ask, today_on)
    return found


class PartyAt(NamedTuple):
    """A party as queries need it: its row, and what names it to people."""

    party_row: int
    party_id: PartyId
    party: str
    code: str


def summed(column: ColumnElement[Any]) -> ColumnElement[int]:
    """The sum of a column of paise in 64 bits, 0 over no rows."""
    return cast(func.coalesce(func.sum(column), 0), BigInteger)


def typed(text: str) -> str:
    """The text as it was typed, without what no file can hold.

    A command line may hand over broken bytes as lone surrogates.
    """
    return text.encode("utf-8", "ignore").decode("utf-8").strip()


@lru_cache(maxsize=8_192)
def day_of(ymd: int) -> date:
    """The date behind a number yyyymmdd, remembered: a report has few days."""
    return date_of_ymd(ymd)


KIND_WORDS = {kind.value: kind.word for kind in VoucherKind}
"""The word of a voucher kind by its letter."""


def party_at(conn: Connection, party_id: bytes) -> PartyAt:
    """The party with this id.

    Raises:
        NotFound: there is no such party.
    """
    statement = select(_p.party_row, _p.party_id, _p.name, _p.code).where(_p.party_id == party_id)
    row = conn.execute(statement).first()
    if row is None:
        message = say("This party is not in the books; choose one from the list or add it.")
        raise NotFound(message, field="party")
    return PartyAt(*row)
