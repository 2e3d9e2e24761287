"""Starting the window: the one place that puts desk, shell, looks and reports together.

`open_window` gives everything back in one piece, so that tests and pictures
start what people start.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QApplication

from collectiq_desktop import paths
from collectiq_desktop.core.books import Books, Outside
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.ui.crash import CrashReporter
from collectiq_desktop.ui.language import Speaker
from collectiq_desktop.ui.looks import Looks
from collectiq_desktop.ui.printing.queue import PrintQueue, QueueParts
from collectiq_desktop.ui.settings import WindowSettings
from collectiq_desktop.ui.shell import Shell, ShellParts
from collectiq_desktop.ui.single import SingleWindow
from collectiq_desktop.ui.theme import load_fonts
from collectiq_desktop.ui.work.desk import Desk

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

    def close(self) -> None:
        """Timers, then the printer, the desk, the books: in this order and no other."""
        self.shell.close()
        self.printing.close()
        self.desk.close()


def open_window(
    app: QApplication,
    opener: Opener,
    outside: Outside,
    *,
    folders: Folders,
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
    shell = Shell(
        ShellParts(
            app=app,
            desk=desk,
            clock=outside.clock,
            ids=outside.ids,
            looks=looks,
            printing=printing,
        )
    )
    reporter = CrashReporter(folders.log, outside.clock, shell.where)
    reporter.window = shell
    desk.crashed.connect(reporter.report)
    desk.not_opened.connect(shell.show_not_opened)
    if settings.geometry is None or not shell.restoreGeometry(settings.geometry):
        shell.resize(FIRST_SIZE)
    shell.begin()
    shell.show()
    printing.start(shell, shell)
    return OpenWindow(
        app=app, shell=shell, desk=desk, looks=looks, reporter=reporter, printing=printing
    )


def run_window(books: Path, open_books: Callable[[Path, Progress], Books], outside: Outside) -> int:
    """Show the window until it is closed, and give the exit code."""
    app = QApplication(_program_words())
    folders = Folders.usual()
    single = SingleWindow(folders.config, books)
    if not single.take_place():
        return 0

    def opener(progress: Progress) -> Books:
        return open_books(books, progress)

    window = open_window(app, opener, outside, folders=folders)
    window.reporter.watch()
    single.called.connect(window.shell.come_to_front)
    try:
        return app.exec()
    finally:
        window.close()
        single.leave_place()


def _program_words() -> Sequence[str]:
    """Qt takes its own options from here; ours are read already."""
    return sys.argv[:1]
