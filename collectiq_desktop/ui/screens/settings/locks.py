"""When the counter locks and how far back one may date, as the settings read and save it.

No window here.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import NamedTuple, Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.queries.firm import FirmCard, FirmDetails
from collectiq_desktop.core.queries.idling import IdleLock
from collectiq_desktop.core.services.idling import SetIdleLock
from collectiq_desktop.core.services.masters import AmendFirm
from collectiq_desktop.core.services.together import Together
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.screens.settings.scoring import number_typed

SAVED = QT_TRANSLATE_NOOP("Sentence", "Saved; it holds from now on.")


class LocksTexts(NamedTuple):
    """What is typed; the days of each role by the name of the firm's field, empty for the usual."""

    minutes: str
    days: Mapping[str, str]


class LocksView(Protocol):
    """What the presenter tells the screen."""

    def show_locks(self, minutes: int, firm: Firm) -> None:
        """What holds at this counter, and for the roles, now."""
        ...

    def show_problem(self, page: str, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def show_done(self, sentence: str) -> None:
        """What is saved."""
        ...


class LocksPresenter:
    """Reads and saves them: all that was changed, or nothing."""

    def __init__(self, view: LocksView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._firm: Firm | None = None

    def begin(self) -> None:
        """Read them anew."""
        self._kit.work.ask(IdleLock(), key=(self, "minutes"), done=self._took_minutes)

    def _took_minutes(self, minutes: int) -> None:
        done = partial(self._took_firm, minutes)
        self._kit.work.ask(FirmCard(), key=(self, "days"), done=done)

    def _took_firm(self, minutes: int, details: FirmDetails) -> None:
        self._firm = details.firm
        self._view.show_locks(minutes, details.firm)

    def save(self, texts: LocksTexts) -> None:
        """Save what is typed; what is no number is refused at its field."""
        if self._firm is None:
            return
        commands: list[object] = [SetIdleLock(minutes=number_typed(texts.minutes))]
        typed = {name: number_typed(days) if days else None for name, days in texts.days.items()}
        changes = {n: days for n, days in typed.items() if days != getattr(self._firm, n)}
        if changes:
            commands.append(AmendFirm(fact_id=FactId(self._kit.ids.mint()), changes=changes))
        both = Together(commands=tuple(commands))
        self._kit.work.run(both, done=self._saved, failed=self._refused, initiator=self)

    def _saved(self, _result: object) -> None:
        self.begin()
        self._view.show_done(SAVED)

    def _refused(self, error: CollectIQError) -> None:
        self._view.show_problem("locks", error.field or "", error.message)
