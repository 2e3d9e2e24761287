"""Assignment and the agents' figures: parties ticked and given away, and what came of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

import pytest

from collectiq_desktop.core.domain.assignments import Part
from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId
from collectiq_desktop.core.domain.risk import Category
from collectiq_desktop.core.domain.roles import Role
from collectiq_desktop.core.domain.visits import Outcome
from collectiq_desktop.core.domain.vouchers import Mode
from collectiq_desktop.core.queries.agents import AgentLine
from collectiq_desktop.core.queries.assignments import AssignmentLine, AssignmentStep, Marks
from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.core.services.parties import AmendParty
from collectiq_desktop.core.services.pins import PinCategory
from collectiq_desktop.core.services.promises import NoteVisit
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screens.agents.presenter import AgentsPresenter, Span
from collectiq_desktop.ui.screens.assign.presenter import NOBODY, AssignPresenter, Wanted
from tests.core.looking import voucher_id
from tests.fakes import InlineDesk
from tests.foretold import publish, risk
from tests.people import employ
from tests.plain_books import PlainBooks
from tests.ui.screens.kits import Way, kit_of


@dataclass
class Seen:
    """Both views, that keep what they were told."""

    lines: list[AssignmentLine] = field(default_factory=list)
    ticked: frozenset[PartyId] = frozenset()
    agents: list[AgentLine] = field(default_factory=list)
    span: Span | None = None
    choices: list[tuple[list[str], list[str]]] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)
    marks: Marks | None = None
    steps: list[tuple[str, str, Part]] = field(default_factory=list)

    def show_parties(
        self, lines: Sequence[AssignmentLine], ticked: frozenset[PartyId], *, is_anew: bool
    ) -> None:
        self.lines, self.ticked = list(lines), ticked
        assert is_anew in (True, False)

    def show_agents(self, lines: Sequence[AgentLine], span: Span, *, is_anew: bool) -> None:
        self.agents, self.span = list(lines), span
        assert is_anew in (True, False)

    def show_choices(self, people: Sequence[EmployeeRow], marks: Marks) -> None:
        self.choices.append(([each.employee.name for each in people], list(marks.beats)))
        self.marks = marks

    def show_steps(self, party: str, steps: Sequence[AssignmentStep]) -> None:
        self.steps = [(party, step.agent, step.part) for step in steps]

    def show_problem(self, field: str, sentence: str) -> None:
        assert sentence
        self.problems.append(field)

    def close_deed(self) -> None:
        self.choices.append(([], []))


@dataclass
class Stage:
    plain: PlainBooks
    ravi: UserId
    meena: UserId
    kit: Kit
    view: Seen
    presenter: AssignPresenter
    way: Way


@pytest.fixture
def stage(plain_books: PlainBooks) -> Stage:
    plain = plain_books
    employ(plain, "Owner", Role.ADMIN)
    ravi, meena = employ(plain, "Ravi", Role.AGENT), employ(plain, "Meena", Role.AGENT)
    plain.write(
        """
        party    Asha   beat North
        party    Bina   beat North
        party    Chand  beat South
        invoice  S/1  2026-10-01  Asha   100.00
        """
    )
    view = Seen()
    kit = kit_of(plain, InlineDesk(plain.books))
    way: Any = kit.navigation
    made = Stage(plain, ravi, meena, kit, view, AssignPresenter(view, kit), way)
    made.presenter.begin()
    return made


def agents_of(stage: Stage) -> dict[str, str]:
    return {line.party: line.agent for line in stage.view.lines}


def test_a_beat_is_given_to_an_agent_at_once(stage: Stage) -> None:
    presenter = stage.presenter
    assert stage.view.choices[-1] == (["Meena", "Owner", "Ravi"], ["North", "South"])
    presenter.choose(Wanted(beat="North"))
    presenter.tick_all()
    assert len(stage.view.ticked) == 2
    presenter.assign(None, stage.ravi, Part.MAIN)
    assert agents_of(stage) == {"Asha": "Ravi", "Bina": "Ravi"}
    assert stage.view.ticked == frozenset()
    presenter.choose(Wanted(whose=NOBODY))
    assert agents_of(stage) == {"Chand": ""}


def test_who_leaves_hands_over(stage: Stage) -> None:
    presenter = stage.presenter
    presenter.tick_all()
    presenter.assign(None, stage.ravi, Part.MAIN)
    presenter.choose(Wanted(whose=stage.ravi.hex()))
    presenter.tick_all()
    presenter.tick(stage.view.lines[0])
    presenter.assign(None, stage.meena, Part.MAIN)
    assert agents_of(stage) == {"Asha": "Ravi"}
    presenter.tick_all()
    presenter.tick_all()
    presenter.assign(stage.view.lines[0], stage.meena, Part.OTHER)
    assert stage.view.lines[0].others == "Meena"
    presenter.open(stage.view.lines[0])
    assert stage.way.places == [Place(screen="party", party_id=stage.plain.parties["Asha"])]


def test_parties_are_chosen_by_area_tag_and_what_they_owe(stage: Stage) -> None:
    plain, presenter = stage.plain, stage.presenter
    plain.write("invoice  S/2  2026-11-20  Chand  40.00  due 2026-12-30")
    for name, changes in (
        ("Asha", {"pincode": "390001", "tags": ("weekly", "old")}),
        ("Bina", {"pincode": "390002", "tags": ("old",)}),
    ):
        party_id = plain.parties[name]
        fact_id = FactId(plain.ids.mint())
        plain.run(AmendParty(fact_id=fact_id, party_id=party_id, changes=changes))
    presenter.begin()
    assert stage.view.marks == Marks(("North", "South"), ("390001", "390002"), ("old", "weekly"))
    for wanted, names in (
        (Wanted(area="390002"), ["Bina"]),
        (Wanted(tag="old"), ["Asha", "Bina"]),
        (Wanted(tag="old", area="390001"), ["Asha"]),
        (Wanted(least_paise=4_000), ["Asha", "Chand"]),
        (Wanted(least_paise=4_001), ["Asha"]),
        (Wanted(is_overdue=True), ["Asha"]),
        (Wanted(is_overdue=True, beat="South"), []),
    ):
        presenter.choose(wanted)
        assert list(agents_of(stage)) == names, wanted
    changes = {"area": "Station Road"}
    fact_id = FactId(plain.ids.mint())
    plain.run(AmendParty(fact_id=fact_id, party_id=plain.parties["Bina"], changes=changes))
    presenter.begin()
    assert stage.view.marks.areas == ("390001", "Station Road"), "an area goes before a PIN code"
    presenter.choose(Wanted(area="Station Road"))
    assert list(agents_of(stage)) == ["Bina"]
    assert [line.party for line in stage.view.lines] == ["Bina"]
    presenter.choose(Wanted(is_overdue=True))
    assert [line.overdue_paise for line in stage.view.lines] == [10_000]


def test_who_had_a_party_before_is_told(stage: Stage) -> None:
    presenter, asha = stage.presenter, stage.view.lines[0]
    presenter.tell_steps(asha)
    assert stage.view.steps == []
    presenter.assign(asha, stage.ravi, Part.MAIN)
    presenter.assign(asha, stage.meena, Part.MAIN)
    presenter.tell_steps(asha)
    assert stage.view.steps == [("Asha", "Meena", Part.MAIN), ("Asha", "Ravi", Part.MAIN)]


def test_nothing_is_given_where_nothing_is_shown(stage: Stage) -> None:
    stage.presenter.choose(Wanted(whose=stage.ravi.hex()))
    stage.presenter.assign(None, stage.ravi, Part.MAIN)
    assert stage.view.problems == ["party"]


def test_the_figures_of_an_agent(stage: Stage) -> None:
    plain, asha = stage.plain, stage.plain.parties["Asha"]
    stage.presenter.tick(stage.view.lines[0])
    stage.presenter.assign(None, stage.ravi, Part.MAIN)
    for paise, mode in ((3_000, Mode.CASH), (2_000, Mode.UPI)):
        receipt = RecordReceipt(
            voucher_id=voucher_id(plain),
            party_id=asha,
            amount_paise=paise,
            mode=mode,
            agent_id=stage.ravi,
        )
        plain.run(receipt)
    for outcome in (Outcome.PART, Outcome.SHUT):
        fact_id = FactId(plain.ids.mint())
        plain.run(NoteVisit(fact_id=fact_id, party_id=asha, outcome=outcome, agent_id=stage.ravi))
    agents = AgentsPresenter(stage.view, stage.kit)
    agents.begin()
    meena, ravi = stage.view.agents
    assert (meena.agent, meena.parties_count, meena.held_paise) == ("Meena", 0, 0)
    assert (ravi.agent, ravi.parties_count, ravi.outstanding_paise) == ("Ravi", 1, 5_000)
    assert (ravi.cash_paise, ravi.other_paise, ravi.held_paise) == (3_000, 2_000, 3_000)
    assert (ravi.visits_count, ravi.paying_count) == (2, 1)
    plain.clock.move(days=1)
    agents.refresh()
    assert stage.view.agents[1].cash_paise == 0
    agents.turn()
    assert (stage.view.span, stage.view.agents[1].cash_paise) == (Span.WEEK, 3_000)
    agents.open("cash")
    assert stage.way.places == [Place(screen="cash")]


def test_parties_are_chosen_by_what_is_thought_of_them(stage: Stage) -> None:
    plain, presenter = stage.plain, stage.presenter
    publish(
        plain,
        risk(plain.parties["Asha"]),
        risk(plain.parties["Bina"], category=Category.SAFE),
    )
    presenter.choose(Wanted(category=Category.RISKY))
    assert list(agents_of(stage)) == ["Asha"]
    presenter.choose(Wanted(category=Category.SAFE, beat="South"))
    assert list(agents_of(stage)) == []
    pin = PinCategory(
        fact_id=FactId(plain.ids.mint()),
        party_id=plain.parties["Bina"],
        category=Category.RISKY,
        until_on=plain.clock.today_on(),
        reason="Shop shut",
    )
    plain.run(pin)
    presenter.choose(Wanted(category=Category.RISKY))
    assert list(agents_of(stage)) == ["Asha", "Bina"], "what an admin pinned counts"
