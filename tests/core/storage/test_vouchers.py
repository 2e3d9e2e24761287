"""What is laid down can be taken up again without a trace."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from collectiq_desktop.core.domain.ids import BatchId, PartyId
from collectiq_desktop.core.domain.settlement import UNPLACED
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    BillOpened,
    Claim,
    Posting,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.bills import resettle
from collectiq_desktop.core.storage.vouchers import Head, entered_after, lay, lift, row_for
from collectiq_desktop.core.storage.writer import Writer
from tests.core.looking import Sums, everything, sums_of
from tests.plain_books import PlainBooks, fresh_books

DAY = date(2026, 5, 4)
LEDGER = """
    invoice  S/1  2026-05-01  Asha  100.00
    opening  A/1  2026-05-01  Asha  -30.00
    invoice  S/2  2026-05-02  Bina   50.00
    receipt  R/1  2026-05-03  Asha   40.00
"""
lines = st.lists(
    st.tuples(st.sampled_from(["Asha", "Bina"]), st.integers(-900, 900).filter(bool)),
    min_size=1,
    max_size=4,
)
claims = st.lists(
    st.tuples(st.sampled_from(["S/1", "A/1", "S/2", "?"]), st.integers(-900, 900).filter(bool)),
    max_size=4,
)


def _voucher(
    plain: PlainBooks, drawn: list[tuple[str, int]], claimed: list[tuple[str, int]]
) -> Voucher:
    postings = [Posting(DEBTORS, paise, plain.parties[name]) for name, paise in drawn]
    rest = -sum(paise for _name, paise in drawn)
    first = postings[0]
    bill = BillOpened(1, "N/1", first.amount_paise, DAY, DAY, first.party_id)
    laid = tuple(
        Claim(plain.voucher_id(name), 1, paise, party_id=PartyId(first.party_id or b""))
        for name, paise in claimed
    )
    return Voucher(
        kind=VoucherKind.JOURNAL,
        number="N/1",
        on=DAY,
        postings=(*postings, Posting("cash", rest)) if rest else tuple(postings),
        bills=(bill,),
        claims=laid,
    )


@settings(max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(lines, claims, st.booleans())
def test_laying_and_lifting_leaves_the_books_as_they_were(
    drawn: list[tuple[str, int]], claimed: list[tuple[str, int]], is_last: bool
) -> None:
    with TemporaryDirectory() as folder:
        plain = fresh_books(Path(folder)).write(LEDGER)
        voucher = _voucher(plain, drawn, claimed)
        before = everything(plain.books)
        with plain.books._database.write() as conn:
            writer = Writer(conn)
            row = row_for(writer, b"new" * 5 + b"!")
            head = Head(row, b"new" * 5 + b"!", None, UNPLACED + 99, "posted", None)
            resettle(writer, lay(writer, head, voucher, is_last=is_last))
            writer.flush()
        moved = sum(paise for name, paise in drawn if name == "Asha")
        assert sums_of(plain, "Asha").balance_paise == 3_000 + moved
        with plain.books._database.write() as conn:
            writer = Writer(conn)
            resettle(writer, lift(writer, row, voucher))
            writer.flush()
        assert everything(plain.books) == before
        plain.books.close()


def test_a_voucher_that_is_only_named_so_far_has_a_row_and_says_nothing(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path).write(LEDGER)
    before = everything(plain.books)
    with plain.books._database.write() as conn:
        writer = Writer(conn)
        row = row_for(writer, b"n" * 16)
        assert row_for(writer, b"n" * 16) == row
        writer.flush()
    assert everything(plain.books) == before
    with plain.books.reading() as conn:
        assert Writer(conn).lookups.voucher_row(b"n" * 16) == row


def test_settling_a_bill_that_is_not_there_leaves_all_on_account(tmp_path: Path) -> None:
    plain = fresh_books(tmp_path).write(LEDGER)
    with plain.books._database.write() as conn:
        writer = Writer(conn)
        row = writer.lookups.voucher_row(plain.vouchers["S/1"])
        assert row is not None
        conn.execute(tables.bill.delete().where(tables.bill.c.voucher_row == row))
        writer.move_standing(1, balance_paise=-10_000, bills_paise=-6_000, on_account_paise=0)
        resettle(writer, [(row, 1), (row, 1)])
        writer.flush()
    assert sums_of(plain, "Asha") == Sums(-7_000, -3_000, -4_000)


def _at(on: date) -> int:
    """Ten in the morning in India, in UTC milliseconds."""
    return (on.toordinal() - date(1970, 1, 1).toordinal()) * 86_400_000 + (10 * 60 - 330) * 60_000


@pytest.mark.parametrize(
    ("entered_at", "batch_id", "expected"),
    [
        (None, None, 20260507),
        (_at(date(2026, 5, 6)), None, 20260506),
        (_at(date(2026, 5, 6)), BatchId(b"b" * 16), 20260506),
        (None, BatchId(b"b" * 16), None),
        (_at(DAY), None, None),
        (_at(date(2026, 5, 1)), None, None),
    ],
)
def test_the_day_a_voucher_was_keyed_in_is_kept_where_it_is_later(
    tmp_path: Path, entered_at: int | None, batch_id: BatchId | None, expected: int | None
) -> None:
    voucher = _voucher(fresh_books(tmp_path).write(LEDGER), [("Asha", 5)], [])
    told = replace(voucher, entered_at=entered_at, batch_id=batch_id)
    assert entered_after(told, _at(date(2026, 5, 7))) == expected
