"""Versions of a voucher as the log and the projections keep them."""

from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import select

from collectiq_desktop.core.domain.versions import Correction
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.corrections import newest_id, note_correction, version_at
from collectiq_desktop.core.storage.writer import Writer
from tests.core.looking import amendment, cancellation, everything, voucher_of
from tests.plain_books import PlainBooks, fresh_books


@pytest.fixture
def plain(tmp_path: Path) -> PlainBooks:
    return fresh_books(tmp_path).write("invoice  S/1  2026-05-01  Asha  100.00")


def test_every_version_can_be_read_again(plain: PlainBooks) -> None:
    first = voucher_of(plain, plain.vouchers["S/1"])
    amend, cancel = amendment(plain, "S/1", first), cancellation(plain, "S/1")
    plain.run(amend)
    plain.run(cancel)
    with plain.books.reading() as conn:
        writer = Writer(conn)
        versions = [
            version_at(writer, fact_id)
            for fact_id in (plain.vouchers["S/1"], amend.fact_id, cancel.fact_id)
        ]
        assert newest_id(writer, plain.vouchers["S/1"]) == cancel.fact_id
        assert newest_id(writer, b"n" * 16) == b"n" * 16
    assert [version.voucher for version in versions] == [first] * 3
    assert [version.is_cancelled for version in versions] == [False, False, True]
    assert versions[2].fact_id == cancel.fact_id


def test_what_is_held_for_a_voucher_still_on_its_way_waits_for_it(plain: PlainBooks) -> None:
    before = everything(plain.books)[1]
    correction = Correction(7, b"c" * 16, b"n" * 16, is_idle=True)
    with plain.books._database.write() as conn:
        writer = Writer(conn)
        note_correction(writer, b"n" * 16, correction)
        writer.flush()
    after = everything(plain.books)[1]
    assert after["correction"] == [(b"n" * 16, b"c" * 16, 7, b"n" * 16, 1)]
    assert after | {"correction": []} == before


def test_a_correction_noted_again_has_its_new_place_only(plain: PlainBooks) -> None:
    cancel = cancellation(plain, "S/1")
    plain.run(cancel)
    first_id = plain.vouchers["S/1"]
    with plain.books._database.write() as conn:
        writer = Writer(conn)
        note_correction(writer, first_id, Correction(3, cancel.fact_id, first_id, is_idle=True))
        writer.flush()
        column = tables.correction.c
        rows = conn.execute(select(column.ordinal, column.is_idle)).all()
        state = conn.execute(select(tables.voucher.c.state)).scalar_one()
    assert [tuple(row) for row in rows] == [(3, 1)]
    assert state == "posted"
