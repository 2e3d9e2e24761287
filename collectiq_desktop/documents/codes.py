"""QR codes as they are: which modules are dark. For windows, which draw themselves."""

from __future__ import annotations

import segno

Modules = tuple[tuple[bool, ...], ...]


def modules_of(text: str) -> Modules:
    """The rows of a QR code, error level M, without the quiet zone around it."""
    code = segno.make(text, error="m", micro=False)
    return tuple(tuple(bool(module) for module in row) for row in code.matrix)
