from __future__ import annotations

from dataclasses import is_dataclass
from datetime import date

import pytest

from collectiq_desktop.core.domain.ids import BatchId, FactId, VoucherId
from collectiq_desktop.core.domain.vouchers import Voucher, VoucherKind
from collectiq_desktop.core.wire.facts import (
    KINDS,
    VOUCHER_FACTS,
    Body,
    Fact,
    ImportUndone,
    PartyAdded,
    VoucherCancelled,
    batch_of,
    kind_of,
)

BATCH = BatchId(b"b" * 16)


def _voucher(kind: VoucherKind) -> Voucher:
    return Voucher(kind=kind, number="1", on=date(2026, 4, 1), postings=(), batch_id=BATCH)


def test_every_kind_of_voucher_makes_a_fact_of_its_own() -> None:
    assert set(VOUCHER_FACTS) == set(VoucherKind)
    assert len(set(VOUCHER_FACTS.values())) == len(VoucherKind)
    for kind, name in VOUCHER_FACTS.items():
        assert kind_of(_voucher(kind)) == name
        assert KINDS[name][1] is Voucher


def test_every_body_makes_a_kind_that_is_known() -> None:
    made = {each for each in Body.__args__ if each is not Voucher}
    assert {kind: body for kind, (_version, body) in KINDS.items() if body is not Voucher} == {
        each.__name__: each for each in made
    }
    assert all(version >= 1 for version, _body in KINDS.values())


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_no_body_can_be_changed_after_it_was_made(kind: str) -> None:
    body = KINDS[kind][1]
    assert is_dataclass(body)
    params = getattr(body, "__dataclass_params__")  # noqa: B009 -- no stub knows it
    assert params.frozen
    assert hasattr(body, "__slots__")


def test_a_body_says_which_import_brought_it() -> None:
    assert batch_of(_voucher(VoucherKind.RECEIPT)) == BATCH
    assert batch_of(PartyAdded(fields={}, batch_id=BATCH)) == BATCH
    cancelled = VoucherCancelled(
        voucher_id=VoucherId(b"v" * 16), base=FactId(b"v" * 16), reason="wrong"
    )
    assert batch_of(cancelled) is None


def test_an_undoing_was_brought_by_no_import() -> None:
    assert batch_of(ImportUndone(batch_id=BATCH, reason="wrong file")) is None


def test_a_fact_has_the_columns_that_are_hashed_for_ever() -> None:
    assert list(Fact._fields) == [
        "fact_id",
        "user_id",
        "kind",
        "version",
        "branches",
        "seen_epoch",
        "seen_firm_seq",
        "origin",
        "recorded_at",
        "body",
    ]
