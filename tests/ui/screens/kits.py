"""A kit for presenters: the test's clock and ids, work done at once, a way that is noted."""

from __future__ import annotations

from dataclasses import dataclass, field

from collectiq_desktop.ui.kit import Kit, Place
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks


@dataclass
class Way:
    """Notes where a presenter wants to go, and what it says."""

    places: list[Place] = field(default_factory=list)
    backs: int = 0
    said: list[str] = field(default_factory=list)

    def go(self, place: Place) -> None:
        self.places.append(place)

    def back(self) -> None:
        self.backs += 1

    def say(self, sentence: str, *, is_bad: bool = False) -> None:
        self.said.append(sentence)


def kit_of(plain: PlainBooks, inline: InlineDesk) -> Kit:
    return Kit(work=inline, clock=plain.clock, ids=plain.ids, navigation=Way())
