"""Secrets in the system's own safe: Windows' credentials, the keyring of a Linux desktop.

Loaded when a secret is first asked for, never at a start. Where a machine has
no safe, nothing is kept here and the one who asks keeps it otherwise.
"""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Any

from collectiq_desktop.core.domain.errors import BooksTrouble
from collectiq_desktop.core.domain.saying import say

_SERVICE = "CollectIQ"
_LOCKED = say(
    "The key safe of this machine does not open: unlock it (sign in again, if need be) and try "
    "once more."
)
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class SystemSafe:
    """The safe that the system keeps for this user."""

    service: str = _SERVICE

    def load(self, name: str) -> bytes | None:
        """A secret, None where the safe does not hold it.

        Raises:
            BooksTrouble: the safe is there and does not open.
        """
        import keyring
        from keyring.errors import KeyringError, NoKeyringError

        try:
            kept = keyring.get_password(self.service, name)
        except NoKeyringError:
            return None
        except KeyringError as error:
            log.info("The key safe does not open: %s", type(error).__name__)
            raise BooksTrouble(_LOCKED) from None
        return _bytes_of(kept)

    def save(self, name: str, secret: bytes) -> bool:
        """Keep a secret; False where there is no safe that would."""
        import keyring
        from keyring.errors import KeyringError

        try:
            if not _is_safe(keyring.get_keyring()):
                return False
            keyring.set_password(self.service, name, secret.hex())
            return _bytes_of(keyring.get_password(self.service, name)) == secret
        except KeyringError as error:
            log.info("The key safe takes nothing: %s", type(error).__name__)
            return False


def _is_safe(backend: Any) -> bool:
    """Whether a backend keeps anything; the one that only fails has no priority."""
    priority: float = backend.priority
    return priority > 0


def _bytes_of(kept: str | None) -> bytes | None:
    try:
        return None if kept is None else bytes.fromhex(kept)
    except ValueError:
        return None
