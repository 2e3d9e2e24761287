"""The device's private key: in the user's folder, never in the books file.

A file that was copied or restored elsewhere is opened without its key, and so
asks whether it was moved or is to be a new counter.
"""

from __future__ import annotations

import hashlib
import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.wire.signing import PRIVATE_KEY_BYTES, public_key_of

_OWNER_ONLY = 0o600


class DeviceKeys(Protocol):
    """Where private keys are kept, each found by its public half."""

    def has(self, public_key: bytes) -> bool:
        """Whether the private half is on this machine, as far as can be told at once."""
        ...

    def load(self, public_key: bytes) -> bytes | None:
        """The private key, None where it is not on this machine."""
        ...

    def save(self, private_key: bytes) -> None:
        """Keep a private key.

        Raises:
            BooksTrouble: it cannot be kept.
        """
        ...


def new_key() -> bytes:
    """A fresh private key."""
    return secrets.token_bytes(PRIVATE_KEY_BYTES)


@dataclass(frozen=True, slots=True)
class FileKeys:
    """Keys as small files in a folder, for the user's own eyes."""

    folder: Path

    def has(self, public_key: bytes) -> bool:
        return self.load(public_key) is not None

    def load(self, public_key: bytes) -> bytes | None:
        try:
            key = self._path(public_key).read_bytes()
        except OSError:
            return None
        return key if len(key) == PRIVATE_KEY_BYTES and public_key_of(key) == public_key else None

    def save(self, private_key: bytes) -> None:
        path = self._path(public_key_of(private_key))
        growing = path.with_suffix(".new")
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            growing.unlink(missing_ok=True)
            descriptor = os.open(growing, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
            with os.fdopen(descriptor, "wb") as file:
                file.write(private_key)
                file.flush()
                os.fsync(file.fileno())
            growing.replace(path)
        except OSError as error:
            message = say(
                "The device's key cannot be kept in {folder}: {reason}.",
                folder=self.folder,
                reason=error.strerror,
            )
            raise BooksTrouble(message) from None

    def _path(self, public_key: bytes) -> Path:
        return self.folder / f"{_name_of(public_key)}.key"


class Safe(Protocol):
    """The system's own safe."""

    def load(self, name: str) -> bytes | None:
        """A secret, None where the safe does not hold it.

        Raises:
            BooksTrouble: it does not open.
        """
        ...

    def save(self, name: str, secret: bytes) -> bool:
        """Keep a secret; False where there is no safe that would."""
        ...


@dataclass(frozen=True, slots=True)
class UserKeys:
    """Keys in the system's safe; where there is none, as files in the user's folder.

    An empty file beside them says which keys the safe holds, so that asking
    whether a key is here opens no safe.
    """

    files: FileKeys
    safe: Safe

    def has(self, public_key: bytes) -> bool:
        """Whether the private half is on this machine, as far as can be told at once."""
        return self.files.load(public_key) is not None or self._mark(public_key).exists()

    def load(self, public_key: bytes) -> bytes | None:
        key = self.files.load(public_key)
        if key is None and self._mark(public_key).exists():
            key = self.safe.load(_name_of(public_key))
        return key if key is not None and public_key_of(key) == public_key else None

    def save(self, private_key: bytes) -> None:
        public_key = public_key_of(private_key)
        if not self.safe.save(_name_of(public_key), private_key):
            self.files.save(private_key)
            return
        try:
            self.files.folder.mkdir(parents=True, exist_ok=True)
            self._mark(public_key).touch()
        except OSError as error:
            message = say(
                "The device's key cannot be noted in {folder}: {reason}.",
                folder=self.files.folder,
                reason=error.strerror,
            )
            raise BooksTrouble(message) from None

    def _mark(self, public_key: bytes) -> Path:
        return self.files.folder / f"{_name_of(public_key)}.safe"


def _name_of(public_key: bytes) -> str:
    return hashlib.sha256(public_key).hexdigest()[:32]
