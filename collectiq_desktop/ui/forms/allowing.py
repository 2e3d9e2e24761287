"""Somebody's word at a stop: who may say it, and how it gets into the books. No window here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any, NamedTuple, Protocol

from collectiq_desktop.core.domain.errors import CollectIQError, DayNotAllowed
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.queries.allowers import Allowers
from collectiq_desktop.core.queries.employees import EmployeeRow
from collectiq_desktop.core.services.allowing import AllowDay
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.work.lanes import Failed


class Word(NamedTuple):
    """What somebody says, so that something passes that was stopped.

    Args:
        by: who says it, None for whoever has signed in.
        words: that one's PIN or password.
        until_on: of a party over its limits: for every sale until this day.
    """

    by: EmployeeRow | None
    words: str
    reason: str
    until_on: date | None = None


class AllowView(Protocol):
    """What is told to the screen at a stop."""

    def show_allowers(self, allowers: Sequence[EmployeeRow], *, is_own: bool) -> None:
        """Who may let it pass; `is_own` where whoever has signed in may."""
        ...

    def close_allowing(self) -> None:
        """It is let pass."""
        ...


class Allowing:
    """Asks who may say it, and sends what is said."""

    def __init__(self, view: AllowView, kit: Kit) -> None:
        self._view = view
        self._kit = kit

    def ask(self, who_may: Allowers) -> None:
        """Show who may: whoever has signed in, or others by their words."""
        session = self._kit.session
        who = session.who if session is not None and session.is_needed else None
        if who is None:
            self._view.show_allowers((), is_own=True)
            return

        def took(rows: tuple[EmployeeRow, ...]) -> None:
            is_own = any(row.employee_id == who.employee_id for row in rows)
            self._view.show_allowers(() if is_own else rows, is_own=is_own)

        self._kit.work.ask(who_may, key=(self, "allowers"), done=took)

    def say(
        self, command: object, word: Word, *, done: Callable[[Any], None], failed: Failed
    ) -> None:
        """Record a command by whoever says the word for it."""
        session = self._kit.session
        if word.by is None or session is None:
            self._kit.work.run(command, done=done, failed=failed, initiator=self)
        else:
            session.act_as(word.by, word.words, command, done=done, failed=failed)


class DayStop:
    """A day that may not be dated: stopped at, and let pass by somebody's word."""

    def __init__(self, view: AllowView, kit: Kit, failed: Failed) -> None:
        self._view = view
        self._kit = kit
        self._failed = failed
        self.allowing = Allowing(view, kit)
        self._early_on: date | None = None

    @property
    def is_stopped(self) -> bool:
        """Whether it is the day that somebody's word is asked for."""
        return self._early_on is not None

    def forget(self) -> None:
        """Nothing is stopped."""
        self._early_on = None

    def stopped(self, error: CollectIQError) -> None:
        """Something failed: at a day that somebody may let pass, ask who."""
        self._early_on = error.from_on if isinstance(error, DayNotAllowed) else None
        if self._early_on is not None:
            self.allowing.ask(Allowers(from_on=self._early_on))

    def allow(self, word: Word, for_ids: tuple[FactId, ...], done: Callable[[], None]) -> None:
        """Record somebody's word for these facts, and go on."""
        assert self._early_on is not None, "a word is asked for at a stop"
        command = AllowDay(
            fact_id=FactId(self._kit.ids.mint()),
            for_ids=for_ids,
            from_on=self._early_on,
            reason=word.reason,
        )

        def allowed(_fact_id: FactId) -> None:
            self.forget()
            self._view.close_allowing()
            done()

        self.allowing.say(command, word, done=allowed, failed=self._failed)
