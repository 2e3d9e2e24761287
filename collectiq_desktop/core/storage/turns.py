"""Whose turn it is to write, among the threads of one program.

The engine itself lets whoever asks at the right instant write next, so a
thread with much to write could keep a counter waiting. Here those who are
patient let everybody else go first.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from threading import Condition

from collectiq_desktop.core.domain.errors import BooksBusy
from collectiq_desktop.core.domain.saying import say

LONGEST_WAIT_SECONDS = 60
_NEVER_CAME = say("Something else writes into these books for very long; try again in a moment.")


class Turns:
    """One writer at a time; the patient ones after all others."""

    def __init__(self, longest_wait_seconds: int = LONGEST_WAIT_SECONDS) -> None:
        self._changed = Condition()
        self._is_taken = False
        self._hurried_count = 0
        self._longest_wait_seconds = longest_wait_seconds

    @contextmanager
    def taken(self, *, is_patient: bool = False) -> Iterator[None]:
        """Wait for a turn, and hold it.

        Raises:
            BooksBusy: it did not come.
        """
        with self._changed:
            self._hurried_count += not is_patient
            try:
                came = self._changed.wait_for(
                    lambda: self._is_free(is_patient=is_patient), self._longest_wait_seconds
                )
            finally:
                self._hurried_count -= not is_patient
            if not came:
                self._changed.notify_all()
                raise BooksBusy(_NEVER_CAME)
            self._is_taken = True
        try:
            yield
        finally:
            with self._changed:
                self._is_taken = False
                self._changed.notify_all()

    def is_waited_for(self) -> bool:
        """Whether somebody waits who is not patient."""
        return self._hurried_count > 0

    def _is_free(self, *, is_patient: bool) -> bool:
        return not self._is_taken and not (is_patient and self._hurried_count)
