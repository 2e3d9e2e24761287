"""Go To: screens by their names, parties and vouchers from the books."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from collectiq_desktop.ui.go_to import Destination, GoTo
from collectiq_desktop.ui.kit import Place
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks

FIXED = (
    Destination(title="Parties", place=Place(screen="parties")),
    Destination(title="Receipt", key="F6", place=Place(screen="receipt")),
    Destination(title="Light or dark", action_id="appearance"),
)


class Shown:
    """Keeps what is shown."""

    def __init__(self) -> None:
        self.found: Sequence[Destination] = ()

    def show_destinations(self, found: Sequence[Destination]) -> None:
        self.found = found

    @property
    def titles(self) -> list[str]:
        return [each.title for each in self.found]


@pytest.fixture
def shown() -> Shown:
    return Shown()


@pytest.fixture
def go_to(shown: Shown, inline: InlineDesk) -> GoTo:
    return GoTo(shown, inline, fixed=lambda: FIXED, voucher_screen="voucher")


def test_nothing_typed_lists_what_there_is(shown: Shown, go_to: GoTo) -> None:
    go_to.type("")
    assert shown.titles == ["Parties", "Receipt", "Light or dark"]


def test_beginnings_go_first(shown: Shown, go_to: GoTo) -> None:
    go_to.type("r")
    assert shown.titles == ["Receipt", "Parties", "Light or dark"]


def test_parties_and_vouchers(shown: Shown, go_to: GoTo, plain_books: PlainBooks) -> None:
    """
    party    Sai Stores  code SAI
    invoice  S/1  2026-11-01  Sai Stores  10.00
    """
    go_to.type("sa")
    assert shown.titles == ["Sai Stores", "SA01/26/000001"]
    party, voucher = shown.found
    party_id = plain_books.parties["Sai Stores"]
    assert party.place == Place(screen="party", party_id=party_id)
    assert voucher.place == Place(screen="voucher", voucher_id=plain_books.vouchers["S/1"])


def test_an_answer_to_older_letters_is_not_shown(
    shown: Shown, go_to: GoTo, inline: InlineDesk, plain_books: PlainBooks
) -> None:
    """
    party    Asha Stores
    party    Bina Stores
    """
    inline.is_holding = True
    go_to.type("as")
    go_to.type("bi")
    go_to.type("")
    inline.release()
    assert shown.titles == [each.title for each in FIXED]


def test_without_a_screen_for_vouchers_none_are_listed(
    shown: Shown, inline: InlineDesk, plain_books: PlainBooks
) -> None:
    """
    invoice  S/1  2026-11-01  Sai Stores  10.00
    """
    go_to = GoTo(shown, inline, fixed=tuple, voucher_screen="")
    go_to.type("SA01")
    assert shown.titles == []


def test_a_latin_keyboard_finds_a_screen_in_every_language(
    shown: Shown, inline: InlineDesk, plain_books: PlainBooks
) -> None:
    hindi = (
        Destination(title="रोज़नामचा", also="Day book", place=Place(screen="day_book")),
        Destination(title="रसीद", also="Receipt", place=Place(screen="receipt")),
    )
    go_to = GoTo(shown, inline, fixed=lambda: hindi, voucher_screen="voucher")
    for typed in ("day", "रोज", "ook"):
        go_to.type(typed)
        assert shown.titles == ["रोज़नामचा"]
