"""Bulletins: keyed values of which the newest wins, made anew by their authors.

They carry no money and are in no log: what they say could be worked out again.
"""

from __future__ import annotations

from dataclasses import dataclass

from collectiq_desktop.core.domain.ids import DeviceId

MAX_KEY_CHARS = 200
MAX_VALUE_BYTES = 64 << 10
MAX_NAMED_BRANCHES = 200
MAX_NAMED_DEVICES = 500
DEVICE_ID_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Audience:
    """Who may receive a bulletin: whoever gets one of these branches, or is named.

    `*` is every branch. Its author keeps it in any case.
    """

    branches: tuple[str, ...] = ()
    device_ids: tuple[DeviceId, ...] = ()


EVERYBODY = Audience(branches=("*",))


@dataclass(frozen=True, slots=True, kw_only=True)
class Bulletin:
    """A value as it is known here.

    Args:
        device_id: its author.
        written_at: by the author's clock, UTC milliseconds.
    """

    key: str
    value: bytes
    device_id: DeviceId
    written_at: int


def is_sound_key(key: str) -> bool:
    """Whether a key is one that every engine can keep."""
    return 0 < len(key) <= MAX_KEY_CHARS and "\0" not in key


def is_sound_audience(audience: Audience) -> bool:
    """Whether an audience names branches and devices, and not too many."""
    named = audience.branches
    return (
        len(named) <= MAX_NAMED_BRANCHES
        and all(0 < len(each) <= MAX_KEY_CHARS for each in named)
        and not any(mark in each for each in named for mark in " \0")
        and len(audience.device_ids) <= MAX_NAMED_DEVICES
        and all(len(each) == DEVICE_ID_BYTES for each in audience.device_ids)
    )
