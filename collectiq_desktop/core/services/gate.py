"""The gate: what each command needs, and what an agent may name in one.

Every command passes it before it is carried out, whoever sends it: window,
command line, or the server for a phone. Books without employees let
everything pass. What a command would record is then looked at by `rights`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from enum import StrEnum
from typing import Any

from collectiq_desktop.core.domain.errors import Refused
from collectiq_desktop.core.domain.ids import ID_BYTES
from collectiq_desktop.core.domain.roles import EVERYTHING, Permission, Rights
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.services.rights import not_permitted
from collectiq_desktop.core.storage.employees import rights_now
from collectiq_desktop.core.storage.facts import read_fact
from collectiq_desktop.core.storage.scope import hidden_among
from collectiq_desktop.core.storage.writer import Writer


class Anyone(StrEnum):
    """Who may send what needs no permission.

    `PROGRAM` for what the program does by itself, also with nobody signed in.
    """

    EMPLOYEE = "employee"
    PROGRAM = "program"


def admitted(writer: Writer, command: Any, context: Context) -> tuple[Any, Context]:
    """The command as it may be carried out, and the context with the user's rights.

    What an agent may not see is not in the books for that agent's commands,
    either: such an id becomes one that nobody has, and so the answer is that
    of an id that was guessed.

    Raises:
        Refused: it is not permitted, or nobody has signed in.
    """
    mine = rights_now(writer, context.user_id)
    if mine == EVERYTHING:
        return command, context
    # The table loads every command there is: only once somebody's rights have an end.
    from collectiq_desktop.core.services.may_run import MAY_RUN

    wanted = MAY_RUN[type(command)]
    if wanted is Anyone.PROGRAM:
        return command, context
    _check(mine, wanted)
    if not mine.sees_all_parties:
        command = _without_hidden(writer, command, context)
    return command, replace(context, rights=mine)


def _check(mine: Rights, wanted: Anyone | Permission) -> None:
    if not mine.is_known:
        raise Refused(say("Sign in first: these books have employees."), field="user")
    if isinstance(wanted, Permission) and not mine.may(wanted):
        raise Refused(not_permitted(), field="user")


def _without_hidden(writer: Writer, command: Any, context: Context) -> Any:
    ids = {value for value in _leaves(command) if len(value) == ID_BYTES}
    writer.flush_rows()
    hidden = hidden_among(writer.conn, context.user_id, ids)
    # As much is done for an id that is nowhere as for one that is hidden.
    if _is_own(writer, _own_id(command), context.user_id):
        # What was sent before, perhaps of a party that has gone to somebody else since.
        return command
    return _with(command, {value: context.ids.mint() for value in hidden})


def _own_id(command: Any) -> bytes:
    """The id under which a command records: its first field."""
    value = getattr(command, fields(command)[0].name)
    return value if isinstance(value, bytes) else b""


def _is_own(writer: Writer, fact_id: bytes, user_id: bytes) -> bool:
    fact = read_fact(writer.conn, fact_id)
    return fact is not None and fact.user_id == user_id


def _leaves(value: Any) -> Iterator[bytes]:
    """Every id that a command names, however deep."""
    if isinstance(value, bytes):
        yield value
    elif is_dataclass(value):
        for field in fields(value):
            yield from _leaves(getattr(value, field.name))
    elif isinstance(value, (tuple, list, frozenset)):
        for each in value:
            yield from _leaves(each)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from _leaves(each)


def _with(value: Any, others: Mapping[bytes, bytes]) -> Any:
    """The same with other ids."""
    if isinstance(value, bytes):
        return others.get(value, value)
    if is_dataclass(value) and not isinstance(value, type):
        changes = {each.name: _with(getattr(value, each.name), others) for each in fields(value)}
        return replace(value, **changes)
    if isinstance(value, tuple):
        parts = [_with(each, others) for each in value]
        return type(value)._make(parts) if hasattr(value, "_make") else tuple(parts)
    if isinstance(value, Mapping):
        return {key: _with(each, others) for key, each in value.items()}
    return value
