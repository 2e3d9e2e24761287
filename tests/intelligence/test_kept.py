"""The history that is kept and brought up to date is the one that would be read anew."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
import pytest

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.queries.payment_changes import PaymentChanges, PaymentState
from collectiq_desktop.core.queries.payment_history import PaymentHistory
from collectiq_desktop.core.services.corrections import CancelVoucher
from collectiq_desktop.intelligence.foresight import Foresight
from collectiq_desktop.intelligence.from_books import history_of
from collectiq_desktop.intelligence.history import Bills, History
from collectiq_desktop.intelligence.kept import NAME, history_kept
from collectiq_desktop.intelligence.people import PartyAhead
from tests.plain_books import PlainBooks

FIRST_ON = date(2026, 1, 5)
NAMES = [f"Party {number:02d}" for number in range(30)]
PARTS = ("moves", "receipts", "rests", "lapses", "returns")


def _same(one: History, other: History) -> None:
    """Both know the same, in whatever order what belongs together was found."""
    assert one.members == other.members
    for field in fields(Bills):
        np.testing.assert_array_equal(
            getattr(one.bills, field.name), getattr(other.bills, field.name)
        )
    for name in PARTS:
        assert _rows(getattr(one, name)) == _rows(getattr(other, name)), name


def _rows(part: Any) -> list[tuple[int, ...]]:
    return sorted(tuple(int(value) for value in row) for row in zip(*part, strict=True))


def _anew(plain: PlainBooks) -> History:
    return history_of(plain.ask(PaymentHistory()))


def _a_day(plain: PlainBooks, day: int, rng: Random) -> None:
    """Somebody buys, somebody pays, some of it for a day that is past."""
    on = FIRST_ON + timedelta(days=day)
    plain.clock.set_today(on)
    for number, name in enumerate(rng.sample(NAMES, 3)):
        plain.write(
            f"invoice  S{day}/{number}  {on}  {name}  {rng.randint(1, 900)}.00  due 20 days"
        )
    for number, name in enumerate(rng.sample(NAMES, 2)):
        paid_on = on - timedelta(days=rng.choice((0, 0, 6)))
        plain.write(f"receipt  R{day}/{number}  {paid_on}  {name}  {rng.randint(1, 900)}.00")


@pytest.fixture
def trading(plain_books: PlainBooks) -> PlainBooks:
    """Books after two weeks at the counter."""
    plain_books.clock.set_today(FIRST_ON)
    for name in NAMES:
        plain_books.write(f"party  {name}  20 days")
    rng = Random(4)
    for day in range(14):
        _a_day(plain_books, day, rng)
    return plain_books


def test_day_after_day_it_is_what_would_be_read_anew(trading: PlainBooks, tmp_path: Path) -> None:
    rng = Random(7)
    for day in range(14, 22):
        _same(history_kept(trading.books, tmp_path), _anew(trading))
        _a_day(trading, day, rng)
    _same(history_kept(trading.books, tmp_path), _anew(trading))


def test_only_those_who_came_in_are_read_anew(trading: PlainBooks) -> None:
    stamp = trading.ask(PaymentState())
    nothing = trading.ask(PaymentChanges(since=stamp))
    assert (nothing.is_everyone, nothing.party_rows) == (False, frozenset())
    _a_day(trading, 15, Random(1))
    changes = trading.ask(PaymentChanges(since=stamp))
    assert not changes.is_everyone
    assert 0 < len(changes.party_rows) <= 5


@pytest.mark.parametrize(
    "text",
    [
        "journal  J/1  2026-01-19  Party 00  -10.00",
        "party    Zarina  30 days",
        "credit_note  C/1  2026-01-19  Party 00  10.00",
        "payment  P/1  2026-01-19  Party 00  10.00",
        "opening  O/1  2025-12-01  Party 03  1,000.00",
        "receipt  R/1  2026-01-19  Party 05  9,000.00",
    ],
)
def test_whatever_comes_it_is_what_would_be_read_anew(
    trading: PlainBooks, tmp_path: Path, text: str
) -> None:
    history_kept(trading.books, tmp_path)
    trading.clock.set_today(date(2026, 1, 19))
    trading.write(text)
    _same(history_kept(trading.books, tmp_path), _anew(trading))


def test_after_a_correction_everything_is_read_anew(trading: PlainBooks, tmp_path: Path) -> None:
    history_kept(trading.books, tmp_path)
    stamp = trading.ask(PaymentState())
    trading.clock.set_today(date(2026, 1, 25))
    trading.run(
        CancelVoucher(
            fact_id=FactId(trading.ids.mint()),
            voucher_id=trading.vouchers["R3/0"],
            reason="entered twice",
        )
    )
    assert trading.ask(PaymentChanges(since=stamp)).is_everyone
    _same(history_kept(trading.books, tmp_path), _anew(trading))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04 not an archive", b"\x00" * 4_000, None])
def test_a_kept_file_that_is_damaged_is_made_anew(
    trading: PlainBooks, tmp_path: Path, content: bytes | None
) -> None:
    history_kept(trading.books, tmp_path)
    path = tmp_path / NAME
    path.write_bytes(path.read_bytes()[:-200] if content is None else content)
    _same(history_kept(trading.books, tmp_path), _anew(trading))
    assert path.stat().st_size > 1_000


def test_no_name_is_kept(trading: PlainBooks, tmp_path: Path) -> None:
    history_kept(trading.books, tmp_path)
    assert b"Party" not in (tmp_path / NAME).read_bytes()


def test_where_nothing_can_be_kept_it_is_read_anew(trading: PlainBooks, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    _same(history_kept(trading.books, tmp_path / "file" / "below"), _anew(trading))


def _people(plain: PlainBooks, folder: Path) -> dict[str, PartyAhead]:
    look = Foresight(plain.books, folder).look(plain.clock.today_on())
    return {each.member.name: each for each in look.people()}


def test_odd_accounts_are_spoken_of_sensibly(trading: PlainBooks, tmp_path: Path) -> None:
    trading.clock.set_today(date(2026, 3, 1))
    trading.write(
        """
        party    Paid ahead  30 days
        receipt  R/90  2026-03-01  Paid ahead  5,000.00
        invoice  S/90  2026-03-01  Paid ahead  3,000.00
        party    By account  not bill-wise
        invoice  S/91  2026-03-01  By account  700.00
        party    Twice  30 days
        invoice  S/92  2026-02-01  Twice  100.00  due 1 days
        receipt  R/92  2026-02-20  Twice  100.00
        cancel   R/92  entered twice
        """
    )
    found = _people(trading, tmp_path)
    ahead = found["Paid ahead"]
    assert (ahead.open_paise, ahead.overdue_paise, ahead.expected_on) == (0, 0, None)
    assert found["By account"].score is None
    assert found["Twice"].overdue_paise == 100_00
    assert (found["Twice"].score, found["Twice"].category.value) == (None, "safe")
    assert all(each.open_paise >= each.overdue_paise >= 0 for each in found.values())
