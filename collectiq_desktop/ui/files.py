"""Files that a person asked for: there whole, or not at all."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.core.domain.saying import say


def write_whole(path: Path, content: bytes, *, makes_folder: bool = False) -> None:
    """Write a file in one step.

    Args:
        makes_folder: make its folder too, where it is our own; a folder that
            a person typed may be mistyped.

    Raises:
        BooksTrouble: nothing can be written there.
    """
    growing = path.with_name(path.name + ".new")
    try:
        if makes_folder:
            path.parent.mkdir(parents=True, exist_ok=True)
        growing.write_bytes(content)
        growing.replace(path)
    except (OSError, ValueError):
        with suppress(OSError, ValueError):
            growing.unlink(missing_ok=True)
        message = say(
            "{name} cannot be written to {folder}: choose another folder, or make room.",
            name=path.name,
            folder=path.parent,
        )
        raise BooksTrouble(message) from None
