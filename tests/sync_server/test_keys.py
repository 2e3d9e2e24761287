"""The server's secrets: made once, kept, and for its owner alone."""

from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from collectiq_desktop.core.domain.errors import BooksTrouble
from sync_server.keys import SIGNING_FILE, keys_in, write_once


def test_keys_are_made_once(tmp_path: Path) -> None:
    folder = tmp_path / "a" / "server"
    first = keys_in(folder)
    assert keys_in(folder) == first
    assert first.signing != first.tokens
    assert "signing" not in repr(first)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps a user's folder to the user")
def test_keys_and_folder_are_for_the_owners_eyes(tmp_path: Path) -> None:
    folder = tmp_path / "server"
    keys_in(folder)
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(path.stat().st_mode) for path in folder.iterdir()} == {0o600}


def test_a_key_of_another_length_is_refused(tmp_path: Path) -> None:
    keys_in(tmp_path)
    (tmp_path / SIGNING_FILE).write_bytes(b"short")
    with pytest.raises(BooksTrouble, match="put the right file back"):
        keys_in(tmp_path)


def test_a_file_is_written_once(tmp_path: Path) -> None:
    path = tmp_path / "x"
    assert write_once(path, b"first")
    assert not write_once(path, b"second")
    assert path.read_bytes() == b"first"
    assert list(tmp_path.iterdir()) == [path]
