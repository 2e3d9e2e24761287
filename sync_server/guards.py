"""Headers that guard every answer, whatever it is: a page, a message, a refusal.

An answer that says its own keeps it. What is no page may load nothing, be framed
by nobody, and is never taken for another kind of file.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

GUARDS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), payment=()",
    "Content-Security-Policy": "default-src 'none'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'",
    "Cache-Control": "no-store",
}
_LINES = [(name.lower().encode(), value.encode()) for name, value in GUARDS.items()]


async def guard(message: Any, _scope: Any) -> None:
    """Add to the head of an answer what it does not say itself."""
    if message["type"] == "http.response.start":
        there = {name.lower() for name, _value in message["headers"]}
        missing = [line for line in _LINES if line[0] not in there]
        message["headers"] = [*message["headers"], *missing]
