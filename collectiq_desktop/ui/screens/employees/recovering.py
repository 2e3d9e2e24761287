"""A new recovery code, asked for and shown once. No window here."""

from __future__ import annotations

from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.ui.kit import Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

NOBODY_YET = QT_TRANSLATE_NOOP("Sentence", "The first admin gets a recovery code; add one first.")


class CodeView(Protocol):
    """What is told to the screen."""

    def show_code(self, code: str) -> None:
        """The new code; it is shown this once."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...


def make_code(view: CodeView, kit: Kit) -> None:
    """Make a code and show it; the one before is worth nothing any more."""

    def refused(error: CollectIQError) -> None:
        view.show_problem("", error.message)

    session = kit.session
    if session is None or session.who is None:
        view.show_problem("", NOBODY_YET)
    else:
        session.make_recovery_code(done=view.show_code, failed=refused)
