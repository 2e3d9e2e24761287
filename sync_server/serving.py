"""Serving: worker processes under Granian, until somebody stops them."""

from __future__ import annotations

import socket
from collections.abc import Callable
from pathlib import Path

from collectiq_desktop.core.domain.errors import BadInput, BooksBusy
from collectiq_desktop.core.domain.saying import Sentence, say
from collectiq_desktop.core.storage.locks import FileLocks
from sync_server.app import COUNTS_FOLDER
from sync_server.certificates import pin_of_file
from sync_server.config import Config, hand_over
from sync_server.watch import forget_counts

RUNNING = "running"
"""The lock of the one server of a folder."""

_STOP_SECONDS = 20


def serve(config: Config, tell: Callable[[str], None]) -> None:
    """Serve until SIGTERM or Ctrl+C; what is being answered is answered first.

    Raises:
        BooksBusy: a server runs on this folder already.
        BadInput: the port is taken.
    """
    with FileLocks(config.root).only_one(RUNNING) as is_ours:
        if not is_ours:
            raise BooksBusy(already_running(config))
        _check_port(config)
        forget_counts(config.root / COUNTS_FOLDER)
        hand_over(config)
        for line in greeting(config):
            tell(line)
        _granian(config)


def already_running(config: Config) -> Sentence:
    """What is said where a second server, or a verb that needs peace, must wait."""
    return say("A server is running on {folder}; stop it first.", folder=config.folder)


def greeting(config: Config) -> list[str]:
    """What is said at the start: where the server can be reached."""
    lines = [f"Serving {config.address}. Ctrl+C stops it."]
    if config.certificate:
        pin = pin_of_file(Path(config.certificate)).hex().upper()
        parts = " ".join(pin[n : n + 4] for n in range(0, len(pin), 4))
        lines.append(f"Fingerprint {parts}")
    return lines


def _check_port(config: Config) -> None:
    """Say in a sentence what the workers would say in a traceback."""
    family = socket.AF_INET6 if ":" in config.host else socket.AF_INET
    with socket.socket(family) as trying:
        trying.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            trying.bind((config.host, config.port))
        except OSError as error:
            message = say(
                "Port {port} on {host} cannot be had: {reason}. Another with --port.",
                port=config.port,
                host=config.host,
                reason=error.strerror,
            )
            raise BadInput(message, field="port") from None


def _granian(config: Config) -> None:
    from granian import Granian
    from granian.constants import HTTPModes, Interfaces

    Granian(
        "sync_server.app:create",
        factory=True,
        address=config.host,
        port=config.port,
        interface=Interfaces.ASGI,
        http=HTTPModes.http1,
        workers=config.workers,
        websockets=False,
        log_enabled=False,
        respawn_failed_workers=True,
        respawn_interval=1.0,
        workers_kill_timeout=_STOP_SECONDS,
        ssl_cert=Path(config.certificate) if config.certificate else None,
        ssl_key=Path(config.certificate_key) if config.certificate_key else None,
    ).serve()
