"""Backups and what comes back from them, jobs that only one worker does, moves."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from collectiq_desktop.core.books import Books
from collectiq_desktop.core.domain.errors import NotBooks, Refused
from collectiq_desktop.core.domain.ids import FactId, FirmId
from collectiq_desktop.core.queries.exchange import told_standings
from collectiq_desktop.core.services.attachments import AttachPicture
from collectiq_desktop.core.storage import places as stored
from collectiq_desktop.core.storage import tables
from collectiq_desktop.core.storage.locks import FileLocks
from sync_server.backups import back_up, backups_of, keep_newest
from sync_server.config import Config
from sync_server.firms import FilePlaces, Places, SchemaPlaces, name_of
from sync_server.jobs import Jobs
from sync_server.restoring import move, restore
from tests.engines import Server
from tests.plain_books import fresh_books
from tests.sync_server.headquarters import KEYS, Headquarters, fill

PICTURE = b"\x89PNG\r\n\x1a\n a slip"


@pytest.fixture
def firm_id(hq: Headquarters) -> FirmId:
    """A firm with a little trade, all of it recorded at the server, and a photo of some of it."""
    firm = hq.firm()
    with hq.office.firms.using(firm) as books:
        fill(books, 9)
        with books.reading() as conn:
            found = conn.execute(select(tables.voucher.c.voucher_id))
            about_id = FactId(found.scalars().all()[0])
        picture_id = FactId(books.mint_id())
        books.run(AttachPicture(fact_id=picture_id, about_id=about_id, content=PICTURE))
    return firm


def standing(books: Books) -> object:
    """What the books come to, and the photos."""
    with books.reading() as conn:
        photos = conn.execute(select(tables.attachment_bytes.c.content)).scalars().all()
        assert photos == [PICTURE]
        return told_standings(conn, None), photos


def test_a_backup_is_the_firm_whole(hq: Headquarters, firm_id: FirmId, tmp_path: Path) -> None:
    with hq.office.firms.using(firm_id) as books:
        path = back_up(books, tmp_path / "backups")
        before = standing(books)
        with books.writing() as (writer, _context):
            # It is taken while others write.
            writer.flush()
            back_up(books, tmp_path / "beside")
    copy = Books.open(path, hq.outside)
    assert standing(copy) == before
    assert copy.verify().ok
    copy.close()
    assert [each.name for each in path.parent.iterdir()] == [path.name]


def test_old_backups_are_forgotten(hq: Headquarters, firm_id: FirmId, tmp_path: Path) -> None:
    made = []
    for _n in range(4):
        hq.clock.move(days=1)
        with hq.office.firms.using(firm_id) as books:
            made.append(back_up(books, tmp_path / "b"))
    (tmp_path / "b" / f"{name_of(firm_id)}-mine.collectiq").touch()
    keep_newest(name_of(firm_id), tmp_path / "b", 2)
    assert backups_of(name_of(firm_id), tmp_path / "b") == made[2:]
    assert (tmp_path / "b" / f"{name_of(firm_id)}-mine.collectiq").exists()


def test_a_restored_firm_begins_a_new_epoch_and_a_new_chain(
    hq: Headquarters, firm_id: FirmId, tmp_path: Path
) -> None:
    firms = hq.office.firms
    with firms.using(firm_id) as books:
        backup = back_up(books, tmp_path / "b")
        fill(books, 3, "Lost")
        before = books.identity
    firms.close_all()
    done = restore(backup, firms.places, KEYS, hq.outside)
    assert done.firm_id == firm_id
    with firms.using(firm_id) as books, books.reading() as conn:
        epochs = stored.epochs(conn)
        assert [each.epoch for each in epochs] == [1, done.epoch]
        assert books.identity.device_id != before.device_id
        assert books.verify().ok
    assert (hq.folder / done.kept_at).exists()
    assert firms.ids() == [firm_id]


def test_only_a_servers_backup_is_restored(hq: Headquarters, tmp_path: Path) -> None:
    plain = fresh_books(tmp_path)
    plain.books.close()
    with pytest.raises(Refused, match="not of a server"):
        restore(plain.books.path, hq.office.firms.places, KEYS, hq.outside)
    other = tmp_path / "x"
    other.write_bytes(bytes(200))
    with pytest.raises(NotBooks):
        restore(other, hq.office.firms.places, KEYS, hq.outside)


@pytest.fixture
def schemas(postgres: Server) -> Iterator[Places]:
    """A PostgreSQL database as a place for firms."""
    yield SchemaPlaces(postgres.postgres)
    for name in postgres.postgres.firms():
        postgres.postgres.firm(name).remove()


def test_a_firm_moves_to_postgresql_and_back(
    hq: Headquarters, firm_id: FirmId, schemas: Places
) -> None:
    files = hq.office.firms.places
    with hq.office.firms.using(firm_id) as books:
        before = standing(books)
    hq.office.firms.close_all()
    assert move(firm_id, files, schemas, hq.outside).ok
    assert (files.firm_ids(), schemas.firm_ids()) == ([], [firm_id])
    moved = Books.open(schemas.at(firm_id), hq.outside)
    assert standing(moved) == before
    fill(moved, 2, "There")
    after = standing(moved)
    moved.close()
    hq.clock.move(days=1)
    assert move(firm_id, schemas, files, hq.outside).ok
    with hq.office.firms.using(firm_id) as books:
        assert standing(books) == after


def test_a_firm_does_not_move_where_it_is(hq: Headquarters, firm_id: FirmId) -> None:
    hq.office.firms.close_all()
    files = FilePlaces(hq.folder)
    with pytest.raises(Refused, match="already"):
        move(firm_id, files, files, hq.outside)


def jobs(hq: Headquarters, folder: Path) -> Jobs:
    config = Config(folder=str(hq.folder), backup_folder=str(folder), backup_hours=24)
    return Jobs(hq.office.firms, FileLocks(hq.folder), config, hq.office.watch)


def test_backups_are_made_when_they_are_due(
    hq: Headquarters, firm_id: FirmId, tmp_path: Path
) -> None:
    folder = tmp_path / "b"
    for _n in range(3):
        jobs(hq, folder).run_once()
    (made,) = backups_of(name_of(firm_id), folder)
    assert 'collectiq_backups_total{outcome="made"} 1' in hq.office.watch.text()
    hq.clock.at = int(made.stat().st_mtime * 1_000) + 25 * 3_600_000
    jobs(hq, folder).run_once()
    assert len(backups_of(name_of(firm_id), folder)) == 2


def test_a_job_is_one_workers(hq: Headquarters, firm_id: FirmId, tmp_path: Path) -> None:
    with FileLocks(hq.folder).only_one(f"backup-{name_of(firm_id)}"):
        jobs(hq, tmp_path / "b").run_once()
    assert backups_of(name_of(firm_id), tmp_path / "b") == []


def test_a_backup_that_fails_is_told_and_the_next_firm_is_backed_up(
    hq: Headquarters, firm_id: FirmId, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "b").touch()
    jobs(hq, tmp_path / "b").run_once()
    assert 'collectiq_backups_total{outcome="failed"} 1' in hq.office.watch.text()
    assert [record.getMessage() for record in caplog.records] == ["backup failed"]
    caplog.clear()


def test_postgresql_locks_are_one_workers_too(postgres: Server) -> None:
    with (
        postgres.postgres.only_one("job") as first,
        postgres.postgres.only_one("job") as second,
        postgres.postgres.only_one("other") as other,
    ):
        assert (first, second, other) == (True, False, True)
    with postgres.postgres.only_one("job") as again:
        assert again
