"""The device's key: kept for its owner alone, and only for the file it belongs to."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.core.wire.signing import public_key_of
from collectiq_desktop.sync.device_keys import FileKeys, new_key


def test_a_key_is_found_by_its_public_half(tmp_path: Path) -> None:
    keys, key = FileKeys(tmp_path / "keys"), new_key()
    keys.save(key)
    assert keys.load(public_key_of(key)) == key
    assert keys.load(public_key_of(new_key())) is None


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folder to the user")
def test_a_key_is_for_its_owners_eyes(tmp_path: Path) -> None:
    FileKeys(tmp_path).save(new_key())
    (path,) = tmp_path.iterdir()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_a_key_may_be_saved_again(tmp_path: Path) -> None:
    keys, key = FileKeys(tmp_path), new_key()
    for _n in range(2):
        keys.save(key)
    assert len(list(tmp_path.iterdir())) == 1


def test_a_file_that_was_tampered_with_is_no_key(tmp_path: Path) -> None:
    keys, key = FileKeys(tmp_path), new_key()
    keys.save(key)
    (path,) = tmp_path.iterdir()
    for wrong in (b"", b"short", new_key()):
        path.write_bytes(wrong)
        assert keys.load(public_key_of(key)) is None


def test_a_place_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "keys").touch()
    with pytest.raises(BooksTrouble, match="key cannot be kept"):
        FileKeys(tmp_path / "keys").save(new_key())
