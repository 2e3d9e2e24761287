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
        return self.folder / f"{hashlib.sha256(public_key).hexdigest()[:32]}.key"
