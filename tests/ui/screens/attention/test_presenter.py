from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.attention import AttentionLine, Matter
from collectiq_desktop.core.queries.parties import PartyCard
from collectiq_desktop.core.services.assigning import AssignParties
from collectiq_desktop.core.services.corrections import CancelVoucher
from collectiq_desktop.core.services.phones import CorrectPhone
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.screens.attention.presenter import AttentionPresenter, place_of
from collectiq_desktop.ui.screens.attention.sentences import (
    happened_words,
    short_words,
    way_out_words,
)
from tests.fakes import InlineDesk
from tests.people import employ
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way, kit_of


@dataclass
class Seen:
    """The view, remembering what it was told."""

    shown: list[tuple[tuple[AttentionLine, ...], bool]] = field(default_factory=list)

    def show_lines(self, lines: tuple[AttentionLine, ...], *, is_anew: bool) -> None:
        self.shown.append((lines, is_anew))


RIVALS = AttentionLine(
    Matter.RIVALS, None, "", None, None, "Asha Stores", "phones", values=("1", "2", "3")
)


def test_a_receipt_on_a_bill_that_went_away(plain_books: PlainBooks, inline: InlineDesk) -> None:
    """
    invoice  S/1  2026-11-20  Asha Stores  1,000.00
    receipt  R/1  2026-11-21  Asha Stores    400.00
    """
    kit, seen = kit_of(plain_books, inline), Seen()
    presenter = AttentionPresenter(seen, kit)
    presenter.begin()
    assert seen.shown == [((), True)]
    plain_books.run(
        CancelVoucher(
            fact_id=FactId(plain_books.ids.mint()),
            voucher_id=plain_books.vouchers["S/1"],
            reason="wrong party",
        )
    )
    presenter.books_changed(Touched({Noun.ERRAND}))
    assert len(seen.shown) == 1
    presenter.books_changed(Touched({Noun.VOUCHER}))
    [line], is_anew = seen.shown[-1]
    assert not is_anew
    assert short_words(line) == "Not settled whole"
    assert happened_words(line) == (
        "RA01/26/000001 was set against a bill that is not in the books any more; "
        "400.00 stays on account."
    )
    assert way_out_words(line).startswith("Enter opens the voucher.")
    presenter.act(line)
    assert isinstance(kit.navigation, Way)
    assert kit.navigation.places[0].voucher_id == plain_books.vouchers["R/1"]
    assert kit.navigation.places[0].text == ""


def test_each_matter_has_its_words_and_its_place(plain_books: PlainBooks) -> None:
    """
    receipt  R/1  2026-11-21  Asha Stores  400.00
    """
    party_id, voucher_id = plain_books.parties["Asha Stores"], plain_books.vouchers["R/1"]
    late = RIVALS._replace(matter=Matter.OVERRULED, number="R/1", voucher_id=voucher_id)
    assert happened_words(late).startswith("Somebody corrected R/1 after")
    assert way_out_words(late).startswith("Enter shows the history")
    place = place_of(late)
    assert place is not None
    assert (place.screen, place.voucher_id, place.text) == ("voucher", voucher_id, "history")
    known = RIVALS._replace(party_id=party_id)
    assert place_of(known) == Place(screen="party", party_id=party_id)
    assert happened_words(known) == (
        "Two people changed the phone at the same time. “1” holds; “2”, “3” was written too."
    )
    assert way_out_words(known).startswith("Enter opens the party.")
    unsettled = late._replace(matter=Matter.UNSETTLED, subject="S/1", amount_paise=-5_00)
    assert happened_words(unsettled).endswith(
        "which had less open than that; 5.00 stays on account."
    )
    assert place_of(RIVALS) is None
    assert place_of(late._replace(voucher_id=None)) is None


@pytest.mark.parametrize("is_taken", [True, False])
def test_the_phone_that_an_agent_asks_for_is_taken_over_or_put_away(
    plain_books: PlainBooks, inline: InlineDesk, is_taken: bool
) -> None:
    party_id = plain_books.add(Party(name="Asha Stores", phones=("98250 11111",)))
    owner = plain_books.books.acting = employ(plain_books, "Owner", Role.ADMIN)
    ravi = employ(plain_books, "Ravi", Role.AGENT)
    mine = AssignParties(
        fact_id=FactId(plain_books.ids.mint()), agent_id=ravi, party_ids=(party_id,)
    )
    plain_books.run(mine)
    asking = CorrectPhone(
        fact_id=FactId(plain_books.ids.mint()),
        party_id=party_id,
        phone="9825054321",
        instead_of="98250 11111",
    )
    plain_books.books.run(asking, by=ravi)
    seen = Seen()
    presenter = AttentionPresenter(seen, kit_of(plain_books, inline))
    presenter.begin()
    [line] = seen.shown[-1][0]
    assert short_words(line) == "Phone to correct"
    assert happened_words(line) == "Ravi says that the phone is 9825054321 and not 98250 11111."
    assert happened_words(line._replace(values=("", ""))) == (
        "An agent heard one more phone of the party: 9825054321."
    )
    assert way_out_words(line).startswith("Enter writes it into the party.")
    presenter.put_away(None)
    presenter.put_away(RIVALS)
    assert len(seen.shown) == 1
    (presenter.act if is_taken else presenter.put_away)(line)
    assert seen.shown[-1] == ((), False)
    card = plain_books.books.ask(PartyCard(party_id=party_id), by=owner)
    assert card.party.phones == (("9825054321",) if is_taken else ("98250 11111",))
