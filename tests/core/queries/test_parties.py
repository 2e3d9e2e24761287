from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.ids import PartyId
from collectiq_desktop.core.queries.parties import (
    PartyCard,
    PartyKey,
    PartyList,
    PartyRow,
)
from tests.plain_books import PlainBooks, fresh_books


def _paged(plain: PlainBooks, limit: int, **wanted: object) -> list[PartyRow]:
    rows: list[PartyRow] = []
    after: PartyKey | None = None
    while True:
        page = plain.ask(PartyList(after=after, limit=limit, **wanted))  # type: ignore[arg-type]
        rows += page.rows
        after = page.after
        if after is None:
            return rows


@pytest.fixture(scope="module")
def many(engine: str, tmp_path_factory: pytest.TempPathFactory) -> PlainBooks:
    plain = fresh_books(tmp_path_factory.mktemp("many"))
    for n in range(23):
        beat, group = ("North", "South", "")[n % 3], ("Retail", "Institutions")[n % 2]
        # Two parties of each name, so that a page may end between them.
        plain.write(f"party  Shop {n // 2}  code C{n}  beat {beat}  group {group}")
        if n % 4 == 0:
            plain.write(f"opening  O/{n}  2026-04-01  Shop {n // 2}  {n + 1}.00  on account")
    return plain


@given(
    limit=st.integers(1, 30),
    beat=st.sampled_from(["", "North", "West"]),
    group=st.sampled_from(["", "Retail"]),
    has_balance=st.booleans(),
)
def test_pages_together_are_the_whole(
    many: PlainBooks, limit: int, beat: str, group: str, *, has_balance: bool
) -> None:
    wanted = {"beat": beat, "group": group, "has_balance": has_balance}
    whole = _paged(many, 1_000, **wanted)
    assert _paged(many, limit, **wanted) == whole
    assert all(not beat or row.beat == beat for row in whole)
    assert all(not has_balance or row.balance_paise for row in whole)
    numbers = [int(row.party.removeprefix("Shop ")) for row in whole]
    assert numbers == sorted(numbers)
    if not (beat or group or has_balance):
        assert len(whole) == 23


def test_a_row_shows_what_is_on_account(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  100.00
    receipt  R/1  2026-04-02  Asha Stores   30.00  on account
    """
    (row,) = plain_books.ask(PartyList()).rows
    assert (row.balance_paise, row.on_account_paise, row.is_active) == (70_00, -30_00, True)


def test_the_card_ties_out(plain_books: PlainBooks) -> None:
    """
    party    Asha Stores  30 days  phone 9825011111
    invoice  S/1  2026-09-01  Asha Stores  1,000.00
    invoice  S/2  2026-11-10  Asha Stores    500.00
    receipt  R/1  2026-10-20  Asha Stores    400.00  upi  ref UTR9
    receipt  R/2  2026-11-20  Asha Stores     50.00  on account
    """
    card = plain_books.ask(PartyCard(party_id=plain_books.parties["Asha Stores"]))
    assert card.party.phones == ("9825011111",)
    assert (card.balance_paise, card.on_account_paise) == (1_050_00, -50_00)
    assert (card.bills_paise, card.lines_paise) == (1_100_00, 1_050_00)
    assert card.is_tied_out
    assert (card.overdue_paise, card.oldest_overdue_days) == (600_00, 52)
    assert card.ageing.total_paise == 1_100_00
    assert [(r.on, r.mode, r.amount_paise) for r in card.last_receipts] == [
        (date(2026, 11, 20), "cash", 50_00),
        (date(2026, 10, 20), "upi", 400_00),
    ]
    assert card.last_receipts[1].reference == "UTR9"


def test_only_the_last_receipts_are_on_the_card(plain_books: PlainBooks) -> None:
    lines = [f"receipt  R/{n}  2026-04-{n + 1:02d}  Asha Stores  {n + 1}.00" for n in range(8)]
    plain_books.write("\n".join(lines))
    card = plain_books.ask(PartyCard(party_id=plain_books.parties["Asha Stores"]))
    assert [r.amount_paise for r in card.last_receipts] == [800, 700, 600, 500, 400]
    assert card.oldest_overdue_days == 0


def test_a_card_of_nobody(plain_books: PlainBooks) -> None:
    with pytest.raises(NotFound):
        plain_books.ask(PartyCard(party_id=PartyId(bytes(16))))
