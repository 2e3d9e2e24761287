"""Files or PostgreSQL: what a set-up means for where firms and locks are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from collectiq_desktop.core.domain.errors import BadInput
from collectiq_desktop.core.domain.saying import say
from collectiq_desktop.core.storage.locks import FileLocks, Locks
from sync_server.config import Config
from sync_server.firms import FilePlaces, Places, SchemaPlaces

if TYPE_CHECKING:
    from collectiq_desktop.core.storage.postgres import Postgres


def places_of(config: Config) -> Places:
    """Where the firms lie.

    Raises:
        BadInput: the database cannot be one.
    """
    return SchemaPlaces(_postgres(config)) if config.database else FilePlaces(config.root)


def locks_of(config: Config, places: Places) -> Locks:
    """Where the workers lock each other out: wherever the firms are."""
    return places.database if isinstance(places, SchemaPlaces) else FileLocks(config.root)


def _postgres(config: Config) -> Postgres:
    if not config.database.startswith(("postgresql://", "postgres://")):
        message = say("The database is named by a URL: postgresql://user@host/name")
        raise BadInput(message, field="database")
    try:
        from collectiq_desktop.core.storage.postgres import Postgres
    except ImportError:
        message = say(
            "PostgreSQL needs the package psycopg: pip install “collectiq[server,postgres]”."
        )
        raise BadInput(message, field="database") from None
    return Postgres(config.database, connections=config.threads)
