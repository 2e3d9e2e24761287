"""Master data under several hands: each edit names the value it replaces.

A value that some edit names as replaced never wins; among the rest the one
with the highest instant wins, then the later place. When more than one is
left, a person has to look: both values are kept.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

Value = Any
"""Text, whole number, truth, list of texts or None: what a body may hold."""


class Edit(NamedTuple):
    """A new value of one field, and the fact whose value it replaces."""

    value: Value
    replaces: bytes | None


class MasterFact(NamedTuple):
    """One fact about a party, an item or the firm, with its place."""

    fact_id: bytes
    effective_at: int
    order: int
    edits: Mapping[str, Edit]


class Chosen(NamedTuple):
    """The winning value of a field, the fact it came from, and its rivals."""

    value: Value
    fact_id: bytes
    rivals: tuple[Value, ...]


def fold_masters(facts: Iterable[MasterFact]) -> dict[str, Chosen]:
    """The value of each field after all edits, in any order of arrival.

    Source: design §4, "Master data".
    """
    candidates: dict[str, list[tuple[int, int, bytes, Value]]] = {}
    replaced: set[tuple[str, bytes]] = set()
    for fact in facts:
        for name, edit in fact.edits.items():
            rank = (fact.effective_at, fact.order, fact.fact_id, edit.value)
            candidates.setdefault(name, []).append(rank)
            if edit.replaces is not None:
                replaced.add((name, edit.replaces))
    return {name: _choose(name, ranks, replaced) for name, ranks in candidates.items()}


def _choose(
    name: str, ranks: list[tuple[int, int, bytes, Value]], replaced: set[tuple[str, bytes]]
) -> Chosen:
    standing = [rank for rank in ranks if (name, rank[2]) not in replaced]
    standing.sort(key=lambda rank: rank[:3])
    _at, _order, fact_id, value = standing[-1]
    return Chosen(value, fact_id, tuple(rank[3] for rank in standing[:-1]))
