"""A screen that only notes what its presenter tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from collectiq_desktop.core.domain.amending import Fixed
from collectiq_desktop.core.domain.cash import CashWeight
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.posting import GoodsLine
from collectiq_desktop.core.domain.vouchers import ItemLine
from collectiq_desktop.core.queries.accounts import ChartLine
from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.core.queries.finding import FindParties, PartyHit
from collectiq_desktop.core.queries.items import ItemLine as KnownItem
from collectiq_desktop.core.queries.parties import PartyDetails
from collectiq_desktop.core.queries.pledged import Pledged
from collectiq_desktop.core.queries.vouchers import VoucherDetails
from collectiq_desktop.ui.forms.amender import Clashed
from collectiq_desktop.ui.forms.goods_presenter import Balances
from collectiq_desktop.ui.forms.presenter import Saved
from collectiq_desktop.ui.forms.spread import Spread
from collectiq_desktop.ui.forms.typed import Typed
from collectiq_desktop.ui.screens.journal.presenter import JournalLine
from tests.plain_books import PlainBooks


def hit_of(plain: PlainBooks, name: str) -> PartyHit:
    """The party as its field finds it."""
    return next(hit for hit in plain.ask(FindParties(text=name)) if hit.party == name)


@dataclass
class NotedAmending:
    """What a form is told while a voucher is posted anew."""

    amended: list[str] = field(default_factory=list)
    amends: tuple[str, Fixed | None] | None = None
    clashes: list[Clashed] = field(default_factory=list)
    form: Any = None
    loaded: int = 0
    allowers: list[tuple[list[str], bool]] = field(default_factory=list)
    allowed_count: int = 0
    saved_again_count: int = 0

    def show_amending(self, details: VoucherDetails, fixed: Fixed | None) -> None:
        self.amends = (details.number, fixed)

    def show_form(self, form: Any) -> None:
        self.form = form

    def show_loaded(self) -> None:
        self.loaded += 1

    def show_clash(self, clash: Clashed) -> None:
        self.clashes.append(clash)

    def show_amended(self, number: str) -> None:
        self.amended.append(number)

    def show_allowers(self, allowers: Sequence[EmployeeRow], *, is_own: bool) -> None:
        self.allowers.append(([each.employee.name for each in allowers], is_own))

    def close_allowing(self) -> None:
        self.allowed_count += 1

    def save_again(self) -> None:
        self.saved_again_count += 1


@dataclass
class NotedView(NotedAmending):
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
    pledged: Pledged = field(default_factory=Pledged)
    limits: list[tuple[str, bool]] = field(default_factory=list)
    cash: list[CashWeight] = field(default_factory=list)

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

    def show_pledged(self, pledged: Pledged) -> None:
        self.pledged = pledged

    def show_cash(self, weight: CashWeight) -> None:
        self.cash.append(weight)

    def show_limit(self, sentence: str, *, is_stop: bool) -> None:
        self.limits.append((sentence, is_stop))

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

    def show_typed(self, typed: Typed) -> None:
        self.form = typed

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
class NotedContra(NotedAmending):
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
