from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.ids import ID_BYTES, TAIL_BYTES, id_of, parse_id, text_of_id
from tests.fakes import CountingIds

tails = st.binary(min_size=TAIL_BYTES, max_size=TAIL_BYTES)
instants = st.integers(0, 2**48 - 1)


@given(st.binary(min_size=ID_BYTES, max_size=ID_BYTES))
def test_an_id_is_read_as_it_was_written(value: bytes) -> None:
    text = text_of_id(value)
    assert len(text) == 32
    assert parse_id(text) == value
    assert parse_id(f"  {text.upper()}\n") == value
    assert parse_id(f"{text[:8]}-{text[8:12]}-{text[12:]}") == value


@given(instants, instants, tails, tails)
def test_ids_of_a_later_instant_sort_later(one: int, other: int, tail: bytes, last: bytes) -> None:
    first, second = id_of(one, tail), id_of(other, last)
    assert len(first) == ID_BYTES
    if one != other:
        assert (first < second) == (one < other)


@pytest.mark.parametrize("text", ["", "12", "g" * 32, "0" * 31, "0" * 33, "०" * 32, "0" * 34])
def test_what_is_no_id_is_refused(text: str) -> None:
    with pytest.raises(BadInput, match="32 hexadecimal digits") as caught:
        parse_id(text)
    assert caught.value.field == "id"


@pytest.mark.parametrize(("at", "tail"), [(-1, b"t" * TAIL_BYTES), (0, b"short")])
def test_an_id_is_not_made_of_anything_else(at: int, tail: bytes) -> None:
    with pytest.raises(AssertionError):
        id_of(at, tail)


def test_counted_ids_are_all_different(ids: CountingIds) -> None:
    assert len({ids.mint() for _ in range(100)}) == 100
