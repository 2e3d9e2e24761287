"""Finding a party by what a clerk types: letters, phone tail, code, GSTIN.

Names that begin with the text come first, then words that begin with it, then
the rest. One letter finds beginnings only. How the index is kept is storage's.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from operator import itemgetter
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, Connection, select

from collectiq_desktop.core.domain.errors import BadInput, NotFound
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.domain.phones import normalise_mobile
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.scripts import fold_for_search
from collectiq_desktop.core.queries.asking import Ask, answers, typed
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.prepared import PreparedLookup
from collectiq_desktop.core.storage.search import rows_with

_LAST_CHAR = "\U0010ffff"
_FEW = 400
"""How many rows of a tier are looked at: a common syllable has thousands."""

_CANDIDATES = 8
_p, _s = tables.party.c, tables.standing.c


class PartyHit(NamedTuple):
    """A party that was found.

    Money: balance_paise is debit positive.
    """

    party_id: PartyId
    party: str
    code: str
    beat: str
    balance_paise: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FindParties(Ask[tuple[PartyHit, ...]]):
    """The parties that a text may mean, the likeliest first."""

    text: str
    limit: int = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolveParty(Ask[PartyHit]):
    """The one party that a text means: its id, code, name, GSTIN, phone, or a part."""

    text: str


class _Candidate(NamedTuple):
    party_row: int
    name_key: str
    hit: PartyHit


@answers(FindParties)
def find_parties(conn: Connection, ask: FindParties, _today_on: date) -> tuple[PartyHit, ...]:
    """The parties found, at most `limit`.

    Limits: ≤ 5 ms at 50,000 parties, whatever the text.
    """
    return tuple(c.hit for c in islice(_found(conn, typed(ask.text), ask.limit), ask.limit))


def _found(conn: Connection, text: str, limit: int) -> Iterator[_Candidate]:
    """The candidates tier by tier, each once."""
    seen: set[int] = set()
    for candidates in _tiers(conn, text, limit):
        for candidate in candidates:
            if candidate.party_row not in seen:
                seen.add(candidate.party_row)
                yield candidate


def _tiers(conn: Connection, text: str, limit: int) -> Iterator[Iterable[_Candidate]]:
    folded = fold_for_search(text)
    if not folded:
        return
    yield _where(conn, _p.code.in_({text, text.upper()}), limit=limit)
    begins = (_p.name_fold >= folded, _p.name_fold < folded + _LAST_CHAR)
    yield _where(conn, *begins, limit=limit)
    yield _rows(conn, rows_with(conn, " " + folded, _FEW))
    if len(folded) == 1:
        return
    yield _rows(conn, rows_with(conn, "\n" + folded, _FEW))
    yield _rows(conn, rows_with(conn, folded, _FEW))
    digits = _digits_of(text)
    if digits and digits != folded:
        yield _rows(conn, rows_with(conn, digits, _FEW))


def _digits_of(text: str) -> str:
    """The digits of a phone number typed with gaps or +91, empty for other text."""
    mobile = normalise_mobile(text)
    if mobile is not None:
        return mobile
    folded = fold_for_search(text).replace(" ", "")
    return folded if folded.isdecimal() and len(folded) > 1 else ""


def _where(conn: Connection, *conditions: ColumnElement[bool], limit: int) -> list[_Candidate]:
    """Parties in order of their folded names, which an index keeps."""
    return _read(conn, _SELECT.where(*conditions).order_by(_p.name_fold).limit(limit))


def _rows(conn: Connection, rows: Iterable[int]) -> Iterator[_Candidate]:
    """The parties in some rows, by name; of hundreds, a screen wants a few."""
    return _candidates(sorted(_BY_ROW(conn, list(rows)), key=itemgetter(1, 0)))


_SELECT = select(
    _p.party_row, _p.name_key, _p.party_id, _p.name, _p.code, _p.beat, _s.balance_paise
).join(tables.standing, _s.party_row == _p.party_row)


_BY_ROW = PreparedLookup(_SELECT, _p.party_row)


def _read(conn: Connection, statement: Any) -> list[_Candidate]:
    return list(_candidates(conn.execute(statement).all()))


def _candidates(rows: Iterable[Any]) -> Iterator[_Candidate]:
    return (_Candidate(row, key, PartyHit(*hit)) for row, key, *hit in rows)


@answers(ResolveParty)
def resolve(conn: Connection, ask: ResolveParty, _today_on: date) -> PartyHit:
    """The one party that the text means."""
    return resolve_party(conn, ask.text)


def resolve_party(conn: Connection, text: str) -> PartyHit:
    """The one party that a text means.

    Tried in turn: its id, its code, its whole name in any case, its GSTIN, its
    phone number, and at last any part of these that only one party has.

    Raises:
        NotFound: nobody is found.
        BadInput: several are; the sentence lists them.
    """
    wanted = typed(text)
    folded = fold_for_search(wanted)
    if not folded:
        message = say("Name a party: its code, its name, its GSTIN or its phone number.")
        raise BadInput(message, field="party")
    for candidates in _exact(conn, wanted, folded):
        if len(candidates) == 1:
            return candidates[0].hit
        if candidates:
            raise _several(wanted, candidates)
    found = list(islice(_found(conn, wanted, _CANDIDATES + 1), _CANDIDATES + 1))
    if len(found) == 1:
        return found[0].hit
    if found:
        raise _several(wanted, found)
    message = say(
        "No party is found for “{wanted}”; check the spelling, or add the party first.",
        wanted=wanted,
    )
    raise NotFound(message, field="party")


def _exact(conn: Connection, wanted: str, folded: str) -> Iterator[list[_Candidate]]:
    few = _CANDIDATES + 1
    party_id = _id_of(wanted)
    if party_id is not None:
        yield _where(conn, _p.party_id == party_id, limit=few)
    yield _where(conn, _p.code == wanted, limit=few)
    yield _where(conn, _p.code == wanted.upper(), limit=few)
    yield _where(conn, _p.name == wanted, limit=few)
    yield _where(conn, _p.name_fold == folded, limit=few)
    mobile = normalise_mobile(wanted)
    if mobile is not None:
        yield list(_rows(conn, rows_with(conn, mobile, few)))
    if len(folded) == 15:
        with_words = rows_with(conn, folded, few)
        gstins = _where(conn, _p.gstin == wanted.upper(), limit=few) if with_words else []
        yield gstins


def _id_of(text: str) -> bytes | None:
    """The id behind 32 hexadecimal digits, None for any other text."""
    try:
        return bytes.fromhex(text) if len(text) == 32 else None
    except ValueError:
        return None


def _several(wanted: str, candidates: list[_Candidate]) -> BadInput:
    names = [f"{c.hit.party} ({c.hit.code})" for c in candidates[:_CANDIDATES]]
    named = ", ".join(names)
    if len(candidates) > _CANDIDATES:
        named = say("{names} and others", names=named)
    message = say(
        "“{wanted}” may be {names}; give the code of the one you mean.",
        wanted=wanted,
        names=named,
    )
    return BadInput(message, field="party")
