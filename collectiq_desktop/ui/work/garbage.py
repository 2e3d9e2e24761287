"""Python's search for garbage, on the main thread only.

Widgets often lie in circles of references. Where a lane's thread happened to
find such a circle, Qt's objects would be destroyed away from their thread, and
the program with them. So the search is taken from the threads while lanes
run, and done here between two keystrokes.
"""

from __future__ import annotations

import gc
from typing import ClassVar

from PySide6.QtCore import QObject, QTimer

_EVERY_MS = 250
# How much may be new before the young, the middle and the old are searched.
_LIMITS = (5_000, 12, 12)


class MainThreadGarbage(QObject):
    """Searches on the main thread from `begin` to `end`; several desks may ask for it."""

    _asked_count: ClassVar[int] = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._is_begun = False
        self._timer = QTimer(self, interval=_EVERY_MS)
        self._timer.timeout.connect(self._search)

    def begin(self) -> None:
        """No thread searches by itself any more."""
        if not self._is_begun:
            self._is_begun = True
            MainThreadGarbage._asked_count += 1
            gc.disable()
            self._timer.start()

    def end(self) -> None:
        """Lanes have ended: the search is Python's own again."""
        if self._is_begun:
            self._is_begun = False
            self._timer.stop()
            MainThreadGarbage._asked_count -= 1
            if not MainThreadGarbage._asked_count:
                gc.enable()

    def _search(self) -> None:
        counts = gc.get_count()
        for generation in (2, 1, 0):
            if counts[generation] > _LIMITS[generation]:
                gc.collect(generation)
                return
