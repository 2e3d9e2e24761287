"""The books proved: what is looked at, what was found, and what to do about it. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from typing import NamedTuple, Protocol

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.core.services.verify import Verification
from collectiq_desktop.ui.kit import Kit

CHECKS = ("file", "chain", "vouchers", "parties", "numbers", "anchor", "rebuild")
_KEY = "verify"


class State(StrEnum):
    """How one check stands."""

    WAITING = "waiting"
    UNDER_WAY = "under way"
    SOUND = "sound"
    WRONG = "wrong"
    LEFT_OUT = "left out"


class Doing(StrEnum):
    """What is under way."""

    VERIFYING = "verifying"
    REBUILDING = "rebuilding"


class CheckLine(NamedTuple):
    """One check: its name, how it stands, and what it found."""

    name: str
    state: State
    detail: str = ""


class VerifyView(Protocol):
    """What the presenter tells the screen."""

    def show_checks(self, lines: Sequence[CheckLine]) -> None:
        """Every check."""
        ...

    def show_progress(self, doing: Doing, done_count: int, whole_count: int) -> None:
        """How far it has come."""
        ...

    def show_idle(self) -> None:
        """Nothing is under way."""
        ...

    def show_verified(self, facts_count: int, wrong: Sequence[str]) -> None:
        """What was proved, and the checks that found something wrong."""
        ...

    def show_rebuilt(self) -> None:
        """The books are made anew from their facts."""
        ...

    def show_stopped(self) -> None:
        """It was stopped; nothing was changed."""
        ...

    def show_failed(self, sentence: str) -> None:
        """It could not be done."""
        ...


class VerifyPresenter:
    """One proof, or one rebuild, at a time."""

    def __init__(self, view: VerifyView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self.doing: Doing | None = None

    def begin(self) -> None:
        """Every check waits."""
        self._view.show_checks([CheckLine(name, State.WAITING) for name in CHECKS])

    def verify(self, *, is_quick: bool = False) -> None:
        """Prove the books; a quick look leaves the rebuild out."""
        if self.doing is not None:
            return
        self._view.show_checks([CheckLine(name, State.UNDER_WAY) for name in CHECKS])

        def job(books: Books, progress: Progress) -> Verification:
            return books.verify(progress, is_quick=is_quick)

        self._begin(Doing.VERIFYING)
        self._kit.work.begin(
            job,
            key=_KEY,
            done=self._verified,
            failed=self._failed,
            progress=self._teller(Doing.VERIFYING),
        )

    def rebuild(self) -> None:
        """Make everything but the log anew from the facts, and swap the files."""
        if self.doing is not None:
            return

        def job(books: Books, progress: Progress) -> None:
            books.rebuild(progress)

        self._begin(Doing.REBUILDING)
        self._kit.work.begin(
            job,
            key=_KEY,
            done=self._rebuilt,
            failed=self._failed,
            progress=self._teller(Doing.REBUILDING),
            is_writing=True,
        )

    def stop(self) -> bool:
        """Stop what is under way; False where nothing is."""
        if self.doing is None:
            return False
        self._kit.work.forget(_KEY)
        self._end()
        self.begin()
        self._view.show_stopped()
        return True

    def _verified(self, verification: Verification) -> None:
        self._end()
        found = {check.name: check for check in verification.checks}
        lines = []
        for name in CHECKS:
            check = found.get(name)
            if check is None:
                lines.append(CheckLine(name, State.LEFT_OUT))
            else:
                state = State.SOUND if check.ok else State.WRONG
                lines.append(CheckLine(name, state, check.detail))
        self._view.show_checks(lines)
        wrong = [line.name for line in lines if line.state is State.WRONG]
        self._view.show_verified(verification.facts, wrong)

    def _rebuilt(self, _result: None) -> None:
        self._end()
        self.begin()
        self._view.show_rebuilt()
        self._kit.work.announce(Touched(nouns=set(Noun)), self)

    def _failed(self, error: CollectIQError) -> None:
        self._end()
        self.begin()
        self._view.show_failed(error.message)

    def _begin(self, doing: Doing) -> None:
        self.doing = doing
        self._view.show_progress(doing, 0, 0)

    def _end(self) -> None:
        self.doing = None
        self._view.show_idle()

    def _teller(self, doing: Doing) -> Progress:
        def tell(done_count: int, whole_count: int) -> None:
            self._view.show_progress(doing, done_count, whole_count)

        return tell
