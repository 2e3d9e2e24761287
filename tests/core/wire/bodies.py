"""Bodies of every kind of fact, drawn from what their types allow."""

from __future__ import annotations

import types
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, Union, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.wire.facts import KINDS, VOUCHER_FACTS, Fact

whole = st.integers(-(2**53) + 1, 2**53 - 1)
words = st.text(max_size=12)
plain_values = st.one_of(st.none(), st.booleans(), whole, words, st.lists(words, max_size=3))
_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    int: whole,
    str: words,
    bytes: st.binary(max_size=16),
    bool: st.booleans(),
    date: st.dates(),
    Any: plain_values,
    type(None): st.none(),
}


def drawn_from(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type as the bodies of facts use them."""
    if hint in _PLAIN:
        return _PLAIN[hint]
    origin, args = get_origin(hint), get_args(hint)
    if origin in (Union, types.UnionType):
        return st.one_of(*map(drawn_from, args))
    if origin is tuple:
        return st.lists(drawn_from(args[0]), max_size=3).map(tuple)
    if origin is Mapping:
        return st.dictionaries(words, drawn_from(args[1]), max_size=4)
    if hasattr(hint, "__supertype__"):
        return drawn_from(hint.__supertype__)
    if issubclass(hint, StrEnum):
        return st.sampled_from(hint)
    return _built(hint)


def _built(kind: Any) -> st.SearchStrategy[Any]:
    hints = get_type_hints(kind)
    names = [each.name for each in fields(kind)] if is_dataclass(kind) else kind._fields
    return st.builds(kind, **{name: drawn_from(hints[name]) for name in names})


@cache
def bodies_of(kind: str) -> st.SearchStrategy[Any]:
    """Bodies that make facts of this kind."""
    letters = {fact_kind: letter for letter, fact_kind in VOUCHER_FACTS.items()}
    if kind not in letters:
        return drawn_from(KINDS[kind][1])
    hints = get_type_hints(KINDS[kind][1])
    drawn = {name: drawn_from(hint) for name, hint in hints.items()}
    return st.builds(KINDS[kind][1], **drawn | {"kind": st.just(VoucherKind(letters[kind]))})


bodies = st.sampled_from(sorted(KINDS)).flatmap(bodies_of)
"""A body of any kind."""

facts = st.builds(
    Fact,
    fact_id=st.binary(min_size=16, max_size=16),
    user_id=st.binary(min_size=16, max_size=16),
    kind=st.sampled_from(sorted(KINDS)),
    version=st.integers(1, 9),
    branches=words,
    seen_epoch=st.integers(0, 9),
    seen_firm_seq=st.integers(0, 2**40),
    origin=st.one_of(st.none(), words),
    recorded_at=st.integers(0, 2**42),
    body=st.binary(max_size=40),
)
"""The columns of a fact; its body is any bytes."""
