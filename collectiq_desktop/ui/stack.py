"""The stack of screens: made when first opened, left as they were, returned to."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget

from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.ui.kit import Kit, Place
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.screens.registry import ScreenInfo

_LONGEST_WAY = 40
# Whatever stands on a page, its window fits a low screen: the page gives way, not the window.
_LEAST_PX = (900, 560)


class ScreenStack(QStackedWidget):
    """Shows one screen and remembers the way that led to it.

    Signals:
        shown: another screen is shown, by its name.
    """

    shown = Signal(str)

    def __init__(self, screens: Sequence[ScreenInfo]) -> None:
        super().__init__()
        self.setMinimumSize(*_LEAST_PX)
        self._infos = {info.name: info for info in screens}
        self._screens: dict[str, Screen] = {}
        self._missed: dict[str, Touched] = {}
        self._way: list[Place] = []
        self.kit: Kit | None = None
        self._only: frozenset[str] | None = None
        self._owner = b""
        self._kept: dict[bytes, tuple[dict[str, Screen], list[Place]]] = {}

    @property
    def place(self) -> Place | None:
        """Where one is."""
        return self._way[-1] if self._way else None

    @property
    def screen_shown(self) -> Screen | None:
        """The screen that is shown."""
        place = self.place
        return self._screens.get(place.screen) if place is not None else None

    @property
    def can_go_back(self) -> bool:
        """Whether something lies behind, or the screen itself can be emptied by Esc."""
        return len(self._way) > 1

    @property
    def names(self) -> frozenset[str]:
        """The screens that can be opened now."""
        return self._only if self._only is not None else frozenset(self._infos)

    def shut_to(self, names: Collection[str]) -> None:
        """Nothing but these screens can be opened any more; the way is forgotten."""
        self._only = frozenset(names) & frozenset(self._infos)
        self._way.clear()

    def open_all(self) -> None:
        """Every screen can be opened again."""
        self._only = None

    @property
    def owner(self) -> bytes:
        """Whose screens these are; empty while nobody has signed in."""
        return self._owner

    def change_owner(self, owner: bytes) -> None:
        """Put the screens away as they are, and take out those of another, if there are any."""
        self._leave()
        self._kept[self._owner] = (self._screens, self._way)
        self._screens, self._way = self._kept.pop(owner, ({}, []))
        self._owner = owner
        # Whatever changed meanwhile, they have not heard of it.
        self._missed = {name: Touched(nouns=set(Noun)) for name in self._screens}

    def take_owner(self, owner: bytes) -> None:
        """The screens that stand here are of somebody who was known only now."""
        self._owner = owner
        if self.place is not None:
            self.shown.emit(self.place.screen)

    def show_again(self) -> None:
        """Show the place that was shown when these screens were put away."""
        assert self._way, "something was shown"
        place = self._way[-1]
        screen = self._screen(place.screen)
        self.setCurrentWidget(screen)
        self._tell_missed(place.screen, screen)
        screen.return_focus()
        self.shown.emit(place.screen)

    def go(self, place: Place) -> None:
        """Open a place; where one was is left as it is."""
        if place.screen not in self.names:
            return
        self._leave()
        if self.place is not None and self.place.screen == place.screen:
            self._way.pop()
        self._way.append(place)
        del self._way[:-_LONGEST_WAY]
        screen = self._screen(place.screen)
        self._missed.pop(place.screen, None)
        screen.open(place)
        self.setCurrentWidget(screen)
        screen.focus_first()
        self.shown.emit(place.screen)

    def back(self) -> bool:
        """Return to where one came from; False at the end of the way."""
        if len(self._way) < 2:
            return False
        self._leave()
        self._way.pop()
        place = self._way[-1]
        screen = self._screen(place.screen)
        self.setCurrentWidget(screen)
        screen.resume(place)
        self._tell_missed(place.screen, screen)
        screen.return_focus()
        self.shown.emit(place.screen)
        return True

    @Slot(object, object)
    def books_changed(self, touched: Touched, initiator: object) -> None:
        """Tell the screen that is shown; the others hear of it when they are."""
        shown = self.screen_shown
        for name, screen in self._screens.items():
            if screen is shown:
                screen.books_changed(touched, initiator)
            else:
                self._missed.setdefault(name, Touched()).merge(touched)

    def _screen(self, name: str) -> Screen:
        if name not in self._screens:
            assert self.kit is not None, "the shell hands the kit over before it goes anywhere"
            screen = self._infos[name].make(self.kit)
            screen.retranslate()
            self._screens[name] = screen
            self.addWidget(screen)
        return self._screens[name]

    def _leave(self) -> None:
        screen = self.screen_shown
        if screen is not None:
            screen.remember_focus()

    def _tell_missed(self, name: str, screen: Screen) -> None:
        missed = self._missed.pop(name, None)
        if missed is not None:
            screen.books_changed(missed, None)
