"""Progress on stderr, for what takes longer than a second."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, NoReturn

from collectiq_desktop.core.services.upkeep import Progress

if TYPE_CHECKING:
    from tqdm import tqdm

_PATIENCE_SECONDS = 1.0
_PAUSE_IN_A_LOG_SECONDS = 5.0
_BAR = "{desc}: {percentage:3.0f}% |{bar}| {n_fmt} of {total_fmt}{unit}, {remaining} left"


@contextmanager
def shown_progress(doing: str, unit: str = "") -> Iterator[Progress]:
    """A bar that comes up after a second and is told how many of how many.

    Where stderr is no terminal, a line every few seconds is enough.
    """
    # Loaded here, because the window never shows it.
    from tqdm import tqdm

    is_terminal = sys.stderr.isatty()
    bar = tqdm(
        desc=doing,
        unit=unit,
        file=sys.stderr,
        delay=_PATIENCE_SECONDS,
        mininterval=0.1 if is_terminal else _PAUSE_IN_A_LOG_SECONDS,
        leave=False,
        dynamic_ncols=True,
        bar_format=_BAR,
    )
    try:
        yield _teller(bar)
    finally:
        bar.close()


def _teller(bar: tqdm[NoReturn]) -> Progress:
    def tell(done: int, all_of_it: int) -> None:
        bar.total = all_of_it
        bar.update(done - bar.n)

    return tell
