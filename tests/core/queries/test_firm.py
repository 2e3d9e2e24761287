from __future__ import annotations

from pathlib import Path

import pytest
from sqlalchemy import create_engine

from collectiq_desktop.core.books import Books, Surroundings
from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.queries.firm import FirmCard, firm_card
from collectiq_desktop.core.queries.heads import (
    firm_on_paper,
    party_master,
    party_on_paper,
    state_text,
)
from collectiq_desktop.core.storage.tables import LOCAL, PROJECTIONS
from tests.engines import place
from tests.fakes import CountingIds, FixedClock
from tests.plain_books import FIRM, PlainBooks


def test_the_firm_and_its_devices(plain_books: PlainBooks) -> None:
    card = plain_books.ask(FirmCard())
    assert card.firm == FIRM
    assert [(d.name, d.series_code) for d in card.devices] == [("First counter", "A01")]
    assert len(card.firm_id) == 16


def test_the_firm_on_paper(plain_books: PlainBooks) -> None:
    with plain_books.books.reading() as conn:
        paper = firm_on_paper(conn)
    assert (paper.name, paper.state, paper.vpa) == (
        "Shree Test Wholesale",
        "Gujarat (24)",
        "shree@upi",
    )
    assert paper.bank is not None
    assert (paper.bank.account_name, paper.bank.ifsc) == (
        "Shree Test Wholesale",
        "BARB0SHREEX",
    )


def test_a_firm_without_a_bank(tmp_path: Path) -> None:
    outside = Surroundings(clock=FixedClock(), ids=CountingIds())
    books = Books.create(place(tmp_path / "plain.collectiq"), Firm(name="New firm"), outside)
    with books.reading() as conn:
        paper = firm_on_paper(conn)
    books.close()
    assert (paper.bank, paper.state, paper.address) == (None, "", ())


def test_books_without_a_firm_say_so() -> None:
    engine = create_engine("sqlite://")
    for tables in (LOCAL, PROJECTIONS):
        tables.create_all(engine)
    with engine.connect() as conn, pytest.raises(NotFound, match="no firm yet"):
        firm_card(conn, FirmCard(), FixedClock().today_on())
    engine.dispose()


def test_the_party_on_paper() -> None:
    party = Party(
        name="Asha Stores",
        address=("12 Market Road", "Anand 388001"),
        pincode="388001",
        gstin="27AAACC1206D1ZG",
        language="hi",
    )
    paper = party_on_paper(party)
    assert paper.address == ("12 Market Road", "Anand 388001")
    assert (paper.state, paper.language) == ("Maharashtra (27)", "hi")
    without = party_on_paper(Party(name="Bina", address=("Main Road",), pincode="388001"))
    assert (without.address, without.state) == (("Main Road", "388001"), "")


def test_a_party_reads_back_as_it_was_written(plain_books: PlainBooks) -> None:
    party = Party(name="Asha Stores", code="AS", phones=("9825011111",), tags=("kirana",))
    plain_books.add(party)
    with plain_books.books.reading() as conn:
        assert party_master(conn, 1) == party


def test_states() -> None:
    assert state_text("24") == "Gujarat (24)"
    assert state_text("") == state_text("00") == ""
