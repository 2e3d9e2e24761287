"""Signatures of devices and of the server: Ed25519, over plain bytes.

The library is loaded when something is signed or checked first, never at a
start. Keys are raw bytes; where a private one lies is not this room's matter.
"""

from __future__ import annotations

PRIVATE_KEY_BYTES = 32


def public_key_of(private_key: bytes) -> bytes:
    """The public half of a private key."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def sign(told: bytes, private_key: bytes) -> bytes:
    """The signature under some bytes."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private_key).sign(told)


def is_signed(told: bytes, signature: bytes, public_key: bytes) -> bool:
    """Whether the holder of a key has signed these bytes."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, told)
    except (InvalidSignature, ValueError):
        return False
    return True
