"""What parties were when they were looked at last, and what the watch noted: small files.

Both can be lost without harm: classes are then entered anew, and what drifted is
found again.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping
from pathlib import Path

import msgspec

from collectiq_desktop.core.domain.risk import Category, Frequency
from collectiq_desktop.intelligence.people import Before, PartyAhead

_CLASSES, _NOTES = "classes.json", "watch.json"


class _Notes(msgspec.Struct, kw_only=True):
    """What the watch noted of a version of what was learned."""

    version: int
    drifted: dict[str, str]


def remembered(folder: Path | None) -> dict[bytes, Before]:
    """What each party was, by its id; nothing where it was not kept or cannot be read."""
    if folder is None:
        return {}
    try:
        told = msgspec.json.decode(
            (folder / _CLASSES).read_bytes(), type=dict[str, tuple[Category, Frequency]]
        )
        return {bytes.fromhex(name): Before(*each) for name, each in told.items()}
    except (OSError, ValueError, msgspec.DecodeError):
        return {}


def remember(folder: Path | None, found: Iterable[PartyAhead]) -> None:
    """Keep what each party is; one with a pin keeps what it would be when the pin ends."""
    if folder is None:
        return
    told = {each.member.party_id.hex(): (each.own_category, each.frequency) for each in found}
    _write(folder / _CLASSES, msgspec.json.encode(told))


def drifted(folder: Path | None, version: int) -> dict[str, str]:
    """The tasks of a version that no longer hold, and what was found of them."""
    if folder is None:
        return {}
    try:
        notes = msgspec.json.decode((folder / _NOTES).read_bytes(), type=_Notes)
    except (OSError, ValueError, msgspec.DecodeError):
        return {}
    return notes.drifted if notes.version == version else {}


def note_drift(folder: Path, version: int, found: Mapping[str, str]) -> None:
    """Note the tasks of a version that no longer hold."""
    notes = _Notes(version=version, drifted=dict(found))
    _write(folder / _NOTES, msgspec.json.encode(notes))


def _write(path: Path, content: bytes) -> None:
    """Put a file in place in one step; a full disk only means that it is not kept."""
    beside = path.with_suffix(".part")
    with contextlib.suppress(OSError):
        path.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(content)
        beside.replace(path)
