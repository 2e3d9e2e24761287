"""Short worlds written by hand, for what chance seldom brings about in the drawn ones.

The parts are the same and so are the invariants; only the day's work is told.

Source: sync page §6.10: rare reorderings need tests written for them, not more seeds.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from sqlalchemy import select

from collectiq_desktop.core.domain.ids import BatchId, FactId, PartyId, UserId, VoucherId
from collectiq_desktop.core.domain.party import Party
from collectiq_desktop.core.domain.roles import Employee, Role
from collectiq_desktop.core.domain.vouchers import (
    DEBTORS,
    Claim,
    Mode,
    Posting,
    Voucher,
    VoucherKind,
)
from collectiq_desktop.core.services import enrolling, ordering
from collectiq_desktop.core.services.cheques import BounceCheque, DepositCheque
from collectiq_desktop.core.services.corrections import AmendVoucher, CancelVoucher
from collectiq_desktop.core.services.employees import AddEmployee, AmendEmployee
from collectiq_desktop.core.services.imports import BeginImport, TakeInVoucher, UndoImport
from collectiq_desktop.core.services.invoices import PostInvoice
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.services.receipts import RecordReceipt
from collectiq_desktop.core.services.record import record
from collectiq_desktop.core.storage import held, tables
from collectiq_desktop.core.storage.corrections import newest_id, version_at
from collectiq_desktop.core.storage.writer import Writer
from collectiq_desktop.core.wire.facts import VoucherCancelled
from collectiq_desktop.core.wire.peer import LineTrouble, Push, Pushed
from tests.simulation.faults import Chances, Line
from tests.simulation.invariants import check
from tests.simulation.shops import SERVER_KEY, USER, Counter
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
    _correct(counter, voucher_id, changed)


def _correct(counter: Counter, voucher_id: VoucherId, changed: Voucher) -> None:
    fact_id = FactId(counter.books.mint_id())
    amended = AmendVoucher(
        fact_id=fact_id, voucher_id=voucher_id, voucher=changed, reason="other amount"
    )
    counter.books.run(amended)


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


def _a_right_is_taken_meanwhile(world: World) -> None:
    """A clerk may cancel, loses that at one counter, and cancels at another that has not heard."""
    one, two, _three = world.counters
    _party_id, voucher_id = _bill(one)
    clerk = UserId(two.books.mint_id())
    _employ(one, USER, Role.ADMIN)
    _employ(one, clerk, Role.ADMIN)
    world.settle_down()
    fact_id = FactId(one.books.mint_id())
    one.books.run(AmendEmployee(fact_id=fact_id, employee_id=clerk, changes={"role": Role.CLERK}))
    world.exchange(one)
    two.books.acting = clerk
    fact_id = FactId(two.books.mint_id())
    two.books.run(CancelVoucher(fact_id=fact_id, voucher_id=voucher_id, reason="mine"))


def _both_were_put_back(world: World) -> None:
    """Counter and server lose the same evening; the counter goes on, and a third remembers."""
    one, two, _three = world.counters
    world.settle_down()
    world.save_counter(one)
    world.save_server(one)
    _bill(one)
    world.exchange(one)
    world.exchange(two)
    world.restore_counter(one)
    world.restore_server(one)
    party_id = PartyId(one.books.mint_id())
    one.books.run(AddParty(party_id=party_id, party=Party(name="Bina Stores")))
    world.exchange(one)
    world.exchange(two)


def _a_cheque_bounces_twice(world: World) -> None:
    """Two counters hear of the same returned cheque, and both take it back."""
    one, two, _three = world.counters
    cheque_id = _deposited(one)
    world.settle_down()
    for counter in (one, two):
        _bounce(counter, cheque_id)
    world.exchange(one)


def _a_cheque_bounces_that_took_less(world: World) -> None:
    """A cheque over more than its bill has open, because another counter was paid meanwhile."""
    one, two, _three = world.counters
    party_id, _voucher_id = _bill(one)
    world.settle_down()
    paid_id, cheque_id = VoucherId(two.books.mint_id()), VoucherId(one.books.mint_id())
    two.books.run(RecordReceipt(voucher_id=paid_id, party_id=party_id, amount_paise=300))
    one.books.run(_by_cheque(cheque_id, party_id))
    world.exchange(two)
    world.settle_down()
    _deposit(one, cheque_id)
    _bounce(one, FactId(cheque_id))


def _by_cheque(voucher_id: VoucherId, party_id: PartyId) -> RecordReceipt:
    return RecordReceipt(
        voucher_id=voucher_id,
        party_id=party_id,
        amount_paise=500,
        mode=Mode.CHEQUE,
        reference="123456",
    )


def _deposited(counter: Counter) -> FactId:
    """A cheque that pays a bill, at the bank."""
    party_id, _voucher_id = _bill(counter)
    voucher_id = VoucherId(counter.books.mint_id())
    counter.books.run(_by_cheque(voucher_id, party_id))
    _deposit(counter, voucher_id)
    return FactId(voucher_id)


def _deposit(counter: Counter, voucher_id: VoucherId) -> None:
    contra_id = VoucherId(counter.books.mint_id())
    counter.books.run(DepositCheque(voucher_id=contra_id, cheque_id=FactId(voucher_id)))


def _bounce(counter: Counter, cheque_id: FactId) -> None:
    voucher_id = VoucherId(counter.books.mint_id())
    counter.books.run(BounceCheque(voucher_id=voucher_id, cheque_id=cheque_id, reason="no funds"))


def _deposited_where_the_bounce_was_not_known(world: World) -> None:
    """One counter deposits a cheque and has it back; another deposits it as if it were new.

    That deposit credits nobody, since the receipt did when it was made; so it cannot stand,
    or the next bounce would take from the party what it never got.
    """
    one, two, _three = world.counters
    party_id, _bill_id = _bill(one)
    cheque_id = VoucherId(one.books.mint_id())
    one.books.run(_by_cheque(cheque_id, party_id))
    world.settle_down()
    _deposit(one, cheque_id)
    _bounce(one, FactId(cheque_id))
    _deposit(two, cheque_id)
    _bounce(two, FactId(cheque_id))
    world.settle_down()
    # A deposit by who knows of the bounce credits the party again.
    _deposit(two, cheque_id)


def _revoke(world: World, counter: Counter) -> None:
    with world.server.writing() as (writer, context):
        fact_id = FactId(context.ids.mint())
        enrolling.revoke(writer, context, counter.books.identity.device_id, fact_id, "lost")
        writer.flush()
        ordering.seal_own(writer, context, SERVER_KEY)


def _all_places_of_a_branch_are_lost(world: World) -> None:
    """A counter hears that the server was put back, and that it may take part no more."""
    one, two, _three = world.counters
    world.save_server(two)
    _bill(one)
    world.exchange(one)
    world.restore_server(two)
    _revoke(world, one)


def _employ(counter: Counter, employee_id: UserId, role: Role) -> None:
    employee = Employee(name=f"{role} {employee_id.hex()}", role=role)
    counter.books.run(AddEmployee(employee_id=employee_id, employee=employee))


def _amended_into_another_branch(world: World) -> None:
    """A receipt of one branch is amended to pay a bill of another, which never saw it before.

    The other branch then cancels it, and has its bill open again.
    """
    everywhere, of_b, of_main = world.counters
    party_id, bill_id = _bill(of_main)
    world.settle_down()
    receipt_id = VoucherId(of_b.books.mint_id())
    of_b.books.run(RecordReceipt(voucher_id=receipt_id, party_id=party_id, amount_paise=200))
    world.settle_down()
    with everywhere.books.reading() as conn:
        voucher = version_at(Writer(conn), receipt_id).voucher
    changed = replace(voucher, claims=(Claim(bill_id, 1, -200),))
    _correct(everywhere, receipt_id, changed)
    world.settle_down()
    check(world)
    assert _open_paise(of_main, bill_id) == 300
    fact_id = FactId(of_main.books.mint_id())
    of_main.books.run(CancelVoucher(fact_id=fact_id, voucher_id=receipt_id, reason="wrong"))
    world.settle_down()
    assert [_open_paise(each, bill_id) for each in (everywhere, of_main)] == [500, 500]


def _open_paise(counter: Counter, bill_id: VoucherId) -> int:
    bill, voucher = tables.bill.c, tables.voucher.c
    statement = select(bill.open_paise).join(
        tables.voucher, voucher.voucher_row == bill.voucher_row
    )
    with counter.books.reading() as conn:
        return int(conn.execute(statement.where(voucher.voucher_id == bill_id)).scalar_one())


def _a_document_that_came_twice_and_went_once(world: World) -> None:
    """Two counters take the same document in; what the first brought is taken back."""
    one, two, _three = world.counters
    party_id, _bill_id = _bill(one)
    world.settle_down()
    batch_id = _take_in(two, party_id)
    _take_in(one, party_id)
    world.exchange(two)
    undone = UndoImport(fact_id=FactId(two.books.mint_id()), batch_id=batch_id, reason="twice")
    two.books.run(undone)
    world.exchange(two)


def _take_in(counter: Counter, party_id: PartyId) -> BatchId:
    books = counter.books
    batch_id, on = BatchId(books.mint_id()), counter.clock.today_on()
    books.run(BeginImport(batch_id=batch_id, source="tally"))
    voucher = Voucher(
        kind=VoucherKind.RECEIPT,
        number="T/1",
        on=on,
        party_id=party_id,
        postings=(Posting("cash", 100), Posting(DEBTORS, -100)),
    )
    taken_in = TakeInVoucher(
        fact_id=FactId(books.mint_id()),
        voucher=voucher,
        batch_id=batch_id,
        origin_key="tally:1",
        change="1",
    )
    books.run(taken_in)
    return batch_id


def _judged_before_a_restore(world: World) -> None:
    """What was held is rejected or released; then the server loses all of it."""
    one, two, _three = world.counters
    _bill(one)
    world.settle_down()
    _revoke(world, two)
    world.save_server(one)
    for _n in range(2):
        _bill(two)
    world.exchange(two)
    world.exchange(one)
    with world.server.reading() as conn:
        waiting = held.all_held(conn)
    with world.server.writing() as (writer, context):
        for n, each in enumerate(waiting):
            judged = (writer, context, FactId(each.fact_id), context.ids.mint())
            if n % 2:
                ordering.reject(*judged, reason="no")
            else:
                ordering.release(*judged)
        writer.flush()
        ordering.seal_own(writer, context, SERVER_KEY)
    world.exchange(one)
    world.restore_server(one)
    world.settle_down()


MET: Mapping[str, Scene] = {
    "amended_into_another_branch": Scene(_amended_into_another_branch, has_branches=True),
    "a_document_that_came_twice_and_went_once": Scene(_a_document_that_came_twice_and_went_once),
    "deposited_where_the_bounce_was_not_known": Scene(_deposited_where_the_bounce_was_not_known),
    "all_places_of_a_branch_are_lost": Scene(_all_places_of_a_branch_are_lost),
    "judged_before_a_restore": Scene(_judged_before_a_restore),
}
"""What drawn worlds once fell over, told by hand."""

SCENES: Mapping[str, Scene] = {
    "acknowledged_before_the_answer": Scene(_answers_are_lost),
    "place_before_the_lock": Scene(_another_pushes_between),
    "version_numbers_for_bases": Scene(_two_corrections_against_one),
    "rights_of_employees_not_checked": Scene(_a_clerk_does_what_is_not_permitted),
    "corrections_by_rights_of_before": Scene(_a_right_is_taken_meanwhile),
    "cheque_steps_not_judged": Scene(_a_cheque_bounces_twice),
    "bounce_gives_back_more": Scene(_a_cheque_bounces_that_took_less),
    "other_histories_are_sent": Scene(_both_were_put_back),
    "duplicates_are_new": Scene(_a_push_comes_twice),
    "claims_of_another_branch_lost": Scene(_a_receipt_for_another_branch, has_branches=True),
}
"""For each planted bug that the drawn worlds seldom meet, the scene that finds it."""
