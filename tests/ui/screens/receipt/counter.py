"""A receipt's presenter over real books, and a view that notes what it is told."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from collectiq_desktop.core.domain.posting import ReceiptSums
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.finding import PartyHit, ResolveParty
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui.forms.presenter import Saved
from collectiq_desktop.ui.forms.spread import Spread
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.receipt.doubts import Doubtful
from collectiq_desktop.ui.screens.receipt.presenter import (
    InHand,
    ReceiptForm,
    ReceiptPresenter,
)
from tests.fakes import InlineDesk
from tests.plain_books import PlainBooks
from tests.ui.forms.views import NotedAmending
from tests.ui.screens.kits import Way

TODAY = date(2026, 11, 22)


@dataclass
class Shown(NotedAmending):
    """Keeps what it is told."""

    details: PartyDetails | None = None
    spread: Spread = field(default_factory=Spread)
    problems: list[tuple[str, str]] = field(default_factory=list)
    doubts: list[Doubtful] = field(default_factory=list)
    saved: list[Saved] = field(default_factory=list)
    in_hand: list[InHand] = field(default_factory=list)
    clears: int = 0
    went_on: int = 0
    is_saving: bool = False

    def clear(self) -> None:
        self.clears += 1

    def go_on_from_party(self) -> None:
        self.went_on += 1

    def show_party(self, details: PartyDetails | None) -> None:
        self.details = details

    def show_spread(self, spread: Spread) -> None:
        self.spread = spread

    def show_problem(self, field: str, sentence: str) -> None:
        self.problems.append((field, sentence))

    def ask_again(self, doubtful: Doubtful) -> None:
        self.doubts.append(doubtful)

    def show_saving(self, *, is_saving: bool) -> None:
        self.is_saving = is_saving

    def show_saved(self, saved: Saved) -> None:
        self.saved.append(saved)

    def show_in_hand(self, cheque: InHand) -> None:
        self.in_hand.append(cheque)

    @property
    def parts(self) -> list[int]:
        return [row.part_paise for row in self.spread.rows]


@dataclass
class Counter:
    """A presenter at work, and what a clerk does with it."""

    plain: PlainBooks
    inline: InlineDesk
    way: Way
    shown: Shown
    presenter: ReceiptPresenter

    def hit(self, name: str) -> PartyHit:
        return self.plain.ask(ResolveParty(text=name))

    def choose(self, name: str) -> None:
        self.presenter.choose_party(self.hit(name))

    def save(self, rupees: int, *, mode: Mode = Mode.CASH, reference: str = "") -> None:
        self.presenter.save(form(rupees, mode=mode, reference=reference))


def form(
    rupees: int, *, mode: Mode = Mode.CASH, reference: str = "", on: date = TODAY
) -> ReceiptForm:
    return ReceiptForm(sums=ReceiptSums(rupees * 100), mode=mode, on=on, reference=reference)


def counter_of(plain_books: PlainBooks, inline: InlineDesk) -> Counter:
    """A presenter over real books."""
    way, shown = Way(), Shown()
    kit = Kit(work=inline, clock=plain_books.clock, ids=plain_books.ids, navigation=way)
    return Counter(plain_books, inline, way, shown, ReceiptPresenter(shown, kit))
