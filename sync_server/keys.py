"""The server's own secrets, as small files in its folder, for its own eyes.

`server.key` signs as a device of every firm; `tokens.key` signs sessions.
Whoever has the folder is the server: back it up, and let nobody else read it.
"""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass, field
from pathlib import Path

from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.wire.signing import PRIVATE_KEY_BYTES, public_key_of

SIGNING_FILE = "server.key"
TOKENS_FILE = "tokens.key"
_OWNER_ONLY = 0o600
_FOLDER_OF_OWNER = 0o700


@dataclass(frozen=True, slots=True)
class ServerKeys:
    """What the server signs with."""

    signing: bytes = field(repr=False)
    tokens: bytes = field(repr=False)

    @property
    def public(self) -> bytes:
        """The public half of its key as a device."""
        return public_key_of(self.signing)


def keys_in(folder: Path) -> ServerKeys:
    """The keys in a folder, made where they are not there yet.

    Raises:
        BooksTrouble: the folder cannot be written or read.
    """
    try:
        make_folder(folder)
        return ServerKeys(_key(folder / SIGNING_FILE), _key(folder / TOKENS_FILE))
    except OSError as error:
        message = say(
            "The server's keys in {folder} cannot be read: {reason}.",
            folder=folder,
            reason=error.strerror,
        )
        raise BooksTrouble(message) from None


def make_folder(folder: Path) -> None:
    """Make the server's folder, for its owner alone, where it is not there yet."""
    folder.mkdir(mode=_FOLDER_OF_OWNER, parents=True, exist_ok=True)


def _key(path: Path) -> bytes:
    """A key of 32 bytes; of two processes that make it at once, one wins."""
    if not path.exists():
        write_once(path, secrets.token_bytes(PRIVATE_KEY_BYTES))
    key = path.read_bytes()
    if len(key) != PRIVATE_KEY_BYTES:
        message = say("{path} is not a key of this server's: put the right file back.", path=path)
        raise BooksTrouble(message)
    return key


def write_once(path: Path, content: bytes) -> bool:
    """Put a file in place whole, for the owner's eyes; False where one is there already."""
    growing = path.with_name(f"{path.name}.{secrets.token_hex(4)}")
    descriptor = os.open(growing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.link(growing, path)
    except FileExistsError:
        return False
    finally:
        growing.unlink(missing_ok=True)
    return True
