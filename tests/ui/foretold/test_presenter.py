"""What all lists of what is foretold do alike."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.ui.foretold.presenter import Foretold, ForetoldPresenter
from collectiq_desktop.ui.kit import Kit, Place
from tests.fakes import InlineDesk
from tests.foretold import Foreteller, publish, risk
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way


@dataclass
class Seen:
    """The view, remembering what it was told."""

    found: list[Foretold] = field(default_factory=list)
    anew: list[bool] = field(default_factory=list)
    doing: list[tuple[str, str]] = field(default_factory=list)

    def show_foretold(self, found: Foretold, *, is_anew: bool) -> None:
        self.found.append(found)
        self.anew.append(is_anew)

    def show_doing(self, doing: str, problem: str) -> None:
        self.doing.append((doing, problem))


@dataclass
class Room:
    plain: PlainBooks
    seen: Seen
    way: Way
    foreteller: Foreteller
    presenter: ForetoldPresenter


@pytest.fixture
def room(plain_books: PlainBooks, inline: InlineDesk) -> Room:
    seen, way, foreteller = Seen(), Way(), Foreteller()
    kit = Kit(
        work=inline,
        clock=plain_books.clock,
        ids=plain_books.ids,
        navigation=way,
        foretelling=foreteller,
    )
    return Room(plain_books, seen, way, foreteller, ForetoldPresenter(seen, kit))


def test_before_anything_was_worked_out(room: Room) -> None:
    room.presenter.begin()
    (found,) = room.seen.found
    assert (found.lines, found.outlook) == ((), None)


def test_new_scores_are_shown_and_the_cursor_stays(room: Room) -> None:
    room.presenter.begin()
    publish(room.plain, risk(room.plain.party_id("Asha")))
    room.presenter.books_changed(Touched(nouns={Noun.VOUCHER}))
    assert len(room.seen.found) == 1
    room.presenter.books_changed(Touched(nouns={Noun.RISK}))
    assert [line.party for line in room.seen.found[-1].lines] == ["Asha"]
    assert room.seen.anew == [True, False]


def test_the_same_key_begins_and_stops(room: Room) -> None:
    room.presenter.work_out()
    room.foreteller.become("scoring")
    room.presenter.work_out()
    assert room.foreteller.asked == ["work_out", "stop"]
    room.foreteller.become("", say("Stopped."))
    assert room.seen.doing == [("scoring", ""), ("", "Stopped.")]


def test_it_leads_to_parties(room: Room) -> None:
    party_id = room.plain.party_id("Asha")
    room.presenter.go("party_risk", party_id)
    room.presenter.go("risk", text="risky")
    assert room.way.places == [
        Place(screen="party_risk", party_id=party_id),
        Place(screen="risk", text="risky"),
    ]
