"""The next page on its way while one is taken in.

One question at a time is on the line, as before: only the waiting is done elsewhere.
"""

from __future__ import annotations

from collections.abc import Callable
from queue import SimpleQueue
from threading import Thread

from collectiq_desktop.core.wire.peer import Page

Ask = Callable[[], Page]
"""Asks for one page, and gives it."""

Fetch = Callable[[Ask], Ask]
"""Begins to ask for a page; what it gives back is called once, and waits for the page."""


def when_wanted(ask: Ask) -> Ask:
    """Ask for a page only when it is wanted: everything happens in one order."""
    return ask


def ahead(ask: Ask) -> Ask:
    """Ask for a page at once, in a thread that the program does not wait for at its end."""
    heard: SimpleQueue[Page | Exception] = SimpleQueue()

    def work() -> None:
        try:
            heard.put(ask())
        except Exception as trouble:  # noqa: BLE001 -- it is raised where the page is wanted
            heard.put(trouble)

    Thread(target=work, name="next page", daemon=True).start()

    def wanted() -> Page:
        told = heard.get()
        if isinstance(told, Exception):
            raise told
        return told

    return wanted
