"""Ports of this machine."""

from __future__ import annotations

import socket

from collectiq_desktop.sync.nearby import free_port, is_answered


def test_a_free_port_is_answered_once_somebody_listens() -> None:
    port = free_port()
    assert not is_answered(port)
    with socket.create_server(("127.0.0.1", port)):
        assert is_answered(port)
