from __future__ import annotations

from dataclasses import dataclass, field

from collectiq_desktop.core.domain.risk import RiskOutlook
from collectiq_desktop.core.domain.touched import Noun
from collectiq_desktop.core.queries.bulletins import BulletinsLike
from collectiq_desktop.core.queries.risk import ScoringCounter
from collectiq_desktop.core.wire.risk_bulletins import SCORING_DEVICE_KEY
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.screens.risk_model.presenter import ModelPresenter
from tests.fakes import InlineDesk
from tests.foretold import Foreteller, publish
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way


@dataclass
class Seen:
    shown: list[tuple[RiskOutlook | None, ScoringCounter]] = field(default_factory=list)
    doing: list[str] = field(default_factory=list)

    def show_model(self, outlook: RiskOutlook | None, counter: ScoringCounter) -> None:
        self.shown.append((outlook, counter))

    def show_doing(self, doing: str, problem: str) -> None:
        self.doing.append(doing or problem)


def _presenter(
    seen: Seen, plain: PlainBooks, inline: InlineDesk, foreteller: Foreteller
) -> ModelPresenter:
    kit = Kit(
        work=inline,
        clock=plain.clock,
        ids=plain.ids,
        navigation=Way(),
        foretelling=foreteller,
    )
    return ModelPresenter(seen, kit)


def test_what_an_owner_sees_and_asks_for(plain_books: PlainBooks, inline: InlineDesk) -> None:
    seen, foreteller = Seen(), Foreteller()
    presenter = _presenter(seen, plain_books, inline, foreteller)
    presenter.begin()
    publish(plain_books)
    presenter.begin()
    assert [outlook is None for outlook, _counter in seen.shown] == [True, False]
    assert seen.shown[-1][1].is_here
    presenter.learn()
    presenter.roll_back()
    presenter.work_out()
    foreteller.become("learning")
    presenter.work_out()
    assert foreteller.asked == ["learn", "roll_back", "work_out", "stop"]


def test_this_counter_scores_from_now_on(plain_books: PlainBooks, inline: InlineDesk) -> None:
    presenter = _presenter(Seen(), plain_books, inline, Foreteller())
    presenter.score_here()
    (chosen,) = plain_books.ask(BulletinsLike(prefix=SCORING_DEVICE_KEY))
    assert chosen.value == plain_books.books.identity.device_id
    assert inline.touched[-1][0].nouns == {Noun.RISK}
