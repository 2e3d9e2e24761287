"""The window: what `collectiq` shows where no verb is given."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from collectiq_desktop import __version__, paths
from collectiq_desktop.app import (
    BOOKS_SUFFIX,
    BOOKS_VARIABLE,
    create_books,
    device_keys,
    free_place,
    open_books,
    place_for_new_books,
)
from collectiq_desktop.commands.answering import Answer, Call
from collectiq_desktop.core.books import Books, Outside
from collectiq_desktop.core.domain.errors import NotFound, Refused
from collectiq_desktop.core.domain.firm import Firm
from collectiq_desktop.core.domain.ids import FactId
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.services.upkeep import Progress
from collectiq_desktop.demo.naming import DEMO_NAME

if TYPE_CHECKING:
    from collectiq_desktop.ui.office import OfficeParts

_SCREEN_VARIABLES = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
_DEMO_PARTIES, _DEMO_VOUCHERS = 60, 2_000


class BooksHere:
    """The books of this machine, for the window to choose from."""

    def __init__(self, outside: Outside) -> None:
        self._outside = outside

    def known(self) -> tuple[Path, ...]:
        folder = paths.books_folder()
        return tuple(sorted(folder.glob(f"*{BOOKS_SUFFIX}"))) if folder.is_dir() else ()

    def create(self, firm: Firm, path: Path | None = None) -> Path:
        place = path or place_for_new_books(None, firm.name)
        create_books(place, firm, self._outside).close()
        return place

    def make_demo(self, progress: Progress) -> Path:
        from collectiq_desktop.demo.making import DemoPlan, make_demo_firm

        place = free_place(DEMO_NAME)
        number = sum(path.stem.startswith(DEMO_NAME) for path in self.known()) + 1
        plan = DemoPlan(parties_count=_DEMO_PARTIES, vouchers_count=_DEMO_VOUCHERS, seed=number)
        words = paths.resources_folder() / "demo"
        made = make_demo_firm(
            place, plan, outside=self._outside, words_folder=words, progress=progress
        )
        self._mark(place, f"{made.name} (demo)")
        return place

    def _mark(self, place: Path, name: str) -> None:
        """Let the firm's own name say on every screen and paper that it is no real one."""
        from collectiq_desktop.core.services.masters import AmendFirm

        books = open_books(place, self._outside)
        try:
            changes = {"name": name}
            books.run(AmendFirm(fact_id=FactId(self._outside.ids.mint()), changes=changes))
        finally:
            books.close()

    def open_books(self, path: Path | None, progress: Progress) -> Books:
        if path is None:
            raise NotFound(
                say("There are no books open yet. Make new ones, or open books you have.")
            )
        return open_books(path, self._outside, progress)


def _office(call: Call) -> OfficeParts:
    """What the head office is reached with."""
    from collectiq_desktop.ui.office import OfficeParts

    return OfficeParts(
        keys=device_keys(),
        folder=paths.data_folder(),
        program=f"CollectIQ {__version__}",
        outside=call.outside,
        new_place=free_place,
    )


def show(call: Call) -> Answer:
    """Show the window until it is closed."""
    if sys.platform == "linux" and not any(os.environ.get(name) for name in _SCREEN_VARIABLES):
        message = say(
            "There is no screen here to open a window on. “collectiq --help” lists what can be "
            "done without one."
        )
        raise Refused(message)
    try:
        from collectiq_desktop.app import pin_secret
        from collectiq_desktop.ui.start import run_window
    except ImportError:
        message = say("The window's packages are not installed: pip install 'collectiq[desktop]'.")
        raise Refused(message) from None
    named = call.options.books or os.environ.get(BOOKS_VARIABLE)
    given = Path(named) if named else None
    exit_code = run_window(BooksHere(call.outside), given, call.outside, _office(call), pin_secret)
    return Answer(for_machines=dict, for_people=tuple, exit_code=exit_code)
