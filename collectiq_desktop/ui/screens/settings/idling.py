"""When this counter locks itself, as the settings read and save it. No window here."""

from __future__ import annotations

from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.queries.idling import IdleLock
from collectiq_desktop.core.services.idling import SetIdleLock
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.settings.scoring import number_typed

SAVED = QT_TRANSLATE_NOOP("Sentence", "Saved; it holds at this counter from now on.")


class IdlingView(Protocol):
    """What the presenter tells the screen."""

    def show_idle_minutes(self, minutes: int) -> None:
        """What holds now."""
        ...

    def show_problem(self, page: str, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def show_done(self, sentence: str) -> None:
        """What is saved."""
        ...


class IdlingPresenter:
    """Reads and saves the minutes."""

    def __init__(self, view: IdlingView, kit: Kit) -> None:
        self._view = view
        self._kit = kit

    def begin(self) -> None:
        """Read them anew."""
        self._kit.work.ask(IdleLock(), key=(self, "minutes"), done=self._view.show_idle_minutes)

    def save(self, minutes: str) -> None:
        """Save what is typed; what is no number is refused at its field."""
        command = SetIdleLock(minutes=number_typed(minutes))
        self._kit.work.run(command, done=self._saved, failed=self._refused, initiator=self)

    def _saved(self, _result: object) -> None:
        self.begin()
        self._view.show_done(SAVED)

    def _refused(self, error: CollectIQError) -> None:
        self._view.show_problem("counter", error.field or "", error.message)
