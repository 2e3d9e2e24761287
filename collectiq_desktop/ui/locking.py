"""The window while nobody has signed in, and who sees which screens when somebody has.

Screens belong to who opened them: when another signs in they are put away as
they were left, half-typed work too, and come back with their owner.
"""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.core.queries.idling import USUAL_IDLE_MINUTES, IdleLock
from collectiq_desktop.ui import text
from collectiq_desktop.ui.feed import StatusFeed
from collectiq_desktop.ui.helping import HELP
from collectiq_desktop.ui.kit import Navigation, Place
from collectiq_desktop.ui.rail import Rail
from collectiq_desktop.ui.screens.registry import HOME
from collectiq_desktop.ui.session import Session
from collectiq_desktop.ui.stack import ScreenStack
from collectiq_desktop.ui.work.desk import Desk

SIGN_IN = "sign_in"
_MINUTE_MS = 60_000
_LOOK_MS = 5_000
_ACTIVE = (QEvent.Type.KeyPress, QEvent.Type.MouseButtonPress, QEvent.Type.Wheel)


class Frame(NamedTuple):
    """What of the window changes with who has signed in."""

    stack: ScreenStack
    rail: Rail
    feed: StatusFeed
    desk: Desk


class Lock(QObject):
    """Shuts the window until somebody signs in, and again when nobody touches it."""

    def __init__(
        self, session: Session, frame: Frame, navigation: Navigation, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._frame = frame
        self._navigation = navigation
        self._owner: bytes = b""
        self._was_shut = False
        self._idle_ms = 0
        self._most_ms = USUAL_IDLE_MINUTES * _MINUTE_MS
        self._timer = QTimer(self, interval=_LOOK_MS)
        self._timer.timeout.connect(self._count)
        session.watch(self._changed)
        frame.desk.touched.connect(self._books_changed)

    def stop(self) -> None:
        """Count no more."""
        self._timer.stop()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() in _ACTIVE:
            self._idle_ms = 0
        return False

    def _count(self) -> None:
        self._idle_ms += _LOOK_MS
        if self._idle_ms >= self._most_ms:
            self._session.lock()

    def _books_changed(self, touched: Touched, _initiator: object) -> None:
        if Noun.DEVICE in touched.nouns:
            self._ask_minutes()

    def _ask_minutes(self) -> None:
        self._frame.desk.ask(IdleLock(), key=(self, "minutes"), done=self._took_minutes)

    def _took_minutes(self, minutes: int) -> None:
        self._most_ms = minutes * _MINUTE_MS

    def _changed(self) -> None:
        who = self._session.who
        feed = self._frame.feed
        feed.is_locked = self._session.is_locked
        if self._session.is_needed:
            feed.show_user(who.employee.name if who is not None else "")
        if self._session.is_locked:
            self._shut()
        elif who is not None and who.employee_id != self._owner:
            self._open(who.employee_id)

    def _bring_back(self, owner: bytes) -> None:
        """The screens as their owner left them, or home."""
        stack = self._frame.stack
        stack.open_all()
        stack.change_owner(owner)
        self._frame.rail.show_only(stack.names)
        place = stack.place
        if place is None:
            self._navigation.go(Place(screen=HOME))
        else:
            stack.show_again()

    def _shut(self) -> None:
        self._was_shut = True
        self._timer.stop()
        self._owner = b""
        self._frame.stack.change_owner(b"")
        self._frame.stack.shut_to((SIGN_IN, HELP))
        self._frame.rail.show_only(())
        self._navigation.go(Place(screen=SIGN_IN))

    def _open(self, owner: bytes) -> None:
        self._owner = owner
        self._idle_ms = 0
        self._timer.start()
        self._ask_minutes()
        if self._was_shut:
            self._bring_back(owner)
        else:
            self._frame.stack.take_owner(owner)
        words = QCoreApplication.translate("Lock", "Signed in as %1.")
        who = self._session.who
        self._navigation.say(text.filled(words, who.employee.name if who is not None else ""))
