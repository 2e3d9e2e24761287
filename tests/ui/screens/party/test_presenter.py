"""A party's card without a window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from collectiq_desktop.core.domain.ids import FactId, PartyId, VoucherId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.daybook import DayBookLine
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.core.queries.promises import PartyWord
from collectiq_desktop.core.queries.risk import RiskLine
from collectiq_desktop.core.services.cheques import (
    BounceCheque,
    DepositCheque,
    GiveBackCheque,
    ReceiveCheque,
)
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.core.services.promises import MakePromise
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.party.presenter import ChequesOf, PartyPresenter
from collectiq_desktop.ui.screens.party.timeline import TimelineLine
from collectiq_desktop.ui.screens.party.word_line import word_facts
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way


@dataclass
class Shown:
    """Keeps what is shown."""

    details: list[PartyDetails] = field(default_factory=list)
    timeline: Sequence[TimelineLine] = ()
    risks: list[RiskLine | None] = field(default_factory=list)
    word: PartyWord | None = None
    cheques: ChequesOf = field(default_factory=ChequesOf)

    @property
    def vouchers(self) -> list[DayBookLine]:
        """The vouchers of the timeline."""
        return [line.voucher for line in self.timeline if line.voucher is not None]

    def show_party(self, details: PartyDetails) -> None:
        self.details.append(details)

    def show_risk(self, line: RiskLine | None) -> None:
        self.risks.append(line)

    def show_word(self, word: PartyWord | None, cheques: ChequesOf) -> None:
        self.word, self.cheques = word, cheques

    def show_timeline(self, newest_first: Sequence[TimelineLine]) -> None:
        self.timeline = newest_first


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def way() -> Way:
    return Way()


@pytest.fixture
def presenter(
    shown: Shown, way: Way, inline: InlineDesk, plain_books: PlainBooks
) -> PartyPresenter:
    kit = Kit(work=inline, clock=plain_books.clock, ids=plain_books.ids, navigation=way)
    return PartyPresenter(shown, kit)


def test_the_card(presenter: PartyPresenter, shown: Shown, plain_books: PlainBooks) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    receipt  R/1  2026-11-21  Asha Stores    100.00
    """
    presenter.show(plain_books.parties["Asha Stores"])
    details = shown.details[-1]
    assert (details.balance_paise, details.overdue_paise) == (900_00, 900_00)
    assert details.is_tied_out
    assert [line.kind for line in shown.vouchers] == ["receipt", "sales_invoice"]


def test_its_keys_lead_on_for_this_party(
    presenter: PartyPresenter, shown: Shown, way: Way, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    presenter.go("receipt")
    party_id = plain_books.parties["Asha Stores"]
    presenter.show(party_id)
    presenter.go("receipt")
    presenter.open_line(shown.timeline[0])
    presenter.open_bill(shown.details[-1].bills[0])
    presenter.open_line(None)
    presenter.open_bill(None)
    voucher = Place(screen="voucher", voucher_id=plain_books.vouchers["S/1"])
    assert way.places == [Place(screen="receipt", party_id=party_id), voucher, voucher]


def test_the_timeline_tells_what_was_changed_too(
    presenter: PartyPresenter, shown: Shown, way: Way, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    party_id = plain_books.parties["Asha Stores"]
    changes = {"credit_limit_paise": 50_000_00, "note": "Pays on Mondays"}
    plain_books.run(
        AmendParty(fact_id=FactId(plain_books.ids.mint()), party_id=party_id, changes=changes)
    )
    presenter.show(party_id)
    told = [
        (line.on, line.change.field, line.change.after) for line in shown.timeline if line.change
    ]
    today_on = plain_books.clock.today_on()
    assert told == [
        (today_on, "note", "Pays on Mondays"),
        (today_on, "credit_limit_paise", 50_000_00),
    ]
    assert shown.timeline[-1].voucher is not None
    presenter.open_line(shown.timeline[0])
    assert way.places == [Place(screen="party_form", party_id=party_id)]


def test_only_its_own_changes_are_asked_for(
    presenter: PartyPresenter, shown: Shown, plain_books: PlainBooks
) -> None:
    """
    party  Asha Stores
    party  Bina Stores
    """
    presenter.books_changed(Touched({Noun.VOUCHER}))
    mine, other = (plain_books.parties[name] for name in ("Asha Stores", "Bina Stores"))
    presenter.show(mine)
    presenter.books_changed(Touched({Noun.VOUCHER}, {other}))
    assert len(shown.details) == 1
    presenter.books_changed(Touched({Noun.VOUCHER}, {mine}))
    presenter.books_changed(Touched({Noun.BATCH}))
    assert len(shown.details) == 3


def test_a_party_that_is_not_there_is_a_sentence(presenter: PartyPresenter, way: Way) -> None:
    presenter.show(PartyId(b"\0" * 16))
    assert way.said
    assert way.said[0].endswith("add it.")


# How it keeps its word -----------------------------------------------------------------


def _promise(plain: PlainBooks, rupees: int, on: date, promised_on: date) -> None:
    command = MakePromise(
        fact_id=FactId(plain.ids.mint()),
        party_id=plain.parties["Asha Stores"],
        amount_paise=rupees * 100,
        promised_on=promised_on,
        on=on,
    )
    plain.run(command)


def _facts(shown: Shown) -> list[tuple[str, str]]:
    return [(fact.caption, fact.text) for fact in word_facts(shown.word, shown.cheques)]


def test_nothing_stands_where_there_is_nothing(
    presenter: PartyPresenter, shown: Shown, plain_books: PlainBooks
) -> None:
    """
    party  Asha Stores
    """
    presenter.show(plain_books.parties["Asha Stores"])
    assert _facts(shown) == []


def test_its_last_promise_and_how_it_kept_those_before(
    presenter: PartyPresenter, shown: Shown, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  9,000.00
    """
    _promise(plain_books, 500, date(2026, 11, 1), date(2026, 11, 5))
    _promise(plain_books, 2_000, date(2026, 11, 22), date(2026, 11, 25))
    presenter.show(plain_books.parties["Asha Stores"])
    words = "₹ 2,000.00 for 25-11-2026, waiting · kept 0 of 1"
    assert _facts(shown) == [("Last promise", words)]


def test_its_cheques_in_hand_and_returned(
    presenter: PartyPresenter, shown: Shown, inline: InlineDesk, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  9,000.00
    party    Bina Stores
    """
    party_id, mint = plain_books.parties["Asha Stores"], plain_books.ids.mint
    presenter.show(party_id)
    for number in (1, 2):
        post_dated = ReceiveCheque(
            fact_id=FactId(mint()),
            party_id=party_id,
            amount_paise=1_000_00,
            number=f"00000{number}",
            cheque_on=date(2026, 12, number),
        )
        inline.run(post_dated)
    presenter.books_changed(inline.touched[-1][0])
    assert shown.cheques == ChequesOf(2, 2_000_00)
    inline.run(GiveBackCheque(fact_id=FactId(mint()), cheque_id=post_dated.fact_id))
    presenter.books_changed(inline.touched[-1][0])
    assert shown.cheques == ChequesOf(1, 1_000_00)
    assert [caption for caption, _words in _facts(shown)] == ["Cheques in hand"]
    receipt_id = VoucherId(mint())
    inline.run(
        RecordReceipt(
            voucher_id=receipt_id,
            party_id=party_id,
            amount_paise=300_00,
            mode=Mode.CHEQUE,
            reference="9",
        )
    )
    cheque_id = FactId(receipt_id)
    inline.run(DepositCheque(voucher_id=VoucherId(mint()), cheque_id=cheque_id))
    inline.run(BounceCheque(voucher_id=VoucherId(mint()), cheque_id=cheque_id, reason="no funds"))
    presenter.books_changed(inline.touched[-1][0])
    assert shown.cheques == ChequesOf(1, 1_000_00, 1, 300_00)
    assert [caption for caption, _words in _facts(shown)] == ["Cheques in hand", "Returned"]
    presenter.show(plain_books.parties["Bina Stores"])
    assert _facts(shown) == []
