"""The recovery code: what lets an admin in once who has forgotten the password.

Eighty random bits on a paper in the owner's drawer; nobody guesses them, and
whoever has the machine alone has nothing.
"""

from __future__ import annotations

import re

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_BITS, _GROUP = 5, 4
CODE_BYTES = 10
_FORM = re.compile(r"[0-9A-Za-z]{4}(?:-[0-9A-Za-z]{4}){3}")
_READ_AS = str.maketrans("OIL", "011")


def recovery_code(chance: bytes) -> str:
    """Ten random bytes as they are written down: `7F3K-2QXW-0D9M-HT4A`.

    Source: Crockford's base 32: no letter is taken for another.
    """
    assert len(chance) == CODE_BYTES
    number = int.from_bytes(chance, "big")
    count = CODE_BYTES * 8 // _BITS
    letters = "".join(_LETTERS[number >> _BITS * n & 31] for n in reversed(range(count)))
    return "-".join(letters[n : n + _GROUP] for n in range(0, count, _GROUP))


def read_code(words: str) -> str | None:
    """The code that is meant, None where these words are no code."""
    typed = words.strip()
    return typed.upper().translate(_READ_AS) if _FORM.fullmatch(typed) else None
