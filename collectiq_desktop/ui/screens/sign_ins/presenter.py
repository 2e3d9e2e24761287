"""The last sign-ins at this counter. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.queries.sign_ins import SignInLine, SignIns
from collectiq_desktop.ui.kit import Kit

_KEY = "sign-ins"


class SignInsView(Protocol):
    """What the presenter tells the screen."""

    def show_lines(self, lines: Sequence[SignInLine]) -> None:
        """The sign-ins."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """Why they are not shown."""
        ...


class SignInsPresenter:
    """Asks for them whenever the screen is opened."""

    def __init__(self, view: SignInsView, kit: Kit) -> None:
        self._view = view
        self._kit = kit

    def begin(self) -> None:
        """The newest ones."""
        self._kit.work.ask(SignIns(), key=_KEY, done=self._view.show_lines, failed=self._failed)

    def _failed(self, error: CollectIQError) -> None:
        self._view.show_problem("", error.message)
