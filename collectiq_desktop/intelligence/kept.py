"""The history kept beside the books, so that a look takes no second reading.

The file holds numbers only: no name, no phone. It can be deleted at any time; a
file that is damaged, or was made from other books, is made anew.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Collection
from dataclasses import fields, replace
from pathlib import Path
from typing import Any, NamedTuple, Protocol
from zipfile import BadZipFile

import msgspec
import numpy as np

from collectiq_desktop.core.queries.asking import Ask, Found
from collectiq_desktop.core.queries.payment_changes import (
    PaymentChanges,
    PaymentStamp,
    PaymentState,
)
from collectiq_desktop.core.queries.payment_columns import PartyAccount
from collectiq_desktop.core.queries.payment_history import PartyAccounts, PaymentHistory
from collectiq_desktop.core.queries.pledge_history import PledgeHistory
from collectiq_desktop.intelligence.edits import of_parties
from collectiq_desktop.intelligence.from_books import history_of, members_of
from collectiq_desktop.intelligence.history import (
    Bills,
    History,
    Lapses,
    Member,
    Moves,
    Receipts,
    Rests,
    Returns,
    empty_history,
)
from collectiq_desktop.intelligence.pledges import with_pledges

SCHEMA_NUMBER = 1
NAME = "history.npz"
_PARTS: dict[str, type[Any]] = {
    "moves": Moves,
    "receipts": Receipts,
    "rests": Rests,
    "lapses": Lapses,
    "returns": Returns,
}
_LONG = frozenset({"amount_paise", "paise", "voucher_row"})
"""Columns that need 64 bits; days, places and flags do with fewer."""


class Asked(Protocol):
    """Books, as far as they are needed here."""

    @property
    def path(self) -> Path: ...

    def ask(self, ask: Ask[Found]) -> Found: ...


class Kept(NamedTuple):
    """A history and how much of the log it had seen."""

    stamp: PaymentStamp
    history: History


def history_kept(books: Asked, folder: Path | None) -> History:
    """The history of these books: the one kept, brought up to date, or read anew.

    What was pledged is little, and read each time.

    Args:
        folder: where it is kept, made if need be; None keeps nothing.
    """
    return with_pledges(_payments_kept(books, folder), books.ask(PledgeHistory()))


def _payments_kept(books: Asked, folder: Path | None) -> History:
    stamp = books.ask(PaymentState())
    kept = None if folder is None else load(folder / NAME, _identity(books))
    if kept is None:
        history = history_of(books.ask(PaymentHistory()))
    elif kept.stamp == stamp:
        return _with_accounts(books, kept.history)
    else:
        history = _brought_up(books, kept)
    if folder is not None:
        save(folder / NAME, Kept(stamp, history), _identity(books))
    return history


def _brought_up(books: Asked, kept: Kept) -> History:
    """The kept history with what changed since; all of it anew where too much did."""
    changes = books.ask(PaymentChanges(since=kept.stamp))
    if changes.is_everyone or 2 * len(changes.party_rows) > len(kept.history.members) + 20:
        return history_of(books.ask(PaymentHistory()))
    records = books.ask(PaymentHistory(party_rows=changes.party_rows))
    changed = {p.party_id for p in records.parties if p.party_row in changes.party_rows}
    return merged(kept.history, history_of(records), changed)


def _with_accounts(books: Asked, history: History) -> History:
    """The history with names and balances as they are now."""
    accounts: tuple[PartyAccount, ...] = books.ask(PartyAccounts())
    members = members_of(accounts)
    if [each.party_id for each in members] == [each.party_id for each in history.members]:
        return replace(history, members=members)
    return merged(history, empty_history(members), ())


def _identity(books: Asked) -> str:
    """Which file it is; a rebuild numbers its rows anew in a new file."""
    with contextlib.suppress(OSError):
        told = books.path.stat()
        return f"{told.st_dev}:{told.st_ino}"
    return ""


def merged(kept: History, fresh: History, changed: Collection[bytes]) -> History:
    """The fresh history of some parties, with what was kept of all others.

    Args:
        fresh: knows all members, and the bills of the changed ones alone.
    """
    place = {member.party_id: at for at, member in enumerate(fresh.members)}
    stale = frozenset(changed)
    at = np.array([place.get(member.party_id, -1) for member in kept.members], np.int64)
    stays = np.array([member.party_id not in stale for member in kept.members], bool)
    others = of_parties(kept, np.flatnonzero(stays & (at >= 0)))
    count = len(others.bills)
    bills = {
        field.name: np.append(getattr(others.bills, field.name), getattr(fresh.bills, field.name))
        for field in fields(Bills)
    }
    bills["party"] = np.append(at[others.bills.party], fresh.bills.party)
    order = np.lexsort((bills["n"], bills["voucher_row"], bills["known_on"], bills["party"]))
    back = np.empty(len(order), np.int64)
    back[order] = np.arange(len(order))
    parts: dict[str, Any] = {}
    for name, kind in _PARTS.items():
        mine, theirs = getattr(others, name), getattr(fresh, name)
        if hasattr(mine, "bill"):
            mine = mine._replace(bill=back[mine.bill])
            theirs = theirs._replace(bill=back[theirs.bill + count])
        else:
            mine = mine._replace(party=at[mine.party])
        parts[name] = kind(*map(np.append, mine, theirs))
    by_bill = np.argsort(parts["lapses"].bill, kind="stable")
    parts["lapses"] = Lapses(*(column[by_bill] for column in parts["lapses"]))
    told = Bills(**{name: column[order] for name, column in bills.items()})
    return History(members=fresh.members, bills=told, **parts)


def save(path: Path, kept: Kept, identity: str) -> None:
    """Keep a history, put in place in one step; a full disk only means that it is not kept."""
    head = {"schema": SCHEMA_NUMBER, "identity": identity, "stamp": kept.stamp}
    columns: dict[str, Any] = {
        "head": np.frombuffer(msgspec.json.encode(head), np.uint8),
        "party_ids": np.frombuffer(b"".join(m.party_id for m in kept.history.members), np.uint8),
    }
    for name, column in _columns_of(kept.history):
        columns[name] = (
            column if _is_long(name) or column.dtype == bool else column.astype(np.int32)
        )
    beside = path.with_suffix(".part")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        with beside.open("wb") as file:
            np.savez(file, **columns)
        beside.replace(path)


def _is_long(name: str) -> bool:
    return name.partition(".")[2] in _LONG


def _columns_of(history: History) -> list[tuple[str, Any]]:
    columns = [
        (f"bills.{field.name}", getattr(history.bills, field.name)) for field in fields(Bills)
    ]
    for name in _PARTS:
        part = getattr(history, name)
        columns += [(f"{name}.{field}", getattr(part, field)) for field in part._fields]
    return columns


def load(path: Path, identity: str) -> Kept | None:
    """The history kept in a file; None where there is none that fits these books."""
    try:
        with np.load(io.BytesIO(path.read_bytes()), allow_pickle=False) as file:
            head = msgspec.json.decode(file["head"].tobytes())
            if head["schema"] != SCHEMA_NUMBER or not identity or head["identity"] != identity:
                return None
            return Kept(msgspec.convert(head["stamp"], PaymentStamp), _history(file))
    except (OSError, ValueError, KeyError, EOFError, BadZipFile, msgspec.MsgspecError):
        return None


def _history(file: Any) -> History:
    def column(name: str) -> Any:
        found = file[name]
        return found if found.dtype == bool else found.astype(np.int64)

    ids = file["party_ids"].tobytes()
    parts = {
        name: kind(*(column(f"{name}.{field}") for field in kind._fields))
        for name, kind in _PARTS.items()
    }
    return History(
        members=tuple(Member(ids[at : at + 16], "") for at in range(0, len(ids), 16)),
        bills=Bills(**{field.name: column(f"bills.{field.name}") for field in fields(Bills)}),
        **parts,
    )
