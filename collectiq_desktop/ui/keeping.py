"""Keeps half-typed work while it is typed, and gives it back after the program ended badly.

It looks at the screen that is shown twice a second, which costs less than
hearing of every key, and writes on a lane of its own.
"""

from __future__ import annotations

import logging
from functools import partial
from pathlib import Path
from typing import Protocol, TypeAlias

from PySide6.QtCore import QCoreApplication, QObject, QTimer, Slot

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.queries.log import IsRecorded
from collectiq_desktop.ui import text
from collectiq_desktop.ui.actions import key_of_screen
from collectiq_desktop.ui.drafts import Draft, draft_of, drafts_file, read_drafts, write_drafts
from collectiq_desktop.ui.kit import Navigation, Place
from collectiq_desktop.ui.screen import Screen
from collectiq_desktop.ui.titles import title_of_screen
from collectiq_desktop.ui.work.lanes import Work
from collectiq_desktop.ui.work.outside import OutsideLane

LOOK_MS = 500
_Whose: TypeAlias = tuple[bytes, str]
"""Who typed, into which screen."""
log = logging.getLogger(__name__)


class Showing(Protocol):
    """What shows one screen at a time: the stack."""

    @property
    def place(self) -> Place | None:
        """Where one is."""
        ...

    @property
    def screen_shown(self) -> Screen | None:
        """The screen that is shown."""
        ...

    @property
    def owner(self) -> bytes:
        """Whose screens these are; empty while nobody has signed in."""
        ...


class DraftKeeper(QObject):
    """Keeps the drafts of one window."""

    def __init__(
        self, showing: Showing, work: Work, navigation: Navigation, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._showing = showing
        self._work = work
        self._navigation = navigation
        self._lane = OutsideLane(self)
        self._file: Path | None = None
        self._screens: dict[_Whose, Screen] = {}
        self._live: dict[_Whose, Draft] = {}
        self._found: list[Draft] = []
        self._asked: set[bytes] = set()
        self._ready: list[Draft] = []
        self._timer = QTimer(self, interval=LOOK_MS)
        self._timer.timeout.connect(self.look)

    @Slot(object)
    def begin(self, books: Books) -> None:
        """The books are open: read what was kept, then keep what is typed."""
        self._file = drafts_file(books.path)
        file = self._file
        self._lane.carry(lambda: read_drafts(file), done=self._took, failed=self._cannot)

    @Slot()
    def look(self) -> None:
        """Keep what is half typed on the screen that is shown, and on those left half typed."""
        screen = self._showing.screen_shown
        if screen is None or self._file is None:
            return
        self._screens[(self._showing.owner, screen.name)] = screen
        typed = {whose: each.draft() for whose, each in self._screens.items()}
        now = {
            (owner, name): draft_of(name, words, owner)
            for (owner, name), words in typed.items()
            if words
        }
        self._screens = {whose: self._screens[whose] for whose in now}
        if now != self._live:
            self._live = now
            self._write()

    def offer(self) -> None:
        """A screen is shown: what was kept for it stands in its fields again."""
        self._look_up()
        screen, place = self._showing.screen_shown, self._showing.place
        if screen is None or place is None or place.party_id is not None or screen.draft():
            return
        mine = [each for each in self._ready if each.owner == self._showing.owner]
        kept = next((each for each in mine if _belongs(each, place)), None)
        if kept is not None:
            self._ready.remove(kept)
            self._found.remove(kept)
            whose = (kept.owner, kept.screen)
            self._live[whose], self._screens[whose] = kept, screen
            screen.restore(kept.typed)

    def stop(self) -> None:
        """Look once more, write, and let nothing come any more."""
        self._timer.stop()
        self.look()
        self._lane.close(is_told=True)

    # What was kept -------------------------------------------------------------------

    def _took(self, drafts: tuple[Draft, ...]) -> None:
        self._found.extend(drafts)
        self._look_up()
        self._timer.start()

    def _look_up(self) -> None:
        """Ask of the drafts of who has signed in whether they came into the books after all."""
        for draft in self._found:
            if draft.owner != self._showing.owner or draft.fact_id in self._asked:
                continue
            self._asked.add(draft.fact_id)
            asked = IsRecorded(fact_id=FactId(draft.fact_id))
            done, failed = partial(self._looked_up, draft), partial(self._not_now, draft)
            self._work.ask(asked, key=(self, draft.fact_id), done=done, failed=failed)

    def _not_now(self, draft: Draft, _error: CollectIQError) -> None:
        """Nobody has signed in yet; it is asked again then."""
        self._asked.discard(draft.fact_id)

    def _looked_up(self, draft: Draft, is_recorded: object) -> None:
        """What came into the books just before the end is not offered again."""
        if is_recorded:
            self._found.remove(draft)
            self._write()
        else:
            self._tell(draft)

    def _tell(self, kept: Draft) -> None:
        """Say that something was kept, and what leads to it."""
        self._ready.append(kept)
        title = title_of_screen(kept.screen)
        key = key_of_screen(kept.screen)
        if kept.amends is not None:
            words = QCoreApplication.translate(
                "Drafts",
                "%1 was half amended; what was typed is kept. Ctrl+Enter on it goes on.",
            )
            self._navigation.say(text.filled(words, kept.typed["number"]))
        elif title and key:
            words = QCoreApplication.translate(
                "Drafts", "A voucher was half typed and is kept: %1. %2 goes on with it."
            )
            self._navigation.say(text.filled(words, title, key))
        self.offer()

    def _write(self) -> None:
        file, kept = self._file, (*self._found, *self._live.values())
        assert file is not None, "nothing is written before the books are open"
        self._lane.carry(lambda: write_drafts(file, kept), done=self._wrote, failed=self._cannot)

    def _wrote(self, _nothing: object) -> None:
        """It lies on the disk."""
        log.debug("%d drafts are kept.", len(self._found) + len(self._live))

    def _cannot(self, error: Exception) -> None:
        log.warning("Half-typed work cannot be kept: %s", type(error).__name__)


def _belongs(kept: Draft, place: Place) -> bool:
    """Whether a place is where a draft goes on: its form, and the voucher that it amends."""
    return kept.screen == place.screen and kept.amends == place.voucher_id
