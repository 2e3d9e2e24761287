"""The shell: one window that joins rail, screens, bars and palette, and no rule of the trade.

Screens reach it through `Navigation` only; it reaches them through `Screen`.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.demo.naming import DEMO_NAME
from collectiq_desktop.ui import text
from collectiq_desktop.ui.acting import Acting
from collectiq_desktop.ui.bars import KeyBar, StatusBar
from collectiq_desktop.ui.feed import StatusFeed
from collectiq_desktop.ui.go_to import Destination
from collectiq_desktop.ui.guide.bar import GuideBar
from collectiq_desktop.ui.guide.steps import Guide
from collectiq_desktop.ui.helping import HELP, KEYBOARD, help_place
from collectiq_desktop.ui.keeping import DraftKeeper
from collectiq_desktop.ui.kit import Place
from collectiq_desktop.ui.locking import Frame, Lock
from collectiq_desktop.ui.palette import Palette, fixed_destinations
from collectiq_desktop.ui.rail import Rail
from collectiq_desktop.ui.screens.registry import HOME
from collectiq_desktop.ui.shell_parts import ShellParts, kit_of
from collectiq_desktop.ui.stack import ScreenStack

_VOUCHER_SCREEN = "voucher"
_GUIDED = "guided"
_WITHOUT_BOOKS = ("welcome", HELP)
_PALETTE_ACTIONS = ("appearance", "language", "help", "guide", "keyboard", "lock", "quit")


class Shell(QWidget):
    """The window.

    Signals:
        closing: it is about to go; nothing was waited for yet.
    """

    closing = Signal()

    def __init__(self, parts: ShellParts) -> None:
        super().__init__()
        self.setObjectName("shell")
        self._parts = parts
        self._stack = ScreenStack(parts.screens)
        self._rail = Rail(parts.screens)
        self._guide_bar = GuideBar()
        self.guide = Guide(self._guide_bar)
        self._keys = KeyBar()
        self._status = StatusBar()
        self._lay_out()
        self._palette = Palette(
            self,
            parts.desk,
            fixed=partial(fixed_destinations, parts.screens, _PALETTE_ACTIONS),
            voucher_screen=_VOUCHER_SCREEN if _VOUCHER_SCREEN in self._stack.names else "",
        )
        self._stack.kit = kit_of(parts, self)
        own = {
            "back": self._leave_screen,
            "quit_screen": self._leave_screen,
            "go_to": self._open_palette,
            "vouchers": self._open_palette,
            "close": self._palette.close_palette,
            "help": lambda: self.go(help_place(self.where())),
            "keyboard": lambda: self.go(Place(screen=HELP, text=KEYBOARD)),
            "guide": self.guide.toggle,
            "appearance": parts.looks.change_appearance,
            "language": parts.looks.change_language,
            "quit": self.close,
            "lock": parts.session.lock,
        }
        self._drafts = DraftKeeper(self._stack, parts.desk, self, self)
        self._acting = Acting(self, self._stack, self._palette, navigation=self, own=own)
        self.feed = StatusFeed(self._status, parts.desk, parts.clock, self)
        self.feed.add_sync(parts.office)
        frame = Frame(self._stack, self._rail, self.feed, parts.desk)
        self._lock = Lock(parts.session, frame, self, self)
        self.closing.connect(self._lock.stop)
        self._connect()
        self.retranslate()

    # Navigation, as screens know it ---------------------------------------------

    def go(self, place: Place) -> None:
        """Open a place."""
        self._palette.hide()
        self._stack.go(place)

    def back(self) -> None:
        """Return to where one came from."""
        self._stack.back()

    def say(self, sentence: str, *, is_bad: bool = False) -> None:
        """Show a sentence in the status line, in the user's language where it is known."""
        self._status.say(text.sentence(sentence), is_bad=is_bad)

    # Start and end ----------------------------------------------------------------

    def begin(self) -> None:
        """Show the first screen and ask for what the bars show."""
        self.go(Place(screen=HOME))
        self.feed.start()

    def come_to_front(self) -> None:
        """Somebody started the program once more."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.raise_()
        self.activateWindow()

    def where(self) -> str:
        """Where one is, for a report: the screen's name and nothing of what it shows."""
        place = self._stack.place
        return place.screen if place is not None else "start"

    def show_opened(self, books: Books) -> None:
        """Books that can only be read say so at once; the first demo firm begins the guide."""
        if books.is_read_only:
            words = self.tr(
                "%1 can only be read: nothing can be saved. Allow writing to the file and its "
                "folder, or open other books with F3."
            )
            self.say(text.filled(words, books.path.name), is_bad=True)
        settings = self._parts.looks.settings
        if books.path.stem.startswith(DEMO_NAME) and not settings.text(_GUIDED, ""):
            settings.keep(_GUIDED, DEMO_NAME)
            self.guide.begin()
        if books.held_back:
            self.go(Place(screen="sync"))

    def show_not_opened(self, error: CollectIQError) -> None:
        """The books cannot be opened: say why, and what can be done."""
        self.say(text.sentence(error.message), is_bad=True)
        self._stack.shut_to(_WITHOUT_BOOKS)
        self._rail.show_only(self._stack.names)
        self.go(Place(screen=_WITHOUT_BOOKS[0], text=error.message))

    def closeEvent(self, event: QCloseEvent) -> None:
        self._acting.stop_listening()
        self.feed.stop()
        self._drafts.stop()
        self._parts.looks.settings.keep_geometry(self.saveGeometry())
        self.closing.emit()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.ActivationChange:
            self._acting.listen()
            self.windowHandle().installEventFilter(self._lock)

    def retranslate(self) -> None:
        """Write the bars in the language that holds now."""
        self.feed.retranslate()
        self._guide_bar.retranslate()
        self._show_keys()

    def _leave_screen(self) -> None:
        screen = self._stack.screen_shown
        if screen is not None and screen.may_leave():
            self._stack.back()

    # The palette ------------------------------------------------------------------

    def _open_palette(self) -> None:
        self._palette.open()
        self._show_keys()

    def _take_destination(self, found: Destination) -> None:
        if found.place is not None:
            self.go(found.place)
        else:
            self._acting.own[found.action_id]()

    def _palette_closed(self) -> None:
        self._show_keys()
        screen = self._stack.screen_shown
        if screen is not None:
            screen.return_focus()

    # What the bars show -------------------------------------------------------------

    def _connect(self) -> None:
        self._parts.desk.touched.connect(self._stack.books_changed)
        self._parts.desk.touched.connect(self.guide.books_changed)
        self._stack.shown.connect(self.guide.opened)
        self._parts.desk.touched.connect(self._drafts.look)
        self._parts.desk.opened.connect(self._drafts.begin)
        self.feed.firm_known.connect(self.setWindowTitle)
        self._rail.chosen.connect(self.go)
        self._stack.shown.connect(self._screen_shown)
        self._palette.chosen.connect(self._take_destination)
        self._palette.closed.connect(self._palette_closed)

    def _screen_shown(self, name: str) -> None:
        self._rail.set_current(name)
        self._show_keys()
        self._drafts.offer()

    def _show_keys(self) -> None:
        self._keys.show_actions(self._acting.actions())

    def _lay_out(self) -> None:
        column, row = QVBoxLayout(), QHBoxLayout(self)
        for box in (column, row):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        column.addWidget(self._stack, 1)
        column.addWidget(self._guide_bar)
        column.addWidget(self._keys)
        column.addWidget(self._status)
        row.addWidget(self._rail)
        row.addLayout(column, 1)
