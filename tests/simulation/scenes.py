"""Short worlds written by hand, for what chance seldom brings about in the drawn ones.

The parts are the same and so are the invariants; only the day's work is told.

Source: sync page §6.10: rare reorderings need tests written for them, not more seeds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from collectiq_desktop.core.domain.ids import FactId, PartyId, UserId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.roles import Employee, Role
from collectiq_desktop.core.domain.vouchers import DEBTORS, Posting
from collectiq_desktop.core.services.corrections import AmendVoucher
from collectiq_desktop.core.services.employees import AddEmployee
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.record import record
from collectiq_desktop.core.storage.corrections import newest_id, version_at
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import VoucherCancelled
from collectiq_desktop.core.wire.peer import LineTrouble, Push, Pushed
from tests.simulation.faults import Chances, Line
from tests.simulation.invariants import check
from tests.simulation.shops import USER, Counter
from tests.simulation.world import Setup, World

ALWAYS = 1000
Script = Callable[[World], None]


class Scene(NamedTuple):
    """What is done, and whether the counters have branches of their own."""

    script: Script
    has_branches: bool = False


def play_scene(scene: Scene, folder: Path) -> None:
    """Play a scene, let the world come to rest, and look at everything."""
    setup = Setup(
        devices_count=3,
        steps_count=0,
        chances=Chances(),
        deeds=(),
        has_branches=scene.has_branches,
        has_skew=False,
    )
    world = World(folder, seed=1, setup=setup)
    chains = [counter.books.identity.device_id for counter in world.counters]
    scene.script(world)
    world.settle_down()
    check(world)
    # No file was put back, so nobody had to begin a new chain.
    assert chains == [counter.books.identity.device_id for counter in world.counters]
    world.close()


def _bill(counter: Counter, paise: int = 500) -> tuple[PartyId, VoucherId]:
    """A new party with one bill."""
    party_id, voucher_id = PartyId(counter.books.mint_id()), VoucherId(counter.books.mint_id())
    counter.books.run(AddParty(party_id=party_id, party=Party(name="Asha Stores")))
    counter.books.run(PostInvoice(voucher_id=voucher_id, party_id=party_id, amount_paise=paise))
    return party_id, voucher_id


def _amend(counter: Counter, voucher_id: VoucherId, paise: int) -> None:
    with counter.books.reading() as conn:
        writer = Writer(conn)
        voucher = version_at(writer, newest_id(writer, voucher_id)).voucher
    changed = replace(
        voucher,
        postings=(Posting(DEBTORS, paise), Posting("sales", -paise)),
        bills=tuple(bill._replace(amount_paise=paise) for bill in voucher.bills),
    )
    counter.books.run(
        AmendVoucher(
            fact_id=FactId(counter.books.mint_id()),
            voucher_id=voucher_id,
            voucher=changed,
            reason="other amount",
        )
    )


def _answers_are_lost(world: World) -> None:
    """What was sent never arrived, or its answer did not: it is sent again."""
    one = world.counters[0]
    for chances in (Chances(drop_request=ALWAYS), Chances(drop_answer=ALWAYS)):
        _bill(one)
        hello = one.line
        one.line = _OnlyPushesFail(world, hello, chances)  # type: ignore[assignment]
        world.exchange(one)
        one.line = hello


class _OnlyPushesFail:
    """A line over which everything goes but a push."""

    def __init__(self, world: World, line: Line, chances: Chances) -> None:
        self._world, self._line, self._chances = world, line, chances

    def push(self, push: Push) -> Pushed:
        faults = self._world.faults
        before, faults.chances, faults.is_quiet = faults.chances, self._chances, False
        try:
            return self._line.push(push)
        finally:
            faults.chances, faults.is_quiet = before, True

    def __getattr__(self, name: str) -> object:
        return getattr(self._line, name)


def _another_pushes_between(world: World) -> None:
    """Between one counter's hello and its push another one's facts are placed."""
    one, two, _three = world.counters
    _bill(one)
    _bill(two)
    line = one.line
    one.line = _AnotherFirst(world, line, two)  # type: ignore[assignment]
    world.exchange(one)
    one.line = line


class _AnotherFirst:
    """A line on which somebody else is always quicker."""

    def __init__(self, world: World, line: Line, other: Counter) -> None:
        self._world, self._line, self._other = world, line, other

    def push(self, push: Push) -> Pushed:
        self._world.exchange(self._other)
        return self._line.push(push)

    def __getattr__(self, name: str) -> object:
        return getattr(self._line, name)


def _two_corrections_against_one(world: World) -> None:
    """One counter corrects a bill twice while another corrects it once, and is first."""
    one, two, _three = world.counters
    _party_id, voucher_id = _bill(one)
    world.settle_down()
    _amend(one, voucher_id, 300)
    _amend(one, voucher_id, 350)
    _amend(two, voucher_id, 200)
    world.exchange(two)
    world.exchange(one)


def _a_push_comes_twice(world: World) -> None:
    """The same stretch arrives a second time, and the counter goes on before it hears of it."""
    one = world.counters[0]
    _bill(one)
    line = one.line
    one.line = _Twice(line)  # type: ignore[assignment]
    world.exchange(one)
    one.line = line
    _bill(one)


class _Twice:
    """A line that says every push twice, and loses both answers."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def push(self, push: Push) -> Pushed:
        self._line.push(push)
        self._line.push(push)
        raise LineTrouble("the answer was lost")

    def __getattr__(self, name: str) -> object:
        return getattr(self._line, name)


def _a_receipt_for_another_branch(world: World) -> None:
    """A counter of all branches takes money for a bill of a branch that has its own counter."""
    everywhere, of_b, _of_main = world.counters
    party_id, _voucher_id = _bill(of_b)
    world.settle_down()
    voucher_id = VoucherId(everywhere.books.mint_id())
    everywhere.books.run(RecordReceipt(voucher_id=voucher_id, party_id=party_id, amount_paise=200))


def _a_clerk_does_what_is_not_permitted(world: World) -> None:
    """A counter whose program asks nobody records a cancellation by a clerk."""
    one, two, _three = world.counters
    _party_id, voucher_id = _bill(one)
    clerk = UserId(two.books.mint_id())
    _employ(one, USER, Role.ADMIN)
    _employ(one, clerk, Role.CLERK)
    world.settle_down()
    with two.books.writing() as (writer, context):
        body = VoucherCancelled(voucher_id=voucher_id, base=FactId(voucher_id), reason="mine")
        record(writer, replace(context, user_id=clerk), body, context.ids.mint())
        writer.flush()


def _employ(counter: Counter, employee_id: UserId, role: Role) -> None:
    employee = Employee(name=f"The {role}", role=role)
    counter.books.run(AddEmployee(employee_id=employee_id, employee=employee))


SCENES: Mapping[str, Scene] = {
    "acknowledged_before_the_answer": Scene(_answers_are_lost),
    "place_before_the_lock": Scene(_another_pushes_between),
    "version_numbers_for_bases": Scene(_two_corrections_against_one),
    "rights_of_employees_not_checked": Scene(_a_clerk_does_what_is_not_permitted),
    "duplicates_are_new": Scene(_a_push_comes_twice),
    "claims_of_another_branch_lost": Scene(_a_receipt_for_another_branch, has_branches=True),
}
"""For each planted bug that the drawn worlds seldom meet, the scene that finds it."""
