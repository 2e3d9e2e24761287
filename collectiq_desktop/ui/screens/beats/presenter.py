"""The beats, and one of them as its days and its order are changed. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.beats import BeatPlan, BeatPlans
from collectiq_desktop.core.queries.parties import PartyList, PartyPage, PartyRow
from collectiq_desktop.core.services.runsheets import PlanBeat
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

SAVED = QT_TRANSLATE_NOOP("Sentence", "Saved; sheets and phones go in this order from now on.")
NOTHING_CHANGED = QT_TRANSLATE_NOOP("Sentence", "Nothing was changed.")
SAVE_FIRST = QT_TRANSLATE_NOOP(
    "Sentence", "This beat is not saved: Ctrl+A saves it, Esc throws the changes away."
)
_KEY, _PARTIES = "beats", "beats parties"
_MOST_PARTIES = 20_000


class BeatLine(NamedTuple):
    """A beat of the list; `is_changed` where it is not saved."""

    plan: BeatPlan
    is_changed: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """The beat that is shown, as it is typed.

    Args:
        weekdays: 0 for Monday to 6 for Sunday.
        stops: all its parties, in the order in which they are called on.
    """

    plan: BeatPlan
    weekdays: tuple[int, ...]
    stops: tuple[PartyRow, ...]
    is_changed: bool = False


class BeatsView(Protocol):
    """What the presenter tells the screen."""

    def show_beats(self, lines: Sequence[BeatLine]) -> None:
        """The list."""
        ...

    def show_beat(self, shown: Shown | None) -> None:
        """One beat with its days and parties; None where there is no beat."""
        ...

    def stand_on_stop(self, row: int) -> None:
        """The cursor follows a party that was moved."""
        ...

    def stand_on_beat(self, row: int) -> None:
        """The cursor goes back to the beat that is not saved."""
        ...

    def say(self, sentence: str, *, is_bad: bool) -> None:
        """What was done, or why it was not."""
        ...


class BeatsPresenter:
    """One beat at a time is changed, and saved whole."""

    def __init__(self, view: BeatsView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._plans: tuple[BeatPlan, ...] = ()
        self._shown: Shown | None = None

    @property
    def is_changed(self) -> bool:
        """Whether what is shown is not saved."""
        return self._shown is not None and self._shown.is_changed

    def begin(self) -> None:
        """Ask for the list."""
        self._kit.work.ask(BeatPlans(), key=_KEY, done=self._took)

    def books_changed(self, touched: Touched) -> None:
        """A party may stand in another beat; what is half done is left alone."""
        if touched.nouns & {Noun.PARTY, Noun.COLLECTING} and not self.is_changed:
            self.begin()

    def choose(self, plan: BeatPlan) -> None:
        """Show a beat; one that is not saved is not left."""
        shown = self._shown
        if shown is not None and shown.is_changed:
            if plan.beat != shown.plan.beat:
                self._view.stand_on_beat(self._row_of(shown.plan.beat))
                self._view.say(SAVE_FIRST, is_bad=True)
            return

        def took(page: PartyPage) -> None:
            stops = in_order(plan, page.rows)
            self._show(Shown(plan=plan, weekdays=plan.weekdays, stops=stops))

        ask = PartyList(beat=plan.beat, limit=_MOST_PARTIES)
        self._kit.work.ask(ask, key=_PARTIES, done=took)

    def toggle_day(self, day: int) -> None:
        """The beat is walked on this day of the week, or no more."""
        if self._shown is not None:
            days = set(self._shown.weekdays) ^ {day}
            self._show(replace(self._shown, weekdays=tuple(sorted(days)), is_changed=True))

    def move(self, row: int, step: int) -> None:
        """Call on a party earlier (-1) or later (1)."""
        shown = self._shown
        if shown is None or not (
            0 <= row < len(shown.stops) and 0 <= row + step < len(shown.stops)
        ):
            return
        stops = list(shown.stops)
        stops.insert(row + step, stops.pop(row))
        self._show(replace(shown, stops=tuple(stops), is_changed=True))
        self._view.stand_on_stop(row + step)

    def throw_away(self) -> None:
        """The beat is as it was saved last."""
        shown = self._shown
        if shown is not None:
            self._shown = None
            self.begin()
            self.choose(shown.plan)

    def open(self, party: PartyRow) -> None:
        """The party."""
        self._kit.navigation.go(Place(screen="party", party_id=party.party_id))

    def save(self) -> None:
        """Put the days and the order into the books."""
        shown = self._shown
        if shown is None or not shown.is_changed:
            self._view.say(NOTHING_CHANGED, is_bad=False)
            return
        command = PlanBeat(
            fact_id=FactId(self._kit.ids.mint()),
            beat=shown.plan.beat,
            weekdays=shown.weekdays,
            party_ids=tuple(stop.party_id for stop in shown.stops),
        )
        self._kit.work.run(command, done=self._saved, failed=self._failed, initiator=self)

    def _saved(self, _result: object) -> None:
        if self._shown is not None:
            self._shown = replace(self._shown, is_changed=False)
        self._view.say(SAVED, is_bad=False)
        self.begin()

    def _failed(self, error: CollectIQError) -> None:
        self._view.say(error.message, is_bad=True)

    def _took(self, plans: tuple[BeatPlan, ...]) -> None:
        self._plans = plans
        shown = self._shown
        beat = shown.plan.beat if shown is not None else ""
        plan = next((each for each in plans if each.beat == beat), plans[0] if plans else None)
        self._show_list()
        if plan is None:
            self._shown = None
            self._view.show_beat(None)
        else:
            self.choose(plan)

    def _show(self, shown: Shown) -> None:
        was_changed = self.is_changed
        self._shown = shown
        if was_changed is not shown.is_changed:
            self._show_list()
        self._view.show_beat(shown)

    def _show_list(self) -> None:
        changed = self._shown.plan.beat if self._shown is not None and self.is_changed else None
        self._view.show_beats([BeatLine(plan, plan.beat == changed) for plan in self._plans])

    def _row_of(self, beat: str) -> int:
        return next((n for n, plan in enumerate(self._plans) if plan.beat == beat), 0)


def in_order(plan: BeatPlan, parties: Sequence[PartyRow]) -> tuple[PartyRow, ...]:
    """The parties that the beat has now: the planned ones first, then the others by name."""
    places = {party_id: n for n, party_id in enumerate(plan.stops)}
    there = [party for party in parties if party.is_active]
    there.sort(key=lambda party: places.get(party.party_id, len(places)))
    return tuple(there)
