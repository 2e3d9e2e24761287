"""The steps of the guide, and what shows that each was done. No window here."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple, Protocol

from collectiq_desktop.core.domain.touched import Noun, Touched
from collectiq_desktop.ui.marked import QT_TRANSLATE_NOOP


class Happened(NamedTuple):
    """Something that the clerk did: a screen was opened, or a voucher recorded there."""

    screen: str
    is_recorded: bool = False


class Step(NamedTuple):
    """One step: what to do, and whether something that happened is it."""

    words: str
    is_done_by: Callable[[Happened], bool]


def _opened(screen: str) -> Callable[[Happened], bool]:
    return lambda happened: happened.screen == screen


def _recorded(screen: str) -> Callable[[Happened], bool]:
    return lambda happened: happened == Happened(screen, is_recorded=True)


STEPS: tuple[Step, ...] = (
    Step(
        QT_TRANSLATE_NOOP(
            "Guide", "Find a party: on Home, type three letters of a name and press Enter."
        ),
        _opened("party"),
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "Guide",
            "Take money: F6, Enter for cash, an amount such as 12500*2, Enter. The oldest bills "
            "are filled; Enter once more saves.",
        ),
        _recorded("receipt"),
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "Guide", "Write a sale: F8, a party, an amount, then Enter until it is saved."
        ),
        _recorded("sale"),
    ),
    Step(
        QT_TRANSLATE_NOOP("Guide", "See the day: Alt+G, type “day”, Enter. Both vouchers stand."),
        _opened("day_book"),
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "Guide",
            "Put something right: Enter on the receipt, Alt+X, a reason, Enter, then Y for yes.",
        ),
        _recorded("voucher"),
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "Guide", "Give a statement: Alt+G, the party's name, Enter, then Ctrl+P."
        ),
        _opened("statement"),
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "Guide",
            "See the agents at work: Alt+G, type “run”, Enter. Enter again opens one.",
        ),
        _opened("run_sheet"),
    ),
    Step(
        QT_TRANSLATE_NOOP(
            "Guide",
            "See what agents carry: Alt+G, type “hand”, Enter. Their cash is counted in here.",
        ),
        _opened("cash"),
    ),
)
END = QT_TRANSLATE_NOOP(
    "Guide", "That was a day. F1 explains every screen, Ctrl+F1 shows all keys."
)


class GuideView(Protocol):
    """What the guide is shown in."""

    def show_step(self, number: int, words: str) -> None:
        """A step, counted from one."""
        ...

    def show_end(self, words: str) -> None:
        """All steps are done."""
        ...

    def hide_guide(self) -> None:
        """Nothing is guided."""
        ...


class Guide:
    """Goes from step to step as each is done."""

    def __init__(self, view: GuideView) -> None:
        self._view = view
        self._number: int | None = None
        self._screen = ""

    @property
    def is_on(self) -> bool:
        """Whether a step, or the end, is shown."""
        return self._number is not None

    def begin(self) -> None:
        """From the first step."""
        self._number = 0
        self._show()

    def toggle(self) -> None:
        """Begin, or end."""
        if self.is_on:
            self._end()
        else:
            self.begin()

    def opened(self, screen: str) -> None:
        """Another screen is shown."""
        self._screen = screen
        self._take(Happened(screen))

    def books_changed(self, touched: Touched, _initiator: object = None) -> None:
        """Something was recorded on the screen that is shown."""
        if Noun.VOUCHER in touched.nouns:
            self._take(Happened(self._screen, is_recorded=True))

    def _take(self, happened: Happened) -> None:
        if self._number is None:
            return
        if self._number == len(STEPS):
            self._end()
        elif STEPS[self._number].is_done_by(happened):
            self._number += 1
            self._show()

    def _show(self) -> None:
        assert self._number is not None
        if self._number == len(STEPS):
            self._view.show_end(END)
        else:
            self._view.show_step(self._number + 1, STEPS[self._number].words)

    def _end(self) -> None:
        self._number = None
        self._view.hide_guide()
