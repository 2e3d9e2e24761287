from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.vouchers import VoucherKind
from collectiq_desktop.core.queries.asking import KIND_WORDS, PartyAt, day_of, party_at, summed
from collectiq_desktop.core.storage import tables
from tests.plain_books import PlainBooks


def test_a_sum_over_nothing_is_nothing(plain_books: PlainBooks) -> None:
    with plain_books.books.reading() as conn:
        assert conn.execute(select(summed(tables.party_line.c.amount_paise))).scalar_one() == 0


def test_days_and_kinds() -> None:
    assert day_of(20260401) == date(2026, 4, 1)
    assert {kind.value: kind.word for kind in VoucherKind} == KIND_WORDS


def test_a_party_by_its_id(plain_books: PlainBooks) -> None:
    """
    party  Asha Stores  code AS
    """
    party_id = plain_books.parties["Asha Stores"]
    with plain_books.books.reading() as conn:
        assert party_at(conn, party_id) == PartyAt(1, party_id, "Asha Stores", "AS")
        with pytest.raises(NotFound, match="choose one"):
            party_at(conn, bytes(16))
