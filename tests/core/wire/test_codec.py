"""Bytes that are for ever: one body, one form; one fact, one hash."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, replace
from typing import Any

import msgspec
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import BooksTooNew
from collectiq_desktop.core.domain.ids import DeviceId, FirmId
from collectiq_desktop.core.domain.masters import Edit
from collectiq_desktop.core.domain.vouchers import Voucher
from collectiq_desktop.core.wire import codec
from collectiq_desktop.core.wire.codec import (
    HASH_BYTES,
    body_of,
    decode,
    encode,
    fact_hash,
    first_hash,
    link_hash,
    version_of,
)
from collectiq_desktop.core.wire.facts import (
    KINDS,
    Body,
    Fact,
    FirmAmended,
    ImportBegun,
    VoucherAmended,
    kind_of,
)
from tests.core.wire.bodies import bodies, bodies_of, facts

COLUMNS = sorted(Fact._fields)


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_every_kind_is_read_as_it_was_written(kind: str) -> None:
    @settings(max_examples=40)
    @given(bodies_of(kind))
    def round_trips(body: Body) -> None:
        assert kind_of(body) == kind
        read = decode(kind, version_of(body), encode(body))
        assert read == body
        assert type(read) is type(body)
        assert encode(read) == encode(body)

    round_trips()


def _turned_round(value: Any) -> Any:
    """An equal value whose mappings were filled the other way round."""
    if isinstance(value, Mapping):
        return {name: _turned_round(value[name]) for name in reversed(value)}
    return value


@given(bodies)
def test_equal_bodies_give_equal_bytes(body: Body) -> None:
    changed = {f.name: _turned_round(getattr(body, f.name)) for f in fields(body)}
    twin = replace(body, **changed)
    assert twin == body
    assert encode(twin) == encode(body)


@given(bodies)
def test_bytes_hold_sorted_names_and_no_default(body: Body) -> None:
    plain = msgspec.msgpack.decode(encode(body))
    assert list(plain) == sorted(plain)
    said = {f.name for f in fields(body) if getattr(body, f.name) != _default_of(f)}
    assert set(plain) == said


def _default_of(field: Field[Any]) -> Any:
    if field.default_factory is not MISSING:
        return field.default_factory()
    return field.default


@given(st.sampled_from(sorted(KINDS)).flatmap(lambda kind: st.tuples(*[bodies_of(kind)] * 2)))
def test_different_bodies_give_different_bytes(pair: tuple[Body, Body]) -> None:
    one, other = pair
    assert one == other or encode(one) != encode(other)


@given(bodies, st.sampled_from(["zz_new", "a_new"]), st.integers(0, 9))
def test_fields_of_a_newer_program_are_skipped(body: Body, name: str, value: int) -> None:
    plain = msgspec.msgpack.decode(encode(body))
    newer = msgspec.msgpack.encode({**plain, name: value})
    assert decode(kind_of(body), version_of(body), newer) == body
    if isinstance(body, VoucherAmended):
        inner = {**plain, "voucher": {**plain["voucher"], name: value}}
        assert decode("VoucherAmended", 1, msgspec.msgpack.encode(inner)) == body


def test_a_line_that_is_longer_than_ours_is_not_cut_short() -> None:
    """A line is a list without names, so it may grow with the version only."""
    body = {"edits": {"beat": ["North", None, "more"]}}
    with pytest.raises(msgspec.ValidationError):
        decode("FirmAmended", 1, msgspec.msgpack.encode(body))
    body["edits"]["beat"].pop()
    read = decode("FirmAmended", 1, msgspec.msgpack.encode(body))
    assert read == FirmAmended(edits={"beat": Edit("North", None)})


@pytest.mark.parametrize(("kind", "version"), [("Unheard", 1), ("FirmAmended", 2)])
def test_what_a_newer_program_wrote_asks_for_an_update(kind: str, version: int) -> None:
    with pytest.raises(BooksTooNew, match=f"“{kind}”.*please update"):
        decode(kind, version, b"")


@given(st.sampled_from(sorted(KINDS)), st.binary(max_size=30))
def test_bytes_that_are_no_body_are_told(kind: str, body: bytes) -> None:
    try:
        read = decode(kind, 1, body)
    except (msgspec.DecodeError, ValueError):
        return
    assert type(read) is KINDS[kind][1]


def test_a_body_of_an_old_version_is_brought_up_step_by_step(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def rename(plain: dict[str, Any]) -> dict[str, Any]:
        return {"source": plain["from"]}

    def mark(plain: dict[str, Any]) -> dict[str, Any]:
        return {**plain, "digest": plain["source"] + "!"}

    monkeypatch.setitem(KINDS, "ImportBegun", (3, ImportBegun))
    monkeypatch.setitem(codec.UPCASTS, ("ImportBegun", 1), rename)
    monkeypatch.setitem(codec.UPCASTS, ("ImportBegun", 2), mark)
    first = msgspec.msgpack.encode({"from": "tally"})
    second = msgspec.msgpack.encode({"source": "busy"})
    assert decode("ImportBegun", 1, first) == ImportBegun(source="tally", digest="tally!")
    assert decode("ImportBegun", 2, second) == ImportBegun(source="busy", digest="busy!")
    assert decode("ImportBegun", 3, second) == ImportBegun(source="busy")


@given(bodies_of("ReceiptRecorded"))
def test_a_facts_body_is_what_its_bytes_say(body: Voucher) -> None:
    fact = _fact(kind="ReceiptRecorded", body=encode(body))
    assert body_of(fact) == body


def _fact(**columns: Any) -> Fact:
    said: dict[str, Any] = {
        "fact_id": b"f" * 16,
        "user_id": b"u" * 16,
        "kind": "FirmAmended",
        "version": 1,
        "branches": "MAIN",
        "seen_epoch": 0,
        "seen_firm_seq": 0,
        "origin": None,
        "recorded_at": 0,
        "body": b"\x80",
    }
    return Fact(**said | columns)


@st.composite
def changed_facts(draw: st.DrawFn) -> tuple[Fact, Fact]:
    """A fact, and the same with one byte or one count of one column changed."""
    fact = draw(facts)
    column = draw(st.sampled_from(COLUMNS))
    value = getattr(fact, column)
    if isinstance(value, bytes):
        at, bit = draw(st.integers(0, len(value))), draw(st.integers(0, 7))
        other: Any = value + b"\0" if at == len(value) else _flipped(value, at, bit)
    elif isinstance(value, int):
        other = value + draw(st.sampled_from([-1, 1, 256]))
    elif value is None:
        other = ""
    else:
        at = draw(st.integers(0, len(value)))
        other = value[:at] + draw(st.sampled_from(["x", " ", "़"])) + value[at:]
    return fact, fact._replace(**{column: other})


def _flipped(value: bytes, at: int, bit: int) -> bytes:
    return value[:at] + bytes([value[at] ^ (1 << bit)]) + value[at + 1 :]


@given(changed_facts())
def test_any_change_of_any_column_changes_the_hash(pair: tuple[Fact, Fact]) -> None:
    fact, changed = pair
    assert len(fact_hash(fact)) == HASH_BYTES
    assert fact_hash(fact) == fact_hash(Fact(*fact))
    assert fact_hash(fact) != fact_hash(changed)


@given(facts, st.permutations(["fact_id", "user_id"]))
def test_columns_are_not_taken_for_each_other(fact: Fact, names: list[str]) -> None:
    one, other = names
    swapped = fact._replace(**{one: getattr(fact, other), other: getattr(fact, one)})
    assume(swapped != fact)
    assert fact_hash(swapped) != fact_hash(fact)


ids = st.binary(min_size=16, max_size=16)


@given(ids, ids, ids, ids)
def test_every_device_of_every_firm_begins_its_own_chain(
    firm: bytes, other_firm: bytes, device: bytes, other_device: bytes
) -> None:
    first = first_hash(FirmId(firm), DeviceId(device))
    other = first_hash(FirmId(other_firm), DeviceId(other_device))
    assert len(first) == HASH_BYTES
    assert (first == other) == ((firm, device) == (other_firm, other_device))


hashes = st.binary(min_size=HASH_BYTES, max_size=HASH_BYTES)


@given(hashes, hashes, hashes, hashes)
def test_a_link_holds_both_what_was_before_and_its_fact(
    before: bytes, other_before: bytes, fact: bytes, other_fact: bytes
) -> None:
    same = (before, fact) == (other_before, other_fact)
    assert (link_hash(before, fact) == link_hash(other_before, other_fact)) == same


def test_the_hashes_are_what_they_were_on_the_first_day() -> None:
    assert fact_hash(_fact()).hex() == (
        "ac1548bda60777a266b4f3cfd19837362695f13488d3bf6cb4f9eb9789a69ece"
    )
    assert first_hash(FirmId(b"F" * 16), DeviceId(b"D" * 16)).hex() == (
        "1884344b4cd58a134fcc9f058d3ac8df6f8c7a1c1b9b8bebe9bc12a29c818c01"
    )
    assert link_hash(b"b" * 32, b"f" * 32).hex() == (
        "24fff4bf1c059ea742ecc14030c0557eb730fb097fddb94a62fdb543419a0d9c"
    )
