from __future__ import annotations

from dataclasses import dataclass, field

import pytest

from collectiq_desktop.core.domain.risk import Category, RiskOutlook
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.risk import CategoryStep, RiskLine
from collectiq_desktop.ui.screens.party_risk.presenter import PartyRiskPresenter, PinWish, WhatIf
from tests.fakes import InlineDesk
from tests.foretold import TODAY, publish, risk
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import kit_of


@dataclass
class Seen:
    shown: list[tuple[RiskLine | None, RiskOutlook | None]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    steps: list[CategoryStep | None] = field(default_factory=list)
    what_ifs: list[WhatIf | None] = field(default_factory=list)

    def show_risk(self, line: RiskLine | None, outlook: RiskOutlook | None) -> None:
        self.shown.append((line, outlook))

    def show_step(self, step: CategoryStep | None) -> None:
        self.steps.append(step)

    def show_what_if(self, found: WhatIf | None) -> None:
        self.what_ifs.append(found)

    def show_pinned(self) -> None:
        self.problems.append("")

    def show_pin_problem(self, field: str, sentence: str) -> None:
        self.problems.append(f"{field}: {sentence}")

    def show_doing(self, doing: str, problem: str) -> None:
        raise AssertionError((doing, problem))


@pytest.fixture
def seen() -> Seen:
    return Seen()


@pytest.fixture
def presenter(seen: Seen, plain_books: PlainBooks, inline: InlineDesk) -> PartyRiskPresenter:
    return PartyRiskPresenter(seen, kit_of(plain_books, inline))


def test_a_party_with_everything_cleared_at_first(
    presenter: PartyRiskPresenter, seen: Seen, plain_books: PlainBooks
) -> None:
    party_id = plain_books.party_id("Asha")
    publish(plain_books, risk(party_id))
    presenter.show(party_id)
    line, outlook = seen.shown[-1]
    assert line is not None
    assert outlook is not None
    assert line.party == "Asha"
    assert seen.what_ifs == [WhatIf(40_000_00, 620, 220)]


def test_each_tenth_has_its_score(
    presenter: PartyRiskPresenter, seen: Seen, plain_books: PlainBooks
) -> None:
    party_id = plain_books.party_id("Asha")
    publish(plain_books, risk(party_id))
    presenter.show(party_id)
    presenter.clear(0)
    presenter.clear(3)
    assert seen.what_ifs[1:] == [WhatIf(0, 620, 620), WhatIf(12_000_00, 620, 500)]


def test_where_nothing_is_foretold_there_is_no_what_if(
    presenter: PartyRiskPresenter, seen: Seen, plain_books: PlainBooks
) -> None:
    party_id = plain_books.party_id("Asha")
    presenter.show(party_id)
    assert seen.shown == [(None, None)]
    publish(plain_books, risk(party_id, score=None, what_if=()))
    presenter.books_changed(Touched(nouns={Noun.RISK}))
    assert seen.shown[-1][0] is not None
    assert seen.what_ifs == [None, None]


def test_a_pin_is_saved_with_its_reason_and_shown(
    presenter: PartyRiskPresenter, seen: Seen, plain_books: PlainBooks
) -> None:
    party_id = plain_books.party_id("Asha")
    publish(plain_books, risk(party_id))
    presenter.show(party_id)
    presenter.pin(PinWish(Category.SAFE, TODAY, ""))
    presenter.pin(PinWish(Category.SAFE, TODAY, "paid by hand"))
    assert seen.problems[0].startswith("reason: Say in a few words why")
    assert seen.problems[1] == ""
    line, _outlook = seen.shown[-1]
    assert line is not None
    assert line.pin is not None
    assert line.risk.category is Category.SAFE
    presenter.pin(PinWish(None, TODAY, "as before"))
    assert seen.shown[-1][0] is not None
    assert seen.shown[-1][0].risk.category is Category.RISKY
