"""Passwords and PINs as they are kept: Argon2id, with a salt of their own.

The library is loaded when one is set or tried first, never at a start.
Nothing that is kept here lets anybody find the words again, but by trying.

Source: RFC 9106; OWASP Password Storage (19 MiB, 2 passes, 1 lane at least).
"""

from __future__ import annotations

import hashlib
import hmac
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from argon2 import PasswordHasher

MEMORY_KIB, PASSES, LANES = 19_456, 2, 1
# What is tried where there is no such employee, so that it takes as long.
_OF_NOBODY = (
    "$argon2id$v=19$m=19456,t=2,p=1$q+jAjwAch7FrJdrFsdiz4Q"
    "$3YeGMK+evBSj74lPgLxuyj8qSkLQz6SDE/8zHKx+IHA"
)


def _hasher() -> PasswordHasher:
    from argon2 import PasswordHasher

    return PasswordHasher(time_cost=PASSES, memory_cost=MEMORY_KIB, parallelism=LANES)


def verifier_of(words: str) -> str:
    """What is kept of a password or PIN."""
    return _hasher().hash(words)


def is_right(verifier: str | None, words: str) -> bool:
    """Whether these are the words; without a verifier it takes as long, and they are not."""
    from argon2.exceptions import InvalidHashError, VerificationError

    try:
        _hasher().verify(verifier or _OF_NOBODY, words)
    except (VerificationError, InvalidHashError):
        return False
    return verifier is not None


def bound(pin: str, device_secret: bytes) -> str:
    """A PIN as it is kept on one device: worth nothing without that device's secret."""
    return hmac.new(device_secret, pin.encode(), hashlib.sha256).hexdigest()
