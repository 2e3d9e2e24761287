"""From a key to what it does: the table of actions, asked for where one is now."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from collectiq_desktop.ui.actions import EVERYWHERE, PALETTE, Action, actions_in
from collectiq_desktop.ui.keys import KeyFilter
from collectiq_desktop.ui.kit import Navigation, Place
from collectiq_desktop.ui.stack import ScreenStack

Act = Callable[[], object]


class Overlay(Protocol):
    """What lies over the page and takes the keys while it is seen."""

    def isVisible(self) -> bool:
        """Whether it is seen."""
        ...


class Acting(QObject):
    """Does the action of a key; the screen's own goes before the window's."""

    def __init__(
        self,
        window: QWidget,
        stack: ScreenStack,
        overlay: Overlay,
        *,
        navigation: Navigation,
        own: Mapping[str, Act],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._stack = stack
        self._overlay = overlay
        self._navigation = navigation
        self.own = own
        self._filter: KeyFilter | None = None

    def listen(self) -> None:
        """Take keys before any widget sees them, from when the window is first active."""
        if self._filter is None:
            window = self._window.windowHandle()
            self._filter = KeyFilter(window, knows=self.knows, act=self.act, parent=self)

    def stop_listening(self) -> None:
        """Leave the keys alone; a filter that dies with its window may be asked once more."""
        if self._filter is not None:
            self._window.windowHandle().removeEventFilter(self._filter)

    def actions(self) -> list[Action]:
        """The actions that hold where one is now."""
        found = actions_in(self._contexts(), self._stack.names)
        return [each for each in found if each.id != "back" or self._stack.can_go_back]

    def knows(self, key: str) -> bool:
        """Whether a key does something here."""
        return self._window.isActiveWindow() and self._action_of(key) is not None

    def act(self, key: str) -> None:
        """Do what a key does here."""
        action = self._action_of(key)
        if action is None:
            return
        screen = self._stack.screen_shown
        is_screens = screen is not None and action.context == screen.context
        acts = screen.acts() if screen is not None and is_screens else self.own
        act = acts.get(action.id)
        if act is not None:
            act()
        elif action.screen:
            self._navigation.go(Place(screen=action.screen))

    def _contexts(self) -> tuple[str, ...]:
        if self._overlay.isVisible():
            return (PALETTE, EVERYWHERE)
        screen = self._stack.screen_shown
        return (screen.context, EVERYWHERE) if screen is not None else (EVERYWHERE,)

    def _action_of(self, key: str) -> Action | None:
        for action in self.actions():
            if action.key == key:
                return None if action.is_hint else action
        return None
