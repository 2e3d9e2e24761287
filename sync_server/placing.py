"""What the server itself records: one transaction, given places and signed."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.services import ordering
from collectiq_desktop.core.services.context import Context
from collectiq_desktop.core.storage.writer import Writer


@contextmanager
def placing(books: Books, server_key: bytes) -> Iterator[tuple[Writer, Context]]:
    """One transaction of the server's own; its chain is signed at the end."""
    with books.writing() as (writer, context):
        yield writer, context
        writer.flush()
        ordering.seal_own(writer, context, server_key)
