"""How a server is set up: where its folder is, where it listens, what it bears.

Set once at the start and handed to every worker process as one JSON value.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

import msgspec

FOLDER_VARIABLE = "COLLECTIQ_SERVER_FOLDER"
DATABASE_VARIABLE = "COLLECTIQ_SERVER_DATABASE"
CONFIG_VARIABLE = "COLLECTIQ_SERVER_CONFIG"
DEFAULT_FOLDER = "collectiq-server"
DEFAULT_PORT = 8420
EVERYWHERE = "0.0.0.0"  # noqa: S104 -- only where a person asked for --lan or --host


class Config(msgspec.Struct, frozen=True, kw_only=True):
    """One server's set-up.

    `folder` holds its keys, and the firms' files where there is no `database`
    (a PostgreSQL URL). `address` is how counters reach it, where that is known.
    """

    folder: str
    database: str = ""
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    address: str = ""
    workers: int = 1
    certificate: str = ""
    certificate_key: str = ""
    is_behind_proxy: bool = False
    pushes_in_flight: int = 4
    threads: int = 16
    open_firms: int = 64
    backup_folder: str = ""
    backup_hours: int = 24
    backups_kept: int = 7

    @property
    def root(self) -> Path:
        """The server's folder."""
        return Path(self.folder)

    @property
    def is_secured(self) -> bool:
        """Whether the server itself speaks TLS."""
        return bool(self.certificate)


def chosen_folder(given: str | None, environ: Mapping[str, str] = os.environ) -> str:
    """The server's folder: the one named, that of the variable, or one right here."""
    return given or environ.get(FOLDER_VARIABLE) or DEFAULT_FOLDER


def chosen_database(given: str | None, environ: Mapping[str, str] = os.environ) -> str:
    """The database named, or that of the variable; empty for files.

    The variable keeps a password out of the list of processes.
    """
    return given or environ.get(DATABASE_VARIABLE) or ""


def hand_over(config: Config) -> None:
    """Leave the set-up where worker processes find it."""
    os.environ[CONFIG_VARIABLE] = msgspec.json.encode(config).decode()


def handed_over() -> Config:
    """The set-up that this worker process was started with."""
    return msgspec.json.decode(os.environ[CONFIG_VARIABLE], type=Config)
