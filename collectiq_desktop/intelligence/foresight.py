"""The door of this room: what is foretold of the firm in some books.

    foresight = Foresight(books, folder_of)
    look = foresight.look(today_on)
    for party in look.people(): ...

A look reads the books and takes what was learned; it can then be asked anything
without them. Learning takes long and loads scikit-learn, so whoever has a window
does it in a process of its own; see `apart`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from collectiq_desktop import paths
from collectiq_desktop.core.domain.errors import BadInput, Refused
from collectiq_desktop.core.domain.risk import ForecastLine, RiskSettings
from collectiq_desktop.core.domain.saying import NOTHING, Sentence, say
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.core.queries.risk import ScoringSetups
from collectiq_desktop.intelligence.categories import Pin
from collectiq_desktop.intelligence.covering import covered
from collectiq_desktop.intelligence.drift import drifted_now, is_refit_due, without_drifted
from collectiq_desktop.intelligence.forecast import collection_forecast
from collectiq_desktop.intelligence.kept import Asked, history_kept
from collectiq_desktop.intelligence.modelset import ModelSet, tasks_with
from collectiq_desktop.intelligence.people import Before, Memory, PartyAhead, people
from collectiq_desktop.intelligence.reasons import Witness
from collectiq_desktop.intelligence.remembered import drifted, note_drift, remember, remembered
from collectiq_desktop.intelligence.reminders import USUAL_THRESHOLD, chances_today, threshold_for
from collectiq_desktop.intelligence.shelf import Shelf
from collectiq_desktop.intelligence.sight import Outlook, Sight, outlook, sight_of
from collectiq_desktop.intelligence.tasks import RiskTask

Going = Callable[[int, int], None]
"""Told how many steps of how many are done; what it raises ends the work."""


def firm_folder(firm_id: bytes) -> Path:
    """Where what was learned of a firm lies on this machine, and what is kept for speed."""
    return paths.data_folder() / "intelligence" / firm_id.hex()


@dataclass
class Look:
    """The shop at the end of a day, with all that is foretold of it.

    Args:
        problem: why what was learned is not used, where it might be expected to be.
        version: of what was learned; 0 where nothing was.
        calls_a_day: how many can be made; 0 where nobody counts.
    """

    sight: Sight
    problem: Sentence = NOTHING
    version: int = 0
    _before: Mapping[bytes, Before] = field(default_factory=dict)
    _outlook: Outlook | None = None
    calls_a_day: int = 0

    @property
    def outlook(self) -> Outlook:
        """What is to be expected of everybody, in columns."""
        if self._outlook is None:
            self._outlook = outlook(self.sight)
        return self._outlook

    def people(
        self, pins: Mapping[bytes, Pin] | None = None, reminder_threshold: float | None = None
    ) -> list[PartyAhead]:
        """What is said of each party, by name.

        Args:
            pins: categories that an admin has set, by party id.
            reminder_threshold: None takes the one of the calls that can be made in a day.
        """
        threshold = self._threshold() if reminder_threshold is None else reminder_threshold
        memory = Memory(self._before, pins or {}, threshold)
        return people(self.sight, self.outlook, memory)

    def _threshold(self) -> float:
        """From which chance of becoming late a party is reminded."""
        if not self.calls_a_day:
            return USUAL_THRESHOLD
        return threshold_for(
            chances_today(self.outlook.bills.late_days, self.outlook.bills.late_chance),
            self.calls_a_day,
        )

    def forecast(self) -> tuple[ForecastLine, ...]:
        """What will come in within 7, 15 and 30 days."""
        bills, day = self.outlook.bills, self.sight.day
        return collection_forecast(bills, day, covered(self.sight, bills), day - 1)

    def witness(self, party_id: bytes) -> Witness:
        """One party, to be asked for reasons and what-ifs.

        Raises:
            BadInput: there is no such party.
        """
        for at, member in enumerate(self.sight.history.members):
            if member.party_id == party_id:
                return Witness.of(self.sight, at)
        message = say("This party is not in the books; choose one from the list or add it.")
        raise BadInput(message, field="party")


class Foresight:
    """What is foretold of the firm in some books.

    Args:
        folder: where things are kept for this firm; None keeps and learns nothing.
    """

    def __init__(self, books: Asked, folder: Path | None) -> None:
        self._books, self._folder = books, folder
        self._firm_id = books.ask(FirmCard()).firm_id.hex()

    @property
    def shelf(self) -> Shelf | None:
        """The versions of what was learned."""
        return Shelf(self._folder, self._firm_id) if self._folder else None

    def look(self, today_on: date) -> Look:
        """The shop at the end of a day."""
        history = history_kept(self._books, self._folder)
        shelf, wanted = self.shelf, self._settings
        risk = RiskTask(wanted.over_days, wanted.within_days)
        if shelf is None:
            sight = sight_of(history, today_on, risk=risk)
            return Look(sight, calls_a_day=wanted.calls_a_day)
        taken = shelf.take(today_on)
        models, problem = taken.models, taken.problem
        off = drifted(self._folder, taken.version)
        if models is not None and off:
            models = without_drifted(models, off)
            problem = say("What was learned no longer holds. Payment habits alone are used.")
        return Look(
            sight_of(history, today_on, models, risk),
            problem,
            taken.version,
            remembered(self._folder),
            calls_a_day=wanted.calls_a_day,
        )

    @property
    def _settings(self) -> RiskSettings:
        return self._books.ask(ScoringSetups()).settings

    def remember(self, found: list[PartyAhead]) -> None:
        """Keep what parties are today, so that they do not change class at every whim."""
        remember(self._folder, found)

    def learn(self, today_on: date, going: Going) -> ModelSet:
        """Learn anew from all that is known, and use it.

        Raises:
            Refused: there is no folder to keep it in, or it cannot be written.
        """
        from collectiq_desktop.intelligence.learning import train

        shelf = self.shelf
        if shelf is None:
            raise Refused(say("What is learned needs a folder to be kept in."))
        history = history_kept(self._books, self._folder)
        tasks = tasks_with(RiskTask(self._settings.over_days, self._settings.within_days))
        models = train(history, self._firm_id, today_on.toordinal() + 1, going, tasks)
        try:
            shelf.put(models)
        except OSError as trouble:
            message = say(
                "What was learned cannot be written to {folder}. What was used before stays.",
                folder=self._folder,
            )
            raise Refused(message) from trouble
        return models

    def roll_back(self) -> int:
        """Use the version of what was learned before the one that is used.

        Raises:
            Refused: there is none before it.
        """
        shelf = self.shelf
        return shelf.roll_back() if shelf else 0

    def is_learning_due(self, today_on: date) -> bool:
        """Whether to learn anew: a month or 500 bills have passed, or what was learned drifted."""
        look = self.look(today_on)
        if self._folder is None or look.sight.models is None:
            return look.sight.has_scores
        found = drifted_now(look.sight)
        note_drift(self._folder, look.version, found)
        return bool(found) or is_refit_due(look.sight)
