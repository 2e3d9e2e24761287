"""Which books are opened: those of this machine, a file, new ones, or ones to try. No window."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple, Protocol

from collectiq_desktop.core.domain.errors import CollectIQError
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.demo.naming import DEMO_NAME
from collectiq_desktop.ui.kit import Invited, Kit
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP
from collectiq_desktop.ui.widgets.invitation import what_is_missing

NO_NAME = QT_TRANSLATE_NOOP("Sentence", "Type the firm's name, as it stands on its papers.")
NO_PATH = QT_TRANSLATE_NOOP("Sentence", "Type the place of a file that ends in .collectiq.")
ALREADY_OPEN = QT_TRANSLATE_NOOP("Sentence", "These books are open here already.")
# What the composition root says where no books were named.
NO_BOOKS = QT_TRANSLATE_NOOP(
    "Sentence", "There are no books open yet. Make new ones, or open books you have."
)
_KEY = "welcome"
JOIN = "join "
"""Stands before the names of fields that belong to joining."""


class FirmLine(NamedTuple):
    """Books of this machine.

    Args:
        changed_at: when the file was written last, UTC milliseconds.
        is_demo: made to try things on.
    """

    path: Path
    bytes_count: int
    changed_at: int
    is_demo: bool
    is_open: bool

    @property
    def name(self) -> str:
        """The firm, as its file is called."""
        return self.path.stem


class WelcomeView(Protocol):
    """What the presenter tells the screen."""

    def show_reason(self, sentence: str, *, may_retry: bool) -> None:
        """Why no books are open, empty where some are; on the first day nothing is wrong."""
        ...

    def show_firms(self, lines: Sequence[FirmLine]) -> None:
        """The books of this machine."""
        ...

    def show_problem(self, field: str, sentence: str) -> None:
        """What is wrong, at its field."""
        ...

    def show_making(self, done_count: int, whole_count: int) -> None:
        """How far the books to try things on have come."""
        ...

    def show_idle(self) -> None:
        """Nothing is being made."""
        ...


class WelcomePresenter:
    """The way into books; the window is opened anew on those that are chosen."""

    def __init__(self, view: WelcomeView, kit: Kit) -> None:
        self._view = view
        self._kit = kit
        self._firms = kit.firms
        self.is_busy = False

    def begin(self, sentence: str) -> None:
        """Show what there is, and why one is here."""
        firms = self._firms
        may_retry = firms is not None and firms.current is not None
        self._view.show_reason(sentence, may_retry=may_retry)
        if firms is None:
            return
        current = firms.current

        def look(_progress: Progress) -> tuple[FirmLine, ...]:
            lines = [_line(path, current) for path in firms.known()]
            return tuple(sorted(lines, key=lambda line: -line.changed_at))

        self._kit.work.aside(look, key="welcome firms", done=self._view.show_firms)

    def open_known(self, line: FirmLine | None) -> None:
        """Open books of this machine."""
        if line is not None:
            self._open(line.path, field="firms")

    def open_typed(self, typed: str) -> None:
        """Open a file that was named."""
        plain = typed.strip().strip("\"'")
        if not plain:
            self._view.show_problem("path", NO_PATH)
        else:
            self._open(Path(plain).expanduser(), field="path")

    def try_again(self) -> None:
        """Open the books that could not be opened before."""
        current = self._firms.current if self._firms is not None else None
        if current is not None:
            self._open(current, field="again", is_again=True)

    def create(self, name: str, gstin: str, vpa: str) -> None:
        """Make books for a firm, and open them."""
        if not name.strip():
            self._view.show_problem("name", NO_NAME)
            return
        number = gstin.strip().upper()
        firm = Firm(name=name.strip(), gstin=number, state_code=number[:2], vpa=vpa.strip())
        firms = self._firms
        if firms is None or self.is_busy:
            return

        def make(_progress: Progress) -> Path:
            return firms.create(firm)

        def failed(error: CollectIQError) -> None:
            self._end()
            field = error.field if error.field in {"gstin", "vpa"} else "name"
            self._view.show_problem(field, error.message)

        self.is_busy = True
        self._kit.work.aside(make, key=_KEY, done=self._made, failed=failed)

    def join(self, invited: Invited) -> None:
        """Make the books of a new counter of a firm with a head office, and open them."""
        office = self._kit.office
        if office is None or self.is_busy:
            return
        missing = what_is_missing(invited)
        if missing is not None:
            self._view.show_problem(JOIN + missing[0], missing[1])
            return

        def failed(error: CollectIQError) -> None:
            self._end()
            self._view.show_problem(JOIN + (error.field or ""), error.message)

        self.is_busy = True
        office.join_anew(invited, done=self._made, failed=failed)

    def make_demo(self) -> None:
        """Make books to try things on, and open them."""
        firms = self._firms
        if firms is None or self.is_busy:
            return

        def failed(error: CollectIQError) -> None:
            self._end()
            self._view.show_problem("", error.message)

        self.is_busy = True
        self._view.show_making(0, 0)
        self._kit.work.aside(
            firms.make_demo,
            key=_KEY,
            done=self._made,
            failed=failed,
            progress=self._view.show_making,
        )

    def _open(self, path: Path, *, field: str, is_again: bool = False) -> None:
        """Look first, so that working books are not closed for ones that do not open."""
        firms = self._firms
        if firms is None or self.is_busy:
            return
        if path == firms.current and not is_again:
            self._view.show_problem(field, ALREADY_OPEN)
            return

        def look(progress: Progress) -> Path:
            firms.look(path, progress)
            return path

        def failed(error: CollectIQError) -> None:
            self._end()
            self._view.show_problem(field, error.message)

        self.is_busy = True
        self._kit.work.aside(look, key=_KEY, done=self._made, failed=failed)

    def _made(self, path: Path) -> None:
        self._end()
        assert self._firms is not None
        self._firms.open(path)

    def _end(self) -> None:
        self.is_busy = False
        self._view.show_idle()


def _line(path: Path, current: Path | None) -> FirmLine:
    """What is seen of a file without opening it."""
    stat = path.stat()
    return FirmLine(
        path=path,
        bytes_count=stat.st_size,
        changed_at=stat.st_mtime_ns // 1_000_000,
        is_demo=path.stem.startswith(DEMO_NAME),
        is_open=path == current,
    )
