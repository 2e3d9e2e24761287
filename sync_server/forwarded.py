"""Who asks, where a proxy stands between: without this, everybody would come from its address.

Only said with `--behind-proxy`: whoever reaches the server without one could
name any address.
"""

from __future__ import annotations

from ipaddress import ip_address
from typing import Any

_HEADER = b"x-forwarded-for"


class Forwarded:
    """The application, told the address that the proxy itself saw."""

    def __init__(self, app: Any) -> None:
        self._app = app

    async def __call__(self, scope: Any, receive: Any, send: Any) -> None:
        address = _address_of(scope) if scope["type"] == "http" else None
        told = scope if address is None else {**scope, "client": (address, 0)}
        await self._app(told, receive, send)


def _address_of(scope: Any) -> str | None:
    """The last address of the header, which the proxy added; None where it named none."""
    told = [value for name, value in scope["headers"] if name.lower() == _HEADER]
    last = told[-1].rpartition(b",")[2].decode("latin-1").strip() if told else ""
    try:
        return str(ip_address(last))
    except ValueError:
        return None
