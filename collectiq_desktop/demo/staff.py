"""Who works in the demo firm, and which parties its agents call on.

The owner has the id of the machine's own user, so that the books open without
any sign-in; everybody may sign in with the words that the help page tells.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.ids import UserId
from collectiq_desktop.core.domain.roles import Employee, Role
from collectiq_desktop.core.services.assigning import AssignParties
from collectiq_desktop.core.services.employees import AddEmployee
from collectiq_desktop.core.services.runsheets import PlanBeat
from collectiq_desktop.core.services.signing_in import set_password
from collectiq_desktop.demo.chance import SUNDAY, Act, Buyer, Chance
from collectiq_desktop.demo.naming import DEMO_PASSWORD
from collectiq_desktop.demo.words import StaffNames

_BEATS_OF_AN_AGENT, _BEATS_OF_A_ROUND = 3, 2
_DAYS_BETWEEN_ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Round:
    """Neighbouring beats with the day of the week on which their agent walks them."""

    beats: tuple[str, ...]
    weekday: int
    buyers: tuple[Buyer, ...]


@dataclass(frozen=True, slots=True)
class Agent:
    """A collection agent with the own rounds."""

    employee_id: UserId
    name: str
    rounds: tuple[Round, ...]

    @property
    def buyers(self) -> tuple[Buyer, ...]:
        """All parties of all rounds."""
        return tuple(buyer for each in self.rounds for buyer in each.buyers)


@dataclass(frozen=True, slots=True)
class Staff:
    """All who work there."""

    names: StaffNames
    owner_id: UserId
    clerk_id: UserId
    accountant_id: UserId
    agents: tuple[Agent, ...]

    def joined(self, chance: Chance, agents_on: date) -> Iterator[Act]:
        """The office from the first day on, the agents later, with their parties."""
        office = (
            (self.owner_id, self.names.owner, Role.ADMIN),
            (self.clerk_id, self.names.clerk, Role.CLERK),
            (self.accountant_id, self.names.accountant, Role.ACCOUNTANT),
        )
        for employee_id, name, role in office:
            yield _joined(chance, chance.first_on, employee_id, (name, role))
        for agent in self.agents:
            yield _joined(chance, agents_on, agent.employee_id, (agent.name, Role.AGENT))
            if agent.buyers:
                yield chance.act(agents_on, _assigned(chance, agent))
            for each in agent.rounds:
                for beat in each.beats:
                    yield chance.act(agents_on, _planned(chance, each, beat))

    def set_passwords(self, books: Books) -> None:
        """Let everybody sign in with the one password of the demo."""
        office = (self.owner_id, self.clerk_id, self.accountant_id)
        with books.writing() as (writer, context):
            for employee_id in (*office, *(agent.employee_id for agent in self.agents)):
                set_password(writer, context, employee_id, DEMO_PASSWORD)


def staff_of(names: StaffNames, owner_id: UserId, chance: Chance, buyers: Sequence[Buyer]) -> Staff:
    """The staff; each agent has some beats, the others are the office's own."""
    beats = sorted({buyer.retailer.party.beat for buyer in buyers})
    clerk_id, accountant_id = UserId(chance.ids.mint()), UserId(chance.ids.mint())
    agents = []
    for number, name in enumerate(names.agents):
        first = number * _BEATS_OF_AN_AGENT
        mine = beats[first : first + _BEATS_OF_AN_AGENT]
        walked = [tuple(mine[:_BEATS_OF_A_ROUND]), tuple(mine[_BEATS_OF_A_ROUND:])]
        rounds = tuple(_round(chance, each, n, buyers) for n, each in enumerate(walked) if each)
        agents.append(Agent(UserId(chance.ids.mint()), name, rounds))
    return Staff(names, owner_id, clerk_id, accountant_id, tuple(agents))


def _round(chance: Chance, beats: tuple[str, ...], place: int, buyers: Sequence[Buyer]) -> Round:
    """The first round of an agent is walked on the last day of the tale."""
    last = min(chance.last_on.weekday(), SUNDAY - 1)
    weekday = (last - place * _DAYS_BETWEEN_ROUNDS) % SUNDAY
    called = sorted(buyers, key=lambda buyer: buyer.retailer.party.beat)
    return Round(beats, weekday, tuple(b for b in called if b.retailer.party.beat in beats))


def _joined(chance: Chance, on: date, employee_id: UserId, who: tuple[str, Role]) -> Act:
    name, role = who
    employee = Employee(name=name, role=role.value)
    return chance.act(on, AddEmployee(employee_id=employee_id, employee=employee))


def _assigned(chance: Chance, agent: Agent) -> AssignParties:
    return AssignParties(
        fact_id=chance.fact_id(),
        agent_id=agent.employee_id,
        party_ids=tuple(buyer.party_id for buyer in agent.buyers),
        reason="Beats: " + ", ".join(beat for each in agent.rounds for beat in each.beats),
    )


def _planned(chance: Chance, each: Round, beat: str) -> PlanBeat:
    return PlanBeat(
        fact_id=chance.fact_id(),
        beat=beat,
        weekdays=(each.weekday,),
        party_ids=tuple(b.party_id for b in each.buyers if b.retailer.party.beat == beat),
    )
