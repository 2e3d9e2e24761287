"""Starting the window: the one place that puts desk, shell, looks and reports together.

`open_window` gives everything back in one piece, so that tests and pictures
start what people start.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QSize, QTimer
from PySide6.QtWidgets import QApplication

from collectiq_desktop import paths
from collectiq_desktop.core.books import Books, Outside
from collectiq_desktop.core.domain.errors import NotFound
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.queries.firm import FirmCard
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.interchange.spreadsheets.remembered import RememberedMappings
from collectiq_desktop.ui.crash import CrashReporter
from collectiq_desktop.ui.fonts import load_fonts
from collectiq_desktop.ui.kit import Firms
from collectiq_desktop.ui.language import Speaker
from collectiq_desktop.ui.looks import Looks
from collectiq_desktop.ui.office import HeadOfficeDesk, OfficeParts
from collectiq_desktop.ui.printing.queue import PrintQueue, QueueParts
from collectiq_desktop.ui.session import Secret, Session
from collectiq_desktop.ui.settings import WindowSettings
from collectiq_desktop.ui.shell import Shell
from collectiq_desktop.ui.shell_parts import ShellParts
from collectiq_desktop.ui.single import SingleWindow
from collectiq_desktop.ui.work.desk import Desk
from collectiq_desktop.ui.work.foretelling import ForetellingLane

_MAPPINGS = "import_mappings.json"
_LAST_BOOKS = "last_books"
FIRST_SIZE = QSize(1366, 768)
Opener = Callable[[Progress], Books]


@dataclass(frozen=True, slots=True, kw_only=True)
class Folders:
    """Where the window keeps what is its own."""

    config: Path
    data: Path
    log: Path

    @classmethod
    def usual(cls) -> Folders:
        """This user's folders."""
        return cls(config=paths.config_folder(), data=paths.data_folder(), log=paths.log_folder())


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenWindow:
    """A window that runs."""

    app: QApplication
    shell: Shell
    desk: Desk
    looks: Looks
    reporter: CrashReporter
    printing: PrintQueue
    foretelling: ForetellingLane
    office: HeadOfficeDesk | None = None

    def close(self) -> None:
        """Timers, then printer and exchange, the desk, the books: in this order and no other."""
        self.shell.close()
        self.printing.close()
        self.foretelling.close()
        if self.office is not None:
            self.office.close()
        self.desk.close()
        self.looks.be_silent()
        self.shell.deleteLater()


def open_window(
    app: QApplication,
    opener: Opener,
    outside: Outside,
    *,
    folders: Folders,
    firms: Firms | None = None,
    office: OfficeParts | None = None,
    pin_secret: Secret = bytes,
) -> OpenWindow:
    """The window on books that the desk opens; it can be typed into at once."""
    app.setApplicationName("CollectIQ")
    load_fonts(paths.fonts_folder())
    settings = WindowSettings(folders.config)
    compiled = folders.data / "translations"
    speaker = Speaker(app, paths.resources_folder() / "translations", compiled)
    looks = Looks(app, settings, speaker)
    looks.restore()
    desk = Desk(opener)
    parts = QueueParts(desk=desk, clock=outside.clock, ids=outside.ids, folder=folders.config)
    printing = PrintQueue(parts)
    head_office = HeadOfficeDesk(desk, office) if office is not None else None
    foretelling = ForetellingLane(desk, outside.clock)
    session = Session(desk, pin_secret)
    shell = Shell(
        ShellParts(
            app=app,
            desk=desk,
            clock=outside.clock,
            ids=outside.ids,
            looks=looks,
            printing=printing,
            firms=firms,
            mappings=RememberedMappings(folders.config / _MAPPINGS),
            office=head_office,
            foretelling=foretelling,
            session=session,
        )
    )
    reporter = CrashReporter(folders.log, outside.clock, shell.where)
    reporter.window = shell
    desk.crashed.connect(reporter.report)
    desk.opened.connect(shell.show_opened)
    desk.opened.connect(session.look)
    desk.not_opened.connect(shell.show_not_opened)
    if settings.geometry is None or not shell.restoreGeometry(settings.geometry):
        shell.resize(FIRST_SIZE)
    shell.begin()
    shell.show()
    printing.start(shell, shell)
    return OpenWindow(
        app=app,
        shell=shell,
        desk=desk,
        looks=looks,
        reporter=reporter,
        printing=printing,
        foretelling=foretelling,
        office=head_office,
    )


class Library(Protocol):
    """The books of this machine, as the composition root knows them."""

    def known(self) -> tuple[Path, ...]:
        """The books that lie where new ones are put."""
        ...

    def create(self, firm: Firm, path: Path | None = None) -> Path:
        """New books for a firm."""
        ...

    def make_demo(self, progress: Progress) -> Path:
        """The books of a firm to try things on."""
        ...

    def open_books(self, path: Path | None, progress: Progress) -> Books:
        """Books that are there; None are refused with a sentence."""
        ...


class Switch:
    """The library for screens; opening other books closes this window first."""

    def __init__(self, library: Library, current: Path | None = None) -> None:
        self._library = library
        self.current = current
        self.known = library.known
        self.create = library.create
        self.make_demo = library.make_demo
        self.wanted: Path | None = None
        self.window: OpenWindow | None = None

    def look(self, path: Path, progress: Progress) -> str:
        """The firm whose books these are, as far as they can be opened."""
        books = self._library.open_books(path, progress)
        try:
            return books.ask(FirmCard()).firm.name
        except NotFound:
            # The books of a new counter, which its first exchange will fill.
            return path.stem
        finally:
            books.close()

    def open(self, path: Path) -> None:
        """Close the window; the next one opens these books."""
        self.wanted = path
        if self.window is not None:
            QTimer.singleShot(0, self.window.shell, self.window.shell.close)

    def opener_of(self, path: Path | None) -> Opener:
        """What the desk opens the books with."""

        def opener(progress: Progress) -> Books:
            return self._library.open_books(path, progress)

        return opener


def run_window(
    library: Library,
    given: Path | None,
    outside: Outside,
    office: OfficeParts | None = None,
    pin_secret: Secret = bytes,
) -> int:
    """Show the window until it is closed, and give the exit code.

    Args:
        given: the books that were named; else the last ones, else the only ones.
    """
    app = QApplication(_program_words())
    folders = Folders.usual()
    wanted = given or _last_books(WindowSettings(folders.config), library)
    while True:
        switch = Switch(library, wanted)
        single = SingleWindow(folders.config, wanted) if wanted is not None else None
        if single is not None and not single.take_place():
            return 0
        window = open_window(
            app,
            switch.opener_of(wanted),
            outside,
            folders=folders,
            firms=switch,
            office=office,
            pin_secret=pin_secret,
        )
        switch.window = window
        window.shell.feed.show_user(paths.user_name())
        window.reporter.watch()
        if single is not None:
            single.called.connect(window.shell.come_to_front)
            window.looks.settings.keep(_LAST_BOOKS, str(wanted))
        try:
            exit_code = app.exec()
        finally:
            window.close()
            if single is not None:
                single.leave_place()
        if switch.wanted is None:
            return exit_code
        wanted = switch.wanted


def _last_books(settings: WindowSettings, library: Library) -> Path | None:
    """The books of the last time, else the only ones there are."""
    last = settings.text(_LAST_BOOKS, "")
    if last and Path(last).is_file():
        return Path(last)
    known = library.known()
    return known[0] if len(known) == 1 else None


def _program_words() -> Sequence[str]:
    """Qt takes its own options from here; ours are read already."""
    return sys.argv[:1]
