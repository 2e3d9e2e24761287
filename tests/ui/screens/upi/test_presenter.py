"""The UPI code without a window."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from collectiq_desktop.core.domain.ids import FactId, PartyId
from collectiq_desktop.core.domain.saying import Sentence
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.core.services.masters import AmendFirm
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.upi.presenter import NO_VPA, NOBODY, UpiCode, UpiPresenter
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way


@dataclass
class Shown:
    """Keeps what is shown."""

    proposed: list[int] = field(default_factory=list)
    codes: list[UpiCode] = field(default_factory=list)
    sentences: list[Sentence] = field(default_factory=list)

    def show_party(self, details: PartyDetails, amount_paise: int) -> None:
        assert details.party.name
        self.proposed.append(amount_paise)

    def show_code(self, code: UpiCode) -> None:
        self.codes.append(code)

    def show_no_code(self, sentence: Sentence) -> None:
        self.sentences.append(sentence)


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def way() -> Way:
    return Way()


@pytest.fixture
def presenter(shown: Shown, way: Way, inline: InlineDesk, plain_books: PlainBooks) -> UpiPresenter:
    kit = Kit(work=inline, clock=plain_books.clock, ids=plain_books.ids, navigation=way)
    return UpiPresenter(shown, kit)


def _with_vpa(plain_books: PlainBooks, vpa: str = "shop@bank") -> PartyId:
    fact_id = FactId(plain_books.ids.mint())
    plain_books.run(AmendFirm(fact_id=fact_id, changes={"vpa": vpa}))
    return plain_books.parties["Asha Stores"]


def test_what_is_owed_is_proposed_and_stands_in_the_link(
    presenter: UpiPresenter, shown: Shown, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    presenter.begin(_with_vpa(plain_books))
    code = shown.codes[-1]
    assert (shown.proposed, code.amount_paise, code.vpa) == ([1_000_00], 1_000_00, "shop@bank")
    assert code.link.startswith("upi://pay?pa=shop@bank&pn=")
    assert "am=1000.00" in code.link
    assert f"tr={code.reference}" in code.link


def test_a_part_of_it_and_what_was_typed_elsewhere(
    presenter: UpiPresenter, shown: Shown, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    presenter.begin(_with_vpa(plain_books), 250_00)
    assert (shown.proposed, shown.codes[-1].amount_paise) == ([250_00], 250_00)
    presenter.set_amount(400_50)
    assert "am=400.50" in shown.codes[-1].link
    presenter.set_amount(None)
    assert shown.sentences[-1] == "A UPI code can only ask for an amount above zero."


def test_two_askings_of_one_party_bear_two_references(
    presenter: UpiPresenter, shown: Shown, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    party_id = _with_vpa(plain_books)
    presenter.begin(party_id)
    plain_books.clock.at += 60_000
    presenter.begin(party_id)
    first, second = {code.reference for code in shown.codes}
    assert first != second
    assert all(len(code.reference) <= 35 for code in shown.codes)


def test_who_owes_nothing_gets_no_code(
    presenter: UpiPresenter, shown: Shown, plain_books: PlainBooks
) -> None:
    """
    receipt  R/1  2026-10-01  Asha Stores  100.00
    """
    presenter.begin(_with_vpa(plain_books))
    assert shown.codes == []
    assert shown.sentences[-1] == "Asha Stores owes nothing, so there is nothing to ask for."
    presenter.set_amount(50_00)
    assert shown.codes == []


def test_a_firm_without_an_address(
    presenter: UpiPresenter, shown: Shown, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    presenter.begin(None)
    assert shown.sentences == [NOBODY]
    party_id = _with_vpa(plain_books, "")
    presenter.begin(party_id)
    assert (shown.sentences[-1], shown.codes) == (NO_VPA, [])
    _with_vpa(plain_books)
    presenter.books_changed(Touched({Noun.FIRM}))
    assert shown.codes


def test_a_party_that_is_not_there_is_a_sentence(presenter: UpiPresenter, shown: Shown) -> None:
    presenter.begin(PartyId(bytes(16)))
    assert shown.sentences[-1].startswith("This party is not in the books")


def test_the_receipt_that_follows(
    presenter: UpiPresenter, way: Way, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-10-01  Asha Stores  1,000.00
    """
    presenter.take_receipt()
    party_id = _with_vpa(plain_books)
    presenter.begin(party_id)
    presenter.take_receipt()
    assert way.places == [Place(screen="receipt"), Place(screen="receipt", party_id=party_id)]
