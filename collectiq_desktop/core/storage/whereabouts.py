"""Where the file of open books lies, and whether it still lies there.

The engine would go on writing into a file that was deleted or moved, and
nobody could find again what was written. Nothing is opened here.
"""

from __future__ import annotations

from pathlib import Path

from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.core.domain.saying import say


class Whereabouts:
    """The file that was at a path when it was opened."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._file = _file_at(path)

    def check(self) -> None:
        """Refuse when another file lies there now, or none.

        Raises:
            BooksTrouble: says where the file must be put back.
        """
        now = _file_at(self._path)
        if self._file is None:
            self._file = now
        elif now != self._file:
            message = say(
                "{name} was moved or deleted while it was open, so nothing was saved. Put it back "
                "into {parent} and save once more, or open other books.",
                name=self._path.name,
                parent=self._path.parent,
            )
            raise BooksTrouble(message)


def _file_at(path: Path) -> tuple[int, int] | None:
    """The file that lies at a path, by its identity; None where there is none."""
    try:
        stat = path.stat()
    except OSError:
        return None
    return stat.st_dev, stat.st_ino
