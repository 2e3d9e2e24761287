"""How a person signs in at the server: messages beside those of devices.

The phone mints the token that renews its sign-in, and the one after it: so an
answer that was lost can be asked for again, and a token that was used before
by somebody else is known for what it is.
"""

from __future__ import annotations

import hashlib

from collectiq_desktop.core.wire.peer import Message

TOKEN_BYTES = 32


class AskedSignIn(Message, frozen=True):
    """Who one is, on which device, and the hash of the token that will renew it.

    `device` is a secret of the phone's own, minted there once.
    """

    firm_id: bytes
    name: str
    password: str
    device: bytes
    renewal_hash: bytes


class AskedRenewal(Message, frozen=True):
    """A new access token for a renewal token, and the hash of the next renewal token."""

    firm_id: bytes
    family_id: bytes
    renewal: bytes
    next_hash: bytes
    device: bytes


class AskedSignOut(Message, frozen=True):
    """End this sign-in, or all of the employee's on every phone."""

    is_everywhere: bool = False


class PersonSession(Message, frozen=True):
    """Who has signed in, and what says so for a while.

    `permissions` are for what the phone shows; the server asks the books each time.
    """

    token: str
    seconds: int
    family_id: bytes
    employee_id: bytes
    name: str
    role: str
    permissions: tuple[str, ...]


def hash_of_token(token: bytes) -> bytes:
    """What is kept of a token, or of a phone's secret."""
    return hashlib.sha256(b"collectiq person" + token).digest()
