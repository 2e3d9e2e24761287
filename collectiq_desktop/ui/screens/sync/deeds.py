"""What a person does about the exchange, each waited for: joining, moving, saving, repairing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.services.verify import Verification
from collectiq_desktop.ui.kit import Invited, Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.widgets.invitation import what_is_missing

JOINED = QT_TRANSLATE_NOOP(
    "Sentence", "Joined. Everything is being sent and fetched now; go on working meanwhile."
)
MOVED = QT_TRANSLATE_NOOP(
    "Sentence",
    "The books go on here, with new numbers. Ask head office for a code, so that they are sent.",
)
EXPORTED = QT_TRANSLATE_NOOP("Sentence", "Written. Head office or another counter takes it in.")
NOTHING_UNSENT = QT_TRANSLATE_NOOP("Sentence", "Everything was sent; there is nothing to write.")
REPAIRED = QT_TRANSLATE_NOOP("Sentence", "Worked out anew, and every check passed.")
NOT_SOUND = say("A check did not pass: look at Verify.")


class DeedsView(Protocol):
    """What the deeds tell the screen."""

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field or at the foot."""
        ...

    def show_done(self, sentence: str) -> None:
        """What was done."""
        ...

    def show_busy(self, *, is_busy: bool) -> None:
        """Something is under way for which the person waits."""
        ...


class SyncDeeds:
    """One deed at a time; `over` is told when one has changed how this counter stands."""

    def __init__(self, view: DeedsView, kit: Kit, over: Callable[[], None]) -> None:
        self._view = view
        self._kit = kit
        self._over = over
        self._is_busy = False

    def export(self, name: str) -> None:
        """Write what was not sent into a file."""
        office = self._kit.office
        if office is not None and name and self._begins():
            office.export(Path(name), done=self._exported, failed=self._failed)

    def repair(self) -> None:
        """Work everything out anew, and compare again."""
        office = self._kit.office
        if office is not None and self._begins():
            office.repair(done=self._repaired, failed=self._failed)

    def join(self, invited: Invited) -> None:
        """Join a head office with these books."""
        office = self._kit.office
        if office is None or self._is_busy:
            return
        missing = what_is_missing(invited)
        if missing is not None:
            self._view.show_problem(*missing)
        elif self._begins():
            office.join(invited, done=self._joined, failed=self._failed)

    def move_here(self) -> None:
        """The books were moved to this machine."""
        office = self._kit.office
        if office is not None and self._begins():
            office.move_here(done=self._moved, failed=self._failed)

    def _begins(self) -> bool:
        """Whether something may begin for which the person waits; one at a time."""
        if self._is_busy:
            return False
        self._set_busy(is_busy=True)
        return True

    def _exported(self, count: int) -> None:
        self._end(EXPORTED if count else NOTHING_UNSENT)

    def _repaired(self, found: Verification) -> None:
        if found.ok:
            self._end(REPAIRED)
        else:
            self._failed(CollectIQError(NOT_SOUND))
        self._kit.work.announce(Touched(nouns=set(Noun)), self)
        if self._kit.office is not None:
            self._kit.office.exchange_now()

    def _joined(self, _firm_name: str) -> None:
        self._end(JOINED)
        self._over()

    def _moved(self, _series_code: str) -> None:
        self._end(MOVED)
        self._over()

    def _end(self, sentence: str) -> None:
        self._set_busy(is_busy=False)
        self._view.show_done(sentence)

    def _failed(self, error: CollectIQError) -> None:
        self._set_busy(is_busy=False)
        self._view.show_problem(error.field or "", error.message)

    def _set_busy(self, *, is_busy: bool) -> None:
        self._is_busy = is_busy
        self._view.show_busy(is_busy=is_busy)
