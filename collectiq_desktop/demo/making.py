"""Writing the demo firm: new books, and two years of commands day by day."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path
from random import Random

from collectiq_desktop.core.books import Books, Outside
from collectiq_desktop.core.domain.calendar import IST_OFFSET_MS
from collectiq_desktop.core.domain.errors import BadInput, CollectIQError
from collectiq_desktop.core.domain.ids import TAIL_BYTES, Ids, ItemId, PartyId, id_of
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.masters import AddItem
from collectiq_desktop.core.services.parties import AddParty
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.core.services.verify import Anchors
from collectiq_desktop.demo.chance import Act, Buyer, Chance
from collectiq_desktop.demo.people import Habit, retailers
from collectiq_desktop.demo.tale import tale_of
from collectiq_desktop.demo.words import read_words

TRADED_DAYS = 730
MOST_PARTIES, MOST_VOUCHERS = 100_000, 2_000_000
_DAY_MS = 86_400_000
_OPENING_HOUR_MS = 10 * 3_600_000
_EPOCH_ON = date(1970, 1, 1)


@dataclass(slots=True)
class MovingClock:
    """A clock that stands where the tale of the demo firm has got to."""

    on: date
    passed_ms: int = 0

    def now_at(self) -> int:
        """Ten in the morning in India, and a little later each time."""
        self.passed_ms += 1
        midnight_at = (self.on - _EPOCH_ON).days * _DAY_MS - IST_OFFSET_MS
        return midnight_at + _OPENING_HOUR_MS + self.passed_ms

    def today_on(self) -> date:
        """The day of the tale."""
        return self.on

    def move_to(self, on: date) -> None:
        """Open the shop on another day."""
        if on != self.on:
            self.on, self.passed_ms = on, 0


@dataclass(frozen=True, slots=True)
class DrawnIds:
    """Ids from a seed, so that the same seed makes the same books."""

    rng: Random
    clock: MovingClock

    def mint(self) -> bytes:
        """The next id of this seed."""
        return id_of(self.clock.now_at(), self.rng.randbytes(TAIL_BYTES))


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoOutside:
    """What the books are handed while the demo firm is written."""

    clock: MovingClock
    ids: Ids
    anchors: Anchors | None


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoFirm:
    """What was made.

    Args:
        owner: in whose name the machine acts where nobody has signed in.
        done: how often each command was carried out, by its name.
    """

    name: str
    owner: str
    first_on: date
    last_on: date
    parties_count: int
    vouchers_count: int
    habits: dict[Habit, int]
    agents: tuple[str, ...]
    done: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoPlan:
    """What is wanted."""

    parties_count: int
    vouchers_count: int
    seed: int


def make_demo_firm(
    path: Path,
    plan: DemoPlan,
    *,
    outside: Outside,
    words_folder: Path,
    progress: Progress,
) -> DemoFirm:
    """Write new books of a believable firm.

    Raises:
        BadInput: more is asked for than a wholesaler has, or less than nothing.
        BooksTrouble: a file already lies there, or cannot be written.
    """
    _check(plan)
    rng = Random(plan.seed)
    words = read_words(words_folder)
    today_on = outside.clock.today_on()
    first_on = today_on - timedelta(days=TRADED_DAYS)
    clock = MovingClock(first_on)
    ids = DrawnIds(rng, clock)
    drawn = list(retailers(plan.parties_count, words, rng))
    # Two demo firms of one seed are two firms: only their trade is alike.
    fresh = DemoOutside(clock=clock, ids=outside.ids, anchors=outside.anchors)
    Books.create(path, words.firm, fresh).close()
    drawn_outside = DemoOutside(clock=clock, ids=ids, anchors=outside.anchors)
    books = Books.open(path, drawn_outside)
    try:
        buyers = [Buyer(PartyId(ids.mint()), retailer) for retailer in drawn]
        masters = [AddItem(item_id=ItemId(ids.mint()), item=item) for item in words.items]
        parties = [AddParty(party_id=b.party_id, party=b.retailer.party) for b in buyers]
        _carry_out(books, [*masters, *parties])
        chance = Chance(rng=rng, ids=ids, first_on=first_on, last_on=today_on)
        owner_id = books.identity.user_id
        tale = tale_of(words, chance, buyers, owner_id, plan.vouchers_count)
        _live_through(books, clock, tale.acts, progress)
        tale.staff.set_passwords(books)
    finally:
        books.close()
    return DemoFirm(
        name=words.firm.name,
        owner=words.staff.owner,
        first_on=first_on,
        last_on=today_on,
        parties_count=plan.parties_count,
        vouchers_count=plan.vouchers_count,
        habits={habit: sum(r.habit is habit for r in drawn) for habit in Habit},
        agents=words.staff.agents,
        done=Counter(type(act.command).__name__ for act in tale.acts),
    )


def _check(plan: DemoPlan) -> None:
    if not 1 <= plan.parties_count <= MOST_PARTIES:
        message = say("A demo firm has 1 to {most} parties.", most=MOST_PARTIES)
        raise BadInput(message, field="parties")
    if not 0 <= plan.vouchers_count <= MOST_VOUCHERS:
        message = say("A demo firm has 0 to {most} vouchers.", most=MOST_VOUCHERS)
        raise BadInput(message, field="vouchers")


def _live_through(books: Books, clock: MovingClock, acts: list[Act], progress: Progress) -> None:
    done = 0
    for (on, by), of_turn in groupby(acts, key=lambda act: (act.on, act.by)):
        clock.move_to(on)
        books.acting = by
        commands = [act.command for act in of_turn]
        _carry_out(books, commands)
        done += len(commands)
        progress(done, len(acts))
    books.acting = None


def _carry_out(books: Books, commands: Iterable[object]) -> None:
    """Carry out commands that the books must take; a refusal here is our mistake."""
    wanted = list(commands)
    for result in books.run_many(iter(wanted), len(wanted)):
        assert not isinstance(result, CollectIQError), str(result)
