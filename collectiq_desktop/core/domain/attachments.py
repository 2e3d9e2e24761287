"""Attachments: pictures of papers, named by the hash of their bytes.

They carry no money. A fact holds the hash; the bytes travel beside the log and
are the same wherever they are.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from collectiq_desktop.core.domain.ids import FactId

MAX_BYTES = 150 << 10
HASH_BYTES = 32
_BEGINNINGS = {b"\xff\xd8\xff": "image/jpeg", b"\x89PNG\r\n\x1a\n": "image/png"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """One picture of a voucher or cheque, as far as it is known here.

    Args:
        about_id: the voucher, or the post-dated cheque, that it shows.
        content: None where the bytes have not come yet.
    """

    fact_id: FactId
    about_id: FactId
    content_hash: bytes
    content_type: str
    size_bytes: int
    content: bytes | None


def hash_of(content: bytes) -> bytes:
    """The name of a picture: SHA-256 of its bytes."""
    return hashlib.sha256(content).digest()


def type_of(content: bytes) -> str | None:
    """What kind of picture it is, by its first bytes; None for anything else.

    Only what every browser shows and no program runs is taken.
    """
    for beginning, content_type in _BEGINNINGS.items():
        if content.startswith(beginning):
            return content_type
    return None
