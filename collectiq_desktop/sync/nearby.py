"""Ports of this very machine, for a head office that is served on it."""

from __future__ import annotations

import socket

_HERE = "127.0.0.1"


def free_port() -> int:
    """A port that nobody has just now."""
    with socket.socket() as asking:
        asking.bind((_HERE, 0))
        return int(asking.getsockname()[1])


def is_answered(port: int) -> bool:
    """Whether somebody listens at a port, asked for a second at most."""
    try:
        socket.create_connection((_HERE, port), timeout=1).close()
    except OSError:
        return False
    return True
