"""Signing in: a name of the list, then a PIN or password. No window here."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.recovery import read_code
from collectiq_desktop.core.queries.employees import EmployeeRow, Employees
from collectiq_desktop.demo.naming import DEMO_PASSWORD
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP

SCREEN, SET_PIN = "sign_in", "pin"
"""The screen, and what it is told to ask for a PIN."""

NO_NAME = QT_TRANSLATE_NOOP("Sentence", "Choose your name in the list.")
NO_WORDS = QT_TRANSLATE_NOOP("Sentence", "Type your PIN or password.")
NOT_THE_SAME = QT_TRANSLATE_NOOP("Sentence", "The two PINs differ; type the same twice.")
PIN_IS_SET = QT_TRANSLATE_NOOP(
    "Sentence", "The PIN is set on this machine; it signs you in from now on."
)

RECOVERED = QT_TRANSLATE_NOOP(
    "Sentence", "The code is used up: save a new password here, and Alt+K makes a new code."
)


class SignInView(Protocol):
    """What the presenter tells the screen."""

    def show_password(self, password: str) -> None:
        """The password of everybody in books to try things on; empty in all others."""
        ...

    def show_names(self, rows: Sequence[EmployeeRow]) -> None:
        """Who may sign in."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field; what was typed is taken away."""
        ...

    def show_trying(self, *, is_trying: bool) -> None:
        """Whether words are being tried."""
        ...


class SignInPresenter:
    """The names, and whose words are tried."""

    def __init__(self, view: SignInView, kit: Kit) -> None:
        self._view = view
        self._kit = kit

    def begin(self) -> None:
        """Ask for the names."""
        session = self._kit.session
        is_for_trying = session is not None and session.is_for_trying
        self._view.show_password(DEMO_PASSWORD if is_for_trying else "")
        self._kit.work.ask(Employees(), key="sign in names", done=self._view.show_names)

    def sign_in(self, row: EmployeeRow | None, words: str) -> None:
        """Try the words."""
        session = self._kit.session
        if row is None:
            self._view.show_problem("name", NO_NAME)
        elif not words:
            self._view.show_problem("words", NO_WORDS)
        elif session is not None:
            self._view.show_trying(is_trying=True)
            done = self._recovered if read_code(words) is not None else self._signed_in
            session.sign_in(row, words, done=done, failed=self._refused)

    def _signed_in(self, has_pin: bool) -> None:  # noqa: FBT001 -- one answer, told as it is
        self._view.show_trying(is_trying=False)
        if not has_pin:
            self._kit.navigation.go(Place(screen=SCREEN, text=SET_PIN))

    def _recovered(self, _has_pin: bool) -> None:  # noqa: FBT001 -- one answer, told as it is
        """By the recovery code: a new password comes first."""
        self._view.show_trying(is_trying=False)
        self._kit.navigation.go(Place(screen="employees"))
        self._kit.navigation.say(RECOVERED)

    def _refused(self, error: CollectIQError) -> None:
        self._view.show_trying(is_trying=False)
        self._view.show_problem("words", error.message)

    def set_pin(self, pin: str, again: str) -> None:
        """Set a PIN of who has signed in, typed twice."""
        session = self._kit.session
        if pin != again:
            self._view.show_problem("again", NOT_THE_SAME)
        elif session is not None:
            session.set_pin(pin, done=self._pin_set, failed=self._pin_refused)

    def _pin_set(self) -> None:
        self._kit.navigation.say(PIN_IS_SET)
        self._kit.navigation.back()

    def _pin_refused(self, error: CollectIQError) -> None:
        self._view.show_problem("pin", error.message)
