"""Messages as bytes: they come back as they were, and bombs do not go off."""

from __future__ import annotations

import tracemalloc

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.wire.joining import Trouble
from collectiq_desktop.core.wire.packing import (
    JSON_TYPE,
    BadMessage,
    compressed,
    decoded,
    decompressed,
    pack,
    unpack,
)
from collectiq_desktop.core.wire.peer import (
    MAX_COMPRESSED_BYTES,
    MAX_MESSAGE_BYTES,
    Push,
    PushedLink,
)

MIB = 1 << 20


def test_a_message_comes_back() -> None:
    link = PushedLink(fact_id=b"f" * 16, fact_hash=b"h" * 32)
    push = Push(device_id=b"d" * 16, first_seq=7, links=(link,), last_hash=b"l" * 32)
    assert unpack(Push, pack(push)) == push


def test_a_field_of_a_newer_program_is_passed_over() -> None:
    assert decoded(Trouble, b'{"word": "x", "later": 1}', JSON_TYPE) == Trouble(word="x")


def test_a_bomb_is_put_out_while_it_swells() -> None:
    bomb = zstandard.ZstdCompressor().compress(bytes(1024 * MIB))
    assert len(bomb) < MAX_COMPRESSED_BYTES
    tracemalloc.start()
    with pytest.raises(BadMessage) as refused:
        unpack(Push, bomb)
    _now, highest = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert refused.value.word == "too_large"
    assert highest < 2 * MAX_MESSAGE_BYTES


def test_a_bomb_of_many_frames_is_one_bomb() -> None:
    frame = compressed(bytes(MIB))
    with pytest.raises(BadMessage) as refused:
        decompressed(frame * 20)
    assert refused.value.word == "too_large"


def test_a_frame_that_asks_for_much_memory_is_refused() -> None:
    parameters = zstandard.ZstdCompressionParameters(window_log=27)
    wide = zstandard.ZstdCompressor(compression_params=parameters).compressobj()
    told = wide.compress(bytes(MIB)) + wide.flush()
    with pytest.raises(BadMessage) as refused:
        decompressed(told)
    assert refused.value.word == "malformed"


def test_too_many_bytes_are_not_even_unpacked() -> None:
    with pytest.raises(BadMessage) as refused:
        decompressed(bytes(MAX_COMPRESSED_BYTES + 1))
    assert refused.value.word == "too_large"


@given(st.binary(max_size=200))
def test_any_bytes_are_a_message_or_refused(told: bytes) -> None:
    found: list[object] = []
    for read in (unpack, decoded):
        try:
            found.append(read(Push, told))
        except BadMessage as refused:
            found.append(refused.word)
    assert all(each == "malformed" or isinstance(each, Push) for each in found)


@given(st.integers(1, 60))
def test_a_message_cut_off_is_no_message(cut: int) -> None:
    told = pack(Trouble(word="w" * 40, detail="abc" * 10))
    with pytest.raises(BadMessage):
        unpack(Trouble, told[:-cut])


def test_deeply_nested_json_is_refused() -> None:
    with pytest.raises(BadMessage):
        decoded(Trouble, b'{"x":' * 100_000, JSON_TYPE)
