"""Keys of a user's counters: in the safe where there is one, else in the user's folder."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.wire.signing import public_key_of
from collectiq_desktop.sync.device_keys import FileKeys, UserKeys, new_key


@dataclass
class MemorySafe:
    """A safe; one that is closed takes nothing, one that is locked says so."""

    kept: dict[str, bytes] = field(default_factory=dict)
    is_closed: bool = False
    is_locked: bool = False

    def load(self, name: str) -> bytes | None:
        if self.is_locked:
            raise BooksTrouble(say("unlock it"))
        return self.kept.get(name)

    def save(self, name: str, secret: bytes) -> bool:
        if not self.is_closed:
            self.kept[name] = secret
        return not self.is_closed


def test_a_key_lies_in_the_safe_and_its_name_beside_the_files(tmp_path: Path) -> None:
    safe, key = MemorySafe(), new_key()
    keys = UserKeys(FileKeys(tmp_path / "keys"), safe)
    keys.save(key)

    assert keys.load(public_key_of(key)) == key
    assert list(safe.kept.values()) == [key]
    assert [path.read_bytes() for path in (tmp_path / "keys").iterdir()] == [b""]


def test_without_a_safe_a_key_is_a_file(tmp_path: Path) -> None:
    key = new_key()
    keys = UserKeys(FileKeys(tmp_path), MemorySafe(is_closed=True))
    keys.save(key)
    assert keys.has(public_key_of(key))
    assert keys.load(public_key_of(key)) == key


def test_whether_a_key_is_here_is_known_without_opening_the_safe(tmp_path: Path) -> None:
    safe, key = MemorySafe(), new_key()
    keys = UserKeys(FileKeys(tmp_path), safe)
    keys.save(key)
    safe.is_locked = True

    assert keys.has(public_key_of(key))
    assert not keys.has(public_key_of(new_key()))
    with pytest.raises(BooksTrouble, match="unlock"):
        keys.load(public_key_of(key))


def test_what_the_safe_holds_under_the_name_but_is_another_key_is_none(tmp_path: Path) -> None:
    safe, key = MemorySafe(), new_key()
    keys = UserKeys(FileKeys(tmp_path), safe)
    keys.save(key)
    safe.kept = dict.fromkeys(safe.kept, new_key())
    assert keys.load(public_key_of(key)) is None


def test_a_place_that_cannot_be_noted_is_told(tmp_path: Path) -> None:
    (tmp_path / "keys").touch()
    with pytest.raises(BooksTrouble, match="cannot be noted"):
        UserKeys(FileKeys(tmp_path / "keys"), MemorySafe()).save(new_key())
