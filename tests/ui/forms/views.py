"""A screen that only notes what its presenter tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.posting import GoodsLine
from collectiq_desktop.core.domain.vouchers import ItemLine
from collectiq_desktop.core.queries.accounts import ChartLine
from collectiq_desktop.core.queries.finding import FindParties, PartyHit
from collectiq_desktop.core.queries.items import ItemLine as KnownItem
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.ui.forms.presenter import Saved
from collectiq_desktop.ui.forms.spread import Spread
from collectiq_desktop.ui.forms.sum_presenter import Balances
from collectiq_desktop.ui.screens.journal.presenter import JournalLine
from tests.plain_books import PlainBooks


def hit_of(plain: PlainBooks, name: str) -> PartyHit:
    """The party as its field finds it."""
    return next(hit for hit in plain.ask(FindParties(text=name)) if hit.party == name)


@dataclass
class NotedView:
    """Serves every presenter of a form."""

    party: PartyDetails | None = None
    problems: list[tuple[str, str]] = field(default_factory=list)
    saved: list[Saved] = field(default_factory=list)
    is_saving: bool = False
    cleared: int = 0
    goods: Sequence[ItemLine] = ()
    known: Sequence[KnownItem] = ()
    proposed: GoodsLine | None = None
    balances: Balances | None = None
    spread: Spread = field(default_factory=Spread)
    chart: Sequence[ChartLine] = ()
    lines: Sequence[JournalLine] = ()
    gone_on: int = 0

    def clear(self) -> None:
        self.cleared += 1

    def show_party(self, details: PartyDetails | None) -> None:
        self.party = details

    def show_problem(self, field: str, sentence: str) -> None:
        self.problems.append((field, sentence))

    def show_saving(self, *, is_saving: bool) -> None:
        self.is_saving = is_saving

    def show_saved(self, saved: Saved) -> None:
        self.saved.append(saved)

    def go_on_from_party(self) -> None:
        self.gone_on += 1

    def show_goods(self, rows: Sequence[ItemLine]) -> None:
        self.goods = rows

    def show_items(self, known: Sequence[KnownItem]) -> None:
        self.known = known

    def show_item(self, line: GoodsLine) -> None:
        self.proposed = line

    def show_balances(self, balances: Balances | None) -> None:
        self.balances = balances

    def show_spread(self, spread: Spread) -> None:
        self.spread = spread

    def show_chart(self, chart: Sequence[ChartLine]) -> None:
        self.chart = chart

    def show_lines(self, lines: Sequence[JournalLine]) -> None:
        self.lines = lines


@dataclass
class NotedPartyForm:
    """The screen of a party's master data."""

    party: Party | None = None
    is_new: bool = False
    problems: list[tuple[str, str]] = field(default_factory=list)
    saved: list[tuple[str, bool]] = field(default_factory=list)
    is_saving: bool = False

    def show_form(self, party: Party, *, is_new: bool) -> None:
        self.party, self.is_new = party, is_new

    def show_problem(self, field: str, sentence: str) -> None:
        self.problems.append((field, sentence))

    def show_saving(self, *, is_saving: bool) -> None:
        self.is_saving = is_saving

    def show_saved(self, name: str, *, is_new: bool) -> None:
        self.saved.append((name, is_new))


@dataclass
class NotedContra:
    """The screen of a contra."""

    accounts: Sequence[ChartLine] = ()
    balances_paise: dict[str, int] = field(default_factory=dict)
    problems: list[tuple[str, str]] = field(default_factory=list)
    saved: list[Saved] = field(default_factory=list)

    def clear(self) -> None:
        self.problems.clear()

    def show_problem(self, field: str, sentence: str) -> None:
        self.problems.append((field, sentence))

    def show_saving(self, *, is_saving: bool) -> None:
        assert is_saving in (True, False)

    def show_saved(self, saved: Saved) -> None:
        self.saved.append(saved)

    def show_accounts(self, accounts: Sequence[ChartLine]) -> None:
        self.accounts = accounts

    def show_balances(self, balances_paise: dict[str, int]) -> None:
        self.balances_paise = balances_paise
