from __future__ import annotations

from datetime import date

from sqlalchemy import insert

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.masters import Edit
from collectiq_desktop.core.queries.attention import Attention, Matter, attention
from collectiq_desktop.core.services.record import record
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.wire.facts import PartyAmended
from tests.core.queries.drawn_books import Move, books_of
from tests.plain_books import PlainBooks


def test_a_claim_beyond_its_bill_is_shown_with_what_fell_to_on_account() -> None:
    drawn = [
        Move("bill", 1, 0, 1_000, 0, 0, is_cancelled=False),
        Move("lower", 2, 0, 100, 0, 0, is_cancelled=False),
        Move("lower", 3, 0, 1_000, 0, 0, is_cancelled=False),
    ]
    with books_of(drawn) as plain:
        (line,) = plain.ask(Attention())
    assert (line.matter, line.number, line.subject) == (Matter.UNSETTLED, "V/2", "V/0")
    assert (line.on, line.party, line.amount_paise) == (date(2026, 4, 4), "Asha Stores", -100)


def test_books_without_trouble(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  100.00
    receipt  R/1  2026-04-02  Asha Stores  150.00
    cancel   R/1  twice
    """
    assert plain_books.ask(Attention()) == ()


def test_a_correction_that_came_too_late(plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-04-01  Asha Stores  100.00
    """
    late_id = FactId(b"late".ljust(16))
    with plain_books.books._database.write() as conn:
        row = {"voucher_row": 1, "fact_id": late_id, "ordinal": 9, "base_id": b"gone"}
        conn.execute(insert(tables.correction).values(**row, is_idle=1))
        (line,) = attention(conn, Attention(), date(2026, 11, 22))
    assert (line.matter, line.fact_id) == (Matter.OVERRULED, late_id)
    assert (line.voucher_id, line.party) == (plain_books.vouchers["S/1"], "Asha Stores")


def test_two_hands_that_changed_one_field(plain_books: PlainBooks) -> None:
    """
    party  Asha Stores  beat North
    """
    party_id = plain_books.parties["Asha Stores"]
    for beat in ("South", "West"):
        # Both hands knew only the first value: neither replaces the other's.
        edits = {"beat": Edit(beat, bytes(party_id))}
        with plain_books.books.writing() as (writer, context):
            body = PartyAmended(party_id=party_id, edits=edits)
            record(writer, context, body, plain_books.ids.mint())
            writer.flush()
    (line,) = plain_books.ask(Attention())
    assert (line.matter, line.subject) == (Matter.RIVALS, "beat")
    assert sorted(line.values) == ["South", "West"]
