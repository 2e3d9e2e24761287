"""Backups of simulated books: taken while they are open, laid back over what came since."""

from __future__ import annotations

import shutil

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.storage.database import BooksAt
from collectiq_desktop.core.storage.postgres import SchemaAt
from collectiq_desktop.core.storage.postgres_engine import quoted, tell, transaction
from collectiq_desktop.core.storage.sqlite import FileAt, SqliteDatabase


def saved(books: Books, at: BooksAt) -> BooksAt:
    """A copy of open books as a backup takes it: whole, with what its log held."""
    database = books._database
    if isinstance(at, FileAt):
        assert isinstance(database, SqliteDatabase)
        with database.outside_transaction() as raw:
            raw.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        copy = FileAt(at.path.with_suffix(".saved"))
        shutil.copy(at.path, copy.path)
        return copy
    assert isinstance(at, SchemaAt)
    kept = SchemaAt(f"{at.name}_saved", at.engine)
    lay_back(at, kept)
    return kept


def lay_back(source: BooksAt, target: BooksAt) -> None:
    """Let closed books be as their copy is."""
    if isinstance(source, FileAt) and isinstance(target, FileAt):
        shutil.copy(source.path, target.path)
        return
    assert isinstance(source, SchemaAt)
    assert isinstance(target, SchemaAt)
    target.remove()
    target.create()
    with transaction(target.engine, "BEGIN") as conn:
        names = "SELECT tablename FROM pg_tables WHERE schemaname = %s"
        for name in conn.exec_driver_sql(names, (source.name,)).scalars().all():
            into, out_of = f"{quoted(target.name)}.{name}", f"{quoted(source.name)}.{name}"
            tell(conn, f"INSERT INTO {into} SELECT * FROM {out_of}")
